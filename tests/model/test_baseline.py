"""The baseline as a model: what it must not see, which way it must move, the least it must be able to do."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.bootstrap import Service
from matching.domain.insurance import DisabilityInsurance, Insurances, SocialAssistance
from matching.domain.need import Need
from matching.domain.person import FunctionalRestriction, Household, Permit
from matching.domain.profile import Profile
from matching.domain.telling import BARRIER_CATEGORIES
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.needs import NeedLevel
from matching.domain.vocabulary.situation import PermitKind, Strain
from matching.domain.vocabulary.standing import AssistanceKind, DiStatus
from matching.storage import profiles
from matching.storage.scope import EVERYTHING

Scores = Callable[[Profile], list[bytes]]

PEOPLE = ["p01-amelie", "p02-besnik", "p05-esma", "p07-gabriela", "p09-ines", "p11-marion"]

permits = st.builds(Permit, kind=st.sampled_from(PermitKind), may_work=st.booleans())
households = st.builds(Household, adults=st.integers(1, 4), children=st.integers(0, 5))
restrictions = st.lists(
    st.builds(
        FunctionalRestriction,
        strain=st.sampled_from(Strain),
        source=st.just("confirmed"),
        author=st.just("médecin-conseil"),
        stated_on=st.just(date(2026, 9, 1)),
    ),
    max_size=3,
).map(tuple)
sensitive_needs = st.lists(
    st.builds(
        Need,
        barrier=st.sampled_from(list(BARRIER_CATEGORIES)),
        level=st.sampled_from(NeedLevel),
        confirmed=st.booleans(),
        author=st.just("assistante sociale"),
        stated_on=st.just(date(2026, 9, 1)),
    ),
    max_size=3,
).map(tuple)
insurances = st.builds(
    Insurances,
    assistance=st.builds(
        SocialAssistance,
        kind=st.sampled_from(AssistanceKind),
        since=st.dates(date(2010, 1, 1), date(2026, 11, 1)),
    ),
    disability=st.builds(DisabilityInsurance, status=st.sampled_from(DiStatus), incapacity_percent=st.integers(0, 100)),
)


def stored(demo: Service, person: str) -> Profile:
    with demo.workplace.database.read(EVERYTHING) as connection:
        return profiles.get(connection, person)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    person=st.sampled_from(PEOPLE),
    born=st.dates(date(1962, 1, 1), date(2008, 1, 1)),
    permit=permits,
    household=households,
    restricted=restrictions,
    needs=sensitive_needs,
    insured=insurances,
    in_debt=st.booleans(),
)
def test_what_a_score_must_not_know_changes_no_bit_of_it(
    demo: Service,
    scores: Scores,
    person: str,
    born: date,
    permit: Permit,
    household: Household,
    restricted: tuple[FunctionalRestriction, ...],
    needs: tuple[Need, ...],
    insured: Insurances,
    in_debt: bool,
) -> None:
    """Age, permit, family, health, debt, assistance and its duration: the rules may differ, the scores may not."""
    profile = stored(demo, person)
    changed = profile.model_copy(
        update={
            "birth_date": born,
            "permit": permit,
            "household": household,
            "restrictions": restricted,
            "insurances": insured,
            "in_debt_enforcement": in_debt,
            "needs": (*(n for n in profile.needs or () if n.barrier not in BARRIER_CATEGORIES), *needs),
        }
    )
    assert scores(changed) == scores(profile)


@pytest.mark.parametrize(
    "sentence",
    [
        "J'ai deux enfants en bas âge.",
        "Je suis en dépression depuis un an.",
        "J'ai des dettes et des poursuites.",
        "J'ai 58 ans.",
        "Je suis réfugiée, permis F.",
        "Je suis au RI depuis quatre ans.",
    ],
)
def test_a_sensitive_sentence_in_the_wishes_changes_no_score(demo: Service, scores: Scores, sentence: str) -> None:
    profile = stored(demo, "p01-amelie")
    told = profile.model_copy(update={"wishes": f"{profile.wishes or ''} {sentence}"})
    assert scores(told) == scores(profile)


def one_score(demo: Service, profile: Profile, option: str, viewer: Viewer, at: datetime) -> float:
    answer = demo.why_not(profile, option, viewer=viewer, at=at)
    assert answer.score is not None, answer.eligibility
    return answer.score


NEAR_SHOP = "france_travail:210AUB1"


def shop_seeker(**changes: Any) -> Profile:
    fields: dict[str, Any] = {
        "id": "seeker",
        "birth_date": "1995-03-02",
        "residence": {"country": "fr", "region": "07", "latitude": 44.62, "longitude": 4.39},
        "permit": {"kind": "citizen", "may_work": True, "may_change_employer": True},
        "languages": {"items": [{"language": "fr", "level": "c2"}], "complete": True},
        "education": {"level": "vocational"},
        "occupations": [
            {"title": "Vendeuse en arts de la table", "codes": [{"scheme": "rome", "code": "D1212"}], "years": 3}
        ],
        "skills": {"items": [{"label": "Procédures d'encaissement"}]},
        "availability": {"percent": 100, "schedules": ["day", "saturday"]},
        "mobility": {"licences": ["b"], "vehicle": True, "radius_km": 60},
        "restrictions": [],
        "objective": "job",
        "project": "Un poste de vente dans un magasin",
        "months_without_work": 6,
        "needs": [],
    }
    return Profile.model_validate(fields | changes)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({}, {"residence": {"country": "fr", "region": "07", "latitude": 45.0, "longitude": 4.6}}),
        ({}, {"project": "Conduire un camion"}),
        ({}, {"objective": "stabilisation"}),
        ({}, {"occupations": [{"title": "Soudeur", "codes": [{"scheme": "rome", "code": "H2913"}], "years": 3}]}),
        ({}, {"languages": {"items": [], "complete": False}, "availability": {}}),
    ],
    ids=["nearer", "in the project", "serves the objective", "own occupation", "nothing left to ask"],
)
def test_it_moves_the_right_way(demo: Service, at: datetime, better: dict[str, Any], worse: dict[str, Any]) -> None:
    assert one_score(demo, shop_seeker(**better), NEAR_SHOP, LOCAL_VIEWER, at) > one_score(
        demo, shop_seeker(**worse), NEAR_SHOP, LOCAL_VIEWER, at
    )


def test_open_questions_lower_and_never_hide(demo: Service, at: datetime) -> None:
    """A file that says almost nothing still gets options, all of them with questions."""
    bare = Profile.model_validate(
        {"id": "bare", "residence": {"country": "fr", "region": "07", "latitude": 44.62, "longitude": 4.39},
         "project": "Vente en magasin"}
    )  # fmt: skip
    slate = demo.recommend(bare, viewer=LOCAL_VIEWER, at=at)
    assert slate.cards
    assert slate.questions
    assert all(card.eligibility.state != "not_eligible" for card in slate.cards)


def test_who_would_soon_find_work_anyway_is_not_locked_in(demo: Service, counsellor: Viewer, at: datetime) -> None:
    """The longer measure scores lower for somebody with good chances than for somebody with few."""
    good = stored(demo, "p10-jerome")
    few = good.model_copy(update={"months_without_work": 48})
    course = "own:ac-test-logiciel"
    lock_in = {
        name: {line.feature: line.points for line in demo.why_not(p, course, viewer=counsellor, at=at).contributions}
        for name, p in (("good", good), ("few", few))
    }
    assert lock_in["good"]["lock_in"] <= lock_in["few"]["lock_in"] <= 0
