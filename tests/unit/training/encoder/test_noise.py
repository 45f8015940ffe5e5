"""Slips and short forms."""

import random

from hypothesis import given
from hypothesis import strategies as st

from matching_training.encoder.noise import noisy


@given(st.text(max_size=60), st.integers())
def test_any_text_can_be_written_badly_and_the_seed_decides_how(text: str, seed: int) -> None:
    assert noisy(text, random.Random(seed)) == noisy(text, random.Random(seed))


def test_short_forms_of_notes_appear() -> None:
    written = {noisy("employée de commerce", random.Random(seed)).replace(" ", "")[:5] for seed in range(200)}
    assert "empl." in written


def test_most_texts_change_and_stay_close() -> None:
    words = "conducteur de machines agricoles"
    written = [noisy(words, random.Random(seed)) for seed in range(100)]
    assert sum(text != words for text in written) > 90
    assert all(abs(len(text) - len(words)) < 14 for text in written)
