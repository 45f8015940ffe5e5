"""What it takes to import a source; what came of a run, told again."""

from matching.catalogue.sources import find_source
from matching.domain.permission import Permission
from matching.errors import NotFoundError
from matching.storage import imports
from matching.storage.imports import ImportRun
from matching.storage.scope import NOBODY
from matching.use_cases.workplace import Workplace

_OF_PEOPLE = "profiles"


def permission_for(source: str) -> Permission:
    """What it takes to import a source; InvalidInputError when there is none of that name."""
    of_people = find_source(source).kind == "profiles"
    return Permission.IMPORT_PROFILES if of_people else Permission.IMPORT_CATALOGUE


def show_import(workplace: Workplace, run: str) -> ImportRun:
    """A run that imported options or lists; NotFoundError for others: those of files of people tell of their unit."""
    with workplace.database.read(NOBODY) as connection:
        found = imports.get(connection, run)
    if found.source == _OF_PEOPLE:
        raise NotFoundError(f"Aucun import {run} ; vérifier son identifiant.")
    return found
