"""Our own measures: JSON, JSON lines, CSV or XLSX."""

from matching.catalogue.own_files import OwnFiles
from matching.catalogue.source import Source
from matching.domain.opportunity import Measure

_FILES = OwnFiles(Measure, plural="measures")

SOURCE = Source(
    name="measures",
    description="Mesures saisies localement : JSON du contrat, CSV ou XLSX",
    kind="options",
    read=_FILES.read,
    convert=_FILES.convert,
    id_of=_FILES.id_of,
)
