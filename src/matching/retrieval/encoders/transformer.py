"""Any model of sentence-transformers, by name or folder: needs that library and torch."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from matching.errors import InvalidInputError
from matching.retrieval.encoders.embedding import Embedding, Role, Vectors, unit
from matching.retrieval.encoders.folder import short_digest

_E5: Mapping[Role, str] = {"query": "query: ", "passage": "passage: "}
"""What models of the E5 family want before a text. Source: their model cards."""

_NO_PROMPTS: Mapping[Role, str] = {"query": "", "passage": ""}
_SAVED_AS: Mapping[Role, tuple[str, ...]] = {"query": ("query",), "passage": ("passage", "document")}


def open_sentence_transformer(name: str) -> tuple[Embedding, str]:
    """The encoder of a name or a folder, and the digest of name and revision, which stands for weights not at hand.

    Computes in float32. Texts are cut where the model cuts them. Raises `InvalidInputError` when the library is not
    installed or the model cannot be had.
    """
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
    model.float()  # half precision on disk, as some are, would compute in it
    prompts = _prompts(name, model)

    def embed(texts: list[str], role: Role) -> Vectors:
        vectors = model.encode(
            texts,
            prompt=prompts[role],  # "" is no prompt at all, not even the model's default one
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return unit(np.array(vectors, dtype=np.float32))

    return Embedding(embed(["dimension"], "query").shape[1], embed), short_digest(f"{name} {_revision(model)}")


def _prompts(name: str, model: Any) -> Mapping[Role, str]:
    """What the model wants before a text in each role: as saved with it, else as the name of its family says."""
    saved = getattr(model, "prompts", None) or {}
    found: dict[Role, str] = {
        role: next((saved[key] for key in keys if saved.get(key)), "") for role, keys in _SAVED_AS.items()
    }
    if any(found.values()):
        return found
    is_e5 = re.search(r"(?<![a-z0-9])e5(?![a-z0-9])", Path(name).name.lower())
    return _E5 if is_e5 else _NO_PROMPTS


def _revision(model: Any) -> str:
    """The commit that a model of the hub was read from; empty where there is none."""
    try:
        return str(model[0].auto_model.config._commit_hash or "")  # noqa: SLF001 - the library shows it nowhere else
    except (AttributeError, KeyError, TypeError, IndexError):
        return ""
