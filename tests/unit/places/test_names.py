"""Spellings of one place meet, and hints that stand in a name are taken from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.places.french_areas import region
from matching.places.names import name_key, other_keys, without_canton, without_district


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("Saint-Étienne", "saint etienne"),
        ("ST ETIENNE", "saint etienne"),
        ("Ste-Croix", "sainte croix"),
        ("St. Gallen", "saint gallen"),
        ("Sankt Gallen", "saint gallen"),
        ("L'Isle", "l isle"),
        ("L’Isle", "l isle"),
        ("Villars s/ Ollon", "villars sur ollon"),
        ("Œuilly", "oeuilly"),
        ("LYON CEDEX 03", "lyon"),
        ("Cedex", "cedex"),
        ("  ", ""),
        ("日内瓦", ""),
    ],
)
def test_key(spelling: str, key: str) -> None:
    assert name_key(spelling) == key


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


def test_parts_of_a_name() -> None:
    assert other_keys("Biel/Bienne") == {"biel", "bienne"}
    assert other_keys("Wil (SG)") == {"wil"}
    assert other_keys("Renens") == set()
    assert without_canton("renens vd") == ("renens", "VD")
    assert without_canton("vd") == ("vd", None)
    assert without_district("lyon 3e arrondissement") == "lyon"
    assert without_district("lausanne 25") == "lausanne"


@pytest.mark.parametrize(
    ("postcode", "departement", "expected"),
    [
        ("07000", None, "84"),
        ("7000", None, "84"),
        ("20000", None, "94"),
        ("97400", None, "overseas"),
        (None, "974", "overseas"),
        (None, "2a", "94"),
        (None, "7", "84"),
        ("75011", "69", "84"),
        ("75011", "Rhône", "11"),
        ("750", None, None),
        ("99999", None, None),
        (None, None, None),
    ],
)
def test_region(postcode: str | None, departement: str | None, expected: str | None) -> None:
    assert region(postcode, departement) == expected
