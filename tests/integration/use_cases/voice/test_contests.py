"""A fact or a reason contested is marked, waits for a human, oldest first, and is answered once."""

from datetime import datetime, timedelta

import pytest

from matching.bootstrap import Service
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import ContestOutcome
from matching.errors import ConflictError, InvalidInputError, NotFoundError


def test_a_fact_waits_for_its_answer_and_never_expires(service: Service, mandated: Viewer, at: datetime) -> None:
    person, much_later = "p03-chloe", at + timedelta(days=400)
    first = service.contest_fact(person, "languages", words="Je parle mieux", viewer=mandated, at=at)
    second = service.contest_fact(
        person, "residence.municipality", words="J'ai déménagé", viewer=mandated, at=at + timedelta(minutes=1)
    )
    waiting = service.contests(viewer=mandated, at=much_later, profile=person)
    assert [entry.id for entry in waiting] == [first.id, second.id]
    told = service.recommend(person, viewer=mandated, at=at).contested
    assert len(told) == 2
    assert "langues" in told[0]
    assert "18.11.2026" in told[0]
    answered = service.answer_contest(
        first.id, outcome=ContestOutcome.CORRECTED, answer="Niveau corrigé", viewer=mandated, at=much_later
    )
    assert (answered.word.answered_by, answered.word.words) == (mandated.account, "Je parle mieux")
    assert [entry.id for entry in service.contests(viewer=mandated, at=much_later, profile=person)] == [second.id]
    both = service.contests(viewer=mandated, at=much_later, profile=person, answered=True)
    assert [entry.word.outcome for entry in both] == ["corrected", None]
    assert len(service.recommend(person, viewer=mandated, at=at).contested) == 1
    with pytest.raises(ConflictError):
        service.answer_contest(first.id, outcome=ContestOutcome.KEPT, answer="Non", viewer=mandated, at=much_later)


def test_a_reason_is_marked_on_the_cards_that_rest_on_it(service: Service, mandated: Viewer, at: datetime) -> None:
    person = "p05-esma"
    slate = service.recommend(person, viewer=mandated, at=at)
    card = slate.cards[0]
    service.contest_reason(
        person,
        recommendation=slate.id,
        opportunity=card.opportunity,
        reason=card.verdicts[0].rule,
        words="Ce n'est pas juste",
        viewer=mandated,
        at=at,
    )
    again = service.recommend(person, viewer=mandated, at=at)
    for each in again.cards:
        rests_on_it = card.verdicts[0].rule in {v.rule for v in each.verdicts if v.truth != "unknown" or v.question}
        assert any("conteste" in note for note in each.notes) is rests_on_it
    assert again.contested == ()


def test_a_reason_that_was_not_shown_is_not_found(service: Service, mandated: Viewer, at: datetime) -> None:
    person = "p09-ines"
    slate = service.recommend(person, viewer=mandated, at=at)
    for option, reason in ((slate.cards[0].opportunity, "no_such_rule"), ("own:nowhere", "distance")):
        with pytest.raises(NotFoundError):
            service.contest_reason(
                person,
                recommendation=slate.id,
                opportunity=option,
                reason=reason,
                words="Faux",
                viewer=mandated,
                at=at,
            )


@pytest.mark.parametrize("fact", ["language", "languages.levels", "needs.colour", "", "id.x", "residence."])
def test_what_is_no_field_cannot_be_contested(service: Service, mandated: Viewer, at: datetime, fact: str) -> None:
    with pytest.raises(InvalidInputError):
        service.contest_fact("p06-francois", fact, words="Faux", viewer=mandated, at=at)


@pytest.mark.parametrize(
    "fact", ["needs", "needs.barrier", "languages.items.level", "insurances.unemployment.days_left", "birth_date"]
)
def test_any_field_of_the_file_can(service: Service, mandated: Viewer, at: datetime, fact: str) -> None:
    assert service.contest_fact("p06-francois", fact, words="Faux", viewer=mandated, at=at).word.fact == fact


def test_words_and_the_right_role_are_needed(
    service: Service, mandated: Viewer, provider: Viewer, at: datetime
) -> None:
    with pytest.raises(InvalidInputError, match="mots"):
        service.contest_fact("p06-francois", "needs", words="  ", viewer=mandated, at=at)
    with pytest.raises(NotFoundError):  # a provider reaches no file
        service.contest_fact("p06-francois", "needs", words="Faux", viewer=provider, at=at)


def test_a_withheld_field_that_is_contested_is_told_to_nobody_without_the_right(
    service: Service, mandated: Viewer, at: datetime
) -> None:
    person = "p12-thierry"
    contest = service.contest_fact(person, "restrictions", words="Mon dos va bien", viewer=mandated, at=at)
    stranger = mandated.model_copy(update={"institution": Institution.ORGANISER})
    assert service.contests(viewer=stranger, at=at, profile=person) == []
    assert service.recommend(person, viewer=stranger, at=at).contested == ()
    said = set()
    for id_ in (contest.id, "contests-nowhere"):
        with pytest.raises(NotFoundError) as refused:
            service.answer_contest(id_, outcome=ContestOutcome.KEPT, answer="Non", viewer=stranger, at=at)
        said.add(str(refused.value).replace(id_, "ID"))
    assert len(said) == 1
    assert [entry.id for entry in service.contests(viewer=mandated, at=at, profile=person)] == [contest.id]


def test_a_contested_reason_of_a_restricted_posting_leaves_no_trace(
    service: Service, mandated: Viewer, unmandated: Viewer, at: datetime
) -> None:
    person = "p01-amelie"
    slate = service.recommend(person, viewer=mandated, at=at, limit=50)
    secret = next(card for card in slate.cards if "posting" in card.mandate_only)
    about = {"recommendation": slate.id, "opportunity": secret.opportunity, "reason": "distance"}
    contest = service.contest_reason(person, **about, words="Faux", viewer=mandated, at=at)
    assert contest.id in {entry.id for entry in service.contests(viewer=mandated, at=at)}
    assert service.contests(viewer=unmandated, at=at, profile=person) == []
    with pytest.raises(NotFoundError):
        service.contest_reason(person, **about, words="Faux", viewer=unmandated, at=at)
    with pytest.raises(NotFoundError):
        service.answer_contest(contest.id, outcome=ContestOutcome.KEPT, answer="Non", viewer=unmandated, at=at)
    assert not any(
        "conteste" in note
        for card in service.recommend(person, viewer=unmandated, at=at, limit=50).cards
        for note in card.notes
    )


def test_another_unit_knows_of_none(service: Service, mandated: Viewer, at: datetime) -> None:
    service.contest_fact("p07-gabriela", "needs", words="Faux", viewer=mandated, at=at)
    elsewhere = mandated.model_copy(update={"units": ("fr54-dept",)})
    assert service.contests(viewer=elsewhere, at=at) == []
    with pytest.raises(NotFoundError):
        service.contests(viewer=elsewhere, at=at, profile="p07-gabriela")
