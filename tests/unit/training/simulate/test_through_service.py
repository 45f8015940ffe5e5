"""A few decisions through the real service: nothing is refused, and the store holds what the simulator says."""

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from matching.bootstrap import open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.domain.vocabulary.catalogue import Institution
from matching.errors import ConflictError
from matching.settings import Settings
from matching_training.log.snapshot import take_snapshot
from matching_training.log.tables import Log
from matching_training.simulate.scenario import Scenario
from matching_training.simulate.through_service import play, settle, simulate_through
from matching_training.simulate.world import World


def counts(log: Log) -> dict[tuple[str, str], float]:
    """How many might have been proposed, by slate and kind."""
    assert log.eligible is not None
    told: dict[tuple[str, str], float] = log.eligible.set_index(["slate", "kind"])["eligible"].to_dict()
    return told


def test_the_store_holds_what_the_simulator_says(world: World, tmp_path: Path) -> None:
    with closing(open_service(Settings(data_dir=tmp_path))) as service:
        office = settle(service, world)
        state = play(office, decisions=12)
        assert not office.refused
        assert state.decided >= 12
        log = state.log()
        decided = log.shown[log.shown["verb"].notna()]
        stored = {}
        for counsellor in range(world.scenario.counsellors.count):
            viewer = office.viewer(counsellor, Institution.UC)
            for person in sorted(set(decided.loc[decided["counsellor"] == counsellor, "person"])):
                profile = world.people.profiles[person - world.first].id
                for entry in service.proposals_of(profile, viewer=viewer, at=office.moment(3_000)):
                    stored[entry.word.recommendation, entry.word.opportunity] = entry.word.status.value
        told = {(row.slate, row.option): row.status for row in decided.itertuples()}
        assert {key: stored[key] for key in told} == told
        over = office.moment(3_000)
        snapshot = take_snapshot(service, viewer=LOCAL_VIEWER, until=over, at=over)
        number_of = service.learning_log(viewer=LOCAL_VIEWER, until=over, at=over).number_of
        assert counts(snapshot) == {(str(number_of(slate)), kind): n for (slate, kind), n in counts(log).items()}
        assert snapshot.offers is not None
        assert log.offers is not None
        pd.testing.assert_frame_equal(snapshot.offers, log.offers)
        assert not service.verify_audit(viewer=LOCAL_VIEWER, at=office.moment(3_000)).findings
        with pytest.raises(ConflictError, match="contient déjà"):
            settle(service, world)


def test_a_demo_goes_on_where_a_canton_that_is_over_left_its_past(tiny: Scenario, tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "store")
    past = tiny.model_copy(update={"begin": date(2024, 6, 3), "over": True})
    log = simulate_through(past, settings, tmp_path / "out", decisions=12)
    assert log.decisions >= 12
    at = datetime(2026, 11, 16, 8, tzinfo=UTC)
    with closing(open_service(settings)) as service:
        demo = service.run_demo(at=at)
        shown = service.recommend(demo.person, viewer=demo.viewer, at=at)
        assert shown.cards
        assert not any(card.opportunity.startswith("sim:") for card in shown.cards)
        assert take_snapshot(service, viewer=LOCAL_VIEWER, until=at, at=at).decisions == log.decisions
        assert not service.verify_audit(viewer=LOCAL_VIEWER, at=at).findings
