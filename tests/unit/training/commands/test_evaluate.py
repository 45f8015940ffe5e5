"""`matching-train evaluate` judges a version as it is beside what ranks now, and changes nothing."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")
pytest.importorskip("sklearn", reason="needs the extra [train]: make training")

from tests.e2e.rankers import BASES, tables, upside_down

from matching.bootstrap import Service, open_service
from matching.domain.vocabulary.process import Evidence
from matching.ranking.manifest import Basis
from matching.ranking.model import Model
from matching.ranking.registry import open_baseline, write_version
from matching.settings import Settings
from matching_training import main
from matching_training.log.files import digest_of, save_log, save_tables
from matching_training.log.tables import CHANCE
from matching_training.simulate.intakes import protected_of
from matching_training.simulate.run import run as simulated
from matching_training.simulate.scenario import Scenario
from matching_training.simulate.world import build_world

Run = tuple[int, str, str]


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of the baseline with its protected copy, the same as if of another encoder, and one that tells less."""
    folder = tmp_path_factory.mktemp("logs")
    told = {"people": {"count": 150}, "options": {"vacancies": 40, "measures": 25}, "counsellors": {"count": 15}}
    world = build_world(Scenario.model_validate({"name": "judged", **told}))
    log = simulated(world, open_baseline(), decisions=700).log
    save_log(log, folder / "log", about={})
    save_log(log, folder / "other", about={"encoder": "e-0"})
    save_log(replace(log, shown=log.shown.drop(columns=CHANCE + "education")), folder / "lacking", about={})
    save_tables({"protected": protected_of(world)}, folder / "protected", about={})
    return folder


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    monkeypatch.setenv("MATCHING_DATA_DIR", str(tmp_path))
    with closing(open_service(Settings(data_dir=tmp_path))) as opened:
        yield opened


def written(service: Service, model: Model, basis: Basis, learned_from: str | None = None) -> None:
    write_version(
        service.workplace.rankers.root,
        model,
        basis=basis,
        encoder=service.workplace.encoder.version,
        made_at=datetime(2026, 11, 1, tzinfo=UTC),
        card="For a test.",
        learned_from=learned_from,
    )


@pytest.fixture
def evaluate(service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*arguments: object) -> Run:
        monkeypatch.setattr("sys.argv", ["matching-train", "evaluate", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main.run()
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return run


def test_an_order_that_is_surely_worse_is_told_and_is_the_exit_code(
    service: Service, evaluate: Any, logs: Path
) -> None:
    written(service, upside_down(), BASES[Evidence.NONE])
    before = sorted(path.name for path in service.workplace.rankers.root.rglob("*"))
    code, out, _ = evaluate("upside-down", "--log", logs / "log")
    assert code == 1
    assert out.startswith("upside-down face à baseline-2, en service, sur ")
    assert "upside-down ne devrait pas servir : l'ordre vaut sûrement moins, d'après ce qui a été retenu" in out
    assert "Dans les tirages au sort, son ordre : Aucune liste du journal n'a un tirage" in out
    assert "L'équité est inconnue" in out
    code, out, _ = evaluate("upside-down", "--log", logs / "log", "--json")
    told = json.loads(out, parse_constant=pytest.fail)
    assert (code, told["champion"], told["log"]) == (1, "baseline-2", digest_of(logs / "log"))
    assert told["reordered"]["interval"]["high"] < 0
    assert told["in_draws"]["value"]["reason"].startswith("Aucune liste")
    assert set(told["calibration"]) == {"measure", "vacancy", "placement"}
    assert abs(told["calibration"]["vacancy"]["first"]["value"]) < 1
    assert told["interim"]["auc"]["vacancy"]["value"] < 0.5
    assert sorted(path.name for path in service.workplace.rankers.root.rglob("*")) == before


def test_the_chances_are_those_of_the_model_as_given(service: Service, evaluate: Any, logs: Path) -> None:
    written(service, tables("lifted", Evidence.NONE, lift=2.0), BASES[Evidence.NONE])
    level, lifted = (
        json.loads(evaluate(version, "--log", logs / "log", "--json")[1])["calibration"]["vacancy"]["first"]["value"]
        for version in ("baseline-2", "lifted")
    )
    assert lifted > level + 0.1


def test_a_horizon_is_reached_at_that_of_the_model(service: Service, evaluate: Any, logs: Path) -> None:
    written(service, tables("far", Evidence.NONE).model_copy(update={"horizon_months": 240}), BASES[Evidence.NONE])
    near, far = (
        json.loads(evaluate(version, "--log", logs / "log", "--json")[1])["interim"]
        for version in ("baseline-2", "far")
    )
    assert far["horizons_reached"] == 0 < near["horizons_reached"] <= near["begun"]


def test_groups_are_judged_with_the_protected_copy(evaluate: Any, logs: Path) -> None:
    code, out, _ = evaluate("baseline-2", "--log", logs / "log", "--protected", logs / "protected", "--json")
    told = json.loads(out)["fairness"]
    assert told["passed"] is not None
    assert code == int(not told["passed"])


def test_a_log_that_it_learned_from_is_said_once_and_slates_that_it_may_have_seen_are_counted(
    service: Service, evaluate: Any, logs: Path
) -> None:
    until = BASES[Evidence.LOCAL].model_copy(update={"until": datetime(2027, 1, 31, tzinfo=UTC).date()})
    written(service, tables("taught"), until, learned_from=digest_of(logs / "log"))
    written(service, tables("later"), until, learned_from="0" * 16)
    _, out, _ = evaluate("taught", "--log", logs / "log")
    assert out.count("Attention") == out.count("a appris de ce journal même") == 1
    _, out, _ = evaluate("later", "--log", logs / "log")
    assert out.count("Attention") == out.count("datent d'avant la fin de ce dont later a appris (31.01.2027)") == 1
    _, out, _ = evaluate("later", "--log", logs / "log", "--since", "2027-02-01")
    assert "Attention" not in out


def test_what_cannot_be_judged_is_refused_in_a_sentence(service: Service, evaluate: Any, logs: Path) -> None:
    for arguments, said in (
        (("none", "--log", logs / "log"), "Aucun modèle none"),
        (("baseline-2", "--log", logs / "nowhere"), "n'est pas un dossier"),
        (("baseline-2", "--log", logs / "log", "--protected", logs / "log"), "n'est pas une copie protégée"),
        (("baseline-2", "--log", logs / "other"), "vient de l'encodeur e-0"),
        (("baseline-2", "--log", logs / "lacking"), "Le modèle baseline-2 lit education, que le journal n'a pas"),
        (("baseline-2", "--log", logs / "log", "--since", "2099-01-01"), "Aucune liste du journal n'est à juger"),
    ):
        code, out, err = evaluate(*arguments)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert said in err
