"""Free places: only what is offered and has one, one's own canton first, each once whatever the page."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.bootstrap import Service
from matching.domain.opportunity import AnyOpportunity, Measure, Placement
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import CapacityStatus, OpportunityKind
from matching.domain.vocabulary.measures import MeasureForm
from matching.domain.vocabulary.process import Role
from matching.errors import ForbiddenError
from matching.working_days.swiss_time import swiss_day

MOST = 10_000


def test_every_one_has_a_free_place_and_none_is_left_out(demo: Service, counsellor: Viewer, at: datetime) -> None:
    on = swiss_day(at)
    found = demo.free_seats(viewer=counsellor, at=at, limit=MOST)
    listed = {option.id for option in found.options}
    assert len(listed) == len(found.options) > 20
    unknown = 0
    for option in demo.list_options(viewer=counsellor, at=at, limit=MOST):
        seated = isinstance(option, Placement) or (isinstance(option, Measure) and option.form is MeasureForm.ACTIVITY)
        over = option.valid_to is not None and option.valid_to < on
        begun = option.valid_from is None or option.valid_from <= on
        if not seated or over or not begun:
            assert option.id not in listed
            continue
        status, by_start = option.capacity.status, option.sessions_from(on)
        if by_start:
            assert (option.id in listed) is any(each.free_places for each in by_start)
        elif status is CapacityStatus.UNKNOWN and option.capacity.free_places is None:
            unknown += 1
            assert option.id not in listed
        else:
            assert (option.id in listed) is (status not in {CapacityStatus.FULL, CapacityStatus.WAITING_LIST})
    assert found.unknown == unknown > 0


def test_ones_own_territory_stands_first(demo: Service, at: datetime) -> None:
    viewer = demo.viewer("demo-ssr")
    regions = [
        option.place.region if option.place else None
        for option in demo.free_seats(viewer=viewer, at=at, limit=MOST).options
    ]
    assert regions[0] == "NE"
    assert "NE" not in regions[regions.count("NE") :]
    assert len(set(regions)) > 3


@given(limit=st.integers(1, 30), kinds=st.sets(st.sampled_from(OpportunityKind)))
def test_pages_are_the_list(
    demo: Service, counsellor: Viewer, at: datetime, limit: int, kinds: set[OpportunityKind]
) -> None:
    whole = demo.free_seats(viewer=counsellor, at=at, kinds=kinds, limit=MOST).options
    paged: list[AnyOpportunity] = []
    skip, more = 0, True
    while more:
        page = demo.free_seats(viewer=counsellor, at=at, kinds=kinds, limit=limit, skip=skip)
        paged += page.options
        skip, more = skip + limit, page.more
    assert paged == list(whole)
    assert {option.kind for option in whole} <= {"measure", "placement"} & {kind.value for kind in kinds}


def test_a_territory_keeps_its_own_alone(demo: Service, counsellor: Viewer, at: datetime) -> None:
    everywhere = demo.free_seats(viewer=counsellor, at=at, limit=MOST)
    assert {"CH-VD", "CH-NE", "FR-54"} <= set(everywhere.territories)
    counted = 0
    for territory in everywhere.territories:
        there = demo.free_seats(viewer=counsellor, at=at, territory=territory, limit=MOST).options
        assert {f"{one.place.country.value.upper()}-{one.place.region}" for one in there if one.place} == {territory}
        counted += len(there)
    assert counted == sum(bool(one.place and one.place.region) for one in everywhere.options)
    assert demo.free_seats(viewer=counsellor, at=at, territory="CH-ZZ", limit=MOST).options == ()


def test_what_is_over_is_not_offered(demo: Service, counsellor: Viewer, at: datetime) -> None:
    far = at + timedelta(days=4000)
    listed = demo.free_seats(viewer=counsellor, at=far, limit=MOST).options
    assert all(option.valid_to is None or option.valid_to >= far.date() for option in listed)


@pytest.mark.parametrize("role", [Role.PAYER, Role.PROVIDER, Role.PROGRAMME_MANAGER])
def test_who_looks_for_nobody_is_refused(demo: Service, counsellor: Viewer, at: datetime, role: Role) -> None:
    with pytest.raises(ForbiddenError):
        demo.free_seats(viewer=Viewer(account="x", role=role), at=at, limit=1)
