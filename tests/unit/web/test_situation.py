"""The labels beside a person's options, in the languages in which nouns keep their capitals."""

import pytest

from matching.domain.profile import Profile
from matching.web.situation import situation_of


@pytest.mark.parametrize(("lang", "label"), [("de", "Monate ohne Arbeit"), ("fr", "Mois sans emploi")])
def test_a_label_begins_with_a_capital_and_keeps_its_others(lang: str, label: str) -> None:
    person = Profile(id="p-1", unit="u-1")
    assert label in [line.label for line in situation_of(person, lang)]
