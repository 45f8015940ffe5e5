"""Leaving out what is None loses nothing: in every word that is kept so, None is the default of what may be None."""

from collections.abc import Iterator
from types import NoneType
from typing import Any, get_args

import pytest

from matching.domain.opportunity import Measure, Placement, Vacancy
from matching.domain.profile import Profile
from matching.domain.word import Word


def words_in(annotation: Any) -> Iterator[type[Word]]:
    """Every word that an annotation names, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, Word):
        yield annotation
        for field in annotation.model_fields.values():
            yield from words_in(field.annotation)
    for argument in get_args(annotation):
        yield from words_in(argument)


@pytest.mark.parametrize("kept", [Vacancy, Measure, Placement, Profile])
def test_none_is_the_default_wherever_it_is_allowed(kept: type[Word]) -> None:
    words = set(words_in(kept))
    assert len(words) > 5
    for word in words:
        for name, field in word.model_fields.items():
            if NoneType in get_args(field.annotation):
                assert field.default is None, f"{word.__name__}.{name}"
