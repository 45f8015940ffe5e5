"""What a payer may still grant in a year, as its authority states it; the service counts no money by itself."""

from datetime import date
from typing import Annotated

from matching.domain.vocabulary.catalogue import Payer
from matching.domain.word import Name, Word, about


class PayerBudget(Word):
    """Starts that one payer grants in one year, and how many are granted already; a later statement replaces it.

    Where an amount and the cost of a start are stated, no more starts are left than the amount pays for.
    """

    payer: Annotated[Payer, about("Who pays.", "as_canton")]
    year: Annotated[int, about("Year.", 2027, ge=2018, le=2100)]
    starts: Annotated[int, about("Starts in the whole year.", 400, ge=0, le=1_000_000)]
    granted: Annotated[int, about("Of those, granted by the day of the statement.", 120, ge=0, le=1_000_000)] = 0
    amount: Annotated[float | None, about("Money left, in francs or euros.", 900_000, ge=0, allow_inf_nan=False)] = None
    cost_per_start: Annotated[
        float | None, about("What one start costs on average, in the same.", 4_500, gt=0, allow_inf_nan=False)
    ] = None
    authority: Annotated[Name, about("Who decides it.", "Service de l'emploi (exemple)")]
    reference: Annotated[Name, about("Decision or legal basis.", "Décision inventée du 10.12.2026")]
    stated_on: Annotated[date, about("As known on.", "2027-03-31")]

    @property
    def id(self) -> str:
        """What tells it from those of other payers and years."""
        return f"{self.payer.value}:{self.year}"

    @property
    def left(self) -> int:
        """Starts that may still be granted."""
        left = max(0, self.starts - self.granted)
        if self.amount is None or self.cost_per_start is None:
            return left
        return min(left, int(self.amount // self.cost_per_start))
