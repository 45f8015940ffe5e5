"""A project of three lines finds its advert of two pages; the figures behind the limits are in docs/benchmarks.md."""

import numpy as np
import pytest
from projects import (
    Advert,
    as_written,
    one_form,
    order_of_service,
    ranks_of_own,
    read_project,
    read_projects,
    short_adverts,
)

from matching.retrieval.encoder import Encoder, open_encoder
from matching.retrieval.search import Query, SearchIndex, compare, retrieve
from matching.retrieval.text_corpus import TextCorpus
from matching.settings import Settings

TEXTS_AT_LEAST, SERVICE_AT_LEAST, SEARCH_AT_LEAST, UNCUT_AT_LEAST, KEPT_AT_LEAST = 25, 25, 15, 18, 28
"""Two below what was measured in November 2026, of 30."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return open_encoder(Settings())


@pytest.fixture(scope="module")
def adverts() -> list[Advert]:
    return read_projects()


@pytest.fixture(scope="module")
def queries(adverts: list[Advert], encoder: Encoder) -> list[Query]:
    """The projects as the service reads them."""
    return [read_project(advert.project, encoder) for advert in adverts]


def index_of(adverts: list[Advert], encoder: Encoder) -> SearchIndex:
    return SearchIndex.build([advert.option for advert in adverts], encoder, None, np.ones(len(adverts), np.bool_))


def test_the_set_is_what_its_page_says(adverts: list[Advert]) -> None:
    assert len(adverts) == len({advert.title for advert in adverts}) == 30
    assert all(480 <= len(advert.text.split()) <= 610 for advert in adverts)
    assert all(39 <= len(advert.project.split()) <= 60 for advert in adverts)


def test_ranked_as_texts_it_comes_first_or_second(
    adverts: list[Advert], queries: list[Query], encoder: Encoder
) -> None:
    ranked = TextCorpus([advert.said() for advert in adverts], encoder, ("dense", "lexical"), None)
    ranks = ranks_of_own(ranked.scores([query.text.project for query in queries]))
    assert (ranks <= 2).sum() >= TEXTS_AT_LEAST


def test_the_service_puts_it_first_or_second(adverts: list[Advert], queries: list[Query], encoder: Encoder) -> None:
    options = [advert.option for advert in adverts]
    ranks = ranks_of_own(order_of_service(queries, options, index_of(adverts, encoder)))
    assert (ranks <= 2).sum() >= SERVICE_AT_LEAST


def test_by_meaning_alone_the_search_puts_it_first_or_second(
    adverts: list[Advert], queries: list[Query], encoder: Encoder
) -> None:
    index, rows = index_of(adverts, encoder), np.arange(len(adverts))
    uncut = [as_written(query, advert.project, encoder) for query, advert in zip(queries, adverts, strict=True)]
    for asked, at_least in ((queries, SEARCH_AT_LEAST), (uncut, UNCUT_AT_LEAST)):
        ranks = ranks_of_own(np.array([compare(query, index, rows).project for query in asked]))
        assert (ranks <= 2).sum() >= at_least


def test_it_is_among_the_candidates_of_a_thousand(
    adverts: list[Advert], queries: list[Query], encoder: Encoder
) -> None:
    crowd = [*adverts, *short_adverts()[::2]]
    index, rows, vacancies = index_of(crowd, encoder), np.arange(len(crowd)), np.ones(len(crowd), np.bool_)
    found = [retrieve(query, index, rows, vacancies).rows for query in queries]
    assert max(map(len, found)) < len(crowd)
    assert sum(row in kept for row, kept in enumerate(found)) >= KEPT_AT_LEAST


def test_what_is_said_at_the_end_of_two_pages_counts(encoder: Encoder) -> None:
    """The same advert with and without its last sentence is not equally like a project that speaks of it."""
    boilerplate = "Nous offrons un cadre agréable et des prestations sociales modernes. " * 45
    end = "Vous taillez les haies, tondez les pelouses et plantez des rosiers."
    options = [Advert("Collaborateur", boilerplate), Advert("Collaborateur", boilerplate + end)]
    query = read_project("J'aimerais tailler des haies et planter des rosiers.", encoder)
    assert len(boilerplate) > 2_900
    without, with_end = compare(query, index_of(options, encoder), np.arange(2)).project
    assert with_end > without + 0.01
    assert one_form(end) in one_form(options[1].text)
