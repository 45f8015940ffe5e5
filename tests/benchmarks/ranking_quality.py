"""How well texts are ranked: `matching rank-texts`, or an encoder alone, on sets with known answers.

    python tests/benchmarks/ranking_quality.py qrels FOLDER [FOLDER ...]
    python tests/benchmarks/ranking_quality.py adverts france_travail_1776_short.csv

`qrels`: queries.tsv, corpus*.tsv and annotations.tsv (MELO, title similarity); `adverts`: each title to its own text
among 500. `--channels dense,lexical` leaves the other channels out; `--against dense` adds the difference to a second
run, with its interval over the same queries; `--embed "matching embed --json"` ranks by the cosine of the vectors that
a command gives instead. ESCO_LABELS=occupation_labels_fr_de_it_en.csv adds the queries that are no ESCO label
themselves ("new"), the honest figure for whatever was trained on those labels.

Mean reciprocal rank and mean average precision with 95 % bootstrap intervals over queries. Source of the measures:
MELO (Avature, 2024) and TalentCLEF 2025.
"""

import argparse
import csv
import json
import os
import random
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt

Figures = npt.NDArray[np.float64]
Orders = list[list[int]]
Rank = Callable[[list[str], list[str]], Orders]


@dataclass(frozen=True)
class TestSet:
    """Queries, texts, and which texts answer each query."""

    name: str
    queries: list[str]
    texts: list[str]
    answers: list[set[int]]


def main() -> None:
    """Read the sets, rank, print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("qrels", "adverts"))
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--channels")
    parser.add_argument("--against")
    parser.add_argument("--embed")
    chosen = parser.parse_args()
    labels = known_labels()
    for path in chosen.paths:
        these = qrels(path) if chosen.kind == "qrels" else adverts(path)
        ranks = by_embedding(chosen.embed) if chosen.embed else by_channels(chosen.channels)
        report(these, ranks, labels, by_channels(chosen.against) if chosen.against else None)


def report(these: TestSet, ranks: Rank, labels: set[str], against: Rank | None) -> None:
    """One line of figures, and one of the difference to another ranking."""
    asked = [row for row, answers in enumerate(these.answers) if answers]
    new = np.array([bool(labels) and not parts(these.queries[row]) & labels for row in asked])
    reciprocal, precision = figures(these, ranks, asked)
    extra = f"  new n={new.sum()} MRR={_with_interval(reciprocal[new])}" if new.any() else ""
    said = f"n={len(asked)} MRR={_with_interval(reciprocal)} MAP={_with_interval(precision)}{extra}"
    print(f"{these.name}  {said}", flush=True)  # noqa: T201
    if against is not None:
        other_reciprocal, other_precision = figures(these, against, asked)
        differences = [reciprocal - other_reciprocal, precision - other_precision]
        told = [
            f"{name} {_with_interval(each, '+.3f')}" for name, each in zip(("MRR", "MAP"), differences, strict=True)
        ]
        extra = f"  new MRR {_with_interval(differences[0][new], '+.3f')}" if new.any() else ""
        print(f"{' ' * len(these.name)}  difference: {' '.join(told)}{extra}", flush=True)  # noqa: T201


def figures(these: TestSet, ranks: Rank, asked: list[int]) -> tuple[Figures, Figures]:
    """Reciprocal rank and average precision of each query that has an answer."""
    orders = ranks([these.queries[row] for row in asked], these.texts)
    reciprocal, precision = [], []
    for row, order in zip(asked, orders, strict=True):
        places = np.flatnonzero(np.isin(order, list(these.answers[row]))) + 1
        reciprocal.append(1 / places[0])
        precision.append(float(np.mean(np.arange(1, len(places) + 1) / places)))
    return np.array(reciprocal), np.array(precision)


def by_channels(channels: str | None) -> Rank:
    """The order that `matching rank-texts` gives."""

    def ranks(queries: list[str], texts: list[str]) -> Orders:
        with TemporaryDirectory() as folder:
            corpus = Path(folder) / "corpus.txt"
            corpus.write_text(_lines(texts), encoding="utf-8")
            command = ["matching", "rank-texts", "--corpus", str(corpus), "--json"]
            return [
                json.loads(line) for line in _run(command + (["--channels", channels] if channels else []), queries)
            ]

    return ranks


def by_embedding(command: str) -> Rank:
    """The order by cosine of the vectors that a command gives for lines."""

    def vectors(texts: list[str]) -> Figures:
        found = np.array([json.loads(line) for line in _run(shlex.split(command), texts)])
        return np.asarray(found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-12))

    def ranks(queries: list[str], texts: list[str]) -> Orders:
        found = vectors(texts)
        return [np.argsort(-(found @ query), kind="stable").tolist() for query in vectors(queries)]

    return ranks


def qrels(folder: Path) -> TestSet:
    """A set as MELO and TREC write one."""
    query_ids, queries = _table(folder / "queries.tsv")
    text_ids, texts = _table(next(folder.glob("corpus*.tsv")))
    place = {key: index for index, key in enumerate(text_ids)}
    answers: dict[str, set[int]] = {key: set() for key in query_ids}
    for line in (folder / "annotations.tsv").read_text("utf-8").split("\n"):
        if line:
            query, _, text, grade = line.split("\t")
            if grade != "0" and text in place and query in answers:
                answers[query].add(place[text])
    return TestSet(folder.name, queries, texts, [answers[key] for key in query_ids])


def adverts(file: Path, count: int = 500) -> TestSet:
    """Titles of adverts and their texts, cut at 1,000 characters; each title once, in an order drawn once."""
    pairs: dict[str, tuple[str, str]] = {}
    with file.open(encoding="utf-8") as content:
        for row in csv.DictReader(content):
            title = re.sub(r"\(?\s*[HF]\s*/\s*[HF]\s*\)?", "", row["titre"]).strip()
            text = re.sub(r"\s+", " ", row["description"]).strip()[:1000]
            if len(text) > 300 and title:
                pairs.setdefault(title.lower(), (title, text))
    drawn = list(pairs.values())
    random.Random(3).shuffle(drawn)
    drawn = drawn[:count]
    return TestSet(
        file.stem, [title for title, _ in drawn], [text for _, text in drawn], [{i} for i in range(len(drawn))]
    )


def parts(label: str) -> set[str]:
    """A label and its gendered halves, without marks such as (h/f/x), in small letters."""
    text = re.sub(r"\(\s*[a-z](?:\s*/\s*[a-z])*\s*\)", "", label.casefold())
    return {re.sub(r"\s+", " ", part).strip() for part in [text, *text.split("/")] if len(part.strip()) > 3}


def known_labels() -> set[str]:
    """All labels of the file that ESCO_LABELS names, in parts."""
    path = os.environ.get("ESCO_LABELS")
    if not path:
        return set()
    with Path(path).open(encoding="utf-8") as content:
        return {part for row in csv.DictReader(content) for part in parts(row["label"])}


def _with_interval(values: Figures, form: str = ".3f") -> str:
    draws = np.random.default_rng(0).integers(0, len(values), size=(1000, len(values)))
    low, high = np.percentile(values[draws].mean(axis=1), [2.5, 97.5])
    return f"{values.mean():{form}} [{low:{form}}, {high:{form}}]"


def _run(command: list[str], lines: list[str]) -> list[str]:
    done = subprocess.run(command, input=_lines(lines).encode(), stdout=subprocess.PIPE, check=False)  # noqa: S603
    told = done.stdout.decode().splitlines()
    if done.returncode or len(told) != len(lines):
        sys.exit(f"{command[0]}: exit code {done.returncode}, {len(lines)} lines in, {len(told)} out")
    return told


def _lines(texts: list[str]) -> str:
    return "".join(f"{' '.join(text.split()) or '-'}\n" for text in texts)


def _table(file: Path) -> tuple[list[str], list[str]]:
    rows = [line.split("\t") for line in file.read_text("utf-8").split("\n") if line.strip()]
    return [row[0] for row in rows], [row[-1] for row in rows]


if __name__ == "__main__":
    main()
