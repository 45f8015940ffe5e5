"""The encoder: texts become vectors, and close meanings close vectors, across the four languages."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from matching.errors import DamagedError, InvalidInputError
from matching.settings import Settings, shipped

Role = Literal["query", "passage"]
Vectors = npt.NDArray[np.float32]

_MANIFEST = "manifest.json"
_WEIGHTS = ("*.safetensors", "*.bin", "*.onnx", "tokenizer.json")
_WORD_BOUNDARY = "▁"
"""All that the tokenizer leaves of a word in a script it does not know: no meaning."""
_NO_PREFIXES: Mapping[Role, str] = {"query": "", "passage": ""}


@dataclass(frozen=True)
class Encoder:
    """An opened encoder.

    `version` is 12 hexadecimal digits that change with the weights or the tokenizer; `dimension` is the length of a
    vector; `embed` is the model's own function from texts to unit vectors, `prefixes` what the model expects before
    a text in each role.
    """

    version: str
    dimension: int
    embed: Callable[[list[str]], Vectors]
    prefixes: Mapping[Role, str]

    def encode(self, texts: Sequence[str], role: Role) -> Vectors:
        """Vectors of texts: (n, dimension) float32, unit length.

        A text without any word the model knows (an empty one) gives the zero vector, similar to nothing; never NaN.
        The shipped encoder reads the first 512 tokens of a text. Both roles are equal for it.
        """
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        filled = [row for row, text in enumerate(texts) if text.strip()]
        if filled:
            written = (texts[row].encode("utf-8", "replace").decode() for row in filled)  # a lone surrogate is no text
            vectors[filled] = self.embed([self.prefixes[role] + text for text in written])
        return vectors


def open_encoder(settings: Settings) -> Encoder:
    """The encoder that the settings name: the shipped one, `full` in the data folder, else a folder or a model's name.

    Raises `DamagedError` when a file is not what the folder's manifest says, `InvalidInputError` when there is no
    such encoder or its library is not installed.
    """
    if settings.encoder is None:
        folder = shipped("models", "encoder")
        if not (folder / _MANIFEST).is_file():
            raise DamagedError(f"{folder / _MANIFEST} manque ; réinstaller matching.")
    elif settings.encoder == "full":
        folder = settings.data_dir / "encoder" / "full"
        if not folder.is_dir():
            raise InvalidInputError(
                f"MATCHING_ENCODER=full demande un encodeur dans {folder}, où il n'y en a pas ; l'y mettre."
            )
    else:
        folder = Path(settings.encoder).expanduser()
    if not folder.is_dir():
        return _open_sentence_transformer(str(settings.encoder), _short_digest(str(settings.encoder).encode()))
    version = _verified_version(folder)
    return _open_static(folder, version) if _is_static(folder) else _open_sentence_transformer(str(folder), version)


def _open_static(folder: Path, version: str) -> Encoder:
    from model2vec import StaticModel  # half a second

    model = StaticModel.from_pretrained(folder, normalize=True)
    boundary = np.zeros(model.dim, dtype=np.float32)
    if _WORD_BOUNDARY in model.tokens and len(model.tokens) == len(model.embedding):
        boundary += model.embedding[model.tokens.index(_WORD_BOUNDARY)]
        boundary /= np.linalg.norm(boundary)

    def embed(texts: list[str]) -> Vectors:
        vectors = np.asarray(model.encode(texts, use_multiprocessing=False), dtype=np.float32)
        vectors[vectors @ boundary > 1 - 1e-6] = 0
        return vectors

    return Encoder(version, int(model.dim), embed, _NO_PREFIXES)


def _open_sentence_transformer(name: str, version: str) -> Encoder:
    try:
        from sentence_transformers import SentenceTransformer  # five seconds, and optional
    except ImportError as error:
        raise InvalidInputError(
            f"L'encodeur {name} demande sentence-transformers : installer matching[encoders], "
            "ou retirer MATCHING_ENCODER."
        ) from error
    try:
        model = SentenceTransformer(name)
    except (OSError, ValueError) as error:
        raise InvalidInputError(
            f"L'encodeur {name} ne peut pas être ouvert ; vérifier MATCHING_ENCODER ({error})."
        ) from error

    def embed(texts: list[str]) -> Vectors:
        vectors = model.encode(texts, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)

    return Encoder(version, embed(["dimension"]).shape[1], embed, _prefixes(name))


def _prefixes(name: str) -> Mapping[Role, str]:
    """What a model wants before a text. Source: the model cards of the E5 family."""
    is_e5 = re.search(r"(?<![a-z0-9])e5(?![a-z0-9])", Path(name).name.lower())
    return {"query": "query: ", "passage": "passage: "} if is_e5 else _NO_PREFIXES


def _is_static(folder: Path) -> bool:
    """A folder whose only modules are a token table and a normalisation is read by numpy, without torch."""
    try:
        modules: list[dict[str, Any]] = json.loads((folder / "modules.json").read_text("utf-8"))
    except FileNotFoundError:
        return False
    return all(str(module["type"]).endswith(("StaticEmbedding", "Normalize")) for module in modules)


def _verified_version(folder: Path) -> str:
    """The digest of all weights and tokenizers in a folder, each checked against its manifest if there is one."""
    files = sorted({file for pattern in _WEIGHTS for file in folder.rglob(pattern)})
    digests = {file.relative_to(folder).as_posix(): _digest(file) for file in files}
    if (folder / _MANIFEST).is_file():
        for name, expected in json.loads((folder / _MANIFEST).read_text("utf-8"))["files"].items():
            if digests.get(name) != expected:
                state = "ne correspond pas à son manifeste" if name in digests else "manque"
                raise DamagedError(f"L'encodeur est endommagé : {folder / name} {state} ; le réinstaller.")
    return _short_digest(json.dumps(digests, sort_keys=True).encode())


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _short_digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
