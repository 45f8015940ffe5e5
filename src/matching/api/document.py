"""The OpenAPI document: every operation with the problems it may answer, and stable names."""

import re
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute, iter_route_contexts

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
_OF_AN_ACCOUNT = {"403"}
_OF_A_REQUEST = {"401", "403", "404", "422"}
_ANY = re.compile(r"\{[^}]*\}")
_SCHEMA = "#/components/schemas/Problem"


def operation_name(route: APIRoute) -> str:
    """An operation is named as its function."""
    return route.name


def refuse_doubles(app: FastAPI) -> None:
    """ValueError, naming both, for two routes of one name, or of one method and path: the second is never reached."""
    seen: dict[str, str] = {}
    for route in iter_route_contexts(app.routes):
        path = _ANY.sub("{}", route.path or "")
        here = f"{route.name} ({path})"
        for key in (f"the name {route.name}", *(f"{method} {path}" for method in sorted(route.methods or ()))):
            if key in seen:
                raise ValueError(f"Two routes have {key}: {seen[key]} and {here}; rename or move one of them.")
            seen[key] = here


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
            for method, operation in operations.items():
                _tell_problems(operation["responses"], _explained(method, path))
        app.openapi_schema = made
    return app.openapi_schema


def _explained(method: str, path: str) -> set[str]:
    """What an operation may refuse; where anybody may ask, no account is wrong, and of health there is no wrong ask."""
    if (method.upper(), path) not in PUBLIC:
        return set(_EXPLAINED)
    return set(_EXPLAINED) - (_OF_AN_ACCOUNT if path.startswith("/v1/") else _OF_A_REQUEST)


def _tell_problems(responses: dict[str, Any], told: set[str]) -> None:
    for status, description in _EXPLAINED.items():
        responses.pop(status, None)
        if status in told:
            responses[status] = {
                "description": description,
                "content": {MEDIA_TYPE: {"schema": {"$ref": _SCHEMA}}},
            }
