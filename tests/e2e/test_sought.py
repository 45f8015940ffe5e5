"""A list that is asked for less holds less, and nothing else: by kind, by distance, by conditions met."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.bootstrap import Service
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.errors import InvalidInputError

PEOPLE = ("p01-amelie", "p05-esma", "p06-francois")
MOST = 100


@settings(max_examples=15, deadline=None)
@given(
    person=st.sampled_from(PEOPLE),
    kinds=st.sets(st.sampled_from(OpportunityKind), min_size=1),
    within=st.one_of(st.none(), st.integers(1, 60)),
    certain=st.booleans(),
)
def test_what_is_sought_is_all_there_is(
    demo: Service, at: datetime, person: str, kinds: set[OpportunityKind], within: int | None, *, certain: bool
) -> None:
    profile = person_of(demo, person, at)
    slate = demo.recommend(
        profile, viewer=LOCAL_VIEWER, at=at, kinds=kinds, within_km=within, certain=certain, limit=MOST
    )
    whole = demo.recommend(profile, viewer=LOCAL_VIEWER, at=at, limit=MOST)
    assert set(slate.sought.kinds) == kinds
    assert (slate.sought.within_km, slate.sought.certain) == (within, certain)
    assert slate.considered <= whole.considered
    for card in slate.cards:
        assert card.kind in kinds
        assert within is None or card.distance_km is None or card.distance_km <= within + 0.05
        assert not certain or card.eligibility.state == "eligible"
    told = {card.opportunity: card.score for card in whole.cards}
    again = [card for card in slate.cards if card.opportunity in told]
    assert [card.score for card in again] == pytest.approx(
        [told[card.opportunity] for card in again], abs=1e-4
    )  # of single precision


def test_a_place_that_is_not_known_stays(demo: Service, at: datetime) -> None:
    profile = person_of(demo, PEOPLE[0], at)
    near = demo.recommend(profile, viewer=LOCAL_VIEWER, at=at, within_km=1, limit=MOST)
    nowhere = profile.model_copy(update={"residence": None})
    unknown = demo.recommend(nowhere, viewer=LOCAL_VIEWER, at=at, within_km=1, limit=MOST)
    anywhere = demo.recommend(nowhere, viewer=LOCAL_VIEWER, at=at, limit=MOST)
    assert near.considered < anywhere.considered
    assert [card.opportunity for card in unknown.cards] == [card.opportunity for card in anywhere.cards]


def test_an_empty_list_says_that_the_filter_asks_for_it(demo: Service, at: datetime) -> None:
    abroad = Profile.model_validate({"id": "p-1", "residence": {"country": "ch", "region": "TI", "postcode": "6900"}})
    answer = demo.recommend(abroad, viewer=LOCAL_VIEWER, at=at, kinds=[OpportunityKind.PLACEMENT], certain=True)
    assert answer.cards == ()
    assert "filtre" in str(answer.empty_because)


@pytest.mark.parametrize("within", [0, -1, 501])
def test_a_distance_that_is_none_is_refused(demo: Service, counsellor: Viewer, at: datetime, within: int) -> None:
    with pytest.raises(InvalidInputError, match="de 1 à 500 km"):
        demo.recommend(PEOPLE[0], viewer=counsellor, at=at, within_km=within)


def person_of(demo: Service, person: str, at: datetime) -> Profile:
    """The person as a profile handed over, so that nothing is written down."""
    profile: Profile = demo.show_profile(person, viewer=LOCAL_VIEWER, at=at).profile
    return profile
