"""The OpenAPI document: every operation with the problems it may answer, and stable names."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from matching.api.problems import MEDIA_TYPE, Problem
from matching.api.who import PUBLIC

_EXPLAINED: Mapping[str, str] = {
    "401": "Nobody is signed in.",
    "403": "The account may not do this.",
    "404": "It does not exist, or not for whoever asks.",
    "422": "The request does not hold to its contract.",
    "429": "Too many requests; Retry-After says how long to wait.",
    "default": "Any other refusal, as a problem.",
}
_NOT_WHERE_PUBLIC = {"401", "403", "404", "422"}
_SCHEMA = "#/components/schemas/Problem"


def operation_name(route: APIRoute) -> str:
    """An operation is named as its function."""
    return route.name


def document(app: FastAPI) -> dict[str, Any]:
    """The document of an app, made once."""
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title,
            version=app.version,
            description=app.description,
            routes=app.routes,
            separate_input_output_schemas=app.separate_input_output_schemas,
        )
        schemas = made["components"]["schemas"]
        for replaced in ("HTTPValidationError", "ValidationError"):
            schemas.pop(replaced, None)
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas |= problem.pop("$defs")
        schemas["Problem"] = problem
        made["components"]["schemas"] = dict(sorted(schemas.items()))
        for path, operations in made["paths"].items():
            for operation in operations.values():
                _tell_problems(operation["responses"], public=path in PUBLIC)
        app.openapi_schema = made
    return app.openapi_schema


def _tell_problems(responses: dict[str, Any], *, public: bool) -> None:
    for status, description in _EXPLAINED.items():
        responses.pop(status, None)
        if not (public and status in _NOT_WHERE_PUBLIC):
            responses[status] = {
                "description": description,
                "content": {MEDIA_TYPE: {"schema": {"$ref": _SCHEMA}}},
            }
