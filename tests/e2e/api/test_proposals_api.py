"""A proposal from the card to what came of it, over HTTP: on its version, under a key, by each for their own part."""

from typing import Any

import pytest
from httpx2 import Response
from tests.e2e.api.counter import Counter
from tests.integration.proposals.people import (
    COLLEAGUE,
    COMMUNE,
    COMMUNE_ELSEWHERE,
    DISABILITY_OFFICE,
    ELSEWHERE,
    MANAGER,
    OTHER_WORKSHOP,
    SOCIAL,
    WORKSHOP,
)

from matching.domain.viewer import LOCAL_VIEWER, Viewer

ACCEPT: dict[str, Any] = {"opportunity": "own:workshop", "verb": "accept", "reasons": ["client_wish"]}


def decide(counter: Counter, body: dict[str, Any] = ACCEPT, **more: Any) -> Response:
    return counter.ask(SOCIAL, "POST", f"/recommendations/{counter.office.slate}/decisions", body, **more)


def step(counter: Counter, who: Viewer, id_: str, what: str, body: dict[str, Any], version: int) -> int:
    """Takes a step; the version after it."""
    answer = counter.ask(who, "POST", f"/decisions/{id_}/{what}", body, version=version)
    assert answer.status_code in {200, 201}, answer.text
    assert answer.headers["ETag"] == f'"{answer.json()["version"]}"'
    return int(answer.json()["version"])


def agreed(counter: Counter, option: str = "own:workshop") -> tuple[str, int]:
    made = decide(counter, ACCEPT | {"opportunity": option}).json()
    return made["id"], step(counter, SOCIAL, made["id"], "answer", {"answer": "accepted"}, made["version"])


def begun(counter: Counter) -> tuple[str, int]:
    """p-1 began at the workshop today, in the place that nobody pays for."""
    id_, version = agreed(counter, "own:place")
    version = step(counter, SOCIAL, id_, "provider", {"state": "requested"}, version)
    version = step(counter, WORKSHOP, id_, "provider", {"state": "admitted"}, version)
    return id_, step(counter, WORKSHOP, id_, "start", {"on": str(counter.moment.date())}, version)


def test_the_whole_life(counter: Counter) -> None:
    made = decide(counter)
    assert made.status_code == 201, made.text
    id_ = made.json()["id"]
    assert (made.headers["ETag"], made.headers["Location"]) == ('"1"', f"/v1/decisions/{id_}")
    version = step(counter, SOCIAL, id_, "answer", {"answer": "thinking"}, 1)
    version = step(counter, SOCIAL, id_, "answer", {"answer": "accepted"}, version)
    version = step(counter, SOCIAL, id_, "payer", {"institution": "social_commune", "text": "Trois mois"}, version)
    version = step(counter, COMMUNE, id_, "payer", {"granted": True}, version)
    version = step(counter, SOCIAL, id_, "provider", {"state": "requested"}, version)
    version = step(counter, WORKSHOP, id_, "provider", {"state": "invited", "on": "2026-11-20"}, version)
    version = step(counter, WORKSHOP, id_, "provider", {"state": "admitted"}, version)
    first = counter.days_pass(2).date()
    version = step(counter, WORKSHOP, id_, "start", {"on": str(first)}, version)
    last = counter.days_pass(40).date()
    version = step(counter, WORKSHOP, id_, "end", {"on": str(last), "dropout_reason": "found_job"}, version)
    counter.days_pass(70)
    fact = {"kind": "unsubsidised_job_at", "months": 3, "holds": True, "source": "person"}
    stated = counter.ask(SOCIAL, "POST", f"/decisions/{id_}/outcomes", fact)
    assert (stated.status_code, stated.headers["ETag"]) == (201, '"1"'), stated.text
    assert [one["entry"]["months"] for one in counter.ask(SOCIAL, "GET", f"/decisions/{id_}/outcomes").json()] == [3]
    read = counter.ask(COLLEAGUE, "GET", f"/decisions/{id_}")
    assert (read.json()["entry"]["status"], read.headers["ETag"]) == ("dropped_out", f'"{version}"')
    history = counter.ask(SOCIAL, "GET", f"/decisions/{id_}/history").json()
    assert [one["entry"]["status"] for one in history] == [
        *("accepted", "accepted", "client_accepted", "payer_requested", "payer_granted"),
        *("requested", "invited", "admitted", "started", "dropped_out"),
    ]
    listed = counter.ask(SOCIAL, "GET", "/profiles/p-1/proposals").json()["items"]
    assert [one["id"] for one in listed] == [id_]


def test_a_change_names_the_version_it_was_made_on(counter: Counter) -> None:
    id_ = decide(counter).json()["id"]
    path, yes = f"/decisions/{id_}/answer", {"answer": "accepted"}
    assert counter.ask(SOCIAL, "POST", path, yes).status_code == 428
    assert counter.ask(SOCIAL, "POST", path, yes, version=2).status_code == 412
    assert counter.ask(SOCIAL, "POST", path, yes, version="*").status_code == 412
    assert decide(counter).status_code == 428
    assert decide(counter, version=1).headers["ETag"] == '"2"'
    assert counter.ask(SOCIAL, "POST", path, yes, version=1).status_code == 412
    assert counter.ask(SOCIAL, "POST", path, yes, version=2).status_code == 200
    assert decide(counter, version=3).status_code == 409
    closed = counter.ask(SOCIAL, "POST", f"/decisions/{id_}/withdrawal", {}, version=3)
    assert closed.json()["entry"]["status"] == "withdrawn"


def test_the_same_request_under_the_same_key_is_done_once(counter: Counter) -> None:
    first, again = decide(counter, key="k-1"), decide(counter, key="k-1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again.headers["ETag"] == first.headers["ETag"]
    other = decide(counter, ACCEPT | {"text": "Autre"}, key="k-1")
    assert other.status_code == 422
    assert other.json()["type"] == "urn:matching:problem:idempotency-key-reused"
    id_ = first.json()["id"]
    path, yes = f"/decisions/{id_}/answer", {"answer": "accepted"}
    assert counter.ask(SOCIAL, "POST", path, yes, version=1, key="k-1").status_code == 422
    one = counter.ask(SOCIAL, "POST", path, yes, version=1, key="k-2")
    assert counter.ask(SOCIAL, "POST", path, yes, version=1, key="k-2").json() == one.json()
    assert len(counter.ask(SOCIAL, "GET", f"/decisions/{id_}/history").json()) == 2
    assert counter.ask(COLLEAGUE, "POST", path, yes, version=1, key="k-2").status_code == 412
    assert decide(counter, key=" ").status_code == 422
    assert decide(counter, key="x" * 201).status_code == 422


def test_unknown_and_foreign_are_told_in_the_same_words(counter: Counter) -> None:
    id_, version = agreed(counter)
    slate = counter.office.slate
    step(counter, SOCIAL, id_, "payer", {"institution": "social_commune"}, version)
    asked = 0
    for who in (ELSEWHERE, COMMUNE_ELSEWHERE, DISABILITY_OFFICE, OTHER_WORKSHOP, WORKSHOP, MANAGER):
        for method, path, body, unknown in (
            ("GET", f"/decisions/{id_}", None, (id_, "proposals-x")),
            ("GET", f"/decisions/{id_}/history", None, (id_, "proposals-x")),
            ("GET", f"/decisions/{id_}/outcomes", None, (id_, "proposals-x")),
            ("POST", f"/decisions/{id_}/answer", {"answer": "declined"}, (id_, "proposals-x")),
            ("POST", f"/decisions/{id_}/payer", {"granted": True}, (id_, "proposals-x")),
            ("POST", f"/decisions/{id_}/provider", {"state": "admitted"}, (id_, "proposals-x")),
            ("POST", f"/decisions/{id_}/start", {"on": "2026-11-18"}, (id_, "proposals-x")),
            ("POST", f"/decisions/{id_}/withdrawal", {}, (id_, "proposals-x")),
            ("GET", "/profiles/p-1/proposals", None, ("p-1", "p-x")),
            ("GET", "/profiles/p-1/observations", None, ("p-1", "p-x")),
            ("GET", "/profiles/p-1/corrections", None, ("p-1", "p-x")),
            ("GET", "/profiles/p-1/audit", None, ("p-1", "p-x")),
            ("DELETE", "/profiles/p-1", None, ("p-1", "p-x")),
            ("POST", f"/recommendations/{slate}/decisions", ACCEPT, (slate, "r-x")),
            (
                "POST",
                f"/recommendations/{slate}/reasons/distance/feedback",
                {"opportunity": "own:job", "verdict": "right"},
                (slate, "r-x"),
            ),
        ):
            answers = [counter.ask(who, method, one, body, version=1) for one in (path, path.replace(*unknown))]
            statuses = {answer.status_code for answer in answers}
            assert statuses in ({404}, {403}), (who.account, method, path, answers[0].text)
            told = [answer.json()["detail"] for answer in answers]
            assert told[0].replace(*unknown) == told[1], (who.account, path)
            asked += statuses == {404}
    assert asked > 25
    assert counter.ask(SOCIAL, "GET", f"/decisions/{id_}").json()["entry"]["status"] == "payer_requested"


def test_payer_and_provider_see_their_own_alone(counter: Counter) -> None:
    paid, version = agreed(counter)
    for who in (COMMUNE, WORKSHOP, SOCIAL):
        assert counter.ask(who, "GET", "/proposals").json() == {"items": [], "next": None}
    version = step(counter, SOCIAL, paid, "payer", {"institution": "social_commune"}, version)
    place, _ = begun(counter)

    def seen(who: Viewer) -> list[str]:
        return [one["id"] for one in counter.ask(who, "GET", "/proposals").json()["items"]]

    assert (seen(COMMUNE), seen(WORKSHOP)) == ([paid], [place])
    assert (seen(COMMUNE_ELSEWHERE), seen(DISABILITY_OFFICE), seen(OTHER_WORKSHOP)) == ([], [], [])
    assert counter.ask(COMMUNE, "GET", f"/decisions/{place}").status_code == 404
    assert counter.ask(WORKSHOP, "GET", f"/decisions/{paid}").status_code == 404
    assert counter.ask(COMMUNE, "POST", f"/decisions/{paid}/payer", {"institution": "oai"}).status_code == 403
    wordless = counter.ask(COMMUNE, "POST", f"/decisions/{paid}/payer", {"granted": False}, version=version)
    assert (wordless.status_code, "dit pourquoi" in wordless.json()["detail"]) == (422, True)
    step(counter, COMMUNE, paid, "payer", {"granted": False, "text": "Budget"}, version)
    assert counter.ask(COMMUNE, "GET", "/profiles/p-1").status_code == 403


def test_reasons_are_those_of_kind_and_step(counter: Counter) -> None:
    told = counter.ask(SOCIAL, "GET", "/reasons?kind=measure&step=reject").json()
    assert {"code", "label"} == set(told[0])
    codes = {one["code"] for one in told}
    assert "wrong_payer" in codes
    assert "position_filled" not in codes
    assert "wrong_payer" not in counter.ask(SOCIAL, "GET", "/reasons?kind=vacancy&step=reject").text
    assert counter.ask(SOCIAL, "GET", "/reasons?kind=measure").status_code == 422
    wrong = ACCEPT | {"verb": "reject", "reasons": ["position_filled"]}
    assert decide(counter, wrong).status_code == 422
    assert decide(counter, wrong | {"reasons": ["no_reason"]}).json()["errors"]


def test_feedback_and_corrections(counter: Counter) -> None:
    path = f"/recommendations/{counter.office.slate}/reasons/distance/feedback"
    said = {"opportunity": "own:job", "verdict": "wrong", "correction": "Elle a déménagé", "corrects": "profile"}
    made = counter.ask(SOCIAL, "POST", path, said)
    assert (made.status_code, made.headers["ETag"]) == (201, '"1"'), made.text
    (proposed,) = counter.ask(SOCIAL, "GET", "/profiles/p-1/corrections").json()["items"]
    there = f"/corrections/{proposed['id']}/confirmation"
    assert counter.ask(SOCIAL, "POST", there, {}).status_code == 428
    assert counter.ask(ELSEWHERE, "POST", there, {}, version=1).status_code == 404
    done = counter.ask(SOCIAL, "POST", there, {"answer": "Corrigé"}, version=1)
    assert done.json()["entry"]["status"] == "confirmed"
    again = f"/corrections/{proposed['id']}/dismissal"
    assert counter.ask(SOCIAL, "POST", again, {}, version=2).status_code == 409


def test_observations(counter: Counter) -> None:
    begun(counter)
    counter.days_pass(10)
    seen = {"opportunity": "own:place", "seen_from": "2026-11-18", "seen_to": "2026-11-20", "with_consent": True}
    seen |= {"skills": [{"label": "Réparer une crevaison"}], "attendance_percent": 95}
    path = "/profiles/p-1/observations"
    assert counter.ask(OTHER_WORKSHOP, "POST", path, seen).status_code == 404
    assert counter.ask(SOCIAL, "POST", path, seen).status_code == 403
    assert counter.ask(WORKSHOP, "POST", path, seen | {"with_consent": False}).status_code == 422
    made = counter.ask(WORKSHOP, "POST", path, seen, key="o-1")
    assert made.status_code == 201, made.text
    assert counter.ask(WORKSHOP, "POST", path, seen, key="o-1").json() == made.json()
    one = f"/observations/{made.json()['id']}"
    assert counter.ask(SOCIAL, "POST", f"{one}/confirmation", version=1).status_code == 409
    assert counter.ask(WORKSHOP, "POST", f"{one}/confirmation", version=1).status_code == 403
    assert counter.ask(ELSEWHERE, "POST", f"{one}/dismissal", version=1).status_code == 404
    assert counter.ask(SOCIAL, "POST", f"{one}/shown", {"answer": "D'accord"}, version=1).status_code == 200
    confirmed = counter.ask(COLLEAGUE, "POST", f"{one}/confirmation", version=2)
    assert (confirmed.json()["entry"]["status"], confirmed.headers["ETag"]) == ("confirmed", '"3"')
    assert len(counter.ask(SOCIAL, "GET", path).json()["items"]) == 1
    (correction,) = counter.ask(SOCIAL, "GET", "/profiles/p-1/corrections").json()["items"]
    counter.ask(SOCIAL, "POST", f"/corrections/{correction['id']}/confirmation", {}, version=1)
    assert "crevaison" in counter.ask(SOCIAL, "GET", "/profiles/p-1").text


def test_who_did_what_with_a_file(counter: Counter) -> None:
    decide(counter)
    counter.office.service.add_account("anna", role="auditor", viewer=LOCAL_VIEWER, at=counter.moment)
    mine = counter.ask(SOCIAL, "GET", "/profiles/p-1/audit").json()
    acts = [one["act"] for one in mine["items"]]
    assert {"recommend", "decide"} <= set(acts)
    assert all(one["people"] == ["p-1"] for one in mine["items"])
    whole = counter.ask("anna", "GET", "/audit?limit=500").json()["items"]
    assert all(one["people"] == [] for one in whole)
    assert "p-1" not in str(whole)
    told, address = [], "/audit?limit=2"
    while address:
        page = counter.ask("anna", "GET", address).json()
        told += page["items"]
        address = (page["next"] or "").removeprefix("/v1")
    assert told[:-1] == whole  # and that it was read before
    assert [one["seq"] for one in told] == sorted(one["seq"] for one in told)
    last = counter.ask("anna", "GET", "/audit?limit=500").json()["items"][len(whole) :]
    assert {(one["actor"], one["act"], one["others"]) for one in last} == {("anna", "read_audit", 0)}
    seen = [one for one in whole if one["act"] == "read_audit"]
    assert [(one["actor"], one["others"]) for one in seen] == [(SOCIAL.account, 1)]
    for who, path, status in ((SOCIAL, "/audit", 403), ("anna", "/profiles/p-1/audit", 403), (MANAGER, "/audit", 403)):
        assert counter.ask(who, "GET", path).status_code == status
    cursor = counter.ask("anna", "GET", "/audit?limit=1").json()["next"].removeprefix("/v1").replace("limit=1", "")
    assert counter.ask(SOCIAL, "GET", cursor.replace("/audit", "/profiles/p-1/audit")).status_code == 422


def test_erased_for_good_and_only_as_it_was_read(counter: Counter) -> None:
    read = counter.ask(SOCIAL, "GET", "/profiles/p-1")
    assert counter.ask(SOCIAL, "DELETE", "/profiles/p-1").status_code == 428
    assert counter.ask(SOCIAL, "DELETE", "/profiles/p-1", version=9).status_code == 412
    assert counter.ask(ELSEWHERE, "DELETE", "/profiles/p-1", version=1).status_code == 404
    assert counter.ask(COMMUNE, "DELETE", "/profiles/p-1", version=1).status_code == 403
    assert counter.ask(SOCIAL, "DELETE", "/profiles/p-1", version=read.headers["ETag"]).status_code == 204
    assert counter.ask(SOCIAL, "GET", "/profiles/p-1").status_code == 404
    assert counter.ask(SOCIAL, "GET", f"/recommendations/{counter.office.slate}").status_code == 404


def test_changes_are_pulled_from_a_cursor(counter: Counter) -> None:
    path = "/changes?receiver=unit&purpose=counselling"
    begin = counter.ask(SOCIAL, "GET", path).json()
    decide(counter)
    found = counter.ask(SOCIAL, "GET", path).json()
    assert any(one["kind"] == "proposal" for one in found["items"])
    after = counter.ask(SOCIAL, "GET", f"{path}&since={found['cursor']}").json()
    assert (after["items"], after["more"]) == ([], False)
    assert counter.ask(SOCIAL, "GET", f"{path}&since=c-x").status_code == 404
    assert counter.ask(COLLEAGUE, "GET", f"{path}&since={found['cursor']}").status_code == 404
    assert counter.ask(ELSEWHERE, "GET", path).json()["items"] == []
    assert counter.ask(SOCIAL, "GET", "/changes?receiver=payer&purpose=payment").status_code == 403
    assert counter.ask(SOCIAL, "GET", "/changes?receiver=unit&purpose=payment").status_code == 422
    assert begin["more"] is False


def test_a_provider_says_how_many_places_are_free(counter: Counter) -> None:
    path, counted = "/opportunities/own:place/places", {"free_places": 3, "as_of": "2026-11-17"}
    told = counter.ask(WORKSHOP, "PUT", path, counted)
    assert told.status_code == 200, told.text
    capacity = {"status": "open", "free_places": 3, "waiting_weeks": None, "as_of": "2026-11-17", "sessions": []}
    assert told.json()["capacity"] == capacity
    assert counter.ask(SOCIAL, "GET", "/opportunities/own:place").json()["capacity"] == capacity
    assert counter.ask(SOCIAL, "GET", path).json() == capacity
    assert counter.ask(WORKSHOP, "PUT", path, counted | {"as_of": "2026-11-16"}).status_code == 409
    assert counter.ask(WORKSHOP, "PUT", path, counted | {"as_of": "2026-11-19"}).status_code == 422
    assert counter.ask(WORKSHOP, "PUT", path, counted | {"waiting_weeks": 2}).status_code == 422
    full = counter.ask(WORKSHOP, "PUT", path, counted | {"free_places": 0, "waiting_weeks": 4})
    assert full.json()["capacity"]["status"] == "waiting_list"
    assert counter.ask(SOCIAL, "PUT", path, counted).status_code == 403
    foreign, unknown = (
        counter.ask(who, "PUT", f"/opportunities/{id_}/places", counted).json()
        for who, id_ in ((OTHER_WORKSHOP, "own:place"), (WORKSHOP, "own:x"))
    )
    assert foreign["status"] == unknown["status"] == 404
    assert foreign["detail"].replace("own:place", "ID") == unknown["detail"].replace("own:x", "ID")
    counter.office.service.add_account("anna", role="auditor", viewer=LOCAL_VIEWER, at=counter.moment)
    noted = [one for one in counter.ask("anna", "GET", "/audit").json()["items"] if one["act"] == "update_places"]
    assert [(one["actor"], one["concerns"]) for one in noted] == [("atelier", "own:place")] * 2


@pytest.mark.parametrize("path", ["/decisions/x/answer", "/recommendations/x/decisions", "/profiles/x/observations"])
def test_nobody_reaches_it(counter: Counter, path: str) -> None:
    assert counter.ask(None, "POST", path, {}).status_code == 401


def test_what_is_said_of_a_person_stands_in_no_log(counter: Counter, capfd: pytest.CaptureFixture[str]) -> None:
    mark = "Zyxomarkabel"
    said = {"text": mark}
    decide(counter, ACCEPT | said | {"reasons": [mark]}, key=mark)
    made = decide(counter, ACCEPT | said, key=mark)
    assert mark in made.text
    path = f"/decisions/{made.json()['id']}"
    for what, body in (
        ("answer", {"answer": "accepted", "until": "2026-11-30"}),
        ("answer", {"answer": "accepted"}),
        ("payer", {"institution": "oai"}),
        ("payer", {"institution": "social_commune"}),
        ("provider", {"state": "provider_refused", "reason": "other", "sendable_text": mark}),
        ("provider", {"state": "requested"}),
        ("start", {"on": "2026-11-18"}),
        ("withdrawal", {}),
        ("outcomes", {"kind": "take_up", mark: mark}),
    ):
        version = counter.ask(SOCIAL, "GET", path).json()["version"]
        counter.ask(SOCIAL, "POST", f"{path}/{what}", body | said, version=version)
    about = {"opportunity": "own:job", "verdict": "wrong", "correction": mark, "corrects": "profile"}
    counter.ask(SOCIAL, "POST", f"/recommendations/{counter.office.slate}/reasons/distance/feedback", about)
    counter.ask(SOCIAL, "GET", f"/changes?receiver=unit&purpose=counselling&since={mark}")
    assert mark in counter.ask(SOCIAL, "GET", f"{path}/history").text
    told = capfd.readouterr()
    assert "/v1/decisions/{decision}/history" in told.err
    assert mark not in told.out + told.err
    assert "p-1" not in told.out + told.err
