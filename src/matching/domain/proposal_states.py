"""The states of a proposal as one table: what may follow what, and who does it.

A proposal binds nobody: no state here is an order of an authority, and nothing in the service follows from a no.
"""

from collections.abc import Mapping

from matching.domain.vocabulary.process import ProposalStatus, Verb
from matching.domain.vocabulary.step_reasons import ReasonStep
from matching.errors import ConflictError, Said

_S = ProposalStatus

OF_THE_PAYER = frozenset({_S.PAYER_REQUESTED, _S.PAYER_GRANTED, _S.PAYER_REFUSED})
OF_THE_PROVIDER = frozenset({_S.REQUESTED, _S.WAITING_LIST, _S.INVITED, _S.ADMITTED, _S.PROVIDER_REFUSED})
OF_THE_PARTICIPANT = frozenset({_S.STARTED, _S.NO_SHOW, _S.COMPLETED, _S.DROPPED_OUT})

_MINDS = frozenset({_S.CLIENT_DECLINED, _S.WITHDRAWN, _S.EXPIRED})
"""What is open to whoever said yes, until the start: the person may think again, the office may close it."""

_BEGINS = frozenset({_S.STARTED, _S.NO_SHOW})

TRANSITIONS: Mapping[ProposalStatus, frozenset[ProposalStatus]] = {
    _S.DRAFT: frozenset({_S.SHOWN}),
    _S.SHOWN: frozenset({_S.ACCEPTED, _S.REJECTED, _S.DEFERRED}),
    _S.ACCEPTED: frozenset({_S.ACCEPTED, _S.CLIENT_ACCEPTED, _S.REJECTED, _S.DEFERRED}) | _MINDS,
    _S.REJECTED: frozenset({_S.ACCEPTED, _S.DEFERRED, _S.WITHDRAWN}),
    _S.DEFERRED: frozenset({_S.ACCEPTED, _S.REJECTED, _S.WITHDRAWN, _S.EXPIRED}),
    _S.CLIENT_ACCEPTED: frozenset({_S.PAYER_REQUESTED, _S.REQUESTED}) | _BEGINS | _MINDS,
    _S.CLIENT_DECLINED: frozenset({_S.CLIENT_ACCEPTED, _S.WITHDRAWN, _S.EXPIRED}),
    _S.PAYER_REQUESTED: frozenset({_S.PAYER_GRANTED, _S.PAYER_REFUSED}) | _MINDS,
    _S.PAYER_GRANTED: frozenset({_S.PAYER_REFUSED}) | OF_THE_PROVIDER | _BEGINS | _MINDS,
    _S.PAYER_REFUSED: frozenset({_S.PAYER_REQUESTED}) | _MINDS,
    _S.REQUESTED: frozenset({_S.WAITING_LIST, _S.INVITED, _S.ADMITTED, _S.PROVIDER_REFUSED, _S.PAYER_REQUESTED})
    | _MINDS,
    _S.WAITING_LIST: frozenset({_S.INVITED, _S.ADMITTED, _S.PROVIDER_REFUSED, _S.PAYER_REQUESTED}) | _MINDS,
    _S.INVITED: frozenset({_S.WAITING_LIST, _S.ADMITTED, _S.PROVIDER_REFUSED, _S.PAYER_REQUESTED}) | _MINDS,
    _S.ADMITTED: frozenset({_S.PROVIDER_REFUSED, _S.PAYER_REQUESTED}) | _BEGINS | _MINDS,
    _S.PROVIDER_REFUSED: frozenset({_S.REQUESTED}) | _MINDS,
    _S.STARTED: frozenset({_S.COMPLETED, _S.DROPPED_OUT}),
    _S.NO_SHOW: frozenset({_S.STARTED, _S.REQUESTED}) | _MINDS,
    _S.COMPLETED: frozenset(),
    _S.DROPPED_OUT: frozenset(),
    _S.EXPIRED: frozenset(),
    _S.WITHDRAWN: frozenset(),
}
"""What may follow what; a state without successors is final.

A counsellor may think again until the person has answered, or take any decision back (withdrawn), the person until the
start; whoever thinks it over leaves the state as it is. The payer may be asked before the provider or after.
"""

UNDER_WAY = frozenset(
    {
        *(_S.ACCEPTED, _S.DEFERRED, _S.CLIENT_ACCEPTED, _S.PAYER_REQUESTED, _S.PAYER_GRANTED, _S.REQUESTED),
        *(_S.WAITING_LIST, _S.INVITED, _S.ADMITTED, _S.STARTED),
    }
)
"""States of an option that is pursued, or waits, for a person: it goes on there and is not proposed a second time."""

BEFORE_THE_LOG = frozenset({_S.DRAFT, _S.SHOWN})
"""States that no step is written for: the slate itself is what was shown."""

_WHO: Mapping[ProposalStatus, str] = {
    **dict.fromkeys((_S.ACCEPTED, _S.REJECTED, _S.DEFERRED), "par qui prescrit"),
    **dict.fromkeys((_S.CLIENT_ACCEPTED, _S.CLIENT_DECLINED), "par la personne"),
    **dict.fromkeys((_S.PAYER_REQUESTED, _S.REQUESTED, _S.WITHDRAWN, _S.EXPIRED), "par qui accompagne la personne"),
    **dict.fromkeys((_S.PAYER_GRANTED, _S.PAYER_REFUSED), "par l'institution qui paie"),
    **dict.fromkeys((_S.WAITING_LIST, _S.INVITED, _S.ADMITTED, _S.PROVIDER_REFUSED), "par le prestataire"),
    **dict.fromkeys(OF_THE_PARTICIPANT, "par le prestataire ou qui accompagne la personne"),
    **dict.fromkeys(BEFORE_THE_LOG, "par le service"),
}
"""Who does the step into a state."""

STEP_OF_VERB: Mapping[Verb, ReasonStep] = {
    Verb.ACCEPT: ReasonStep.ACCEPT,
    Verb.REJECT: ReasonStep.REJECT,
    Verb.DEFER: ReasonStep.DEFER,
}


def refuse_wrong_step(now: ProposalStatus, wanted: ProposalStatus, *, told: ProposalStatus | None = None) -> None:
    """ConflictError, with the state and what is allowed next, when a step does not follow.

    `told` is the state as whoever asks may know it; then only the steps of their own side are named.
    """
    if wanted in TRANSITIONS[now]:
        return
    allowed = TRANSITIONS[now]
    if told is not None and told is not now:
        allowed &= _SAME_SIDE.get(wanted, frozenset())
    raise ConflictError(
        "Cette proposition en est à « {now} » ; « {wanted} » ne peut pas suivre ; permis ensuite : {steps}.",
        now=told or now,
        wanted=wanted,
        steps=in_words(allowed),
    )


def following(now: ProposalStatus, side: frozenset[ProposalStatus]) -> tuple[ProposalStatus, ...]:
    """What may follow a state among the steps of one side, in the order of the list."""
    return tuple(one for one in ProposalStatus if one in TRANSITIONS[now] & side)


def in_words(allowed: frozenset[ProposalStatus]) -> list[Said]:
    """Some states that may follow, each with who does the step into it."""
    steps = [Said("« {step} » ({who})", step=one, who=Said(_WHO[one])) for one in ProposalStatus if one in allowed]
    return steps or [Said("plus rien")]


_SAME_SIDE: Mapping[ProposalStatus, frozenset[ProposalStatus]] = {
    **dict.fromkeys(OF_THE_PAYER, OF_THE_PAYER),
    **dict.fromkeys(OF_THE_PROVIDER | OF_THE_PARTICIPANT, OF_THE_PROVIDER | OF_THE_PARTICIPANT),
}
