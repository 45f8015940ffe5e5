"""What ranks."""

from typing import Annotated

from fastapi import APIRouter

from matching.api.asked import TheService
from matching.api.who import GuardedRoute, Signed, requires
from matching.domain.permission import Permission
from matching.use_cases.models import ModelsShown

router = APIRouter(route_class=GuardedRoute, tags=["models"])


@router.get("/models")
def list_models(service: TheService, signed: Annotated[Signed, requires(Permission.READ_MODELS)]) -> ModelsShown:
    """The rankers there are, and the encoder beside them."""
    del signed
    return service.models()
