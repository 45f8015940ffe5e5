"""A saved search as it stands now, and the word that a caseload says of it."""

from typing import Annotated, Literal

from matching.domain.sought import EVERYTHING_SOUGHT, Sought
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.word import Identifier, Moment, Name, Text, Word, about


class NewOption(Word):
    """An option that came since a search was last looked at; nothing of the ranking is in it."""

    opportunity: Annotated[Identifier, about("Option.", "own:atelier-velo")]
    title: Annotated[Name, about("Title.", "Atelier vélo")]
    kind: Annotated[OpportunityKind, about("Kind.", "measure")]
    provider: Annotated[Name | None, about("Provider.", "Atelier du Lac")] = None
    state: Annotated[Literal["eligible", "review"], about("What the rules say today.", "eligible")]


class Searched(Word):
    """A saved search with what came since it was last looked at, best first, as far as the last night looked."""

    id: Annotated[Identifier, about("Search.", "searches-1f2e")]
    profile: Annotated[Identifier, about("Person.", "p-0001")]
    sought: Annotated[Sought, about("What is looked for.", {"kinds": ["measure"]})] = EVERYTHING_SOUGHT
    words: Annotated[Text | None, about("What for, in words.", "Un atelier près de Renens")] = None
    saved_by: Annotated[Identifier, about("Account of whoever saved it.", "demo")]
    at: Annotated[Moment, about("When it was saved.", "2026-11-23T10:00:00+01:00")]
    looked_at: Annotated[Moment, about("When it was last looked at.", "2026-11-23T10:00:00+01:00")]
    new: Annotated[tuple[NewOption, ...], about("Options that came since.", [])] = ()


class SearchAlert(Word):
    """How many options came for a person since somebody looked, over all searches saved for them."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    searches: Annotated[tuple[Identifier, ...], about("The searches that they came for.", ["searches-1f2e"])]
    new: Annotated[int, about("Different options.", 3, ge=1)]
    since: Annotated[Moment, about("The earliest of the last looks at them.", "2026-11-23T10:00:00+01:00")]
