"""Everything the encoder reads, flat: ESCO's texts, everyday names of occupations, invented adverts cut in sentences."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any

from matching.errors import InvalidInputError
from matching_training.encoder.esco import LANGUAGES, Concept, Language

TEXTS = Path(__file__).with_name("texts")
"""Our own training texts, all invented: see the README beside them."""

_SHORTEST_SENTENCE = 25


class Part(IntEnum):
    """What a text is of its concept, or of an advert for it."""

    LABEL = 0
    DESCRIPTION = 1
    TITLE = 2
    ADVERT = 3
    SENTENCE = 4


@dataclass(frozen=True)
class Item:
    """One text with the row of its concept; texts of one advert (or one need) share `source`, -1 for ESCO's own."""

    words: str
    language: Language
    part: Part
    concept: int
    source: int = -1


@dataclass(frozen=True)
class Corpus:
    """Concepts and all items; an advert's title comes right before its text, its sentences right after."""

    concepts: list[Concept]
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True)
class Advert:
    """An invented advert: language, ESCO URI of its occupation, title and text."""

    language: Language
    uri: str
    title: str
    text: str


@dataclass(frozen=True)
class Need:
    """An invented need as a caseworker notes it, and the name and description of a measure that answers it."""

    language: Language
    need: str
    measure: str
    text: str


@dataclass(frozen=True)
class Own:
    """Our own texts: everyday names as (ESCO URI, language, name), adverts, needs."""

    names: Sequence[tuple[str, Language, str]] = ()
    adverts: Sequence[Advert] = ()
    needs: Sequence[Need] = ()


def gather(concepts: Sequence[Concept], own: Own) -> Corpus:
    """The corpus of some concepts; names and adverts of occupations that are not among them are left out.

    A need is a concept of its own, its measure the title, the need the text.
    """
    corpus = Corpus(list(concepts))
    rows = {concept.uri: row for row, concept in enumerate(corpus.concepts)}
    known: list[set[str]] = []
    for row, concept in enumerate(corpus.concepts):
        texts = list(concept.texts.values())
        known.append({text.words.casefold() for text in texts})
        for text in texts:
            part = Part.DESCRIPTION if text.role == "description" else Part.LABEL
            corpus.items.append(Item(text.words, text.language, part, row))
            if part is Part.LABEL and concept.kind == "occupation":
                for half in _halves(text.words, known[row]):
                    corpus.items.append(Item(half, text.language, part, row))
    for uri, language, name in own.names:
        row = rows.get(uri, -1)
        if row >= 0 and name.casefold() not in known[row]:
            known[row].add(name.casefold())
            corpus.items.append(Item(name, language, Part.LABEL, row))
    for source, advert in enumerate(own.adverts):
        row = rows.get(advert.uri, -1)
        if row >= 0:
            corpus.items.append(Item(advert.title, advert.language, Part.TITLE, row, source))
            corpus.items.append(Item(" ".join(advert.text.split()), advert.language, Part.ADVERT, row, source))
            for sentence in sentences(advert.text):
                corpus.items.append(Item(sentence, advert.language, Part.SENTENCE, row, source))
    for source, need in enumerate(own.needs, start=len(own.adverts)):
        row = len(corpus.concepts)
        corpus.concepts.append(Concept(f"need:{source}", "group"))
        corpus.items.append(Item(need.measure, need.language, Part.TITLE, row, source))
        corpus.items.append(Item(need.need, need.language, Part.ADVERT, row, source))
        corpus.items.append(Item(need.text, need.language, Part.SENTENCE, row, source))
    return corpus


def sentences(text: str) -> list[str]:
    """The sentences of an advert, without those of a few words."""
    parts = re.split(r"(?<=[.!?;])\s+|\n+", text)
    return [part.strip(" -–•") for part in parts if len(part) > _SHORTEST_SENTENCE]


def read_own(folder: Path = TEXTS) -> Own:
    """Our own texts of a folder: names.tsv, adverts_<language>.jsonl and needs.jsonl."""
    adverts = [
        Advert(language, row["esco"], row["title"], row["text"])
        for language in LANGUAGES
        for row in _rows(folder / f"adverts_{language}.jsonl")
    ]
    needs = [Need(row["language"], row["need"], row["measure"], row["text"]) for row in _rows(folder / "needs.jsonl")]
    return Own(list(_names(folder / "names.tsv")), adverts, needs)


def _names(file: Path) -> Iterator[tuple[str, Language, str]]:
    """URI, then a column of names per language, parted by vertical bars."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        uri, *columns = line.split("\t")
        if len(columns) != len(LANGUAGES):
            raise InvalidInputError(f"{file}, ligne {number} : {len(columns) + 1} colonnes au lieu de 5 ; la corriger.")
        for language, column in zip(LANGUAGES, columns, strict=True):
            for name in filter(None, map(str.strip, column.split("|"))):
                yield uri, language, name


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines; none where there is no file."""
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        yield json.loads(line)


def _halves(label: str, known: set[str]) -> Iterator[str]:
    """The gendered halves of a double label that do not stand alone among the labels."""
    for half in map(str.strip, label.split("/")) if "/" in label else ():
        if len(half) > 3 and half.casefold() not in known:
            known.add(half.casefold())
            yield half
