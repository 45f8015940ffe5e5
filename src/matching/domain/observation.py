"""What a provider saw of a participant, in one grid for all providers."""

from datetime import date
from typing import Annotated

from matching.domain.person import LanguageSkill, Skill
from matching.domain.vocabulary.process import CorrectionStatus
from matching.domain.word import Identifier, Moment, Percent, Text, Word, about


class Observation(Word):
    """What a provider saw; the person sees it and may answer, a counsellor confirms. Before, it counts nowhere."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    opportunity: Annotated[Identifier, about("Where it was seen.", "own:atelier-velo")]
    seen_from: Annotated[date, about("Seen from.", "2026-10-01")]
    seen_to: Annotated[date, about("Seen to.", "2026-10-31")]
    skills: Annotated[tuple[Skill, ...], about("Skills seen.", [{"label": "Réparer une crevaison"}])] = ()
    work_pace_percent: Annotated[Percent | None, about("Pace against an ordinary workplace.", 70)] = None
    attendance_percent: Annotated[Percent | None, about("Attendance.", 95)] = None
    language: Annotated[
        LanguageSkill | None, about("Level in a language spoken there.", {"language": "fr", "level": "a2"})
    ] = None
    text: Annotated[Text | None, about("In words.", "Travaille avec soin.")] = None
    with_consent: Annotated[bool, about("The person agreed.", True)]
    observed_by: Annotated[Identifier, about("Account of the provider.", "atelier")]
    observed_at: Annotated[Moment, about("When it was written down.", "2026-11-02T08:00:00+01:00")]
    shown_at: Annotated[
        Moment | None, about("When the person saw it; absent: not yet.", "2026-11-05T10:00:00+01:00")
    ] = None
    person_answer: Annotated[Text | None, about("The person's answer.", "D'accord")] = None
    status: Annotated[CorrectionStatus, about("What a counsellor made of it.", "confirmed")] = CorrectionStatus.PROPOSED
    decided_by: Annotated[Identifier | None, about("Counsellor who confirmed or dismissed it.", "demo")] = None
    decided_at: Annotated[Moment | None, about("When.", "2026-11-06T08:00:00+01:00")] = None
