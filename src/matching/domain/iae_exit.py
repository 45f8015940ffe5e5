"""What an exit from the IAE counts as, by what it leads to: durable job, transition or positive, never mixed up.

"Sortie positive" is the third group alone; the word for all three is "sortie dynamique". That a contract was signed, a
minimum stayed and the structure left, which an exit takes to count at all, is for whoever records it: the minimum and
the exits that are excluded were not found. Source: communaute.inclusion, les sorties dynamiques dans l'IAE.
"""

from matching.domain.opportunity import AnyOpportunity, Measure
from matching.domain.vocabulary.catalogue import SIAE, ContractKind
from matching.domain.vocabulary.measures import MeasureType
from matching.domain.vocabulary.process import OutcomeKind

_MONTHS = 6
_FOR_GOOD = (ContractKind.PERMANENT, ContractKind.SELF_EMPLOYED)
_FOR_A_TIME = (ContractKind.FIXED_TERM, ContractKind.TEMPORARY_AGENCY)


def exit_kind(into: AnyOpportunity, months: float | None = None) -> OutcomeKind | None:
    """The group of an exit into an option; `months` of the contract signed, where it is for a time. None is unknown.

    A job in another SIAE is positive whatever its contract, and a CDDI is one wherever it stands. Exactly six months,
    and contracts that the text does not name, are unknown.
    """
    if into.siae_kind in SIAE or (into.siae_kind is None and into.contract is ContractKind.CDDI):
        return OutcomeKind.IAE_POSITIVE
    if isinstance(into, Measure):
        return OutcomeKind.IAE_POSITIVE if into.type is MeasureType.VOCATIONAL_TRAINING else None
    if into.contract in _FOR_GOOD:
        return OutcomeKind.IAE_DURABLE
    if into.contract in _FOR_A_TIME and months is not None and months != _MONTHS:
        return OutcomeKind.IAE_DURABLE if months > _MONTHS else OutcomeKind.IAE_TRANSITION
    is_ordinary = into.siae_kind is None
    return OutcomeKind.IAE_TRANSITION if is_ordinary and into.contract is ContractKind.SUBSIDISED else None
