"""The further steps of a proposal, each a small form: refused, the history comes back with what was typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Path, Request, Response

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import OutcomeKind, ProposalStatus
from matching.domain.word import IDENTIFIER_PATTERN
from matching.entrance.asked import At, ProfileId, TheService
from matching.errors import MatchingError
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, sentence_of
from matching.web.routes.history import history_of
from matching.web.typed import day_needed, day_of, number_of, words_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_P = Permission
_Answering = Annotated[SignedIn, opens(_P.RECORD_PERSON_ANSWER)]
_Asking = Annotated[SignedIn, opens(_P.REQUEST_GUARANTEES)]
_Placing = Annotated[SignedIn, opens(_P.RECORD_PROVIDER_ANSWER)]
_Closing = Annotated[SignedIn, opens(_P.DECIDE)]
_Noting = Annotated[SignedIn, opens(_P.RECORD_OUTCOME)]
_Short = Annotated[str, Form(max_length=80)]


@dataclass(frozen=True)
class Sent:
    """What every step is sent with: which proposal on which version, under which key, and words."""

    request: Request
    profile: str
    proposal: str
    service: Service
    at: datetime
    once: str
    version: int
    text: str

    def take(self, signed: SignedIn, typed: Mapping[str, str], act: Callable[..., object]) -> Response:
        """Let `act` take the step, once; the page again with `typed` and the sentence when it is refused."""
        asked = {"proposal": self.proposal, "text": self.text, **typed}
        more: dict[str, Any] = {"viewer": signed.viewer, "at": self.at, "once": IdempotencyKey.of(self.once, asked)}
        if typed["step"] != "outcome":
            more |= {"expected_version": self.version, "text": words_of(self.text)}
        try:
            act(self.proposal, **more)
        except MatchingError as refusal:
            again = asked | {"sentence": sentence_of(self.request, refusal)}
            return history_of(
                self.request, self.service, signed, self.at, self.profile, typed=again, status=refusal.status
            )
        return go(f"/files/{quote(self.profile)}/history#{self.proposal}")


def _sent(
    request: Request,
    profile: ProfileId,
    proposal: Annotated[str, Path(min_length=1, max_length=160, pattern=IDENTIFIER_PATTERN)],
    service: TheService,
    at: At,
    once: Annotated[str, Form(min_length=1, max_length=64)],
    version: Annotated[int, Form()],
    text: Annotated[str, Form(max_length=20_000)] = "",
) -> Sent:
    return Sent(request, profile, proposal, service, at, once, version, text)


TheStep = Annotated[Sent, Depends(_sent)]
_AT = "/files/{profile}/proposals/{proposal}"


@router.post(f"{_AT}/answer")
def answer(
    sent: TheStep,
    signed: _Answering,
    said: Annotated[Literal["accepted", "declined", "thinking"], Form()] = "declined",
    reason: _Short = "",
    until: _Short = "",
) -> Response:
    """The person's own answer; a reason alone is a no."""

    def act(proposal: str, **more: Any) -> None:
        sent.service.answer(proposal, said, reasons=[reason] if reason else [], until=day_of(until), **more)

    return sent.take(signed, {"step": "answer", "said": said, "reason": reason, "until": until}, act)


@router.post(f"{_AT}/payer")
def ask_payer(sent: TheStep, signed: _Asking, institution: Annotated[Institution, Form()]) -> Response:
    """Put it to a paying institution."""

    def act(proposal: str, **more: Any) -> None:
        sent.service.ask_payer(proposal, institution, **more)

    return sent.take(signed, {"step": "payer", "institution": institution.value}, act)


@router.post(f"{_AT}/provider")
def provider_moves(
    sent: TheStep,
    signed: _Placing,
    state: _Short = ProposalStatus.PROVIDER_REFUSED.value,
    reason: _Short = "",
    on: _Short = "",
) -> Response:
    """The provider is asked, or what it said; a reason alone is its refusal."""

    def act(proposal: str, **more: Any) -> None:
        sent.service.provider_moves(proposal, state, reason=reason or None, on=day_of(on), **more)

    return sent.take(signed, {"step": "provider", "state": state, "reason": reason, "on": on}, act)


@router.post(f"{_AT}/start")
def start(sent: TheStep, signed: _Placing, came: Annotated[Literal["yes", "no"], Form()], on: _Short = "") -> Response:
    """The first day: the person came, or did not."""

    def act(proposal: str, **more: Any) -> None:
        sent.service.start(proposal, on=day_needed(on), came=came == "yes", **more)

    return sent.take(signed, {"step": "start", "came": came, "on": on}, act)


@router.post(f"{_AT}/end")
def end(sent: TheStep, signed: _Placing, reason: _Short = "", on: _Short = "") -> Response:
    """The last day: as planned, or before it and why."""

    def act(proposal: str, **more: Any) -> None:
        sent.service.end(proposal, on=day_needed(on), dropout_reason=reason or None, **more)

    return sent.take(signed, {"step": "end", "reason": reason, "on": on}, act)


@router.post(f"{_AT}/closing")
def close(sent: TheStep, signed: _Closing, state: Annotated[Literal["withdrawn", "expired"], Form()]) -> Response:
    """Withdrawn by a human, or noted as out of date."""

    def act(proposal: str, **more: Any) -> None:
        sent.service.withdraw(proposal, state=state, **more)

    return sent.take(signed, {"step": "closing", "state": state}, act)


@router.post(f"{_AT}/outcome")
def record_outcome(
    sent: TheStep,
    signed: _Noting,
    kind: Annotated[OutcomeKind, Form()],
    source: Annotated[Literal["counsellor", "person", "provider", "register"], Form()],
    months: _Short = "",
    amount: _Short = "",
    holds: _Short = "",
    stated: Annotated[int | None, Form()] = None,
) -> Response:
    """A later fact; `stated` is the version of the one that is corrected."""
    typed = {"step": "outcome", "kind": kind.value, "source": source, "months": months, "amount": amount}

    def act(proposal: str, **more: Any) -> None:
        sent.service.record_outcome(
            proposal,
            kind,
            months=int(months) if months.isdecimal() else None,
            holds={"yes": True, "no": False}.get(holds),
            amount=number_of(amount),
            source=source,
            expected_version=stated,
            **more,
        )

    return sent.take(signed, typed | {"holds": holds, "stated": str(stated)}, act)
