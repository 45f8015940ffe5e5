"""What follows from a reason of rejection: whose it is, whether it teaches the ranker, what it asks for next."""

from dataclasses import dataclass

from matching.domain.vocabulary.reasons import AfterReason, RejectReason
from matching.domain.vocabulary.step_reasons import ProviderRefusal, Side


@dataclass(frozen=True)
class Consequence:
    """What a reason means: whose it is, whether it teaches the ranker, what it asks for next, days the option rests.

    Constraints and needs never teach: they become facts of the file, never an input of a score. Capacity, payer and
    stale data say nothing of the person. None as days: no fixed date.
    """

    side: Side
    trains_ranker: bool
    then: AfterReason
    cool_off_days: int | None = None


_PERSON, _PROVIDER, _PAYER = Side.PERSON, Side.PROVIDER, Side.PAYER
_COUNSELLOR, _DATA = Side.COUNSELLOR, Side.DATA
_T = AfterReason

CONSEQUENCES: dict[RejectReason, Consequence] = {
    RejectReason.NOT_REACHABLE: Consequence(_PERSON, trains_ranker=False, then=_T.TODO, cool_off_days=30),
    RejectReason.NO_SHOW_INTERVIEW: Consequence(_PERSON, trains_ranker=False, then=_T.TODO),
    RejectReason.FOUND_JOB: Consequence(_PERSON, trains_ranker=False, then=_T.CLOSE),
    RejectReason.IN_TRAINING: Consequence(_PERSON, trains_ranker=False, then=_T.UNTIL_DATE),
    RejectReason.IN_OTHER_MEASURE: Consequence(_PERSON, trains_ranker=False, then=_T.UNTIL_DATE),
    RejectReason.NOT_INTERESTED: Consequence(_PERSON, trains_ranker=True, then=_T.COOL_OFF, cool_off_days=60),
    RejectReason.NOT_NOW: Consequence(_PERSON, trains_ranker=False, then=_T.UNTIL_DATE),
    RejectReason.TOO_LATE: Consequence(_DATA, trains_ranker=False, then=_T.NONE),
    RejectReason.HEALTH_CONSTRAINT: Consequence(_PERSON, trains_ranker=False, then=_T.UNTIL_REASSESSED),
    RejectReason.CHILDCARE_OR_FAMILY: Consequence(_PERSON, trains_ranker=False, then=_T.UNTIL_CHANGED),
    RejectReason.AVAILABILITY_TOO_LOW: Consequence(_PERSON, trains_ranker=False, then=_T.UNTIL_CHANGED),
    RejectReason.TOO_FAR: Consequence(_PERSON, trains_ranker=False, then=_T.UNTIL_CHANGED),
    RejectReason.HOURS_UNREACHABLE: Consequence(_PERSON, trains_ranker=False, then=_T.UNTIL_CHANGED),
    RejectReason.LANGUAGE_LEVEL: Consequence(_PROVIDER, trains_ranker=True, then=_T.UNTIL_CHANGED),
    RejectReason.DIGITAL_LEVEL: Consequence(_PROVIDER, trains_ranker=True, then=_T.SUGGEST_GAP_MEASURE),
    RejectReason.LACKING_SKILLS: Consequence(_PROVIDER, trains_ranker=True, then=_T.SUGGEST_GAP_MEASURE),
    RejectReason.LACKING_CREDENTIAL: Consequence(_PROVIDER, trains_ranker=True, then=_T.SUGGEST_GAP_MEASURE),
    RejectReason.PERIPHERAL_OBSTACLE: Consequence(_PERSON, trains_ranker=False, then=_T.SUGGEST_OBSTACLE_MEASURE),
    RejectReason.NOT_ELIGIBLE: Consequence(_PAYER, trains_ranker=False, then=_T.UNTIL_REASSESSED),
    RejectReason.WRONG_PAYER: Consequence(_PAYER, trains_ranker=False, then=_T.UNTIL_REASSESSED),
    RejectReason.RIGHT_EXHAUSTED: Consequence(_PAYER, trains_ranker=False, then=_T.UNTIL_REASSESSED),
    RejectReason.ELIGIBILITY_UNPROVEN: Consequence(_PAYER, trains_ranker=False, then=_T.ASK_DOCUMENT),
    RejectReason.PAYER_REFUSED: Consequence(_PAYER, trains_ranker=False, then=_T.NONE),
    RejectReason.FULL: Consequence(_PROVIDER, trains_ranker=False, then=_T.UNTIL_PLACE),
    RejectReason.POSITION_FILLED: Consequence(_PROVIDER, trains_ranker=False, then=_T.CLOSE_OPTION),
    RejectReason.NO_ANSWER_FROM_PROVIDER: Consequence(_PROVIDER, trains_ranker=False, then=_T.PROVIDER_RESPONSIVENESS),
    RejectReason.PROVIDER_CHANGED_OR_CANCELLED: Consequence(_PROVIDER, trains_ranker=False, then=_T.CLOSE_OPTION),
    RejectReason.TOO_FEW_PARTICIPANTS: Consequence(_PROVIDER, trains_ranker=False, then=_T.NONE),
    RejectReason.ALREADY_TRIED: Consequence(_PERSON, trains_ranker=True, then=_T.COOL_OFF, cool_off_days=365),
    RejectReason.DUPLICATE: Consequence(_DATA, trains_ranker=False, then=_T.MERGE),
    RejectReason.WRONG_OR_STALE_RECORD: Consequence(_DATA, trains_ranker=False, then=_T.CATALOGUE_TODO),
    RejectReason.BELOW_THE_PERSON: Consequence(_COUNSELLOR, trains_ranker=True, then=_T.COOL_OFF, cool_off_days=60),
    RejectReason.NEEDS_MORE_SUPPORT_FIRST: Consequence(_COUNSELLOR, trains_ranker=True, then=_T.STEP_BEFORE),
    RejectReason.DISCRIMINATION_RISK: Consequence(_COUNSELLOR, trains_ranker=False, then=_T.FLAG_PROVIDER),
    RejectReason.LOCK_IN_RISK: Consequence(_COUNSELLOR, trains_ranker=True, then=_T.NONE),
    RejectReason.JOB_PROSPECT_NEAR: Consequence(_COUNSELLOR, trains_ranker=False, then=_T.NONE),
    RejectReason.NOT_IN_PROJECT: Consequence(_COUNSELLOR, trains_ranker=True, then=_T.NONE),
    RejectReason.DI_CLAIM_PENDING: Consequence(_PAYER, trains_ranker=False, then=_T.UNTIL_CHANGED),
    RejectReason.DEBT_DISINCENTIVE: Consequence(_PERSON, trains_ranker=False, then=_T.UNTIL_CHANGED),
    RejectReason.QUALITY_DOUBT: Consequence(_COUNSELLOR, trains_ranker=False, then=_T.REVIEW),
    RejectReason.COST: Consequence(_PAYER, trains_ranker=False, then=_T.NONE),
    RejectReason.BETTER_ALTERNATIVE: Consequence(_COUNSELLOR, trains_ranker=True, then=_T.NONE),
    RejectReason.COUNSELLOR_OTHER_STRATEGY: Consequence(_COUNSELLOR, trains_ranker=True, then=_T.NONE),
    RejectReason.PERSON_WITHDREW_CONSENT: Consequence(_PERSON, trains_ranker=False, then=_T.STOP),
    RejectReason.OTHER: Consequence(_DATA, trains_ranker=False, then=_T.REVIEW),
}

_ALSO: dict[ProviderRefusal, RejectReason] = {
    ProviderRefusal.DID_NOT_COME: RejectReason.NOT_REACHABLE,
    ProviderRefusal.DID_NOT_COME_TO_INTERVIEW: RejectReason.NO_SHOW_INTERVIEW,
    ProviderRefusal.HIRED_ELSEWHERE: RejectReason.FOUND_JOB,
    ProviderRefusal.TRAINING: RejectReason.IN_TRAINING,
    ProviderRefusal.NON_ELIGIBLE: RejectReason.NOT_ELIGIBLE,
    ProviderRefusal.NOT_MOBILE: RejectReason.TOO_FAR,
    ProviderRefusal.NOT_INTERESTED: RejectReason.NOT_INTERESTED,
    ProviderRefusal.LACKING_SKILLS: RejectReason.LACKING_SKILLS,
    ProviderRefusal.INCOMPATIBLE: RejectReason.PERIPHERAL_OBSTACLE,
    ProviderRefusal.NO_POSITION: RejectReason.FULL,
    ProviderRefusal.DUPLICATE: RejectReason.DUPLICATE,
    ProviderRefusal.OTHER: RejectReason.OTHER,
}
CONSEQUENCES_OF_REFUSAL: dict[ProviderRefusal, Consequence] = {
    **{refusal: CONSEQUENCES[reason] for refusal, reason in _ALSO.items()},
    ProviderRefusal.PREVENT_OBJECTIVES: Consequence(_PROVIDER, trains_ranker=False, then=_T.NONE),
}
"""What a provider's refusal means: the same as the counsellor's reason of that meaning."""

FACTS_BEHIND: dict[RejectReason, tuple[str, ...]] = {
    RejectReason.HEALTH_CONSTRAINT: ("restrictions",),
    RejectReason.CHILDCARE_OR_FAMILY: ("household", "needs"),
    RejectReason.AVAILABILITY_TOO_LOW: ("availability",),
    RejectReason.TOO_FAR: ("residence", "mobility"),
    RejectReason.HOURS_UNREACHABLE: ("availability", "household", "mobility"),
    RejectReason.LANGUAGE_LEVEL: ("languages",),
}
"""Reasons that are constraints, with the fields of the file behind them: the option rests until one of them changes."""
