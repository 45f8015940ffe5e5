"""The groups of a plan in words."""

from matching.domain.allocation_plan import PlannedGroup
from matching.domain.vocabulary.needs import Objective
from matching.messages.say import say

_OBJECTIVES = {objective.value: objective for objective in Objective}


def group_said(group: PlannedGroup, lang: str) -> str:
    """Which people a group is of."""
    objective = _OBJECTIVES.get(group.group)
    return say(lang, f"allocation.by.{group.by}", group=objective.label(lang) if objective else group.group)
