"""People for a posting, a place or free seats, and the answer to an employer."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter

from matching.api.bodies import Strict
from matching.api.who import GuardedRoute, requires
from matching.domain.employer_answer import EmployerStatement
from matching.domain.permission import Permission
from matching.domain.shortlist import DuePosting, EmployerAnswer, Shortlist
from matching.domain.vocabulary.dossiers import EmployerFeedback, NoticeDatum
from matching.domain.word import Identifier, Word, about
from matching.entrance.asked import At, EntryId, Lang, OpportunityId, TheService
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["vacancies"])

_Answering = Annotated[SignedIn, requires(Permission.ANSWER_SHORTLIST)]


class ShortlistAnswer(Word):
    """What a unit says to an announced posting; nobody is proposed by it."""

    answer: Annotated[
        Literal["request_dossiers", "unit_searched", "none_available"], about("What is said.", "unit_searched")
    ]
    unit: Annotated[Identifier | None, about("For which of the viewer's units.", "vd-orp-renens")] = None


class Notice(Word):
    """A notice as it was received."""

    received_on: Annotated[date | None, about("Day it was received; absent: today.", "2026-11-16")] = None
    missing: Annotated[tuple[NoticeDatum, ...], about("Mandatory data it lacks.", [])] = ()


class PostingFeedback(Word):
    """What an employer said of the posting."""

    feedback: Annotated[Literal["still_open", "filled_otherwise", "no_reply"], about("What was said.", "still_open")]


class CandidateFeedback(Word):
    """What an employer said of somebody."""

    feedback: Annotated[
        Literal["suitable_invited", "suitable_not_invited", "not_suitable", "hired", "no_reply"],
        about("What was said.", "suitable_invited"),
    ]


@router.get("/vacancies-due")
def list_postings_due(service: TheService, at: At, signed: _Answering) -> list[DuePosting]:
    """Announced postings that await an answer or feedback, overdue ones first."""
    return service.postings_due(viewer=signed.viewer, at=at)


@router.get("/vacancies/{opportunity:path}/shortlist")
def read_shortlist(
    opportunity: OpportunityId,
    service: TheService,
    at: At,
    lang: Lang,
    signed: Annotated[SignedIn, requires(Permission.SHORTLIST)],
) -> Shortlist:
    """People of the viewer's units who are not ruled out, without score or rank."""
    return service.shortlist(opportunity, viewer=signed.viewer, at=at, lang=lang)


@router.post("/vacancies/{opportunity:path}/shortlist/answer")
def answer_shortlist(
    opportunity: OpportunityId,
    sent: Annotated[ShortlistAnswer, Strict()],
    service: TheService,
    at: At,
    signed: _Answering,
) -> EmployerAnswer:
    """Ask every unit of the competent canton, say that one has searched, or that none is available."""
    if sent.answer == "request_dossiers":
        return service.request_dossiers(opportunity, viewer=signed.viewer, at=at)
    say = service.unit_searched if sent.answer == "unit_searched" else service.none_available
    return say(opportunity, viewer=signed.viewer, at=at, unit=sent.unit)


@router.post("/vacancies/{opportunity:path}/notice")
def record_notice(
    opportunity: OpportunityId, sent: Annotated[Notice, Strict()], service: TheService, at: At, signed: _Answering
) -> EmployerAnswer:
    """Write down the day a notice was received and what it lacks; a complete one starts the clock of the answer."""
    return service.record_notice(
        opportunity, viewer=signed.viewer, at=at, received_on=sent.received_on, missing=sent.missing
    )


@router.post("/vacancies/{opportunity:path}/feedback")
def record_posting_feedback(
    opportunity: OpportunityId,
    sent: Annotated[PostingFeedback, Strict()],
    service: TheService,
    at: At,
    signed: _Answering,
) -> EmployerStatement:
    """Write down what the employer said of the posting itself."""
    return service.posting_feedback(opportunity, EmployerFeedback[sent.feedback.upper()], viewer=signed.viewer, at=at)


@router.post("/dossiers/{dossier}/feedback")
def record_candidate_feedback(
    dossier: EntryId,
    sent: Annotated[CandidateFeedback, Strict()],
    service: TheService,
    at: At,
    signed: Annotated[SignedIn, requires(Permission.PREPARE_DOSSIERS)],
) -> EmployerStatement:
    """Write down what was said of a candidate whose dossier was handed over."""
    return service.candidate_feedback(dossier, EmployerFeedback[sent.feedback.upper()], viewer=signed.viewer, at=at)
