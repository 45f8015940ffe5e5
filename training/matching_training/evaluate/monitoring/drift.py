"""Whether what a ranker meets today is still what it learnt from: features, decisions, outcomes.

Two measures of how far two distributions lie apart: the population stability index (PSI), whose thresholds .1 and .25
are conventions of credit scoring and no test (Siddiqi 2006), and the Jensen-Shannon divergence in bits, 0 to 1. Small
windows lie apart by chance alone, so a shift counts only above what chance leaves to all distributions together 19
times out of 20 (Yurdakul 2018: PSI without drift is chi-squared times the sum of both inverse sizes; the size here is
that of people, by Kish, since rows of one person are alike).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.process import Verb
from matching.ranking.model import Model
from matching_training.evaluate.monitoring.interim import Interim, interim, mean_by_person
from matching_training.evaluate.order.acceptance import accept_logits, at_their_rank, decided, shifts_of
from matching_training.fit.scored import refuse_lacking
from matching_training.log.tables import CHANCE, FEATURE, Log

Values = NDArray[np.float64]
Level = Literal["stable", "moderate", "strong"]

MODERATE, STRONG = 0.1, 0.25
_FEW_VALUES = 12
"""A feature with so few different values is compared value by value; any other by tenths of the reference."""
_PARTS = 10


@dataclass(frozen=True)
class Shift:
    """One distribution in both windows; `by_chance` is what all of them stay below 19 times out of 20."""

    part: Literal["feature", "decision", "outcome"]
    name: str
    reference: int
    current: int
    psi: float
    js: float
    by_chance: float
    people: float = np.inf
    """Effective number of people behind it, in the window that has fewer."""

    @property
    def level(self) -> Level:
        """Moderate from .1 and strong from .25, where chance does not explain it."""
        if np.isnan(self.psi) or self.psi <= max(self.by_chance, MODERATE):
            return "stable"
        return "strong" if self.psi >= STRONG else "moderate"


@dataclass(frozen=True)
class Pair:
    """The codes of both windows, before they are compared, with the effective number of people behind each."""

    part: Literal["feature", "decision", "outcome"]
    name: str
    of: tuple[pd.Series, pd.Series]
    people: tuple[float, float]


@dataclass(frozen=True)
class Share:
    """A share in both windows, their difference (current minus reference) and its interval, 95 times out of 100."""

    part: Literal["decision", "outcome"]
    name: str
    reference: float
    current: float
    low: float
    high: float
    rows: tuple[int, int] = (0, 0)
    """How many it rests on, in either window."""
    fewest: int = 0
    """People of whom it holds, or does not, in the window and on the side that has fewest."""

    @property
    def moved(self) -> bool:
        """Whether the interval leaves zero out."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, eq=False)
class Drift:
    """All shifts and shares, how the ranker does in both windows, and the sentences to them, in French."""

    shifts: tuple[Shift, ...]
    shares: tuple[Share, ...]
    reference: Interim | None
    current: Interim | None
    sentences: tuple[str, ...]

    @property
    def level(self) -> Level | None:
        """The worst of the shifts; None where a window is empty and nothing can be said."""
        levels = {each.level for each in self.shifts}
        return next((level for level in ("strong", "moderate", "stable") if level in levels), None)

    def as_rows(self) -> pd.DataFrame:
        """One row per shift, worst first."""
        rows = [{**vars(each), "level": each.level} for each in self.shifts]
        columns = ["part", "name", "reference", "current", "psi", "js", "by_chance", "level"]
        return pd.DataFrame(rows, columns=columns).sort_values("psi", ascending=False, ignore_index=True).round(4)


def drift(reference: Log, current: Log, *, model: Model | None = None) -> Drift:
    """Compare two logs; an empty one is answered with a sentence.

    With the model that served, how its chances of acceptance keep: what a rank does to them is read from the reference.
    InvalidInputError where a log lacks what the model reads.
    """
    for window, log in (("référence", reference), ("actuelle", current)):
        if log.shown.empty:
            return Drift((), (), None, None, (f"La fenêtre {window} est vide : rien à comparer.",))
    pairs = (*_features(reference, current), *_decisions(reference, current), *_outcomes(reference, current))
    shifts = _shifts([pair for pair in pairs if all(len(each) for each in pair.of)])
    before, now = _interim(reference, current, model)
    shares = (*_accepted(reference, current), *_held(reference, current))
    return Drift(
        shifts=shifts,
        shares=shares,
        reference=before,
        current=now,
        sentences=tuple(_sentences(shifts, shares, now)),
    )


def _interim(reference: Log, current: Log, model: Model | None) -> tuple[Interim, Interim]:
    """How the ranker does in both windows."""
    if model is None:
        return interim(reference), interim(current)
    for log in (reference, current):
        refuse_lacking(log.shown, model)
    before, now = (accept_logits(log.shown, model) for log in (reference, current))
    shifts = shifts_of(before, reference.shown, decided(reference.shown))

    def judged(log: Log, logits: Values) -> Interim:
        return interim(log, predicted=at_their_rank(logits, log.shown, shifts), horizon_months=model.horizon_months)

    return judged(reference, before), judged(current, now)


def apart(reference: Sequence[float], current: Sequence[float]) -> tuple[float, float]:
    """PSI and Jensen-Shannon divergence of two rows of counts over the same bins; half a count is added to each bin."""
    from scipy.spatial.distance import jensenshannon

    p, q = (np.asarray(counts, dtype=np.float64) + 0.5 for counts in (reference, current))
    p, q = p / p.sum(), q / q.sum()
    return float(((q - p) * np.log(q / p)).sum()), float(jensenshannon(p, q, base=2) ** 2)


def bins(reference: Values, current: Values) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The bin of every value, in bins of the reference; unknown is a bin of its own, and so is a value never met."""
    values = np.unique(reference[~np.isnan(reference)])
    if len(values) <= _FEW_VALUES:
        return tuple(_by_value(x, values) for x in (reference, current))  # type: ignore[return-value]
    edges = np.unique(np.nanquantile(reference, np.linspace(0, 1, _PARTS + 1)[1:-1]))
    placed = (np.where(np.isnan(x), -1, np.searchsorted(edges, x, side="right")) for x in (reference, current))
    return tuple(placed)  # type: ignore[return-value]


def _by_value(x: Values, values: Values) -> NDArray[np.int64]:
    at = np.searchsorted(values, x)
    met = np.isin(x, values)
    return np.where(np.isnan(x), -1, np.where(met, at, len(values))).astype(np.int64)


def _shifts(pairs: Sequence[Pair]) -> tuple[Shift, ...]:
    from scipy.special import chdtri

    shifts = []
    for pair in pairs:
        counts = pd.DataFrame({at: each.value_counts(dropna=False) for at, each in enumerate(pair.of)}).fillna(0)
        psi, js = apart(*(list(counts[at]) for at in counts))
        by_chance = float(chdtri(max(len(counts) - 1, 1), 0.05 / len(pairs))) * sum(1 / n for n in pair.people)
        reference, current = map(len, pair.of)
        shifts.append(Shift(pair.part, pair.name, reference, current, psi, js, by_chance, min(pair.people)))
    return tuple(shifts)


def _people(table: pd.DataFrame) -> float:
    """How many people, with as many rows each, would know as much: rows squared by the sum of their squares (Kish)."""
    rows = table["person"].value_counts()
    return float(rows.sum() ** 2 / (rows**2).sum()) if len(rows) else 0.0


def _pair(
    part: Literal["feature", "decision", "outcome"], name: str, column: str, tables: Sequence[pd.DataFrame]
) -> Pair:
    before, after = tables
    return Pair(part, name, (before[column], after[column]), (_people(before), _people(after)))


def _features(reference: Log, current: Log) -> list[Pair]:
    """Features and chance facts that both logs hold, per kind: a mix of kinds is no drift of a feature."""
    both = [name for name in reference.shown.columns if name in current.shown.columns]
    names = [name for name in both if name.startswith((FEATURE, CHANCE))]
    pairs = []
    for kind in sorted(set(reference.shown["kind"]) & set(current.shown["kind"])):
        before, after = (log.shown[log.shown["kind"] == kind] for log in (reference, current))
        people = _people(before), _people(after)
        for name in names:
            one, other = bins(*(np.asarray(table[name], dtype=np.float64) for table in (before, after)))
            said = f"{name.removeprefix(FEATURE)} ({kind})"
            pairs.append(Pair("feature", said, (pd.Series(one), pd.Series(other)), people))
    return pairs


def _decisions(reference: Log, current: Log) -> list[Pair]:
    """What was shown by kind, what was decided, and for which reasons; who has not decided yet is not compared."""
    tables = [log.shown for log in (reference, current)]
    decided = [table[table["verb"].notna()] for table in tables]
    said = [table.assign(reasons=table["reasons"].str.split()).explode("reasons") for table in decided]
    return [
        _pair("decision", "kind", "kind", tables),
        _pair("decision", "verb", "verb", decided),
        _pair("decision", "reasons", "reasons", [table.dropna(subset=["reasons"]) for table in said]),
    ]


def _outcomes(reference: Log, current: Log) -> list[Pair]:
    """Which facts are stated and whether they hold; a fact not stated is unknown, in both windows."""
    tables = [_stated(log) for log in (reference, current)]
    of = [table.assign(code=table["name"].str.cat(table["holds"].map("{:g}".format), sep=" ")) for table in tables]
    return [_pair("outcome", "facts", "code", of)]


def _stated(log: Log) -> pd.DataFrame:
    """The facts that hold or do not, with the person and a name that includes the horizon."""
    known = log.outcomes[log.outcomes["holds"].notna()]
    with_person = known.merge(log.shown[["slate", "option", "person"]], on=["slate", "option"])
    pairs = zip(with_person["fact"], with_person["months"], strict=True)
    names = [fact if np.isnan(months) else f"{fact} {months:g}" for fact, months in pairs]
    return with_person.assign(name=pd.Series(names, index=with_person.index, dtype=object))


def _accepted(reference: Log, current: Log) -> list[Share]:
    """Share accepted of what was accepted or rejected, by kind."""
    shares = []
    for kind in sorted(set(reference.shown["kind"]) | set(current.shown["kind"])):
        both = []
        for log in (reference, current):
            rows = log.shown[(log.shown["kind"] == kind) & log.shown["verb"].isin([Verb.ACCEPT, Verb.REJECT])]
            both.append((np.asarray(rows["verb"] == Verb.ACCEPT, dtype=np.float64), np.asarray(rows["person"])))
        shares.append(_share("decision", f"accept ({kind})", both))
    return [each for each in shares if each]


def _held(reference: Log, current: Log) -> list[Share]:
    """Share of each stated fact that holds."""
    tables = [_stated(log) for log in (reference, current)]
    shares = []
    for name in sorted(set(tables[0]["name"]) & set(tables[1]["name"])):
        rows = [table[table["name"] == name] for table in tables]
        both = [(np.asarray(each["holds"], dtype=np.float64), np.asarray(each["person"])) for each in rows]
        shares.append(_share("outcome", name, both))
    return [each for each in shares if each]


def _share(
    part: Literal["decision", "outcome"], name: str, both: Sequence[tuple[Values, NDArray[np.int64]]]
) -> Share | None:
    before, after = (mean_by_person(values, people) for values, people in both)
    if not before.n or not after.n:
        return None
    half = float(np.hypot(before.high - before.value, after.high - after.value))
    moved = after.value - before.value
    fewest = min(len(np.unique(people[side])) for values, people in both for side in (values > 0, values <= 0))
    return Share(part, name, before.value, after.value, moved - half, moved + half, (before.n, after.n), fewest)


_SAID: Mapping[Level, str] = {"moderate": "a changé modérément", "strong": "a changé fortement", "stable": "est stable"}


def _sentences(shifts: Sequence[Shift], shares: Sequence[Share], now: Interim) -> list[str]:
    far = sorted((each for each in shifts if each.level != "stable"), key=lambda each: -each.psi)
    said = [f"{each.name} {_SAID[each.level]} : PSI {each.psi:.2f} (hasard : {each.by_chance:.2f})." for each in far]
    if not far:
        said.append(
            f"{len(shifts)} distributions comparées, aucune n'a changé au-delà du hasard et du seuil {MODERATE}."
        )
    said += [
        f"{each.name} : {each.reference:.0%} puis {each.current:.0%} "
        f"(écart {100 * each.low:+.0f} à {100 * each.high:+.0f} points)."
        for each in shares
        if each.moved
    ]
    if (off := now.calibration).n:
        said.append(
            f"Acceptation prédite moins observée, dans la fenêtre actuelle : {100 * off.value:+.0f} points "
            f"({100 * off.low:+.0f} à {100 * off.high:+.0f})."
        )
    said.append(
        f"Échéance atteinte pour {now.horizons_reached} des {now.begun} débuts de la fenêtre actuelle : "
        "le reste ne peut pas encore avoir de résultat."
    )
    said.append(f"Les seuils {MODERATE} et {STRONG} du PSI sont des conventions, pas un test.")
    return said
