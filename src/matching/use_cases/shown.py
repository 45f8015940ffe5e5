"""What was shown to or about a person: kept before the answer leaves, and masked anew for whoever reads the copy."""

from datetime import datetime

from sqlalchemy import Connection

from matching.domain.profile import Profile
from matching.domain.recommendation import Recommendation
from matching.domain.served import ServedSlate
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.errors import NotFoundError
from matching.messages.say import say
from matching.storage.ledger import Entry, nothing_under
from matching.storage.served import keep_served
from matching.storage.voices import SHOWN_SLATES
from matching.use_cases.person_file import PersonFile, read_file
from matching.use_cases.workplace import Workplace
from matching.visibility.options import is_pes_staff, may_see_restricted
from matching.visibility.people import redact


def keep_shown(
    workplace: Workplace, file: PersonFile, answer: Recommendation, viewer: Viewer, served: ServedSlate | None
) -> None:
    """Write an answer down, with what the ranking read of it; when that fails, the answer does not leave."""
    with workplace.acting(viewer, Act.RECOMMEND, at=answer.at) as connection:
        SHOWN_SLATES.add(connection, answer, subject=file.profile.id, author=answer.viewer, at=answer.at, id_=answer.id)
        if served is not None:
            keep_served(connection, served, author=answer.viewer)


def shown(
    workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime, most: int | None = None, after: int = 0
) -> list[Recommendation]:
    """The slates shown for a person, latest first, all of them or a page: at most so many `after` the first so many.

    NotFoundError when the file does not exist for this viewer.
    """
    with workplace.acting(viewer, Act.READ_SHOWN, at=at) as connection:
        whole = read_file(connection, profile).profile
        if most is None:
            return shown_of(connection, whole, viewer=viewer, at=at)[after:]
        person = redact(whole, viewer, at)
        entries = SHOWN_SLATES.recent(connection, whole.id, most=most, after=after)
        return [as_read_by(entry.word, person, viewer, at) for entry in entries]


def shown_again(
    workplace: Workplace, recommendation: str, *, viewer: Viewer, at: datetime, profile: str | None = None
) -> Recommendation:
    """One slate that was shown, as this viewer may read it, of the person `profile` where one is named.

    NotFoundError, in the same words, for any other.
    """
    with workplace.acting(viewer, Act.READ_SHOWN, at=at) as connection:
        entry = SHOWN_SLATES.get(connection, recommendation)
        if profile not in (None, entry.subject):
            raise nothing_under(recommendation)
        try:
            whole = read_file(connection, entry.subject).profile
        except NotFoundError as error:
            raise nothing_under(recommendation) from error
        return as_read_by(entry.word, redact(whole, viewer, at), viewer, at)


def shown_of(connection: Connection, whole: Profile, *, viewer: Viewer, at: datetime) -> list[Recommendation]:
    """The slates shown for a person, latest first, as this viewer may read them at an aware moment.

    A slate made with more rights than the reader has now is told without what was in it, whatever that was: how many
    cards are left, or in which order, would tell of what was taken out. Whoever lacks a consent reads their own slates
    alone: another's institution may have been told of a lead or a guarantee to which it is a party.
    """
    entries = SHOWN_SLATES.current(connection, subjects=[whole.id])
    person = redact(whole, viewer, at)
    return [as_read_by(entry.word, person, viewer, at) for entry in reversed(entries)]


def as_read_by(slate: Recommendation, person: Profile, viewer: Viewer, at: datetime) -> Recommendation:
    """One slate as this viewer, who sees the redacted `person`, may read it; without cards where they may not."""
    told_alike = not person.withheld or slate.viewer == viewer.account
    may_read = (
        told_alike
        and may_see_restricted(viewer, person, at) >= slate.under_mandate
        and set(person.withheld) <= set(slate.withheld)
    )
    return _copy(slate, staff=is_pes_staff(viewer, at)) if may_read else _that_it_was(slate)


def slate_under(connection: Connection, recommendation: str) -> Entry[Recommendation] | None:
    """The slate of an id, whole, whoever may read it; None when none was shown under it."""
    return SHOWN_SLATES.find(connection, recommendation)


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
