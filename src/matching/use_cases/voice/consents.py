"""Consents: given and withdrawn by the person, taken from files, and in force on the next request."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Connection

from matching.domain.consents import same_paper
from matching.domain.need import Consent
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import ConsentPurpose, DataCategory
from matching.errors import InvalidInputError
from matching.storage.voices import CONSENTS
from matching.use_cases.person_file import file_to_write, open_file
from matching.use_cases.workplace import Workplace

_FILES = "import"
"""Author of what an imported file says."""


def give_consent(
    workplace: Workplace,
    profile: str,
    *,
    to_institution: Institution,
    categories: Collection[DataCategory],
    viewer: Viewer,
    at: datetime,
    purpose: ConsentPurpose = ConsentPurpose.MATCHING,
    from_institution: Institution | None = None,
    valid_to: datetime | None = None,
) -> Consent:
    """Write down a written consent given at an aware moment; it holds from then on.

    A consent to send a dossier may name no sensitive category: then none leaves.
    InvalidInputError when another names none, or is over; ForbiddenError and NotFoundError as for every file.
    """
    if not categories and purpose is not ConsentPurpose.DOSSIER_TO_PROVIDER:
        raise InvalidInputError(
            "Un consentement nomme au moins une catégorie de données ; l'indiquer.", command="consent give --category"
        )
    if valid_to is not None and valid_to <= at:
        raise InvalidInputError("Un consentement ne peut pas finir avant d'être donné ; corriger la date de fin.")
    consent = Consent(
        to_institution=to_institution,
        from_institution=from_institution,
        purpose=purpose,
        categories=_in_order(categories),
        given_at=at,
        valid_to=valid_to,
    )
    with workplace.acting(viewer, Act.CONSENT, at=at) as connection:
        file_to_write(connection, profile, viewer)
        CONSENTS.add(connection, consent, subject=profile, author=viewer.account, at=at)
    return consent


def withdraw_consent(
    workplace: Workplace,
    profile: str,
    *,
    to_institution: Institution,
    viewer: Viewer,
    at: datetime,
    purpose: ConsentPurpose = ConsentPurpose.MATCHING,
    categories: Collection[DataCategory] = tuple(DataCategory),
) -> None:
    """Withdraw every consent to an institution for a purpose about some categories, at an aware moment.

    What no whole consent here covers is written down as one that never held: a paper that turns up later does not
    open what was refused.
    """
    left = set(categories)
    with workplace.acting(viewer, Act.CONSENT, at=at) as connection:
        file_to_write(connection, profile, viewer)
        for entry in CONSENTS.current(connection, subjects=[profile]):
            known = entry.word
            same = (known.to_institution, known.purpose) == (to_institution, purpose)
            open_now = known.given_at <= at and (known.withdrawn_at is None or known.withdrawn_at > at)
            if same and open_now and set(known.categories) <= set(categories):
                ended = known.model_copy(update={"withdrawn_at": at})
                CONSENTS.revise(connection, entry, ended, author=viewer.account, at=at)
                left -= set(known.categories)
        everything = set(categories) == set(DataCategory)
        if left or everything:
            no = Consent(
                to_institution=to_institution,
                purpose=purpose,
                categories=_in_order(categories if everything else left),
                given_at=at,
                withdrawn_at=at,
                written=False,
            )
            CONSENTS.add(connection, no, subject=profile, author=viewer.account, at=at)


def list_consents(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> tuple[Consent, ...]:
    """The consents of a person as they stand; NotFoundError when the file does not exist for this viewer."""
    return open_file(workplace, profile, viewer, Act.READ_FILE, at=at).profile.consents


def take_consents(connection: Connection, people: Iterable[Profile], *, at: datetime) -> None:
    """Take the consents of imported files into the ledger: the same one twice is one, a withdrawal is never undone."""
    for person in people:
        if not person.consents:
            continue
        known = CONSENTS.current(connection, subjects=[person.id])
        entries = {same_paper(entry.word): entry for entry in known}
        for consent in person.consents:
            paper, end = same_paper(consent), consent.withdrawn_at
            entry = entries.get(paper)
            if entry is None:
                entries[paper] = CONSENTS.add(connection, consent, subject=person.id, author=_FILES, at=at)
            elif end is not None and (entry.word.withdrawn_at is None or end < entry.word.withdrawn_at):
                entries[paper] = CONSENTS.revise(connection, entry, consent, author=_FILES, at=at)


def _in_order(categories: Collection[DataCategory]) -> tuple[DataCategory, ...]:
    return tuple(category for category in DataCategory if category in categories)
