"""Options by words: the right ones first, and nothing that does not exist for whoever asks about this person."""

from datetime import datetime

import pytest

from matching.bootstrap import Service
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.errors import NotFoundError

PERSON = "p01-amelie"


def found(service: Service, words: str, viewer: Viewer, at: datetime, person: str = PERSON) -> list[str]:
    return [option.id for option in service.find_options(person, words, viewer=viewer, at=at, limit=10)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("cariste", "own:ac-cariste"),
        ("Deutsch im Beruf", "own:lu-deutsch-b1"),
        ("conseil dette", "own:ne-desendettement"),
        ("DESENDETTEMENT dettes", "own:ne-desendettement"),
        ("own:fr54-permis", "own:fr54-permis"),
    ],
)
def test_what_the_title_says_comes_first_whatever_its_endings(
    service: Service, mandated: Viewer, at: datetime, words: str, first: str
) -> None:
    assert found(service, words, mandated, at)[0] == first


@pytest.mark.parametrize("words", ["", "   ", "xyzzyx", "own:never"])
def test_nothing_is_found_by_nothing(service: Service, mandated: Viewer, at: datetime, words: str) -> None:
    assert found(service, words, mandated, at) == []


def test_a_posting_in_its_head_start_is_found_by_those_alone_who_may_see_it_for_this_person(
    service: Service, mandated: Viewer, unmandated: Viewer, at: datetime
) -> None:
    slate = service.recommend(PERSON, viewer=mandated, at=at)
    restricted = next(card for card in slate.cards if "posting" in card.mandate_only)
    not_registered = "p05-esma"
    for words in (restricted.title, restricted.opportunity):
        assert restricted.opportunity in found(service, words, mandated, at)
        assert restricted.opportunity not in found(service, words, unmandated, at)
        assert restricted.opportunity not in found(service, words, mandated, at, not_registered)


def test_a_file_that_is_not_theirs_opens_no_search(service: Service, mandated: Viewer, at: datetime) -> None:
    elsewhere = mandated.model_copy(update={"units": ("ne-ssr-neuchatel",), "institution": Institution.SSR})
    with pytest.raises(NotFoundError):
        found(service, "cariste", elsewhere, at)
