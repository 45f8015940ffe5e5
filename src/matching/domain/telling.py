"""What tells which category of sensitive data: read wherever something is withheld, left out, marked or asked.

One place, so that no door lets pass what another keeps shut. What stands on no list here tells everything.
"""

from collections.abc import Mapping

from matching.domain.answer import RuleAnswer
from matching.domain.vocabulary.catalogue import PLACEMENT_OFFICES, SOCIAL_OFFICES, Institution
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import Barrier, DataCategory
from matching.domain.vocabulary.process import OutcomeKind
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.standing import Status

Told = frozenset[DataCategory]

NOTHING: Told = frozenset()
EVERYTHING: Told = frozenset(DataCategory)

_K = OutcomeKind

_HEALTH: Told = frozenset({DataCategory.HEALTH})
_DISABILITY: Told = frozenset({DataCategory.DISABILITY_INSURANCE})
_ASSISTANCE: Told = frozenset({DataCategory.SOCIAL_ASSISTANCE})
_UNEMPLOYMENT: Told = frozenset({DataCategory.UNEMPLOYMENT_INSURANCE})
_DEBT: Told = frozenset({DataCategory.DEBT})
_FAMILY: Told = frozenset({DataCategory.FAMILY})

BARRIER_CATEGORIES: Mapping[Barrier, DataCategory] = {
    Barrier.HEALTH: DataCategory.HEALTH,
    Barrier.DISABILITY: DataCategory.HEALTH,
    Barrier.FAMILY_CHILDCARE: DataCategory.FAMILY,
    Barrier.FINANCE_DEBT: DataCategory.DEBT,
}
"""Barriers that are sensitive data: usable with consent only, and never in a score."""

STATUS_CATEGORIES: Mapping[Status, Told] = {
    Status.RQTH: _HEALTH,
    Status.AAH: _HEALTH,
    Status.DI_CLAIM_OR_MEASURE: _DISABILITY | _HEALTH,
    Status.RI: _ASSISTANCE,
    Status.RSA: _ASSISTANCE,
    Status.ASS: _ASSISTANCE | _UNEMPLOYMENT,
    Status.SOCIAL_ASSISTANCE: _ASSISTANCE,
    Status.UI_ENTITLED: _UNEMPLOYMENT,
    Status.LONE_PARENT: _FAMILY,
}
"""What a status tells: a fact is withheld when any of its categories is."""

_BY_PAYER: Mapping[str, Told] = {
    "ac": _UNEMPLOYMENT,
    "di": _DISABILITY | _HEALTH,
    "vd": _ASSISTANCE,
    "ne": _ASSISTANCE,
    "ch": _ASSISTANCE,
    "fr": NOTHING,
    "other": NOTHING,
}
"""By the first part of a code. French measures are open to all who seek work; the IAE, too, without any RSA."""

MEASURE_CATEGORIES: Mapping[MeasureCode, Told] = {code: _BY_PAYER[code.partition("_")[0]] for code in MeasureCode}
"""What a measure tells of whoever was in it."""

TOLD_BY_MEASURES: Told = NOTHING.union(*MEASURE_CATEGORIES.values())
"""Where one of these is withheld a list of measures is never whole, whether or not something was taken from it."""

TELLING_REASONS: Mapping[RejectReason, DataCategory] = {
    RejectReason.HEALTH_CONSTRAINT: DataCategory.HEALTH,
    RejectReason.CHILDCARE_OR_FAMILY: DataCategory.FAMILY,
    RejectReason.DI_CLAIM_PENDING: DataCategory.DISABILITY_INSURANCE,
    RejectReason.DEBT_DISINCENTIVE: DataCategory.DEBT,
    RejectReason.RIGHT_EXHAUSTED: DataCategory.UNEMPLOYMENT_INSURANCE,
}
"""Reasons of a refusal that tell of sensitive data: told only to whoever may use that category."""

_IAE = (_K.IAE_DURABLE, _K.IAE_TRANSITION, _K.IAE_POSITIVE, _K.IAE_OTHER, _K.IAE_EXCLUDED)
_WORK = (_K.TRAINING_ENTRY, _K.UNSUBSIDISED_JOB_AT, _K.SUBSIDISED_JOB_AT, _K.ANY_JOB_1M, _K.SUSTAINED_JOB)
OUTCOME_CATEGORIES: Mapping[OutcomeKind, Told] = {
    **dict.fromkeys(OutcomeKind, EVERYTHING),
    **dict.fromkeys((_K.TAKE_UP, _K.DROPOUT, _K.CERTIFICATE, _K.SEARCH_INTENSITY, *_WORK, *_IAE), NOTHING),
    **dict.fromkeys((_K.BENEFIT_EXIT, _K.BENEFIT_AMOUNT), _ASSISTANCE),
    _K.REENTRY: _ASSISTANCE | _UNEMPLOYMENT,
}
"""What a later fact tells; why somebody dropped out tells everything. Stability is housing, debt and health."""

_NAMED_FOR: Mapping[DataCategory, frozenset[Institution]] = {
    DataCategory.UNEMPLOYMENT_INSURANCE: PLACEMENT_OFFICES | {Institution.FT},
    DataCategory.SOCIAL_ASSISTANCE: SOCIAL_OFFICES | {Institution.DEPT, Institution.SMIG, Institution.OCBE},
    DataCategory.DISABILITY_INSURANCE: frozenset({Institution.OAI}),
    DataCategory.HEALTH: frozenset({Institution.CAP_EMPLOI}),  # it serves people with a recognised disability
}
_NAMED_FOR_NOTHING = frozenset({Institution.MISSION_LOCALE, Institution.SIAE, Institution.ORGANISER})

INSTITUTION_CATEGORIES: Mapping[Institution, Told] = {
    institution: frozenset(category for category, named in _NAMED_FOR.items() if institution in named)
    or (NOTHING if institution in _NAMED_FOR_NOTHING else EVERYTHING)
    for institution in Institution
}
"""What an institution's name in a lead or a guarantee tells of the person."""

_ANSWER_CATEGORIES: Mapping[str, Told] = {
    "laci": _UNEMPLOYMENT,
    "oaci": _UNEMPLOYMENT,
    "laci_15_placement": _UNEMPLOYMENT | _HEALTH,
    "laci_60_placement": _UNEMPLOYMENT | _HEALTH,
    "lai": _DISABILITY | _HEALTH,
    "vd": _ASSISTANCE,
    "vd_uc_disability": _ASSISTANCE | _DISABILITY,
    "ne": _ASSISTANCE,
    "iae": _ASSISTANCE | _HEALTH,
    "cddi": NOTHING,
    "cdi": NOTHING,
    "immersion": NOTHING,
}

FIELD_CATEGORIES: Mapping[str, Told] = {
    "household": _FAMILY,
    "availability.work_pace_percent": _HEALTH,
    "restrictions": _HEALTH,
    "fitness": _HEALTH,
    "insurances.unemployment": _UNEMPLOYMENT,
    "insurances.assistance": _ASSISTANCE,
    "insurances.disability": _DISABILITY,
    "insurances.placement": _UNEMPLOYMENT | _HEALTH,
    "in_debt_enforcement": _DEBT,
    "past_measures.items.dropout_reason": EVERYTHING,  # illness, care of relatives, prison
    "insertion_france.iae_pass.prolongation": _HEALTH,
    "insertion_france.rsa": _ASSISTANCE,
    "insertion_france.rsa.fewer_hours_ground": _HEALTH | _FAMILY,
}
"""Fields of a file that tell, each with everything below it."""

TOLD_BY_ITEMS: Mapping[str, Told] = {
    "needs": frozenset(BARRIER_CATEGORIES.values()),
    "statuses": NOTHING.union(*STATUS_CATEGORIES.values()),
    "past_measures": TOLD_BY_MEASURES,
    "answers": EVERYTHING,
}
"""Lists of a file of which each item tells for itself, with all that one of them may tell."""

HARMLESS = frozenset(
    {
        "id",
        "unit",
        "birth_date",
        "residence",
        "permit",
        "languages",
        "education",
        "occupations",
        "skills",
        "availability.percent",
        "availability.schedules",
        "availability.start_from",
        "mobility",
        "pes_registration",
        "months_without_work",
        "self_employment_project",
        "objective",
        "project",
        "wishes",
        "consents",
        "withheld",
        "insertion_france.iae_pass.valid_from",
        "insertion_france.iae_pass.valid_to",
        "insertion_france.iae_pass.suspended_from",
        "insertion_france.iae_pass.suspended_to",
        "insertion_france.iae_pass.prolonged_to",
        "insertion_france.iae_diagnoses",
        "insertion_france.cddi_months",
    }
)
"""Fields that tell of no category, with everything below them."""


def told_by_field(path: str) -> Told:
    """What a dotted field of a file may tell, by what is above and below it; everything when it is on no list."""
    listed = {**dict.fromkeys(HARMLESS, NOTHING), **TOLD_BY_ITEMS, **FIELD_CATEGORIES}
    near = [told for field, told in listed.items() if _is_within(path, field) or _is_within(field, path)]
    return NOTHING.union(*near) if near else EVERYTHING


def told_by_answer(answer: RuleAnswer) -> Told:
    """What the answer to a rule tells, by its id or else the first part of it, and by the measure it is about."""
    by_rule = _ANSWER_CATEGORIES.get(answer.rule)
    if by_rule is None:
        by_rule = _ANSWER_CATEGORIES.get(answer.rule.partition("_")[0], EVERYTHING)
    return by_rule | (MEASURE_CATEGORIES[answer.code] if answer.code else NOTHING)


def _is_within(path: str, field: str) -> bool:
    return path == field or path.startswith(f"{field}.")
