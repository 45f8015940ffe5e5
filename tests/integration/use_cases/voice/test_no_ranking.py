"""A person who wants no ranking gets the list of the rules alone: the same options, nothing lost, no score."""

from datetime import datetime, timedelta

import pytest

from matching.bootstrap import Service
from matching.domain.recommendation import Card, CardLine, Recommendation
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.errors import InvalidInputError, NotFoundError
from matching.retrieval.folding import fold
from matching.use_cases.person_file import load_file
from matching.use_cases.situation import look_at

PERSON = "p01-amelie"


@pytest.fixture(scope="module")
def opted_out(service: Service, mandated: Viewer, at: datetime) -> datetime:
    """The moment after which Amélie wants no ranking."""
    service.choose_ranking(PERSON, ranked=False, viewer=mandated, at=at)
    return at + timedelta(minutes=1)


def every_page(service: Service, viewer: Viewer, at: datetime, size: int) -> list[Recommendation]:
    pages = [service.recommend(PERSON, viewer=viewer, at=at, limit=size)]
    while len(pages[-1].cards) == size:
        start = pages[-1].cards[-1].rank + 1
        pages.append(service.recommend(PERSON, viewer=viewer, at=at, limit=size, start=start))
    return pages


def without_counts(card: Card) -> list[CardLine]:
    """The lines but those that count what a measure opens: without ranking no job is compared with the project."""
    return [line for line in card.lines if line.code not in {"opens", "opens_nothing"}]


def test_both_lists_hold_the_same_options(service: Service, mandated: Viewer, opted_out: datetime) -> None:
    """What ranking would rank, and what ranking would show, against the whole list in pages."""
    pages = every_page(service, mandated, opted_out, 7)
    cards = [card for page in pages for card in page.cards]
    assert [card.rank for card in cards] == list(range(1, len(cards) + 1))
    assert {page.listed for page in pages} == {len(cards)}
    live = service.workplace.live(opted_out)
    whole = load_file(service.workplace, PERSON, mandated).profile
    ranked = look_at(service.workplace, live, whole, viewer=mandated, at=opted_out)
    assert {card.opportunity for card in cards} == {live.snapshot.ids[row] for row in ranked.candidates.rows}
    service.choose_ranking(PERSON, ranked=True, viewer=mandated, at=opted_out)
    slate = service.recommend(PERSON, viewer=mandated, at=opted_out, limit=100)
    service.choose_ranking(PERSON, ranked=False, viewer=mandated, at=opted_out)
    assert slate.ranked
    assert len(slate.cards) > 10
    plain = {card.opportunity: card for card in cards}
    assert {card.opportunity for card in slate.cards} <= plain.keys()
    for card in slate.cards:
        unranked = plain[card.opportunity]
        for field in ("kind", "title", "provider", "place", "eligibility", "verdicts", "notes", "distance_km"):
            assert getattr(card, field) == getattr(unranked, field), field
            assert without_counts(card) == without_counts(unranked)


def test_nothing_of_the_model_is_in_it(service: Service, mandated: Viewer, opted_out: datetime) -> None:
    page = service.recommend(PERSON, viewer=mandated, at=opted_out, limit=100)
    assert (page.ranked, page.versions.model, page.versions.encoder) == (False, "none", "none")
    assert page.order is not None
    assert "Sans classement" in page.order
    for card in page.cards:
        assert (card.score, card.interval, card.band, card.next_step) == (None, None, None, False)
        assert card.contributions == ()
        assert card.reasons == card.reservations == ()
        assert card.matched_skills == card.missing_skills == ()
        assert card.verdicts
        assert card.lines


def test_the_order_is_the_one_that_is_said(service: Service, mandated: Viewer, opted_out: datetime) -> None:
    def place(card: Card) -> tuple[int, bool, str]:
        return list(OpportunityKind).index(card.kind), card.eligibility.state != "eligible", fold(card.title)

    cards = service.recommend(PERSON, viewer=mandated, at=opted_out, limit=500).cards
    assert list(map(place, cards)) == sorted(map(place, cards))


def test_why_not_neither_ranks_nor_scores(service: Service, mandated: Viewer, opted_out: datetime) -> None:
    option = service.recommend(PERSON, viewer=mandated, at=opted_out, limit=1).cards[0].opportunity
    answer = service.why_not(PERSON, option, viewer=mandated, at=opted_out)
    assert (answer.rank, answer.score, answer.contributions, answer.of) == (None, None, (), 0)
    assert answer.not_shown_because is None
    assert answer.verdicts


def test_a_page_beyond_the_end_says_so(service: Service, mandated: Viewer, opted_out: datetime) -> None:
    page = service.recommend(PERSON, viewer=mandated, at=opted_out, start=10_000)
    assert page.cards == ()
    assert page.empty_because is not None
    assert str(page.listed) in page.empty_because


def test_a_ranked_slate_has_no_pages(service: Service, mandated: Viewer, at: datetime) -> None:
    with pytest.raises(InvalidInputError, match="pages"):
        service.recommend("p03-chloe", viewer=mandated, at=at, start=2)


def test_the_choice_holds_until_the_next_one(service: Service, mandated: Viewer, at: datetime) -> None:
    person = "p05-esma"
    for minute, ranked in enumerate((False, True, True, False)):
        moment = at + timedelta(minutes=minute)
        service.choose_ranking(person, ranked=ranked, viewer=mandated, at=moment)
        assert service.recommend(person, viewer=mandated, at=moment, limit=3).ranked is ranked
    service.run_demo(at=at)
    assert not service.recommend(person, viewer=mandated, at=at + timedelta(hours=1), limit=3).ranked


def test_only_those_who_sit_with_the_person_write_it_down(service: Service, provider: Viewer, at: datetime) -> None:
    with pytest.raises(NotFoundError):  # a provider reaches no file
        service.choose_ranking("p03-chloe", ranked=False, viewer=provider, at=at)
