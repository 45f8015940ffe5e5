"""Whatever anybody tries in whatever order: the log follows the table, and nothing begins unpaid."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COMMUNE, ELSEWHERE, LOCAL, MANAGER, SOCIAL, WORKSHOP

from matching.domain.proposal_states import TRANSITIONS
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import ProposalStatus, Verb
from matching.errors import MatchingError
from matching.storage.proposals import proposal_id, steps_of
from matching.storage.scope import EVERYTHING

S = ProposalStatus
ANYBODY = [SOCIAL, COMMUNE, WORKSHOP, ELSEWHERE, MANAGER, LOCAL]

Act = Callable[..., Any]


def acts(office: Office, slate: str, option: str) -> list[tuple[ProposalStatus, Viewer, Act]]:
    """Every step there is: the state it leads to, who takes it, and the step, to be tried at any moment by anybody."""
    service, id_ = office.service, proposal_id(slate, option)

    def begin(**who: Any) -> Any:
        return service.start(id_, on=who["at"].date(), **who)

    def miss(**who: Any) -> Any:
        return service.start(id_, on=who["at"].date(), came=False, **who)

    def finish(**who: Any) -> Any:
        return service.end(id_, on=who["at"].date(), **who)

    return [
        (S.ACCEPTED, SOCIAL, partial(service.decide, slate, option, Verb.ACCEPT, reasons=["client_wish"])),
        (S.REJECTED, SOCIAL, partial(service.decide, slate, option, Verb.REJECT, reasons=["not_interested"])),
        (S.DEFERRED, SOCIAL, partial(service.decide, slate, option, Verb.DEFER)),
        (S.CLIENT_ACCEPTED, SOCIAL, partial(service.answer, id_, "accepted")),
        (S.CLIENT_DECLINED, LOCAL, partial(service.answer, id_, "declined")),
        (S.ACCEPTED, SOCIAL, partial(service.answer, id_, "thinking")),
        (S.PAYER_REQUESTED, SOCIAL, partial(service.ask_payer, id_, Institution.SOCIAL_COMMUNE)),
        (S.PAYER_GRANTED, COMMUNE, partial(service.payer_decides, id_, granted=True)),
        (S.PAYER_REFUSED, COMMUNE, partial(service.payer_decides, id_, granted=False, text="Hors budget")),
        (S.REQUESTED, SOCIAL, partial(service.provider_moves, id_, "requested")),
        (S.WAITING_LIST, WORKSHOP, partial(service.provider_moves, id_, "waiting_list")),
        (S.INVITED, WORKSHOP, partial(service.provider_moves, id_, "invited")),
        (S.ADMITTED, WORKSHOP, partial(service.provider_moves, id_, "admitted")),
        (S.PROVIDER_REFUSED, SOCIAL, partial(service.provider_moves, id_, "provider_refused", reason="no_position")),
        (S.STARTED, SOCIAL, begin),
        (S.NO_SHOW, SOCIAL, miss),
        (S.COMPLETED, SOCIAL, finish),
        (S.WITHDRAWN, SOCIAL, partial(service.withdraw, id_)),
    ]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_walk_stays_in_the_table(office: Office, data: st.DataObject) -> None:
    option = data.draw(st.sampled_from(["own:workshop", "own:job", "own:place"]))
    slate = office.service.recommend("p-1", viewer=SOCIAL, at=office.at)
    if option not in {card.opportunity for card in slate.cards}:  # it rests after an earlier walk
        office.service.lift_refusal("p-1", option, viewer=SOCIAL, at=office.at)
        slate = office.service.recommend("p-1", viewer=SOCIAL, at=office.at)
    possible = acts(office, slate.id, option)
    version, now = 0, S.SHOWN
    for day in range(data.draw(st.integers(5, 25))):
        fitting = [one for one in possible if one[0] in TRANSITIONS[now]] or possible
        _, who, act = data.draw(st.sampled_from(fitting if data.draw(st.integers(0, 4)) else possible))
        if not data.draw(st.integers(0, 5)):
            who = data.draw(st.sampled_from(ANYBODY))
        expected = version if data.draw(st.integers(0, 5)) else data.draw(st.integers(0, 9))
        written = None
        with suppress(MatchingError):
            written = act(viewer=who, at=office.later(day), expected_version=expected)
        if written is not None:
            assert (written.version, expected) == (version + 1, version)
            assert who.account not in {"nora", "max"}
            version += 1
            with office.service.workplace.database.read(EVERYTHING) as connection:
                now = steps_of(connection, proposal_id(slate.id, option))[-1].word.status
    with office.service.workplace.database.read(EVERYTHING) as connection:
        steps = steps_of(connection, proposal_id(slate.id, option))
    assert len(steps) == version
    walked = [S.SHOWN, *(entry.word.status for entry in steps)]
    for before, after in pairwise(walked):
        assert after in TRANSITIONS[before]
    if option == "own:workshop" and S.STARTED in walked:
        granted = [state for state in walked[: walked.index(S.STARTED)] if state in {S.PAYER_GRANTED, S.PAYER_REFUSED}]
        assert granted[-1] is S.PAYER_GRANTED
