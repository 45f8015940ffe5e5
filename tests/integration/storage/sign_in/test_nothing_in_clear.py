"""Whoever reads the whole store can sign in as nobody: no password, no token, nothing derived from one stands in it."""

from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretStr
from sqlalchemy import make_url
from tests.integration.storage.sign_in.front_door import NewAccount, everything_stored

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.viewer import LOCAL_VIEWER

WORDS = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=20, max_size=40)


@given(words=WORDS)
@settings(max_examples=15)
def test_no_secret_stands_in_any_table_or_file(
    house: Service, new_account: NewAccount, store_url: str, at: datetime, words: str
) -> None:
    password = f"mot de passe {words}"  # drawn alone, it could stand in a digest by chance
    account = new_account(at)
    house.set_password(account, SecretStr(password), viewer=LOCAL_VIEWER, at=at)
    session = house.sign_in(account, SecretStr(password), at=at)
    token = house.create_api_token(
        account,
        name="t",
        scope={Permission.READ_CHANGES},
        expires_at=at + timedelta(days=1),
        viewer=LOCAL_VIEWER,
        at=at,
    )
    house.who_is(session.token, at=at + timedelta(minutes=2))
    house.who_is_by_token(token.secret, at=at)
    stored = everything_stored(house)
    assert sha256(session.token.encode()).hexdigest() in stored, "the search must find what is there"
    assert sha256(token.secret.encode()).hexdigest() in stored
    secrets = [password, session.token, str(session.who.csrf), token.secret, token.secret.removeprefix("matching_")]
    assert [secret for secret in secrets if secret in stored] == []
    if store_url.startswith("sqlite"):
        file = Path(str(make_url(store_url).database))
        written = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
        assert account.encode() in written
        assert [secret for secret in secrets if secret.encode() in written] == []
