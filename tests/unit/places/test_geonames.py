"""The real extract, as installed: a few places that everybody can check."""

from pathlib import Path

import pytest

from matching.places.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    folder: Path = tmp_path_factory.mktemp("places")
    return open_gazetteer(folder)


@pytest.mark.parametrize(
    ("country", "postcode", "municipality", "expected"),
    [
        ("CH", "1201", "Genève", (46.20, 6.14)),
        ("CH", None, "Bienne", (47.14, 7.25)),
        ("CH", None, "Zurich", (47.37, 8.55)),
        ("FR", "69003", "Lyon 3e arrondissement", (45.76, 4.85)),
        ("FR", "75011", "PARIS CEDEX 11", (48.85, 2.35)),
        ("FR", "93200", "St Denis", (48.94, 2.35)),
        ("FR", "7000", "Privas", (44.74, 4.60)),
    ],
)
def test_known_towns(
    gazetteer: Gazetteer, country: str, postcode: str | None, municipality: str, expected: tuple[float, float]
) -> None:
    assert gazetteer.locate(country, postcode, municipality) == pytest.approx(expected, abs=0.02)


def test_unknown_stays_unknown(gazetteer: Gazetteer) -> None:
    assert gazetteer.locate("CH", None, "Buchs") is None
    assert gazetteer.locate("FR", "97400", "Saint-Denis") is None
    assert gazetteer.locate("CH", None, "Lausanne", "ZH") is None
