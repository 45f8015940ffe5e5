"""A pinned option as it stands now."""

from typing import Annotated

from matching.domain.verdict import Eligibility
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.word import Identifier, Moment, Name, Text, Word, about


class Pinned(Word):
    """A pinned option with its present state by the rules; nothing of the ranking is in it."""

    opportunity: Annotated[Identifier, about("Option.", "own:atelier-velo")]
    title: Annotated[Name, about("Title; as it was pinned, when the option is gone.", "Atelier vélo")]
    kind: Annotated[OpportunityKind | None, about("Kind; absent: the option is gone.", "measure")] = None
    provider: Annotated[Name | None, about("Provider.", "Atelier du Lac")] = None
    eligibility: Annotated[
        Eligibility | None, about("What the rules say now; absent: no longer in the catalogue.", {"state": "eligible"})
    ] = None
    unmet: Annotated[tuple[Text, ...], about("Conditions not met, in words.", ["Âge maximal : 25 ans."])] = ()
    rests: Annotated[Text | None, about("How it rests; absent: it does not.", "Au repos jusqu'au 22.01.2027.")] = None
    words: Annotated[Text | None, about("Why it was pinned, in words.", "Quand le permis est là")] = None
    pinned_by: Annotated[Identifier, about("Account of whoever pinned it.", "demo")]
    at: Annotated[Moment, about("When it was pinned.", "2026-11-23T10:00:00+01:00")]
