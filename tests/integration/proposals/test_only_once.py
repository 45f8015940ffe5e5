"""One winner, one answer, one row: versions, keys and the outbox, on both engines."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COLLEAGUE, SOCIAL

from matching.domain.vocabulary.process import FeedbackVerdict, ProposalStatus, Verb
from matching.domain.voice import RankingChoice
from matching.errors import (
    ConflictError,
    IdempotencyKeyReusedError,
    InvalidInputError,
    MatchingError,
    PreconditionFailedError,
    PreconditionRequiredError,
)
from matching.storage import outbox, tables
from matching.storage.idempotency import IdempotencyKey
from matching.storage.proposals import PROPOSALS
from matching.storage.scope import EVERYTHING, Scope
from matching.storage.voices import RANKING_CHOICES

S = ProposalStatus


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """What some acts came to when done at the same time: an answer or a refusal."""

    def outcome(act: Callable[[], Any]) -> Any:
        try:
            return act()
        except MatchingError as refused:
            return refused

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(outcome, acts))


def sent(office: Office) -> list[outbox.Row]:
    with office.service.workplace.database.read(EVERYTHING) as connection:
        return outbox.read_after(connection, 0, limit=100)


def test_a_change_names_the_version_it_was_made_on(office: Office) -> None:
    with pytest.raises(PreconditionFailedError, match="version 0"):
        office.decided("own:job", expected_version=3)
    one = office.decided("own:job", expected_version=0)
    with pytest.raises(PreconditionRequiredError, match="version 1"):
        office.decided("own:job", Verb.REJECT)
    with pytest.raises(PreconditionFailedError):
        office.decided("own:job", Verb.REJECT, expected_version=0)
    with pytest.raises(PreconditionRequiredError):
        office.answered(one, "accepted", expected_version=None)
    with pytest.raises(PreconditionFailedError):
        office.answered(one, "accepted", expected_version=2)
    with pytest.raises(PreconditionRequiredError):
        office.service.withdraw(one.id, viewer=SOCIAL, at=office.at)
    assert (PreconditionFailedError.status, PreconditionRequiredError.status) == (412, 428)
    assert office.service.proposal(one.id, viewer=SOCIAL, at=office.at).version == 1


def test_of_four_first_deciders_one_wins(office: Office) -> None:
    verbs = [Verb.ACCEPT, Verb.REJECT, Verb.DEFER, Verb.ACCEPT]
    for option in ("own:job", "own:workshop", "own:place"):
        came = at_once([partial(office.decided, option, verb) for verb in verbs])
        won = [each for each in came if not isinstance(each, MatchingError)]
        assert len(won) == 1
        lost = [each for each in came if isinstance(each, MatchingError)]
        assert {type(each) for each in lost} <= {PreconditionRequiredError, ConflictError}
        assert len(office.service.proposal_history(won[0].id, viewer=SOCIAL, at=office.at)) == 1
    assert len(sent(office)) == 3


def test_of_four_changes_of_one_version_one_wins(office: Office) -> None:
    one = office.decided("own:job", Verb.DEFER)
    for _ in range(5):
        verb = Verb.ACCEPT if one.word.status is not S.ACCEPTED else Verb.REJECT
        came = at_once([partial(office.decided, "own:job", verb, expected_version=one.version)] * 4)
        won = [each for each in came if not isinstance(each, MatchingError)]
        assert len(won) == 1
        assert {type(each) for each in came if isinstance(each, MatchingError)} <= {
            PreconditionFailedError,
            ConflictError,
        }
        one = won[0]
    assert one.version == 6


def key(name: str, **request: Any) -> IdempotencyKey:
    return IdempotencyKey.of(name, request)


def test_the_same_request_again_gives_the_same_answer(office: Office) -> None:
    asked = key("k-1", option="own:job", verb="accept")
    first = office.decided("own:job", once=asked)
    office.answered(first, "accepted", once=key("k-2"))
    assert office.decided("own:job", once=asked) == first
    assert len(office.service.proposal_history(first.id, viewer=SOCIAL, at=office.at)) == 2
    with pytest.raises(IdempotencyKeyReusedError) as refused:
        office.decided("own:job", Verb.REJECT, once=key("k-1", option="own:job", verb="reject"))
    assert (refused.value.status, refused.value.slug) == (422, "idempotency-key-reused")
    with pytest.raises(IdempotencyKeyReusedError):
        office.decided("own:unknown", once=key("k-1", option="own:unknown"))
    other = office.decided("own:workshop", viewer=COLLEAGUE, once=key("k-1", option="own:workshop"))
    assert other.version == 1


def test_a_key_for_one_kind_of_thing_answers_no_other(office: Office) -> None:
    same = key("k-1")
    office.decided("own:job", once=same)
    card = office.service.shown("p-1", viewer=SOCIAL, at=office.at)[0].cards[0]
    with pytest.raises(IdempotencyKeyReusedError):
        office.service.give_feedback(
            office.slate,
            card.opportunity,
            card.contributions[0].feature,
            FeedbackVerdict.RIGHT,
            viewer=SOCIAL,
            at=office.at,
            once=same,
        )


def test_a_refused_request_uses_up_no_key(office: Office) -> None:
    with pytest.raises(InvalidInputError):
        office.decided("own:job", reasons=["full"], once=key("k-1", reasons=["full"]))
    assert office.decided("own:job", once=key("k-1", reasons=["client_wish"])).version == 1


def test_one_key_at_the_same_time_is_done_once(office: Office) -> None:
    for option in ("own:job", "own:workshop", "own:place"):
        asked = key(f"k-{option}", option=option)
        came = at_once([partial(office.decided, option, once=asked)] * 4)
        answers = [each for each in came if not isinstance(each, MatchingError)]
        assert answers
        assert all(each == answers[0] for each in answers)
        assert {type(each) for each in came if isinstance(each, MatchingError)} <= {ConflictError}
        assert len(office.service.proposal_history(answers[0].id, viewer=SOCIAL, at=office.at)) == 1


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_key_is_a_short_name(name: str) -> None:
    with pytest.raises(InvalidInputError):
        key(name)


def test_each_step_has_one_row_that_points_and_tells_nothing(office: Office) -> None:
    one = office.decided("own:job", Verb.REJECT, text="Trop loin pour elle")
    office.decided("own:job", expected_version=1)
    rows = sent(office)
    assert [(row.kind, row.person, dict(row.payload)) for row in rows] == [
        ("proposal", one.person, {"id": one.id, "version": 1}),
        ("proposal", one.person, {"id": one.id, "version": 2}),
    ]
    with office.service.workplace.database.read(EVERYTHING) as connection:
        assert outbox.read_after(connection, 0, limit=1) == rows[:1]
        texts = " ".join(connection.scalars(select(tables.outbox.c.payload)))
        texts += " ".join(connection.scalars(select(tables.idempotency_keys.c.answer)))
    with office.service.workplace.database.read(Scope(("lu",))) as connection:
        assert outbox.read_after(connection, rows[0].seq, limit=9) == rows[1:]
    with office.service.workplace.database.read(Scope(("ne",))) as connection:
        assert outbox.read_after(connection, 0, limit=9) == []
    assert "loin" not in texts
    assert "reject" not in texts


def test_what_fails_leaves_nothing_behind(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_named: object) -> None:
        raise ConflictError("la boîte est pleine")

    monkeypatch.setattr(outbox, "put", full)
    with pytest.raises(ConflictError, match="pleine"):
        office.decided("own:job", Verb.REJECT, once=key("k-1"))
    database = office.service.workplace.database
    with database.read(EVERYTHING) as connection:
        assert PROPOSALS.current(connection) == []
        for table in (tables.refusals, tables.idempotency_keys, tables.outbox):
            assert connection.execute(select(table)).all() == []


def test_rows_are_numbered_in_the_order_in_which_they_can_be_read(office: Office) -> None:
    """A reader that follows the numbers while many write misses none."""
    database = office.service.workplace.database
    read: list[int] = []
    with database.begin(EVERYTHING) as connection:
        choice = RankingChoice(profile="p-1", ranked=True, at=office.at)
        entry = RANKING_CHOICES.add(connection, choice, subject="p-1", author="test", at=office.at)

    def write(number: int) -> None:
        with database.begin(EVERYTHING) as connection:
            outbox.put(connection, "test", replace(entry, id=f"t-{number}"))

    def follow() -> bool:
        with database.read(EVERYTHING) as connection:
            found = outbox.read_after(connection, read[-1] if read else 0, limit=7)
        read.extend(row.seq for row in found)
        return bool(found)

    with ThreadPoolExecutor(8) as pool:
        writing = [pool.submit(write, number) for number in range(60)]
        while not all(each.done() for each in writing):
            follow()
    while follow():
        pass
    assert read == [row.seq for row in sent(office)]
    assert len(read) == 60
