"""A few decisions through the real service: nothing is refused, and the store holds what the simulator says."""

from contextlib import closing
from pathlib import Path

import pytest

from matching.bootstrap import open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.domain.vocabulary.catalogue import Institution
from matching.errors import ConflictError
from matching.settings import Settings
from matching_training.simulate.through_service import play, settle
from matching_training.simulate.world import World


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
        assert not service.verify_audit(viewer=LOCAL_VIEWER, at=office.moment(3_000)).findings
        with pytest.raises(ConflictError, match="contient déjà"):
            settle(service, world)
