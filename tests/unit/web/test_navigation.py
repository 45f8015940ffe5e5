"""Where somebody begins: with what their role is for."""

import pytest

from matching.domain.role_permissions import permissions_of
from matching.domain.vocabulary.process import Role
from matching.web.navigation import first_place


@pytest.mark.parametrize(
    ("role", "path"),
    [
        (Role.COUNSELLOR, "/files"),
        (Role.PAYER, "/requests"),
        (Role.PROVIDER, "/participants"),
        (Role.DATA_SCIENTIST, "/models"),
        (Role.ADMINISTRATOR, "/accounts"),
        (Role.AUDITOR, "/audit"),
    ],
)
def test_everybody_begins_with_what_their_role_is_for(role: Role, path: str) -> None:
    assert first_place(permissions_of(role)) == path
