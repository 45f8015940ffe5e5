"""Occupations left out of the training, and how well the encoder finds them: the honest figure within ESCO."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching_training.encoder.esco import LANGUAGES, Concept, Language

Floats = npt.NDArray[np.float32]

PAIRS: tuple[tuple[Language, Language], ...] = (
    ("fr", "fr"),
    ("de", "de"),
    ("it", "it"),
    ("en", "en"),
    ("fr", "en"),
    ("de", "fr"),
    ("it", "fr"),
)
"""Language of the query and of the labels searched."""

_SPLIT_SEED = 13
_ALIKE = 8
"""Labels that begin with as many same letters as the query are taken out of the search: they would give it away."""


@dataclass(frozen=True)
class Found:
    """Mean reciprocal rank over n queries."""

    query: Language
    labels: Language
    n: int
    mrr: float


def left_out(concepts: Sequence[Concept], n: int) -> set[str]:
    """URIs of n occupations with labels in all four languages; the same ones each time."""
    complete = sorted(
        concept.uri
        for concept in concepts
        if concept.kind == "occupation" and {text.language for text in concept.texts.values()} == set(LANGUAGES)
    )
    random.Random(_SPLIT_SEED).shuffle(complete)  # noqa: S311 - no secret
    return set(complete[:n])


def find(encode: Callable[[list[str]], Floats], concepts: Sequence[Concept], held: set[str]) -> list[Found]:
    """An alternative label of each occupation left out, searched among the labels of all occupations.

    `encode` gives unit vectors (n, d). The rank is that of the right occupation among occupations. Pairs of languages
    without any query are left out.
    """
    occupations = [concept for concept in concepts if concept.kind == "occupation"]
    found = [_find(encode, occupations, held, query, labels) for query, labels in PAIRS]
    return [each for each in found if each is not None]


def _find(
    encode: Callable[[list[str]], Floats],
    occupations: Sequence[Concept],
    held: set[str],
    query: Language,
    labels: Language,
) -> Found | None:
    draw = random.Random(f"{query}{labels}")  # noqa: S311 - no secret
    documents: list[str] = []
    owners: list[int] = []
    queries: list[str] = []
    wanted: list[int] = []
    for row, occupation in enumerate(occupations):
        asked = _query(occupation, query, draw) if occupation.uri in held else None
        found = [
            text.words
            for text in occupation.texts.values()
            if text.language == labels and text.role != "description" and not _gives_away(text.words, asked)
        ]
        documents += found
        owners += [row] * len(found)
        if asked and found:
            queries.append(asked)
            wanted.append(row)
    if not queries:
        return None
    owner = np.array(owners)
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    best = np.maximum.reduceat(encode(queries) @ encode(documents).T, starts, axis=1)
    place = {row: column for column, row in enumerate(owner[starts])}
    right = best[np.arange(len(wanted)), [place[row] for row in wanted]]
    ranks = 1 + (best > right[:, np.newaxis]).sum(axis=1)
    return Found(query, labels, len(queries), float(np.mean(1 / ranks)))


def _query(occupation: Concept, language: Language, draw: random.Random) -> str | None:
    """A label that neither holds nor is held by the preferred one."""
    texts = [text for text in occupation.texts.values() if text.language == language]
    preferred = [text.words.casefold() for text in texts if text.role == "preferred"]
    others = [
        text.words
        for text in texts
        if text.role == "alternative"
        and not any(text.words.casefold() in label or label in text.words.casefold() for label in preferred)
    ]
    return draw.choice(others) if others else None


def _gives_away(label: str, query: str | None) -> bool:
    return query is not None and label[:_ALIKE].casefold() == query[:_ALIKE].casefold()
