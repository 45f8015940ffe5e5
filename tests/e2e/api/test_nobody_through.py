"""Generated attempts on everything of a foreign unit, over every route and role: none gets through, none tells of it.

`MATCHING_ISOLATION_ATTEMPTS=10000 pytest tests/e2e/api/test_nobody_through.py` tries longer, so many on each engine.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from httpx2 import Response
from tests.e2e.api.counter import Counter
from tests.e2e.api.test_permissions import ALL
from tests.integration.proposals.people import (
    COMMUNE_ELSEWHERE,
    DISABILITY_OFFICE,
    ELSEWHERE,
    LOCAL,
    OTHER_WORKSHOP,
    SOCIAL,
    WORKSHOP,
)

from matching.domain.permission import Permission
from matching.domain.role_permissions import permissions_of
from matching.domain.vocabulary.catalogue import Institution, OpportunityKind
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.process import FeedbackVerdict, Role
from matching.domain.vocabulary.reasons import RejectReason
from matching.use_cases.profiles import show_profile

ATTEMPTS = int(os.environ.get("MATCHING_ISOLATION_ATTEMPTS", "300"))
MARK = "Zyxomarkabel"
REFUSED = frozenset({401, 403, 404, 405, 422})
OPTION = "own:workshop"
OWN = frozenset({"/v1/session", "/v1/session/oidc", "/v1/session/oidc/callback", "/v1/tokens", "/v1/models/rollback"})
"""What concerns nobody but whoever asks, or the house alone."""


@dataclass(frozen=True)
class Foreign:
    """Everything that stands in the other unit, by the name under which a route takes it."""

    ids: Mapping[str, tuple[str, ...]]

    @property
    def everything(self) -> list[str]:
        return sorted({id_ for ids in self.ids.values() for id_ in ids})


def planted(counter: Counter) -> Foreign:
    """A person of the unit `lu` with the mark in everything that can be said of them, and the ids of all of it."""
    office, service, at = counter.office, counter.office.service, counter.moment
    told: dict[str, Any] = {"viewer": SOCIAL, "at": at}
    read = show_profile(service.workplace, "p-1", **told)
    marked = read.profile.model_copy(update={"wishes": MARK, "project": MARK})
    service.replace_profile(marked, revision=read.revision, **told)
    paid = office.answered(office.decided(OPTION, text=MARK), "accepted", text=MARK)
    service.ask_payer(paid.id, Institution.SOCIAL_COMMUNE, text=MARK, expected_version=paid.version, **told)
    place = office.answered(office.decided("own:place", text=MARK), "accepted", text=MARK)
    for state in ("requested", "admitted"):
        place = service.provider_moves(place.id, state, text=MARK, expected_version=place.version, **told)
    service.start(place.id, on=at.date(), viewer=WORKSHOP, at=at, expected_version=place.version)
    seen = service.record_observation(
        "p-1",
        "own:place",
        seen_from=at.date(),
        seen_to=at.date(),
        with_consent=True,
        text=MARK,
        viewer=WORKSHOP,
        at=at,
    )
    service.give_feedback(
        office.slate, "own:job", "distance", FeedbackVerdict.WRONG, correction=MARK, corrects="profile", **told
    )
    (correction,) = service.corrections_of("p-1", **told)
    contest = service.contest_fact("p-1", "languages", words=MARK, **told)
    service.refuse_option("p-1", "own:course", reason=RejectReason.TOO_FAR, words=MARK, **told)
    search = service.save_search("p-1", words=MARK, **told)
    service.write_part("p-1", MARK, objective="job", **told)
    days: dict[str, Any] = {"valid_from": at.date(), "valid_to": at.date() + timedelta(days=90)}
    guarantee = service.request_guarantee(
        "p-1", payer="social_commune", code="ch_as_professional", reason=MARK, **days, **told
    )
    outside = service.propose_outside(
        "p-1",
        kind=OpportunityKind.MEASURE,
        title=MARK,
        offered_by=MARK,
        need=Barrier.MOBILITY,
        words=MARK,
        **told,
    )
    token = service.create_api_token(
        SOCIAL.account, name=MARK, scope=[Permission.READ_PROFILES], expires_at=at + timedelta(days=9), **told
    )
    return Foreign(
        {
            "profile": ("p-1",),
            "recommendation": (office.slate,),
            "decision": (paid.id, place.id),
            "observation": (seen.id,),
            "correction": (correction.id,),
            "contest": (contest.id,),
            "guarantee": (guarantee.id,),
            "search": (search.id,),
            "token": (token.token.id,),
            "outside": (outside.id,),
        }
    )


def strangers(counter: Counter) -> dict[str | None, Role | None]:
    """Accounts of every role, of no unit that has anything to do with the person; and nobody."""
    service, at = counter.office.service, counter.moment
    for role in (Role.PROGRAMME_MANAGER, Role.DATA_SCIENTIST, Role.ADMINISTRATOR, Role.AUDITOR):
        service.add_account(role.value, role=role, viewer=LOCAL, at=at)
    until = at + timedelta(days=30)
    service.add_account(
        "cora", role="counsellor", institution="orp", units=("ne",), pes_mandate_until=until, viewer=LOCAL, at=at
    )
    known = [one.account for one in (ELSEWHERE, COMMUNE_ELSEWHERE, DISABILITY_OFFICE, OTHER_WORKSHOP)]
    found = [
        *known,
        "cora",
        *(role.value for role in Role if role.value in {one.account for one in service.accounts(viewer=LOCAL)}),
    ]
    roles: dict[str | None, Role | None] = {name: service.viewer(name).role for name in found}
    assert set(roles.values()) == set(Role) - {Role.LOCAL}
    return roles | {None: None}


BODIES: dict[str, list[dict[str, Any]]] = {
    "/recommendations": [{"profile": "ID"}, {"profile": "ID", "kinds": ["measure"], "limit": 3}],
    "/decisions": [
        {"opportunity": OPTION, "verb": "accept", "reasons": ["client_wish"]},
        {"opportunity": OPTION, "verb": "reject", "reasons": ["not_interested"]},
        {"opportunity": "own:course", "verb": "defer"},
    ],
    "/feedback": [{"opportunity": OPTION, "verdict": "right"}, {"feedback": "hired"}, {"feedback": "still_open"}],
    "/answer": [
        {"answer": "accepted"},
        {"answer": "declined"},
        {"outcome": "kept", "answer": "Non"},
        {"status": "granted"},
        {"answer": "unit_searched"},
    ],
    "/payer": [{"granted": True}, {"granted": False, "text": "Hors budget"}, {"institution": "social_commune"}],
    "/provider": [
        {"state": "requested"},
        {"state": "admitted"},
        {"state": "provider_refused", "reason": "no_position"},
    ],
    "/start": [{"on": "2026-11-18"}, {"on": "2026-11-18", "came": False}, {"starts_on": "2026-11-19"}],
    "/end": [{"on": "2026-11-18"}, {"on": "2026-11-18", "dropout_reason": "found_job"}],
    "/outcomes": [{"kind": "certificate", "holds": True}, {"kind": "take_up", "months": 1, "holds": False}],
    "/observations": [
        {
            "opportunity": "own:place",
            "seen_from": "2026-11-18",
            "seen_to": "2026-11-18",
            "with_consent": True,
            "text": "x",
        }
    ],
    "/consents": [{"to_institution": "ssr", "categories": ["health"]}],
    "/withdrawals": [{"to_institution": "social_commune"}],
    "/ranking": [{"ranked": False}],
    "/refusals": [{"opportunity": OPTION, "reason": "too_far"}],
    "/outside-options": [{"kind": "measure", "title": "x", "offered_by": "x", "need": "mobility"}],
    "/contests": [{"fact": "languages", "words": "x"}],
    "/searches": [{}, {"kinds": ["measure"], "certain": True, "words": "x"}],
    "/parts": [{"text": "x", "objective": "job"}],
    "/guarantees": [
        {"profile": "ID", "payer": "social_commune", "code": "ch_as_professional", "valid_from": "2026-11-19"}
        | {"valid_to": "2026-12-19"}
    ],
    "/places": [{"free_places": 3, "as_of": "2026-11-18"}],
    "/profiles/{profile}": [{"id": "ID"}, {"id": "ID", "unit": "ne"}, {"id": "ID", "unit": "lu"}],
}
QUERIES: dict[str, list[dict[str, str]]] = {
    "/v1/changes": [{"receiver": "unit", "purpose": "counselling"}, {"receiver": "payer", "purpose": "payment"}],
    "/v1/reasons": [{"kind": "measure", "step": "reject"}],
    "/v1/guarantees": [{}, {"profile": "ID"}],
}


@dataclass(frozen=True)
class Attempt:
    """One request of a stranger; `ids` are the foreign ids in it."""

    who: str | None
    method: str
    template: str
    path: str
    body: dict[str, Any]
    query: dict[str, str]
    version: int
    ids: tuple[str, ...]

    @property
    def is_strict(self) -> bool:
        """Whether it names something that is not theirs; a filter of a list that finds nothing is answered."""
        sent = {*self.path.split("/"), *(str(value) for value in self.body.values())}
        return bool(sent.intersection(self.ids))

    def instead(self, id_: str, other: str) -> "Attempt":
        """The same attempt on another id."""
        body = {key: other if value == id_ else value for key, value in self.body.items()}
        query = {key: other if value == id_ else value for key, value in self.query.items()}
        path = self.path.replace(id_, other)
        return Attempt(self.who, self.method, self.template, path, body, query, self.version, self.ids)

    def made(self, counter: Counter) -> Response:
        return counter.ask(
            self.who,
            self.method,
            self.path.removeprefix("/v1") if self.path.startswith("/v1") else f"/..{self.path}",
            self.body if self.method in {"POST", "PUT"} else None,
            version=self.version,
            params=self.query,
        )


def attempt(random: Random, foreign: Foreign, who: dict[str | None, Role | None]) -> Attempt:
    """A request to some route, mostly by somebody whose role may ask there, with foreign ids wherever it takes one."""
    method, template = random.choice(OPERATIONS)
    able = [name for name, role in who.items() if role and may_ask(role, (method, template))]
    asking = random.choice(able if able and random.random() < 0.7 else list(who))
    names = re.findall(r"{(\w+)(?::path)?}", template)
    path, ids = template, []
    for name in names:
        pool = foreign.ids.get(name) or foreign.everything
        if name == "opportunity" and ("profile" in names or template.endswith("/places")):
            chosen = OPTION
        else:
            chosen = random.choice(pool if random.random() < 0.8 else foreign.everything)
            ids.append(chosen)
        path = re.sub(rf"{{{name}(:path)?}}", chosen, path)
    subject = random.choice(ids or foreign.ids["profile"])
    fitting = [body for end, bodies in BODIES.items() if template.endswith(end) for body in bodies]
    bodies = fitting if fitting and random.random() < 0.9 else [{}, *(one for each in BODIES.values() for one in each)]
    body = {key: subject if value == "ID" else value for key, value in random.choice(bodies).items()}
    body = body if method in {"POST", "PUT"} else {}
    query = {
        key: subject if value == "ID" else value for key, value in random.choice(QUERIES.get(template, [{}])).items()
    }
    if subject in body.values():
        ids.append(subject)
    if subject in query.values():
        ids.append(subject)
    return Attempt(asking, method, template, path, body, query, random.randint(1, 9), tuple(sorted(set(ids))))


OPERATIONS = sorted(key for key in ALL if key[1].startswith("/v1/"))


def may_ask(role: Role, operation: tuple[str, str]) -> bool:
    return any(permissions_of(role).intersection(each.permissions) for each in ALL[operation])


def assert_nothing_told(one: Attempt, answer: Response, foreign: Foreign) -> None:
    assert MARK not in answer.text, one
    for id_ in foreign.everything:
        if id_ not in one.ids:
            assert f'"{id_}"' not in answer.text, (one, answer.text)


def assert_told_as_unknown(counter: Counter, one: Attempt, answer: Response) -> None:
    """What there is not is refused by the same status in the same words."""
    told = answer.json()["detail"]
    unknown = one
    for id_ in one.ids:
        unknown = unknown.instead(id_, f"{id_}-0")
    other = unknown.made(counter)
    assert other.status_code == answer.status_code, (one, answer.text, other.text)
    expected = other.json()["detail"]
    for id_ in one.ids:
        expected = expected.replace(f"{id_}-0", id_)
    assert told == expected, one


def everything_of(counter: Counter, foreign: Foreign) -> list[str]:
    """All that the unit itself reads of the person."""
    paths = ["/profiles/p-1", *(f"/profiles/p-1/{what}" for what in OF_A_PERSON)]
    paths += [f"/decisions/{id_}/{what}" for id_ in foreign.ids["decision"] for what in ("history", "outcomes")]
    answers = [counter.ask(SOCIAL, "GET", path) for path in paths]
    assert [answer.status_code for answer in answers] == [200] * len(paths)
    return [answer.text for answer in answers]


OF_A_PERSON = (
    "consents",
    "refusals",
    "contests",
    "searches",
    "plan",
    "proposals",
    "observations",
    "corrections",
    "outside-options",
)


def test_nobody_gets_through(counter: Counter) -> None:
    foreign, who = planted(counter), strangers(counter)
    before = everything_of(counter, foreign)
    assert sum(MARK in text for text in before) >= 8
    named, statuses, routes = 0, set(), set()
    for number in range(ATTEMPTS):
        one = attempt(Random(number), foreign, who)  # the same attempts every time
        answer = one.made(counter)
        assert_nothing_told(one, answer, foreign)
        statuses.add(answer.status_code)
        if one.is_strict and one.template not in OWN:
            assert answer.status_code in REFUSED, (one, answer.text)
            named += 1
            routes.add((one.method, one.template))
            if answer.status_code == 404:
                assert_told_as_unknown(counter, one, answer)
        elif one.template not in OWN:
            assert answer.status_code in REFUSED | {200}, (one, answer.text)
            assert answer.status_code != 200 or one.method == "GET" or one.template.endswith("/places"), one
    assert named > ATTEMPTS * 0.6
    assert {403, 404} <= statuses
    if ATTEMPTS >= 3_000:
        assert len(routes) > 50
    assert everything_of(counter, foreign) == before
