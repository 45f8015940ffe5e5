"""The encoder: texts become vectors, and close meanings close vectors, across the four languages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from matching.errors import DamagedError, InvalidInputError
from matching.retrieval.encoders.composite import open_composite
from matching.retrieval.encoders.embedding import Embedding, Role, Vectors
from matching.retrieval.encoders.folder import COMPOSITE, MANIFEST, is_static, verified_version
from matching.retrieval.encoders.static import open_static
from matching.retrieval.encoders.transformer import open_sentence_transformer
from matching.settings import Settings, shipped

STREAM_BATCH = 256


@dataclass(frozen=True)
class Encoder:
    """An opened encoder.

    `version` is 12 hexadecimal digits that change with weights, tokenizers or how they are read; `dimension` is the
    length of a vector; `embed` is the model's own function from texts in a role to unit vectors.
    """

    version: str
    dimension: int
    embed: Callable[[list[str], Role], Vectors]

    def encode(self, texts: Sequence[str], role: Role) -> Vectors:
        """Vectors of texts: (n, dimension) float32, unit length.

        A text without any word the model knows (an empty one) gives the zero vector, similar to nothing; never NaN.
        The shipped encoder reads the whole text, transformers as many tokens as they were made for. Both roles are
        equal for the shipped one.
        """
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        filled = [row for row, text in enumerate(texts) if text.strip()]
        if filled:
            written = [texts[row].encode("utf-8", "replace").decode() for row in filled]  # a lone surrogate is no text
            vectors[filled] = self.embed(written, role)
        return vectors

    def encode_stream(self, texts: Iterable[str], role: Role, batch: int = STREAM_BATCH) -> Iterator[Vectors]:
        """`encode` of texts as they come, (up to `batch`, dimension) at a time: nothing but one batch is in memory."""
        remaining = iter(texts)
        while some := list(islice(remaining, batch)):
            yield self.encode(some, role)


NO_ENCODER = Encoder("none", 1, lambda texts, _role: np.zeros((len(texts), 1), dtype=np.float32))
"""Stands in where none can be read: every text is like nothing. Good for what looks at no vector, never for a score."""


def open_encoder(settings: Settings) -> Encoder:
    """The encoder that the settings name: the shipped one, `full` in the data folder, else a folder or a model's name.

    Raises `DamagedError` when a file is not what the folder's manifest says, `InvalidInputError` when there is no
    such encoder or its library is not installed.
    """
    if settings.encoder is None:
        folder = shipped("models", "encoder")
        if not (folder / MANIFEST).is_file():
            raise DamagedError(f"{folder / MANIFEST} manque ; réinstaller matching.")
    elif settings.encoder == "full":
        folder = settings.data_dir / "encoder" / "full"
        if not folder.is_dir():
            raise InvalidInputError(
                f"MATCHING_ENCODER=full demande un encodeur dans {folder}, où il n'y en a pas ; "
                "le faire avec `matching-train encoder --full`."
            )
        if not (folder / MANIFEST).is_file():
            raise DamagedError(f"{folder / MANIFEST} manque ; mettre l'encodeur entier dans {folder}.")
    else:
        folder = Path(settings.encoder).expanduser()
        if folder.is_absolute() and not folder.is_dir():  # no model's name begins like this: the library is not asked
            raise InvalidInputError(f"Il n'y a pas d'encodeur dans {folder} ; vérifier MATCHING_ENCODER.")
    if not folder.is_dir():
        embedding, version = open_sentence_transformer(str(settings.encoder))
    else:
        version = verified_version(folder)
        embedding = _open_folder(folder)
    return Encoder(version, embedding.dimension, embedding.embed)


def _open_folder(folder: Path) -> Embedding:
    """The encoder in a folder, whatever kind it is."""
    if (folder / COMPOSITE).is_file():
        return open_composite(folder, _open_folder)
    if is_static(folder):
        return open_static(folder)
    embedding, _ = open_sentence_transformer(str(folder))
    return embedding
