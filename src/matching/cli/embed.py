"""`matching embed`: the encoder on a pipe, one text per line in, one vector per line out."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from matching.cli.lines import lines_of
from matching.cli.options import AsJson
from matching.cli.progress import reading
from matching.cli.session import read_settings

_NUMBER = "%.7f"


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
    form = _form(encoder.dimension, as_json=as_json)
    done = 0
    with reading("Textes encodés") as tell:
        for vectors in encoder.encode_stream(lines_of(sys.stdin.buffer), role.value):
            sys.stdout.writelines(form % tuple(parts) for parts in vectors.tolist())
            sys.stdout.flush()
            done += len(vectors)
            tell(done)


def _form(dimension: int, *, as_json: bool) -> str:
    """The line of a vector, to be filled: more than twice as quick as writing the shortest form of each number."""
    numbers = (", " if as_json else " ").join([_NUMBER] * dimension)
    return f"[{numbers}]\n" if as_json else f"{numbers}\n"
