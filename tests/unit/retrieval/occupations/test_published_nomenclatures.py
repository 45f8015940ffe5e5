"""The published files themselves, where they are at hand."""

import os
from pathlib import Path

import pytest

from matching.retrieval.occupations.taxonomy import Taxonomy, import_taxonomy, load_taxonomy

DATA = os.environ.get("MATCHING_TEST_DATA")
pytestmark = pytest.mark.skipif(DATA is None, reason="MATCHING_TEST_DATA does not say where the published files are")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Taxonomy, dict[str, int]]:
    data, home = Path(str(DATA)), tmp_path_factory.mktemp("data")
    counts = import_taxonomy(home, data / "esco", data / "rome", data / "ch_isco")
    taxonomy = load_taxonomy(home)
    assert taxonomy is not None
    return taxonomy, counts


def test_counts(installed: tuple[Taxonomy, dict[str, int]]) -> None:
    _, counts = installed
    assert counts["esco"] >= 3_039
    assert counts["esco_linked"] == counts["esco"]
    assert counts["isco"] == 619
    assert counts["rome"] == 1_584
    assert counts["rome_linked"] >= 1_580
    assert counts["ch_isco"] > 1_400


@pytest.mark.parametrize(
    ("code", "group"), [("D1106", "52"), ("J1501", "53"), ("F1703", "71"), ("K2204", "91"), ("M1805", "25")]
)
def test_rome_codes_lead_to_the_expected_groups(
    installed: tuple[Taxonomy, dict[str, int]], code: str, group: str
) -> None:
    assert installed[0].codes_of("rome", code).isco[0].startswith(group)


def test_unspecified_codes(installed: tuple[Taxonomy, dict[str, int]]) -> None:
    taxonomy, _ = installed
    assert taxonomy.codes_of("ch_isco", "52200").isco == ("522",)
    assert taxonomy.codes_of("ch_isco", "51200").isco == ("5120",)
    assert taxonomy.codes_of("ch_isco", "52300").ch_isco == "52300"


@pytest.mark.parametrize("title", ["Verkäuferin", "vendeuse en boulangerie", "Kaminfeger/in", "Aide-soignant(e) H/F"])
def test_everyday_titles_are_found(installed: tuple[Taxonomy, dict[str, int]], title: str) -> None:
    found = installed[0].find(title)
    assert found
    assert all(label for _, _, label in found)
