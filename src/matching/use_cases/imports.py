"""Imports by somebody: their own units alone for files of people; what came of a run, told again."""

from datetime import datetime
from pathlib import Path

from matching.catalogue.sources import find_source
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.errors import ForbiddenError, InvalidInputError, NotFoundError
from matching.storage import imports
from matching.storage.imports import ImportRun
from matching.storage.scope import NOBODY
from matching.use_cases.import_file import Imported, import_file
from matching.use_cases.workplace import Workplace

_OF_PEOPLE = "profiles"


def permission_for(source: str) -> Permission:
    """What it takes to import a source; InvalidInputError when there is none of that name."""
    of_people = find_source(source).kind == "profiles"
    return Permission.IMPORT_PROFILES if of_people else Permission.IMPORT_CATALOGUE


def import_as(
    workplace: Workplace,
    source: str,
    path: Path,
    *,
    viewer: Viewer,
    at: datetime,
    unit: str | None = None,
    full: bool = False,
) -> Imported:
    """Import a file for a viewer; files of people into one of their units alone. Errors as in `import_file`."""
    if find_source(source).kind == "profiles":
        if unit is None:
            raise InvalidInputError("Des dossiers s'importent pour une unité : l'indiquer.")
        if viewer.units is not None and unit not in viewer.units:
            raise ForbiddenError("Des dossiers s'importent pour une de vos unités seulement.")
    return import_file(workplace, source, path, at=at, unit=unit, full=full, viewer=viewer)


def show_import(workplace: Workplace, run: str) -> ImportRun:
    """A run that imported options or lists; NotFoundError for others: those of files of people tell of their unit."""
    with workplace.database.read(NOBODY) as connection:
        found = imports.get(connection, run)
    if found.source == _OF_PEOPLE:
        raise NotFoundError(f"Aucun import {run} ; vérifier son identifiant.")
    return found
