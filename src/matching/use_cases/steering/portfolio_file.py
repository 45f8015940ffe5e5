"""One file in a portfolio: since when, in what situation, how closely followed, when due, last proposal."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from sqlalchemy import Connection

from matching.domain.guarantee import PaymentGuarantee
from matching.domain.plan import CaseLead, Plan
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import NeedLevel, Objective
from matching.domain.vocabulary.process import GuaranteeStatus, ProposalStatus
from matching.domain.vocabulary.standing import AssistanceKind, FollowUp, FrTrack, UiStatus
from matching.domain.word import Identifier, Word, about
from matching.eligibility.months import full_months
from matching.eligibility.rules.iae import last_regular_day
from matching.storage.agreements import CASE_LEADS, GUARANTEES, PLANS
from matching.use_cases.funding import may_be_told
from matching.use_cases.proposals.readers import may_know
from matching.use_cases.steering.log import Logged
from matching.working_days.swiss_time import swiss_day

Span = Literal["under_1", "1_to_2", "2_to_4", "over_4", "unknown"]
"""Years, the lower end included. House classes; four years is that of fiche action 2-4."""

PlanState = Literal["none", "not_agreed", "agreed"]
Lead = Literal["own", "other", "nobody", "unknown"]
Due = Literal["review", "consent", "iae_pass", "guarantee", "lead", "framework_period", "registration", "fitness"]

_IN_IT = {ProposalStatus.STARTED}
_NO_PROPOSAL = {
    *(ProposalStatus.REJECTED, ProposalStatus.DEFERRED, ProposalStatus.WITHDRAWN, ProposalStatus.EXPIRED),
    *(ProposalStatus.SHOWN, ProposalStatus.DRAFT),
}
_RUNNING = {GuaranteeStatus.GRANTED, GuaranteeStatus.ACTIVE}


class PortfolioFile(Word):
    """One file as whoever opens it may know it; absent is unknown."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    unit: Annotated[Identifier | None, about("Unit that owns the file.", "vd-uc-lausanne")] = None
    on_assistance: Annotated[Span, about("Years on social assistance or RSA.", "over_4")]
    without_work: Annotated[Span, about("Years without work.", "2_to_4")]
    assistance: Annotated[AssistanceKind | None, about("Assistance received.", "ri")] = None
    objective: Annotated[Objective | None, about("Agreed objective.", "job")] = None
    unemployment: Annotated[UiStatus | None, about("Standing with the unemployment insurance.", "none")] = None
    heaviest_need: Annotated[NeedLevel | None, about("Weight of the heaviest need.", "high")] = None
    confirmed_needs: Annotated[int | None, about("Needs confirmed with the person.", 2, ge=0)] = None
    follow_up: Annotated[FollowUp | None, about("Kind of follow-up.", "joint_unit")] = None
    fr_track: Annotated[FrTrack | None, about("Track of a person on RSA.", "socio_professionnel")] = None
    plan: Annotated[PlanState, about("Common plan.", "agreed")]
    lead: Annotated[Lead, about("Who leads, beside the unit's own institution.", "own")]
    review_on: Annotated[date | None, about("Day on which the plan is to be looked at again.", "2027-02-01")] = None
    in_option_now: Annotated[bool, about("Takes part in something proposed here.", False)]
    proposed_on: Annotated[date | None, about("Last day something was under way for the person.", "2026-10-02")] = None
    due_on: Annotated[date | None, about("Next day that something ends.", "2026-12-31")] = None
    due: Annotated[Due | None, about("What ends then.", "guarantee")] = None


@dataclass(frozen=True)
class Agreed:
    """What was agreed about people and proposed to them, by id; read once for a whole portfolio."""

    plans: Mapping[str, Plan]
    leads: Mapping[str, list[CaseLead]]
    guarantees: Mapping[str, list[PaymentGuarantee]]
    proposals: Mapping[str, list[Logged]]


def agreed(connection: Connection, logged: Iterable[Logged]) -> Agreed:
    """Everything in the scope of the transaction."""
    leads: dict[str, list[CaseLead]] = {}
    for lead in CASE_LEADS.current(connection):
        leads.setdefault(lead.subject, []).append(lead.word)
    guarantees: dict[str, list[PaymentGuarantee]] = {}
    for guarantee in GUARANTEES.current(connection):
        guarantees.setdefault(guarantee.subject, []).append(guarantee.word)
    proposals: dict[str, list[Logged]] = {}
    for each in logged:
        proposals.setdefault(each.steps[0].subject, []).append(each)
    plans = {entry.subject: entry.word for entry in PLANS.current(connection)}
    return Agreed(plans, leads, guarantees, proposals)


def file_in_portfolio(person: Profile, known: Agreed, viewer: Viewer, at: datetime) -> PortfolioFile:
    """One file at an aware moment; `person` is redacted for the viewer, whose institution is the unit's own."""
    on, assistance = swiss_day(at), person.insurances.assistance
    proposals = [
        each
        for each in known.proposals.get(person.id, ())
        if may_know(each.last, each.steps, person, viewer, at)  # a posting of the head start leaves no trace
    ]
    underway = [each for each in proposals if any(step.word.status not in _NO_PROPOSAL for step in each.steps)]
    due = min(_ends(person, known, viewer, on, at), default=None)
    return PortfolioFile(
        profile=person.id,
        unit=person.unit,
        on_assistance=_span(full_months(assistance.since, on) if assistance and assistance.since else None),
        without_work=_span(person.months_without_work),
        assistance=assistance.kind if assistance else None,
        objective=person.objective,
        unemployment=person.insurances.unemployment.status if person.insurances.unemployment else None,
        heaviest_need=_heaviest(person),
        confirmed_needs=None if person.needs is None else sum(need.confirmed for need in person.needs),
        follow_up=assistance.follow_up if assistance else None,
        fr_track=assistance.fr_track if assistance else None,
        plan=_plan_state(known.plans.get(person.id)),
        review_on=plan.review_on if (plan := known.plans.get(person.id)) else None,
        lead=_lead(person, known.leads.get(person.id, ()), viewer, at),
        in_option_now=any(each.last.status in _IN_IT for each in proposals),
        proposed_on=max((swiss_day(each.steps[-1].at) for each in underway), default=None),
        due_on=due[0] if due else None,
        due=due[1] if due else None,
    )


def _span(months: int | None) -> Span:
    if months is None:
        return "unknown"
    if months < 12:
        return "under_1"
    if months < 24:
        return "1_to_2"
    return "2_to_4" if months < 48 else "over_4"


def _heaviest(person: Profile) -> NeedLevel | None:
    """By the order of the list; None where it is not known, or withheld, whether there are any."""
    if person.needs is None:
        return None
    order = list(NeedLevel)
    return max((need.level for need in person.needs), key=order.index, default=NeedLevel.NONE)


def _plan_state(plan: Plan | None) -> PlanState:
    if plan is None:
        return "none"
    return "not_agreed" if plan.agreed_at is None else "agreed"


def _lead(person: Profile, leads: Iterable[CaseLead], viewer: Viewer, at: datetime) -> Lead:
    """Who leads at the moment, unless that tells what is withheld; without an institution of one's own, unknown."""
    leading = next((lead for lead in leads if lead.holds_at(at)), None)
    if leading is None:
        return "unknown" if person.withheld else "nobody"
    if not may_be_told(person, viewer, leading):
        return "unknown"
    own: Institution | None = viewer.institution
    return "unknown" if own is None else "own" if leading.institution is own else "other"


def _ends(person: Profile, known: Agreed, viewer: Viewer, on: date, at: datetime) -> Iterator[tuple[date, Due]]:
    """Every end from that day on that the file tells, with what ends."""
    plan = known.plans.get(person.id)
    ends: list[tuple[date | None, Due]] = [(plan.review_on, "review")] if plan else []
    ends += [(swiss_day(one.valid_to), "consent") for one in person.consents if one.valid_to and one.holds_at(at)]
    ends += [
        (one.valid_to, "guarantee")
        for one in known.guarantees.get(person.id, ())
        if one.status_on(on) in _RUNNING and may_be_told(person, viewer, one)
    ]
    ends += [
        (swiss_day(one.valid_to), "lead")
        for one in known.leads.get(person.id, ())
        if one.valid_to and one.holds_at(at) and may_be_told(person, viewer, one)
    ]
    if person.insertion_france and (iae := person.insertion_france.iae_pass):
        ends.append((max(last_regular_day(iae), iae.prolonged_to or iae.valid_from), "iae_pass"))
    if person.insurances.unemployment:
        ends.append((person.insurances.unemployment.framework_end, "framework_period"))
    if person.pes_registration and person.pes_registration.holds_on(on):
        ends.append((person.pes_registration.valid_to, "registration"))
    ends += [(one.expires_on, "fitness") for one in person.fitness]
    return ((day, what) for day, what in ends if day is not None and day >= on)
