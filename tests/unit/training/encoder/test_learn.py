"""A small encoder, learned in a second: it finds the same trade in another language, and the seed decides it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from rich.progress import Progress

from matching.errors import DamagedError, InvalidInputError
from matching.retrieval.encoder import open_encoder
from matching.settings import Settings
from matching_training.encoder.command import encoding
from matching_training.encoder.corpus import Corpus, Own, Part, gather
from matching_training.encoder.esco import Concept
from matching_training.encoder.export import refuse_unwritable, write_static
from matching_training.encoder.head import Head
from matching_training.encoder.held_out import find, left_out
from matching_training.encoder.learn import Learned, Recipe, Taught, learn_table

_SMALL = Recipe(dimension=16, steps=150, batch=12, rate=2e-2, pull=0.0)


def _learn(corpus: Corpus, tokenizer: Any, recipe: Recipe) -> Learned:
    """Without a teacher: its vectors of items are zero, those of pieces drawn at random."""
    pieces = np.random.default_rng(0).normal(size=(tokenizer.get_vocab_size(), 20)).astype(np.float32)
    head = Head(np.eye(20, 16, dtype=np.float32), np.zeros(16, dtype=np.float32))
    items = np.zeros((len(corpus.items), 20), dtype=np.float32)
    with Progress(disable=True) as progress:
        return Learned(
            tokenizer, learn_table(corpus, tokenizer, Taught(head(items), head(pieces)), recipe, progress), head
        )


@pytest.fixture(scope="module")
def learned(corpus: Corpus, tokenizer: Any) -> Learned:
    return _learn(corpus, tokenizer, _SMALL)


def _first(learned: Learned, query: str, among: list[str]) -> str:
    encode = encoding(learned)
    return among[int(np.argmax(encode(among) @ encode([query])[0]))]


def test_a_trade_is_found_in_another_language(learned: Learned) -> None:
    english = ["baker", "shop assistant", "gardener", "driver", "accountant"]
    assert _first(learned, "jardinière", english) == "gardener"
    assert _first(learned, "Fahrerin", english) == "driver"
    assert _first(learned, "contabile", english) == "accountant"


def test_before_learning_it_is_not_found(corpus: Corpus, tokenizer: Any, concepts: list[Concept]) -> None:
    def ranks(steps: int) -> float:
        learned = _learn(corpus, tokenizer, replace(_SMALL, steps=steps, rate=2e-2 if steps > 1 else 0.0))
        found = find(encoding(learned), concepts, {concept.uri for concept in concepts})
        return float(np.mean([each.mrr for each in found if each.query != each.labels]))

    assert ranks(150) > ranks(1) + 0.2


def test_the_seed_decides_the_table(corpus: Corpus, tokenizer: Any) -> None:
    tables = [_learn(corpus, tokenizer, replace(_SMALL, steps=5, seed=seed)).table for seed in (1, 1, 2)]
    assert np.array_equal(tables[0], tables[1])
    assert not np.array_equal(tables[0], tables[2])


def test_occupations_are_left_out_whole(concepts: list[Concept]) -> None:
    held = left_out(concepts, 3)
    assert len(held) == 3
    assert held == left_out(concepts, 3)
    rest = gather([concept for concept in concepts if concept.uri not in held], Own())
    assert not held & {rest.concepts[item.concept].uri for item in rest.items}
    assert {item.part for item in rest.items} == {Part.LABEL, Part.DESCRIPTION}


def _encode(folder: Path, texts: list[str]) -> npt.NDArray[np.float32]:
    settings = Settings(encoder=str(folder), data_dir=folder.parent / "data")
    return open_encoder(settings).encode(texts, role="query")


def test_the_written_folder_opens_in_the_service(learned: Learned, tmp_path: Path) -> None:
    write_static(tmp_path / "model", learned.tokenizer, learned.table)
    texts = ["boulangère", "Verkäufer/in im Laden", "giardiniere"]
    assert np.allclose(_encode(tmp_path / "model", texts), encoding(learned)(texts), atol=2e-3)
    assert not _encode(tmp_path / "model", ["教师"]).any()


def test_writing_again_keeps_the_card_and_replaces_the_weights(learned: Learned, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "CARD.md").write_text("card", "utf-8")
    write_static(folder, learned.tokenizer, learned.table)
    before = _encode(folder, ["boulanger"])
    write_static(folder, learned.tokenizer, learned.table[:, ::-1].copy())
    assert (folder / "CARD.md").read_text("utf-8") == "card"
    assert not np.allclose(before, _encode(folder, ["boulanger"]))
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "data") == ["model"]


def test_a_changed_weight_is_found_out(learned: Learned, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    write_static(folder, learned.tokenizer, learned.table)
    content = bytearray((folder / "model.safetensors").read_bytes())
    content[-1] ^= 1
    (folder / "model.safetensors").write_bytes(content)
    with pytest.raises(DamagedError, match="ne correspond pas à son manifeste"):
        _encode(folder, ["boulanger"])


def test_sentence_transformers_gives_the_same_vectors(learned: Learned, tmp_path: Path) -> None:
    library = pytest.importorskip("sentence_transformers", reason="sentence-transformers is not installed")
    write_static(tmp_path / "model", learned.tokenizer, learned.table)
    texts = ["boulangère", "Verkäufer/in im Laden", "giardiniere e muratore " * 300]
    theirs = library.SentenceTransformer(str(tmp_path / "model"), device="cpu").encode(texts)
    assert theirs.dtype == np.float32
    assert np.allclose(theirs, _encode(tmp_path / "model", texts), atol=1e-5)


def test_a_folder_that_cannot_be_written_is_refused_first(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(InvalidInputError, match="ne peut pas être écrit"):
        refuse_unwritable(tmp_path / "file" / "model")
