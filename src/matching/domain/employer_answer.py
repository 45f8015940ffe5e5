"""What offices write down on the way from a posting, place or seat to its provider; only a person hands over."""

from typing import Annotated

from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.dossiers import DossierState, EmployerFeedback, RequestState
from matching.domain.word import Identifier, Moment, Name, Word, about


class ShortlistRequest(Word):
    """What one unit was asked and has answered for one posting; it names nobody. Source: OSE art. 53c al. 1."""

    opportunity: Annotated[Identifier, about("Posting.", "job_room:123")]
    unit: Annotated[Identifier, about("Unit asked.", "vd-orp-renens")]
    state: Annotated[RequestState, about("Where it stands.", "searched_none")]


class Dossier(Word):
    """What may leave of one person for one option, prepared and handed over by named counsellors."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    opportunity: Annotated[Identifier, about("Option.", "job_room:123")]
    title: Annotated[Name, about("Title of the option as it was.", "Vendeuse en boulangerie")]
    kind: Annotated[OpportunityKind, about("Kind of the option.", "vacancy")]
    under_mandate: Annotated[
        bool, about("The posting is, was or may have been restricted: reading this takes a mandate.", True)
    ]
    content: Annotated[
        Profile, about("What may leave, by the list for this kind and the consent; all else is unknown.", {"id": "p-1"})
    ]
    state: Annotated[DossierState, about("Where it stands.", "prepared")] = DossierState.PREPARED
    prepared_by: Annotated[Identifier, about("Counsellor who decided to propose the person.", "demo")]
    handed_over_by: Annotated[Identifier | None, about("Who handed it over.", "demo")] = None
    handed_over_at: Annotated[Moment | None, about("When.", "2026-11-18T14:00:00+01:00")] = None


class EmployerStatement(Word):
    """What the employer or provider said of one candidate, or of the posting. Source: OSE art. 53c al. 2."""

    opportunity: Annotated[Identifier, about("Option.", "job_room:123")]
    dossier: Annotated[
        Identifier | None, about("Dossier it is about; absent: the posting itself.", "dossiers-1f2e")
    ] = None
    feedback: Annotated[EmployerFeedback, about("What was said.", "suitable_invited")]
    corrects: Annotated[
        EmployerFeedback | None, about("What had been said before and is corrected by it.", "hired")
    ] = None
