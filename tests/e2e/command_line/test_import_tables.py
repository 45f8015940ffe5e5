"""The same measures, placements and people as CSV, JSON and XLSX are the same records."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.e2e.command_line.saying import TITLES, Run, contents, write

from matching.catalogue import tables

"""The same measures, placements and people as CSV, JSON lines and XLSX are the same records."""

HEADER = (
    "id",
    "kind",
    "title",
    "form",
    "type",
    "place.country",
    "place.region",
    "criteria.min_age",
    "criteria.languages",
)


def cells_of(kind: str) -> list[tuple[object, ...]]:
    form = ("activity", "coaching") if kind == "measure" else ("", "")
    return [(f"t{n}", kind, TITLES[n], *form, "ch", "VD", 18 + n, "fr:b1") for n in range(3)]


def xlsx_file(path: Path, header: Iterable[str], lines: Iterable[Iterable[object]]) -> Path:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for line in (header, *lines):
        sheet.append(list(line))
    book.save(path)
    return path


def csv_file(path: Path, header: Iterable[str], lines: Iterable[Iterable[object]], **how: str) -> Path:
    with path.open("w", newline="", encoding=how.get("encoding", "utf-8")) as file:
        table = csv.writer(file, delimiter=how.get("delimiter", ","))
        table.writerow(header)
        table.writerows(lines)
    return path


def header_of(kind: str) -> list[str]:
    return [name for name in HEADER if kind == "measure" or name not in {"form", "type"}]


def lines_of(kind: str) -> list[list[object]]:
    return [[cell for cell in line if cell != ""] for line in cells_of(kind)]


@pytest.mark.parametrize("kind", ["measure", "placement"])
def test_options(run: Run, data: Path, tmp_path: Path, kind: str) -> None:
    header, lines, source = header_of(kind), lines_of(kind), f"{kind}s"
    first = run("import", source, csv_file(tmp_path / "a.csv", header, lines), "--json").json()
    assert (first["added"], first["rejected"]) == (3, 0), first
    told = contents(data)["options"]
    assert json.loads(told["own:t2"])["criteria"]["min_age"] == 20
    records: list[dict[str, object]] = [
        {
            "kind": kind,
            "id": f"t{n}",
            "title": TITLES[n],
            "place": {"country": "ch", "region": "VD"},
            "criteria": {"min_age": 18 + n, "languages": [{"language": "fr", "level": "b1"}]},
            **({"form": "activity", "type": "coaching"} if kind == "measure" else {}),
        }
        for n in range(3)
    ]
    variants = [
        xlsx_file(tmp_path / "b.xlsx", header, lines),
        csv_file(tmp_path / "c.csv", header, lines, delimiter=";", encoding="utf-8-sig"),
        csv_file(tmp_path / "d.tsv", header, lines, delimiter="\t", encoding="utf-16"),
        write(tmp_path / "e.jsonl", records),
    ]
    document = tmp_path / "f.json"
    document.write_text(json.dumps({source: records}), encoding="utf-8")
    for variant in [*variants, document]:
        again = run("import", source, variant, "--json").json()
        assert (again["unchanged"], again["rejected"]) == (3, 0), (variant, again)
    assert contents(data)["options"] == told


def test_cp1252_is_read_with_a_warning(run: Run, data: Path, tmp_path: Path) -> None:
    header, lines = header_of("measure"), lines_of("measure")
    file = csv_file(tmp_path / "a.csv", header, lines, delimiter=";", encoding="cp1252")
    told = run("import", "measures", file, "--json").json()
    assert told["accepted"] == 3
    assert [found["kind"] for found in told["findings"]] == ["warned"]
    assert json.loads(contents(data)["options"]["own:t0"])["title"] == "Atelier vélo"


def test_people(run: Run, data: Path, tmp_path: Path) -> None:
    header = ["id", "birth_date", "residence.country", "residence.postcode", "languages", "availability.percent"]
    lines = [[f"p{n}", f"199{n}-05-01", "ch", "1004", "fr:c2|en:b1", 80] for n in range(3)]
    first = run("import", "profiles", csv_file(tmp_path / "a.csv", header, lines), "--unit", "u1", "--json").json()
    assert (first["added"], first["rejected"]) == (3, 0), first
    again = run("import", "profiles", xlsx_file(tmp_path / "b.xlsx", header, lines), "--unit", "u1", "--json").json()
    assert again["unchanged"] == 3, again
    revision, person = contents(data)["people"]["p2"]
    assert (revision, person.unit, person.availability.percent) == (1, "u1", 80)
    assert person.residence.postcode == "1004"


def test_an_unknown_column_is_said_once(run: Run, tmp_path: Path) -> None:
    lines = [[*line, "?"] for line in lines_of("measure")]
    told = run(
        "import", "measures", csv_file(tmp_path / "a.csv", [*header_of("measure"), "colour"], lines), "--json"
    ).json()
    assert [found["field"] for found in told["findings"]] == ["colour"]


def test_a_csv_limit_of_the_process_does_not_reject_what_is_allowed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MAX_FIELD", 30_000)
    file = tmp_path / "m.csv"
    file.write_text(f"id,kind,title,form,type,description\nm1,measure,Atelier,activity,coaching,{'x' * 15_000}\n")
    assert run("import", "measures", file, "--json").json()["accepted"] == 1
