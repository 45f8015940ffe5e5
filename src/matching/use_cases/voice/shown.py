"""What was shown to or about a person: kept before the answer leaves, and masked anew for whoever reads the copy."""

from datetime import datetime

from matching.domain.profile import Profile
from matching.domain.recommendation import Card, Recommendation
from matching.domain.verdict import Eligibility
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import MandateKind
from matching.messages.say import say
from matching.storage.voices import SHOWN_SLATES
from matching.use_cases.history import reason_for
from matching.use_cases.live import Live
from matching.use_cases.person_file import PersonFile, load_file
from matching.use_cases.workplace import Workplace
from matching.visibility.options import may_see, open_to_all
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
    """The slates shown for a person, latest first, as this viewer may read them at an aware moment.

    Options that may not be seen now are gone without gap or count; details that rest on what is withheld from this
    viewer are left out. NotFoundError when the file does not exist for them.
    """
    file = load_file(workplace, profile, viewer)
    with workplace.database.read() as connection:
        entries = SHOWN_SLATES.current(connection, units=None, subjects=[profile])
    reader = Reader(workplace.live(at), redact(file.profile, viewer, at), viewer, at)
    return [reader.copy_of(entry.word) for entry in reversed(entries)]


class Reader:
    """Whoever reads copies about one person at one moment, and what exists for them then."""

    def __init__(self, live: Live, person: Profile, viewer: Viewer, at: datetime) -> None:
        self._rows = live.snapshot
        self._person = person
        self._visible = may_see(viewer, person, live.publication, at)
        self._restricted = live.publication.published & ~open_to_all(live.publication, at)
        self._is_pes_staff = viewer.has_mandate(MandateKind.PES_STAFF, at)

    def copy_of(self, slate: Recommendation) -> Recommendation:
        """One slate: every copy says the same things in the same way, whether something was taken out of it or not."""
        kept = [
            card for card in slate.cards if self._exists(card.opportunity, was_open="posting" not in card.mandate_only)
        ]
        plain = bool(set(self._person.withheld) - set(slate.withheld))
        first = slate.cards[0].rank if slate.cards else 1
        cards = [
            self._masked(card, slate.language, plain=plain).model_copy(update={"rank": rank})
            for rank, card in enumerate(kept, start=first)
        ]
        asked = {question for card in cards for question in card.eligibility.questions}
        return slate.model_copy(
            update={
                "cards": tuple(cards),
                "questions": tuple(question for question in slate.questions if question in asked),
                "purposes": (),
                "empty_because": None if cards else say(slate.language, "shown.empty"),
                "considered": slate.considered_by_all or 0,
                "listed": None,
                "resting": tuple(
                    rest.model_copy(update={"alike": None, "like": (), "reason": reason_for(self._person, rest.reason)})
                    for rest in slate.resting
                    if self._exists(rest.opportunity, was_open=False)
                ),
                "contested": () if plain else slate.contested,
                "withheld": self._person.withheld if plain else slate.withheld,
            }
        )

    def _exists(self, opportunity: str, *, was_open: bool) -> bool:
        """Whether an option exists for the reader: it is visible now, or was open to all and has only gone since."""
        row = self._rows.row_of(opportunity)
        if row is not None and (self._visible[row] or self._restricted[row]):
            return bool(self._visible[row])
        return was_open

    def _masked(self, card: Card, lang: str, *, plain: bool) -> Card:
        """The card without an employer that only the employment service may know; `plain`: what the catalogue says."""
        if "employer" in card.mandate_only and not self._is_pes_staff:
            card = card.model_copy(update={"provider": None})
        if not plain:
            return card
        return Card(
            rank=card.rank,
            opportunity=card.opportunity,
            kind=card.kind,
            title=card.title,
            summary=card.summary,
            description=card.description,
            provider=card.provider,
            place=card.place,
            contributions=(),
            eligibility=Eligibility(state="review", questions=(say(lang, "withheld.card"),)),
            verdicts=(),
            reasons=(),
        )
