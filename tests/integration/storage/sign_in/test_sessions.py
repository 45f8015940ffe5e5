"""Sessions on both engines: a new token each, over at the end of either life, ended one by one and all at once."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.integration.storage.sign_in.front_door import PASSWORD, NewAccount, signed_in, with_password

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.role_permissions import permissions_of
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import Role
from matching.errors import ForbiddenError, NotFoundError, NotSignedInError
from matching.identity.lifetimes import SEEN_EVERY, Lifetimes
from matching.storage import accounts, sessions
from matching.storage.scope import EVERYTHING
from matching.use_cases.sign_in.signed_in import SignedIn, refuse_other_pages, refuse_without

LIVES = Lifetimes()
INSTANT = timedelta(microseconds=1)


def is_open(house: Service, token: str, at: datetime) -> bool:
    try:
        house.who_is(token, at=at)
    except NotSignedInError:
        return False
    return True


@given(gaps=st.lists(st.integers(min_value=0, max_value=40 * 60), max_size=30))
@settings(max_examples=25)
def test_a_session_lives_as_long_as_it_is_used_but_not_longer_than_a_day_of_work(
    house: Service, new_account: NewAccount, at: datetime, gaps: list[int]
) -> None:
    token = signed_in(house, new_account, at).token
    moment = seen = at
    for gap in gaps:
        moment += timedelta(seconds=gap)
        alive = moment < at + LIVES.absolute and moment < seen + LIVES.idle
        assert is_open(house, token, moment) == alive
        if not alive:
            assert not is_open(house, token, moment)
            return
        seen = moment if moment - seen >= SEEN_EVERY else seen


def test_the_last_moment_of_either_life(house: Service, new_account: NewAccount, at: datetime) -> None:
    token = signed_in(house, new_account, at).token
    assert not is_open(house, token, at + LIVES.idle)
    assert is_open(house, token, at + LIVES.idle - INSTANT)
    seen = at + LIVES.idle - INSTANT
    while seen + LIVES.idle < at + LIVES.absolute:
        seen += LIVES.idle - INSTANT
        assert is_open(house, token, seen)
    assert is_open(house, token, at + LIVES.absolute - INSTANT)
    assert not is_open(house, token, at + LIVES.absolute)


def test_a_token_of_nobody(house: Service, at: datetime) -> None:
    for token in ("", "x", "\x00", "\ud800", "x" * 10_000):
        assert not is_open(house, token, at)


def test_signing_in_again_takes_the_place_of_the_session_before(
    house: Service, new_account: NewAccount, at: datetime
) -> None:
    account = with_password(house, new_account, at)
    planted = house.sign_in(account, PASSWORD, at=at).token
    token = house.sign_in(account, PASSWORD, at=at, replaces=planted).token
    assert token != planted
    assert not is_open(house, planted, at)
    assert is_open(house, token, at)


def test_signing_out_ends_this_one_and_no_other(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = with_password(house, new_account, at)
    here, there = (house.sign_in(account, PASSWORD, at=at).token for _ in range(2))
    house.sign_out(here, at=at)
    house.sign_out(here, at=at)
    assert (is_open(house, here, at), is_open(house, there, at)) == (False, True)


def test_ended_one_by_one_and_all_at_once_by_whom_it_concerns(
    house: Service, new_account: NewAccount, at: datetime
) -> None:
    account = with_password(house, new_account, at)
    tokens = [house.sign_in(account, PASSWORD, at=at + n * INSTANT).token for n in range(3)]
    own = house.who_is(tokens[0], at=at).viewer
    stranger = signed_in(house, new_account, at).who.viewer
    administrator = Viewer(account="admin", role=Role.ADMINISTRATOR)
    listed = house.sessions(account, viewer=own, at=at)
    assert len(listed) == 3
    for act in (
        lambda: house.sessions(account, viewer=stranger, at=at),
        lambda: house.revoke_session(account, listed[0].id, viewer=stranger, at=at),
        lambda: house.revoke_sessions(account, viewer=stranger, at=at),
    ):
        with pytest.raises(ForbiddenError):
            act()
    with pytest.raises(NotFoundError):
        house.revoke_session(stranger.account, listed[0].id, viewer=stranger, at=at)
    house.revoke_session(account, listed[0].id, viewer=own, at=at)
    assert [is_open(house, token, at) for token in tokens] == [False, True, True]
    assert house.revoke_sessions(account, viewer=administrator, at=at) == 2
    assert [is_open(house, token, at) for token in tokens] == [False, False, False]
    assert house.sessions(account, viewer=own, at=at) == []


def test_a_use_does_not_bring_back_what_was_ended(house: Service, new_account: NewAccount, at: datetime) -> None:
    session = signed_in(house, new_account, at)
    (listed,) = house.sessions(session.who.viewer.account, viewer=session.who.viewer, at=at)
    house.sign_out(session.token, at=at)
    with house.workplace.database.begin(EVERYTHING) as connection:
        sessions.touch(connection, listed.id, at=at + SEEN_EVERY)
    assert not is_open(house, session.token, at)


def test_what_is_over_is_dropped_when_somebody_signs_in(house: Service, new_account: NewAccount, at: datetime) -> None:
    old = signed_in(house, new_account, at).who.viewer
    signed_in(house, new_account, at + LIVES.idle)
    with house.workplace.database.read(EVERYTHING) as connection:
        assert sessions.of_account(connection, old.account) == []


def test_role_units_and_mandates_are_those_of_the_moment(house: Service, new_account: NewAccount, at: datetime) -> None:
    session = signed_in(house, new_account, at)
    house.add_account(session.who.viewer.account, role="auditor", viewer=LOCAL_VIEWER, at=at)
    who = house.who_is(session.token, at=at)
    assert (who.viewer.role, who.viewer.units) == (Role.AUDITOR, ())
    assert who.permissions == permissions_of(Role.AUDITOR)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.DATA_SCIENTIST])
def test_units_that_an_older_version_gave_to_who_sees_no_person_open_nothing(
    house: Service, new_account: NewAccount, at: datetime, role: Role
) -> None:
    session = signed_in(house, new_account, at, role=role)
    with house.workplace.database.begin(EVERYTHING) as connection:
        accounts.put(connection, Viewer(account=session.who.viewer.account, role=role, units=("u", "v")), at=at)
    assert house.who_is(session.token, at=at).viewer.units == ()


def test_the_local_role_signs_nobody_in(house: Service, new_account: NewAccount, at: datetime) -> None:
    session = signed_in(house, new_account, at)
    with house.workplace.database.begin(EVERYTHING) as connection:
        local = Viewer(account=session.who.viewer.account, role=Role.LOCAL)
        accounts.put(connection, local, at=at)
    assert not is_open(house, session.token, at)


def test_a_page_of_another_session_changes_nothing(house: Service, new_account: NewAccount, at: datetime) -> None:
    mine, other = (signed_in(house, new_account, at).who for _ in range(2))
    refuse_other_pages(mine, mine.csrf)
    for given_back in (None, "", other.csrf, "\ud800"):
        with pytest.raises(NotSignedInError):
            refuse_other_pages(mine, given_back)


def test_what_is_missing_is_named_in_one_sentence(house: Service, new_account: NewAccount, at: datetime) -> None:
    who = signed_in(house, new_account, at, role=Role.DATA_SCIENTIST).who
    refuse_without(who, Permission.READ_MODELS)
    with pytest.raises(ForbiddenError) as refused:
        refuse_without(who, Permission.READ_PROFILES)
    assert str(refused.value) == (
        "Le rôle « science des données » n'a pas le droit « lire les dossiers » (read_profiles) ; "
        "l'ont : conseiller en emploi, assistant social, utilisation locale sans compte."
    )
    refuse_without(SignedIn(LOCAL_VIEWER, permissions_of(LOCAL_VIEWER.role)), Permission.READ_PROFILES)


def test_a_token_is_in_no_representation(house: Service, new_account: NewAccount, at: datetime) -> None:
    session = signed_in(house, new_account, at)
    assert session.token not in repr(session)
    assert str(session.who.csrf) not in repr(session)
