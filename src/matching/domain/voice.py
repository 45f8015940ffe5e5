"""What the person says: no ranking, no to an option, this is wrong. Dated, kept, answered; it never teaches a score."""

from datetime import date
from typing import Annotated, Literal

from matching.domain.vocabulary.process import ContestOutcome
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.word import Identifier, Moment, Text, Word, about

SaidBy = Literal["person", "counsellor"]
"""Whose no it is."""


class RankingChoice(Word):
    """Whether the person wants options ranked by the model, or the list of the rules alone: the same options."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    ranked: Annotated[bool, about("Options may be ranked.", False)]
    at: Annotated[Moment, about("When it was said.", "2026-11-23T10:00:00+01:00")]


class Refusal(Word):
    """A no to one option: it rests for as long as the reason says, and stands again as soon as the person asks."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    opportunity: Annotated[Identifier, about("Option.", "own:atelier-velo")]
    reason: Annotated[RejectReason | None, about("Why; absent: not available to whoever asks.", "too_far")]
    said_by: Annotated[SaidBy, about("Whose no it is.", "person")] = "person"
    words: Annotated[Text | None, about("In their own words.", "Une heure et demie de trajet")] = None
    at: Annotated[Moment, about("When it was said.", "2026-11-23T10:00:00+01:00")]
    rests_until: Annotated[date | None, about("Last day of rest; absent: no day is fixed.", "2027-01-22")] = None
    facts: Annotated[
        str | None,
        about("Digest of the facts behind it: it rests until they change. Never shown.", "9f86d081", max_length=64),
    ] = None
    lifted_on: Annotated[date | None, about("Day the rest ended because the person asked.", "2026-12-01")] = None


class Contest(Word):
    """A fact or a reason that the person says is wrong; it stands until somebody answers, nothing expires."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    fact: Annotated[Identifier | None, about("Field of the file, when a fact is contested.", "languages")] = None
    recommendation: Annotated[Identifier | None, about("Slate, when a reason on it is contested.", "r-01J")] = None
    opportunity: Annotated[Identifier | None, about("Option on that slate.", "job_room:123")] = None
    reason: Annotated[Identifier | None, about("Rule or feature of that card.", "distance")] = None
    words: Annotated[Text, about("In the person's words.", "Je parle français depuis vingt ans", min_length=1)]
    at: Annotated[Moment, about("When it was said.", "2026-11-23T10:00:00+01:00")]
    outcome: Annotated[ContestOutcome | None, about("What came of it; absent: not answered.", "corrected")] = None
    answer: Annotated[Text | None, about("The answer in words.", "Niveau corrigé : C1")] = None
    answered_by: Annotated[Identifier | None, about("Account that answered.", "demo")] = None
    answered_at: Annotated[Moment | None, about("When it was answered.", "2026-11-24T09:00:00+01:00")] = None

    @property
    def what(self) -> str:
        """The field, rule or feature that is contested."""
        return self.fact or self.reason or ""
