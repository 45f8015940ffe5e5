"""Whether one of the payers of an option can be the person's: most errors of the field are errors about which.

For codes without an entry rule of their own, where Swiss insurance or assistance alone would pay. Who pays is stated
then, wherever the option takes place: one whose place nobody knows is asked all the same, one in France is not. Source:
decision table of who finances what; LACI art. 59 ff. for AC.
"""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import Payer
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Country
from matching.domain.vocabulary.standing import DiStatus, Status
from matching.eligibility.facts import disability, holds, masks_of
from matching.eligibility.kleene import Truths, any_of
from matching.eligibility.rule import Facts, Rule
from matching.eligibility.rules.unemployment import entitled_to_training_or_employment
from matching.snapshot.columns import CriteriaColumns, bits, members, position

_CODES = (
    MeasureCode.CH_AS_LANGUAGE,
    MeasureCode.CH_AS_SOCIAL,
    MeasureCode.CH_AS_PROFESSIONAL,
    MeasureCode.NE_ISP,
    MeasureCode.NE_ESO,
    MeasureCode.NE_CASE_MANAGEMENT,
    MeasureCode.OTHER,
)
_BOUND_TO_A_RIGHT = bits([Payer.AC, Payer.AS_CANTON, Payer.AS_COMMUNE, Payer.DI])


def one_payer_is_the_persons(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """One of the payers answers for this person."""
    return any_of(columns.payers, *payer_masks(profile, on))


def payer_masks(profile: Profile, on: date) -> tuple[int, int]:
    """The masks (met, unknown) of the payers who answer for the person."""
    assisted = holds(profile, Status.SOCIAL_ASSISTANCE, on)
    truths = {
        Payer.AC: entitled_to_training_or_employment(profile, on),
        Payer.AS_CANTON: assisted,
        Payer.AS_COMMUNE: assisted,
        Payer.DI: _disability_insurance(profile),
    }
    return masks_of((position(payer), truth) for payer, truth in truths.items())


def _disability_insurance(profile: Profile) -> Truth:
    status = disability(profile).status
    if status is DiStatus.MEASURE:
        return Truth.MET
    return Truth.NOT_MET if status in (DiStatus.NONE, DiStatus.CLAIM_REFUSED) else Truth.UNKNOWN


def _all_payers_are_bound(columns: CriteriaColumns) -> NDArray[np.bool_]:
    swiss = (columns.payers != 0) & ((columns.payers & ~np.uint32(_BOUND_TO_A_RIGHT)) == 0)
    bound: NDArray[np.bool_] = swiss & (columns.country != position(Country.FR))
    return bound


def _says(_profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return Facts({"asked": members(Payer, row.payers[0])})


RULES = (
    Rule(
        id="payer",
        subject="payer",
        asks=Asks.PAYER,
        test=one_payer_is_the_persons,
        concerns=_all_payers_are_bound,
        codes=_CODES,
        says=_says,
    ),
)
