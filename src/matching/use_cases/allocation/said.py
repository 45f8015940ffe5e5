"""The groups of a plan in words."""

from matching.domain.allocation_plan import UNKNOWN, PlannedGroup
from matching.domain.vocabulary.needs import Objective
from matching.messages.say import say

_OBJECTIVES = {objective.value: objective for objective in Objective}


def group_said(group: PlannedGroup, lang: str) -> str:
    """Which people a group is of."""
    key, word = f"allocation.by.{group.by}", group.group
    if word == UNKNOWN:
        return say(lang, f"{key}.unknown")
    match group.by:
        case "canton":
            country, _, word = word.partition("-")
            key = key if country == "CH" else "allocation.by.department"
        case "objective":
            word = _OBJECTIVES[word].label(lang)
    return say(lang, key, group=word)
