"""The OpenAPI document: as it is filed, named stably, with an example of everything and its problems."""

import json
from typing import Any

import pytest
from fastapi import APIRouter

from matching.api.problems import MEDIA_TYPE
from matching.api.routes import steering
from matching.api.who import PUBLIC
from matching.app import create_app
from matching.settings import Settings

DOCUMENT: dict[str, Any] = create_app(Settings()).openapi()
OPERATIONS = [
    (method, path, operation) for path, each in DOCUMENT["paths"].items() for method, operation in each.items()
]


def test_the_document_on_disk_is_current(pytestconfig: pytest.Config) -> None:
    file = pytestconfig.rootpath / "data_contracts" / "v1" / "openapi.json"
    filed = json.loads(file.read_text(encoding="utf-8"))
    assert filed == json.loads(json.dumps(DOCUMENT)), "run `matching contracts write data_contracts/v1`"


@pytest.mark.parametrize(
    ("name", "method", "path", "said"),
    [
        ("read_gaps", "GET", "/gaps-again", "the name read_gaps: read_gaps \\(/v1/gaps\\) and"),
        ("read_gaps_again", "GET", "/gaps", "GET /v1/gaps: read_gaps"),
        ("read_card", "GET", "/models/{name}/card", "GET /v1/models/{}/card: read_model_card"),
    ],
)
def test_an_app_with_two_routes_for_one_is_never_made(
    monkeypatch: pytest.MonkeyPatch, name: str, method: str, path: str, said: str
) -> None:
    double = APIRouter()
    double.add_api_route(path, lambda: None, methods=[method], name=name)
    monkeypatch.setattr(steering, "router", double)
    with pytest.raises(ValueError, match=said):
        create_app(Settings())


def test_operations_are_named_once() -> None:
    names = [operation["operationId"] for _, _, operation in OPERATIONS]
    assert len(set(names)) == len(names) > 30
    assert all(name.isidentifier() for name in names)


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS)
def test_an_operation_says_what_it_refuses(method: str, path: str, operation: dict[str, Any]) -> None:
    assert operation["description"]
    assert list(operation["responses"]["default"]["content"]) == [MEDIA_TYPE]
    if path.startswith("/v1/"):
        assert {"401", "404", "422", "429"} <= operation["responses"].keys()
        public = (method.upper(), path) in PUBLIC
        assert bool(operation.get("security")) is not public
        assert ("403" in operation["responses"]) is not public


def test_every_field_and_parameter_has_a_meaning_and_fields_an_example() -> None:
    fields = {
        (name, field): told
        for name, body in DOCUMENT["components"]["schemas"].items()
        if not name.startswith("Body_")
        for field, told in body.get("properties", {}).items()
    }
    assert len(fields) > 300
    assert [key for key, told in fields.items() if not told.get("examples")] == []
    assert [key for key, told in fields.items() if not {"description", "$ref"} & told.keys()] == []
    parameters = [each for _, _, operation in OPERATIONS for each in operation.get("parameters", ())]
    assert [each["name"] for each in parameters if not each.get("description")] == []
