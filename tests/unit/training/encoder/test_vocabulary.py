"""The tokenizer is blind to gender, and words can be split another way."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching_training.encoder.vocabulary import Splitter


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vendeur", "Vendeuse (h/f)"),
        ("boulanger/boulangère", "boulanger"),
        ("Verkäufer/in", "Verkäuferin"),
        ("maçon-ne", "maçon"),
    ],
)
def test_both_genders_have_the_same_pieces(tokenizer: Any, one: str, other: str) -> None:
    assert tokenizer.encode(one).ids == tokenizer.encode(other).ids


def test_signs_that_name_languages_stay(tokenizer: Any) -> None:
    assert tokenizer.normalizer.normalize_str("C++, C# / Java") == "c++ c# java"


@given(
    st.lists(st.sampled_from(["boulanger", "Konditor", "giardiniere", "magasin", "Holz"]), max_size=6),
    st.integers(0, 99),
)
def test_another_split_still_spells_the_same_words(tokenizer: Any, words: list[str], seed: int) -> None:
    pieces = Splitter(tokenizer, seed).split(" ".join(words))
    spelled = "".join(tokenizer.id_to_token(piece) for piece in pieces)
    assert spelled == tokenizer.normalizer.normalize_str(" ".join(words)).replace(" ", "▁").join(
        ["▁" if words else "", ""]
    )


def test_some_words_are_split_otherwise(tokenizer: Any) -> None:
    plain = tokenizer.encode("boulanger pâtissier giardiniere", add_special_tokens=False).ids
    splits = {tuple(Splitter(tokenizer, seed).split("boulanger pâtissier giardiniere")) for seed in range(30)}
    assert len(splits) > 1
    assert tuple(plain) in splits


def test_the_order_of_pieces_hangs_on_no_last_digit(tokenizer: Any) -> None:
    (unknown, *pieces) = json.loads(tokenizer.to_str())["model"]["vocab"]
    assert unknown[0] == "<unk>"
    assert tokenizer.token_to_id("<unk>") == 0
    assert pieces == sorted(([piece, round(score, 6)] for piece, score in pieces), key=lambda each: (-each[1], each[0]))
