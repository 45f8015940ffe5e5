"""The counsellor's word on single explanations, and the corrections that it or an observation proposes."""

from typing import Annotated, Literal

from matching.domain.person import LanguageSkill, Skill
from matching.domain.vocabulary.process import CorrectionStatus, FeedbackVerdict
from matching.domain.word import Identifier, Moment, Percent, Text, Word, about

Corrected = Literal["profile", "catalogue"]
"""Whose fact is wrong: the person's file or the option's record."""


class ReasonFeedback(Word):
    """The counsellor's word on one explanation; a wrong fact becomes a correction to confirm."""

    recommendation: Annotated[Identifier, about("Recommendation.", "r-01J")]
    opportunity: Annotated[Identifier, about("Option.", "job_room:123")]
    reason: Annotated[Identifier, about("Feature or rule of the explanation.", "distance")]
    verdict: Annotated[FeedbackVerdict, about("Verdict.", "wrong")]
    correction: Annotated[Text | None, about("What is right.", "La personne a déménagé à Morges")] = None
    corrects: Annotated[Corrected | None, about("Whose fact is wrong, where one is.", "profile")] = None
    author: Annotated[Identifier, about("Account.", "demo")]
    at: Annotated[Moment, about("When.", "2026-11-21T08:06:00+01:00")]


class Correction(Word):
    """A change of a file or of a record that somebody proposes; a counsellor confirms or dismisses it, nobody else.

    What has a field of its own (skill, language, pace) is written into the file when it is confirmed; what is only said
    in words is corrected at its source by whoever confirms it.
    """

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    corrects: Annotated[Corrected, about("What is to be changed.", "profile")]
    opportunity: Annotated[Identifier | None, about("Option concerned.", "job_room:123")] = None
    source: Annotated[Literal["feedback", "observation"], about("What proposes it.", "feedback")]
    origin: Annotated[Identifier, about("Feedback or observation it comes from.", "reason_feedback-01J")]
    reason: Annotated[Identifier | None, about("Explanation that was wrong.", "distance")] = None
    text: Annotated[Text | None, about("What is right, in words.", "La personne a déménagé à Morges")] = None
    skill: Annotated[Skill | None, about("Skill to add.", {"label": "Réparer une crevaison"})] = None
    language: Annotated[
        LanguageSkill | None, about("Level of a language to write down.", {"language": "fr", "level": "a2"})
    ] = None
    work_pace_percent: Annotated[Percent | None, about("Pace to write down.", 70)] = None
    status: Annotated[CorrectionStatus, about("What became of it.", "proposed")] = CorrectionStatus.PROPOSED
    decided_by: Annotated[Identifier | None, about("Counsellor who confirmed or dismissed.", "demo")] = None
    answer: Annotated[Text | None, about("Why, in words.", "Niveau corrigé")] = None
