"""A step of a proposal in words, and the steps that whoever looks at it may do next."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from matching.domain.decision import Decision, PayerDecision, PayerRequest, PersonAnswer
from matching.domain.participation import End, ProviderMove, Start
from matching.domain.permission import Permission
from matching.domain.proposal import AnyStep, Proposal
from matching.domain.vocabulary.process import ProposalStatus
from matching.messages.say import say
from matching.storage.ledger import Entry
from matching.use_cases.proposals.followed import Followed

_S, _P = ProposalStatus, Permission

_FORMS: Mapping[str, tuple[Permission, frozenset[ProposalStatus]]] = {
    "answer": (_P.RECORD_PERSON_ANSWER, frozenset({_S.CLIENT_ACCEPTED, _S.CLIENT_DECLINED})),
    "payer": (_P.REQUEST_GUARANTEES, frozenset({_S.PAYER_REQUESTED})),
    "provider": (
        _P.RECORD_PROVIDER_ANSWER,
        frozenset({_S.REQUESTED, _S.WAITING_LIST, _S.INVITED, _S.ADMITTED, _S.PROVIDER_REFUSED}),
    ),
    "start": (_P.RECORD_PROVIDER_ANSWER, frozenset({_S.STARTED, _S.NO_SHOW})),
    "end": (_P.RECORD_PROVIDER_ANSWER, frozenset({_S.COMPLETED, _S.DROPPED_OUT})),
    "closing": (_P.DECIDE, frozenset({_S.WITHDRAWN, _S.EXPIRED})),
    "outcome": (_P.RECORD_OUTCOME, frozenset()),
}
"""The forms in the order of a proposal's life: who may use each, and the states that it leads to."""

PROVIDER_SAYS = (_S.REQUESTED, _S.WAITING_LIST, _S.INVITED, _S.ADMITTED)
"""What is noted of a provider without a reason, in the order in which it happens."""

_DECIDED = frozenset({_S.ACCEPTED, _S.REJECTED, _S.DEFERRED})
_BEGUN = frozenset({_S.STARTED, _S.COMPLETED, _S.DROPPED_OUT})
_SAID_NO = frozenset({_S.REJECTED, _S.CLIENT_DECLINED})


class Told(NamedTuple):
    """A step in words: what it was, its reasons or parties, and the words that were written with it."""

    what: str
    details: tuple[str, ...]
    words: tuple[str, ...]


def told(entry: Entry[Proposal], lang: str) -> Told:
    """One step; a state alone where the step is not for whoever reads."""
    step = entry.word.step
    status = entry.word.status.label(lang)
    if step is None:
        return Told(status, (), ())
    thinks = isinstance(step, PersonAnswer) and step.answer == "thinking"
    words = (step.text, step.sendable_text if isinstance(step, ProviderMove) else None)
    return Told(
        say(lang, "web.letter.step.thinking") if thinks else status,
        tuple(_details(step, lang)),
        tuple(each for each in words if each),
    )


def _details(step: AnyStep, lang: str) -> Iterator[str]:
    match step:
        case Decision():
            yield from (reason.label(lang) for reason in (*step.accept_reasons, *step.reject_reasons))
        case PersonAnswer():
            yield from (reason.label(lang) for reason in step.reasons)
        case PayerRequest() | PayerDecision() if step.institution:
            yield step.institution.label(lang)
        case ProviderMove() | End() if step.reason:
            yield step.reason.label(lang)
    if isinstance(step, Start | End | ProviderMove) and step.on is not None:
        yield say(lang, "web.letter.step.on", day=step.on)
    if isinstance(step, Decision | PersonAnswer) and step.until is not None:
        yield say(lang, "web.letter.step.until", day=step.until)


def forms_of(followed: Followed, permissions: Collection[Permission]) -> tuple[str, ...]:
    """The forms that may follow on a proposal for whoever has some permissions, in the order of its life."""
    may = [name for name, (permission, leads) in _FORMS.items() if permission in permissions and leads & followed.next]
    if "payer" in may and not followed.payers:
        may.remove("payer")
    if "closing" in may and followed.now.word.status is _S.REJECTED:
        may.remove("closing")  # a refusal is undone on its card
    if followed.now.word.status in _BEGUN and _P.RECORD_OUTCOME in permissions:
        may.append("outcome")
    return tuple(may)


def may_decide_again(followed: Followed, permissions: Collection[Permission]) -> bool:
    """Whether a decision may still be another one: until the person has answered."""
    return _P.DECIDE in permissions and followed.now.word.status in _DECIDED


def goes_on(followed: Followed) -> bool:
    """Whether a proposal is under way: something may follow, and nobody has said no to it."""
    return bool(followed.next) and followed.now.word.status not in _SAID_NO
