"""What was put to a payer as it stands on its page: guarantees and proposals alike, with the answers open to it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from matching.domain.decision import PayerDecision, PayerRequest
from matching.domain.guarantee import OF_THE_PAYER as GIVEN_BY_PAYER
from matching.domain.guarantee import PaymentGuarantee
from matching.domain.opportunity import AnyOpportunity
from matching.domain.proposal import Proposal
from matching.domain.proposal_states import OF_THE_PAYER, following
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import GuaranteeStatus, ProposalStatus
from matching.storage.ledger import Entry
from matching.web.option_facts import facts_of
from matching.web.situation import Line

_P, _G = ProposalStatus, GuaranteeStatus
_Options = Mapping[str, AnyOpportunity]
_NEAR = timedelta(days=7)
_ANSWERS: Mapping[ProposalStatus, str] = {_P.PAYER_GRANTED: "granted", _P.PAYER_REFUSED: "refused"}

TO_ANSWER = frozenset({_P.PAYER_REQUESTED, _G.REQUESTED})
STANDING = frozenset({_P.PAYER_GRANTED, _G.GRANTED, _G.ACTIVE})


class Asked(NamedTuple):
    """One request to pay; `answers` are the words that the payer may say now, `at` and `author` those of the last.

    `answered_by` is whoever spoke for the payer, with that last word; None where it was not the payer's. `facts` are
    the lines of the option, as far as it is there for whoever reads.
    """

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
    answered_by: str | None = None
    begins: date | None = None
    facts: tuple[Line, ...] = ()

    def near(self, on: date) -> Literal["soon", "past"] | None:
        """Whether what still waits is to begin within seven days, or was to begin before; None where it is not so."""
        if self.status not in TO_ANSWER or self.begins is None or self.begins > on + _NEAR:
            return None
        return "past" if self.begins < on else "soon"


def asked_of_payer(
    guarantees: Sequence[Entry[PaymentGuarantee]],
    proposals: Sequence[Entry[Proposal]],
    *,
    viewer: Viewer,
    options: _Options,
    on: date,
    lang: str,
) -> list[Asked]:
    """Everything that was asked, the oldest first; `options` are those that are still there, by id.

    Nobody is offered an answer for another institution than their own.
    """
    asked = [
        *_of_guarantees(guarantees, viewer, options, on, lang),
        *_of_proposals(proposals, viewer, options, on, lang),
    ]
    return sorted(asked, key=lambda each: (each.at, each.id))


def _of_guarantees(
    entries: Sequence[Entry[PaymentGuarantee]], viewer: Viewer, options: _Options, on: date, lang: str
) -> Iterator[Asked]:
    for entry in entries:
        word = entry.word
        option = options.get(word.opportunity or "")
        own = word.payer is viewer.institution
        yield Asked(
            id=entry.id,
            version=entry.version,
            kind="guarantee",
            profile=word.profile,
            title=option.title if option else word.code.label(lang) if word.code else word.opportunity,
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
            answered_by=entry.author if _payer_spoke_last(word) else None,
            begins=word.valid_from,
            facts=facts_of(option, on, lang) if option else (),
        )


def _payer_spoke_last(word: PaymentGuarantee) -> bool:
    """Whether whoever wrote the state down answered for the payer; one that expired was granted, or had begun."""
    return word.status in GIVEN_BY_PAYER or (word.status is _G.EXPIRED and word.started_on is None)


def _of_proposals(
    entries: Sequence[Entry[Proposal]], viewer: Viewer, options: _Options, on: date, lang: str
) -> Iterator[Asked]:
    for entry in entries:
        word = entry.word
        option = options.get(word.opportunity)
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
            asked_by=entry.author if isinstance(word.step, PayerRequest) else None,
            answered_by=entry.author if isinstance(word.step, PayerDecision) else None,
            begins=next(iter(option.starts_from(on)), None) if option else None,
            facts=facts_of(option, on, lang) if option else (),
        )
