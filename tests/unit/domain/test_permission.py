"""What each role may do: described, agreeing with the sets of roles that use cases go by, and nothing by default."""

import pytest

from matching.domain.permission import ABOUT_PERSONS, NEVER_BY_TOKEN, Permission
from matching.domain.role_permissions import permissions_of, roles_with, sees_persons
from matching.domain.vocabulary.process import (
    ACCOMPANYING,
    RUNNING_PROGRAMMES,
    WITH_THE_PERSON,
    Role,
)

P = Permission

GO_BY = {
    P.LEAD_CASES: ACCOMPANYING,
    P.WRITE_PLANS: ACCOMPANYING,
    P.REQUEST_GUARANTEES: ACCOMPANYING,
    P.PREPARE_DOSSIERS: ACCOMPANYING,
    P.DECIDE: ACCOMPANYING,
    P.KEEP_OPTIONS: ACCOMPANYING,
    P.GIVE_FEEDBACK: ACCOMPANYING,
    P.CONFIRM_OBSERVATION: ACCOMPANYING,
    P.RECORD_OUTCOME: ACCOMPANYING,
    P.RECORD_VOICE: WITH_THE_PERSON,
    P.RECORD_PERSON_ANSWER: WITH_THE_PERSON,
    P.DETECT_SITUATIONS: WITH_THE_PERSON,
    P.RECOMMEND: WITH_THE_PERSON,
    P.READ_PROFILES: WITH_THE_PERSON,
    P.WRITE_PROFILES: WITH_THE_PERSON,
    P.SET_CRITERIA: RUNNING_PROGRAMMES | {Role.LOCAL},  # local use only where there are no accounts
    P.ANSWER_SHORTLIST: frozenset({Role.COUNSELLOR}),
    P.ERASE_PROFILES: WITH_THE_PERSON,
}


@pytest.mark.parametrize("permission", GO_BY)
def test_the_sets_of_roles_agree(permission: Permission) -> None:
    assert roles_with(permission) == GO_BY[permission]


@pytest.mark.parametrize("role", Role)
def test_every_role_may_do_something(role: Role) -> None:
    assert permissions_of(role)


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_is_described_and_somebody_has_it(permission: Permission) -> None:
    assert permission.opens.endswith(".")
    assert permission.fr
    assert permission.de
    assert roles_with(permission)


@pytest.mark.parametrize("role", [Role.PROGRAMME_MANAGER, Role.DATA_SCIENTIST, Role.ADMINISTRATOR, Role.AUDITOR])
def test_who_runs_the_house_sees_no_person(role: Role) -> None:
    assert not sees_persons(role)
    assert not permissions_of(role) & ABOUT_PERSONS


def test_a_payer_and_a_provider_open_no_file() -> None:
    of_files = {P.READ_PROFILES, P.WRITE_PROFILES, P.RECOMMEND, P.SHORTLIST, P.DECIDE}
    assert not (permissions_of(Role.PAYER) | permissions_of(Role.PROVIDER)) & of_files


def test_what_opens_nothing_about_a_person_is_listed_here() -> None:
    assert set(Permission) - ABOUT_PERSONS == {
        *(P.READ_OPPORTUNITIES, P.UPDATE_PLACES, P.FLAG_EMPLOYERS, P.IMPORT_CATALOGUE, P.SET_CRITERIA),
        *(P.READ_GAPS, P.ALLOCATE, P.STEER),
        *(P.READ_MODELS, P.PROMOTE_MODELS, P.READ_LEARNING_LOG, P.READ_PROTECTED_COPY),
        *(P.READ_AUDIT, P.MANAGE_ACCOUNTS, P.MANAGE_OWN_ACCESS),
    }


def test_nobody_is_named_locally_so_nothing_is_answered_for() -> None:
    assert not permissions_of(Role.LOCAL) & {P.DECIDE, P.LEAD_CASES, P.WRITE_PLANS, P.RECORD_PAYER_DECISION}


def test_every_account_manages_its_own_access_but_no_token_does() -> None:
    assert roles_with(P.MANAGE_OWN_ACCESS) == set(Role) - {Role.LOCAL}
    assert {P.MANAGE_OWN_ACCESS, P.MANAGE_ACCOUNTS} <= NEVER_BY_TOKEN
