"""A search that goes on for a person: what is looked for, what was known when somebody looked, what came since."""

from typing import Annotated

from matching.domain.sought import EVERYTHING_SOUGHT, Sought
from matching.domain.vocabulary.needs import DataCategory
from matching.domain.word import Identifier, Moment, Text, Word, about


class SavedSearch(Word):
    """What a counsellor goes on looking for, for one person. Postings in their head start are in none of it."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    sought: Annotated[Sought, about("What is looked for.", {"kinds": ["measure"]})] = EVERYTHING_SOUGHT
    words: Annotated[Text | None, about("What for, in words.", "Un atelier près de Renens")] = None
    saved_by: Annotated[Identifier, about("Account of whoever saved it.", "demo")]
    at: Annotated[Moment, about("When it was saved.", "2026-11-23T10:00:00+01:00")]
    looked_by: Annotated[Identifier, about("Account of whoever last looked.", "demo")]
    looked_at: Annotated[Moment, about("When it was last looked at.", "2026-11-23T10:00:00+01:00")]
    known: Annotated[tuple[Identifier, ...], about("Options known since then, best first.", ["own:atelier-velo"])] = ()
    removed_at: Annotated[Moment | None, about("When it was removed.", "2027-02-01T10:00:00+01:00")] = None


class SearchFind(Word):
    """What a night found that a search did not know, as the unit of the file may use it."""

    search: Annotated[Identifier, about("Search.", "searches-1f2e")]
    at: Annotated[Moment, about("When.", "2026-11-24T02:00:00+01:00")]
    options: Annotated[tuple[Identifier, ...], about("Options not known, best first.", ["own:atelier-bois"])] = ()
    withheld: Annotated[tuple[DataCategory, ...], about("What of the file was not used.", ["debt"])] = ()
