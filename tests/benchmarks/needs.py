"""Whether a need finds a right measure: recall at 5 on real names by theme, on the demo's measures by barrier.

    python tests/benchmarks/needs.py categorisation_des_actions_du_fichier_PE.csv

The 150 needs of `needs.tsv` are invented, and for measuring only: nothing may be trained on them. The file is that of
carnet-de-bord, names of measures (`actions`) with a theme (`focus`). What may be found is likened to a need by the
encoder the settings name, and by character n-grams for comparison; by chance means five drawn at random.

A row counts the needs of one theme or barrier: the share with at least one of that very theme or barrier among the five
nearest. The row of all needs takes any of a need's own for right; the mean of the rows lets rare ones weigh as much as
frequent ones. Where most of what may be found is right, five at random are right too: read each row beside its chance.
"""

import csv
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matching.catalogue.pipeline import read_source
from matching.catalogue.sources import data_inclusion, measures
from matching.domain.effect import BarrierEffect
from matching.domain.opportunity import Measure
from matching.domain.vocabulary.needs import Barrier
from matching.retrieval.encoder import Encoder, open_encoder
from matching.retrieval.lexical import LexicalIndex
from matching.retrieval.text import text_of_option
from matching.settings import Settings, shipped

Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]
Figures = npt.NDArray[np.float64]
Labels = frozenset[str]
Liken = Callable[[Sequence[str], Sequence[str]], Floats]
"""(n_needs, n_texts) how like each text is to each need."""

NEEDS = Path(__file__).with_suffix(".tsv")
AT, FIRST = 5, 1
SEED, DRAWS = 121, 2_000


@dataclass(frozen=True)
class Need:
    """What a person needs or what stands in the way, with the labels a good caseworker would look under."""

    text: str
    themes: Labels
    barriers: Labels


@dataclass(frozen=True)
class Findable:
    """What may be found: each by one text or several, of which the best counts, and by its labels."""

    texts: list[tuple[str, ...]]
    labels: list[Labels]


@dataclass(frozen=True)
class Task:
    """Needs against what may be found: (n_needs, n_labels) `wanted`, (n_found, n_labels) `carried`.

    The labels are those that something carries; needs without any of these are left out.
    """

    needs: list[Need]
    labels: list[str]
    wanted: Flags
    carried: Flags

    @classmethod
    def of(cls, needs: list[Need], labels_of: Callable[[Need], Labels], findable: Findable) -> "Task":
        """The task of these needs, by their themes or by their barriers."""
        labels = sorted(frozenset[str]().union(*findable.labels))
        kept = [need for need in needs if labels_of(need) & set(labels)]
        wanted = np.array([[label in labels_of(need) for label in labels] for need in kept])
        used: Flags = np.any(wanted, axis=0)
        carried = np.array([[label in carries for label in labels] for carries in findable.labels])
        return cls(kept, [labels[column] for column in np.flatnonzero(used)], wanted[:, used], carried[:, used])

    def recall(self, scores: Floats, at: int) -> tuple[Figures, Figures]:
        """Recall by label, of all needs and as mean of the labels (n_labels + 2,), and its 95 % interval (2, same).

        `scores` is (n_needs, n_found). The interval is the percentile bootstrap over needs.
        """
        nearest = np.argsort(-scores, axis=1, kind="stable")[:, :at]
        said_of = np.take_along_axis(scores, nearest, axis=1) > 0  # a channel that says nothing finds nothing
        found: Flags = np.any(self.carried[nearest] & said_of[:, :, None], axis=1)
        needs = len(self.needs)
        drawn = np.random.default_rng(SEED).multinomial(needs, np.full(needs, 1 / needs), size=DRAWS)
        interval = np.nanpercentile(self._shares(found, drawn), (2.5, 97.5), axis=0)
        return self._shares(found, np.ones((1, needs), np.int64))[0], interval

    def chance(self, at: int) -> Figures:
        """The expected recall of `at` drawn at random without putting back: (n_labels + 2,), as `recall`."""
        by_label = np.array([_chance(int(right), len(self.carried), at) for right in self.carried.sum(axis=0)])
        right = (self.wanted.astype(int) @ self.carried.T.astype(int) > 0).sum(axis=1)
        of_all = np.mean([_chance(int(count), len(self.carried), at) for count in right])
        return np.array([*by_label, of_all, by_label.mean()])

    def counts(self) -> list[int]:
        """How many needs each figure of `recall` stands on."""
        return [*self.wanted.sum(axis=0).tolist(), len(self.needs), len(self.needs)]

    def _shares(self, found: Flags, weights: npt.NDArray[np.int64]) -> Figures:
        """(n_weights, n_labels + 2) shares for needs that count so many times each: (n_weights, n_needs)."""
        hit = found & self.wanted
        with np.errstate(invalid="ignore"):  # a label none of whose needs was drawn
            by_label = (weights @ hit.astype(int)) / (weights @ self.wanted.astype(int))
        of_all = (weights @ hit.any(axis=1)) / weights.sum(axis=1)
        return np.column_stack([by_label, of_all, np.nanmean(by_label, axis=1)])


def main() -> None:
    """Read needs, names and the demo's measures, print both tables."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        sys.exit("Indiquer le fichier des actions et de leurs thèmes : categorisation_des_actions_du_fichier_PE.csv.")
    encoder = open_encoder(Settings())
    needs, names, options = read_needs(), read_names(Path(sys.argv[1])), demo_measures()
    known = set(Barrier).union(*names.labels)
    unknown = set[str]().union(*(need.themes | need.barriers for need in needs)) - known
    if unknown:
        sys.exit(f"Ni un thème du fichier ni un frein du vocabulaire : {', '.join(sorted(unknown))} ({NEEDS.name}).")
    print(f"Encodeur {encoder.version}, {encoder.dimension} dimensions")  # noqa: T201
    show(f"Noms de mesures par thème : {len(names.texts)} noms", needs, lambda need: need.themes, names, encoder)
    title = f"Mesures de démonstration par frein : {len(options.texts)} mesures"
    show(title, needs, lambda need: need.barriers, options, encoder)


def show(title: str, needs: list[Need], labels_of: Callable[[Need], Labels], found: Findable, encoder: Encoder) -> None:
    """Print one table: recall at 5 with its interval by channel, by chance, and what the very first one gives."""
    task = Task.of(needs, labels_of, found)
    channels = [scores_of(task.needs, found, liken) for liken in (encoded_by(encoder), by_ngrams)]
    told = [task.recall(scores, AT) for scores in channels]
    head = f"{'':<24}{'besoins':>8}{'encodeur':>11}{'95 %':>13}{'n-grammes':>11}{'95 %':>13}{'hasard':>8}"
    lines = [f"\n{title}, {len(task.needs)} besoins, une bonne parmi les {AT} premières", head]
    rows = [*task.labels, "tous les besoins", "moyenne des lignes"]
    for row, (name, count, chance) in enumerate(zip(rows, task.counts(), task.chance(AT), strict=True)):
        cells = [f"{share[row]:>11.2f}{f'{low[row]:.2f} – {high[row]:.2f}':>13}" for share, (low, high) in told]
        lines.append(f"{name:<24}{count:>8}{''.join(cells)}{chance:>8.2f}")
    firsts = [task.recall(scores, FIRST)[0] for scores in channels] + [task.chance(FIRST)]
    for row, name in ((-2, "la première seule, tous"), (-1, "idem, moyenne")):
        encoder_, ngrams, chance = (figures[row] for figures in firsts)
        lines.append(f"{name:<24}{len(task.needs):>8}{encoder_:>11.2f}{'':>13}{ngrams:>11.2f}{'':>13}{chance:>8.2f}")
    print("\n".join(lines))  # noqa: T201


def scores_of(needs: list[Need], findable: Findable, liken: Liken) -> Floats:
    """(n_needs, n_found) by one channel: the best of the texts of each, as retrieval does with its vectors."""
    said = [need.text for need in needs]
    best: Floats = np.max([liken(said, texts) for texts in zip(*findable.texts, strict=True)], axis=0)
    return best


def encoded_by(encoder: Encoder) -> Liken:
    """The dense channel: cosines of vectors."""
    return lambda needs, texts: encoder.encode(needs, "query") @ encoder.encode(texts, "passage").T


def by_ngrams(needs: Sequence[str], texts: Sequence[str]) -> Floats:
    """The lexical channel: cosines of tf-idf over character n-grams, with the statistics of these texts."""
    index = LexicalIndex.build(texts)
    return np.array([index.scores(need) for need in needs])


def read_needs() -> list[Need]:
    """The needs of `needs.tsv`."""
    with NEEDS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Need(row["need"], _labels(row["themes"]), _labels(row["barriers"])) for row in rows]


def read_names(path: Path) -> Findable:
    """Each distinct name with its theme; a name without a theme may be found and is never right."""
    with path.open(encoding="utf-8", newline="") as file:
        themes = {row["actions"]: _labels(row["focus"]) for row in csv.DictReader(file, delimiter=";")}
    return Findable([(name,) for name in themes], list(themes.values()))


def demo_measures() -> Findable:
    """The demo's measures, role and body of each, with the needs they address and the barriers they lift."""
    examples = shipped("data_contracts", "v1", "examples")
    sources = ((measures.SOURCE, "measures.jsonl"), (data_inclusion.SOURCE, "services.json"))
    read = [each.item for source, file in sources for each in read_source(source, examples / file).accepted]
    options = [item for item in read if isinstance(item, Measure)]
    texts = [text_of_option(option) for option in options]
    return Findable([(text.role, text.body) for text in texts], [_barriers_of(option) for option in options])


def _barriers_of(option: Measure) -> Labels:
    lifted = {effect.barrier for effect in option.effects if isinstance(effect, BarrierEffect)}
    return frozenset(lifted.union(option.criteria.needs))


def _labels(cell: str) -> Labels:
    return frozenset(label for label in cell.split("|") if label)


def _chance(right: int, among: int, at: int) -> float:
    """That at least one is right of `at` drawn without putting back."""
    return 1 - comb(among - right, at) / comb(among, at)


if __name__ == "__main__":
    main()
