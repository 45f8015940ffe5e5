"""What is unknown and what is another's are the same; a role that may not is told so before anything is looked up."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COLLEAGUE, ELSEWHERE, LOCAL, MANAGER, SOCIAL, WORKSHOP, viewer

from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import FeedbackVerdict, OutcomeKind, Role, Verb
from matching.errors import ForbiddenError, MatchingError, NotFoundError
from matching.storage.proposals import proposal_id

Ask = Callable[[Office, str, Viewer], Any]
FIRST: dict[str, Any] = {"expected_version": 1}

BY_ID: dict[str, Ask] = {
    "answer": lambda o, id_, who: o.service.answer(id_, "accepted", viewer=who, at=o.at, **FIRST),
    "ask_payer": lambda o, id_, who: o.service.ask_payer(id_, Institution.SOCIAL_COMMUNE, viewer=who, at=o.at, **FIRST),
    "payer_decides": lambda o, id_, who: o.service.payer_decides(id_, granted=True, viewer=who, at=o.at, **FIRST),
    "provider_moves": lambda o, id_, who: o.service.provider_moves(id_, "invited", viewer=who, at=o.at, **FIRST),
    "start": lambda o, id_, who: o.service.start(id_, on=o.today, viewer=who, at=o.at, **FIRST),
    "end": lambda o, id_, who: o.service.end(id_, on=o.today, viewer=who, at=o.at, **FIRST),
    "withdraw": lambda o, id_, who: o.service.withdraw(id_, viewer=who, at=o.at, **FIRST),
    "proposal": lambda o, id_, who: o.service.proposal(id_, viewer=who, at=o.at),
    "history": lambda o, id_, who: o.service.proposal_history(id_, viewer=who, at=o.at),
    "record_outcome": lambda o, id_, who: o.service.record_outcome(
        id_, OutcomeKind.CERTIFICATE, holds=True, viewer=who, at=o.at
    ),
    "outcomes": lambda o, id_, who: o.service.outcomes_of(id_, viewer=who, at=o.at),
}
ALLOWED: dict[str, set[Role]] = {
    "answer": {Role.COUNSELLOR, Role.SOCIAL_WORKER, Role.LOCAL},
    "ask_payer": {Role.COUNSELLOR, Role.SOCIAL_WORKER},
    "payer_decides": {Role.COUNSELLOR, Role.SOCIAL_WORKER, Role.PAYER},
    "provider_moves": {Role.COUNSELLOR, Role.SOCIAL_WORKER, Role.PROVIDER},
    "start": {Role.COUNSELLOR, Role.SOCIAL_WORKER, Role.PROVIDER},
    "end": {Role.COUNSELLOR, Role.SOCIAL_WORKER, Role.PROVIDER},
    "withdraw": {Role.COUNSELLOR, Role.SOCIAL_WORKER},
    "proposal": {Role.COUNSELLOR, Role.SOCIAL_WORKER, Role.LOCAL, Role.PAYER, Role.PROVIDER},
    "history": {Role.COUNSELLOR, Role.SOCIAL_WORKER, Role.LOCAL, Role.PAYER, Role.PROVIDER},
    "record_outcome": {Role.COUNSELLOR, Role.SOCIAL_WORKER},
    "outcomes": {Role.COUNSELLOR, Role.SOCIAL_WORKER, Role.LOCAL},
}


def refusal(act: Callable[[], Any]) -> MatchingError:
    with pytest.raises(MatchingError) as refused:
        act()
    return refused.value


def test_each_role_does_its_own(office: Office) -> None:
    """A role that may not hears so of an unknown id as of a known one; one that may hears that there is none."""
    known = office.decided("own:job").id
    for name, ask in BY_ID.items():
        for role in Role:
            who = viewer("somebody", role.value, "social_commune", "nowhere")
            expected = NotFoundError if role in ALLOWED[name] else ForbiddenError
            for id_ in ("proposals-none", known):
                assert type(refusal(partial(ask, office, id_, who))) is expected, (name, role)


def test_anothers_is_as_unknown_as_none(office: Office) -> None:
    known = office.decided("own:job").id
    for name, ask in BY_ID.items():
        whos = [ELSEWHERE] if name != "payer_decides" else [ELSEWHERE, viewer("x", "payer", "oai", "lu-caisse")]
        for who in whos:
            said = {
                str(refusal(partial(ask, office, id_, who))).replace(id_, "ID")
                for id_ in (known, "proposals-none", proposal_id(office.slate, "own:place"))
            }
            assert len(said) == 1, name


def decided(office: Office, slate: str, option: str, who: Viewer) -> Any:
    return office.service.decide(
        slate, option, Verb.ACCEPT, viewer=who, at=office.at, reasons=["client_wish"], expected_version=0
    )


def said_of(office: Office, slate: str, option: str, who: Viewer) -> Any:
    return office.service.give_feedback(slate, option, "reference", FeedbackVerdict.RIGHT, viewer=who, at=office.at)


def test_a_card_is_decided_where_it_was_shown(office: Office) -> None:
    """No such slate, another unit's, one that this reader may not read, and a card that was not on it."""
    of_the_orp = viewer("oscar", "counsellor", "orp", "lu")
    cases = [
        ("r-none", "own:job", SOCIAL),
        (office.slate, "own:course", SOCIAL),
        (office.slate, "own:none", SOCIAL),
        (office.slate, "own:job", ELSEWHERE),
        (office.slate, "own:job", of_the_orp),
    ]
    for act in (decided, said_of):
        said = set()
        for slate, option, who in cases:
            refused = refusal(partial(act, office, slate, option, who))
            assert type(refused) is NotFoundError
            said.add(str(refused).replace(slate, "SLATE").replace(option, "OPTION"))
        assert len(said) == 1
    assert office.service.proposals_of("p-1", viewer=SOCIAL, at=office.at) == []


def test_a_colleague_of_the_same_rights_may_decide(office: Office) -> None:
    assert decided(office, office.slate, "own:job", COLLEAGUE).author == "carla"


@pytest.mark.parametrize("who", [LOCAL, MANAGER, WORKSHOP, viewer("c", "payer", "social_commune", "lu")])
def test_only_named_people_who_accompany_decide(office: Office, who: Viewer) -> None:
    for act in (decided, said_of):
        assert type(refusal(partial(act, office, office.slate, "own:job", who))) is ForbiddenError


def test_a_persons_list_is_for_their_office(office: Office) -> None:
    office.decided("own:job")
    for name in ("proposals_of", "corrections_of", "observations_of"):
        ask = getattr(office.service, name)
        said = {
            str(refusal(partial(ask, person, viewer=ELSEWHERE, at=office.at))).replace(person, "ID")
            for person in ("p-1", "p-none")
        }
        assert len(said) == 1
        assert type(refusal(partial(ask, "p-1", viewer=MANAGER, at=office.at))) is ForbiddenError
    assert len(office.service.proposals_of("p-1", viewer=LOCAL, at=office.at)) == 1


def test_reasons_are_told_to_whoever_may_use_what_they_tell(office: Office) -> None:
    of_the_orp = viewer("oscar", "counsellor", "orp", "lu")
    one = office.decided("own:job", Verb.REJECT, reasons=["health_constraint"], text="Le dos")
    mine = office.service.proposal(one.id, viewer=SOCIAL, at=office.at)
    theirs = office.service.proposal(one.id, viewer=of_the_orp, at=office.at)
    assert "health_constraint" in mine.word.model_dump_json()
    assert theirs.word.status == "rejected"
    assert not any(word in theirs.word.model_dump_json() for word in ("health", "dos"))


def test_a_measure_that_tells_of_an_insurance_is_for_who_may_use_its_data(office: Office) -> None:
    of_the_orp = viewer("oscar", "counsellor", "orp", "lu")
    one = office.decided("own:workshop")
    assert type(refusal(lambda: office.service.proposal(one.id, viewer=of_the_orp, at=office.at))) is NotFoundError
    assert office.service.proposals_of("p-1", viewer=of_the_orp, at=office.at) == []
