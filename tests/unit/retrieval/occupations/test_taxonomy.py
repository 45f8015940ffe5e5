from pathlib import Path

import pytest

from matching.errors import DamagedError, InvalidInputError
from matching.retrieval.occupations.taxonomy import OccupationCodes, Taxonomy, import_taxonomy, load_taxonomy

BAKERY = "http://data.europa.eu/esco/occupation/bakery-seller"


@pytest.fixture
def taxonomy(tmp_path: Path, esco: Path, rome: Path, ch_isco: Path) -> Taxonomy:
    import_taxonomy(tmp_path, esco, rome, ch_isco)
    return loaded(tmp_path)


def loaded(data_dir: Path) -> Taxonomy:
    taxonomy = load_taxonomy(data_dir)
    assert taxonomy is not None
    return taxonomy


@pytest.mark.parametrize(
    ("scheme", "code", "codes"),
    [
        ("esco", BAKERY, OccupationCodes(isco=("5223",), esco=BAKERY)),
        ("esco", "http://data.europa.eu/esco/isco/C522", OccupationCodes(isco=("522",))),
        ("rome", "d1106", OccupationCodes(isco=("5223",), rome="D1106")),
        ("rome", "D1201", OccupationCodes(rome="D1201")),
        ("ch_isco", "52230", OccupationCodes(isco=("5223",), ch_isco="52230")),
        ("ch_isco", "52200", OccupationCodes(isco=("522",))),
        ("ch_isco", "52", OccupationCodes(isco=("52",))),
        ("ch_isco", "52239", OccupationCodes(isco=("5223",), ch_isco="52239")),
        ("isco", "5223", OccupationCodes(isco=("5223",))),
        ("isco", "5223.1", OccupationCodes()),
        ("rome", "11000", OccupationCodes()),
        ("ch_isco", "٥٢", OccupationCodes()),
        ("avam", "1", OccupationCodes()),
    ],
)
def test_codes_lead_to_isco(taxonomy: Taxonomy, scheme: str, code: str, codes: OccupationCodes) -> None:
    assert taxonomy.codes_of(scheme, code) == codes


def test_without_anything_installed_codes_mean_their_own_digits(tmp_path: Path) -> None:
    assert load_taxonomy(tmp_path) is None
    assert Taxonomy().codes_of("ch_isco", "52230") == OccupationCodes(isco=("5223",), ch_isco="52230")
    assert Taxonomy().codes_of("rome", "D1106") == OccupationCodes(rome="D1106")
    assert Taxonomy().codes_of("esco", BAKERY) == OccupationCodes(esco=BAKERY)
    assert Taxonomy().find("vendeuse") == []
    assert Taxonomy().label("rome", "D1106", "fr") is None


def test_a_rome_code_split_between_groups_has_both(tmp_path: Path, esco: Path, rome: Path) -> None:
    crosswalk = rome / "rome_to_esco_20300101.csv"
    crosswalk.write_text(crosswalk.read_text("utf-8").replace("broadMatch", "exactMatch"), "utf-8")
    import_taxonomy(tmp_path, esco, rome, None)
    assert loaded(tmp_path).codes_of("rome", "D1106").isco == ("5223", "6113")


def test_labels_stand_in_the_language_asked_for_or_not_at_all(taxonomy: Taxonomy) -> None:
    assert taxonomy.label("esco", BAKERY, "fr") == "vendeur de pain/vendeuse de pain"
    assert taxonomy.label("esco", BAKERY, "it") is None
    assert taxonomy.label("isco", "5223", "en") == "Shop people"
    assert taxonomy.label("isco", "5223", "de") == "Brotläden"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Vendeuse de pain H/F",
            [
                ("esco", BAKERY, "vendeur de pain/vendeuse de pain"),
                ("rome", "D1106", "Vendeur / Vendeuse de pain"),
            ],
        ),
        ("BREAD VENDOR", [("esco", BAKERY, "bread seller")]),
        ("fromagère de gare", [("rome", "D1106", "Vendeur / Vendeuse de pain")]),
        ("BROTLADEN", [("ch_isco", "52230", "Brotläden")]),
        ("astronaute", []),
        ("", []),
    ],
)
def test_titles_are_found_exactly(taxonomy: Taxonomy, text: str, found: list[tuple[str, str, str]]) -> None:
    assert taxonomy.find(text) == found


def test_titles_of_some_schemes_alone(taxonomy: Taxonomy) -> None:
    assert taxonomy.titled("Vendeur / Vendeuse de pain", {"esco", "isco"}) == [("esco", BAKERY)]
    assert taxonomy.titled("Vendeur / Vendeuse de pain", {"rome"}) == [("rome", "D1106")]
    assert taxonomy.titled("Vendeur / Vendeuse de nuit", {"esco", "isco"}) == []


def test_titles_can_be_kept_to_one_language(taxonomy: Taxonomy) -> None:
    assert taxonomy.find("bread vendor", lang="fr") == []
    assert taxonomy.find("bread vendor", lang="en") != []


def test_importing_one_source_keeps_the_others(tmp_path: Path, taxonomy: Taxonomy, esco: Path) -> None:
    renamed = (esco / "fr" / "occupations_fr.csv").read_text("utf-8").replace("vendeur de pain/", "crémier/")
    (esco / "fr" / "occupations_fr.csv").write_text(renamed, "utf-8")
    counts = import_taxonomy(tmp_path, esco, None, None)
    assert counts["esco"] == 3
    assert "rome" not in counts
    later = loaded(tmp_path)
    assert later.version != taxonomy.version
    assert later.label("esco", BAKERY, "fr") == "crémier/vendeuse de pain"
    assert later.label("rome", "D1106", "fr") == "Vendeur / Vendeuse de pain"
    import_taxonomy(tmp_path, esco, None, None)
    assert loaded(tmp_path).version == later.version
    assert len(list((tmp_path / "taxonomy").iterdir())) == 10


def test_a_source_that_cannot_be_read_changes_nothing(tmp_path: Path, taxonomy: Taxonomy, esco: Path) -> None:
    with pytest.raises(InvalidInputError):
        import_taxonomy(tmp_path, esco, tmp_path / "absent", None)
    assert loaded(tmp_path).version == taxonomy.version
    with pytest.raises(InvalidInputError, match="Rien à installer"):
        import_taxonomy(tmp_path, None, None, None)


@pytest.mark.parametrize("part", ["links", "labels", "titles"])
def test_damage_says_what_to_import_again(tmp_path: Path, taxonomy: Taxonomy, ch_isco: Path, part: str) -> None:
    file = next((tmp_path / "taxonomy").glob(f"ch_isco.{part}.*"))
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(DamagedError, match="relancer `matching taxonomy import --ch-isco DOSSIER`"):
        load_taxonomy(tmp_path)
    file.unlink()
    with pytest.raises(DamagedError, match="--ch-isco"):
        load_taxonomy(tmp_path)
    import_taxonomy(tmp_path, None, None, ch_isco)
    assert loaded(tmp_path).version == taxonomy.version


@pytest.mark.parametrize("manifest", ["", "[]", '{"sources": 3}', '{"sources": {"esco": {}}}'])
def test_a_damaged_manifest_is_mended_by_importing(
    tmp_path: Path, taxonomy: Taxonomy, esco: Path, manifest: str
) -> None:
    (tmp_path / "taxonomy" / "manifest.json").write_text(manifest, "utf-8")
    with pytest.raises(DamagedError, match="relancer `matching taxonomy import`"):
        load_taxonomy(tmp_path)
    import_taxonomy(tmp_path, esco, None, None)
    assert loaded(tmp_path).label("esco", BAKERY, "en") == "bread seller"
