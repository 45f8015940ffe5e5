"""`matching embed`: the encoder on a pipe, one text per line in, one vector per line out."""

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import Annotated

import typer

from matching.cli.options import AsJson
from matching.cli.session import read_settings

_BATCH = 1024


class Role(StrEnum):
    """What a text is to the other side."""

    QUERY = "query"
    PASSAGE = "passage"


def embed(
    role: Annotated[Role, typer.Option("--role", help="Ce qu'est le texte : demande ou option.")] = Role.QUERY,
    as_json: AsJson = False,
) -> None:
    """Encoder des textes en vecteurs. Une ligne sur l'entrée, un vecteur par ligne sur la sortie."""
    from matching.retrieval.encoder import open_encoder

    encoder = open_encoder(read_settings())
    lines = (line.rstrip(b"\r\n").decode("utf-8", "replace") for line in sys.stdin.buffer)  # only \n ends a line
    for texts in _batches(lines):
        for vector in encoder.encode(texts, role.value).tolist():
            rounded = [round(part, 7) for part in vector]
            sys.stdout.write((json.dumps(rounded) if as_json else " ".join(map(str, rounded))) + "\n")


def _batches(lines: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(lines, _BATCH)):
        yield batch
