"""The only builder of the text that stands for a person or an option."""

from dataclasses import dataclass

from matching.domain.opportunity import AnyOpportunity, Measure
from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import MeasureType
from matching.retrieval.sensitive import without_sensitive_sentences

DESCRIPTION_CHARACTERS = 1500


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
    """The role in a few words and the description cut to its beginning."""

    role: str
    body: str


def text_of_person(profile: Profile) -> PersonText:
    """The text that stands for a person: project, wishes, occupations, skills; sensitive sentences left out."""
    occupations = profile.occupations or ()
    targets = [occupation.title for occupation in occupations if occupation.target]
    held = [occupation.title for occupation in occupations if not occupation.target]
    skills = tuple(without_sensitive_sentences(skill.label) for skill in profile.skills.items)
    words = [without_sensitive_sentences(text) for text in (profile.project or "", profile.wishes or "")]
    return PersonText(
        project=_joined([*map(without_sensitive_sentences, targets), *words]),
        experience=_joined([*map(without_sensitive_sentences, held), *skills]),
        skills=tuple(skill for skill in skills if skill),
    )


def text_of_option(option: AnyOpportunity) -> OptionText:
    """The text that stands for an option: title and skills asked for, then the description."""
    skills = [skill.label for skill in option.criteria.skills[:6]]
    role = _joined([option.title, *skills])
    kind = option.type.fr if isinstance(option, Measure) and option.type is not MeasureType.ALLOWANCE else ""
    return OptionText(role=role, body=_joined([option.title, kind, option.description[:DESCRIPTION_CHARACTERS]]))


def _joined(parts: list[str]) -> str:
    return ". ".join(part.strip(" .") for part in parts if part.strip(" ."))
