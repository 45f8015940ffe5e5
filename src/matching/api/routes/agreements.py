"""What people and institutions agree on: plans, and payment guarantees."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from matching.api.bodies import Strict
from matching.api.pages import Page, ThePage
from matching.api.recorded import Recorded, recorded
from matching.api.who import GuardedRoute, requires
from matching.domain.guarantee import PaymentGuarantee
from matching.domain.permission import Permission
from matching.domain.plan import CaseLead, Plan
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import Objective
from matching.domain.vocabulary.process import GuaranteeStatus
from matching.domain.word import IDENTIFIER_PATTERN, Identifier, Name, Text, Word, about
from matching.entrance.asked import At, EntryId, Lang, ProfileId, TheService
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["agreements"])

_Planning = Annotated[SignedIn, requires(Permission.WRITE_PLANS)]
_Asking = Annotated[SignedIn, requires(Permission.REQUEST_GUARANTEES)]


class PlanRead(Word):
    """A person's plan and who leads, with what follows from it in words."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    plan: Annotated[Plan | None, about("Plan; absent: there is none yet.", None)] = None
    lead: Annotated[CaseLead | None, about("Who leads, as far as whoever asks may know it.", None)] = None
    notes: Annotated[tuple[Text, ...], about("What follows from it.", ["Le plan n'est pas encore convenu."])] = ()


class PartWritten(Word):
    """One's own part in a plan, or the person's own words."""

    text: Annotated[Text, about("What is done.", "Trouver une place de garde pour décembre", min_length=1)]
    of_person: Annotated[bool, about("It is the person's own part.", False)] = False
    dissent: Annotated[Text | None, about("Where this side disagrees.", "Préférerait une formation d'abord")] = None
    objective: Annotated[Objective | None, about("Objective; the first part sets it.", "job")] = None
    steps: Annotated[tuple[Name, ...] | None, about("Sequence; absent: as it was.", ["Garde d'enfants"])] = None
    review_on: Annotated[date | None, about("Day of review; absent: as it was.", "2027-02-01")] = None


class GuaranteeAsked(Word):
    """What an institution is asked to pay for, before the start."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    payer: Annotated[Institution, about("Institution that is to pay.", "social_commune")]
    opportunity: Annotated[Identifier | None, about("Option it is for.", "own:lu-berufliche-integration")] = None
    code: Annotated[MeasureCode | None, about("Or kind of measure.", "ch_as_professional")] = None
    amount: Annotated[int | None, about("At most, whole units.", 4800, ge=0, le=1_000_000_000)] = None
    currency: Annotated[Literal["CHF", "EUR"] | None, about("Currency.", "CHF")] = None
    valid_from: Annotated[date, about("First day it covers.", "2026-12-01")]
    valid_to: Annotated[date, about("Last day it covers.", "2027-02-28")]
    reason: Annotated[Text | None, about("Reason.", "Pour trois mois")] = None


class GuaranteeAnswered(Word):
    """The payer's word."""

    status: Annotated[
        Literal["granted", "refused", "revoked", "exhausted"],
        about("Granted or refused; later revoked or exhausted.", "granted"),
    ]
    reason: Annotated[
        Text | None, about("Reason or conditions; a refusal or a revocation needs one.", "Pour trois mois")
    ] = None


class GuaranteeStarted(Word):
    """The day a measure begins under its guarantee."""

    starts_on: Annotated[date, about("First day.", "2026-12-07")]


@router.get("/profiles/{profile}/plan")
def read_plan(
    profile: ProfileId,
    service: TheService,
    at: At,
    lang: Lang,
    signed: Annotated[SignedIn, requires(Permission.READ_PROFILES)],
) -> PlanRead:
    """The plan of a person, and who leads."""
    found = service.plan(profile, viewer=signed.viewer, at=at, lang=lang)
    return PlanRead(profile=found.profile, plan=found.plan, lead=found.lead, notes=found.notes)


@router.post("/profiles/{profile}/plan/parts")
def write_plan_part(
    profile: ProfileId, sent: Annotated[PartWritten, Strict()], service: TheService, at: At, signed: _Planning
) -> Plan:
    """Write one's own part, or the person's own words; the plan then waits to be agreed again."""
    return service.write_part(
        profile,
        sent.text,
        of_person=sent.of_person,
        dissent=sent.dissent,
        objective=sent.objective,
        steps=sent.steps,
        review_on=sent.review_on,
        viewer=signed.viewer,
        at=at,
    )


@router.post("/profiles/{profile}/plan/agreement")
def agree_plan(profile: ProfileId, service: TheService, at: At, signed: _Planning) -> Plan:
    """Record that the three sides agree."""
    return service.agree_plan(profile, viewer=signed.viewer, at=at)


@router.get("/guarantees")
def list_guarantees(
    service: TheService,
    at: At,
    page: ThePage,
    signed: Annotated[SignedIn, requires(Permission.READ_GUARANTEES)],
    profile: Annotated[
        str | None, Query(description="Of one person.", min_length=1, max_length=160, pattern=IDENTIFIER_PATTERN)
    ] = None,
) -> Page[PaymentGuarantee]:
    """A payer's own requests; for others those of the people whose files they may open."""
    return page.of(service.guarantees(viewer=signed.viewer, at=at, profile=profile))


@router.post("/guarantees", status_code=201)
def request_guarantee(
    sent: Annotated[GuaranteeAsked, Strict()], service: TheService, at: At, signed: _Asking
) -> Recorded[PaymentGuarantee]:
    """Ask an institution for its word, before the start."""
    asked = sent.model_dump(exclude={"profile"})
    return recorded(service.request_guarantee(sent.profile, viewer=signed.viewer, at=at, **asked))


@router.post("/guarantees/{guarantee}/answer")
def answer_guarantee(
    guarantee: EntryId,
    sent: Annotated[GuaranteeAnswered, Strict()],
    service: TheService,
    at: At,
    signed: Annotated[SignedIn, requires(Permission.RECORD_PAYER_DECISION)],
) -> Recorded[PaymentGuarantee]:
    """The payer's word on a request addressed to it."""
    status = GuaranteeStatus[sent.status.upper()]
    answered = service.answer_guarantee(guarantee, status, reason=sent.reason, viewer=signed.viewer, at=at)
    return recorded(answered)


@router.post("/guarantees/{guarantee}/start")
def start_guarantee(
    guarantee: EntryId, sent: Annotated[GuaranteeStarted, Strict()], service: TheService, at: At, signed: _Asking
) -> Recorded[PaymentGuarantee]:
    """Record that the measure starts under its guarantee."""
    return recorded(service.activate_guarantee(guarantee, starts_on=sent.starts_on, viewer=signed.viewer, at=at))
