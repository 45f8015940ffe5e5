"""The slates of the invented people: true arithmetic, sensible options, and nothing that the rules forbid."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from matching.bootstrap import Service
from matching.domain.recommendation import Recommendation
from matching.domain.viewer import Viewer
from matching.explanation.verdicts import eligibility_of
from matching.storage import profiles
from matching.storage.scope import EVERYTHING
from matching.use_cases.situation import Verdicts
from matching.working_days.swiss_time import SWISS_TIME

RULES = Path(__file__).parents[1] / "rules"
SENSIBLE: list[dict[str, Any]] = yaml.safe_load((RULES / "sensible.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def slates(demo: Service, counsellor: Viewer, at: datetime) -> dict[str, Recommendation]:
    with demo.workplace.database.read(EVERYTHING) as connection:
        people = profiles.list_ids(connection)
    return {person: demo.recommend(person, viewer=counsellor, at=at) for person in people}


def test_there_are_twelve_people(slates: dict[str, Recommendation]) -> None:
    assert len(slates) == 12


def test_contributions_sum_to_the_score_on_every_card(slates: dict[str, Recommendation]) -> None:
    cards = [card for slate in slates.values() for card in slate.cards]
    assert len(cards) > 80
    for card in cards:
        assert sum(line.points for line in card.contributions) == pytest.approx(card.score, abs=1e-9)
        assert card.score is not None
        assert card.interval is not None
        assert card.interval[0] <= card.score <= card.interval[1]


def test_nothing_not_eligible_is_ever_shown(slates: dict[str, Recommendation]) -> None:
    assert all(card.eligibility.state != "not_eligible" for slate in slates.values() for card in slate.cards)


def test_every_person_gets_another_slate(slates: dict[str, Recommendation]) -> None:
    tops = {tuple(card.opportunity for card in slate.cards[:5]) for slate in slates.values()}
    assert len(tops) == len(slates)


def test_every_slate_mixes_kinds(slates: dict[str, Recommendation]) -> None:
    assert all(len({card.kind for card in slate.cards}) >= 2 for slate in slates.values())


@pytest.mark.parametrize("case", SENSIBLE, ids=lambda case: case["persona"])
def test_a_good_counsellor_finds_what_they_expect(slates: dict[str, Recommendation], case: dict[str, Any]) -> None:
    shown = {card.opportunity for card in slates[case["persona"]].cards}
    expected = set(case["top_ten"])
    assert len(shown & expected) >= 0.6 * len(expected), f"missing: {sorted(expected - shown)}"
    assert not shown & set(case["foolish"])


def test_the_answer_says_what_it_rests_on(slates: dict[str, Recommendation]) -> None:
    assert all(slate.versions.evidence == "none" for slate in slates.values())


def test_every_card_says_money_duties_and_who_decides(slates: dict[str, Recommendation]) -> None:
    for slate in slates.values():
        for card in slate.cards:
            said = {line.code for line in card.lines}
            assert said >= {"decides", "pay", "rights", "travel", "aim"}
            if card.kind != "vacancy":
                assert said >= {"payer", "certificate", "voluntary", "places", "procedure"}


def test_a_line_that_does_not_concern_the_person_stands_on_no_card(slates: dict[str, Recommendation]) -> None:
    of_the_person = {"assistance", "debt", "childcare"}
    said = {
        person: {frozenset(of_the_person & {line.code for line in card.lines}) for card in slate.cards}
        for person, slate in slates.items()
    }
    assert all(len(lines) == 1 for lines in said.values())
    assert said["p02-besnik"] == {frozenset({"debt"})}  # no assistance, childcare solved, debts not known
    assert said["p05-esma"] == {frozenset(of_the_person)}


def test_german_slates_are_german(demo: Service, counsellor: Viewer, at: datetime) -> None:
    german = demo.recommend("p07-gabriela", viewer=counsellor, at=at, lang="de")
    sentences = " ".join(reason for card in german.cards for reason in card.reasons)
    assert "Nahe" in sentences or "Bedarf" in sentences
    assert "Répond" not in sentences


def test_the_filter_and_the_explanation_never_disagree(demo: Service, at: datetime) -> None:
    """Every invented person, every option: the state that filtered is what the verdicts in words add up to."""
    live = demo.workplace.live(at)
    on = at.astimezone(SWISS_TIME).date()
    states = ("not_eligible", "review", "eligible")
    with demo.workplace.database.read(EVERYTHING) as connection:
        people = [profiles.get(connection, id_) for id_ in profiles.list_ids(connection)]
    for person in people[::3]:
        assessment = live.engine.assess(person, on)
        verdicts = Verdicts(live, person, on, "fr")
        for row in range(len(live.criteria)):
            said = eligibility_of(verdicts.of(row))
            assert said.state == states[assessment.state[row]]
            if said.state != "not_eligible":
                assert len(said.questions) == assessment.open_questions[row]


def test_adverts_go_to_those_who_live_near_them(demo: Service, counsellor: Viewer, at: datetime) -> None:
    """French adverts to the people of their département, none to anybody in Switzerland, and the other way round."""
    with demo.workplace.database.read(EVERYTHING) as connection:
        people = [profiles.get(connection, id_) for id_ in profiles.list_ids(connection)]
    for person in people:
        slate = demo.recommend(person, viewer=counsellor, at=at, limit=100)
        sources = {card.opportunity.partition(":")[0] for card in slate.cards if card.kind == "vacancy"}
        assert person.residence is not None
        in_france = person.residence.country == "fr"
        assert sources - {"insertion_clauses"} == ({"france_travail"} if in_france else {"job_room"})
        assert in_france or "insertion_clauses" not in sources
