"""The letter to the person: options of a slate are chosen, the letter is looked at, and leaves as paper or PDF."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.recommendation import Recommendation
from matching.entrance.asked import At, ProfileId, TheService
from matching.errors import MatchingError
from matching.explanation.letter import Letter
from matching.messages.say import LANGUAGES, say
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.decided import decided_on
from matching.web.guard import PageRoute, opens
from matching.web.pages import language, page, rendered, sentence_of
from matching.web.pdf import pdf_of
from matching.web.static_files import content_of
from matching.web.typed import day_of, words_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Writing = Annotated[SignedIn, opens(Permission.RECOMMEND)]
_Slate = Annotated[str | None, Query(max_length=160)]
_Chosen = Annotated[list[Annotated[str, Query(max_length=160)]] | None, Query(alias="o", max_length=50)]
_In = Annotated[str | None, Query(alias="in", max_length=5)]
_On = Annotated[str, Query(max_length=10)]
_Contact = Annotated[str, Query(max_length=200)]
_Discreet = Annotated[bool, Query()]
_OTHERS = 5


@router.get("/files/{profile}/letter")
def letter_page(
    request: Request,
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Writing,
    slate: _Slate = None,
    chosen: _Chosen = None,
    lang: _In = None,
    on: _On = "",
    contact: _Contact = "",
    discreet: _Discreet = False,
) -> Response:
    """What may be chosen, and the letter once something is; refused, the page comes back with what was typed."""
    latest = service.shown(profile, viewer=signed.viewer, at=at, most=_OTHERS + 1)
    shown = (
        service.shown_again(slate, viewer=signed.viewer, at=at, profile=profile) if slate else next(iter(latest), None)
    )
    letter_lang = lang or language(request)
    letter, refusal = None, None
    if shown is not None and chosen:
        try:
            letter = _letter(service, signed, at, shown, chosen, letter_lang, on, contact, discreet=discreet)
        except MatchingError as refused:
            refusal = refused
    return page(
        request,
        "letter.html",
        status=refusal.status if refusal else 200,
        profile=profile,
        shown=shown,
        others=[each for each in latest if shown is None or each.id != shown.id][:_OTHERS],
        decided=decided_on(service.proposals_of(profile, viewer=signed.viewer, at=at), shown.id) if shown else {},
        chosen=set(chosen or ()),
        letter_languages=LANGUAGES,
        letter_lang=letter_lang,
        on=on,
        contact=contact,
        discreet=discreet,
        letter=letter,
        lt=partial(say, letter_lang),
        sentence=sentence_of(request, refusal) if refusal else None,
    )


@router.get("/files/{profile}/letter.pdf")
def letter_pdf(
    request: Request,
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Writing,
    slate: Annotated[str, Query(max_length=160)],
    chosen: _Chosen = None,
    lang: _In = None,
    on: _On = "",
    contact: _Contact = "",
    discreet: _Discreet = False,
) -> Response:
    """The same letter as PDF; NotInstalledError where the machine cannot make one."""
    letter_lang = lang or language(request)
    shown = service.shown_again(slate, viewer=signed.viewer, at=at, profile=profile)
    letter = _letter(service, signed, at, shown, chosen or [], letter_lang, on, contact, discreet=discreet)
    html = rendered("letter_pdf.html", letter=letter, lt=partial(say, letter_lang), contact=words_of(contact))
    pdf = pdf_of(html, [content_of("letter.css")])
    return Response(pdf, media_type="application/pdf", headers={"Content-Disposition": 'inline; filename="letter.pdf"'})


def _letter(
    service: Service,
    signed: SignedIn,
    at: At,
    shown: Recommendation,
    chosen: list[str],
    lang: str,
    on: str,
    contact: str,
    *,
    discreet: bool,
) -> Letter:
    return service.letter(
        shown.id,
        chosen,
        viewer=signed.viewer,
        at=at,
        lang=lang,
        meeting=day_of(on),
        contact=words_of(contact),
        discreet=discreet,
    )
