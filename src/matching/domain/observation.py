"""What a provider saw, and what became of it all months later."""

from datetime import date
from typing import Annotated, Literal

from matching.domain.person import Skill
from matching.domain.vocabulary.process import DropoutReason, OutcomeKind
from matching.domain.vocabulary.situation import LanguageLevel
from matching.domain.word import Identifier, Moment, Percent, Text, Word, about


class Observation(Word):
    """What a provider saw, in one common grid; it proposes changes, the counsellor confirms, the person may answer."""

    id: Annotated[Identifier, about("Id.", "o-01J")]
    profile: Annotated[Identifier, about("Person.", "p-0001")]
    opportunity: Annotated[Identifier, about("Where it was seen.", "own:atelier-velo")]
    seen_from: Annotated[date, about("Seen from.", "2026-10-01")]
    seen_to: Annotated[date, about("Seen to.", "2026-10-31")]
    skills: Annotated[tuple[Skill, ...], about("Skills seen.", [{"label": "Réparer une crevaison"}])] = ()
    work_pace_percent: Annotated[Percent | None, about("Pace against an ordinary workplace.", 70)] = None
    attendance_percent: Annotated[Percent | None, about("Attendance.", 95)] = None
    language_level: Annotated[LanguageLevel | None, about("Level in the language of the place.", "a2")] = None
    text: Annotated[Text | None, about("In words.", "Travaille avec soin.")] = None
    with_consent: Annotated[bool, about("The person agreed.", True)]
    person_answer: Annotated[Text | None, about("The person's answer.", "D'accord")] = None
    confirmed_by: Annotated[Identifier | None, about("Counsellor who confirmed.", "demo")] = None


class Outcome(Word):
    """A later fact. Absent means unknown, never failure."""

    decision: Annotated[Identifier, about("Decision.", "d-01J")]
    kind: Annotated[OutcomeKind, about("Which fact.", "unsubsidised_job_at")]
    months: Annotated[Literal[1, 3, 6, 12, 24, 36] | None, about("Months from the start.", 12)] = None
    holds: Annotated[bool | None, about("It holds; absent is unknown.", True)] = None
    amount: Annotated[float | None, about("Amount or count, where the fact is one.", 1200.0, ge=0)] = None
    dropout_reason: Annotated[DropoutReason | None, about("Why it was left.", "found_job")] = None
    stated_at: Annotated[Moment, about("Stated at.", "2027-11-21T08:00:00+01:00")]
    source: Annotated[Literal["counsellor", "person", "provider", "register"], about("Who says so.", "register")]
