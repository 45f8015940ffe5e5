"""Profiles of people, for the unit that owns them: JSON, JSON lines, CSV or XLSX."""

from matching.catalogue.own_files import OwnFiles
from matching.catalogue.source import Source
from matching.domain.profile import Profile

_FILES = OwnFiles(Profile, plural="profiles", own_ids=False)

SOURCE = Source(
    name="profiles",
    description="Dossiers de personnes d'une unité : JSON du contrat, CSV ou XLSX",
    kind="profiles",
    read=_FILES.read,
    convert=_FILES.convert,
    id_of=_FILES.id_of,
)
