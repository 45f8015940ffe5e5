"""`matching taxonomy import`: whole folders or nothing, and one line that says what is missing."""

import json
import os
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import Run, assert_refused

BAKERY = "http://data.europa.eu/esco/occupation/bakery-seller"
ESCO = f"conceptUri,preferredLabel,altLabels,iscoGroup\n{BAKERY},vendeuse de pain,vendeuse de brioches,5223\n"
PLACES = (
    "Ortschaftsname;PLZ;Zusatzziffer;Gemeindename;BFS-Nr;Kantonskürzel;E;N;Sprache;Validity\n"
    "Valmoret;1991;00;Valmoret;9001;VD;6.60;46.50;fr;2020-01-01\n"
)


@pytest.fixture
def esco(tmp_path: Path) -> Path:
    folder = tmp_path / "esco"
    folder.mkdir()
    (folder / "occupations_fr.csv").write_text(ESCO, encoding="utf-8")
    return folder


@pytest.fixture
def places(tmp_path: Path) -> Path:
    path = tmp_path / "places.csv"
    path.write_text(PLACES, encoding="utf-8")
    return path


def installed(tmp_path: Path) -> dict[str, bytes]:
    """Every file of the data folder but the store's, its key and the anchor of its audit."""
    data = tmp_path / "data"
    store = ("matching.sqlite", "master.key", "anchor.log")
    found = (path for path in data.rglob("*") if path.is_file() and not path.name.startswith(store))
    return {str(path.relative_to(data)): path.read_bytes() for path in found}


def test_what_is_installed_is_counted_and_twice_is_once(run: Run, tmp_path: Path, esco: Path, places: Path) -> None:
    first = run("taxonomy", "import", "--esco", esco, "--places", places, "--json")
    assert (first.code, first.err) == (0, "")
    counts = json.loads(first.out)
    assert counts["places"] == 1
    assert counts["esco"] == 1
    before = installed(tmp_path)
    again = run("taxonomy", "import", "--esco", esco, "--places", places, "--json")
    assert again.out == first.out
    assert installed(tmp_path) == before


def test_the_counts_are_printed_for_people(run: Run, places: Path) -> None:
    said = run("taxonomy", "import", "--places", places)
    assert (said.code, said.err, said.out) == (0, "", "places : 1\n")


def test_nothing_given_is_told_what_may_be(run: Run) -> None:
    assert_refused(run("taxonomy", "import"), "--esco", "--rome", "--ch-isco", "--places")


@pytest.mark.parametrize("option", ["--esco", "--rome", "--ch-isco", "--places"])
@pytest.mark.parametrize("what", ["missing", "empty", "file", "device"])
def test_a_folder_that_is_none(run: Run, tmp_path: Path, option: str, what: str) -> None:
    path = Path("/dev/null") if what == "device" else tmp_path / what
    if what == "empty":
        path.mkdir()
    elif what == "file":
        path.write_bytes(b"\xff\x00 no nomenclature")
    assert_refused(run("taxonomy", "import", option, path), str(path))
    assert installed(tmp_path) == {}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        bytes(range(256)),
        b"PK\x03\x04",
        b"conceptUri\n",
        b'conceptUri,preferredLabel,altLabels\nx,"never closed,',
        ESCO.encode("utf-16"),
        b"conceptUri,preferredLabel,altLabels\nx,caf\xe9,\n",
    ],
    ids=lambda content: repr(content[:12]),
)
def test_a_nomenclature_that_is_damaged_is_refused(run: Run, tmp_path: Path, esco: Path, content: bytes) -> None:
    (esco / "occupations_fr.csv").write_bytes(content)
    assert_refused(run("taxonomy", "import", "--esco", esco), "esco")
    assert installed(tmp_path) == {}


def test_one_wrong_source_leaves_everything_as_it_was(run: Run, tmp_path: Path, esco: Path, places: Path) -> None:
    assert_refused(run("taxonomy", "import", "--esco", esco, "--rome", tmp_path / "none", "--places", places), "none")
    assert_refused(run("taxonomy", "import", "--esco", esco, "--places", tmp_path / "none.csv"), "none.csv")
    assert installed(tmp_path) == {}
    assert run("taxonomy", "import", "--esco", esco, "--places", places).code == 0
    before = installed(tmp_path)
    (esco / "occupations_fr.csv").write_text(ESCO.replace("pain", "tarte"), encoding="utf-8")
    places.write_text(PLACES.replace("46.50", "12"), encoding="utf-8")
    assert_refused(run("taxonomy", "import", "--esco", esco, "--places", places), places.name)
    assert installed(tmp_path) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_folder_that_cannot_be_written(run: Run, tmp_path: Path, esco: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o500)
    assert_refused(run("taxonomy", "import", "--esco", esco))


@pytest.mark.parametrize("name", ["taxonomy", "places"])
def test_a_file_where_a_folder_should_be(run: Run, tmp_path: Path, esco: Path, places: Path, name: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / name).write_text("x")
    assert_refused(
        run("taxonomy", "import", "--esco", esco)
        if name == "taxonomy"
        else run("taxonomy", "import", "--places", places)
    )


def test_a_damaged_installation_is_said_and_can_be_installed_again(run: Run, tmp_path: Path, esco: Path) -> None:
    assert run("taxonomy", "import", "--esco", esco).code == 0
    for path in (tmp_path / "data" / "taxonomy").glob("esco.*"):
        path.write_bytes(b"{}")
    person = tmp_path / "person.json"
    person.write_text('{"id": "p1"}')
    assert_refused(run("recommend", "--profile", person), "taxonomy import")
    assert run("taxonomy", "import", "--esco", esco).code == 0
    assert run("recommend", "--profile", person).code == 0
