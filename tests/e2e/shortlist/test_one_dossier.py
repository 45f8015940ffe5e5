"""One dossier as it may be read now, and each step of it taken once."""

from datetime import datetime, timedelta

import pytest

from matching.bootstrap import Service
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.dossiers import DossierState, EmployerFeedback
from matching.domain.vocabulary.needs import ConsentPurpose
from matching.errors import IdempotencyKeyReusedError, NotFoundError
from matching.storage import tables
from matching.storage.idempotency import IdempotencyKey
from matching.storage.scope import EVERYTHING

BAKERY = "job_room:lau-vente-boulangerie"


def test_it_holds_what_was_prepared_and_what_came_back(offices: Service, uc: Viewer, at: datetime) -> None:
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    read = offices.show_dossier(prepared.id, viewer=uc, at=at)
    assert (read.entry, read.whole, read.feedback) == (prepared, True, None)
    handed = offices.hand_over(prepared.id, viewer=uc, at=at)
    offices.candidate_feedback(prepared.id, EmployerFeedback.HIRED, viewer=uc, at=at)
    read = offices.show_dossier(prepared.id, viewer=uc, at=at)
    assert (read.entry, read.feedback) == (handed, EmployerFeedback.HIRED)


def test_what_is_no_longer_agreed_to_is_unknown_in_it(offices: Service, uc: Viewer, at: datetime) -> None:
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    assert prepared.word.content.occupations
    purpose = ConsentPurpose.DOSSIER_TO_PROVIDER
    offices.withdraw_consent("p01-amelie", to_institution=Institution.UC, purpose=purpose, viewer=uc, at=at)
    read = offices.show_dossier(prepared.id, viewer=uc, at=at + timedelta(hours=2))
    assert not read.whole
    assert read.entry.word.content.model_dump(exclude_defaults=True) == {"id": "p01-amelie"}
    with offices.workplace.database.read(EVERYTHING) as connection:
        kept = connection.execute(tables.dossiers.select()).all()
    assert len(kept) == 1, "reading writes nothing"


def test_others_are_told_of_none(offices: Service, uc: Viewer, renens: Viewer, at: datetime) -> None:
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    without, told = uc.model_copy(update={"mandates": ()}), set()
    for viewer, id_ in ((renens, prepared.id), (without, prepared.id), (uc, "dossiers-nowhere")):
        with pytest.raises(NotFoundError) as refused:
            offices.show_dossier(id_, viewer=viewer, at=at)
        told.add(str(refused.value).replace(id_, "ID"))
    assert len(told) == 1


def test_each_step_is_taken_once_under_its_key(offices: Service, uc: Viewer, at: datetime) -> None:
    once, other = IdempotencyKey.of("k", {"step": 1}), IdempotencyKey.of("k", {"step": 2})
    first, again = (offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at, once=once) for _ in range(2))
    assert first == again
    with pytest.raises(IdempotencyKeyReusedError):
        offices.withdraw_dossier(first.id, viewer=uc, at=at, once=other)
    out = IdempotencyKey.of("out", {})
    gone = [offices.withdraw_dossier(first.id, viewer=uc, at=at, once=out) for _ in range(2)]
    assert [entry.version for entry in gone] == [2, 2]
    second = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    over = IdempotencyKey.of("over", {})
    given = [offices.hand_over(second.id, viewer=uc, at=at, once=over) for _ in range(2)]
    assert {(entry.version, entry.word.state) for entry in given} == {(2, DossierState.HANDED_OVER)}
    without = uc.model_copy(update={"mandates": ()})
    with pytest.raises(NotFoundError):  # what was done is told again to whoever may still read it
        offices.hand_over(second.id, viewer=without, at=at, once=over)


def test_the_same_said_again_adds_nothing(offices: Service, uc: Viewer, at: datetime) -> None:
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    offices.hand_over(prepared.id, viewer=uc, at=at)
    for said in (EmployerFeedback.HIRED, EmployerFeedback.HIRED, EmployerFeedback.NOT_SUITABLE):
        offices.candidate_feedback(prepared.id, said, viewer=uc, at=at)
    for _ in range(2):
        offices.record_notice("job_room:lau-rayon", received_on=at.date(), viewer=uc, at=at)
    with offices.workplace.database.read(EVERYTHING) as connection:
        statements = connection.execute(tables.employer_feedback.select()).all()
        notices = connection.execute(
            tables.vacancy_notices.select().where(tables.vacancy_notices.c.subject == "job_room:lau-rayon")
        ).all()
    assert len(statements) == 2
    assert len({row.author for row in notices if row.author == "uc"}) == 1
    assert sum(row.author == "uc" for row in notices) == 1
