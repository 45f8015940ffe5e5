"""Who asks: nobody until they have said so, and then only what their permissions open."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.security import HTTPBearer

from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.errors import ForbiddenError, NotSignedInError

PUBLIC = frozenset({"/healthz", "/readyz", "/openapi.json"})
"""What answers to anybody; every other route names its permission."""

_bearer = HTTPBearer(auto_error=False, description="A token of an account.")


@dataclass(frozen=True)
class Signed:
    """Somebody who has said who they are, with what their role, narrowed by their token, permits."""

    viewer: Viewer
    permissions: frozenset[Permission]

    def must(self, permission: Permission) -> None:
        """ForbiddenError without that permission."""
        if permission not in self.permissions:
            raise ForbiddenError(f"Ce compte ne permet pas de faire ceci : {permission.fr}.")


Who = Callable[[Request], Signed | None]
"""Reads a token or a session of a request; None when there is none that can be believed."""


def nobody(_request: Request) -> None:
    """Where no sign-in is set up, nobody is somebody."""


@dataclass(frozen=True)
class Requires:
    """The dependency behind `requires`; `permissions` are what it asks for, any one of them."""

    permissions: tuple[Permission, ...]

    def __call__(self, request: Request, _token: Annotated[Any, Depends(_bearer)]) -> Signed:
        """The one who asks; NotSignedInError for nobody, ForbiddenError without any of the permissions."""
        state = request.app.state
        signed: Signed | None = state.who(request)
        if signed is None:
            raise NotSignedInError("Se connecter d'abord : cette demande ne dit pas de quel compte elle vient.")
        request.state.account = signed.viewer.account
        state.rates.count_account(signed.viewer.account)
        if not signed.permissions.intersection(self.permissions):
            signed.must(self.permissions[0])
        return signed


def requires(*permissions: Permission) -> Any:
    """The signed-in viewer, for a route that asks for a permission; with several, for any one of them."""
    return Depends(Requires(permissions))
