"""What a manager types, as the word it becomes; what is wrong is said of its field, by the name beside it."""

from collections.abc import Mapping
from typing import Self, TypeVar

from pydantic import BaseModel, Field, ValidationError

from matching.contracts.reasons import reason
from matching.domain.steering import GapRemedy, PlaceStatement
from matching.domain.word import Word
from matching.errors import InvalidInputError
from matching.messages.say import say

W = TypeVar("W", bound=Word)

_LONGEST = 300


class Typed(BaseModel):
    """Fields of a form as they were typed; empty is absent."""

    @classmethod
    def of(cls, known: Mapping[str, str]) -> Self:
        """A form in which some fields are known already, by the address."""
        return cls.model_validate({name: known[name][:_LONGEST] for name in cls.model_fields if name in known})

    def told(self) -> dict[str, str]:
        """What was typed, without what is empty."""
        typed: dict[str, str] = self.model_dump(exclude={"once"})
        return {name: text.strip() for name, text in typed.items() if text.strip()}


class StateTyped(Typed):
    """Places that were counted or are aimed for."""

    territory: str = Field("", max_length=_LONGEST)
    programme: str = Field("", max_length=_LONGEST)
    kind: str = Field("", max_length=_LONGEST)
    on: str = Field("", max_length=_LONGEST)
    occupation: str = Field("", max_length=_LONGEST)
    socioprofessional: str = Field("", max_length=_LONGEST)
    professional: str = Field("", max_length=_LONGEST)
    authority: str = Field("", max_length=_LONGEST)
    reference: str = Field("", max_length=_LONGEST)


class RemedyTyped(Typed):
    """What is done about a gap, and what it promises."""

    need: str = Field("", max_length=_LONGEST)
    territory: str = Field("", max_length=_LONGEST)
    district: str = Field("", max_length=_LONGEST)
    language: str = Field("", max_length=_LONGEST)
    payer: str = Field("", max_length=_LONGEST)
    what: str = Field("", max_length=_LONGEST)
    opportunity: str = Field("", max_length=_LONGEST)
    people_expected: str = Field("", max_length=_LONGEST)
    by: str = Field("", max_length=_LONGEST)
    promised_by: str = Field("", max_length=_LONGEST)
    once: str = Field("", max_length=64)
    """The key under which it is entered once."""


class WrongFieldError(InvalidInputError):
    """What was typed is no word; `field` is where."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__(sentence)
        self.field = field


def statement_of(typed: StateTyped, lang: str) -> PlaceStatement:
    """The statement; WrongFieldError, one sentence, for what is none."""
    return _word(PlaceStatement, typed, lang)


def remedy_of(typed: RemedyTyped, lang: str) -> GapRemedy:
    """The remedy; WrongFieldError, one sentence, for what is none."""
    return _word(GapRemedy, typed, lang)


def _word(word: type[W], typed: Typed, lang: str) -> W:
    try:
        return word.model_validate(typed.told())
    except ValidationError as wrong:
        error = wrong.errors(include_url=False)[0]
        field = str(error["loc"][0])
        raise WrongFieldError(f"{say(lang, f'web.manager.field.{field}')} : {reason(error)}.", field) from wrong
