"""Everything this room measures, for one log and one model, with the verdict at its head."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching_training.evaluate.fairness import acceptance, calibration, effects, exposure, gate, providers
from matching_training.evaluate.fairness.finding import Finding, Subject, as_rows
from matching_training.evaluate.fairness.gate import FairnessGate
from matching_training.evaluate.fairness.groups import WORDS, Groups, People, Protected, split
from matching_training.evaluate.fairness.swap import Swapped

Values = NDArray[np.float64]

COVERED = 0.8
"""Share of the people of the log that the protected table must know; below, nobody can say whether it is fair."""


@dataclass(frozen=True, eq=False)
class Predictions:
    """Predicted probabilities and what came of them, (n_rows,) each, by person; NaN is unknown."""

    person: People
    predicted: Values
    observed: Values


@dataclass(frozen=True, eq=False)
class Effects:
    """Predicted effects of measures in points, by person, and the doubly robust scores beside them, where known."""

    person: People
    predicted: Values
    estimated: Values | None = None


@dataclass(frozen=True, eq=False)
class Measured:
    """What is there to be judged; None is not known and is said so.

    `shown` is that of the log, `accepted` (n_shown,) 1, 0 or NaN; `eligible` has slate, person, kind, eligible; `need`
    a stratum by person; `offers` kind, provider, open; `swapped` by what was swapped.
    """

    shown: pd.DataFrame
    accepted: Values
    accept: Predictions | None = None
    success: Predictions | None = None
    effects: Effects | None = None
    eligible: pd.DataFrame | None = None
    need: pd.Series | None = None
    offers: pd.DataFrame | None = None
    swapped: Sequence[tuple[str, Swapped]] = ()


@dataclass(frozen=True, eq=False)
class Fairness:
    """Verdict, findings by group, plain rates of acceptance, providers' exposure, and the sentences to all of it."""

    gate: FairnessGate
    findings: tuple[Finding, ...]
    rates: pd.DataFrame
    providers: pd.DataFrame
    sentences: tuple[str, ...]

    def as_rows(self) -> pd.DataFrame:
        """One row per finding, fit to be shown."""
        return as_rows(self.findings)


def fairness(measured: Measured, protected: Protected | None, *, draws: int = 400, seed: int = 0) -> Fairness:
    """Measure and judge. Without a protected table, or with one that knows too few, fairness is unknown.

    What needs no group (swapped genders and names, providers) is measured all the same; a swap that moves a score
    fails whatever the rest says.
    """
    people = np.unique(np.asarray(measured.shown["person"], dtype=np.int64))
    groups = split(protected, people) if protected is not None else None
    findings: list[Finding] = []
    rates = pd.DataFrame()
    if protected is not None and groups is not None:
        findings = _findings(measured, groups, protected.levels("canton"), draws, seed)
        rates = acceptance.rates(measured.shown, measured.accepted, protected, groups.people)
    verdict = _verdict(findings, groups)
    moved = [each.sentence(what) for what, each in measured.swapped if each.moved]
    said = [each.sentence(what) for what, each in measured.swapped if not each.moved]
    if not measured.swapped:
        said.append("Titres et noms échangés : pas mesuré.")
    if moved:
        verdict = replace(verdict, passed=False, sentences=(*moved, *verdict.sentences))
    table = pd.DataFrame()
    if measured.offers is not None:
        table = providers.provider_exposure(measured.shown, measured.offers, draws=draws, seed=seed)
        said += providers.concentration(table)
    return Fairness(
        gate=verdict,
        findings=tuple(findings),
        rates=rates,
        providers=table,
        sentences=(*verdict.sentences, *_limits(measured, groups), *said),
    )


def _findings(measured: Measured, groups: Groups, canton: pd.Series, draws: int, seed: int) -> list[Finding]:
    shown, eligible, need = measured.shown, measured.eligible, measured.need
    again = {"draws": draws, "seed": seed}
    findings = exposure.exposure(shown, groups, eligible=eligible, need=need, canton=canton, **again)
    findings += acceptance.acceptance(shown, measured.accepted, groups, eligible=eligible, need=need, **again)
    for subject, said in (
        (Subject.ACCEPT_CALIBRATION, measured.accept),
        (Subject.SUCCESS_CALIBRATION, measured.success),
    ):
        if said is not None:
            findings += calibration.calibration(subject, said.person, said.predicted, said.observed, groups)
    if (gains := measured.effects) is not None:
        findings += effects.effects(gains.person, gains.predicted, gains.estimated, groups, need=need, **again)
    return findings


def _verdict(findings: list[Finding], groups: Groups | None) -> FairnessGate:
    if groups is None:
        return gate.unknown("il n'y a pas de table protégée (sexe, âge, permis, canton).")
    if groups.covered < COVERED:
        return gate.unknown(f"la table protégée ne connaît que {_about(groups.covered)} des personnes du journal.")
    return gate.gate(findings)


def _about(share: float) -> str:
    """A share in steps of five hundredths: finer, it would count the few whom the table does not know."""
    step = math.floor(20 * share)
    return f"{5 * step} à {5 * step + 5} %"


def _limits(measured: Measured, groups: Groups | None) -> list[str]:
    """What the figures do not cover."""
    if groups is None:
        return []
    said = []
    if groups.hidden:
        said.append(f"{groups.hidden} groupes de moins de 5 personnes ne sont pas montrés.")
    if groups.covered < 1:
        said.append(f"La table protégée connaît {_about(groups.covered)} des personnes du journal.")
    said += [f"{WORDS[name].capitalize()} : inconnu de toutes, aucun écart ne peut être vu." for name in groups.unknown]
    if measured.eligible is None:
        said.append("Sans le nombre d'options ouvertes par personne, l'exposition est montrée sans être jugée.")
    if measured.need is None:
        said.append("Le besoin est lu à la chance propre telle que servie, par tiers.")
    return said
