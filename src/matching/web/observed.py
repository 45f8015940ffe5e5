"""An observation as a provider types it, read into the grid that all providers share."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from matching.contracts.reasons import word_from
from matching.domain.person import LanguageSkill, Skill
from matching.errors import InvalidInputError
from matching.web.typed import Labelled, day_needed, lines_of, percent_of, words_of

_REFUSED = "Observation refusée"
_LONGEST, _REPEATED = 300, 40
"""Signs of a skill, and how many of one that is too long a refusal repeats."""


class Typed(BaseModel):
    """The fields of the form as they were sent; what was left empty says nothing."""

    model_config = ConfigDict(extra="ignore")

    once: str = Field(min_length=1, max_length=64)
    seen_from: str = Field("", max_length=10)
    seen_to: str = Field("", max_length=10)
    pace: str = Field("", max_length=10)
    attendance: str = Field("", max_length=10)
    language: str = Field("", max_length=10)
    level: str = Field("", max_length=10)
    skills: str = Field("", max_length=4_000)
    text: str = Field("", max_length=4_000)
    with_consent: str = Field("", max_length=10)


def observed(sent: Typed) -> dict[str, Any]:
    """What is written down of it; InvalidInputError, in one sentence, for what cannot be read."""
    if sent.level and not sent.language:
        raise InvalidInputError("Un niveau est indiqué sans sa langue ; choisir la langue.")
    told = {"language": sent.language, "level": sent.level or None}
    return {
        "seen_from": day_needed(sent.seen_from, Labelled("web.inbox.seen_from")),
        "seen_to": day_needed(sent.seen_to, Labelled("web.inbox.seen_to")),
        "work_pace_percent": percent_of(sent.pace, Labelled("web.inbox.seen.pace")),
        "attendance_percent": percent_of(sent.attendance, Labelled("web.inbox.seen.attendance")),
        "language": word_from(LanguageSkill, _REFUSED, told) if sent.language else None,
        "skills": [_skill(line) for line in lines_of(sent.skills)],
        "text": words_of(sent.text),
        "with_consent": sent.with_consent == "yes",
    }


def _skill(line: str) -> Skill:
    if len(line) > _LONGEST:
        raise InvalidInputError(
            "Une compétence compte au plus {most} signes ; raccourcir « {line}… ».",
            most=_LONGEST,
            line=line[:_REPEATED],
        )
    return word_from(Skill, _REFUSED, {"label": line})
