"""Options, their titles, and names of units by their ids, as far as they are there for whoever reads."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime

from matching.bootstrap import Service
from matching.domain.opportunity import AnyOpportunity
from matching.domain.viewer import Viewer
from matching.errors import NotFoundError


def titles_of(service: Service, opportunities: Iterable[str | None], viewer: Viewer, at: datetime) -> Mapping[str, str]:
    """The title of each option that exists for this viewer."""
    return {id_: option.title for id_, option in options_of(service, opportunities, viewer, at).items()}


def options_of(
    service: Service, opportunities: Iterable[str | None], viewer: Viewer, at: datetime
) -> Mapping[str, AnyOpportunity]:
    """Each option that exists for this viewer, by its id."""
    found = {}
    for opportunity in {each for each in opportunities if each}:
        with suppress(NotFoundError):
            found[opportunity] = service.show_option(opportunity, viewer=viewer, at=at)
    return found


def unit_names(service: Service) -> Mapping[str, str]:
    """The name of every unit."""
    return {unit.id: unit.name for unit in service.units()}
