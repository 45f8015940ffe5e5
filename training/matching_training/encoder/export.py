"""The folder that ships: read by sentence-transformers and, without torch, by the service's own runtime."""

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.errors import InvalidInputError

_MODULES = [
    {
        "idx": 0,
        "name": "0",
        "path": "",
        "type": "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding",
    },
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.base.modules.normalize.Normalize"},
]
_NORMALIZE = {"module_input_name": "sentence_embedding", "module_output_name": "sentence_embedding"}
_MODEL2VEC = {"model_type": "model2vec", "architectures": ["StaticModel"], "normalize": True}
_CONFIG = {
    "model_type": "SentenceTransformer",
    "prompts": {"query": "", "document": ""},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}
_WEIGHTS = ("model.safetensors", "tokenizer.json")


def write_static(folder: Path, tokenizer: Any, table: npt.NDArray[np.float32]) -> None:
    """Write tokenizer and table with a manifest of digests; a file of the same name is replaced.

    Read by our own runtime, by sentence-transformers and by model2vec.

    The table is float16 on disk. Beside it stand weights of one per token, in float32: that is how
    sentence-transformers is told to compute in float32.
    Other files in the folder (its card) stay. All is written aside first: the folder is never half new.
    """
    from safetensors.numpy import save

    content = save({"embeddings": table.astype(np.float16), "weights": np.ones(len(table), dtype=np.float32)})

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as aside:
        place = Path(aside)
        (place / "model.safetensors").write_bytes(content)
        (place / "tokenizer.json").write_text(tokenizer.to_str(), "utf-8")
        (place / "modules.json").write_text(json.dumps(_MODULES, indent=2) + "\n", "utf-8")
        (place / "config_sentence_transformers.json").write_text(json.dumps(_CONFIG, indent=2) + "\n", "utf-8")
        (place / "config.json").write_text(json.dumps(_MODEL2VEC, indent=2) + "\n", "utf-8")
        write_manifest(place)
        (place / "1_Normalize").mkdir()
        (place / "1_Normalize" / "config.json").write_text(json.dumps(_NORMALIZE, indent=2) + "\n", "utf-8")
        move_into(place, folder)


def write_manifest(folder: Path) -> None:
    """manifest.json: the SHA-256 of all weights and tokenizers in a folder and its subfolders."""
    files = sorted(file for name in _WEIGHTS for file in folder.rglob(name))
    digests = {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    (folder / "manifest.json").write_text(json.dumps({"files": digests}, indent=2) + "\n", "utf-8")


def move_into(source: Path, target: Path) -> None:
    """Move what is in one folder into another, the manifest last, readable by everybody who may read the folder."""
    for path in sorted(source.iterdir(), key=lambda path: path.name == "manifest.json"):
        place = target / path.name
        if place.is_dir():
            shutil.rmtree(place)
        shutil.move(path, place)
    for file in (path for path in target.rglob("*") if path.is_file()):
        file.chmod(0o644)


def refuse_unwritable(folder: Path) -> None:
    """Raise `InvalidInputError` when a folder cannot be written: before hours of work, not after."""
    place = folder
    while not place.exists():
        place = place.parent
    if not place.is_dir() or not os.access(place, os.W_OK):
        raise InvalidInputError(f"{folder} ne peut pas être écrit ; choisir un autre dossier.")
