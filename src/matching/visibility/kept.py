"""What a writer could not read stays as it is: who sends a file back does not erase what was withheld from them."""

from collections.abc import Sequence
from typing import Any

from matching.domain.profile import Profile
from matching.domain.word import Word


def keeping_withheld(sent: Profile, stored: Profile, told: Profile) -> Profile:
    """The file as it was sent, with what `stored` holds and `told`, the same redacted for the writer, does not.

    What the writer states counts, also where something was withheld; what they leave as they were told it stays. So
    the answer tells nothing: it is the same whether anything was withheld or not.
    """
    merged: Profile = _merged(
        sent, stored, told.model_copy(update={"consents": stored.consents, "withheld": stored.withheld})
    )
    return merged


def _merged(sent: Any, stored: Any, told: Any) -> Any:
    if stored == told:
        return sent
    if sent == told:
        return stored
    if isinstance(stored, Word) and isinstance(sent, type(stored)) and isinstance(told, type(stored)):
        parts = {
            name: _merged(getattr(sent, name), getattr(stored, name), getattr(told, name))
            for name in type(stored).model_fields
        }
        return stored.model_copy(update=parts)
    if isinstance(stored, tuple) and isinstance(sent, tuple):
        return _merged_items(sent, stored, told or ())
    return sent


def _merged_items(sent: Sequence[Any], stored: Sequence[Any], told: Sequence[Any]) -> tuple[Any, ...]:
    """The items sent, each that was told in part as it is stored, and after them those that were not told at all."""
    whole: list[tuple[Any, Any]] = []
    hidden = []
    left = list(told)
    for item in stored:
        if left and _is_part_of(left[0], item):
            whole.append((left.pop(0), item))
        else:
            hidden.append(item)
    result = []
    for item in sent:
        known = next((pair for pair in whole if pair[0] == item), None)
        if known is not None:
            whole.remove(known)
        result.append(item if known is None else known[1])
    return (*result, *hidden)


def _is_part_of(told: Any, item: Any) -> bool:
    """Whether an item, with some of its fields made unknown, is what was told."""
    if not isinstance(item, Word) or type(told) is not type(item):
        return bool(told == item)
    fields = type(item).model_fields
    return all(getattr(told, name) in (getattr(item, name), field.default) for name, field in fields.items())
