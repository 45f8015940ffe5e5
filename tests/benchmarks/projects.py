"""Whether a person's project of three lines finds the right advert of two pages.

    python tests/benchmarks/projects.py

The 30 adverts and projects of `projects.jsonl` are invented, and for measuring only: nothing may be trained on them.
Each project is asked among the 30 adverts and, for size, among these and the short adverts of the training's texts,
which the encoder has learnt from. Once as the service reads it, without sentences of family, health or age; once with
nothing left out, to show what that costs.

A row is a channel, the last but one all of them as the shipped ranker weighs them for somebody of whom only the project
is known: mean reciprocal rank and share first with 95 % percentile bootstrap intervals over projects, share among the
first ten. Equal scores share their mean rank. The line below is the share of projects whose advert retrieval keeps
among its candidates at all.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matching.domain.opportunity import Vacancy
from matching.domain.profile import Profile
from matching.ranking.features import Pairs
from matching.ranking.model import chance_facts
from matching.ranking.person import RankedPerson
from matching.ranking.rank import rank
from matching.ranking.registry import open_baseline
from matching.retrieval.encoder import Encoder, open_encoder
from matching.retrieval.fusion import dense_score
from matching.retrieval.neutral import neutral
from matching.retrieval.passages import passages
from matching.retrieval.search import Query, SearchIndex, compare, read_person, retrieve
from matching.retrieval.text import text_of_option
from matching.retrieval.text_corpus import TextCorpus
from matching.settings import Settings
from matching.snapshot.columns import compile_criteria
from matching.snapshot.traits import compile_traits

Floats = npt.NDArray[np.float32]
Figures = npt.NDArray[np.float64]

PROJECTS = Path(__file__).with_suffix(".jsonl")
SHORT_ADVERTS = Path(__file__).parents[2] / "training" / "matching_training" / "encoder" / "texts"
FIRST_CHARACTERS = 1500
SEED, DRAWS = 121, 2_000


@dataclass(frozen=True)
class Advert:
    """An advert, and the project of somebody for whom it is right; no project for those that only stand by."""

    title: str
    text: str
    project: str = ""

    @property
    def option(self) -> Vacancy:
        """The advert as the service knows it."""
        return Vacancy(id="own:1", title=self.title, description=self.text)

    def said(self, characters: int | None = None) -> str:
        """Title and text, or the text's first characters, in the form that the channels read."""
        return f"{one_form(self.title)}. {one_form(self.text)[:characters]}"


class Adverts:
    """Adverts as the channels see them; the first ones are those with a project."""

    def __init__(self, adverts: Sequence[Advert], encoder: Encoder) -> None:
        self.options = [advert.option for advert in adverts]
        self.whole = [advert.said() for advert in adverts]
        self.encoder = encoder
        parts = [passages(one_form(advert.text)) or [""] for advert in adverts]
        lengths = np.array([len(each) for each in parts], dtype=np.intp)
        self._starts = np.cumsum(lengths) - lengths
        self._passages = encoder.encode([part for each in parts for part in each], "passage")
        self._role = encoder.encode([text_of_option(option).role for option in self.options], "passage")
        self._beginning = encoder.encode([advert.said(FIRST_CHARACTERS) for advert in adverts], "passage")
        self._whole = encoder.encode(self.whole, "passage")
        self.index = SearchIndex.build(self.options, encoder, None, np.ones(len(adverts), np.bool_))
        self.ranked = TextCorpus(self.whole, encoder, ("dense", "lexical"), None)

    def scores(self, queries: Sequence[Query]) -> Mapping[str, Floats]:
        """(n_queries, n_adverts) by channel."""
        asked = np.concatenate([query.project for query in queries])
        best = np.maximum.reduceat(asked @ self._passages.T, self._starts, axis=1)
        whole = asked @ self._whole.T
        everything = np.arange(len(self.options))
        found = [compare(query, self.index, everything) for query in queries]
        return {
            "titre et compétences": asked @ self._role.T,
            f"{FIRST_CHARACTERS} premiers caractères": asked @ self._beginning.T,
            "texte entier": whole,
            "meilleur passage": best,
            "moyenne des deux": dense_score(whole, best),
            "n-grammes du titre (service)": np.array([each.lexical for each in found]),
            "sens du projet (service)": np.array([each.project for each in found]),
            "mots du projet (service)": np.array([each.project_words for each in found]),
            "classement (service)": order_of_service(queries, self.options, self.index),
            "rank-texts": self.ranked.scores([query.text.project for query in queries]),
        }

    def kept(self, queries: Sequence[Query]) -> float:
        """The share of queries, the first adverts' own, whose advert is among the candidates."""
        everything, vacancies = np.arange(len(self.options)), np.ones(len(self.options), np.bool_)
        found = [retrieve(query, self.index, everything, vacancies).rows for query in queries]
        return float(np.mean([row in rows for row, rows in enumerate(found)]))


def main() -> None:
    """Ask every project, print one table per corpus and reading."""
    encoder = open_encoder(Settings())
    projects = read_projects()
    cut = [read_project(advert.project, encoder) for advert in projects]
    uncut = [as_written(query, advert.project, encoder) for query, advert in zip(cut, projects, strict=True)]
    left_out = sum(each.text.project != other.text.project for each, other in zip(cut, uncut, strict=True))
    share = sum(len(query.text.project) for query in cut) / sum(len(query.text.project) for query in uncut)
    print(  # noqa: T201
        f"Encodeur {encoder.version} ; le service lit {share:.0%} des signes, {left_out} projets sont abrégés"
    )
    for adverts in (projects, [*projects, *short_adverts()]):
        among = Adverts(adverts, encoder)
        show(f"Parmi {len(adverts)} annonces, projets comme le service les lit", among, cut)
        show(f"Parmi {len(adverts)} annonces, projets entiers", among, uncut)


def show(title: str, among: Adverts, queries: Sequence[Query]) -> None:
    """Print one table."""
    lines = [f"\n{title}", f"{'':<32}{'MRR':>6}{'95 %':>14}{'première':>10}{'95 %':>14}{'parmi dix':>11}"]
    for name, scores in among.scores(queries).items():
        ranks = ranks_of_own(scores)
        cells = [_with_interval(1 / ranks), _with_interval((ranks <= 1).astype(float))]
        lines.append(f"{name:<32}{cells[0]:>20}{cells[1]:>24}{np.mean(ranks <= 10):>11.2f}")
    lines.append(f"{'parmi les candidates':<31}{among.kept(queries):>6.2f}")
    print("\n".join(lines))  # noqa: T201


def ranks_of_own(scores: Floats) -> Figures:
    """(n_queries,) the rank of each query's own advert, which stands at the query's place; equal ones share theirs."""
    own = np.diagonal(scores)[:, None]
    return np.asarray((scores > own).sum(axis=1) + ((scores == own).sum(axis=1) + 1) / 2)


def order_of_service(queries: Sequence[Query], options: Sequence[Vacancy], index: SearchIndex) -> Floats:
    """(n_queries, n_options) the shipped ranker's scores for people of whom only the project is known."""
    model, person = open_baseline(), RankedPerson.of(Profile(id="p-1"))
    rows, none = np.arange(len(options)), np.zeros(len(options))
    criteria, traits = compile_criteria(options), compile_traits(options)
    scores = []
    for query in queries:
        found = compare(query, index, rows)
        pairs = Pairs(person, criteria, traits, found, none.astype(np.bool_), model.own_chance(chance_facts(person)))
        scores.append(rank(pairs, none.astype(np.int16), none, model).scores)
    return np.array(scores, dtype=np.float32)


def read_project(project: str, encoder: Encoder) -> Query:
    """A person of whom the project alone is known, as the service reads it."""
    return read_person(Profile(id="p-1", project=project), encoder, None)


def as_written(query: Query, project: str, encoder: Encoder) -> Query:
    """The same with every sentence of the project, in the same form of words."""
    said = one_form(project).strip(" .")
    return replace(query, text=replace(query.text, project=said), project=encoder.encode([said], "query"))


def read_projects() -> list[Advert]:
    """The adverts of `projects.jsonl` with their projects."""
    read = [json.loads(line) for line in PROJECTS.read_text(encoding="utf-8").splitlines()]
    return [Advert(each["title"], each["text"], each["project"]) for each in read]


def short_adverts() -> list[Advert]:
    """The invented short adverts that the encoder was trained on, in three languages."""
    files = sorted(SHORT_ADVERTS.glob("adverts_*.jsonl"))
    read = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [Advert(each["title"], each["text"]) for each in read]


def one_form(text: str) -> str:
    """The form in which `retrieval/text.py` gives texts to the channels."""
    return neutral(unicodedata.normalize("NFKC", text).lower()).strip()


def _with_interval(values: Figures) -> str:
    drawn = np.random.default_rng(SEED).choice(values, (DRAWS, len(values))).mean(axis=1)
    low, high = np.percentile(drawn, (2.5, 97.5))
    return f"{values.mean():.2f}  {low:.2f} – {high:.2f}"


if __name__ == "__main__":
    main()
