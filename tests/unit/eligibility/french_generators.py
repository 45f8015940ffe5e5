"""Invented French pathways: acts close to the day, so that their edges are often met."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from tests.unit.eligibility.french_law_by_hand import LEVEL_1, LEVEL_2

from matching.domain.criteria import Criteria
from matching.domain.insertion_france import IaeDiagnosis, InsertionFrance, PassIae, RsaPathway
from matching.domain.insurance import Insurances, SocialAssistance, StatusFact
from matching.domain.opportunity import AnyOpportunity, Placement, Timing, Vacancy
from matching.domain.person import Education
from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import ContractKind, Institution, SiaeKind
from matching.domain.vocabulary.insertion_france import DiagnosisAuthor, HoursGround, PassProlongation
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.situation import EducationLevel
from matching.domain.vocabulary.standing import AssistanceKind, FrTrack

ON = date(2026, 11, 23)
"""The same day as in the other generators."""


def edges(*days_before: int) -> st.SearchStrategy[date]:
    """Days before the day, and their neighbours."""
    return st.builds(
        lambda before, beside: ON - timedelta(days=before - beside),
        st.sampled_from(days_before),
        st.integers(-1, 1),
    )


def at_times(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), st.none(), strategy)


passes = st.builds(
    PassIae,
    valid_from=edges(-10, 30, 365, 730, 900),
    valid_to=at_times(edges(0, 40, -300)),
    suspended_from=at_times(edges(0, 60)),
    suspended_to=at_times(edges(0, 20)),
    prolonged_to=at_times(edges(0, -90)),
    prolongation=st.none() | st.sampled_from(PassProlongation),
)
diagnoses = st.lists(
    st.builds(
        IaeDiagnosis,
        by=st.sampled_from(DiagnosisAuthor),
        made_on=edges(-5, 0, 92, 184, 400),
        eligible=st.booleans(),
    ),
    max_size=3,
    unique_by=lambda each: (each.by, each.made_on),
).map(tuple)
pathways = st.builds(
    InsertionFrance,
    iae_pass=at_times(passes),
    iae_diagnoses=st.just(()) | diagnoses,
    cddi_months=st.none() | st.sampled_from([0, 19, 20, 21, 24, 59, 60]),
    rsa=at_times(
        st.builds(
            RsaPathway,
            requested_on=at_times(edges(0, 42)),
            oriented_on=at_times(edges(100, 200)),
            hours_per_week=st.none() | st.sampled_from([0.0, 7.5, 15.0]),
            fewer_hours_asked_on=at_times(edges(10)),
            fewer_hours_ground=st.none() | st.sampled_from(HoursGround),
        )
    ),
)


acts = st.one_of(
    st.builds(InsertionFrance, iae_pass=passes),
    st.builds(InsertionFrance, iae_diagnoses=diagnoses),
    pathways,
)
people = st.builds(
    Profile,
    id=st.just("p-1"),
    birth_date=st.none()
    | st.builds(
        lambda age, days: date(ON.year - age, 11, 23 + days), st.sampled_from([25, 26, 50, 57]), st.integers(0, 1)
    ),
    education=st.none() | st.builds(Education, level=st.sampled_from([EducationLevel.NONE, EducationLevel.UNIVERSITY])),
    insurances=st.builds(
        Insurances,
        assistance=st.none()
        | st.builds(
            SocialAssistance,
            kind=st.sampled_from([None, AssistanceKind.NONE, AssistanceKind.RSA, AssistanceKind.RSA]),
            fr_track=st.none() | st.sampled_from(FrTrack),
        ),
    ),
    statuses=st.lists(
        st.builds(StatusFact, status=st.sampled_from([*LEVEL_1, *LEVEL_2]), holds=st.booleans()),
        unique_by=lambda fact: fact.status,
        max_size=5,
    ).map(tuple),
    insertion_france=st.none() | acts,
)
"""People of France, known by little else than what the French rules read."""

FRENCH_OPTIONS: list[AnyOpportunity] = [
    *(
        Placement(
            id=f"own:{kind}-{contract}-{hours}-{itself}",
            title="Place",
            code=code,
            siae_kind=kind,
            contract=contract,
            prescribers=(Institution.FT, *([Institution.SIAE] if itself else [])),
            timing=Timing(hours_per_week=hours),
        )
        for kind in (None, *SiaeKind)
        for code, contract, hours in (
            (MeasureCode.FR_IAE, None, None),
            (MeasureCode.OTHER, ContractKind.PERMANENT, 20),
            *((MeasureCode.FR_IAE, ContractKind.CDDI, hours) for hours in (None, 19.5, 20, 35, 35.5)),
        )
        for itself in (True, False)
    ),
    *(
        Vacancy(id=f"own:{kind}", title="Poste", siae_kind=kind, contract=ContractKind.CDDI)
        for kind in (None, SiaeKind.ACI, SiaeKind.GEIQ)
    ),
    *(
        Vacancy(id=f"own:{track}", title="Poste", criteria=Criteria(fr_tracks=(track, FrTrack.SOCIAL)))
        for track in FrTrack
    ),
]
"""Every kind of structure and contract, at the edges of hours, prescribed by itself or not; and every track."""


def without_overriding_acts(profile: Profile) -> Profile:
    """The person without a PASS or a refusal that overrides what criteria say: unrecorded, such acts are not made."""
    pathway = profile.insertion_france
    if pathway is None:
        return profile
    kept = tuple(each for each in pathway.iae_diagnoses if each.eligible)
    held = pathway.iae_pass
    if held is not None:
        lasting = {"valid_to": None, "suspended_from": None, "suspended_to": None, "prolonged_to": None}
        recent = max(held.valid_from, ON - timedelta(days=600))
        held = held.model_copy(update={**lasting, "valid_from": recent})
    pathway = pathway.model_copy(update={"iae_diagnoses": kept, "iae_pass": held})
    return profile.model_copy(update={"insertion_france": pathway})
