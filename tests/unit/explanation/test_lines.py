"""Lines of a card on money, duties and procedure: what is not known is said as such, on every line."""

from datetime import date
from typing import Any

import pytest

from matching.domain.opportunity import AnyOpportunity, opportunity_type
from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import (
    AssistanceEffect,
    CapacityStatus,
    ContractKind,
    DebtEffect,
    Payer,
)
from matching.eligibility.payer import resolve
from matching.explanation.lines import card_lines
from matching.explanation.payers import Funding
from matching.messages.say import say

ON = date(2026, 11, 18)
UNKNOWN = say("fr", "card.unknown")
ALWAYS = ["pay", "assistance", "debt", "rights", "travel", "childcare", "aim"]
WHO = ["decides", "payer", "prescribers", "guarantee", "deadline"]
LINES = {
    "vacancy": ["decides", "payer", *ALWAYS, "duration", "start"],
    "measure": [
        *WHO,
        *ALWAYS,
        "certificate",
        "voluntary",
        "duration",
        "start",
        "places",
        "procedure",
        "legal_basis",
    ],
    "placement": [
        *WHO,
        *ALWAYS,
        "certificate",
        "voluntary",
        "duration",
        "start",
        "places",
        "procedure",
    ],
}
FULL_TERMS = {
    "paid": True,
    "paid_by": "l'entreprise",
    "pay": "salaire conventionnel",
    "assistance_effect": next(iter(AssistanceEffect)),
    "debt_effect": next(iter(DebtEffect)),
    "opens_unemployment_rights": True,
    "travel_cost": "2 zones",
    "travel_advanced_by": "CSR",
    "childcare_hours_per_week": 21,
    "aim": "Reprendre un rythme",
    "certified": True,
    "certificate": "attestation",
    "voluntary": True,
}
FULL_TIMING = {"rolling": True, "min_weeks": 12, "max_weeks": 26, "workload_min_percent": 50}
OF_KIND: dict[str, dict[str, Any]] = {
    "vacancy": {},
    "measure": {
        "form": "activity",
        "type": "coaching",
    },
    "placement": {},
}
FILLED: dict[str, dict[str, Any]] = {
    "vacancy": {},
    "measure": {"payer": "ac", "decided_by": "orp", "prescribers": ["orp", "uc"], "legal_basis": "LEmp art. 26"}
    | {"procedure": "Formulaire", "capacity": {"status": "open"}},
    "placement": {"payers": ["ac", "di"], "decided_by": "orp", "prescribers": ["orp"]}
    | {"procedure": "Visite", "capacity": {"status": "open"}},
}


def option(kind: str, **facts: Any) -> AnyOpportunity:
    return opportunity_type.validate_python({"kind": kind, "id": "own:1", "title": "T", **OF_KIND[kind], **facts})


def funding(found: AnyOpportunity, **facts: Any) -> Funding:
    return Funding(resolve(Profile.model_validate({"id": "p-1", **facts}), found, ON))


def lines(found: AnyOpportunity, lang: str = "fr", **facts: Any) -> dict[str, str]:
    person = Profile.model_validate({"id": "p-1", **facts})
    return {line.code: line.text for line in card_lines(found, person, funding(found, **facts), ON, lang)}


@pytest.mark.parametrize("kind", LINES)
def test_a_bare_option_says_of_every_line_that_it_is_not_known(kind: str) -> None:
    said = lines(option(kind))
    assert list(said) == LINES[kind]
    known = (
        {"decides", "payer", "aim"} if kind == "vacancy" else set()
    )  # the employer decides and pays, a job is the aim
    assert {code for code, text in said.items() if text != UNKNOWN} == known


@pytest.mark.parametrize("kind", LINES)
def test_a_full_option_says_nothing_is_unknown(kind: str) -> None:
    said = lines(option(kind, terms=FULL_TERMS, timing=FULL_TIMING, contract="permanent", **FILLED[kind]))
    assert set(said) == {*LINES[kind], "contract"}
    assert UNKNOWN not in said.values()


@pytest.mark.parametrize("fact", [fact for fact in FULL_TERMS if fact not in {"paid_by", "pay", "certificate"}])
def test_each_fact_that_is_lacking_is_said_as_unknown_on_its_own_line(fact: str) -> None:
    full = lines(option("measure", terms=FULL_TERMS))
    less = lines(option("measure", terms={name: value for name, value in FULL_TERMS.items() if name != fact}))
    changed = {code for code in full if full[code] != less[code]}
    on_two_facts = {"travel_cost", "travel_advanced_by", "certified"}
    assert len(changed) == (0 if fact == "certified" else 1)
    if fact not in on_two_facts:
        assert {less[code] for code in changed} == {UNKNOWN}


@pytest.mark.parametrize("lang", ["fr", "de"])
def test_labels_and_unknown_are_in_the_language(lang: str) -> None:
    bare = option("placement")
    for line in card_lines(bare, Profile(id="p-1"), funding(bare), ON, lang):
        assert line.label == say(lang, f"line.{line.code}")
        assert line.text == say(lang, "card.unknown")


def test_an_employer_decides_and_pays() -> None:
    said = lines(option("vacancy"))
    assert (said["decides"], said["payer"]) == (say("fr", "card.decides.employer"), Payer.EMPLOYER.fr)


def test_pay_is_said_with_its_words_and_unpaid_is_no_unknown() -> None:
    unpaid = lines(option("measure", terms={"paid": False}))["pay"]
    assert unpaid == say("fr", "card.pay.no") != UNKNOWN
    assert lines(option("measure", terms={"paid": True}))["pay"] == say("fr", "card.pay.yes")
    by = lines(option("measure", terms={"paid": True, "paid_by": "l'atelier", "pay": "500 francs"}))["pay"]
    assert by.startswith(say("fr", "card.pay.by", by="l'atelier"))
    assert by.endswith("500 francs")


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"certified": False, "certificate": "rien"}, say("fr", "card.certificate.none")),
        ({"certified": True}, say("fr", "card.certificate.some")),
        ({"certified": True, "certificate": "attestation"}, "attestation"),
        ({"certificate": "attestation"}, "attestation"),
        ({}, UNKNOWN),
    ],
)
def test_certificate(terms: dict[str, Any], said: str) -> None:
    assert lines(option("measure", terms=terms))["certificate"] == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (None, UNKNOWN),
        (0, say("fr", "card.childcare.none")),
        (21, say("fr", "card.childcare", hours=21)),
    ],
)
def test_no_childcare_needed_is_no_unknown(hours: float | None, said: str) -> None:
    assert lines(option("measure", terms={"childcare_hours_per_week": hours}))["childcare"] == said


@pytest.mark.parametrize(
    ("facts", "apart"),
    [
        ({"household": {"children": 0}}, {"childcare"}),
        ({"household": {"children": 2, "childcare_solved": True}}, {"childcare"}),
        ({"household": {"children": 2, "childcare_solved": False}}, set()),
        ({"household": {"children": 2}}, set()),
        ({"household": {"adults": 1}}, set()),
        ({"insurances": {"assistance": {"kind": "none"}}}, {"assistance"}),
        ({"insurances": {"assistance": {"kind": "ri"}}}, set()),
        ({"insurances": {"assistance": {"follow_up": "social"}}}, set()),
        ({"in_debt_enforcement": False}, {"debt"}),
        ({"in_debt_enforcement": True}, set()),
        ({"withheld": ["family", "social_assistance", "debt"]}, set()),
        ({}, set()),
    ],
)
@pytest.mark.parametrize("terms", [FULL_TERMS, {}])
def test_what_is_known_not_to_concern_the_person_is_not_said(
    terms: dict[str, Any], facts: dict[str, Any], apart: set[str]
) -> None:
    found = option("measure", terms=terms)
    assert lines(found).keys() - lines(found, **facts).keys() == apart


@pytest.mark.parametrize(("fact", "key"), [("opens_unemployment_rights", "rights"), ("voluntary", "voluntary")])
def test_no_is_another_answer_than_unknown(fact: str, key: str) -> None:
    answers = [lines(option("measure", terms={fact: answer}))[key] for answer in (True, False, None)]
    assert answers == [say("fr", f"card.{key}.yes"), say("fr", f"card.{key}.no"), UNKNOWN]


@pytest.mark.parametrize(
    ("timing", "said"),
    [
        ({"min_weeks": 12, "max_weeks": 26}, say("fr", "card.weeks", low=12, high=26)),
        ({"min_weeks": 12, "max_weeks": 12}, say("fr", "card.weeks.one", low=12)),
        ({"workload_min_percent": 50, "workload_max_percent": 80}, say("fr", "card.workload", low=50, high=80)),
        (
            {"min_weeks": 12, "max_weeks": 12, "workload_min_percent": 100, "workload_max_percent": 100},
            f"{say('fr', 'card.weeks.one', low=12)}, {say('fr', 'card.workload.one', low=100)}",
        ),
        ({}, UNKNOWN),
    ],
)
def test_duration_and_workload(timing: dict[str, Any], said: str) -> None:
    assert lines(option("measure", timing=timing))["duration"] == said


@pytest.mark.parametrize(
    ("timing", "said"),
    [
        ({"rolling": True, "starts_on": ["2027-01-11"]}, say("fr", "card.start.rolling")),
        ({"starts_on": ["2027-03-01", "2027-01-11"]}, say("fr", "card.start.dates", day=date(2027, 1, 11))),
        ({"starts_on": ["2026-11-18"]}, say("fr", "card.start.dates", day=ON)),
        ({"starts_on": ["2026-11-17"]}, UNKNOWN),
        ({}, UNKNOWN),
    ],
)
def test_the_next_start_is_one_still_to_come(timing: dict[str, Any], said: str) -> None:
    assert lines(option("measure", timing=timing))["start"] == said


def test_an_apprenticeship_aims_at_an_occupation_and_any_other_vacancy_at_a_job() -> None:
    assert lines(option("vacancy"))["aim"] == say("fr", "card.aim.job")
    assert lines(option("vacancy", contract="apprenticeship"))["aim"] == say("fr", "card.aim.apprenticeship")


def test_a_deadline_is_said_once() -> None:
    own = {"application_deadline_days": 10}
    assert lines(option("vacancy", timing=own))["start"] == say("fr", "card.start.deadline", days=10)
    said = lines(option("measure", timing=own))
    assert said["start"] == UNKNOWN
    assert say("fr", "payer.deadline.own", days=10) in said["deadline"]


def test_start_says_a_day_as_it_is_read() -> None:
    assert "11.01.2027" in lines(option("measure", timing={"starts_on": ["2027-01-11"]}))["start"]


def test_places_say_since_when_they_are_known() -> None:
    said = lines(option("measure", capacity={"status": "open", "free_places": 0, "as_of": "2026-11-16"}))["places"]
    assert said.startswith(say("fr", "card.places.count", status=CapacityStatus.OPEN.fr, count=0))
    assert "16.11.2026" in said
    assert lines(option("measure", capacity={"status": "unknown", "as_of": "2026-11-16"}))["places"] == UNKNOWN


@pytest.mark.parametrize("status", [CapacityStatus.WAITING_LIST, CapacityStatus.FULL])
def test_no_free_place_is_not_counted_where_the_status_says_it(status: CapacityStatus) -> None:
    assert lines(option("measure", capacity={"status": status, "free_places": 0}))["places"] == status.fr


def by_start(status: str, *free: int, on: tuple[str, ...] = ("2027-01-11", "2027-05-03", "2027-09-06")) -> str:
    """What the card says of places stated by start; the first of them has no place, whatever is said of the whole."""
    sessions = [{"starts_on": day, "free_places": places} for day, places in zip(on, free, strict=False)]
    capacity = {"status": status, "free_places": 7, "as_of": "2026-11-16", "sessions": sessions}
    return lines(option("measure", timing={"starts_on": on}, capacity=capacity))["places"]


def test_places_by_start_are_told_by_start_whatever_is_said_of_the_whole() -> None:
    assert by_start("full", 0, 4, 0) == "places libres par départ : 4 le 03.05.2027, état au 16.11.2026"
    assert by_start("open", 0, 0, 0) == "aucune place libre, état au 16.11.2026"
    assert by_start("waiting_list", 0, 0, 0).startswith("liste d'attente")
    assert by_start("open", 0).startswith("places libres : 7")  # those of the other starts are not stated one by one
    assert by_start("full", 5, on=("2026-11-02",)).startswith("complet")  # that start is over


def test_a_contract_is_said_where_there_is_one() -> None:
    assert lines(option("vacancy", contract="permanent"))["contract"] == ContractKind.PERMANENT.fr
    assert "contract" not in lines(option("vacancy"))


def test_a_clause_says_its_contract_its_hours_and_who_follows_it() -> None:
    clause = {"market": "École", "lot": "Lot 4", "hours_reserved": 1200, "facilitator": "Maison de l'emploi"}
    told = lines(option("vacancy", clause={**clause, "hours_done": 300}))["clause"]
    assert told == "École, Lot 4 ; 900 h à réaliser sur 1200 ; suivi : Maison de l'emploi"
    assert lines(option("vacancy", clause=clause))["clause"].startswith("École, Lot 4 ; 1200 h réservées")
    assert lines(option("vacancy", clause={"market": "École"}))["clause"] == "École"
    assert "clause" not in lines(option("vacancy"))
