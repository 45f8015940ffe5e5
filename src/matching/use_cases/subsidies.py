"""Wage subsidies that could support a vacancy: a subsidy is a card of its own and is named on the vacancy."""

import numpy as np

from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.vocabulary.catalogue import ContractKind
from matching.domain.vocabulary.measures import MeasureCode, MeasureForm
from matching.eligibility.assess import NOT_ELIGIBLE
from matching.snapshot.columns import among, position
from matching.use_cases.live import Live
from matching.use_cases.situation import Standing

_MOST_NAMED = 2
_FOR_LASTING_WORK = (MeasureCode.AC_AIT, MeasureCode.VD_ACIT)
_WEEKS_OF_A_YEAR = 52


def subsidies_for(live: Live, seen: Standing, option: AnyOpportunity) -> list[AnyOpportunity]:
    """The wage subsidies open to this person for a vacancy of the same country, surest ones first.

    The training allowance AFO supports an apprenticeship and nothing else. Source: LACI art. 66a, OACI art. 90a.
    AIT and ACIT need a contract without end or of twelve months. Source: LACI art. 65; ACIT stands in for AIT.
    """
    if not isinstance(option, Vacancy) or option.place is None:
        return []
    state = seen.assessment.state
    too_short = among(live.criteria.code, _FOR_LASTING_WORK) & (not _may_last(option))
    rows = np.flatnonzero(
        seen.visible
        & (state != NOT_ELIGIBLE)
        & ~too_short
        & (live.criteria.form == position(MeasureForm.WAGE_SUBSIDY))
        & (live.criteria.country == position(option.place.country))
        & ((live.criteria.code == position(MeasureCode.AC_AFO)) == (option.contract is ContractKind.APPRENTICESHIP))
    )
    surest = rows[np.argsort(-state[rows], kind="stable")]
    return [live.snapshot.option(int(row)) for row in surest[:_MOST_NAMED]]


def _may_last(job: Vacancy) -> bool:
    """Whether the contract may be one without end or of twelve months: what is not told is open."""
    if job.contract in {None, ContractKind.PERMANENT}:
        return True
    weeks = job.timing.max_weeks
    return job.contract is ContractKind.FIXED_TERM and (weeks is None or weeks >= _WEEKS_OF_A_YEAR)
