"""Tokens of programs on both engines: shown once, never wider than the role of today, over on time, revoked at once."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.integration.storage.sign_in.front_door import NewAccount

from matching.bootstrap import Service
from matching.domain.permission import NEVER_BY_TOKEN, Permission
from matching.domain.role_permissions import permissions_of
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import Role
from matching.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError, NotSignedInError
from matching.identity.lifetimes import LONGEST_TOKEN
from matching.storage import api_tokens as store
from matching.storage.scope import EVERYTHING
from matching.storage.tables import api_tokens
from matching.use_cases.sign_in.api_tokens import NewApiToken
from matching.use_cases.sign_in.signed_in import refuse_other_pages, refuse_without

DAY = timedelta(days=1)
INSTANT = timedelta(microseconds=1)
SCOPE = {Permission.READ_CHANGES, Permission.EXPORT_DATA}
ROLES = [role for role in Role if role is not Role.LOCAL]


def made(house: Service, account: str, at: datetime, **other: object) -> NewApiToken:
    wanted = {"name": "export", "scope": SCOPE, "expires_at": at + DAY, "viewer": LOCAL_VIEWER, "at": at} | other
    new: NewApiToken = house.create_api_token(account, **wanted)  # type: ignore[arg-type]
    return new


def test_it_asks_under_its_account_within_its_scope(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = new_account(at)
    new = made(house, account, at)
    who = house.who_is_by_token(new.secret, at=at)
    assert who.viewer == house.viewer(account)
    assert who.permissions == SCOPE
    assert (who.token_name, who.csrf) == ("export", None)
    refuse_without(who, Permission.EXPORT_DATA)
    refuse_other_pages(who, None)
    with pytest.raises(ForbiddenError, match="Le jeton « export » ne couvre pas le droit « lire les dossiers »"):
        refuse_without(who, Permission.READ_PROFILES)
    with pytest.raises(ForbiddenError, match="Aucun jeton ne donne le droit « gérer ses propres accès »"):
        refuse_without(who, Permission.MANAGE_OWN_ACCESS)
    with pytest.raises(ForbiddenError, match="Le rôle « conseiller en emploi » n'a pas le droit"):
        refuse_without(who, Permission.READ_AUDIT)
    assert new.secret not in repr(new)


def test_a_session_token_is_no_api_token_and_the_other_way_round(
    house: Service, new_account: NewAccount, at: datetime
) -> None:
    secret = made(house, new_account(at), at).secret
    with pytest.raises(NotSignedInError):
        house.who_is(secret, at=at)
    for nothing in ("", "matching_", secret[:-1], secret + "x", "\x00", "\ud800"):
        with pytest.raises(NotSignedInError):
            house.who_is_by_token(nothing, at=at)


@given(before=st.sampled_from(ROLES), after=st.sampled_from(ROLES), data=st.data())
@settings(max_examples=40)
def test_the_scope_never_exceeds_what_the_account_may_do_whatever_becomes_of_its_role(
    house: Service, new_account: NewAccount, at: datetime, before: Role, after: Role, data: st.DataObject
) -> None:
    account = new_account(at, before)
    scope = data.draw(st.sets(st.sampled_from(list(Permission)), min_size=1))
    may_have = permissions_of(before) - NEVER_BY_TOKEN
    if not scope <= may_have:
        with pytest.raises(ForbiddenError):
            made(house, account, at, scope=scope)
        scope &= may_have
    if not scope:
        return
    secret = made(house, account, at, scope=scope).secret
    assert house.who_is_by_token(secret, at=at).permissions == scope
    house.add_account(account, role=after.value, viewer=LOCAL_VIEWER, at=at)
    assert house.who_is_by_token(secret, at=at).permissions == scope & permissions_of(after)


@given(life=st.timedeltas(min_value=-DAY, max_value=2 * LONGEST_TOKEN))
@settings(max_examples=25)
def test_it_ends_when_it_was_to_end(house: Service, new_account: NewAccount, at: datetime, life: timedelta) -> None:
    account = new_account(at)
    if not timedelta(0) < life <= LONGEST_TOKEN:
        with pytest.raises(InvalidInputError):
            made(house, account, at, expires_at=at + life)
        return
    secret = made(house, account, at, expires_at=at + life).secret
    house.who_is_by_token(secret, at=at + life - INSTANT)
    with pytest.raises(NotSignedInError):
        house.who_is_by_token(secret, at=at + life)


def test_of_its_use_the_day_is_kept_and_no_moment(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = new_account(at)
    secret = made(house, account, at, expires_at=at + 5 * DAY).secret
    (listed,) = house.api_tokens(account, viewer=LOCAL_VIEWER)
    assert listed.last_used_on is None
    for moment in (at + DAY, at + 2 * DAY, at + DAY):
        house.who_is_by_token(secret, at=moment)
    with house.workplace.database.begin(EVERYTHING) as connection:
        store.used(connection, listed.id, on=date(2026, 11, 19))  # by whoever read it before the last use
    (listed,) = house.api_tokens(account, viewer=LOCAL_VIEWER)
    assert listed.last_used_on == date(2026, 11, 20)
    assert [column.name for column in api_tokens.columns if "used" in column.name] == ["last_used_on"]


def test_revoked_it_opens_nothing(house: Service, new_account: NewAccount, at: datetime) -> None:
    account, other = new_account(at), new_account(at)
    first, second = made(house, account, at), made(house, account, at, name="autre")
    own, stranger = house.viewer(account), house.viewer(other)
    with pytest.raises(ForbiddenError):
        house.revoke_api_token(account, first.token.id, viewer=stranger, at=at)
    with pytest.raises(ForbiddenError):
        house.api_tokens(account, viewer=stranger)
    with pytest.raises(NotFoundError):
        house.revoke_api_token(other, first.token.id, viewer=stranger, at=at)
    house.revoke_api_token(account, first.token.id, viewer=own, at=at)
    with pytest.raises(NotSignedInError):
        house.who_is_by_token(first.secret, at=at)
    house.who_is_by_token(second.secret, at=at)
    assert [token.name for token in house.api_tokens(account, viewer=own)] == ["autre"]
    made(house, account, at)


def test_whoever_manages_accounts_reads_no_files_by_a_token_of_somebody(
    house: Service, new_account: NewAccount, at: datetime
) -> None:
    account = new_account(at)
    with pytest.raises(ForbiddenError, match=f"Seul le compte {account}"):
        made(house, account, at, viewer=Viewer(account="admin", role=Role.ADMINISTRATOR))
    made(house, account, at, viewer=house.viewer(account))


@pytest.mark.parametrize(
    ("wrong", "mention"),
    [
        ({"name": " "}, "son nom"),
        ({"name": "x" * 81}, "son nom"),
        ({"name": "a\x00b"}, "son nom"),
        ({"scope": set()}, "au moins un droit"),
        ({"expires_at": datetime(2026, 12, 1)}, "fuseau"),  # noqa: DTZ001 - that is what is refused
    ],
)
def test_what_is_no_token(
    house: Service, new_account: NewAccount, at: datetime, wrong: dict[str, object], mention: str
) -> None:
    with pytest.raises(InvalidInputError, match=mention):
        made(house, new_account(at), at, **wrong)


def test_a_name_is_given_once(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = new_account(at)
    made(house, account, at)
    with pytest.raises(ConflictError, match="a déjà un jeton « export »"):
        made(house, account, at)
    with pytest.raises(NotFoundError):
        made(house, "nobody", at)
