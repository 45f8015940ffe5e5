"""The card of a trained ranker, in Markdown: data, windows, method, figures, slices, limits, and the gate's reasons."""

import math
from collections.abc import Iterator

import pandas as pd

from matching.domain.vocabulary.process import Evidence
from matching_training.fit.contested import TRUST
from matching_training.release.trained import Trained
from matching_training.small_cells import rounded

_NEVER_READ = (
    "Sex, age, nationality, permit, family, health, disability, debt, time on assistance: "
    "`src/matching/ranking/person.py` is the allow-list."
)
_COUNTS = (
    "Counts of people, lists, decisions and facts are to the nearest five, and shares are those of such counts: two "
    "cards side by side tell nothing of a few people. What is left out is marked –."
)
_LIMITS = {
    Evidence.SIMULATED: (
        "**Learned from an invented canton.** Every figure on this card is about that canton, none about people. "
        "No open data set of counsellors' decisions on measures exists; the method is checked on a randomised "
        "trial besides (`matching-train trial`). The service loads this model on a store marked as demo alone."
    ),
    Evidence.LOCAL: (
        "Learned from the decisions of one house and what was stated later. What nobody stated is unknown, not a "
        "failure. It says nothing of other houses, nor of options and people unlike those shown here."
    ),
    Evidence.NONE: "No decision and no outcome has entered it.",
}


def card(trained: Trained) -> str:
    """The whole card; the same training gives the same text."""
    return "\n".join(_parts(trained)) + "\n"


def _parts(trained: Trained) -> Iterator[str]:
    source = trained.source
    yield f"# Card: ranker {trained.version}"
    yield ""
    yield f"**Evidence: {source.evidence.value}.** {_LIMITS[source.evidence]}"
    yield ""
    yield "## Data"
    yield ""
    yield from _figures(
        {
            "snapshot": f"`{source.digest}`",
            "from, until": f"{source.first:%Y-%m-%d}, {source.until:%Y-%m-%d}",
            "people": source.people,
            "slates": source.slates,
            "options shown": source.shown,
            "decisions": source.decisions,
            "outcomes stated": source.outcomes,
        }
    )
    yield _COUNTS
    yield ""
    yield "## Method"
    yield ""
    yield (
        "An additive model, boosted and monotone where the field demands it, stored as tables: per kind of option the "
        "chance of being accepted (position on the slate learned beside it and left out), times what the option adds: "
        "for vacancies and places the chance of a job above the person's own, for measures a doubly robust effect."
    )
    yield ""
    yield from _figures({"base": f"`{trained.base}`", **{k: f"`{v}`" for k, v in trained.parameters.items()}})
    if trained.kept:
        yield "Kept from the base:"
        yield ""
        yield from (f"- {part}: {why}" for part, why in trained.kept.items())
        yield ""
    yield f"**What it never reads.** {_NEVER_READ}"
    yield ""
    yield "## Figures"
    yield ""
    yield from _figures({name: f"{value:.4g}" for name, value in trained.metrics.items()})
    for heading, table in trained.tables.items():
        yield f"## {heading}"
        yield ""
        yield from _table(table)
    yield "## Contested explanations"
    yield ""
    yield from _contested(trained)
    yield "## Gate"
    yield ""
    yield f"**{'May be promoted, by a person.' if trained.gate.passed else 'May not be promoted.'}**"
    yield ""
    marks = {True: "met", False: "not met", None: "unknown"}
    yield from (f"- {one.name}: {marks[one.passed]}. {one.sentence}" for one in trained.gate.conditions)


def _contested(trained: Trained) -> Iterator[str]:
    if not trained.contested:
        yield "Nobody has judged an explanation yet."
        yield ""
        return
    yield f"The gate refuses a reason contested in more than half of its verdicts, {TRUST} verdicts of trust added."
    yield ""
    yield from _figures(
        {each.feature: f"{rounded(each.against)} of {rounded(each.verdicts)}" for each in trained.contested}
    )


def _figures(figures: dict[str, object]) -> Iterator[str]:
    yield "| what | figure |"
    yield "|---|---|"
    yield from (f"| {name} | {value} |" for name, value in figures.items())
    yield ""


def _table(table: pd.DataFrame) -> Iterator[str]:
    yield "| " + " | ".join(map(str, table.columns)) + " |"
    yield "|" + "---|" * len(table.columns)
    for row in table.itertuples(index=False):
        yield "| " + " | ".join(map(_cell, row)) + " |"
    yield ""


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "–" if math.isnan(value) else f"{value:.3g}"
    return str(value)
