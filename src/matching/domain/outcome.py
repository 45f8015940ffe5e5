"""What became of a proposal months later. Absent means unknown, never failure."""

from collections.abc import Mapping
from typing import Annotated, Literal

from matching.domain.vocabulary.process import OutcomeKind
from matching.domain.vocabulary.step_reasons import DropoutReason
from matching.domain.word import Identifier, Moment, Word, about

Months = Literal[1, 3, 6, 12, 24, 36]

_K = OutcomeKind

HORIZONS: Mapping[OutcomeKind, frozenset[int]] = {
    _K.TAKE_UP: frozenset({1}),
    _K.DROPOUT: frozenset(),
    _K.CERTIFICATE: frozenset(),
    _K.TRAINING_ENTRY: frozenset({3, 6}),
    _K.UNSUBSIDISED_JOB_AT: frozenset({3, 6, 12, 24, 36}),
    _K.SUBSIDISED_JOB_AT: frozenset({3, 6, 12, 24, 36}),
    _K.ANY_JOB_1M: frozenset({6, 12}),
    _K.SUSTAINED_JOB: frozenset({6, 12}),
    _K.BENEFIT_EXIT: frozenset({6, 12, 24}),
    _K.BENEFIT_AMOUNT: frozenset({6, 12, 24}),
    _K.REENTRY: frozenset({12}),
    _K.STABILITY: frozenset({6}),
    _K.SEARCH_INTENSITY: frozenset({1, 3, 6, 12, 24, 36}),
    _K.IAE_DURABLE: frozenset(),
    _K.IAE_TRANSITION: frozenset(),
    _K.IAE_POSITIVE: frozenset(),
    _K.IAE_OTHER: frozenset(),
    _K.IAE_EXCLUDED: frozenset(),
}
"""Months from the start at which a fact is looked at; none for what is known when it happens.

Source: definitions and horizons of the field (start, not end); a subsidised job at the horizons of an unsubsidised one.
"""

WITH_AN_AMOUNT = frozenset({_K.BENEFIT_AMOUNT, _K.SEARCH_INTENSITY})
"""Facts that are an amount or a count."""


class Outcome(Word):
    """A later fact. Absent means unknown, never failure."""

    proposal: Annotated[Identifier, about("Proposal.", "proposals-01J")]
    kind: Annotated[OutcomeKind, about("Which fact.", "unsubsidised_job_at")]
    months: Annotated[Months | None, about("Months from the start.", 12)] = None
    holds: Annotated[bool | None, about("It holds; absent is unknown.", True)] = None
    amount: Annotated[float | None, about("Amount or count, where the fact is one.", 1200.0, ge=0)] = None
    dropout_reason: Annotated[DropoutReason | None, about("Why it was left.", "found_job")] = None
    stated_at: Annotated[Moment, about("Stated at.", "2027-11-21T08:00:00+01:00")]
    source: Annotated[Literal["counsellor", "person", "provider", "register"], about("Who says so.", "register")]
