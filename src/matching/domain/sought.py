"""What a list of options was asked to hold."""

from typing import Annotated

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.word import Word, about

FARTHEST_KM = 500


class Sought(Word):
    """What narrows a list; what is not known is never left out for being far."""

    kinds: Annotated[tuple[OpportunityKind, ...], about("Kinds of option.", ["vacancy", "measure"], min_length=1)] = (
        tuple(OpportunityKind)
    )
    within_km: Annotated[
        int | None,
        about(
            "At most so far from home in a straight line; a place or a home not known stays.", 20, ge=1, le=FARTHEST_KM
        ),
    ] = None
    certain: Annotated[bool, about("Only options whose every condition is met.", True)] = False

    @property
    def everything(self) -> bool:
        """Whether nothing narrows the list."""
        return set(self.kinds) == set(OpportunityKind) and self.within_km is None and not self.certain


EVERYTHING_SOUGHT = Sought()
