"""Our own places in social enterprises: JSON, JSON lines, CSV or XLSX."""

from matching.catalogue.own_files import OwnFiles
from matching.catalogue.source import Source
from matching.domain.opportunity import Placement

_FILES = OwnFiles(Placement, plural="placements")

SOURCE = Source(
    name="placements",
    description="Places en entreprise sociale saisies localement : JSON du contrat, CSV ou XLSX",
    kind="options",
    read=_FILES.read,
    convert=_FILES.convert,
    id_of=_FILES.id_of,
)
