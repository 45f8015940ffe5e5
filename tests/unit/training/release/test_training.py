"""What cannot end well is refused before any work, and leaves nothing behind."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("interpret", reason="needs the extra [train]: make training")
pytest.importorskip("mlflow", reason="needs the extra [train]: make training")

import pandas as pd
from tests.unit.training.release.builder import empty_log

from matching.bootstrap import Service, open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.domain.vocabulary.process import Evidence
from matching.errors import ConflictError, InvalidInputError, MatchingError
from matching.ranking.manifest import Basis
from matching.ranking.registry import open_baseline, versions_in, write_version
from matching.settings import Settings
from matching_training.log.files import save_log
from matching_training.release import training
from matching_training.release.tracking import TrackingError, default_uri
from matching_training.release.training import Recipe, train

pytestmark = pytest.mark.filterwarnings("ignore:The ``noload`` loader strategy")  # mlflow on SQLAlchemy 2.1


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A service in which any fit would be a failure."""

    def no_work(*_: Any, **__: Any) -> None:
        pytest.fail("it began to fit")

    monkeypatch.setattr(training, "fit_ranker", no_work)
    with closing(open_service(Settings(data_dir=tmp_path / "store"))) as opened:
        yield opened


@pytest.fixture
def log(tmp_path: Path, service: Service) -> Path:
    nothing = empty_log()
    save_log(nothing, tmp_path / "log", about={})
    save_log(nothing, tmp_path / "other", about={"encoder": "e-0"})
    no_feature = pd.DataFrame([dict.fromkeys(nothing.shown) | {"slate": "s", "kind": "vacancy", "at": nothing.until}])
    moments = dict.fromkeys(("at", "decided_at"), "datetime64[us, UTC]") | dict.fromkeys(
        ("began_on", "ended_on"), "datetime64[us]"
    )
    save_log(replace(nothing, shown=no_feature.astype(moments)), tmp_path / "lacking", about={})
    write_version(
        service.workplace.rankers.root,
        open_baseline().model_copy(update={"version": "there"}),
        basis=Basis(evidence=Evidence.NONE),
        encoder=service.workplace.encoder.version,
        made_at=datetime.fromisoformat("2026-11-02T08:00:00+00:00"),
        card="Some card.",
    )
    return tmp_path / "log"


@pytest.mark.parametrize(
    ("recipe", "uri", "error", "said"),
    [
        ({"protected": "log"}, None, InvalidInputError, "n'est pas une copie protégée"),
        ({"log": "other"}, None, ConflictError, "vient de l'encodeur e-0"),
        ({"version": "", "log": "nowhere"}, None, InvalidInputError, "«  » ne peut pas nommer un modèle"),
        ({"version": "../x", "log": "nowhere"}, None, InvalidInputError, "ne peut pas nommer un modèle"),
        ({"version": "current", "log": "nowhere"}, None, InvalidInputError, "ne peut pas nommer un modèle"),
        ({"version": "baseline-2", "log": "nowhere"}, None, ConflictError, "est le modèle livré"),
        ({"version": "there"}, None, ConflictError, "un modèle ne change pas"),
        ({}, "nosuchscheme://there", TrackingError, "ne répond pas"),
        ({}, None, InvalidInputError, "Le journal est vide"),
        ({"log": "lacking"}, None, InvalidInputError, "Le modèle baseline-2 lit .*, que le journal n'a pas"),
    ],
)
def test_it_is_refused_before_any_work(
    service: Service,
    log: Path,
    at: datetime,
    recipe: dict[str, str],
    uri: str | None,
    error: type[MatchingError],
    said: str,
) -> None:
    folders = {name: log.parent / folder for name, folder in recipe.items() if name != "version"}
    asked = Recipe(**{"log": log, **folders, "version": recipe.get("version")})  # type: ignore[arg-type]
    with pytest.raises(error, match=said):
        train(service, asked, viewer=LOCAL_VIEWER, at=at, uri=uri or default_uri(service.workplace.data_dir))
    assert list(versions_in(service.workplace.rankers.root)) == ["there"]
