"""The file of rejected rows: complete, its owner's only, and never in place of something else."""

import csv
import json
import os
import stat
from pathlib import Path

from tests.e2e.command_line.saying import Run, assert_refused, contents, measure, write

PRIVATE = "né à Vevey, diabète"


def rejected(folder: Path) -> Path:
    people = [
        {"id": "p1", "birth_date": "1990-01-01"},
        {"id": "p2", "birth_date": "soon", "wishes": PRIVATE},
        {"id": "p3", "birth_date": "=1+1", "unit": "other"},
    ]
    return write(folder / "people.jsonl", people)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_line_field_reason_and_record(run: Run, tmp_path: Path) -> None:
    told = run("import", "profiles", rejected(tmp_path), "--unit", "u1", "--json").json()
    lines = read(Path(told["rejects_file"]))
    assert [(line["line"], line["field"]) for line in lines] == [("2", "birth_date"), ("3", "birth_date")]
    assert all(line["reason"] for line in lines)
    assert json.loads(lines[0]["record"])["wishes"] == PRIVATE


def test_formulas_are_disarmed(run: Run, tmp_path: Path) -> None:
    lines = [
        "id,kind,title,form,type",
        "=cmd|' /C calc'!A0,measure,x,activity,coaching",
        "a1,measure,x,activity,coaching",
    ]
    file = tmp_path / "m.csv"
    file.write_text("\n".join(lines))
    for line in read(Path(run("import", "measures", file, "--json").json()["rejects_file"])):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line.values())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_they_are_their_owners_only(run: Run, tmp_path: Path, data: Path) -> None:
    before = os.umask(0)
    try:
        told = run("import", "profiles", rejected(tmp_path), "--unit", "u1", "--json").json()
        elsewhere = tmp_path / "elsewhere" / "r.csv"
        run("import", "profiles", rejected(tmp_path), "--unit", "u1", "--rejects", elsewhere)
        wide = tmp_path / "wide.csv"
        wide.touch(mode=0o666)
        run("import", "profiles", rejected(tmp_path), "--unit", "u1", "--rejects", wide)
    finally:
        os.umask(before)
    own = Path(told["rejects_file"])
    assert own.is_relative_to(data)
    assert (mode(own), mode(own.parent)) == (0o600, 0o700)
    assert (mode(elsewhere), mode(elsewhere.parent)) == (0o600, 0o700)
    assert mode(wide) == 0o600
    assert mode(data / "matching.sqlite") == 0o600


def test_two_units_do_not_overwrite_each_other(run: Run, tmp_path: Path) -> None:
    people = [{"id": "p1", "birth_date": "soon"}, {"id": "p2"}]
    others = [{"id": "p3", "birth_date": "soon"}, {"id": "p4"}]
    one = run("import", "profiles", write(tmp_path / "p.jsonl", people), "--unit", "u1", "--json").json()[
        "rejects_file"
    ]
    two = run("import", "profiles", write(tmp_path / "p.jsonl", others), "--unit", "u/../2", "--json").json()[
        "rejects_file"
    ]
    assert one != two
    assert Path(one).parent == Path(two).parent
    assert "p1" in Path(one).read_text("utf-8")


def test_they_go_when_the_file_is_corrected(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path / "p.jsonl", [{"id": "p1", "birth_date": "soon"}, {"id": "p2"}])
    own = Path(run("import", "profiles", file, "--unit", "u1", "--json").json()["rejects_file"])
    assert own.exists()
    told = run("import", "profiles", write(file, [{"id": "p1"}, {"id": "p2"}]), "--unit", "u1", "--json").json()
    assert told["rejects_file"] is None
    assert not own.exists()


def test_they_never_replace_the_file_itself_or_a_device(run: Run, tmp_path: Path, data: Path) -> None:
    file = rejected(tmp_path)
    link = tmp_path / "link.csv"
    link.symlink_to(file)
    content = file.read_bytes()
    for target in (file, link, tmp_path, "/dev/null", file / "below.csv", "/proc/none/r.csv", data / "matching.sqlite"):
        assert_refused(run("import", "profiles", file, "--unit", "u1", "--rejects", target), str(target))
    assert file.read_bytes() == content
    assert not Path("/dev/null").is_file()
    assert contents(data)["people"] == {}
    assert {entry.name for entry in tmp_path.iterdir()} == {"data", "people.jsonl", "link.csv"}


def test_a_file_name_of_any_length_and_letters(run: Run, tmp_path: Path) -> None:
    for name in ("é" * 120 + ".jsonl", "a b\n[x].jsonl", os.fsdecode(b"caf\xe9.jsonl")):
        said = run("import", "measures", write(tmp_path / name, [measure(1), measure(2, form="no")]), "--json")
        assert said.code == 1, said
        assert Path(json.loads(said.out)["rejects_file"]).is_file()
