"""A payment guarantee: the paying institution's word, before the start, that it will pay."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import GuaranteeStatus
from matching.domain.word import Identifier, Text, Word, about
from matching.errors import ConflictError, Said

_S = GuaranteeStatus

TRANSITIONS: Mapping[GuaranteeStatus, frozenset[GuaranteeStatus]] = {
    _S.REQUESTED: frozenset({_S.GRANTED, _S.REFUSED}),
    _S.GRANTED: frozenset({_S.ACTIVE, _S.EXPIRED, _S.REVOKED}),
    _S.ACTIVE: frozenset({_S.EXHAUSTED, _S.EXPIRED, _S.REVOKED}),
    _S.REFUSED: frozenset(),
    _S.EXHAUSTED: frozenset(),
    _S.EXPIRED: frozenset(),
    _S.REVOKED: frozenset(),
}
"""What may follow what; a state without successors is final. Source: Optima (LU), Kostengutsprache before the start."""

OF_THE_PAYER = frozenset({_S.GRANTED, _S.REFUSED, _S.REVOKED, _S.EXHAUSTED})
"""States that the paying institution gives its word to; a start is recorded, and the last day passes by itself."""
_STEPS: Mapping[GuaranteeStatus, str] = {
    _S.REQUESTED: "par qui accompagne la personne",
    _S.GRANTED: "par l'institution qui paie",
    _S.REFUSED: "par l'institution qui paie",
    _S.ACTIVE: "par qui accompagne la personne, au début",
    _S.EXHAUSTED: "par l'institution qui paie",
    _S.EXPIRED: "d'elle-même après son dernier jour",
    _S.REVOKED: "par l'institution qui paie",
}
"""Who does the step into a state."""


class PaymentGuarantee(Word):
    """One guarantee for one person and one option or kind of measure, addressed to one paying institution."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    opportunity: Annotated[Identifier | None, about("Option it is for.", "own:lu-berufliche-integration")] = None
    code: Annotated[MeasureCode | None, about("Kind of measure it is for.", "ch_as_professional")] = None
    payer: Annotated[Institution, about("Institution that is to pay.", "social_commune")]
    requested_by: Annotated[Identifier, about("Account that asked.", "demo")]
    requested_for: Annotated[Institution | None, about("Institution of that account.", "uc")] = None
    amount: Annotated[int | None, about("At most, in whole units of the currency.", 4800, ge=0)] = None
    currency: Annotated[Literal["CHF", "EUR"] | None, about("Currency.", "CHF")] = None
    valid_from: Annotated[date, about("First day it covers.", "2026-12-01")]
    valid_to: Annotated[date, about("Last day it covers.", "2027-02-28")]
    status: Annotated[GuaranteeStatus, about("State as last recorded.", "requested")]
    started_on: Annotated[date | None, about("Day the measure began under it.", "2026-12-07")] = None
    reason: Annotated[Text | None, about("Reason or conditions.", "Pour trois mois")] = None

    def status_on(self, day: date) -> GuaranteeStatus:
        """The state on a day, without anybody writing it down: past its last day it has expired, before its start it
        is still only granted.
        """
        if self.status in {_S.GRANTED, _S.ACTIVE} and day > self.valid_to:
            return _S.EXPIRED
        if self.status is _S.ACTIVE and self.started_on is not None and day < self.started_on:
            return _S.GRANTED
        return self.status

    def answers_on(self, day: date) -> tuple[GuaranteeStatus, ...]:
        """What the paying institution may answer on a day, in the order of the list."""
        return tuple(one for one in GuaranteeStatus if one in TRANSITIONS[self.status_on(day)] & OF_THE_PAYER)

    def covers(self, day: date) -> bool:
        """Whether a day lies in its period."""
        return self.valid_from <= day <= self.valid_to

    def moved_to(self, status: GuaranteeStatus, on: date, **changes: object) -> "PaymentGuarantee":
        """The guarantee in its next state; ConflictError, with what is allowed, when that does not follow on a day."""
        now = self.status_on(on)
        if status not in TRANSITIONS[now]:
            follow = [one for one in GuaranteeStatus if one in TRANSITIONS[now]]
            steps = [Said("{step} ({how})", step=one, how=Said(_STEPS[one])) for one in follow]
            raise ConflictError(
                "Cette garantie est {now} ; elle ne peut pas devenir {wanted}. Permis ensuite : {steps}.",
                now=now,
                wanted=status,
                steps=steps or Said("plus rien, c'est un état final"),
            )
        return self.model_copy(update={"status": status, **changes})
