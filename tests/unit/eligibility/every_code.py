"""An option of every code, every kind of French social enterprise and every legal limit."""

from matching.domain.opportunity import AnyOpportunity, Measure, Place, Placement, Timing, Vacancy
from matching.domain.vocabulary.catalogue import ContractKind, SiaeKind
from matching.domain.vocabulary.measures import MeasureCode, MeasureForm, MeasureType
from matching.domain.vocabulary.situation import Country
from matching.eligibility.rules.durations import LIMITS

EVERY_CODE: list[AnyOpportunity] = [
    *(
        Measure(id=f"own:{code}", title=code.fr, form=MeasureForm.ACTIVITY, type=MeasureType.COACHING, code=code)
        for code in MeasureCode
    ),
    *(
        Placement(id=f"own:long-{code}", title=code.fr, code=code, timing=Timing(max_weeks=400))
        for limit in LIMITS
        for code in limit.codes
    ),
    *(Placement(id=f"own:{kind}", title=kind.fr, code=MeasureCode.FR_IAE, siae_kind=kind) for kind in SiaeKind),
    *(
        Placement(id=f"own:{kind}-{contract}", title=kind.fr, siae_kind=kind, contract=contract)
        for kind in SiaeKind
        for contract in (ContractKind.CDDI, ContractKind.PERMANENT)
    ),
    Vacancy(id="own:vacancy", title="Poste", place=Place(country=Country.CH)),
]
