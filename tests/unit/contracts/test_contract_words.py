"""The contracts: every word has its schema, a golden example that holds to it, and words for each field."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

from matching.contracts.schemas import schema, stale_schemas, write_schemas
from matching.contracts.vocabularies import closed_lists, vocabulary
from matching.contracts.words import WORDS, word
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.word import Word
from matching.errors import InvalidInputError

GOLDEN = Path("data_contracts/v1/examples/golden")


def every_word(root: type[BaseModel] = Word) -> Iterator[type[BaseModel]]:
    for below in root.__subclasses__():
        yield below
        yield from every_word(below)


def golden(root: Path, name: str) -> list[Any]:
    document = json.loads((root / GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    return document if isinstance(document, list) else [document]


@pytest.mark.parametrize("name", WORDS)
def test_schema_is_valid_and_says_what_it_is(name: str) -> None:
    document = schema(name)
    Draft202012Validator.check_schema(document)
    assert document["$id"] == f"matching/v1/{name}"
    assert document["title"]
    assert document["description"]


@pytest.mark.parametrize("name", WORDS)
def test_golden_example_holds_to_both_contracts_and_comes_back_the_same(name: str, pytestconfig: pytest.Config) -> None:
    validator = Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)
    examples = golden(pytestconfig.rootpath, name)
    assert examples
    for example in examples:
        assert [error.message for error in validator.iter_errors(example)] == []
        item = WORDS[name].validate_json(json.dumps(example), strict=True)
        written = WORDS[name].dump_json(item)
        validator.validate(json.loads(written))
        assert WORDS[name].validate_json(written, strict=True) == item


@pytest.mark.parametrize("name", WORDS)
def test_what_pydantic_refuses_as_unknown_the_schema_refuses_too(name: str, pytestconfig: pytest.Config) -> None:
    for example in golden(pytestconfig.rootpath, name):
        strange = {**example, "not_in_the_contract": 1}
        assert not Draft202012Validator(schema(name)).is_valid(strange)
        with pytest.raises(ValidationError):
            WORDS[name].validate_json(json.dumps(strange), strict=True)


def test_there_is_one_golden_example_per_word(pytestconfig: pytest.Config) -> None:
    assert {path.stem for path in (pytestconfig.rootpath / GOLDEN).glob("*.json")} == set(WORDS)


def test_every_field_has_a_description_and_an_example_that_holds() -> None:
    silent, wrong = [], []
    for model in set(every_word()):
        if not model.__module__.startswith("matching.domain"):
            continue
        for name, field in model.model_fields.items():
            if not field.description or not field.examples:
                silent.append(f"{model.__name__}.{name}")
                continue
            lone = schema_of_field(model, name)
            wrong += [
                f"{model.__name__}.{name}: {example!r}"
                for example in field.examples
                if not Draft202012Validator(lone).is_valid(example)
            ]
    assert silent == []
    assert wrong == []


def schema_of_field(model: type[BaseModel], name: str) -> dict[str, Any]:
    document = model.model_json_schema()
    properties = document.get("properties") or document["$defs"][model.__name__]["properties"]
    return {"$defs": document.get("$defs", {}), **properties[name]}


def test_unknown_word_names_those_there_are() -> None:
    with pytest.raises(InvalidInputError, match=r"« profil » ; contrats : profile, identity"):
        word("profil")


def test_written_schemas_are_current_and_stale_ones_are_named(tmp_path: Path) -> None:
    assert len(write_schemas(tmp_path)) == len(WORDS) + 1
    assert stale_schemas(tmp_path) == []
    assert write_schemas(tmp_path) == []
    (tmp_path / "profile.schema.json").write_text("{}", encoding="utf-8")
    (tmp_path / "viewer.schema.json").unlink()
    (tmp_path / "bygone.schema.json").write_text("{}", encoding="utf-8")
    assert stale_schemas(tmp_path) == ["profile.schema.json", "viewer.schema.json", "bygone.schema.json"]


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(InvalidInputError, match="ne peut pas être écrit"):
        write_schemas(blocked)


def test_vocabulary_holds_every_closed_list_with_its_source() -> None:
    lists = vocabulary()["lists"]
    assert set(lists) == set(closed_lists()) >= {"Barrier", "RejectReason", "Permit" + "Kind"}
    labels = {"fr": "Suisse", "de": "Schweiz", "it": "Svizzera", "en": "Switzerland"}
    assert lists["Country"]["codes"][0] == {"code": "ch", **labels}
    assert all(entry["source"] and entry["codes"] for entry in lists.values())


def test_lists_of_other_rooms_are_no_part_of_the_vocabulary() -> None:
    class Private(ClosedList):
        """Of a room."""

        ONE = "one", "un", "eins", "uno", "one"

    assert "Private" not in closed_lists()
    said = [Private.ONE.label(language) for language in ("fr", "de", "it", "en", "rm")]
    assert said == ["un", "eins", "uno", "one", "un"]
