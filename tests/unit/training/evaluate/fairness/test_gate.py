"""A fair model passes, a biased one is named in a sentence, and what cannot be known is said to be unknown."""

from collections.abc import Iterable

import numpy as np
import pytest

pytest.importorskip("pandas", reason="matching[train] is not installed")
pytest.importorskip("scipy", reason="matching[train] is not installed")

from matching_training.evaluate.fairness.calibration import calibration
from matching_training.evaluate.fairness.compare import Difference
from matching_training.evaluate.fairness.finding import Finding, Subject
from matching_training.evaluate.fairness.gate import JUDGED_FROM, gate
from matching_training.evaluate.fairness.groups import Group, Groups


def found(p: float, *, levels: tuple[str, ...] = ("f",), people: int = 200, off: float = 0.1) -> Finding:
    group = Group(("sex", "canton")[: len(levels)], levels, np.arange(people))
    difference = Difference.with_error(0.4, 0.4 - off, 0.03, people=people, rows=people, p=p)
    return Finding.of(difference, Subject.ACCEPT_CALIBRATION, group)


def adjusted(findings: Iterable[Finding]) -> list[float]:
    verdict = gate(list(findings))
    return [each.adjusted for each in verdict.judged]


def test_p_values_are_those_of_holm() -> None:
    assert adjusted([found(0.01), found(0.04), found(0.03)]) == pytest.approx([0.03, 0.06, 0.06])


def test_crossings_have_one_half_of_the_error_and_attributes_the_other() -> None:
    crossed = [found(0.01, levels=("f", "VD")), found(0.5, levels=("m", "VD"))]
    assert adjusted([found(0.01), *crossed]) == pytest.approx([0.02, 0.04, 1.0])


def test_a_sure_and_large_difference_fails_with_a_sentence() -> None:
    verdict = gate([found(1e-6), found(0.5)])
    assert verdict.passed is False
    assert verdict.sentences[0].startswith(
        "sexe f, environ 200 personnes : acceptation prédite trop haute de 10.0 points"
    )
    assert verdict.as_rows()["failed"].tolist() == [True, False]


def test_a_sure_and_negligible_difference_passes() -> None:
    assert gate([found(1e-9, off=0.01)]).passed is True


def test_a_group_too_small_is_told_and_not_judged() -> None:
    verdict = gate([found(0.5), found(1e-9, people=JUDGED_FROM - 1)])
    assert verdict.passed is True
    assert len(verdict.judged) == 1
    assert any("sans être jugées" in sentence for sentence in verdict.sentences)


def test_nothing_to_judge_is_unknown_and_never_fair() -> None:
    for findings in ([], [found(1e-9, people=20)], [found(float("nan"))]):
        verdict = gate(findings)
        assert verdict.passed is None
        assert "L'équité est inconnue" in verdict.sentences[0]


def test_what_was_not_judged_and_what_could_not_be_seen_are_said() -> None:
    said = " ".join(gate([found(0.5, people=50)]).sentences)
    assert "Pas jugé, faute de données : part de l'attention, réussite prédite, effet prédit." in said
    assert "aurait été vue quatre fois sur cinq dans 0 des 1" in said


def test_fair_groups_of_50_to_500_pass_and_a_bias_of_8_points_in_1000_is_named() -> None:
    """The small sister of tests/benchmarks/fairness_power.py, whose figures are in docs/learning.md."""
    chance = np.random.default_rng(20261118)
    sizes = [1000, *chance.integers(50, 501, 11).tolist()]
    edges = np.cumsum([0, *sizes])
    shown = tuple(Group(("canton",), (str(at),), np.arange(edges[at], edges[at + 1])) for at in range(12))
    groups = Groups(shown, np.arange(edges[-1]), hidden=0, covered=1.0)
    passed = named = 0
    for _ in range(25):
        truth = chance.beta(1.5, 3.5, edges[-1])
        observed = (chance.random(edges[-1]) < truth).astype(float)
        biased = truth + 0.08 * (groups.people < 1000)
        fair, planted = (
            gate(calibration(Subject.ACCEPT_CALIBRATION, groups.people, predicted, observed, groups))
            for predicted in (truth, biased)
        )
        passed += fair.passed is True
        named += [each.finding.group for each in planted.judged if each.failed] == [shown[0]]
    assert passed >= 23
    assert named >= 20
