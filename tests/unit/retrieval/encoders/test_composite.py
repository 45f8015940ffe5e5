"""An encoder of several parts: its cosine is the mean of theirs."""

import hashlib
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.retrieval.encoders.conftest import WORDS, StaticFolder

from matching.errors import DamagedError
from matching.retrieval.encoder import Encoder, open_encoder
from matching.retrieval.encoders.composite import compose
from matching.retrieval.encoders.embedding import Embedding, Role, Vectors, unit
from matching.settings import Settings

TEXTS = ["vendeuse", "aide de cuisine", "caisse la nuit", "boulangerie"]


@pytest.fixture
def full(static_folder: StaticFolder, tmp_path: Path) -> Path:
    """DATA_DIR/encoder/full of two invented static encoders."""
    folder = tmp_path / "encoder" / "full"
    static_folder(folder / "static", dtype="float16")
    static_folder(folder / "transformer", seed=8)
    describe(folder, {"parts": ["static", "transformer"], "weights": [0.5, 0.5]})
    return folder


def describe(folder: Path, content: object) -> None:
    (folder / "composite.json").write_text(json.dumps(content), "utf-8")
    weights = sorted(folder.rglob("*.safetensors")) + sorted(folder.rglob("tokenizer.json"))
    files = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in weights}
    (folder / "manifest.json").write_text(json.dumps({"files": files}), "utf-8")


def opened(data: Path) -> Encoder:
    return open_encoder(Settings(encoder="full", data_dir=data))


def cosines(vectors: Vectors) -> npt.NDArray[np.float64]:
    wide = vectors.astype(np.float64)
    return wide @ wide.T


@pytest.mark.parametrize("weights", [None, [0.5, 0.5], [0.25, 0.75]])
def test_the_cosine_is_the_weighted_mean_of_the_parts(full: Path, tmp_path: Path, weights: list[float] | None) -> None:
    describe(full, {"parts": ["static", "transformer"], **({"weights": weights} if weights else {})})
    together = opened(tmp_path)
    first, second = (open_encoder(Settings(encoder=str(full / part))) for part in ("static", "transformer"))
    assert together.dimension == first.dimension + second.dimension
    vectors = together.encode(TEXTS, "query")
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    share = weights[0] if weights else 0.5
    expected = share * cosines(first.encode(TEXTS, "query")) + (1 - share) * cosines(second.encode(TEXTS, "query"))
    np.testing.assert_allclose(cosines(vectors), expected, atol=1e-6)


def test_a_text_of_which_one_part_knows_nothing() -> None:
    def some(texts: list[str], _role: Role) -> Vectors:
        return unit(np.array([[text.count("a"), 0] for text in texts], dtype=np.float32))

    def all_(texts: list[str], role: Role) -> Vectors:
        return np.tile(np.array([0.6, 0.8 if role == "query" else -0.8], dtype=np.float32), (len(texts), 1))

    both = compose([Embedding(2, some), Embedding(2, all_)], [0.5, 0.5])
    np.testing.assert_allclose(both.embed(["x"], "passage"), [[0, 0, 0.6, -0.8]], atol=1e-6)
    np.testing.assert_allclose(both.embed(["a"], "query"), np.array([[1, 0, 0.6, 0.8]]) / np.sqrt(2), atol=1e-6)


@pytest.fixture(scope="session")
def opened_once(tmp_path_factory: pytest.TempPathFactory, static_folder: StaticFolder) -> Encoder:
    folder = tmp_path_factory.mktemp("composite")
    for seed, name in enumerate(("a", "b")):
        static_folder(folder / name, seed=seed)
    describe(folder, {"parts": ["a", "b"]})
    return open_encoder(Settings(encoder=str(folder)))


@given(st.lists(st.text(st.sampled_from("".join(WORDS) + " 日"), max_size=12), max_size=5))
def test_lengths_are_one_or_zero(opened_once: Encoder, texts: list[str]) -> None:
    lengths = np.linalg.norm(opened_once.encode(texts, "passage"), axis=1)
    assert np.all((np.abs(lengths - 1) < 1e-5) | (lengths == 0))


@pytest.mark.parametrize("part", ["static", "transformer"])
def test_the_version_covers_every_part(full: Path, tmp_path: Path, part: str) -> None:
    before = opened(tmp_path).version
    tokenizer = full / part / "tokenizer.json"
    tokenizer.write_text(tokenizer.read_text("utf-8") + " ", "utf-8")
    with pytest.raises(DamagedError, match=rf"{part}/tokenizer\.json ne correspond pas"):
        opened(tmp_path)
    describe(full, {"parts": ["static", "transformer"], "weights": [0.5, 0.5]})
    assert opened(tmp_path).version != before


def test_the_version_covers_the_weights_of_the_parts(full: Path, tmp_path: Path) -> None:
    before = opened(tmp_path).version
    describe(full, {"parts": ["static", "transformer"], "weights": [0.4, 0.6]})
    assert opened(tmp_path).version != before


@pytest.mark.parametrize(
    "described",
    [
        {},
        [],
        {"parts": []},
        {"parts": ["static"], "weights": [0.5, 0.5]},
        {"parts": ["static", "static"], "weights": [0.5, 0.5]},
        {"parts": ["static", "transformer"], "weights": [0.9, 0.9]},
        {"parts": ["static", "transformer"], "weights": [1.5, -0.5]},
        {"parts": ["static", "transformer"], "weights": ["a", "b"]},
        {"parts": ["static", "elsewhere"]},
        {"parts": ["static", "../full/transformer"]},
    ],
)
def test_a_description_that_does_not_hold_is_damage(full: Path, tmp_path: Path, described: object) -> None:
    describe(full, described)
    with pytest.raises(DamagedError, match=r"composite\.json n'est pas valable"):
        opened(tmp_path)
