"""One page per person: situation, questions, ranked options; what was decided on each, and deciding in two steps."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Form, Query, Request, Response

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.recommendation import Recommendation
from matching.domain.sought import FARTHEST_KM, Sought
from matching.domain.vocabulary.catalogue import OpportunityKind, Payer
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.process import FeedbackVerdict, Verb
from matching.entrance.asked import At, ProfileId, RecommendationId, TheService
from matching.errors import MatchingError
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.decided import decided_on
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, language, page, sentence_of
from matching.web.people_page import address_of as people_for
from matching.web.reason_forms import reason_buttons, reason_list
from matching.web.reasons import OWN_REASONS
from matching.web.shared_notes import shared_notes
from matching.web.situation import needs_of, situation_of
from matching.web.small_map import maps_of
from matching.web.typed import day_of, whole_number_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Reading = Annotated[SignedIn, opens(Permission.RECOMMEND)]
_Deciding = Annotated[SignedIn, opens(Permission.DECIDE)]
_Judging = Annotated[SignedIn, opens(Permission.GIVE_FEEDBACK)]
_Kind = Annotated[list[OpportunityKind] | None, Query()]
_Within = Annotated[str, Query(max_length=10)]
LIMIT, MOST = 10, 50


@router.get("/files/{profile}")
def person_page(
    request: Request,
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Reading,
    kind: _Kind = None,
    within: _Within = "",
    certain: Annotated[bool, Query()] = False,
    limit: Annotated[int, Query(ge=1, le=MOST)] = LIMIT,
    slate: Annotated[str | None, Query(max_length=160)] = None,
    undone: Annotated[str, Query(max_length=160)] = "",
) -> Response:
    """The person; `slate` shows options again as they were shown, else they are looked for anew."""
    if slate is None:
        shown = service.recommend(
            profile,
            viewer=signed.viewer,
            at=at,
            kinds=tuple(kind or OpportunityKind),
            limit=limit,
            lang=language(request),
            within_km=whole_number_of(within),
            certain=certain,
        )
    else:
        shown = service.shown_again(slate, viewer=signed.viewer, at=at, profile=profile)
    return page_of_person(request, service, signed, at, profile, shown, undone=undone)


@router.post("/slates/{recommendation}/decisions")
def decide(
    request: Request,
    recommendation: RecommendationId,
    service: TheService,
    at: At,
    signed: _Deciding,
    opportunity: Annotated[str, Form(max_length=160)],
    verb: Annotated[Verb, Form()],
    once: Annotated[str, Form(min_length=1, max_length=64)],
    seen: Annotated[str, Form(max_length=160)] = "",
    reason: Annotated[str, Form(max_length=80)] = "",
    text: Annotated[str, Form(max_length=20_000)] = "",
    until: Annotated[str, Form(max_length=10)] = "",
    version: Annotated[int | None, Form()] = None,
) -> Response:
    """One decision with its reason, on the slate that led to it; the page comes back with the slate `seen`.

    Refused, with what was typed.
    """
    typed = {"opportunity": opportunity, "verb": verb.value, "reason": reason, "text": text, "until": until}
    try:
        made = service.decide(
            recommendation,
            opportunity,
            verb,
            viewer=signed.viewer,
            at=at,
            reasons=[reason] if reason else [],
            text=text.strip() or None,
            until=day_of(until),
            expected_version=version,
            once=IdempotencyKey.of(once, {"slate": recommendation} | typed),
        )
    except MatchingError as refusal:
        shown = service.shown_again(seen or recommendation, viewer=signed.viewer, at=at)
        again = typed | {"sentence": sentence_of(request, refusal)}
        return page_of_person(request, service, signed, at, shown.profile, shown, typed=again, status=refusal.status)
    return go(_back_to(made.word.profile, seen or recommendation, opportunity))


@router.post("/slates/{recommendation}/undo")
def undo(
    recommendation: RecommendationId,
    service: TheService,
    at: At,
    signed: _Deciding,
    proposal: Annotated[str, Form(max_length=160)],
    version: Annotated[int, Form()],
    once: Annotated[str, Form(min_length=1, max_length=64)],
) -> Response:
    """Take a decision back and look for options anew: the option stands there to be decided on again."""
    shown = service.shown_again(recommendation, viewer=signed.viewer, at=at)
    key = IdempotencyKey.of(once, {"undo": proposal})
    taken_back = service.withdraw(proposal, viewer=signed.viewer, at=at, expected_version=version, once=key)
    option = taken_back.word.opportunity
    again = address_of(shown.profile, shown.sought)
    return go(f"{again}{'&' if '?' in again else '?'}undone={quote(option, safe='')}#{anchor(option)}")


@router.post("/slates/{recommendation}/feedback")
def judge(
    request: Request,
    recommendation: RecommendationId,
    service: TheService,
    at: At,
    signed: _Judging,
    opportunity: Annotated[str, Form(max_length=160)],
    explanation: Annotated[str, Form(max_length=160)],
    verdict: Annotated[FeedbackVerdict, Form()],
    correction: Annotated[str, Form(max_length=2_000)] = "",
    corrects: Annotated[Literal["profile", "catalogue"] | None, Form()] = None,
) -> Response:
    """The word on one explanation, in one click; "wrong" says what is right instead."""
    try:
        said = service.give_feedback(
            recommendation,
            opportunity,
            explanation,
            verdict,
            viewer=signed.viewer,
            at=at,
            correction=correction.strip() or None,
            corrects=corrects,
        )
    except MatchingError as refusal:
        shown = service.shown_again(recommendation, viewer=signed.viewer, at=at)
        typed = {
            "opportunity": opportunity,
            "explanation": explanation,
            "correction": correction,
            "corrects": corrects or "",
        }
        again = typed | {"sentence": sentence_of(request, refusal)}
        return page_of_person(request, service, signed, at, shown.profile, shown, judged=again, status=refusal.status)
    return go(_back_to(said.subject, recommendation, opportunity))


def anchor(opportunity: str) -> str:
    """Where a card stands on the page."""
    return "o-" + "".join(sign if sign.isalnum() else "-" for sign in opportunity)


def address_of(profile: str, sought: Sought) -> str:
    """Where options that were sought so are looked for anew."""
    asked: list[tuple[str, str]] = []
    if set(sought.kinds) != set(OpportunityKind):
        asked += [("kind", kind.value) for kind in sought.kinds]
    if sought.within_km is not None:
        asked.append(("within", str(sought.within_km)))
    if sought.certain:
        asked.append(("certain", "true"))
    return f"/files/{quote(profile, safe='')}{'?' if asked else ''}{urlencode(asked)}"


def _back_to(profile: str, recommendation: str, opportunity: str) -> str:
    return f"/files/{quote(profile, safe='')}?slate={quote(recommendation, safe='')}#{anchor(opportunity)}"


def page_of_person(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    profile: str,
    shown: Recommendation,
    *,
    typed: Mapping[str, str] | None = None,
    judged: Mapping[str, str] | None = None,
    blocked: Mapping[str, str] | None = None,
    outside: Mapping[str, str] | None = None,
    searching: Mapping[str, Any] | None = None,
    undone: str = "",
    status: int = 200,
) -> Response:
    """The page of a person with what was shown.

    Of a form what was `typed`, `judged`, `blocked`, `outside` or `searching` stays.
    """
    lang = language(request)
    options = [card.opportunity for card in shown.cards]
    around = service.around_person(profile, viewer=signed.viewer, at=at, lang=lang, options=options)
    person, decided = around.person, decided_on(around.proposals, shown.id)
    return page(
        request,
        "person.html",
        status=status,
        person=person,
        situation=situation_of(person, lang),
        needs=needs_of(person),
        unaddressed=around.unaddressed if shown.cards else frozenset(),
        shared_notes=shared_notes(shown.cards),
        shown=shown,
        kinds=() if shown.sought.kinds == tuple(OpportunityKind) else shown.sought.kinds,
        all_kinds=tuple(OpportunityKind),
        farthest=FARTHEST_KM,
        again=address_of(shown.profile, shown.sought),
        address_of=address_of,
        verbs=tuple(Verb),
        verdicts=tuple(FeedbackVerdict),
        reason_buttons=reason_buttons,
        reason_list=reason_list,
        decided=decided,
        elsewhere=around.prescribed_elsewhere,
        undone=undone,
        typed=typed,
        judged=judged,
        blocked=blocked,
        searching=searching,
        searches=around.searches,
        pins=around.pins,
        outside_options=around.outside,
        outside_typed=outside,
        all_needs=tuple(Barrier),
        all_payers=tuple(Payer),
        anchor=anchor,
        maps=maps_of(service, person, shown, signed.viewer, at),
        waiting=around.waiting,
        may_decide=Permission.DECIDE in signed.permissions,
        may_prepare=Permission.PREPARE_DOSSIERS in signed.permissions,
        people_for=people_for,
        may_note=Permission.RECORD_VOICE in signed.permissions,
        refusable=tuple((card.opportunity, card.title) for card in shown.cards),
        own_reasons=OWN_REASONS,
        may_keep=Permission.KEEP_OPTIONS in signed.permissions,
    )
