"""An employer where the Swiss employment service may not help place."""

from datetime import date
from typing import Annotated

from matching.domain.vocabulary.postings import EmployerFlagReason
from matching.domain.word import Identifier, Name, Word, about


class EmployerFlag(Word):
    """A dated, signed flag on one provider; it says why, and for how long. Source: LSE art. 26 al. 3."""

    provider_id: Annotated[Identifier, about("Provider, as options name it.", "nettoyage-exemple-sa")]
    reason: Annotated[EmployerFlagReason, about("Why.", "conditions_below_usual")]
    author: Annotated[Name, about("Who set it.", "Service de l'emploi, inspection")]
    valid_from: Annotated[date, about("Holds from.", "2026-11-01")]
    valid_to: Annotated[date | None, about("Holds to, inclusive; absent: until it is lifted.", "2027-10-31")] = None

    def holds_on(self, day: date) -> bool:
        """Whether the flag holds on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
