"""What programmes are steered by: places by category over time with their targets, and what a remedy promised."""

from datetime import date
from typing import Annotated, Literal

from matching.domain.vocabulary.catalogue import Payer
from matching.domain.vocabulary.needs import Barrier
from matching.domain.word import Identifier, Name, Territory, Word, about

Category = Literal["occupation", "socioprofessional", "professional"]

CATEGORIES: tuple[Category, ...] = ("occupation", "socioprofessional", "professional")
"""From social to professional. Source: Neuchâtel, catégorisation des programmes."""

PlaceKind = Literal["observed", "target"]

Places = Annotated[int | None, about("Places of that category; absent is unknown.", 86, ge=0, le=1_000_000)]


class PlaceStatement(Word):
    """Places by category at the end of a day, as a named authority counted them or aims for them."""

    territory: Annotated[Territory, about("Canton or département.", "CH-NE")]
    programme: Annotated[Name, about("Which places.", "programmes spécifiques d'emploi temporaire")]
    kind: Annotated[PlaceKind, about("Counted, or aimed for.", "target")]
    on: Annotated[date, about("At the end of that day.", "2014-12-31")]
    occupation: Places = None
    socioprofessional: Places = None
    professional: Places = None
    authority: Annotated[Name, about("Who says so: a service or a function.", "Service de l'emploi (exemple)")]
    reference: Annotated[Name, about("Where it is written.", "Bilan CII 2009-2013")]

    def of(self, category: Category | None) -> int | None:
        """Places of a category, or (None) of all three; None where one that counts is not known."""
        known: dict[Category, int | None] = {
            "occupation": self.occupation,
            "socioprofessional": self.socioprofessional,
            "professional": self.professional,
        }
        if category is not None:
            return known[category]
        counts = [count for count in known.values() if count is not None]
        return sum(counts) if len(counts) == len(known) else None


class GapRemedy(Word):
    """What was done about a gap, and how many people it is to serve by when: compared later with a new count."""

    need: Annotated[Barrier, about("Need without an offer.", "communication_language")]
    territory: Annotated[Territory, about("Canton or département.", "CH-NE")]
    district: Annotated[Name | None, about("District; absent: all of it.", "Val-de-Travers")] = None
    language: Annotated[Literal["fr", "de", "it", "en"] | None, about("Language; absent: any.", "fr")] = None
    payer: Annotated[Payer | None, about("Who pays; absent: any.", "as_canton")] = None
    what: Annotated[Name, about("What was done.", "Cours de français A2 à Couvet, 12 places")]
    opportunity: Annotated[Identifier | None, about("The new option, once it is in the catalogue.", "own:fr-a2")] = None
    people_expected: Annotated[int, about("People it is to serve.", 12, ge=1, le=1_000_000)]
    by: Annotated[date, about("By the end of that day.", "2027-03-31")]
    promised_by: Annotated[Name, about("Who promised it: a service or a function.", "Service de l'emploi (exemple)")]
    people_before: Annotated[
        int | None,
        about("People in the gap when it was entered; absent: not counted, or fewer than five.", 31, ge=5),
    ] = None
