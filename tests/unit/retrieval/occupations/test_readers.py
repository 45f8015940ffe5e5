from pathlib import Path

import pytest

from matching.errors import InvalidInputError
from matching.retrieval.occupations.ch_isco import read_ch_isco
from matching.retrieval.occupations.esco import read_esco
from matching.retrieval.occupations.rome import read_rome

BAKERY = "http://data.europa.eu/esco/occupation/bakery-seller"
ROOFS = "http://data.europa.eu/esco/occupation/roof-gardener"


def test_esco_releases_are_merged_and_the_newer_one_wins(esco: Path) -> None:
    source = read_esco(esco)
    assert source.links[BAKERY] == {"5223": 1}
    french = source.labels["esco"][BAKERY]["fr"]
    assert french[:2] == ["vendeur de pain/vendeuse de pain", "vendeuse de brioches"]
    assert french[-2:] == ["vendeur ancien", "crieur de pain"]
    assert source.labels["esco"][BAKERY]["en"] == ["bread seller", "bread vendor", "bun seller"]
    assert source.labels["isco"] == {"5223": {"en": ["Shop people"]}}
    assert len(source.labels["esco"]) == 3


def test_esco_may_be_the_folder_of_one_language(esco: Path) -> None:
    source = read_esco(esco / "fr")
    assert set(source.labels["esco"][BAKERY]) == {"fr"}
    assert source.counts()["esco"] == 2


def test_rome_codes_take_the_links_of_their_titles_or_of_their_parent(rome: Path) -> None:
    source = read_rome(rome)
    assert source.links["D1106"][BAKERY] == 3
    assert source.links["D1106"][ROOFS] == 1
    assert source.links["D1107"] == source.links["D1106"]
    assert source.links["D1201"] == {}
    assert source.counts() == {"rome": 3, "rome_labels": 9, "rome_linked": 2}


def test_rome_without_crosswalk_has_titles_only(rome: Path) -> None:
    (rome / "rome_to_esco_20300101.csv").unlink()
    assert "rome_linked" not in read_rome(rome).counts()


def test_of_two_versions_of_rome_the_later_is_read(rome: Path) -> None:
    older = '"code_rome","libelle_rome"\n"D1106","Ancien nom"\n'
    (rome / "unix_referentiel_code_rome_v99_utf8.csv").write_text(older, "utf-8")
    assert "D1107" in read_rome(rome).links


def test_unspecified_ch_isco_codes_say_no_more_than_their_group(ch_isco: Path) -> None:
    source = read_ch_isco(ch_isco)
    assert source.links["52230"] == {"5223": 1}
    assert source.links["52200"] == source.links["5220"] == source.links["522"] == {"522": 1}
    assert source.labels["ch_isco"]["52230"] == {"de": ["Brotläden"], "fr": ["Boulangers"], "it": ["Panetterie"]}


@pytest.mark.parametrize(
    ("read", "sought"),
    [
        (read_esco, r"ESCO ; y mettre, .* occupations_fr\.csv"),
        (read_rome, r"ROME ; y mettre unix_referentiel_code_rome_\*_utf8\.csv"),
        (read_ch_isco, r"CH-ISCO-19 ; y mettre DV_CH_ISCO_19_MAJORGROUP\.csv"),
    ],
)
def test_another_folder_is_refused_with_what_was_looked_for(read, sought: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for folder in (tmp_path, tmp_path / "absent"):
        with pytest.raises(InvalidInputError, match=sought):
            read(folder)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"code,de,fr\n", "n'a pas de ligne avec les colonnes code, de, fr, it"),
        (b"code,de,fr,it\n5,a\n", "ligne 2 : 2 valeurs au lieu de 4"),
        (b"code,de,fr,it\n5,\xff,b,c\n", "ne peut pas être lu comme CSV à virgules en UTF-8"),
        (b'code,de,fr,it\n5,"a,b,c\n', "ne peut pas être lu comme CSV à virgules en UTF-8"),
    ],
)
def test_a_broken_file_is_named_with_its_line(ch_isco: Path, content: bytes, problem: str) -> None:
    (ch_isco / "DV_CH_ISCO_19_MAJORGROUP.csv").write_bytes(content)
    with pytest.raises(InvalidInputError, match=problem) as raised:
        read_ch_isco(ch_isco)
    assert "DV_CH_ISCO_19_MAJORGROUP.csv" in str(raised.value)
