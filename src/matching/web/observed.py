"""An observation as a provider types it, read into the grid that all providers share."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from matching.contracts.reasons import word_from
from matching.domain.person import LanguageSkill, Skill
from matching.errors import InvalidInputError
from matching.web.typed import day_needed, whole_number_of, words_of

_REFUSED = "Observation refusée"


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
        "seen_from": day_needed(sent.seen_from),
        "seen_to": day_needed(sent.seen_to),
        "work_pace_percent": whole_number_of(sent.pace),
        "attendance_percent": whole_number_of(sent.attendance),
        "language": word_from(LanguageSkill, _REFUSED, told) if sent.language else None,
        "skills": [
            word_from(Skill, _REFUSED, {"label": line.strip()}) for line in sent.skills.splitlines() if line.strip()
        ],
        "text": words_of(sent.text),
        "with_consent": sent.with_consent == "yes",
    }
