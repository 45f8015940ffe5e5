"""Who may do what, by role: one refusal in one sentence. The sets of roles stand beside the roles themselves."""

from collections.abc import Collection

from matching.domain.permission import Permission
from matching.domain.role_permissions import permissions_of, roles_with
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import Role
from matching.errors import ForbiddenError, Said


def refuse_other_roles(viewer: Viewer, allowed: Collection[Role], doing: str) -> None:
    """ForbiddenError unless the viewer has one of the roles; `doing` completes "ne permet pas", as "de demander"."""
    if viewer.role not in allowed:
        raise ForbiddenError(
            "Le rôle « {role} » ne permet pas {doing} ; le permettent : {roles}.{hint}",
            role=viewer.role,
            doing=Said(doing),
            roles=_in_order(allowed),
            hint=_hint(viewer),
        )


def refuse_role_without(viewer: Viewer, permission: Permission) -> None:
    """ForbiddenError, naming what is missing and who has it, unless the viewer's role has the permission."""
    if permission not in permissions_of(viewer.role):
        raise ForbiddenError(
            "Le rôle « {role} » n'a pas le droit « {permission} » ({code}) ; l'ont : {roles}.{hint}",
            role=viewer.role,
            permission=permission,
            code=permission.value,
            roles=_in_order(roles_with(permission)),
            hint=_hint(viewer),
        )


def _hint(viewer: Viewer) -> str | Said:
    return Said(" Choisir un tel compte avec --as.") if viewer.role is Role.LOCAL else ""


def _in_order(roles: Collection[Role]) -> list[Role]:
    return [role for role in Role if role in roles]
