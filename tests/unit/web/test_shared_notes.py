"""A remark on many options stands once above the list; one on few stays on its cards."""

from types import SimpleNamespace
from typing import Any

from matching.web.shared_notes import shared_notes


def card(*notes: str) -> Any:
    return SimpleNamespace(notes=notes)


def test_what_stands_on_three_cards_is_shared_and_what_stands_on_two_is_not() -> None:
    cards = [card("lourd", "ancien"), card("lourd"), card(), card("ancien", "lourd")]
    assert shared_notes(cards) == ("lourd",)
    assert shared_notes(cards[:2]) == ()
