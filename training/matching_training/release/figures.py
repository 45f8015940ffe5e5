"""The figures of a training as the service reads them: those of its card, from the same tables, and no finer."""

import math
from collections.abc import Iterator
from typing import Any

import pandas as pd

from matching.ranking.figures import (
    ContestedReason,
    Figures,
    Foretelling,
    Foretold,
    GateCondition,
    GroupRate,
    Slice,
    StillShown,
    UseCounted,
    Worth,
)
from matching_training.release.trained import (
    CURVE,
    FINDINGS,
    JUDGED,
    RATES,
    STILL_SHOWN,
    USE,
    USE_IN_ALL,
    Trained,
)
from matching_training.small_cells import rounded

_AREAS, _ERROR = ("learned", "yardstick", "base"), "calibration_error"
_WORTH = (("accepted", "reordered"), ("outcomes", "reordered_by_outcomes"))


def figures_of(trained: Trained) -> Figures:
    """All of them; ValidationError for a count that is not to the nearest five, as nothing finer may be told."""
    champion = trained.parameters.get("champion")
    rows = {heading: list(_rows(table)) for heading, table in trained.tables.items()}
    return Figures(
        champion=None if champion is None else str(champion),
        worth=tuple(_worth(trained)),
        still_shown=tuple(StillShown(**row) for row in rows.get(STILL_SHOWN, ())),
        foretelling=tuple(_foretelling(trained)),
        calibration=tuple(Foretold(**row) for row in rows.get(CURVE, ())),
        findings=tuple(row["finding"] for row in rows.get(FINDINGS, ())),
        slices=tuple(Slice(**_of(Slice, row)) for row in rows.get(JUDGED, ())),
        rates=tuple(GroupRate(**_of(GroupRate, row)) for row in rows.get(RATES, ())),
        use=tuple(UseCounted(**row) for heading in (USE_IN_ALL, USE) for row in rows.get(heading, ())),
        contested=tuple(
            ContestedReason(feature=each.feature, against=rounded(each.against), verdicts=rounded(each.verdicts))
            for each in trained.contested
        ),
        gate=tuple(
            GateCondition(name=one.name, passed=one.passed, sentence=one.sentence) for one in trained.gate.conditions
        ),
    )


def _worth(trained: Trained) -> Iterator[Worth]:
    for by, name in _WORTH:
        found = {part: _figure(trained, f"{name}.{part}") for part in ("points", "low", "high", "effective")}
        if found["effective"] is not None:
            yield Worth.model_validate({"by": by, **found, "effective": int(found["effective"])})


def _foretelling(trained: Trained) -> Iterator[Foretelling]:
    names = [name for name in trained.metrics if name.endswith(".auc_learned")]
    for part in (name.removesuffix(".auc_learned") for name in names):
        areas = {area: _figure(trained, f"{part}.auc_{area}") for area in _AREAS}
        yield Foretelling(part=part, **areas, error=_figure(trained, f"{part}.{_ERROR}"))


def _figure(trained: Trained, name: str) -> float | None:
    """A figure with the digits that the card gives it; None for what is absent or no number."""
    value = trained.metrics.get(name)
    return None if value is None or not math.isfinite(value) else float(f"{value:.4g}")


def _rows(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows of a table of the card, each figure with the digits that the card gives it."""
    for row in table.to_dict(orient="records"):
        yield {str(name): _told(value) for name, value in row.items()}


def _told(value: Any) -> Any:
    if not isinstance(value, float):
        return value
    return float(f"{value:.3g}") if math.isfinite(value) else None


def _of(kind: type[Slice] | type[GroupRate], row: dict[str, Any]) -> dict[str, Any]:
    """The fields that a row has in the service; further columns stand on the card alone."""
    return {name: row[name] for name in kind.model_fields}
