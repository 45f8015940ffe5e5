"""The closed lists as data: codes, labels in four languages, and where each list comes from."""

from importlib import import_module
from inspect import getdoc
from pkgutil import iter_modules
from typing import Any

from matching.contracts.words import VERSION
from matching.domain import vocabulary as folder
from matching.domain.vocabulary.closed_list import ClosedList
from matching.messages.say import LANGUAGES


def closed_lists() -> dict[str, type[ClosedList]]:
    """Every closed list of the domain by its name, in alphabetical order; lists of other rooms are their own affair."""
    for module in iter_modules(folder.__path__, f"{folder.__name__}."):
        import_module(module.name)
    public = (found for found in ClosedList.__subclasses__() if found.__module__.startswith(f"{folder.__name__}."))
    return {found.__name__: found for found in sorted(public, key=lambda found: found.__name__)}


def vocabulary() -> dict[str, Any]:
    """All closed lists as one document."""
    lists = {
        name: {"source": getdoc(found), "codes": [_code(member) for member in found]}
        for name, found in closed_lists().items()
    }
    return {"$id": f"matching/{VERSION}/vocabulary", "title": "Closed lists", "lists": lists}


def _code(member: ClosedList) -> dict[str, str]:
    return {"code": member.value, **{language: member.label(language) for language in LANGUAGES}}
