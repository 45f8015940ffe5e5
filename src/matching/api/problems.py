"""Every refusal as problem+json (RFC 9457): a stable type, a sentence, a correlation id; no trace, no value."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated

from asgi_correlation_id import correlation_id
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic_core import ErrorDetails
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from matching.api.methods import methods_at
from matching.contracts.reasons import reason_without_value
from matching.contracts.rows import Finding, field_path
from matching.domain.word import Word, about
from matching.entrance.asked import language_of
from matching.entrance.server_places import without_places
from matching.errors import InvalidInputError, MatchingError, NotSignedInError, TooManyAttemptsError
from matching.messages.refusals import refused_in

MEDIA_TYPE = "application/problem+json"
_TYPE = "urn:matching:problem:"
_STEP = re.compile(r"[^.\[\]]+")
_NAMED = re.compile(r"[a-z][a-z0-9_]{0,39}|[0-9]+")


class WrongField(Word):
    """One field that does not hold to its contract, without its value."""

    field: Annotated[str, about("Where in the request.", "languages.items[0].level")]
    reason: Annotated[str, about("What is expected there.", "valeur manquante")]


class Problem(Word):
    """Why a request is refused. Source: RFC 9457."""

    type: Annotated[str, about("What kind of problem; stable.", "urn:matching:problem:not-found")]
    title: Annotated[str, about("The kind in words; the same for every problem of a type.", "Introuvable")]
    status: Annotated[int, about("HTTP status.", 404, ge=400, le=599)]
    detail: Annotated[str, about("What, where, what to do.", "Aucun dossier p-0001 ici ; vérifier l'identifiant.")]
    instance: Annotated[str, about("This one occurrence.", "urn:uuid:6c7e2f0d-3d1b-4f6e-9a55-0f4f3c1d2e3f")]
    correlation_id: Annotated[str, about("As in the header X-Request-ID and in the logs.", "6c7e2f0d3d1b4f6e")]
    errors: Annotated[tuple[WrongField, ...], about("The fields that are wrong.", [])] = ()


class WrongFieldsError(InvalidInputError):
    """A body that does not hold to its contract, field by field."""

    slug = "invalid-fields"

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__("La requête ne tient pas au contrat ; corriger les champs indiqués.")
        self.findings = tuple(findings)


class UnsupportedMediaError(MatchingError):
    """A body in another format than the operation reads."""

    status = 415
    slug = "unsupported-media-type"


_TITLES: Mapping[str, str] = {
    "invalid-input": "Demande non valable",
    "invalid-fields": "Champs non valables",
    "not-signed-in": "Connexion nécessaire",
    "forbidden": "Non permis",
    "not-found": "Introuvable",
    "idempotency-key-reused": "Clé d'idempotence déjà utilisée",
    "conflict": "Contredit l'état enregistré",
    "precondition-failed": "Modifié entre-temps",
    "precondition-required": "Version lue non indiquée",
    "too-many-attempts": "Trop d'essais",
    "too-many-requests": "Trop de demandes",
    "sign-in-slow": "Service d'identité lent",
    "not-installed": "Partie non installée",
    "damaged": "Momentanément indisponible",
    "internal": "Faute du service",
    "bad-request": "Requête illisible",
    "method-not-allowed": "Méthode non permise",
    "content-too-large": "Contenu trop long",
    "unsupported-media-type": "Format non accepté",
}

_BY_STATUS: Mapping[int, tuple[str, str]] = {
    400: ("bad-request", "La requête n'est pas lisible ; vérifier son format."),
    404: ("not-found", "Rien ne se trouve à cette adresse ; la vérifier."),
    405: ("method-not-allowed", "Cette adresse n'accepte pas cette méthode ; celles de l'en-tête Allow sont permises."),
    413: ("content-too-large", "Le contenu envoyé dépasse la taille permise ; en envoyer moins à la fois."),
    415: ("unsupported-media-type", "Ce format n'est pas accepté ici ; envoyer du JSON, ou un fichier à importer."),
}
_INTERNAL = ("internal", "Le service a commis une faute, qui est notée ; la signaler avec le numéro de corrélation.")
_DAMAGED = "Une partie du service ne peut pas être lue ; prévenir l'administration avec le numéro de corrélation."


def answer_problems(app: FastAPI) -> None:
    """Let every refusal of an app leave as a problem."""
    app.add_exception_handler(MatchingError, _refused)
    app.add_exception_handler(RequestValidationError, _wrong_request)
    app.add_exception_handler(HTTPException, _of_the_framework)


def problem(
    status: int,
    slug: str,
    detail: str,
    *,
    errors: Iterable[WrongField] = (),
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The answer for one refusal."""
    number = correlation_id.get() or "0" * 32
    said = Problem(
        type=f"{_TYPE}{slug}",
        title=_TITLES[slug],
        status=status,
        detail=detail,
        instance=f"urn:uuid:{number[:8]}-{number[8:12]}-{number[12:16]}-{number[16:20]}-{number[20:]}",
        correlation_id=number,
        errors=tuple(errors),
    )
    return JSONResponse(said.model_dump(mode="json"), status, dict(headers or {}), MEDIA_TYPE)


def of_status(status: int, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer for a status that carries no sentence of ours; every fault of the service reads the same."""
    slug, detail = _BY_STATUS.get(status, _INTERNAL if status >= 500 else _BY_STATUS[400])
    return problem(status, slug, detail, headers=headers)


def _refused(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, MatchingError) or error.slug == MatchingError.slug:
        return of_status(500)
    request.state.refusal = error  # for the log, which tells where it was raised and nothing of what it says
    if error.slug == "damaged":
        return problem(error.status, error.slug, _DAMAGED)  # the sentence names files of the server
    sentence = refused_in(language_of(request.headers.get("Accept-Language", "")), error)
    headers = {}
    if isinstance(error, NotSignedInError):
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, TooManyAttemptsError):
        headers["Retry-After"] = str(max(1, error.retry_after_s))
    fields = error.findings if isinstance(error, WrongFieldsError) else ()
    errors = [WrongField(field=field_told(each.field), reason=each.reason) for each in fields]
    return problem(error.status, error.slug, without_places(request, sentence), errors=errors, headers=headers)


def _wrong_request(_request: Request, error: Exception) -> JSONResponse:
    """What the framework found wrong in path, query, headers or body."""
    found: list[ErrorDetails] = list(error.errors()) if isinstance(error, RequestValidationError) else []
    if any(each["type"] == "json_invalid" for each in found):
        return of_status(400)
    wrong = WrongFieldsError(())
    errors = [
        WrongField(field=field_told(field_path(each["loc"], None)), reason=reason_without_value(each)) for each in found
    ]
    return problem(wrong.status, wrong.slug, str(wrong), errors=errors)


def _of_the_framework(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        return of_status(500)
    headers = dict(error.headers or {})
    if error.status_code == 405:
        headers["Allow"] = methods_at(request.app, request.scope["path"])
    return of_status(error.status_code, headers)


def field_told(path: str) -> str:
    """A place in a request, without what somebody may have written where the name of a field belongs."""
    return _STEP.sub(lambda step: step[0] if _NAMED.fullmatch(step[0]) else "(inconnu)", path) or "(corps)"
