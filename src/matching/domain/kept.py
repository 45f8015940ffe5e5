"""What a counsellor keeps at hand for a person, beside what is ranked; nothing of it ever moves a rank or a score."""

from typing import Annotated

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
