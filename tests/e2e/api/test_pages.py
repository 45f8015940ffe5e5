"""Pages of the catalogue: whole, without repetition, stable when something comes in, and blind to what is hidden."""

from datetime import datetime

import pytest
from starlette.testclient import TestClient
from tests.e2e.api.conftest import signed_as

from matching.api.cursors import cursor_after, read_cursor
from matching.domain.vocabulary.postings import PostingStatus
from matching.errors import InvalidInputError
from matching.storage import opportunities
from matching.storage.scope import EVERYTHING


def pages(client: TestClient, address: str, headers: dict[str, str] | None = None) -> list[list[str]]:
    found = []
    following: str | None = address
    while following:
        answer = client.get(following, headers=headers)
        assert answer.status_code == 200, answer.text
        found.append([item["id"] for item in answer.json()["items"]])
        following = answer.json()["next"]
    return found


@pytest.mark.parametrize("limit", [1, 7, 200])
def test_the_pages_are_the_list(client: TestClient, limit: int) -> None:
    if limit == 1:
        first = client.get("/v1/opportunities?limit=1&kind=placement")
        assert len(first.json()["items"]) == 1
        return
    found = pages(client, f"/v1/opportunities?limit={limit}")
    flat = [id_ for page in found for id_ in page]
    assert flat == sorted(set(flat))
    assert all(len(page) == limit for page in found[:-1])
    assert len(flat) > 100


def test_kinds(client: TestClient) -> None:
    kinds = {"vacancy", "measure", "placement"}
    by_kind = {
        kind: {id_ for page in pages(client, f"/v1/opportunities?kind={kind}") for id_ in page} for kind in kinds
    }
    together = {id_ for page in pages(client, "/v1/opportunities?kind=vacancy&kind=measure") for id_ in page}
    assert together == by_kind["vacancy"] | by_kind["measure"]
    assert not by_kind["vacancy"] & by_kind["placement"]


def test_what_comes_in_meanwhile_moves_nothing(client: TestClient, at: datetime) -> None:
    service = client.app.state.service  # type: ignore[attr-defined]
    before = pages(client, "/v1/opportunities?limit=200&kind=measure")
    first = client.get("/v1/opportunities?limit=10&kind=measure").json()
    with service.workplace.database.begin(EVERYTHING) as connection:
        known = opportunities.get_current(connection, first["items"][0]["id"])
        assert known is not None
        newcomers = [known.model_copy(update={"id": id_}) for id_ in ("AAA:first", "zzz:last")]
        opportunities.upsert(connection, newcomers, source="measures", at=at)
    rest = [id_ for page in pages(client, first["next"]) for id_ in page]
    told = [item["id"] for item in first["items"]] + rest
    assert told == [*(id_ for page in before for id_ in page), "zzz:last"]


def test_restricted_postings_are_in_no_list(client: TestClient) -> None:
    service = client.app.state.service  # type: ignore[attr-defined]
    with service.workplace.database.read(EVERYTHING) as connection:
        restricted = {
            option.id
            for option in opportunities.all_current(connection)
            if option.kind == "vacancy" and option.publication.status is PostingStatus.PUBLISHED_RESTRICTED
        }
    assert restricted
    mandated = {id_ for page in pages(client, "/v1/opportunities?limit=200") for id_ in page}
    assert mandated & restricted
    headers = signed_as("demo-csr")
    found = {id_ for page in pages(client, "/v1/opportunities?limit=200", headers) for id_ in page}
    assert found
    assert not found & restricted
    hidden = min(restricted & mandated)
    answers = [client.get(f"/v1/opportunities/{id_}", headers=headers) for id_ in (hidden, "job_room:none")]
    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].json()["detail"].replace(hidden, "ID") == answers[1].json()["detail"].replace(
        "job_room:none", "ID"
    )
    assert client.get(f"/v1/opportunities/{hidden}").json()["id"] == hidden


def test_an_option_is_told_as_in_the_list(client: TestClient) -> None:
    item = client.get("/v1/opportunities?limit=1").json()["items"][0]
    assert client.get(f"/v1/opportunities/{item['id']}").json() == item


def test_a_cursor_of_another_list_is_none(client: TestClient) -> None:
    following = client.get("/v1/opportunities?limit=1&kind=measure").json()["next"]
    assert client.get(following.replace("kind=measure", "kind=vacancy")).status_code == 422
    for wrong in ("x", "===", "é", "WyJhIl0", "W10", "bnVsbA"):
        assert client.get("/v1/opportunities", params={"cursor": wrong}).status_code == 422, wrong


@pytest.mark.parametrize("last", ["own:a", "é/ü", ""])
def test_cursors_come_back(last: str) -> None:
    assert read_cursor(cursor_after(last, "a"), "a") == last
    with pytest.raises(InvalidInputError):
        read_cursor(cursor_after(last, "a"), "b")


def test_an_anonymous_employer_is_named_to_the_employment_service_alone(client: TestClient) -> None:
    service = client.app.state.service  # type: ignore[attr-defined]
    with service.workplace.database.read(EVERYTHING) as connection:
        anonymous = [
            option.id
            for option in opportunities.all_current(connection)
            if option.kind == "vacancy" and option.publication.company_anonymous
        ]
    assert anonymous
    for account, may in (("demo", True), ("demo-csr", False)):
        told = [client.get(f"/v1/opportunities/{id_}", headers=signed_as(account)) for id_ in anonymous]
        named = [answer.json()["provider"] for answer in told if answer.status_code == 200]
        assert any(named) is may
