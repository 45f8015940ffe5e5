"""Contracts on disk are current, and their README tells of each field."""

import re
from typing import Any

import pytest

from matching.contracts.schemas import schema, stale_schemas
from matching.contracts.words import WORDS


def test_contracts_on_disk_are_current(pytestconfig: pytest.Config) -> None:
    stale = stale_schemas(pytestconfig.rootpath / "data_contracts" / "v1")
    assert stale == [], "run `matching contracts write data_contracts/v1`"


def sections(readme: str) -> dict[str, str]:
    parts = re.split(r"^### (\w+)$", readme, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("name", WORDS)
def test_the_readme_says_how_sensitive_each_field_is(name: str, pytestconfig: pytest.Config) -> None:
    readme = (pytestconfig.rootpath / "data_contracts" / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`(\w+)`", sections(readme)[name]))
    document = schema(name)
    bodies = [document] if "properties" in document else [document["$defs"][ref] for ref in branches(document)]
    fields = {field for body in bodies for field in body["properties"]}
    assert fields - told == set()


def branches(document: dict[str, Any]) -> list[str]:
    return [branch["$ref"].rpartition("/")[2] for branch in document["oneOf"]]
