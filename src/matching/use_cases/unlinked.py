"""Measures of the disability insurance stay open where nothing known speaks for them, and are not proposed."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.measures import MeasureCode
from matching.eligibility.rules.disability import has_a_link
from matching.snapshot.columns import among
from matching.use_cases.live import Live

_OF_THE_DI = tuple(code for code in MeasureCode if code.value.startswith("di_"))


def unlinked(live: Live, person: Profile, on: date, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """(n,) bool of some rows: measures of that insurance where no procedure and no impairment is known.

    They stay open and their question is asked, but nothing that is known speaks for proposing them. Source: LAI
    art. 7d for early intervention; all others follow a claim.
    """
    if has_a_link(person, on) is Truth.MET:
        return np.zeros(len(rows), dtype=np.bool_)
    return among(live.criteria.code[rows], _OF_THE_DI)
