"""What was put to a payer as it stands on its page: guarantees and proposals alike, with the answers open to it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

from matching.domain.decision import PayerDecision, PayerRequest
from matching.domain.guarantee import PaymentGuarantee
from matching.domain.proposal import Proposal
from matching.domain.proposal_states import OF_THE_PAYER, following
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import GuaranteeStatus, ProposalStatus
from matching.storage.ledger import Entry

_P, _G = ProposalStatus, GuaranteeStatus
_ANSWERS: Mapping[ProposalStatus, str] = {_P.PAYER_GRANTED: "granted", _P.PAYER_REFUSED: "refused"}

TO_ANSWER = frozenset({_P.PAYER_REQUESTED, _G.REQUESTED})
STANDING = frozenset({_P.PAYER_GRANTED, _G.GRANTED, _G.ACTIVE})


class Asked(NamedTuple):
    """One request to pay; `answers` are the words that the payer may say now, `at` and `author` those of the last."""

    id: str
    version: int
    kind: Literal["guarantee", "proposal"]
    profile: str
    title: str | None
    status: ProposalStatus | GuaranteeStatus
    at: datetime
    author: str
    text: str | None
    answers: tuple[str, ...]
    payer: Institution | None = None
    asked_by: str | None = None
    asked_for: Institution | None = None
    amount: int | None = None
    currency: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    started_on: date | None = None


def asked_of_payer(
    guarantees: Sequence[Entry[PaymentGuarantee]],
    proposals: Sequence[Entry[Proposal]],
    *,
    viewer: Viewer,
    titles: Mapping[str, str],
    on: date,
    lang: str,
) -> list[Asked]:
    """Everything that was asked, the oldest first; `titles` are those of options that are still there, by id.

    Nobody is offered an answer for another institution than their own.
    """
    asked = [*_of_guarantees(guarantees, viewer, titles, on, lang), *_of_proposals(proposals, viewer)]
    return sorted(asked, key=lambda each: (each.at, each.id))


def _of_guarantees(
    entries: Sequence[Entry[PaymentGuarantee]], viewer: Viewer, titles: Mapping[str, str], on: date, lang: str
) -> Iterator[Asked]:
    for entry in entries:
        word = entry.word
        own = word.payer is viewer.institution
        yield Asked(
            id=entry.id,
            version=entry.version,
            kind="guarantee",
            profile=word.profile,
            title=titles.get(word.opportunity or "") or (word.code.label(lang) if word.code else word.opportunity),
            status=word.status,
            at=entry.at,
            author=entry.author,
            text=word.reason,
            answers=tuple(answer.value for answer in word.answers_on(on)) if own else (),
            payer=word.payer,
            asked_by=word.requested_by,
            asked_for=word.requested_for,
            amount=word.amount,
            currency=word.currency,
            valid_from=word.valid_from,
            valid_to=word.valid_to,
            started_on=word.started_on,
        )


def _of_proposals(entries: Sequence[Entry[Proposal]], viewer: Viewer) -> Iterator[Asked]:
    for entry in entries:
        word = entry.word
        payer = word.step.institution if isinstance(word.step, PayerRequest | PayerDecision) else None
        open_ = following(word.status, OF_THE_PAYER) if payer is viewer.institution else ()
        yield Asked(
            id=entry.id,
            version=entry.version,
            kind="proposal",
            profile=word.profile,
            title=word.title,
            status=word.status,
            at=entry.at,
            author=entry.author,
            text=word.step.text if word.step else None,
            answers=tuple(_ANSWERS[state] for state in open_ if state in _ANSWERS),
            payer=payer,
        )
