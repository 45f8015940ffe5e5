"""Data under LSE 34a never enter: refused in JSON, ignored in tables, and not left beside the store either."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from matching.catalogue.pipeline import read_source
from matching.catalogue.rejects import keep_rejects
from matching.catalogue.sources import find_source
from matching.contracts.benefit_control import REASON, is_of_benefit_control, without_benefit_control
from matching.contracts.words import WORDS

PROFILES = find_source("profiles")
NAMED = (
    "sanction",
    "Jours de suspension",
    "pénalités",
    "insurances.sanctions",
    "Kürzung",
    "Einstelltage",
    "prestations indues",
    "contrôle des prestations",
    "fraude_suspectee",
    "benefit_control",
)
OTHERS = ("individuel", "Industrie", "Einstellung", "restrictions", "licence_suspended", "contrôle qualité", "needs")


@pytest.mark.parametrize("name", NAMED)
def test_named_for_control(name: str) -> None:
    assert is_of_benefit_control(name)


@pytest.mark.parametrize("name", OTHERS)
def test_named_for_something_else(name: str) -> None:
    assert not is_of_benefit_control(name)


def names(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from names(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from names(part)


def test_no_field_of_ours_is_one() -> None:
    ours = {name for word in WORDS.values() for name in names(word.json_schema())}
    assert len(ours) > 200
    assert [name for name in ours if is_of_benefit_control(name)] == []


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"id": "p-1", "sanctions": [{"days": 31}]}, "sanctions"),
        (
            {"id": "p-1", "insurances": {"unemployment": {"jours_suspension": 31}}},
            "insurances.unemployment.jours_suspension",
        ),
    ],
)
def test_a_record_with_such_a_field_is_refused_and_the_field_is_not_kept(
    tmp_path: Path, record: dict[str, Any], field: str
) -> None:
    file = tmp_path / "p.json"
    file.write_text(json.dumps([record, {"id": "p-2"}]), encoding="utf-8")
    batch = read_source(PROFILES, file, "u")
    assert [each.item.id for each in batch.accepted] == ["p-2"]
    assert [(each.field, each.reason) for each in batch.rejected] == [(field, REASON)]
    rejects = keep_rejects(tmp_path / "data", batch, file, source="profiles", unit="u", wanted=None)
    assert rejects is not None
    kept = rejects.read_text(encoding="utf-8")
    assert "p-1" in kept
    assert "31" not in kept


def test_a_column_of_that_name_is_ignored_with_a_warning(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text("id;Sanctions\np-1;31 jours\n", encoding="utf-8")
    batch = read_source(PROFILES, file, "u")
    assert [(each.field, each.reason) for each in batch.warned] == [("Sanctions", REASON)]
    assert "31" not in batch.accepted[0].item.model_dump_json()


def test_at_every_depth() -> None:
    record = {"a": [{"sanction": 1, "b": {"fraud": 2, "c": 3}}], "sanctions": {}}
    assert without_benefit_control(record) == {"a": [{"b": {"c": 3}}]}
