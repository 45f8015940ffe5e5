"""The full circle on one store: recommend, decide, outcomes, snapshot, train, promote, and the ranking has changed.

What ranks at first is a ranker with its acceptance upside down: decisions under it teach one that puts it right. Beside
the shipped baseline so few decisions would teach too little, and the gate would say so.
"""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

pytest.importorskip("interpret", reason="needs the extra [train]: make training")
pytest.importorskip("mlflow", reason="needs the extra [train]: make training")

from tests.e2e.rankers import upside_down

from matching.bootstrap import open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import Evidence
from matching.errors import ConflictError
from matching.ranking.manifest import Basis
from matching.ranking.registry import read_version, write_version
from matching.settings import Settings
from matching.storage.scope import NOBODY
from matching.storage.trainings import trained_here
from matching_training.evaluate.fairness.copied import take_protected
from matching_training.log.files import save_log, save_tables
from matching_training.log.snapshot import take_snapshot
from matching_training.release.tracking import default_uri
from matching_training.release.training import Recipe, train
from matching_training.simulate.scenario import Scenario, open_scenario
from matching_training.simulate.through_service import Office, play, settle
from matching_training.simulate.world import build_world

pytestmark = pytest.mark.filterwarnings("ignore:The ``noload`` loader strategy")  # mlflow on SQLAlchemy 2.1

DECISIONS = 450
MONTHS_LATER = 1500
"""Days after which every outcome at twelve months is stated that ever will be."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A canton in a store, with months of work under the ranker that is wrong."""
    told = {
        "name": "circle",
        "title": "Un tour complet",
        "people": {"count": 100},
        "options": {"vacancies": 45, "measures": 20, "placements": 5},
        "counsellors": {"count": 12, "ignoring": 0.0, "trust": 0.0, "habits": 0.2, "other_reasons": 0.0},
        "min_gain": -5,
        "slate": 8,
    }
    world = build_world(Scenario.model_validate(open_scenario("tiny").model_dump() | told))
    with closing(open_service(Settings(data_dir=tmp_path / "store", min_gain=-5))) as service:
        office = settle(service, world)
        write_version(
            service.workplace.rankers.root,
            upside_down(),
            basis=Basis(evidence=Evidence.NONE),
            encoder=service.workplace.encoder.version,
            made_at=office.moment(0),
            card="Turned round for a test.",
        )
        service.promote("upside-down", viewer=LOCAL_VIEWER, at=office.moment(0))
        play(office, decisions=DECISIONS)
        assert sum(office.refused.values()) < DECISIONS / 50, office.refused  # what is under way is not decided twice
        yield office


def shown(office: Office) -> list[list[str]]:
    viewer, at = office.viewer(0, Institution.UC), office.moment(MONTHS_LATER)
    slates = [office.service.recommend(one.id, viewer=viewer, at=at) for one in office.world.people.profiles[:10]]
    return [[card.opportunity for card in slate.cards] for slate in slates]


def test_what_was_decided_changes_what_is_shown_once_a_person_says_so(office: Office, tmp_path: Path) -> None:
    service, at = office.service, office.moment(MONTHS_LATER)
    log = take_snapshot(service, viewer=LOCAL_VIEWER, until=at, at=at)
    assert log.decisions >= DECISIONS - sum(office.refused.values())
    about = {"evidence": "simulated", "encoder": service.workplace.encoder.version}
    save_log(log, tmp_path / "log", about=about)
    protected = take_protected(service, viewer=LOCAL_VIEWER, at=at)
    save_tables({"protected": protected.table}, tmp_path / "protected", about={})
    uri = default_uri(tmp_path)

    unfair = train(service, Recipe(tmp_path / "log", version="unfair"), viewer=LOCAL_VIEWER, at=at, uri=uri)
    assert "fairness" in [one.name for one in unfair.gate.conditions if one.passed is None]
    with pytest.raises(ConflictError, match="L'équité est inconnue"):
        service.promote("unfair", viewer=LOCAL_VIEWER, at=at)

    root = service.workplace.rankers.root
    with service.workplace.database.read(NOBODY) as connection:
        assert trained_here(connection) == {"unfair": read_version(root, "unfair").digest}
    recipe = Recipe(tmp_path / "log", tmp_path / "protected", version="learned")
    trained = train(service, recipe, viewer=LOCAL_VIEWER, at=at, uri=uri)
    assert "exposure" in set(trained.tables["Fairness: what was judged"]["subject"])
    said = trained.tables["Fairness: what was found"]["finding"].tolist()
    assert "Sexe : inconnu de toutes, aucun écart ne peut être vu." in said
    assert any(sentence.startswith("Emploi : sur ") for sentence in said)
    assert "Titres au féminin et au masculin : 40 paires notées, aucun score ne change." in said
    assert "Nom ajouté : 32 paires notées, aucun score ne change." in said
    assert trained.gate.passed, trained.gate.reasons
    counted = {each.version: each.n for each in service.models().rankers if each.n is not None}
    assert counted == dict.fromkeys(("unfair", "learned"), 5 * round(log.decisions / 5)), "to the nearest five"
    before = shown(office)
    service.promote("learned", viewer=LOCAL_VIEWER, at=at + timedelta(hours=1))
    after = shown(office)
    assert before != after
    service.rollback(viewer=LOCAL_VIEWER, at=at + timedelta(hours=2))
    assert shown(office) == before
