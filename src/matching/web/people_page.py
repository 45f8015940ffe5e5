"""The page of the people for one option: a posting with the answer owed for it, a place, or free seats."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

from fastapi import Request, Response

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.dossiers import EmployerFeedback, NoticeDatum
from matching.errors import MatchingError
from matching.explanation.due import due_in_words
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.shortlist.feedback import OF_POSTING
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.option_facts import facts_of
from matching.web.pages import go, language, page, sentence_of
from matching.web.titles import unit_names
from matching.working_days.swiss_time import swiss_day


def address_of(kind: OpportunityKind, opportunity: str) -> str:
    """Where the people for an option stand."""
    return f"/{'postings' if kind is OpportunityKind.VACANCY else 'places'}/{quote(opportunity)}"


def prepare(
    request: Request, service: Service, signed: SignedIn, at: datetime, opportunity: str, *, profile: str, once: str
) -> Response:
    """Prepare what may leave of one person, then show it; refused, the page with the sentence beside the person."""
    typed = {"step": "dossier", "opportunity": opportunity, "profile": profile}
    key = IdempotencyKey.of(once, typed)
    try:
        prepared = service.prepare_dossier(opportunity, profile, viewer=signed.viewer, at=at, once=key)
    except MatchingError as refusal:
        return people_page(request, service, signed, at, opportunity, typed=typed, refusal=refusal)
    return go(f"/dossiers/{prepared.id}")


def people_page(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    opportunity: str,
    *,
    typed: Mapping[str, Any] | None = None,
    refusal: MatchingError | None = None,
) -> Response:
    """The page; refused, with what was typed and why. An option that does not exist for the viewer is a refusal."""
    lang = language(request)
    option = service.show_option(opportunity, viewer=signed.viewer, at=at)
    shown = service.shortlist(opportunity, viewer=signed.viewer, at=at, lang=lang)
    own = signed.viewer.units or ()
    answer = shown.answer if Permission.ANSWER_SHORTLIST in signed.permissions else None
    return page(
        request,
        "people_for.html",
        status=refusal.status if refusal else 200,
        option=option,
        facts=facts_of(option, swiss_day(at), lang),
        shown=shown,
        units=unit_names(service),
        here_at=address_of(shown.kind, opportunity),
        answer=answer,
        due=due_in_words(answer, lang) if answer else None,
        own_units=[unit for unit in answer.units if unit.unit in own] if answer else [],
        missing=tuple(NoticeDatum),
        said=[each for each in EmployerFeedback if each in OF_POSTING],
        standing={each.profile: each for each in shown.dossiers if each.state != "withdrawn"},
        typed=typed and {**typed, "sentence": sentence_of(request, refusal)},
        may_prepare=Permission.PREPARE_DOSSIERS in signed.permissions,
    )
