"""The files that a viewer may open, as a list to choose from: no name is known here, and nothing sensitive is told."""

from dataclasses import dataclass
from datetime import datetime

from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.needs import Objective
from matching.use_cases.person_file import open_files
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact


@dataclass(frozen=True)
class Listed:
    """One file: its id, the unit that owns it, and the objective as far as it is known."""

    profile: str
    unit: str | None
    objective: Objective | None


def list_people(workplace: Workplace, *, viewer: Viewer, at: datetime) -> list[Listed]:
    """The files of the viewer's units, by id."""
    return [
        Listed(file.profile.id, file.profile.unit, redact(file.profile, viewer, at).objective)
        for file in open_files(workplace, viewer, Act.LIST_FILES, at=at)
    ]
