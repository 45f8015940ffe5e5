"""The trial is read as it is, and what is put in is found; the real file where there is one."""

import os
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("pandas", reason="the extra [train] is not installed")

from tests.unit.training.evaluate.invented_trial import AVERAGE, EFFECT_OF_THE_SCHOOLED, write_trial
from tests.unit.training.evaluate.least_squares import least_squares

from matching.errors import InvalidInputError
from matching_training.evaluate.off_policy.estimates import Answer
from matching_training.evaluate.trial.trial import Trial, balance, check, offered, read_trial, thinned

REAL = os.environ.get("MATCHING_TEST_DATA")


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return read_trial(write_trial(tmp_path_factory.mktemp("trial") / "jc.csv"))


def test_what_was_put_in_is_found(invented: Trial) -> None:
    found = check(invented, "earny4", least_squares, thinnings=2)
    assert found.raw.value < found.stratified.value - 2, "women were sent more often and earn less"
    for each in (found.stratified, found.known, found.estimated):
        assert each.low < AVERAGE < each.high
    assert found.heterogeneity.top_minus_bottom.low > 20
    assert found.heterogeneity.slope is not None
    assert 0.3 < found.heterogeneity.slope.low < found.heterogeneity.slope.high < 1, "lines with 28 columns overreach"
    for thinned_out in found.confounded:
        assert thinned_out.naive.low > AVERAGE
        assert thinned_out.doubly_robust.low < AVERAGE < thinned_out.doubly_robust.high


def test_offering_places_by_effect_brings_what_it_must(invented: Trial) -> None:
    """Half of the people gain 30: a place by lot brings half of that, a place by effect what its people are."""
    y = invented.outcomes["earny4"]
    learned = least_squares(invented.x, invented.treated, y, invented.propensity, 0)
    found = offered(invented, y, learned, 0.5)
    first = np.argsort(-learned.effect, kind="stable")[: len(y) // 2]
    truth = 0.5 * EFFECT_OF_THE_SCHOOLED * ((invented.x[first, 5] > 10).mean() - 0.5)
    assert truth > 5
    assert isinstance(found.difference, Answer)
    assert isinstance(found.by_lot, Answer)
    for each in found.difference.estimates.values():
        assert each.low < truth < each.high
    widths = {method: each.high - each.low for method, each in found.by_lot.estimates.items()}
    assert widths["dr"] < widths["snips"] < widths["ips"]


def test_lots_are_recognised_and_so_is_their_absence(invented: Trial) -> None:
    assert balance(invented) > 0.001
    rigged = Trial(**{**vars(invented), "treated": invented.x[:, 5] + invented.x[:, 4] >= 12})
    assert balance(rigged) < 1e-6


def test_everybody_is_kept_equally_often(invented: Trial) -> None:
    kept = np.mean([thinned(invented, np.random.default_rng(seed)) for seed in range(300)], axis=0)
    schooled = invented.x[:, 5] > 10
    assert kept[schooled].mean() == pytest.approx(kept[~schooled].mean(), rel=0.08)
    once = thinned(invented, np.random.default_rng(0))
    assert schooled[once & invented.treated].mean() > schooled[once & ~invented.treated].mean() + 0.2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "ne se lit pas"),
        ("assignment,female\n1,0\n", "n'a pas age"),
        (None, "ne se lit pas"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, text: str | None, said: str) -> None:
    path = tmp_path / "other.csv"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInputError, match=said):
        read_trial(path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("1.0", "yes", "autre chose que des nombres"), ("1.0", "", "manquantes"), ("1.0", "0.0", "trop peu de monde")],
)
def test_damaged_values_are_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = write_trial(tmp_path / "jc.csv", people=200)
    head, *rows = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([head, *(row.replace(old, new) for row in rows)]), encoding="utf-8")
    with pytest.raises(InvalidInputError, match=said):
        read_trial(path)


@pytest.mark.skipif(REAL is None, reason="MATCHING_TEST_DATA does not say where the published trial is")
def test_the_published_trial() -> None:
    trial = read_trial(Path(str(REAL)) / "trials" / "job_corps" / "jc.csv")
    assert trial.x.shape == (9240, 28)
    assert balance(trial) > 0.05
    found = check(trial, "earny4", least_squares, thinnings=1)
    assert found.stratified.low < found.known.value < found.stratified.high
    assert found.known.low > 0
    assert found.confounded[0].naive.low > found.stratified.high
    assert found.confounded[0].doubly_robust.low < found.stratified.value < found.confounded[0].doubly_robust.high
    for each in found.offered:
        assert isinstance(each.by_lot, Answer)
        assert isinstance(each.difference, Answer)
        values = each.difference.estimates
        assert values["ips"].low < values["dr"].value < values["ips"].high
