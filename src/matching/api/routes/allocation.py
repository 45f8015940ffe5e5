"""The plan of the last night: prices of scarce places and counts, no person; nothing in it assigns anybody."""

from typing import Annotated

from fastapi import APIRouter

from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.domain.price_list import PriceList
from matching.entrance.asked import TheService
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["allocation"])


@router.get("/allocation")
def read_allocation(service: TheService, signed: Annotated[SignedIn, requires(Permission.READ_GAPS)]) -> PriceList:
    """The prices that the last night found and its plan, in counts of which small ones are left out."""
    return service.last_plan(viewer=signed.viewer)
