"""Pages of proposals and guarantees: whole, without repetition, what comes in meanwhile at the end, one list alone."""

import pytest
from tests.e2e.api.counter import Counter
from tests.integration.proposals.people import COMMUNE, ELSEWHERE, SOCIAL

from matching.api.cursors import cursor_after
from matching.domain.viewer import Viewer

OPTIONS = ("own:workshop", "own:job", "own:place")
OF_A_PERSON = "/profiles/p-1/proposals"


def decided(counter: Counter, option: str) -> str:
    body = {"opportunity": option, "verb": "accept", "reasons": ["client_wish"]}
    made = counter.ask(SOCIAL, "POST", f"/recommendations/{counter.office.slate}/decisions", body)
    return str(made.json()["id"])


def pages(counter: Counter, who: Viewer, path: str | None) -> list[list[str]]:
    found = []
    while path:
        answer = counter.ask(who, "GET", path)
        assert answer.status_code == 200, answer.text
        found.append([item["id"] for item in answer.json()["items"]])
        assert len(found) < 20, "no page leads back"
        path = (answer.json()["next"] or "").removeprefix("/v1")
    return found


def test_the_pages_are_the_list_in_the_order_in_which_it_was_begun(counter: Counter) -> None:
    ids = []
    for option in OPTIONS:
        ids.append(decided(counter, option))
        counter.days_pass(1)
    assert pages(counter, SOCIAL, OF_A_PERSON) == [ids]
    assert pages(counter, SOCIAL, f"{OF_A_PERSON}?limit=1") == [[id_] for id_ in ids]
    assert pages(counter, SOCIAL, f"{OF_A_PERSON}?limit=2") == [ids[:2], ids[2:]]
    assert pages(counter, SOCIAL, f"{OF_A_PERSON}?limit=3") == [ids]
    for wrong in ("limit=0", "limit=501", "limit=x", "page=2"):
        assert counter.ask(SOCIAL, "GET", f"{OF_A_PERSON}?{wrong}").status_code == 422, wrong


def test_what_comes_in_meanwhile_stands_at_the_end(counter: Counter) -> None:
    first, second = decided(counter, OPTIONS[0]), ""
    counter.days_pass(1)
    second = decided(counter, OPTIONS[1])
    begun = counter.ask(SOCIAL, "GET", f"{OF_A_PERSON}?limit=1").json()
    assert [item["id"] for item in begun["items"]] == [first]
    counter.days_pass(1)
    third = decided(counter, OPTIONS[2])
    assert pages(counter, SOCIAL, begun["next"].removeprefix("/v1")) == [[second], [third]]


def test_a_payer_pages_through_its_own(counter: Counter) -> None:
    asked = []
    for profile_option in OPTIONS[:1]:
        id_ = decided(counter, profile_option)
        for what, body in (("answer", {"answer": "accepted"}), ("payer", {"institution": "social_commune"})):
            version = counter.ask(SOCIAL, "GET", f"/decisions/{id_}").json()["version"]
            assert counter.ask(SOCIAL, "POST", f"/decisions/{id_}/{what}", body, version=version).status_code == 200
        asked.append(id_)
    assert pages(counter, COMMUNE, "/proposals?limit=1") == [asked]
    guarantees = []
    for month in (1, 2, 3):
        sent = {"profile": "p-1", "payer": "social_commune", "code": "ch_as_professional"}
        days = {"valid_from": f"2027-0{month}-01", "valid_to": f"2027-0{month}-28"}
        guarantees.append(counter.ask(SOCIAL, "POST", "/guarantees", sent | days).json()["id"])
        counter.days_pass(1)
    for who in (COMMUNE, SOCIAL):
        for path in ("/guarantees?limit=2", "/guarantees?limit=2&profile=p-1"):
            assert pages(counter, who, path) == [guarantees[:2], guarantees[2:]], path


def test_a_cursor_is_of_one_list_and_tells_of_nothing_that_is_not_on_it(counter: Counter) -> None:
    ids = [decided(counter, option) for option in OPTIONS]
    following = counter.ask(SOCIAL, "GET", f"{OF_A_PERSON}?limit=1").json()["next"].removeprefix("/v1")
    for other in ("/profiles/p-1/observations", "/profiles/p-1/corrections"):
        assert counter.ask(SOCIAL, "GET", following.replace(OF_A_PERSON, other)).status_code == 422, other
    foreign, unknown = (
        counter.ask(ELSEWHERE, "GET", "/profiles/p-2/proposals", params={"cursor": cursor_after(id_, LISTED)})
        for id_ in (ids[0], "proposals-none")
    )
    assert foreign.status_code == unknown.status_code == 422
    assert foreign.json()["detail"] == unknown.json()["detail"]
    assert counter.ask(SOCIAL, "GET", following.replace("limit=1", "limit=2")).status_code == 200


LISTED = "/v1/profiles/p-2/proposals []"


@pytest.mark.parametrize("path", ["/profiles/p-1/observations", "/profiles/p-1/corrections", "/guarantees"])
def test_an_empty_list_is_one_page(counter: Counter, path: str) -> None:
    assert counter.ask(SOCIAL, "GET", path).json() == {"items": [], "next": None}
