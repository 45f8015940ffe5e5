"""Which clauses name work."""

import re

import pytest

from matching.retrieval import work_words
from matching.retrieval.sensitive import without_sensitive_sentences
from matching.retrieval.work_words import names_work


@pytest.mark.parametrize(
    "clause",
    [
        "j'ai conduit un chariot elevateur avec mes caces",
        "j'ai fait deux ans de coffrage",
        "ich habe mit dem gabelstapler paletten geladen",
        "ho lavorato con i bancali",
        "i have laid bricks for years",
    ],
)
def test_a_clause_with_a_tool_a_task_or_a_trade_names_work(clause: str) -> None:
    assert names_work(clause)


@pytest.mark.parametrize(
    "clause", ["", "je suis toute seule", "ich bin oft muede", "ho paura", "i am on my own", "..."]
)
def test_a_clause_without_any_does_not(clause: str) -> None:
    assert not names_work(clause)


def test_a_word_marked_as_whole_is_no_beginning() -> None:
    assert names_work("deux caces")
    assert not names_work("caceserie")


def test_every_entry_is_one_word_in_the_form_that_clauses_have() -> None:
    assert all(re.fullmatch(r"[a-z]{3,}[$]?", word) for word in work_words._LISTED)
    assert len(work_words._LISTED) == len(set(work_words._LISTED)) > 2_000


@pytest.mark.parametrize("word", sorted(word.rstrip("$") for word in work_words._LISTED)[::97])
def test_a_word_of_work_hides_no_illness(word: str) -> None:
    assert without_sensitive_sentences(f"Je suis malade, {word}.") == ""
