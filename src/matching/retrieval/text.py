"""The only builder of the text that stands for a person or an option.

What it builds is read by the channels alone, never shown: every text is brought to one form for feminine, masculine and
doubled words (`neutral.py`), so that no score moves with them, whatever encoder is installed.
"""

import unicodedata
from dataclasses import dataclass

from matching.domain.opportunity import AnyOpportunity, Measure
from matching.domain.profile import Profile
from matching.domain.vocabulary.measures import MeasureType
from matching.retrieval.neutral import neutral
from matching.retrieval.sensitive import without_sensitive_sentences

DESCRIPTION_CHARACTERS = 6_000
"""Some three pages: of two, what tells of the work often begins in the middle. It bounds the time of a snapshot."""


@dataclass(frozen=True)
class PersonText:
    """What a person wants and what they have done; empty where the file says nothing."""

    project: str
    experience: str
    skills: tuple[str, ...]

    @property
    def whole(self) -> str:
        """Both together, for the lexical channel."""
        return f"{self.project} {self.experience}".strip()


@dataclass(frozen=True)
class OptionText:
    """The role in a few words and the description, of a very long one its beginning."""

    role: str
    body: str


def text_of_person(profile: Profile) -> PersonText:
    """The text that stands for a person: project, wishes, occupations, skills; sensitive sentences left out."""
    occupations = profile.occupations or ()
    targets = [occupation.title for occupation in occupations if occupation.target]
    held = [occupation.title for occupation in occupations if not occupation.target]
    skills = [_of_a_person(skill.label) for skill in profile.skills.items]
    words = [profile.project or "", profile.wishes or ""]
    return PersonText(
        project=_joined([_of_a_person(text) for text in (*targets, *words)]),
        experience=_joined([*map(_of_a_person, held), *skills]),
        skills=tuple(skill for skill in skills if skill),
    )


def text_of_option(option: AnyOpportunity) -> OptionText:
    """The text that stands for an option: title and skills asked for, then the description."""
    title = _one_form(option.title)
    skills = [text_of_skill(skill.label) for skill in option.criteria.skills[:6]]
    kind = option.type.fr if isinstance(option, Measure) and option.type is not MeasureType.ALLOWANCE else ""
    beginning = _one_form(option.description[: 2 * DESCRIPTION_CHARACTERS])  # cut twice: forms differ in length
    body = _joined([title, _one_form(kind), beginning[:DESCRIPTION_CHARACTERS]])
    return OptionText(role=_joined([title, *skills]), body=body)


def text_of_skill(label: str) -> str:
    """The text that stands for a skill that an option asks for."""
    return _one_form(label)


def _of_a_person(text: str) -> str:
    return _one_form(without_sensitive_sentences(text))


def _one_form(text: str) -> str:
    return neutral(unicodedata.normalize("NFKC", text).lower()).strip()


def _joined(parts: list[str]) -> str:
    return ". ".join(part.strip(" .") for part in parts if part.strip(" ."))
