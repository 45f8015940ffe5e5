"""The official directory is imported whole or refused with a sentence."""

import os
from pathlib import Path

import pytest

from matching.errors import DamagedError, InvalidInputError
from matching.places.gazetteer import open_gazetteer
from matching.places.swiss_directory import directory_path, import_swiss_directory

HEADER = "Ortschaftsname;PLZ;Zusatzziffer;Gemeindename;BFS-Nr;Kantonskürzel;E;N;Sprache;Validity"
# Invented localities: the names, numbers and spots belong to no real place.
INVENTED = f"""{HEADER}
Valmoret;1991;00;Valmoret;9001;VD;6.60;46.50;fr;2020-01-01
Les Crêts-Bleus;1991;02;Valmoret;9001;VD;6.62;46.52;fr;2020-01-01
St-Aubrin VS;1992;00;Saint-Aubrin (VS);9002;VS;7.40;46.20;fr;2020-01-01
St-Aubrin FR;1993;00;Saint-Aubrin (FR);9003;FR;7.10;46.70;fr;2020-01-01
Talwies;9998;00;Talwies;9004;;9.50;47.10;de;2020-01-01
"""


def written(folder: Path, text: str = INVENTED) -> Path:
    path = folder / "directory.csv"
    path.write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    return path


def test_counts_and_locates(tmp_path: Path) -> None:
    assert import_swiss_directory(written(tmp_path), tmp_path / "data") == 5
    gazetteer = open_gazetteer(tmp_path / "data")
    assert gazetteer.locate("CH", "1991", None) == (46.51, 6.61)
    assert gazetteer.locate("ch", " CH-1991 ", "elsewhere") == (46.51, 6.61)
    assert gazetteer.locate("CH", "1999", "VALMORET") == (46.51, 6.61)
    assert gazetteer.locate("CH", None, "Les crets bleus") == (46.52, 6.62)
    assert gazetteer.locate("CH", None, "Valmoret", "GE") is None
    assert gazetteer.locate("CH", None, "Valmoret 2") == (46.51, 6.61)


def test_namesakes_far_apart_are_unknown_without_their_canton(tmp_path: Path) -> None:
    import_swiss_directory(written(tmp_path), tmp_path)
    gazetteer = open_gazetteer(tmp_path)
    assert gazetteer.locate("CH", None, "Saint-Aubrin") is None
    assert gazetteer.locate("CH", None, "St Aubrin", "FR") == (46.7, 7.1)
    assert gazetteer.locate("CH", None, "St-Aubrin VS") == (46.2, 7.4)
    assert gazetteer.locate("CH", None, "Saint-Aubrin (VS)") == (46.2, 7.4)


def test_rows_without_a_canton_lie_in_liechtenstein(tmp_path: Path) -> None:
    import_swiss_directory(written(tmp_path), tmp_path)
    assert open_gazetteer(tmp_path).locate("LI", "9998", None) == (47.1, 9.5)
    assert open_gazetteer(tmp_path).locate("CH", "9998", "Talwies") is None


def test_importing_again_replaces(tmp_path: Path) -> None:
    import_swiss_directory(written(tmp_path), tmp_path)
    before = open_gazetteer(tmp_path)
    assert before.locate("CH", "1992", None) == (46.2, 7.4)
    import_swiss_directory(written(tmp_path, INVENTED.replace("7.40;46.20", "7.50;46.30")), tmp_path)
    assert open_gazetteer(tmp_path).locate("CH", "1992", None) == (46.3, 7.5)
    assert before.locate("CH", "1992", None) == (46.2, 7.4)
    assert [path.name for path in (tmp_path / "places").iterdir()] == ["swiss_directory.json"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "n'a pas de colonne Ortschaftsname"),
        (HEADER + "\n", "ne contient aucune localité"),
        ("a,b\n1,2\n", "n'a pas de colonne Ortschaftsname"),
        (
            HEADER + "\nValmoret;1991;00;Valmoret;1;VD;2538000;1152000;fr;x\n",
            "ligne 2 : les coordonnées ne sont pas des degrés WGS84",
        ),
        (
            HEADER + "\nValmoret;1991;00;Valmoret;1;VD;east;46;fr;x\n",
            "ligne 2 : les coordonnées ne sont pas des nombres",
        ),
        (HEADER + "\nValmoret;1991\n", "ligne 2 : les coordonnées ne sont pas des nombres"),
        (HEADER + "\nValmoret;01991;00;Valmoret;1;VD;6.6;46.5;fr;x\n", "ligne 2 : le code postal « 01991 »"),
        (HEADER + "\nValmoret;1991;00;Valmoret;1;XX;6.6;46.5;fr;x\n", "ligne 2 : « XX » n'est pas un canton"),
        (HEADER + '\n"Valmoret;1991\n', "n'est pas un CSV"),
    ],
)
def test_anything_else_is_refused_and_nothing_is_written(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said) as caught:
        import_swiss_directory(written(tmp_path, text), tmp_path / "data")
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "data").exists()


def test_missing_folder_binary_and_huge_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "directory.zip"
    archive.write_bytes(b"PK\x03\x04\xff\xfe\x00")
    for source, said in (
        (tmp_path / "none.csv", "ne peut pas être lu"),
        (tmp_path, "ne peut pas être lu"),
        (archive, "décompressé"),
    ):
        with pytest.raises(InvalidInputError, match=said):
            import_swiss_directory(source, tmp_path)
    monkeypatch.setattr("matching.places.swiss_directory._MAX_BYTES", 3)
    with pytest.raises(InvalidInputError, match="bien plus grand"):
        import_swiss_directory(archive, tmp_path)


def test_a_data_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")
    with pytest.raises(InvalidInputError, match="ne peut pas être écrit"):
        import_swiss_directory(written(tmp_path), tmp_path / "data")


def test_a_damaged_directory_is_said_not_used(tmp_path: Path) -> None:
    import_swiss_directory(written(tmp_path), tmp_path)
    path = directory_path(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"46.2", b"47.2"))
    with pytest.raises(DamagedError, match=" ; importer à nouveau l'annuaire suisse"):
        open_gazetteer(tmp_path).locate("CH", "1992", None)


@pytest.mark.skipif("MATCHING_TEST_DATA" not in os.environ, reason="MATCHING_TEST_DATA is not set: no real directory")
def test_the_real_directory(tmp_path: Path) -> None:
    source = Path(os.environ["MATCHING_TEST_DATA"]) / "swiss_places" / "AMTOVZ_CSV_WGS84.csv"
    assert import_swiss_directory(source, tmp_path) > 5000
    gazetteer = open_gazetteer(tmp_path)
    lausanne = gazetteer.locate("CH", "1003", None)
    assert lausanne == pytest.approx((46.52, 6.63), abs=0.02)
    assert gazetteer.locate("CH", None, "geneve") == pytest.approx((46.20, 6.14), abs=0.03)
    assert gazetteer.locate("CH", None, "Bienne") == gazetteer.locate("CH", None, "Biel/Bienne")
    assert gazetteer.locate("CH", None, "Buchs") is None
    assert gazetteer.locate("CH", None, "Buchs", "AG") is not None
    assert gazetteer.locate("CH", None, "Renens VD") is not None
    assert gazetteer.locate("CH", "9490", None) is None
    assert gazetteer.locate("LI", "9490", None) is not None
