"""`matching rank-texts`: one query per line in, the lines of a corpus from best to worst out."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matching.cli.console import PlainConsole
from matching.cli.lines import lines_of
from matching.cli.options import AsJson
from matching.cli.progress import reading
from matching.cli.session import service
from matching.errors import InvalidInputError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from matching.retrieval.fusion import Channel

_SHOWN = 5


def rank_texts(
    corpus: Annotated[Path, typer.Option("--corpus", help="Fichier des textes à classer, un par ligne.")],
    channels: Annotated[
        str | None,
        typer.Option(
            "--channels",
            help="Canaux, séparés par des virgules : dense (sens), lexical (mêmes mots), occupation (métiers en "
            "commun, avec ESCO installé). Sinon tous.",
        ),
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Nombre de lignes par demande.")] = None,
    as_json: AsJson = False,
) -> None:
    """Classer des textes. Une demande par ligne sur l'entrée ; lignes du corpus (depuis 0), la meilleure d'abord."""
    chosen = None if channels is None else _channels(channels)
    texts = _texts(corpus)
    with service() as opened, reading("Demandes classées") as tell:
        queries = lines_of(sys.stdin.buffer)
        kept = limit if as_json else limit or _SHOWN
        console = PlainConsole()
        written = _array_writer(len(texts))
        ranked = opened.rank_texts(texts, queries, channels=chosen, limit=kept)
        for number, (query, lines) in enumerate(ranked, start=1):
            if as_json:
                sys.stdout.write(written(lines) + "\n")
            else:
                console.print(query or "-", style="bold")
                for place, line in enumerate(lines.tolist(), start=1):
                    console.print(f"{place:>4}. {texts[line]}  (ligne {line})")
            tell(number)


def _array_writer(n: int) -> "Callable[[NDArray[np.int64]], str]":
    """Writes numbers below n as a JSON array; ten times as quick as `json`, which took most of the command's time."""
    import numpy as np

    numbers = np.array([f"{number}, ".encode() for number in range(n)], dtype=np.bytes_)

    def written(places: "NDArray[np.int64]") -> str:
        joined = numbers[places].tobytes().translate(None, b"\0").decode()
        return f"[{joined.removesuffix(', ')}]"

    return written


def _channels(names: str) -> "tuple[Channel, ...]":
    from matching.retrieval.fusion import CHANNELS

    asked = [name.strip() for name in names.split(",") if name.strip()]
    if not asked or (unknown := next((name for name in asked if name not in CHANNELS), None)):
        what = f"Le canal « {unknown} » n'existe pas" if asked else "--channels ne nomme aucun canal"
        raise InvalidInputError(f"{what} ; choisir parmi {', '.join(CHANNELS)}.")
    return tuple(channel for channel in CHANNELS if channel in asked)


def _texts(file: Path) -> list[str]:
    try:
        with file.open("rb") as content:
            return list(lines_of(content))
    except OSError as error:
        raise InvalidInputError(
            f"Le corpus {file} ne peut pas être lu ({error.strerror}) ; indiquer un fichier de textes, un par ligne."
        ) from error
