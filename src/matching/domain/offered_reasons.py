"""Which reasons may be given: the lists differ by kind of option and by step, and what is on none is refused.

Source: reasons differ by kind and step in les-emplois, Dora and mulighetsrommet; which of them suits which kind of
option here is the house's own choice.
"""

from collections.abc import Mapping, Sequence

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.step_reasons import AcceptReason, DropoutReason, ProviderRefusal, ReasonStep
from matching.errors import InvalidInputError, Said

_K, _S, _A, _R, _P, _D = OpportunityKind, ReasonStep, AcceptReason, RejectReason, ProviderRefusal, DropoutReason

_ONLY_WITH_A_PAYER = frozenset({_R.WRONG_PAYER, _R.RIGHT_EXHAUSTED, _R.PAYER_REFUSED, _R.COST, _R.LOCK_IN_RISK})
_ONLY_OF_MEASURES = frozenset({_R.TOO_FEW_PARTICIPANTS})
_ONLY_OF_JOBS = frozenset({_R.POSITION_FILLED})
_ONLY_WITH_A_WAGE = frozenset({_R.DEBT_DISINCENTIVE, _R.NO_SHOW_INTERVIEW})

_NOT_FOR: Mapping[OpportunityKind, frozenset[RejectReason]] = {
    _K.VACANCY: _ONLY_WITH_A_PAYER | _ONLY_OF_MEASURES | {_R.FULL, _R.QUALITY_DOUBT, _R.ELIGIBILITY_UNPROVEN},
    _K.MEASURE: _ONLY_OF_JOBS | _ONLY_WITH_A_WAGE,
    _K.PLACEMENT: _ONLY_OF_JOBS | _ONLY_OF_MEASURES,
}

_OF_THE_PERSON = frozenset(
    {
        *(_R.FOUND_JOB, _R.IN_TRAINING, _R.IN_OTHER_MEASURE, _R.NOT_INTERESTED, _R.NOT_NOW, _R.HEALTH_CONSTRAINT),
        *(_R.CHILDCARE_OR_FAMILY, _R.AVAILABILITY_TOO_LOW, _R.TOO_FAR, _R.HOURS_UNREACHABLE, _R.LANGUAGE_LEVEL),
        *(_R.DIGITAL_LEVEL, _R.PERIPHERAL_OBSTACLE, _R.ALREADY_TRIED, _R.BELOW_THE_PERSON, _R.DISCRIMINATION_RISK),
        *(_R.JOB_PROSPECT_NEAR, _R.NOT_IN_PROJECT, _R.DEBT_DISINCENTIVE, _R.QUALITY_DOUBT, _R.COST),
        *(_R.BETTER_ALTERNATIVE, _R.PERSON_WITHDREW_CONSENT, _R.OTHER),
    }
)
"""What a person may say themselves: nothing of payers, places or records, which are not theirs to know."""

_TO_WAIT_FOR = frozenset(
    {
        *(_R.NOT_REACHABLE, _R.IN_TRAINING, _R.IN_OTHER_MEASURE, _R.NOT_NOW, _R.HEALTH_CONSTRAINT, _R.TOO_FAR),
        *(_R.CHILDCARE_OR_FAMILY, _R.AVAILABILITY_TOO_LOW, _R.LANGUAGE_LEVEL, _R.DIGITAL_LEVEL, _R.LACKING_SKILLS),
        *(_R.LACKING_CREDENTIAL, _R.PERIPHERAL_OBSTACLE, _R.ELIGIBILITY_UNPROVEN, _R.FULL, _R.TOO_FEW_PARTICIPANTS),
        *(_R.NO_ANSWER_FROM_PROVIDER, _R.NEEDS_MORE_SUPPORT_FIRST, _R.JOB_PROSPECT_NEAR, _R.DI_CLAIM_PENDING),
        _R.OTHER,
    }
)
"""What may pass with time: reasons to defer."""

_ACCEPT_NOT_FOR: Mapping[OpportunityKind, frozenset[AcceptReason]] = {
    _K.VACANCY: frozenset({_A.NEAR_FIRST_MARKET, _A.CLARIFIES_CAPACITY}),
    _K.MEASURE: frozenset(),
    _K.PLACEMENT: frozenset(),
}
_REFUSE_NOT_FOR: Mapping[OpportunityKind, frozenset[ProviderRefusal]] = {
    _K.VACANCY: frozenset({_P.PREVENT_OBJECTIVES}),
    _K.MEASURE: frozenset(),
    _K.PLACEMENT: frozenset(),
}
_LEAVE_NOT_FOR: Mapping[OpportunityKind, frozenset[DropoutReason]] = {
    _K.VACANCY: frozenset({_D.RIGHT_ENDED}),
    _K.MEASURE: frozenset(),
    _K.PLACEMENT: frozenset(),
}

_OPTION: Mapping[OpportunityKind, str] = {
    _K.VACANCY: "un emploi",
    _K.MEASURE: "une mesure",
    _K.PLACEMENT: "une place en entreprise sociale",
}
_TO_DO: Mapping[ReasonStep, str] = {
    _S.ACCEPT: "retenir",
    _S.REJECT: "refuser",
    _S.DEFER: "mettre en attente",
    _S.DECLINE: "décliner",
    _S.PROVIDER_REFUSE: "que le prestataire refuse",
    _S.DROP_OUT: "quitter",
}


def offered(kind: OpportunityKind, step: ReasonStep) -> tuple[ClosedList, ...]:
    """The reasons that may be given for one kind of option at one step, in the order of their list."""
    fitting = tuple(reason for reason in _R if reason not in _NOT_FOR[kind])
    match step:
        case ReasonStep.ACCEPT:
            return tuple(reason for reason in _A if reason not in _ACCEPT_NOT_FOR[kind])
        case ReasonStep.REJECT:
            return fitting
        case ReasonStep.DEFER:
            return tuple(reason for reason in fitting if reason in _TO_WAIT_FOR)
        case ReasonStep.DECLINE:
            return tuple(reason for reason in fitting if reason in _OF_THE_PERSON)
        case ReasonStep.PROVIDER_REFUSE:
            return tuple(reason for reason in _P if reason not in _REFUSE_NOT_FOR[kind])
        case ReasonStep.DROP_OUT:
            return tuple(reason for reason in _D if reason not in _LEAVE_NOT_FOR[kind])


def refuse_unoffered(kind: OpportunityKind, step: ReasonStep, codes: Sequence[str], *, text: str | None) -> None:
    """InvalidInputError, with the list, when a reason is not on it, is given twice, or is "other" without words."""
    allowed = offered(kind, step)
    for code in codes:
        if code not in allowed:
            raise InvalidInputError(
                "« {code} » n'est pas un motif pour {doing} {option} ; motifs possibles : {reasons}.",
                code=code,
                doing=Said(_TO_DO[step]),
                option=Said(_OPTION[kind]),
                reasons=[Said("{code} = {reason}", code=reason.value, reason=reason) for reason in allowed],
            )
    if len(set(codes)) < len(codes):
        raise InvalidInputError("Un motif est indiqué deux fois ; le garder une fois.")
    if "other" in codes and not (text or "").strip():
        raise InvalidInputError("Le motif « autre » se dit en mots ; ajouter un texte.")
