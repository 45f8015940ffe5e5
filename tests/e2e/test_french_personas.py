"""What is proposed to the personas of France, what is asked, and what is never asked or said."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from matching.bootstrap import Service
from matching.domain.recommendation import Card
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import ContractKind, SiaeKind
from matching.use_cases.why_not import WhyNot

PROPOSED: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "rules" / "propose_france.yaml").read_text(encoding="utf-8")
)
HUGO, INES = "p08-hugo", "p09-ines"


@pytest.fixture(scope="module")
def cards(demo: Service, counsellor: Viewer, at: datetime) -> dict[tuple[str, str], Card]:
    return {
        (person, card.opportunity): card
        for person in (HUGO, INES)
        for card in demo.recommend(person, viewer=counsellor, at=at, limit=200).cards
    }


@pytest.mark.parametrize("line", PROPOSED, ids=lambda line: f"{line['persona']}-{line['option']}")
def test_proposed(demo: Service, counsellor: Viewer, at: datetime, line: dict[str, Any]) -> None:
    answer: WhyNot = demo.why_not(line["persona"], line["option"], viewer=counsellor, at=at)
    assert answer.eligibility.state == line["expected"], line["because"]
    asking = [verdict.rule for verdict in answer.verdicts if verdict.truth == "unknown" and verdict.asks != "provider"]
    assert asking == line.get("asks", []), line["because"]


@pytest.mark.parametrize(
    "line", [line for line in PROPOSED if "lines" in line], ids=lambda line: f"{line['persona']}-{line['option']}"
)
def test_the_card_says_what_the_rsa_asks_and_allows(cards: dict[tuple[str, str], Card], line: dict[str, Any]) -> None:
    said = {card_line.code: card_line.text for card_line in cards[line["persona"], line["option"]].lines}
    for code, words in line["lines"].items():
        assert words in said[code], line["because"]


def test_level_1_is_enough_so_nobody_asks_hugo_for_criteria_of_level_2(cards: dict[tuple[str, str], Card]) -> None:
    asked = [
        question
        for (person, _), card in cards.items()
        if person == HUGO
        for question in (*card.eligibility.questions, *(verdict.sentence for verdict in card.verdicts))
    ]
    assert asked
    assert not [text for text in asked if "niveau 2" in text or "Combien de critères" in text]


def test_no_etti_offers_a_cddi(demo: Service, at: datetime) -> None:
    live = demo.workplace.live(at)
    options = [live.snapshot.option(row) for row in range(len(live.criteria))]
    etti = [option for option in options if option.siae_kind is SiaeKind.ETTI]
    assert etti
    assert all(option.contract is ContractKind.TEMPORARY_AGENCY for option in etti)


def test_nothing_ever_speaks_of_sanctions(cards: dict[tuple[str, str], Card]) -> None:
    assert not [card for card in cards.values() if "sanction" in card.model_dump_json().casefold()]


def test_a_full_lot_is_not_proposed(demo: Service, counsellor: Viewer, at: datetime) -> None:
    answer = demo.why_not("p12-thierry", "insertion_clauses:annonay-ecole-lot1", viewer=counsellor, at=at)
    assert answer.eligibility.state == "not_eligible"
    assert "capacity" in {verdict.rule for verdict in answer.verdicts if verdict.truth == "not_met"}
