"""From a log to a ranker: each part learned where the log suffices, the base's where it does not, and the report."""

from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Evidence
from matching.errors import InvalidInputError
from matching.ranking.model import Factor, KindModel, Model
from matching_training.fit.accept import fit_accept
from matching_training.fit.boosting import Recipe
from matching_training.fit.contested import Contested, Tempering, contested, tempering
from matching_training.fit.effect import EffectPart, fit_effect
from matching_training.fit.labels import Windows, label
from matching_training.fit.part import Part
from matching_training.fit.proportion import in_proportion
from matching_training.fit.scored import refuse_lacking
from matching_training.fit.success import fit_chance, fit_gain, take_up
from matching_training.log.tables import Log
from matching_training.plain import plain


@dataclass(frozen=True)
class Report:
    """What was learned and what was not, with the figures; `labels` counts the rows by why they are a label or none."""

    until: str
    rows: int
    labels: dict[str, int]
    parts: tuple[Part, ...]
    effect: EffectPart
    take_up: dict[str, float | None]
    contested: tuple[Contested, ...]
    first_shown: str | None
    last_shown: str | None

    @property
    def learned(self) -> bool:
        """Whether anything at all differs from the base."""
        return self.effect.chosen != "base" or any(part.chosen != "base" for part in self.parts)


@dataclass(frozen=True)
class Fitted:
    """A ranker and how it came about."""

    model: Model
    report: Report


def fit_ranker(
    log: Log,
    *,
    base: Model,
    version: str,
    evidence: Evidence,
    windows: Windows | None = None,
    seed: int = 0,
    recipe: Recipe | None = None,
) -> Fitted:
    """Learn a ranker from what was decided and what came of it; the same log and seed give the same tables.

    A part with too few labels, or that foretells no better out of fold than the base, stays the base's. When nothing
    is learned the model is the base under the new version. InvalidInputError as in `refuse_lacking`, and for
    windows with another horizon than the base's.
    """
    windows = windows or Windows(horizon_months=base.horizon_months)
    if windows.horizon_months != base.horizon_months:
        raise InvalidInputError("L'horizon des résultats n'est pas celui du modèle de départ ; donner le même.")
    refuse_lacking(log.shown, base)
    recipe = recipe or Recipe(seed=seed)
    labelled = label(log, windows)
    said = contested(log.feedback)
    source = f"learned from a log up to {log.until.date()}, {evidence.value}"
    model, chance = fit_chance(labelled, base, recipe=recipe, source=source)
    fitting = _Fitting(labelled, model, recipe, tempering(said), source)
    parts = [chance]
    kinds = {}
    for kind in (OpportunityKind.VACANCY, OpportunityKind.PLACEMENT):
        kinds[kind], reports = fitting.work(kind)
        parts += reports
    kinds[OpportunityKind.MEASURE], accept, effect = fitting.measure()
    report = Report(
        until=log.until.isoformat(),
        rows=len(labelled),
        labels={str(why): int(n) for why, n in labelled["accept_because"].value_counts().items()},
        parts=(*parts, accept),
        effect=effect,
        take_up={kind.value: take_up(labelled, kind) for kind in OpportunityKind},
        contested=said,
        first_shown=None if labelled.empty else labelled["at"].min().isoformat(),
        last_shown=None if labelled.empty else labelled["at"].max().isoformat(),
    )
    changed = {"version": version, "kinds": kinds, "evidence": evidence if report.learned else base.evidence}
    learned = [kind for kind, parts in kinds.items() if parts.gain != base.kinds[kind].gain]
    model = in_proportion(log.shown, model.model_copy(update=changed), base, learned)
    return Fitted(model=Model.model_validate(model.model_dump()), report=report)


@dataclass(frozen=True)
class _Fitting:
    """What all parts are fitted with."""

    labelled: pd.DataFrame
    model: Model
    recipe: Recipe
    tempering: Tempering
    source: str

    def work(self, kind: OpportunityKind) -> tuple[KindModel, list[Part]]:
        """The two factors of vacancies or places."""
        base = self.model.kinds[kind]
        accept, accept_part = self._accept(kind)
        parts, gain_parts = fit_gain(
            self.labelled,
            kind,
            base,
            self.model,
            recipe=self.recipe,
            tempering=self.tempering,
            source=self.source,
        )
        return parts.model_copy(update={"accept": accept}), [accept_part, *gain_parts]

    def measure(self) -> tuple[KindModel, Part, EffectPart]:
        """The two factors of measures."""
        base = self.model.kinds[OpportunityKind.MEASURE]
        accept, accept_part = self._accept(OpportunityKind.MEASURE)
        gain, effect = fit_effect(self.labelled, base, recipe=self.recipe, tempering=self.tempering, source=self.source)
        parts = base.model_copy(update={"accept": accept})
        if gain is not None:
            share = take_up(self.labelled, OpportunityKind.MEASURE) or base.gain_share
            parts = parts.model_copy(update={"gain": gain, "gain_share": share})
        return parts, accept_part, effect

    def _accept(self, kind: OpportunityKind) -> tuple[Factor, Part]:
        return fit_accept(
            self.labelled,
            kind,
            self.model.kinds[kind],
            recipe=self.recipe,
            tempering=self.tempering,
            source=self.source,
        )


def as_data(report: Report) -> Any:
    """The report as JSON has it: what is no number becomes absent."""
    return plain(asdict(report))
