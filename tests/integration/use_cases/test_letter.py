"""Letters over the demo: what a counsellor may not see is in none, nor anything that shames; all are easy to read."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.unit.messages.readability import LEAST, ease

from matching.bootstrap import Service
from matching.contracts.told_in_person import is_told_in_person
from matching.domain.opportunity import Vacancy
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import Role
from matching.errors import ForbiddenError, InvalidInputError, NotFoundError
from matching.explanation.letter import Letter
from matching.messages.say import LANGUAGES
from matching.storage import opportunities
from matching.storage.scope import EVERYTHING
from matching.use_cases.letter import MOST_OPTIONS

PERSON = "p01-amelie"
SHAMES = re.compile(
    r"dette|poursuite|handicap|invalid|malad|diagnost|aide sociale|bénéfici|schuld|betreib|krank|behinder|sozialhilfe"
    r"|debiti|malatt|assistenza|\bdebt|\bAI\b|\bIV\b|\bRI\b|\bRSA\b",
)


def whole(letter: Letter) -> str:
    """All text of a letter."""
    offers = [part for offer in letter.offers for part in (offer.title, *(fact.text for fact in offer.facts))]
    return "\n".join((letter.heading, *letter.sentences(), *offers))


def test_no_discreet_letter_of_the_demo_shames_anybody_and_each_is_easy(
    service: Service, mandated: Viewer, at: datetime
) -> None:
    told: dict[str, Any] = {"viewer": mandated, "at": at}
    written = 0
    for listed in service.people(**told):
        slate = service.recommend(listed.profile, limit=20, **told)
        options = [card.opportunity for card in slate.cards]
        of_jobs = {card.title for card in slate.cards if card.kind.value == "vacancy"}
        for first in range(0, len(options), MOST_OPTIONS):
            for lang in LANGUAGES:
                chosen = options[first : first + MOST_OPTIONS]
                letter = service.letter(slate.id, chosen, lang=lang, discreet=True, **told)
                written += 1
                text = whole(letter)
                for title in of_jobs:
                    text = text.replace(title, "")
                assert not SHAMES.search(text), (listed.profile, lang, SHAMES.search(text))
                assert ease("\n".join(letter.sentences()), lang) >= LEAST, (listed.profile, lang)
    assert written > 80


def test_every_option_is_named_unless_the_letter_is_discreet(service: Service, mandated: Viewer, at: datetime) -> None:
    told: dict[str, Any] = {"viewer": mandated, "at": at, "lang": "fr"}
    slate = service.recommend("p07-gabriela", viewer=mandated, limit=20, at=at)
    telling = [card for card in slate.cards if card.kind != "vacancy" and is_told_in_person(card.title)]
    assert telling
    for card in telling:
        (named,) = service.letter(slate.id, [card.opportunity], **told).offers
        (unnamed,) = service.letter(slate.id, [card.opportunity], discreet=True, **told).offers
        assert (named.title, unnamed.title) == (card.title, "Une possibilité à voir ensemble")


def test_options_stand_in_the_order_of_the_slate_and_none_that_was_not_chosen(
    service: Service, mandated: Viewer, at: datetime
) -> None:
    slate = service.recommend(PERSON, viewer=mandated, at=at)
    third, first = slate.cards[2], slate.cards[0]
    letter = service.letter(slate.id, [third.opportunity, first.opportunity], viewer=mandated, at=at, lang="fr")
    assert [offer.title for offer in letter.offers] == [first.title, third.title]
    assert (letter.file, letter.sender) == ("Dossier : p01-amelie", "Unité commune de Lausanne (exemple)")


def test_an_employer_whom_only_the_employment_service_may_know_is_not_named(
    service: Service, mandated: Viewer, at: datetime
) -> None:
    slate = service.recommend(PERSON, viewer=mandated, at=at)
    card = next(card for card in slate.cards if card.kind == "vacancy" and card.provider)
    with service.workplace.database.begin(EVERYTHING) as connection:
        option = opportunities.get_current(connection, card.opportunity)
        assert isinstance(option, Vacancy)
        publication = option.publication.model_copy(update={"company_anonymous": True})
        anonymous = option.model_copy(update={"publication": publication})
        opportunities.upsert(connection, [anonymous], source=card.opportunity.partition(":")[0], at=at)
    try:
        letter = service.letter(slate.id, [card.opportunity], viewer=mandated, at=at, lang="fr")
    finally:
        with service.workplace.database.begin(EVERYTHING) as connection:
            opportunities.upsert(connection, [option], source=card.opportunity.partition(":")[0], at=at)
    assert card.provider is not None
    assert card.provider in whole(service.letter(slate.id, [card.opportunity], viewer=mandated, at=at, lang="fr"))
    assert card.provider not in whole(letter)


def test_a_posting_in_its_head_start_is_in_no_letter_of_whoever_may_not_see_it(
    service: Service, mandated: Viewer, unmandated: Viewer, at: datetime
) -> None:
    slate = service.recommend(PERSON, viewer=mandated, at=at)
    restricted = next(card for card in slate.cards if "posting" in card.mandate_only)
    letter = service.letter(slate.id, [restricted.opportunity], viewer=mandated, at=at, lang="fr")
    assert any("pas encore public" in sentence for sentence in letter.sentences())
    for option in (restricted.opportunity, "own:never"):
        with pytest.raises(NotFoundError, match="n'a été montrée"):
            service.letter(slate.id, [option], viewer=unmandated, at=at, lang="fr")


def test_a_slate_that_is_not_theirs_is_as_one_there_is_not(service: Service, mandated: Viewer, at: datetime) -> None:
    slate = service.recommend(PERSON, viewer=mandated, at=at)
    option = slate.cards[0].opportunity
    elsewhere = mandated.model_copy(update={"units": ("ne-ssr-neuchatel",), "institution": Institution.SSR})
    with pytest.raises(NotFoundError):
        service.letter(slate.id, [option], viewer=elsewhere, at=at, lang="fr")
    with pytest.raises(NotFoundError):
        service.letter("r-never", [option], viewer=mandated, at=at, lang="fr")
    payer = mandated.model_copy(update={"role": Role.PAYER})
    with pytest.raises(ForbiddenError):
        service.letter(slate.id, [option], viewer=payer, at=at, lang="fr")


def test_what_is_incomplete_is_one_sentence(service: Service, mandated: Viewer, at: datetime) -> None:
    slate = service.recommend(PERSON, viewer=mandated, at=at)
    options = [card.opportunity for card in slate.cards]
    told: dict[str, Any] = {"viewer": mandated, "at": at}
    with pytest.raises(InvalidInputError, match="Aucune option"):
        service.letter(slate.id, [], lang="fr", **told)
    with pytest.raises(InvalidInputError, match="5 au plus"):
        service.letter(slate.id, options[:6], lang="fr", **told)
    with pytest.raises(InvalidInputError, match="langue"):
        service.letter(slate.id, options[:1], lang="rm", **told)
    with pytest.raises(InvalidInputError, match="est passé"):
        service.letter(slate.id, options[:1], lang="fr", meeting=at.date() - timedelta(days=1), **told)
    with pytest.raises(InvalidInputError, match="contact"):
        service.letter(slate.id, options[:1], lang="fr", contact="x" * 161, **told)


def test_titles_of_the_demo_that_are_told_in_person_are_few(service: Service, mandated: Viewer, at: datetime) -> None:
    """The list finds too much rather than too little, yet not so much that letters say nothing."""
    options = service.list_options(viewer=mandated, at=at, limit=1000)
    silent = [option for option in options if option.kind != "vacancy" and is_told_in_person(option.title)]
    assert 0 < len(silent) < len(options) / 5
