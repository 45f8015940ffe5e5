"""Facts that several rules read."""

from typing import Any

import pytest

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.eligibility.facts import lives_in_canton


@pytest.mark.parametrize(
    ("residence", "expected"),
    [
        ({"country": "ch", "region": "XX"}, Truth.MET),
        ({"country": "ch", "region": "VD"}, Truth.NOT_MET),
        ({"country": "fr"}, Truth.NOT_MET),
        ({"country": "fr", "region": "XX"}, Truth.NOT_MET),
        ({"country": "ch"}, Truth.UNKNOWN),
        (None, Truth.UNKNOWN),
    ],
)
def test_residence_in_a_canton(residence: dict[str, Any] | None, expected: Truth) -> None:
    assert lives_in_canton(Profile.model_validate({"id": "p", "residence": residence}), "XX") is expected
