"""The numpy runtime against sentence-transformers, model2vec and the plain mean."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file
from tests.unit.retrieval.encoders.conftest import BOUNDARY, UNKNOWN, WORDS, StaticFolder

from matching.errors import DamagedError
from matching.retrieval.encoder import open_encoder
from matching.retrieval.encoders import static
from matching.retrieval.encoders.static import open_static
from matching.settings import Settings, shipped

TEXTS = [
    "vendeuse en boulangerie",
    "Aide de CUISINE, la nuit",
    "",
    "   ",
    "caisse",
    " ".join(WORDS * 100),  # 600 tokens: nothing is cut off
    "nuit " + "cuisine " * 1_500,
    "aide 日本",
]
KNOWING_NOTHING = ["日本語", "日 本", "!"]


def by_sentence_transformers(folder: Path, texts: list[str]) -> Any:
    library = pytest.importorskip("sentence_transformers", reason="sentence-transformers is not installed")
    model = library.SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    return model.float().encode(texts, convert_to_numpy=True, show_progress_bar=False)


@pytest.mark.parametrize("dtype", ["float32", "float16"])
def test_the_same_as_sentence_transformers(static_folder: StaticFolder, tmp_path: Path, dtype: str) -> None:
    folder = static_folder(tmp_path / "static", dtype=dtype)
    texts = TEXTS + KNOWING_NOTHING
    ours = open_encoder(Settings(encoder=str(folder))).encode(texts, "query")
    np.testing.assert_allclose(ours, by_sentence_transformers(folder, texts), atol=1e-5)


def test_the_same_where_unknown_tokens_have_a_vector(static_folder: StaticFolder, tmp_path: Path) -> None:
    folder = static_folder(tmp_path / "static", silent=False)
    ours = open_encoder(Settings(encoder=str(folder))).encode(TEXTS, "query")
    np.testing.assert_allclose(ours, by_sentence_transformers(folder, TEXTS), atol=1e-5)


def test_the_shipped_folder_read_by_sentence_transformers() -> None:
    """As it is, in float32: whoever opens it need not ask for that."""
    texts = ["Vendeuse en boulangerie (80-100 %)", "Koch / Köchin", "", "saldatore " * 600, "C++ & C#", "x" * 300]
    ours = open_encoder(Settings()).encode(texts, "passage")
    library = pytest.importorskip("sentence_transformers", reason="sentence-transformers is not installed")
    model = library.SentenceTransformer(str(shipped("models", "encoder")), device="cpu", local_files_only=True)
    np.testing.assert_allclose(ours, model.encode(texts, show_progress_bar=False), atol=1e-5)


def test_the_shipped_folder_read_by_model2vec() -> None:
    """It computes in the float16 of the file."""
    library = pytest.importorskip("model2vec", reason="model2vec is not installed")
    model = library.StaticModel.from_pretrained(shipped("models", "encoder"), normalize=True, max_length=None)
    texts = ["Vendeuse en boulangerie (80-100 %)", "Koch / Köchin", "saldatore " * 600, "C++ & C#", "x" * 300]
    ours = open_encoder(Settings()).encode(texts, "passage")
    np.testing.assert_allclose(ours, model.encode(texts, use_multiprocessing=False), atol=1e-3)


@pytest.mark.parametrize("at_once", [1, 5, 64])
def test_a_vector_is_the_mean_of_its_tokens_however_the_work_is_cut(
    static_folder: StaticFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    from tokenizers import Tokenizer

    folder = static_folder(tmp_path / "static", dtype="float16")
    table = load_file(folder / "model.safetensors")["embedding.weight"].astype(np.float64)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    expected = []
    for text in TEXTS:
        tokens = tokenizer.encode(text).ids
        mean = table[tokens].mean(axis=0) if tokens else np.zeros(12)
        expected.append(mean / (np.linalg.norm(mean) or 1))
    monkeypatch.setattr(static, "_TOKENS_AT_ONCE", at_once)
    monkeypatch.setattr(static, "_TEXTS_AT_ONCE", 3)
    vectors = open_static(folder).embed(TEXTS, "query")
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(vectors, expected, atol=1e-5)


@pytest.mark.parametrize("silent", [True, False])
def test_what_no_token_knows_is_similar_to_nothing(
    static_folder: StaticFolder, tmp_path: Path, *, silent: bool
) -> None:
    embedding = open_static(static_folder(tmp_path / "static", silent=silent))
    vectors = embedding.embed([*KNOWING_NOTHING, "nuit", *KNOWING_NOTHING], "query")
    assert vectors.any(axis=1).tolist() == [False] * 3 + [True] + [False] * 3


def test_a_table_quantised_by_model2vec(static_folder: StaticFolder, tmp_path: Path) -> None:
    folder = static_folder(tmp_path / "static")
    before = open_static(folder).embed(TEXTS, "query")
    table = load_file(folder / "model.safetensors")["embedding.weight"]
    halved = {
        "embeddings": table[::-1] * 2,
        "mapping": np.arange(len(table))[::-1].copy(),
        "weights": np.full(len(table), 0.5),
    }
    save_file({name: np.ascontiguousarray(array) for name, array in halved.items()}, folder / "model.safetensors")
    np.testing.assert_allclose(open_static(folder).embed(TEXTS, "query"), before, atol=1e-6)


def test_the_table_in_a_subfolder(static_folder: StaticFolder, tmp_path: Path) -> None:
    folder = static_folder(tmp_path / "static")
    before = open_static(folder).embed(TEXTS, "query")
    (folder / "0_StaticEmbedding").mkdir()
    for name in ("model.safetensors", "tokenizer.json"):
        (folder / name).rename(folder / "0_StaticEmbedding" / name)
    listed = json.loads((folder / "modules.json").read_text("utf-8"))
    listed[0]["path"] = "0_StaticEmbedding"
    (folder / "modules.json").write_text(json.dumps(listed), "utf-8")
    np.testing.assert_array_equal(open_static(folder).embed(TEXTS, "query"), before)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("model.safetensors", b"x"),
        ("tokenizer.json", b"{}"),
        ("modules.json", b"[{}]"),
        ("modules.json", b"{"),
    ],
)
def test_files_that_cannot_be_read_are_damage(
    static_folder: StaticFolder, tmp_path: Path, file: str, content: bytes
) -> None:
    folder = static_folder(tmp_path / "static")
    (folder / file).write_bytes(content)
    with pytest.raises(DamagedError, match=file):
        open_encoder(Settings(encoder=str(folder)))


@pytest.mark.parametrize("rows", [3, 0])
def test_a_table_without_a_row_for_each_token_is_damage(static_folder: StaticFolder, tmp_path: Path, rows: int) -> None:
    folder = static_folder(tmp_path / "static")
    table = load_file(folder / "model.safetensors")["embedding.weight"]
    save_file({"embedding.weight": table[:rows]}, folder / "model.safetensors")
    with pytest.raises(DamagedError, match="ne vont pas ensemble"):
        open_static(folder)


def test_a_table_of_something_else_is_damage(static_folder: StaticFolder, tmp_path: Path) -> None:
    folder = static_folder(tmp_path / "static")
    table = load_file(folder / "model.safetensors")["embedding.weight"]
    table[BOUNDARY + UNKNOWN, 0] = np.nan
    save_file({"embedding.weight": table}, folder / "model.safetensors")
    with pytest.raises(DamagedError, match="n'est pas une table de vecteurs"):
        open_static(folder)
    save_file({"weight": table}, folder / "model.safetensors")
    with pytest.raises(DamagedError, match="ne peut pas être lu"):
        open_static(folder)
