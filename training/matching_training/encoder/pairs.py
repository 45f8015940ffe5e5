"""Which two texts a training step brings together, and which it keeps apart."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching_training.encoder.corpus import Corpus, Part


@dataclass(frozen=True)
class Mixture:
    """Shares of the pairs and of the batches."""

    description: float = 0.1
    """Of a concept's pairs: label and description."""
    skill: float = 0.1
    """Of an occupation's other pairs, where it is known what it asks for: its label and that of a skill."""
    across: float = 0.6
    """Of a concept's pairs: two labels in different languages; the rest are two of one language."""
    everything: float = 1 / 3
    """Of the batches: concepts of all kinds instead of occupations alone."""
    neighbours: float = 0.5
    """Of an occupation batch: whole ISCO groups, whose occupations are each other's hard negatives."""
    adverts: float = 0.2
    """Of the batches: a title, or a name of the occupation, with the text of an advert or one of its sentences."""


@dataclass(frozen=True)
class Batch:
    """Rows of items, pair by pair, and the concept of each pair."""

    first: list[int]
    second: list[int]
    concept: npt.NDArray[np.int64]
    adverts: bool
    related: tuple[list[int], list[int]] = ([], [])
    """Places (first, second) of occupations and skills of other pairs that belong together all the same."""

    def negatives(self) -> npt.NDArray[np.bool_]:
        """(n, n): False where a first and a second of two pairs may mean the same; the diagonal is True."""
        apart = self.concept[:, np.newaxis] != self.concept
        apart[self.related] = False
        np.fill_diagonal(apart, val=True)
        return np.asarray(apart)


class Pairs:
    """Draws batches of pairs."""

    def __init__(self, corpus: Corpus, mixture: Mixture, seed: int) -> None:
        """Sort the items by concept and language; the same seed gives the same batches."""
        self._mixture = mixture
        self._draw = random.Random(seed)  # noqa: S311 - no secret
        n = len(corpus.concepts)
        self._labels: list[dict[str, list[int]]] = [defaultdict(list) for _ in range(n)]
        self._descriptions: list[dict[str, list[int]]] = [defaultdict(list) for _ in range(n)]
        adverts: dict[int, list[int]] = defaultdict(list)
        for row, item in enumerate(corpus.items):
            if item.part is Part.LABEL:
                self._labels[item.concept][item.language].append(row)
            elif item.part is Part.DESCRIPTION:
                self._descriptions[item.concept][item.language].append(row)
            else:
                adverts[item.source].append(row)
        self._adverts = [(corpus.items[rows[0]].concept, rows[0], rows[1], rows[2:]) for rows in adverts.values()]
        usable = [row for row in range(n) if sum(map(len, self._labels[row].values())) > 1]
        self._all = usable
        self._occupations = [row for row in usable if corpus.concepts[row].kind == "occupation"]
        groups: dict[str, list[int]] = defaultdict(list)
        for row in self._occupations:
            groups[corpus.concepts[row].isco].append(row)
        self._groups = [rows for isco, rows in groups.items() if isco and len(rows) > 1]
        row_of = {concept.uri: row for row, concept in enumerate(corpus.concepts)}
        self._skills: dict[int, list[int]] = {}
        self._meant: dict[int, list[int]] = defaultdict(list)
        """Rows of a skill's own concept and of the occupations that ask for it."""
        for row in self._occupations:
            skills = [row_of[uri] for uri in corpus.concepts[row].skills if uri in row_of]
            if skills := [skill for skill in skills if self._labels[skill]]:
                self._skills[row] = skills
            for skill in skills:
                self._meant[skill] += [row] if self._meant[skill] else [skill, row]

    def batch(self, size: int) -> Batch:
        """Up to `size` pairs of different concepts, or of different adverts."""
        if self._adverts and self._draw.random() < self._mixture.adverts:
            chosen = self._draw.sample(self._adverts, min(size, len(self._adverts)))
            first, second = zip(*(self._of_advert(*advert) for advert in chosen), strict=True)
            return Batch([*first], [*second], np.array([advert[0] for advert in chosen], np.int64), adverts=True)
        return self._of_concepts(self._concepts(size))

    def _concepts(self, size: int) -> list[int]:
        if self._draw.random() < self._mixture.everything:
            return self._draw.sample(self._all, min(size, len(self._all)))
        chosen: dict[int, None] = {}
        for group in self._draw.sample(self._groups, len(self._groups)):
            if len(chosen) < size * self._mixture.neighbours:
                chosen.update(dict.fromkeys(group))
        rest = [
            row for row in self._draw.sample(self._occupations, min(size, len(self._occupations))) if row not in chosen
        ]
        return [*chosen, *rest[: max(0, size - len(chosen))]]

    def _of_concepts(self, concepts: list[int]) -> Batch:
        first, second = [], []
        skills = {place: concept for place, concept in enumerate(concepts) if concept in self._meant}
        for place, concept in enumerate(concepts):
            one, other = self._of_concept(concept)
            if concept in self._skills and self._draw.random() < self._mixture.skill:
                skills[place] = self._draw.choice(self._skills[concept])
                other = self._a_label(skills[place])
            first.append(one)
            second.append(other)
        places = {concept: place for place, concept in enumerate(concepts)}
        related = [
            (places[meant], column)
            for column, skill in skills.items()
            for meant in self._meant[skill]
            if meant in places
        ]
        return Batch(
            first,
            second,
            np.array(concepts, np.int64),
            adverts=False,
            related=([row for row, _ in related], [column for _, column in related]),
        )

    def _a_label(self, concept: int) -> int:
        return self._draw.choice(self._draw.choice(list(self._labels[concept].values())))

    def _of_concept(self, concept: int) -> tuple[int, int]:
        labels, descriptions = self._labels[concept], self._descriptions[concept]
        language = self._draw.choice(list(labels))
        first = self._draw.choice(labels[language])
        drawn = self._draw.random()
        if descriptions and drawn < self._mixture.description:
            return first, self._draw.choice(self._draw.choice(list(descriptions.values())))
        others = [other for other in labels if other != language]
        alike = [row for row in labels[language] if row != first]
        if others and (not alike or drawn < self._mixture.description + self._mixture.across):
            return first, self._draw.choice(labels[self._draw.choice(others)])
        return first, self._draw.choice(alike)

    def _of_advert(self, concept: int, title: int, text: int, sentences: Sequence[int]) -> tuple[int, int]:
        drawn = self._draw.random()
        if len(sentences) > 1 and drawn < 0.1:
            first, second = self._draw.sample(sentences, 2)
            return first, second
        first = self._a_label(concept) if self._labels[concept] and drawn < 0.4 else title
        second = text if not sentences or self._draw.random() < 0.6 else self._draw.choice(sentences)
        return first, second
