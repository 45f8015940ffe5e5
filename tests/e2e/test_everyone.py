"""Everybody at once is everybody one by one: the same rules and scores that their own counsellor would see."""

from datetime import datetime

import pytest

from matching.bootstrap import Service
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import Role
from matching.eligibility.assess import NOT_ELIGIBLE
from matching.storage.audit_entries import entries
from matching.storage.scope import NOBODY
from matching.use_cases.nightly.everyone import Everyone, everyone
from matching.use_cases.units import list_units
from matching.visibility.options import in_head_start


@pytest.fixture(scope="module")
def found(demo: Service) -> Everyone:
    at = datetime.fromisoformat("2026-11-25T08:00:00+01:00")
    return everyone(demo.workplace, viewer=LOCAL_VIEWER, at=at, about="test")


def test_each_has_what_their_own_counsellor_would_be_shown(demo: Service, found: Everyone) -> None:
    units = {unit.id: unit for unit in list_units(demo.workplace)}
    assert len(found.people) == len(found.files) == 12
    for number, file in enumerate(found.files):
        unit = units[file.profile.unit or ""]
        counsellor = Viewer(account="someone", role=Role.COUNSELLOR, institution=unit.institution, units=(unit.id,))
        shown = demo.recommend(file.profile.id, viewer=counsellor, at=found.at, limit=1000)
        at = slice(found.worth.starts[number], found.worth.starts[number + 1])
        ours = {
            found.live.snapshot.ids[row]: score
            for row, score in zip(found.worth.rows[at], found.worth.scores[at], strict=True)
        }
        assert len(ours) >= len(shown.cards) > 0  # a slate holds no more than two of one provider
        for card in shown.cards:
            assert ours[card.opportunity] == pytest.approx(card.score)
        assert found.open_to(number)[found.worth.rows[at]].all()


def test_postings_in_their_head_start_are_nobodys_at_night(found: Everyone) -> None:
    hidden = in_head_start(found.live.publication, found.at)
    assert hidden.any()
    assert (found.state[:, hidden] == NOT_ELIGIBLE).all()


def test_it_leaves_one_entry_and_where_nothing_is_ranked_nothing_is_scored(demo: Service, found: Everyone) -> None:
    with demo.workplace.database.read(NOBODY) as connection:
        before = len(list(entries(connection)))
    rules = everyone(demo.workplace, viewer=LOCAL_VIEWER, at=found.at, about="gaps", ranked=False)
    with demo.workplace.database.read(NOBODY) as connection:
        assert len(list(entries(connection))) == before + 1
    assert rules.worth.starts.tolist() == [0] * 13
    assert (rules.state == found.state).all()
    assert (rules.resting == found.resting).all()
