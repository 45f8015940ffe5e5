"""What stands around a slate is what each use case tells by itself, and the audit tells of one reading."""

from datetime import datetime

import pytest

from matching.bootstrap import Service
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.process import FeedbackVerdict, Verb
from matching.errors import ForbiddenError, NotFoundError

PERSON = "p10-jerome"


def test_it_is_what_each_part_tells(service: Service, mandated: Viewer, at: datetime) -> None:
    shown = service.recommend(PERSON, viewer=mandated, at=at)
    first = shown.cards[0].opportunity
    service.pin_option(PERSON, first, viewer=mandated, at=at)
    kind, need = OpportunityKind.MEASURE, Barrier.MOBILITY
    service.propose_outside(
        PERSON, kind=kind, title="Atelier", offered_by="Le quartier", need=need, viewer=mandated, at=at
    )
    service.save_search(PERSON, words="Pour janvier", viewer=mandated, at=at)
    job = next(card.opportunity for card in shown.cards if card.kind is OpportunityKind.VACANCY)
    service.decide(shown.id, job, Verb.REJECT, reasons=["too_far"], viewer=mandated, at=at)
    service.give_feedback(
        shown.id, first, shown.cards[0].contributions[0].feature, FeedbackVerdict.RIGHT, viewer=mandated, at=at
    )
    around = service.around_person(PERSON, viewer=mandated, at=at)
    assert around.proposals == service.proposals_of(PERSON, viewer=mandated, at=at) != []
    assert around.pins == service.pins(PERSON, viewer=mandated, at=at) != ()
    assert around.outside == service.outside_options(PERSON, viewer=mandated, at=at) != ()
    assert around.searches == service.searches(PERSON, viewer=mandated, at=at) != ()
    assert around.waiting == service.waiting_for_word(PERSON, viewer=mandated, at=at)
    assert around.person.withheld == service.show_profile(PERSON, viewer=mandated, at=at).profile.withheld


def test_to_others_there_is_nobody(service: Service, mandated: Viewer, at: datetime) -> None:
    elsewhere = mandated.model_copy(update={"units": ("elsewhere",)})
    with pytest.raises(NotFoundError):
        service.around_person(PERSON, viewer=elsewhere, at=at)
    manager = mandated.model_copy(update={"role": "programme_manager"})
    with pytest.raises(ForbiddenError):
        service.around_person(PERSON, viewer=manager, at=at)
