"""What ranks, what might, and the two ways to change it: a person promotes, a person goes back."""

from typing import Annotated

from fastapi import APIRouter, Path

from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.domain.word import IDENTIFIER_PATTERN
from matching.entrance.asked import At, TheService
from matching.use_cases.models import ModelsShown, RankerCard
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["models"])

_Version = Annotated[
    str,
    Path(
        description="Version of a ranker.",
        examples=["local-2026-11"],
        min_length=1,
        max_length=160,
        pattern=IDENTIFIER_PATTERN,
    ),
]


@router.get("/models")
def list_models(service: TheService, signed: Annotated[SignedIn, requires(Permission.READ_MODELS)]) -> ModelsShown:
    """The rankers there are, what each rests on, whether it may serve here, and the encoder beside them."""
    del signed
    return service.models()


@router.get("/models/{version}/card")
def read_model_card(
    version: _Version, service: TheService, signed: Annotated[SignedIn, requires(Permission.READ_MODELS)]
) -> RankerCard:
    """What a ranker is, on what data, with which limits."""
    del signed
    return service.model_card(version)


@router.post("/models/{version}/promote")
def promote_model(
    version: _Version,
    service: TheService,
    at: At,
    signed: Annotated[SignedIn, requires(Permission.PROMOTE_MODELS)],
) -> ModelsShown:
    """Put a version into service: from the next answer on it ranks."""
    return service.promote(version, viewer=signed.viewer, at=at)


@router.post("/models/rollback")
def roll_back_model(
    service: TheService, at: At, signed: Annotated[SignedIn, requires(Permission.PROMOTE_MODELS)]
) -> ModelsShown:
    """Return to what ranked before."""
    return service.rollback(viewer=signed.viewer, at=at)
