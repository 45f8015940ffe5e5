"""The notice of a vacancy as the employment service received it: the clock of its answer starts with a complete one."""

from datetime import date
from typing import Annotated

from matching.domain.vocabulary.dossiers import NoticeDatum
from matching.domain.word import Identifier, Word, about


class VacancyNotice(Word):
    """When a notice was received and what is missing in it, as staff of the employment service wrote it down.

    The third working day after receipt of the complete notice is the last one for the answer. Source: OSE art. 53b al.
    2, art. 53c al. 1.
    """

    opportunity: Annotated[Identifier, about("Posting.", "job_room:123")]
    received_on: Annotated[date, about("Day it was received, in Switzerland.", "2026-11-16")]
    missing: Annotated[
        tuple[NoticeDatum, ...], about("Mandatory data that are missing; an empty list: it is complete.", ["workload"])
    ] = ()
    recorded_by: Annotated[Identifier, about("Account that wrote it down.", "demo")]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing: only then the clock starts."""
        return not self.missing
