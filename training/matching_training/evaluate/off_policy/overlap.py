"""Whether a log can answer for another policy at all; where it cannot there is a sentence and no figure."""

from dataclasses import dataclass

import numpy as np

from matching_training.evaluate.clusters import effective_number, totals_by
from matching_training.evaluate.off_policy.items import Codes, Items, Values

_HELD = 0.1
"""Positions that fewer slates have than this share say little about a policy and stop no answer."""
_ERRORS = 4.0
"""So many standard errors off, mean weights are no accident."""


@dataclass(frozen=True)
class Guard:
    """The least that is asked of a log before it answers.

    Tried in `tests/benchmarks/coverage.py`: with 65 effective persons the intervals still hold what they say, with 22
    those of IPS hold the truth two times in three; a hundred leaves room for rewards that are rarer than those.
    """

    persons: float = 100.0
    """Effective number of persons, at the position that has fewest."""
    counsellors: float = 10.0
    """Effective number of counsellors, where they are known."""
    covered: float = 0.95
    """Share of the other policy's choices that the log may have shown."""
    off: float = 0.05
    """How far mean weights may be from what they must be, beyond chance."""


@dataclass(frozen=True)
class Overlap:
    """What a log has to say about another policy."""

    slates: int
    persons: int
    counsellors: int | None
    effective_slates: float
    effective_persons: float
    effective_counsellors: float | None
    covered: float
    mean_weight: float


@dataclass(frozen=True)
class Unanswerable:
    """No figure, and why: a sentence that says what, why and what to do."""

    reason: str
    overlap: Overlap
    value: None = None


def overlap_of(items: Items) -> Overlap:
    """How many slates, persons and counsellors really count: Kish's rule on sums of weights, fewest over positions."""
    weights = items.by_position(items.weights)
    held = items.by_position(np.ones(len(items.slate)))
    often = held.mean(axis=0) >= _HELD
    persons, counsellors = items.clusters()
    mean = float(items.weights.mean())
    return Overlap(
        slates=items.slates,
        persons=len(np.unique(persons)),
        counsellors=None if counsellors is None else len(np.unique(counsellors)),
        effective_slates=_fewest(weights[:, often], np.arange(items.slates)),
        effective_persons=_fewest(weights[:, often], persons),
        effective_counsellors=None if counsellors is None else _fewest(weights[:, often], counsellors),
        covered=float(items.coverage.mean()),
        mean_weight=mean,
    )


def refusal(items: Items, guard: Guard) -> Unanswerable | None:
    """Why this log does not answer; None when it does."""
    if not items.slates:
        nothing = Overlap(0, 0, None, 0.0, 0.0, None, 0.0, 0.0)
        return Unanswerable("Le journal est vide : rien n'a été montré ; attendre des décisions.", nothing)
    overlap = overlap_of(items)
    sentence = _objection(items, overlap, guard)
    return None if sentence is None else Unanswerable(reason=sentence, overlap=overlap)


def _objection(items: Items, overlap: Overlap, guard: Guard) -> str | None:
    if overlap.covered < guard.covered:
        return (
            f"Le journal ne couvre que {_percent(overlap.covered)} des choix de la politique à évaluer "
            f"(il en faut {_percent(guard.covered)}) : elle montre ce que la politique en service ne montrait jamais ; "
            "évaluer une politique plus proche, ou permettre l'exploration et attendre."
        )
    if overlap.effective_persons < guard.persons:
        return (
            f"Sur {overlap.persons} personnes, {overlap.effective_persons:.0f} comptent vraiment "
            f"(il en faut {guard.persons:.0f}) : la politique à évaluer choisit surtout ce que le journal montre "
            "rarement ; attendre plus de décisions, ou évaluer une politique plus proche."
        )
    if overlap.effective_counsellors is not None and overlap.effective_counsellors < guard.counsellors:
        return (
            f"Sur {overlap.counsellors} conseillers, {overlap.effective_counsellors:.0f} comptent vraiment "
            f"(il en faut {guard.counsellors:.0f}) : trop peu pour dire ce qui tient à leurs habitudes ; "
            "réunir les journaux de plusieurs offices."
        )
    off = overlap.mean_weight - overlap.covered
    if abs(off) > max(guard.off, _ERRORS * _error_of_mean(items)):
        return (
            f"Les poids valent {_figure(overlap.mean_weight)} en moyenne au lieu de {_figure(overlap.covered)} : les "
            "probabilités journalisées ne sont pas celles de la politique qui a servi, ou celle à évaluer choisit ce "
            "qui n'a jamais pu être montré ; vérifier les versions du modèle et du journal."
        )
    return None


def _fewest(weights: Values, clusters: Codes) -> float:
    """The effective number of clusters at the position that has fewest."""
    sums = totals_by(weights, clusters)
    return min((effective_number(sums[:, position]) for position in range(sums.shape[1])), default=0.0)


def _error_of_mean(items: Items) -> float:
    """Standard error of the mean weight, by person."""
    persons, _ = items.clusters()
    sums = totals_by(items.by_slate(items.weights)[:, None], persons)[:, 0]
    n = len(sums)
    return float(np.sqrt(n) * sums.std(ddof=1) / len(items.weights)) if n > 1 else float("inf")


def _figure(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def _percent(share: float) -> str:
    """To a tenth, downwards: a share that is refused never reads as the share that is asked for."""
    return f"{np.floor(share * 1000 + 1e-6) / 10:.1f} %".replace(".", ",")
