"""What the service does when somebody starts, leads, agrees or pays for a persona: lines of the kind "procedure"."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from tests.e2e.personas.lines import ALL, people_of

from matching.bootstrap import Service
from matching.domain.opportunity import Terms, Timing
from matching.domain.plan import CaseLead
from matching.domain.profile import Profile
from matching.domain.recommendation import Card
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import GuaranteeStatus, Role
from matching.eligibility.assess import NOT_ELIGIBLE
from matching.eligibility.payer import resolve
from matching.errors import ConflictError
from matching.storage import opportunities
from matching.storage.scope import EVERYTHING
from matching.use_cases.why_not import WhyNot

GABRIELA, INTEGRATION = "p07-gabriela", "own:lu-berufliche-integration"
DAY = timedelta(days=1)


def say_of_travel(own: Service, option: str, terms: Terms, starts_on: date, at: datetime) -> None:
    """The option as its organiser would tell it anew: one fixed start, and these terms."""
    with own.workplace.database.begin(EVERYTHING) as connection:
        told = opportunities.get_current(connection, option)
        assert told is not None
        timing = Timing(starts_on=(starts_on,), workload_max_percent=told.timing.workload_max_percent)
        changed = told.model_copy(update={"timing": timing, "terms": terms})
        opportunities.upsert(connection, [changed], source="measures", at=at)


def verdict_of(answer: WhyNot | Card, rule: str) -> tuple[str, str | None, str]:
    (found,) = (verdict for verdict in answer.verdicts if verdict.rule == rule)
    return found.truth, found.question, answer.eligibility.state


@pytest.mark.parametrize("person", people_of("no_start_tomorrow_without_travel_money"))
def test_no_start_tomorrow_without_travel_money(own: Service, counsellor: Viewer, at: datetime, person: str) -> None:
    option, tomorrow = "own:vd-mip-vente", at.date() + DAY
    say_of_travel(own, option, Terms(paid=False, travel_cost="abonnement Mobilis 2 zones"), tomorrow, at)
    asked = "Qui avance les frais de trajet, avec un début le 19.11.2026 ?"
    shown = own.recommend(person, viewer=counsellor, at=at, limit=ALL)
    (card,) = (card for card in shown.cards if card.opportunity == option)
    assert verdict_of(card, "travel_money") == ("unknown", asked, "review")
    assert asked in card.eligibility.questions

    on_the_day = at + DAY
    answer = own.why_not(person, option, viewer=counsellor, at=on_the_day)
    assert verdict_of(answer, "travel_money") == ("not_met", None, "not_eligible")
    assert answer.changes == ()  # nothing in the person's file would change it
    shown = own.recommend(person, viewer=counsellor, at=on_the_day, limit=ALL)
    assert option not in {card.opportunity for card in shown.cards}

    say_of_travel(own, option, Terms(paid=False, travel_advanced_by="UC, avant le début"), tomorrow, at)
    for moment in (at, on_the_day):
        answer = own.why_not(person, option, viewer=counsellor, at=moment)
        assert verdict_of(answer, "travel_money") == ("met", None, "eligible")


@pytest.mark.parametrize("person", people_of("plan_with_a_network_meeting"))
def test_plan_with_a_network_meeting(own: Service, counsellor: Viewer, at: datetime, person: str) -> None:
    social_worker = own.viewer("demo-csr")
    steps = ["Réunion de réseau", "MIS-T", "Place d'apprentissage"]
    own.write_part(person, "Inviter le réseau", viewer=counsellor, at=at, objective="training", steps=steps)
    own.write_part(person, "Demander la bourse", viewer=social_worker, at=at)
    with pytest.raises(ConflictError, match="la personne"):
        own.agree_plan(person, viewer=counsellor, at=at)
    own.write_part(person, "Venir avec ma mère", viewer=social_worker, at=at, of_person=True)
    own.agree_plan(person, viewer=social_worker, at=at)
    for viewer in (counsellor, social_worker):
        plan = own.plan(person, viewer=viewer, at=at).plan
        assert plan is not None
        assert plan.agreed_at == at
        assert plan.steps[0] == "Réunion de réseau"
        assert {part.role: part.recorded_by for part in plan.parts} == {
            Role.COUNSELLOR: "demo",
            Role.SOCIAL_WORKER: "demo-csr",
            None: "demo-csr",
        }


@pytest.mark.parametrize("person", people_of("ordinary_follow_up"))
def test_ordinary_follow_up(demo: Service, files: dict[str, Profile], at: datetime, person: str) -> None:
    live, on = demo.workplace.live(at), at.date()
    state = live.engine.assess(files[person], on).state
    led: dict[str, set[Institution]] = {}
    for row in range(len(live.criteria)):
        option = live.snapshot.option(row)
        if state[row] != NOT_ELIGIBLE and (found := resolve(files[person], option, on)).lines:
            led[option.id] = {who for line in found.lines for who in line.lead}
    assert {"own:vd-reseau-55", "own:vd-mip-tremplin"} <= led.keys()
    assert "own:vd-uc" not in led
    assert not {option for option, leads in led.items() if not leads <= {Institution.ORP, Institution.CSR}}


def lead(institution: str, at: datetime, **facts: Any) -> CaseLead:
    written = {"power_of_attorney": False, "valid_from": at, **facts}
    return CaseLead.model_validate({"profile": GABRIELA, "institution": institution, **written})


MANDATE = {"mandated_by": "social_commune", "power_of_attorney": True}


@pytest.mark.parametrize("person", people_of("optima_lead_needs_a_power_of_attorney"))
def test_optima_lead_needs_a_power_of_attorney(own: Service, lucerne: Viewer, at: datetime, person: str) -> None:
    for lacking in ({}, {"mandated_by": "social_commune"}, {"power_of_attorney": True}):
        with pytest.raises(ConflictError, match="procuration écrite"):
            own.set_lead(lead("oai", at, **lacking), viewer=lucerne, at=at)
    assert own.leads(person, viewer=lucerne, at=at) == []
    own.set_lead(lead("oai", at, **MANDATE), viewer=lucerne, at=at)
    told = {line.code: line.text for line in own.why_not(person, INTEGRATION, viewer=lucerne, at=at).lines}
    assert "office AI (OAI), qui mène le suivi" in told["decides"] or "suivi mené par office AI" in told["decides"]
    assert told["prescribers"] == Institution.OAI.fr
    assert told["guarantee"] == "garantie de paiement avant le début : service social communal"


@pytest.mark.parametrize("person", people_of("one_lead_at_a_time"))
def test_one_lead_at_a_time(own: Service, lucerne: Viewer, at: datetime, person: str) -> None:
    own.set_lead(lead("social_commune", at), viewer=lucerne, at=at)
    later = at + 14 * DAY
    with pytest.raises(ConflictError, match="mène déjà le suivi"):
        own.set_lead(lead("oai", later, **MANDATE), viewer=lucerne, at=at)
    own.hand_over_lead(lead("oai", later, **MANDATE), viewer=lucerne, at=at)
    leads = own.leads(person, viewer=lucerne, at=at)
    assert [one.institution for one in leads] == [Institution.SOCIAL_COMMUNE, Institution.OAI]
    assert all(first.valid_to == then.valid_from for first, then in pairwise(leads))
    for moment in (at, later - timedelta(seconds=1), later, later + 90 * DAY):
        assert sum(one.holds_at(moment) for one in leads) == 1
    sender = "qui ne conseille pas pendant ce temps"
    assert not any(sender in note for note in own.plan(person, viewer=lucerne, at=at).notes)
    assert any(sender in note for note in own.plan(person, viewer=lucerne, at=later).notes)


def asked_of_the_commune(own: Service, lucerne: Viewer, at: datetime) -> str:
    """Handed over to the disability office, and the commune asked to pay from December on."""
    own.set_lead(lead("oai", at, **MANDATE), viewer=lucerne, at=at)
    period: dict[str, Any] = {"valid_from": date(2026, 12, 1), "valid_to": date(2027, 2, 28)}
    asked = own.request_guarantee(
        GABRIELA, payer="social_commune", opportunity=INTEGRATION, viewer=lucerne, at=at, **period
    )
    return asked.id


@pytest.mark.parametrize("person", people_of("guarantee_before_the_start"))
def test_guarantee_before_the_start(own: Service, lucerne: Viewer, commune: Viewer, at: datetime, person: str) -> None:
    id_ = asked_of_the_commune(own, lucerne, at)

    def said() -> str:
        return next(
            x.text for x in own.why_not(person, INTEGRATION, viewer=lucerne, at=at).lines if x.code == "guarantee"
        )

    before = "garantie de paiement avant le début : service social communal"
    assert said() == f"{before} ; garantie demandée : service social communal, du 01.12.2026 au 28.02.2027"
    own.answer_guarantee(id_, GuaranteeStatus.GRANTED, viewer=commune, at=at)
    assert "garantie accordée" in said()
    begun = own.activate_guarantee(id_, starts_on=date(2026, 12, 7), viewer=lucerne, at=at)
    assert (begun.word.status, begun.word.started_on) == (GuaranteeStatus.ACTIVE, date(2026, 12, 7))


@pytest.mark.parametrize("person", people_of("no_start_before_the_guarantee"))
def test_no_start_before_the_guarantee(
    own: Service, lucerne: Viewer, commune: Viewer, at: datetime, person: str
) -> None:
    id_ = asked_of_the_commune(own, lucerne, at)
    start = date(2026, 12, 7)
    with pytest.raises(ConflictError, match="ne peut pas devenir"):
        own.activate_guarantee(id_, starts_on=start, viewer=lucerne, at=at)
    late = at + 20 * DAY  # granted on 8 December only
    own.answer_guarantee(id_, GuaranteeStatus.GRANTED, viewer=commune, at=late)
    for too_early in (start, date(2026, 12, 8)):
        with pytest.raises(ConflictError, match="doit précéder le début"):
            own.activate_guarantee(id_, starts_on=too_early, viewer=lucerne, at=late)
    (kept,) = own.guarantees(viewer=lucerne, at=late, profile=person)
    assert (kept.word.status, kept.word.started_on) == (GuaranteeStatus.GRANTED, None)
    begun = own.activate_guarantee(id_, starts_on=date(2026, 12, 9), viewer=lucerne, at=late)
    assert begun.word.status is GuaranteeStatus.ACTIVE
