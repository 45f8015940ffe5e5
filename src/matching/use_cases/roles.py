"""Who may do what, by role: one refusal in one sentence. The sets of roles stand beside the roles themselves."""

from collections.abc import Collection

from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import Role
from matching.errors import ForbiddenError


def refuse_other_roles(viewer: Viewer, allowed: Collection[Role], doing: str) -> None:
    """ForbiddenError unless the viewer has one of the roles; `doing` completes "ne permet pas", as "de demander"."""
    if viewer.role not in allowed:
        names = ", ".join(role.fr for role in Role if role in allowed)
        hint = " Choisir un tel compte avec --as." if viewer.role is Role.LOCAL else ""
        raise ForbiddenError(f"Le rôle « {viewer.role.fr} » ne permet pas {doing} ; le permettent : {names}.{hint}")
