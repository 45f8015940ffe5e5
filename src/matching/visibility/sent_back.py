"""What a writer could not read stays as it is: who sends a file back does not erase what was withheld from them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from matching.domain.profile import Profile
from matching.domain.word import Word

Redacting = Callable[[Profile], Profile]


def keeping_withheld(sent: Profile, stored: Profile, redacting: Redacting) -> Profile:
    """The file as it was sent, with what is stored and was not told to the writer; `redacting` is how files are told.

    What the writer states counts, also where something was withheld; what they leave as they were told it stays. So
    the answer tells nothing: it is the same whether anything was withheld or not.
    """
    told = redacting(stored).model_copy(update={"consents": stored.consents, "withheld": stored.withheld})
    merged: Profile = _Merge(stored, redacting).of(sent, stored, told, ())
    return merged


@dataclass(frozen=True)
class _Merge:
    """Puts together what was sent, what is stored and what was told, part by part."""

    stored: Profile
    redacting: Redacting

    def of(self, sent: Any, stored: Any, told: Any, path: tuple[str, ...]) -> Any:
        if stored == told:
            return sent
        if sent == told:
            return stored
        if isinstance(stored, Word) and isinstance(sent, type(stored)) and isinstance(told, type(stored)):
            parts = {
                name: self.of(getattr(sent, name), getattr(stored, name), getattr(told, name), (*path, name))
                for name in type(stored).model_fields
            }
            return stored.model_copy(update=parts)
        if isinstance(stored, tuple) and isinstance(sent, tuple):
            return self._items(sent, stored, path)
        return sent

    def _items(self, sent: Sequence[Any], stored: Sequence[Any], path: tuple[str, ...]) -> tuple[Any, ...]:
        """The items sent, those told in part as they are stored, and after them those that were not told at all."""
        told = [(self._told(item, path), item) for item in stored]
        whole = [(words[0], item) for words, item in told if words]
        result = []
        for item in sent:
            known = next((pair for pair in whole if pair[0] == item), None)
            if known is not None:
                whole.remove(known)
            result.append(item if known is None else known[1])
        return (*result, *(item for words, item in told if not words))

    def _told(self, item: Any, path: tuple[str, ...]) -> tuple[Any, ...]:
        """How one item of a list is told, alone: as it is, in part, or not at all."""
        found: Any = self.redacting(_with(self.stored, path, (item,)))
        for name in path:
            found = getattr(found, name)
        return tuple(found or ())


def _with(word: Any, path: tuple[str, ...], value: Any) -> Any:
    """A word with a part of a part replaced."""
    name, *below = path
    return word.model_copy(update={name: _with(getattr(word, name), tuple(below), value) if below else value})
