"""What was shown to or about a person: kept before the answer leaves, and masked anew for whoever reads the copy."""

from datetime import datetime

from sqlalchemy import Connection

from matching.domain.profile import Profile
from matching.domain.recommendation import Recommendation
from matching.domain.viewer import Viewer
from matching.errors import NotFoundError
from matching.messages.say import say
from matching.storage.ledger import nothing_under
from matching.storage.voices import SHOWN_SLATES
from matching.use_cases.person_file import PersonFile, read_file
from matching.use_cases.workplace import Workplace
from matching.visibility.options import is_pes_staff, may_see_restricted
from matching.visibility.people import redact


def keep_shown(workplace: Workplace, file: PersonFile, answer: Recommendation) -> None:
    """Write an answer down; when that fails, the answer does not leave."""
    with workplace.database.begin() as connection:
        SHOWN_SLATES.add(
            connection,
            answer,
            subject=file.profile.id,
            unit=file.profile.unit,
            author=answer.viewer,
            at=answer.at,
        )


def shown(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> list[Recommendation]:
    """The slates shown for a person; NotFoundError when the file does not exist for this viewer."""
    with workplace.database.read() as connection:
        return shown_of(connection, read_file(connection, profile, viewer).profile, viewer=viewer, at=at)


def shown_again(workplace: Workplace, recommendation: str, *, viewer: Viewer, at: datetime) -> Recommendation:
    """One slate that was shown, as this viewer may read it; NotFoundError, in the same words, for any other."""
    with workplace.database.read() as connection:
        entry = SHOWN_SLATES.get(connection, recommendation, units=None)
        try:
            whole = read_file(connection, entry.subject, viewer).profile
        except NotFoundError as error:
            raise nothing_under(recommendation) from error
        slates = shown_of(connection, whole, viewer=viewer, at=at)
    for slate in slates:
        if slate.id == recommendation:
            return slate
    raise nothing_under(recommendation)


def shown_of(connection: Connection, whole: Profile, *, viewer: Viewer, at: datetime) -> list[Recommendation]:
    """The slates shown for a person, latest first, as this viewer may read them at an aware moment.

    A slate made with more rights than the reader has now is told without what was in it, whatever that was: how many
    cards are left, or in which order, would tell of what was taken out. Whoever lacks a consent reads their own slates
    alone: another's institution may have been told of a lead or a guarantee to which it is a party.
    """
    entries = SHOWN_SLATES.current(connection, units=None, subjects=[whole.id])
    person = redact(whole, viewer, at)
    reads_restricted = may_see_restricted(viewer, person, at)
    staff = is_pes_staff(viewer, at)

    def may_read(slate: Recommendation) -> bool:
        told_alike = not person.withheld or slate.viewer == viewer.account
        return told_alike and reads_restricted >= slate.under_mandate and set(person.withheld) <= set(slate.withheld)

    slates = [entry.word for entry in reversed(entries)]
    return [_copy(slate, staff=staff) if may_read(slate) else _that_it_was(slate) for slate in slates]


def _copy(slate: Recommendation, *, staff: bool) -> Recommendation:
    """The slate without employers that only the employment service may know."""
    cards = tuple(
        card.model_copy(update={"provider": None}) if "employer" in card.mandate_only and not staff else card
        for card in slate.cards
    )
    return slate.model_copy(update={"cards": cards})


def _that_it_was(slate: Recommendation) -> Recommendation:
    """That something was shown, by whom and when: the same words whatever it was."""
    return Recommendation(
        id=slate.id,
        profile=slate.profile,
        viewer=slate.viewer,
        at=slate.at,
        language=slate.language,
        horizon_months=slate.horizon_months,
        cards=(),
        empty_because=say(slate.language, "shown.narrower", account=slate.viewer),
        considered=0,
        versions=slate.versions.model_copy(update={"catalogue": "c-0"}),
        under_mandate=slate.under_mandate,
        withheld=slate.withheld,
    )
