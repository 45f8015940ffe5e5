"""From findings to a verdict: which differences are too large to be chance and too large to be let pass.

However many groups are looked at, perfectly calibrated ones pass all together at least 95 times out of 100: Holm's
step-down over single attributes with one half of the error, over their crossings with the other half (the whole of it
where there is one kind only). That has a price, which the verdict names: a small group must be far off to be known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pandas as pd

from matching_training.evaluate.fairness.finding import Finding, Subject, as_rows, as_told, in_steps

ALPHA = 0.04
"""How often a fair model may fail, over all groups together: with .05 the tests, exact in large groups alone, would let
it pass 94 to 96 times out of 100, and not 95 at least (tests/benchmarks/fairness_power.py)."""
JUDGED_FROM = 50
"""People a group must have to be judged; smaller ones are told and not judged."""
LEAST: Mapping[Subject, float] = MappingProxyType(
    {
        Subject.EXPOSURE: 0.02,
        Subject.ACCEPT_CALIBRATION: 0.02,
        Subject.SUCCESS_CALIBRATION: 0.02,
        Subject.EFFECT_CALIBRATION: 2.0,
    }
)
"""What is judged, and the difference below which it passes however sure it is; a convention, shares or points."""

_POWER = 0.8
_CALIBRATION = (Subject.ACCEPT_CALIBRATION, Subject.SUCCESS_CALIBRATION)
_TELLING = 0.08
"""The bias that the verdict says whether it would have been seen."""


@dataclass(frozen=True, eq=False)
class Judged:
    """A finding that was tested: its p-value after Holm, and the difference that would be found 4 times out of 5."""

    finding: Finding
    adjusted: float
    detectable: float

    @property
    def failed(self) -> bool:
        """Too sure and too large."""
        return self.adjusted <= ALPHA and abs(self.finding.difference) >= LEAST[self.finding.subject]


@dataclass(frozen=True, eq=False)
class FairnessGate:
    """`passed` is None where it is unknown, which is no pass; `sentences` say why, in French."""

    passed: bool | None
    judged: tuple[Judged, ...]
    sentences: tuple[str, ...]

    def as_rows(self) -> pd.DataFrame:
        """The findings judged, with what was decided about each."""
        return as_rows(each.finding for each in self.judged).assign(
            adjusted=[in_steps(each.adjusted) for each in self.judged],
            detectable=[round(each.detectable, 3) for each in self.judged],
            failed=[each.failed for each in self.judged],
        )


def unknown(why: str) -> FairnessGate:
    """The verdict where there is nothing to judge."""
    return FairnessGate(None, (), (f"L'équité est inconnue : {why} Ce n'est pas un feu vert.",))


def gate(findings: Sequence[Finding]) -> FairnessGate:
    """Judge what can be judged; unknown where no group is large enough."""
    tested = [each for each in findings if each.subject in LEAST and not np.isnan(each.p)]
    large = [each for each in tested if each.people >= JUDGED_FROM]
    if not large:
        return unknown(f"aucun groupe n'a {JUDGED_FROM} personnes dont le résultat soit connu.")
    single = [each for each in large if not each.group.is_intersection]
    crossed = [each for each in large if each.group.is_intersection]
    parts = bool(single) + bool(crossed)
    judged = (*_holm(single, parts), *_holm(crossed, parts))
    failures = [each for each in judged if each.failed]
    sentences = [_blame(each) for each in sorted(failures, key=lambda each: each.adjusted)]
    if not sentences:
        sentences.append(f"Aucun écart établi dans {len(judged)} comparaisons jugées ensemble.")
    sentences.append(_blindness(judged))
    if small := len(tested) - len(large):
        sentences.append(f"{small} comparaisons de moins de {JUDGED_FROM} personnes sont montrées sans être jugées.")
    if absent := [_WORDS[subject] for subject in LEAST if subject not in {each.subject for each in large}]:
        sentences.append(f"Pas jugé, faute de données : {', '.join(absent)}.")
    return FairnessGate(not failures, judged, tuple(sentences))


def _holm(family: list[Finding], parts: int) -> list[Judged]:
    """Holm's adjusted p-values with one of `parts` of the error, scaled so that they compare with the whole of it."""
    from scipy.special import ndtri

    order = np.argsort([each.p for each in family], kind="stable")
    tests = parts * max(len(family), 1)
    sure = float(ndtri(_POWER) - ndtri(ALPHA / tests / 2))
    judged, so_far = [], 0.0
    for place, at in enumerate(order):
        so_far = max(so_far, min(1.0, (tests - parts * place) * family[at].p))
        judged.append(Judged(family[at], so_far, sure * family[at].se))
    return judged


_WORDS = {
    Subject.EXPOSURE: "part de l'attention",
    Subject.ACCEPT_CALIBRATION: "acceptation prédite",
    Subject.SUCCESS_CALIBRATION: "réussite prédite",
    Subject.EFFECT_CALIBRATION: "effet prédit",
}


def _blame(judged: Judged) -> str:
    found = as_told(judged.finding)
    in_points = found.subject is Subject.EFFECT_CALIBRATION
    scale = 1.0 if in_points else 100.0
    value, other, off = (scale * each for each in (found.value, found.other, found.difference))
    way = "trop haute" if off > 0 else "trop basse"
    against = "chez des personnes comparables" if found.subject is Subject.EXPOSURE else "observé"
    what = _WORDS[found.subject] + (f" ({found.kind})" if found.kind else "")
    return (
        f"{found.group.name}, environ {found.people} personnes : {what} {way} de {abs(off):.1f} points "
        f"({value:.1f} contre {other:.1f} {against} ; intervalle {scale * found.low:.1f} à {scale * found.high:.1f})."
    )


def _blindness(judged: Sequence[Judged]) -> str:
    """What the gate could not have seen."""
    shares = [each for each in judged if each.finding.subject in _CALIBRATION]
    if not shares:
        return "Aucune prédiction n'a pu être jugée."
    seen = sum(each.detectable <= _TELLING for each in shares)
    worst = max(shares, key=lambda each: each.detectable)
    return (
        f"Une prédiction fausse de {100 * _TELLING:.0f} points aurait été vue quatre fois sur cinq dans {seen} "
        f"des {len(shares)} groupes comparés ; dans le moins sûr ({worst.finding.group.name}), il faudrait "
        f"{100 * worst.detectable:.0f} points."
    )
