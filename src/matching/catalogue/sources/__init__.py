"""The sources there are: every module of this folder that defines SOURCE. Adding one is adding its module."""

from importlib import import_module
from pkgutil import iter_modules

from matching.catalogue.source import Source
from matching.errors import InvalidInputError


def load_sources() -> dict[str, Source]:
    """Every source by its name, in alphabetical order."""
    found = [import_module(f"{__name__}.{module.name}").SOURCE for module in iter_modules(__path__)]
    return {source.name: source for source in sorted(found, key=lambda source: source.name)}


def find_source(name: str) -> Source:
    """The source of that name; InvalidInputError, with the names there are, when there is none."""
    sources = load_sources()
    if name not in sources:
        raise InvalidInputError(f"Source inconnue « {name} » ; sources : {', '.join(sources)}.")
    return sources[name]
