"""A small invented encoder on disk, as sentence-transformers writes one."""

import json
from pathlib import Path
from typing import Protocol

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

WORDS = ("vendeuse", "boulangerie", "cuisine", "aide", "nuit", "caisse")
PIECES = ("<unk>", "▁", *(f"▁{word}" for word in WORDS), *"aeinorstu")
UNKNOWN, BOUNDARY = 0, 1


class StaticFolder(Protocol):
    """Writes a folder; `silent` gives unknown tokens and the bare boundary of a word the zero vector."""

    def __call__(self, place: Path, *, dtype: str = "float32", silent: bool = True, seed: int = 7) -> Path: ...


@pytest.fixture(scope="session")
def static_folder() -> StaticFolder:
    return write_static_folder


def write_static_folder(place: Path, *, dtype: str = "float32", silent: bool = True, seed: int = 7) -> Path:
    place.mkdir(parents=True)
    table = np.random.default_rng(seed).normal(size=(len(PIECES), 12)).astype(dtype)
    if silent:
        table[[UNKNOWN, BOUNDARY]] = 0
    save_file({"embedding.weight": table}, place / "model.safetensors")
    vocabulary = [(piece, -1.0 if piece[1:] in WORDS else -5.0) for piece in PIECES]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")]
    )
    tokenizer.save(str(place / "tokenizer.json"))
    (place / "1_Normalize").mkdir()
    modules = [
        ("", "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"),
        ("1_Normalize", "sentence_transformers.base.modules.normalize.Normalize"),
    ]
    listed = [{"idx": i, "name": str(i), "path": path, "type": kind} for i, (path, kind) in enumerate(modules)]
    (place / "modules.json").write_text(json.dumps(listed), "utf-8")
    return place
