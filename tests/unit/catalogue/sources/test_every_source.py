"""What holds for all sources: none raises on any record, and the real files pass or say why not."""

import os
import time
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.catalogue import sources
from matching.catalogue.dotted_columns import TableRecord
from matching.catalogue.pipeline import read_source
from matching.catalogue.source import Converted
from matching.catalogue.sources import find_source, load_sources
from matching.errors import InvalidInputError

SOURCES = load_sources()
KEYS = (
    *("id", "status", "jobAdvertisement", "jobContent", "jobDescriptions", "title", "description", "languageSkills"),
    *("employment", "location", "coordinates", "lat", "publication", "reportingObligationEndDate", "workForms"),
    *("intitule", "competences", "permis", "langues", "formations", "lieuTravail", "lieuTravail.latitude", "salaire"),
    *("dureeTravailLibelle", "typeContrat", "dateCreation", "hash_id", "titre", "nom", "thematiques", "publics"),
    *("zone_eligibilite", "code_insee", "criteria", "criteria.min_age", "kind", "form", "type", "unit", "languages"),
)
TEXTS = st.text(max_size=20) | st.sampled_from(
    ["2026-11-30", "[{'a': 1}]", "CDI", "E", "07019", "PUBLISHED_PUBLIC", "fr"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | TEXTS, inner, max_size=4),
    max_leaves=15,
)
RECORDS = st.dictionaries(st.sampled_from(KEYS) | TEXTS, VALUES, max_size=8)


@pytest.mark.parametrize("name", SOURCES)
@given(record=RECORDS)
@settings(max_examples=150)
def test_any_record_is_converted_or_refused_with_reasons(name: str, record: dict[str, Any]) -> None:
    result = SOURCES[name].convert(record)
    assert isinstance(result, Converted)
    assert (result.item is None) == bool(result.problems)
    assert all(found.reason and "\n" not in found.reason for found in (*result.problems, *result.warnings))


@pytest.mark.parametrize("name", SOURCES)
@given(record=RECORDS)
@settings(max_examples=50)
def test_a_valid_start_with_anything_else_never_raises(name: str, record: dict[str, Any]) -> None:
    start = {"id": "1", "intitule": "T", "nom": "T", "title": "T", "typeContrat": "CDI"}
    assert isinstance(SOURCES[name].convert({**record, **start}), Converted)


@pytest.mark.parametrize("name", SOURCES)
@given(record=RECORDS | RECORDS.map(TableRecord))
@settings(max_examples=100)
def test_the_id_of_any_record_is_a_text_or_none(name: str, record: dict[str, Any]) -> None:
    id_ = SOURCES[name].id_of(record)
    assert id_ is None or isinstance(id_, str)


FIXTURES = Path(__file__).parent / "fixtures"
FILES = (
    *(("data_inclusion", FIXTURES / f"data_inclusion.{ext}") for ext in ("csv", "json")),
    *(("france_travail", FIXTURES / f"france_travail_{end}") for end in ("api.json", "flat.csv", "short.csv")),
    ("job_room", FIXTURES / "job_room.json"),
    ("measures", FIXTURES / "measures.csv"),
    ("placements", FIXTURES / "placements.json"),
    *(("profiles", FIXTURES / f"profiles.{ext}") for ext in ("csv", "jsonl")),
    ("reporting_duty", FIXTURES / "reporting_duty.csv"),
)


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda part: getattr(part, "name", part))
def test_the_id_of_a_record_is_that_of_its_item(name: str, path: Path) -> None:
    source, compared = SOURCES[name], 0
    for row in source.read(path):
        item = source.convert(row.record).item
        if item is not None:
            assert source.id_of(row.record) == item.id
            compared += 1
    assert compared > 0


def test_the_folder_is_the_list() -> None:
    modules = {module.name for module in iter_modules(sources.__path__)}
    assert set(SOURCES) == modules
    assert all(source.name == name and source.description for name, source in SOURCES.items())
    assert [name for name, source in SOURCES.items() if source.kind != "options"] == ["profiles", "reporting_duty"]


def test_an_unknown_source_names_those_there_are() -> None:
    with pytest.raises(InvalidInputError, match=r"Source inconnue « pole_emploi » ; sources : data_inclusion, "):
        find_source("pole_emploi")


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("content", ["3", "null", '"x"', '{"a": 1}', '{"resultats": 3}', "[]", "{"])
def test_a_document_of_another_shape_is_an_error_of_the_file(name: str, content: str, tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidInputError):
        read_source(SOURCES[name], path, "unit" if SOURCES[name].kind == "profiles" else None)


@pytest.mark.parametrize(
    ("file", "rows", "accepted"),
    [("france_travail_150_full.csv", 150, 150), ("france_travail_1776_short.csv", 1776, 1774)],
)
def test_real_offers_are_accepted_or_refused_with_reasons(file: str, rows: int, accepted: int) -> None:
    folder = os.environ.get("MATCHING_TEST_DATA")
    if not folder:
        pytest.skip("MATCHING_TEST_DATA names no folder with real data")
    start = time.perf_counter()
    batch = read_source(SOURCES["france_travail"], Path(folder) / "adverts_fr" / file)
    seconds = time.perf_counter() - start
    refused = {found.line for found in batch.rejected}
    assert batch.rows == rows == len(batch.accepted) + len(refused)
    assert len(batch.accepted) == accepted
    assert all(found.reason and found.field for found in batch.rejected)
    assert seconds < 30
