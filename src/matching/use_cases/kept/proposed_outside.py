"""What was proposed beside the catalogue, as whoever reads it may know it."""

from typing import Annotated

from matching.domain.kept import OutsideOption
from matching.domain.profile import Profile
from matching.domain.telling import BARRIER_CATEGORIES
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind, Payer
from matching.domain.vocabulary.needs import Barrier
from matching.domain.word import Identifier, Moment, Name, Text, Word, about
from matching.storage.ledger import Entry


class ProposedOutside(Word):
    """An option that the catalogue does not have, as it was proposed; `withdrawn_at` says that it no longer stands."""

    id: Annotated[Identifier, about("Id, by which it is withdrawn.", "outside_options-1f2e")]
    kind: Annotated[OpportunityKind, about("What it is.", "measure")]
    title: Annotated[Name | None, about("Short title; absent: not for whoever asks.", "Atelier vélo")] = None
    offered_by: Annotated[Name | None, about("Who offers it; absent: not for whoever asks.", "Le quartier")] = None
    need: Annotated[Barrier, about("Need that it answers.", "mobility")]
    payer: Annotated[Payer | None, about("Who would pay; absent: unknown, or not for whoever asks.", "ac")] = None
    words: Annotated[Text | None, about("Note, in words.", "Une place dès janvier")] = None
    proposed_by: Annotated[Identifier, about("Account of whoever proposed it.", "demo")]
    at: Annotated[Moment, about("When it was proposed.", "2026-11-23T10:00:00+01:00")]
    withdrawn_by: Annotated[Identifier | None, about("Account of whoever withdrew it.", "demo")] = None
    withdrawn_at: Annotated[Moment | None, about("When it was withdrawn.", "2026-12-01T10:00:00+01:00")] = None


def may_know_of(option: OutsideOption, person: Profile, viewer: Viewer) -> bool:
    """Whether it exists for a viewer of the redacted `person`: a need that tells what is withheld is its author's."""
    return option.proposed_by == viewer.account or BARRIER_CATEGORIES.get(option.need) not in person.withheld


def told_outside(entry: Entry[OutsideOption], person: Profile, viewer: Viewer) -> ProposedOutside:
    """As a viewer of the redacted `person` may read it.

    Words, title, offerer and payer may tell all that their author knew: they are for whom no more is withheld from.
    """
    option = entry.word
    reads = option.proposed_by == viewer.account or set(person.withheld) <= set(option.withheld_then)
    texts = {name: getattr(option, name) for name in ("title", "offered_by", "payer", "words")} if reads else {}
    return ProposedOutside(
        id=entry.id,
        kind=option.kind,
        need=option.need,
        proposed_by=option.proposed_by,
        at=option.at,
        withdrawn_by=option.withdrawn_by,
        withdrawn_at=option.withdrawn_at,
        **texts,
    )
