"""The wall against sanction control: what of a word may leave to a receiver. Whatever is on no list stays in.

It stands among the contracts, beside what keeps data of benefit control from coming in: here are all words that cross a
door, and every door (HTTP, export, feed, dossier) stands above. Visibility and consent come before it, they are no part
of it: the wall narrows what somebody may see already.
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from matching.contracts.allowed_outside import OUTSIDE
from matching.contracts.allowed_within import TO_THE_PERSON, TO_THE_UNIT, TO_TRAINING, Allowed
from matching.contracts.never_leaves import FIELDS_THAT_STAY, WORDS_THAT_STAY
from matching.contracts.words import WORDS
from matching.domain.decision import Decision, PayerDecision, PayerRequest, PersonAnswer, Step
from matching.domain.guarantee import PaymentGuarantee
from matching.domain.participation import End, ProviderMove, Start
from matching.domain.plan import Plan
from matching.domain.proposal import Proposal
from matching.domain.proposal_states import OF_THE_PARTICIPANT, OF_THE_PAYER, OF_THE_PROVIDER
from matching.domain.vocabulary.consequences import CONSEQUENCES
from matching.domain.vocabulary.process import GuaranteeStatus, ProposalStatus, Verb
from matching.domain.vocabulary.receivers import WITHIN_COUNSELLING, Receiver
from matching.domain.word import Word

ALLOWED: Mapping[Receiver, Allowed] = MappingProxyType(
    {Receiver.UNIT: TO_THE_UNIT, Receiver.PERSON: TO_THE_PERSON, Receiver.TRAINING: TO_TRAINING, **OUTSIDE}
)
"""One list per receiver."""

_ENDED = "closed"
_COARSE: Mapping[GuaranteeStatus, str] = {
    GuaranteeStatus.REQUESTED: "requested",
    GuaranteeStatus.GRANTED: "granted",
    GuaranteeStatus.ACTIVE: "granted",  # else a place granted and not begun would tell of a no-show
    GuaranteeStatus.REFUSED: _ENDED,
    GuaranteeStatus.EXHAUSTED: _ENDED,
    GuaranteeStatus.EXPIRED: _ENDED,
    GuaranteeStatus.REVOKED: _ENDED,
}
_SHAREABLE = frozenset({"accept_reasons", "reject_reasons", "rule", "text", "good_idea"})


def leaving(word: Word, receiver: Receiver) -> dict[str, Any]:
    """What of a word may leave to a receiver, as JSON values; {} when for this receiver there is no such word."""
    name = name_of(word)
    allowed = ALLOWED[receiver].get(name, frozenset())
    if not allowed or not _exists_for(word, receiver):
        return {}
    if receiver is Receiver.PERSON:
        allowed -= _not_for_the_person(word)
    kept: dict[str, Any] = only(word.model_dump(mode="json"), allowed)
    if isinstance(word, PaymentGuarantee) and receiver not in WITHIN_COUNSELLING and "status" in kept:
        of_the_payer = receiver is Receiver.PAYER and word.status is not GuaranteeStatus.ACTIVE  # its own word
        kept["status"] = word.status.value if of_the_payer else _COARSE[word.status]
    return kept


def allowed_fields(name: str, receiver: Receiver) -> frozenset[str]:
    """The fields of a word, by its file name, that are on the list of a receiver; none when the word is not."""
    return ALLOWED[receiver].get(name, frozenset())


def stays(name: str, path: str) -> bool:
    """Whether a dotted field of a word is on the list of what leaves to nobody."""
    return name in WORDS_THAT_STAY or path in FIELDS_THAT_STAY.get(name, frozenset())


def only(value: Any, allowed: frozenset[str], path: str = "") -> Any:
    """The parts of a document that lie on allowed paths; lists keep their elements."""
    if isinstance(value, list):
        return [only(item, allowed, path) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {name: (f"{path}.{name}" if path else name) for name in value}
    return {
        name: only(value[name], allowed, below)
        for name, below in kept.items()
        if below in allowed or any(each.startswith(f"{below}.") for each in allowed)
    }


@cache
def _names() -> Mapping[type[BaseModel], str]:
    return {model: name for name in WORDS for model in models_of(name)}


def name_of(word: Word) -> str:
    """The file name of a word's contract; a word without one has no list either, so nothing of it leaves."""
    return _names().get(type(word), "")


def models_of(name: str) -> list[type[BaseModel]]:
    """The one model of a contract, or those of a union told apart by their kind."""
    return _models_in(WORDS[name].core_schema)


def _models_in(core: Any) -> list[type[BaseModel]]:
    while core["type"] not in {"model", "tagged-union"}:
        core = core["schema"]
    if core["type"] == "model":
        return [core["cls"]]
    return [model for choice in core["choices"].values() for model in _models_in(choice)]


def _exists_for(word: Word, receiver: Receiver) -> bool:
    """Whether a single word exists for a receiver to whom its kind of word may leave."""
    check = _CHECKS.get((type(word), receiver in WITHIN_COUNSELLING))
    return check is None or check(word, receiver)


def _is_agreed(word: Any, _: Receiver) -> bool:
    """A plan that lacks somebody's part would tell who does not agree."""
    return word.agreed_at is not None


def _may_teach(word: Any, receiver: Receiver) -> bool:
    """Reasons of capacity, payer, health or stale data never become labels, and what is put off is none."""
    if receiver is not Receiver.TRAINING:
        return True
    if "posting" in word.mandate_only:
        return False
    if not isinstance(word.step, Decision) or word.step.verb is Verb.ACCEPT:
        return True
    reasons = word.step.reject_reasons
    return word.step.verb is Verb.REJECT and bool(reasons) and all(CONSEQUENCES[each].trains_ranker for each in reasons)


def _is_theirs(word: Any, receiver: Receiver) -> bool:
    """A proposal outside counselling: to a payer and a provider the steps of their own side, else what was agreed.

    What the person has agreed to stays said, whatever came of it: a later state exists for nobody here. A posting in
    its head start never leaves.
    """
    if "posting" in word.mandate_only:
        return False
    match receiver:
        case Receiver.PAYER:
            return word.status in _ASKED and isinstance(word.step, PayerRequest | PayerDecision)
        case Receiver.PROVIDER:
            return word.status in _HOSTED and isinstance(word.step, ProviderMove | Start | End)
        case _:
            return word.status is ProposalStatus.CLIENT_ACCEPTED


_ASKED = OF_THE_PAYER | {ProposalStatus.WITHDRAWN}
_HOSTED = OF_THE_PROVIDER | OF_THE_PARTICIPANT | {ProposalStatus.WITHDRAWN}


def _not_for_the_person(word: Word) -> frozenset[str]:
    """What the person is not told of a step: a counsellor's reasons that are not to be shared, others' own words."""
    if isinstance(word, Proposal):
        return frozenset(f"step.{name}" for name in _not_for_the_person(word.step)) if word.step else frozenset()
    if isinstance(word, Decision):
        return frozenset() if word.shareable_with_person else _SHAREABLE
    others = isinstance(word, Step) and not isinstance(word, PersonAnswer)
    return frozenset({"text", "reason"}) if others else frozenset()


_CHECKS: Mapping[tuple[type[Word], bool], Callable[[Any, Receiver], bool]] = {
    (Plan, False): _is_agreed,
    (Proposal, False): _is_theirs,
    (Proposal, True): _may_teach,
}
"""By word and whether the receiver is within counselling."""
