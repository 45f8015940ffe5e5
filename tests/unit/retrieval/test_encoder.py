import json
import shutil
import sys
from functools import cache
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.errors import DamagedError, InvalidInputError
from matching.retrieval.encoder import Encoder, open_encoder
from matching.settings import Settings, shipped


@cache
def opened_once() -> Encoder:
    return open_encoder(Settings(encoder=None))


@pytest.fixture
def encoder() -> Encoder:
    return opened_once()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped("models", "encoder"), tmp_path / "encoder" / "full"))


def test_vectors_are_float32_rows_of_unit_length(encoder: Encoder) -> None:
    vectors = encoder.encode(["vendeuse", "Koch in der Gemeinschaftsgastronomie", "addetta alle pulizie"], role="query")
    assert vectors.shape == (3, encoder.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(), max_size=60), max_size=6))
def test_any_text_gives_a_unit_or_the_zero_vector_alone_as_in_a_batch(texts: list[str]) -> None:
    encoder = opened_once()
    vectors = encoder.encode(texts, role="passage")
    assert vectors.shape == (len(texts), encoder.dimension)
    lengths = np.linalg.norm(vectors, axis=1)
    assert np.all((np.abs(lengths - 1) < 1e-5) | (lengths == 0))
    for text, vector in zip(texts, vectors, strict=True):
        np.testing.assert_array_equal(encoder.encode([text], role="passage")[0], vector)


@pytest.mark.parametrize("text", ["", "  \n", "!?", "日本語", "日 本 語 !"])
def test_text_without_known_words_is_the_zero_vector(encoder: Encoder, text: str) -> None:
    assert not encoder.encode([text], role="query").any()


def test_close_meanings_are_close_across_languages(encoder: Encoder) -> None:
    seller, verkaeuferin, kaminfeger = encoder.encode(["vendeuse", "Verkäuferin", "Kaminfeger"], role="query")
    assert seller @ verkaeuferin > seller @ kaminfeger + 0.2


def test_version_is_stable_and_names_the_weights(encoder: Encoder, copied: Path) -> None:
    assert open_encoder(Settings(encoder=str(copied))).version == encoder.version
    tokenizer = copied / "tokenizer.json"
    tokenizer.write_text(tokenizer.read_text("utf-8") + " ", "utf-8")
    (copied / "manifest.json").unlink()
    assert open_encoder(Settings(encoder=str(copied))).version != encoder.version


def test_full_is_read_from_the_data_folder(encoder: Encoder, copied: Path, tmp_path: Path) -> None:
    full = open_encoder(Settings(encoder="full", data_dir=tmp_path))
    assert copied.is_dir()
    np.testing.assert_array_equal(full.encode(["cuisinier"], "query"), encoder.encode(["cuisinier"], "query"))


def test_full_without_a_manifest_is_not_opened(copied: Path, tmp_path: Path) -> None:
    (copied / "manifest.json").unlink()
    with pytest.raises(DamagedError, match=r"encoder/full/manifest\.json manque"):
        open_encoder(Settings(encoder="full", data_dir=tmp_path))


def test_full_without_an_encoder_says_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match=r"MATCHING_ENCODER=full demande un encodeur dans .*encoder/full"):
        open_encoder(Settings(encoder="full", data_dir=tmp_path))


def test_a_changed_file_is_damage(copied: Path) -> None:
    weights = copied / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-4] + b"\0\0\0\1")
    with pytest.raises(DamagedError, match=r"model\.safetensors ne correspond pas à son manifeste"):
        open_encoder(Settings(encoder=str(copied)))


def test_a_missing_file_is_damage(copied: Path) -> None:
    (copied / "tokenizer.json").unlink()
    with pytest.raises(DamagedError, match=r"tokenizer\.json manque"):
        open_encoder(Settings(encoder=str(copied)))


@pytest.mark.parametrize("content", ["", "[]", '{"files": {}}', '{"files": 3}'])
def test_a_manifest_that_names_nothing_is_damage(copied: Path, content: str) -> None:
    (copied / "manifest.json").write_text(content, "utf-8")
    with pytest.raises(DamagedError, match=r"manifest\.json ne "):
        open_encoder(Settings(encoder=str(copied)))


def test_how_tokens_are_pooled_is_part_of_the_version(encoder: Encoder, copied: Path) -> None:
    (copied / "1_Pooling").mkdir()
    (copied / "1_Pooling" / "config.json").write_text("{}", "utf-8")
    assert open_encoder(Settings(encoder=str(copied))).version != encoder.version


@given(st.lists(st.sampled_from(["caisse", "", "vendeuse en boulangerie"]), max_size=9), st.integers(1, 4))
def test_a_stream_gives_the_same_vectors_a_batch_at_a_time(texts: list[str], batch: int) -> None:
    encoder = opened_once()
    pieces = list(encoder.encode_stream(iter(texts), "query", batch))
    assert [len(piece) for piece in pieces[:-1]] == [batch] * len(pieces[:-1])
    together = np.concatenate([np.empty((0, encoder.dimension), np.float32), *pieces])
    np.testing.assert_array_equal(together, encoder.encode(texts, "query"))


def test_a_stream_reads_no_further_than_it_has_told(encoder: Encoder) -> None:
    endless = count()
    stream = encoder.encode_stream((f"mot {number}" for number in endless), "passage", batch=8)
    next(stream)
    next(stream)
    assert next(endless) == 16


def test_other_encoders_name_the_extra_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(InvalidInputError, match=r"installer matching\[encoders\]"):
        open_encoder(Settings(encoder="intfloat/multilingual-e5-small"))


def test_the_manifest_lists_what_ships() -> None:
    manifest = json.loads(shipped("models", "encoder", "manifest.json").read_text("utf-8"))
    assert set(manifest["files"]) == {"model.safetensors", "tokenizer.json"}


def test_a_folder_that_is_not_there_is_refused_without_asking_a_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(InvalidInputError, match="Il n'y a pas d'encodeur dans"):
        open_encoder(Settings(encoder=str(tmp_path / "nowhere")))
