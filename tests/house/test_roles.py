"""Who may do what is a set beside the roles, and its refusal one sentence: nowhere else is a set of roles made."""

import ast
from pathlib import Path

import pytest

from matching.domain.permission import Permission
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import ACCOMPANYING, WITH_THE_PERSON, Role
from matching.errors import ForbiddenError
from matching.use_cases.roles import refuse_other_roles, refuse_role_without


def makes_a_set_of_roles(source: str) -> bool:
    return any(
        isinstance(node, ast.Set)
        and any(
            isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "Role"
            for each in node.elts
        )
        for node in ast.walk(ast.parse(source))
    )


def test_sets_of_roles_stand_beside_the_roles(pytestconfig: pytest.Config) -> None:
    root = Path(pytestconfig.rootpath, "src", "matching")
    found = [path.name for path in sorted(root.rglob("*.py")) if makes_a_set_of_roles(path.read_text("utf-8"))]
    assert found == ["process.py"]


@pytest.mark.parametrize("role", Role)
def test_every_other_role_is_refused_in_one_sentence(role: Role) -> None:
    viewer = Viewer(account="x", role=role)
    if role in WITH_THE_PERSON:
        refuse_other_roles(viewer, WITH_THE_PERSON, "de noter")
        return
    with pytest.raises(ForbiddenError) as refused:
        refuse_other_roles(viewer, ACCOMPANYING, "de noter")
    said = f"Le rôle « {role.fr} » ne permet pas de noter ; le permettent : conseiller en emploi, assistant social."
    assert str(refused.value) == said


def test_local_use_is_told_to_name_an_account() -> None:
    with pytest.raises(ForbiddenError, match="--as"):
        refuse_other_roles(LOCAL_VIEWER, ACCOMPANYING, "de noter")
    with pytest.raises(ForbiddenError, match="--as"):
        refuse_role_without(LOCAL_VIEWER, Permission.DECIDE)
