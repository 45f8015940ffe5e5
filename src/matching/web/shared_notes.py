"""What must be looked at on many options of a list at once: said above the list, and marked on each."""

from collections import Counter
from collections.abc import Sequence

from matching.domain.recommendation import Card

_MANY = 3


def shared_notes(cards: Sequence[Card]) -> tuple[str, ...]:
    """The notes that stand on at least three cards, in their order: repeated on each, nobody would read them."""
    times = Counter(note for card in cards for note in card.notes)
    return tuple(note for note, count in times.items() if count >= _MANY)
