"""What a counsellor keeps at hand for a person, beside what is ranked; nothing of it ever moves a rank or a score."""

from typing import Annotated

from matching.domain.vocabulary.catalogue import OpportunityKind, Payer
from matching.domain.vocabulary.needs import Barrier, DataCategory
from matching.domain.word import Identifier, Moment, Name, Text, Word, about


class Pin(Word):
    """An option kept at hand for a person, whether it is on a slate or not; its state is told anew at each look."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    opportunity: Annotated[Identifier, about("Option.", "own:atelier-velo")]
    title: Annotated[Name, about("Its title when it was pinned.", "Atelier vélo")]
    words: Annotated[Text | None, about("Why, in words.", "Quand le permis est là")] = None
    mandate_only: Annotated[bool, about("Whether it then existed under a mandate alone.", False)] = False
    pinned_by: Annotated[Identifier, about("Account of whoever pinned it.", "demo")]
    at: Annotated[Moment, about("When it was pinned.", "2026-11-23T10:00:00+01:00")]
    unpinned_at: Annotated[Moment | None, about("When it was taken off again.", "2026-12-01T10:00:00+01:00")] = None


class OutsideOption(Word):
    """Something proposed to a person that the catalogue does not have: told in words, neither ranked nor encoded."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    kind: Annotated[OpportunityKind, about("What it is.", "measure")]
    title: Annotated[Name, about("Short title.", "Atelier de réparation de vélos")]
    offered_by: Annotated[Name, about("Who offers it.", "Association du quartier")]
    need: Annotated[Barrier, about("Need that it answers.", "mobility")]
    payer: Annotated[Payer | None, about("Who would pay; absent is unknown.", "as_commune")] = None
    words: Annotated[Text | None, about("Note, in words.", "Une place dès janvier")] = None
    withheld_then: Annotated[
        tuple[DataCategory, ...],
        about(
            "Data withheld from whoever wrote it; others from whom more is withheld do not read its words.", ["debt"]
        ),
    ] = ()
    proposed_by: Annotated[Identifier, about("Account of whoever proposed it.", "demo")]
    at: Annotated[Moment, about("When it was proposed.", "2026-11-23T10:00:00+01:00")]
    withdrawn_by: Annotated[Identifier | None, about("Account of whoever withdrew it.", "demo")] = None
    withdrawn_at: Annotated[Moment | None, about("When it was withdrawn.", "2026-12-01T10:00:00+01:00")] = None
