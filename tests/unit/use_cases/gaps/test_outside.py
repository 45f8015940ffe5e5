"""What was proposed beside the catalogue, counted: people, what still stands, and no count that tells of few."""

from collections.abc import Hashable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.attacks import Attacker, Sum
from tests.unit.use_cases.gaps.test_cases import person

from matching.disclosure.protect import LEAST, protect
from matching.domain.gap import OutsideCatalogue, OutsideCounts
from matching.domain.kept import OutsideOption
from matching.domain.profile import Profile
from matching.domain.vocabulary.gaps import GapDimension
from matching.domain.vocabulary.needs import DataCategory
from matching.use_cases.gaps.outside import ALONG, OUTSIDE_WEEKS, Proposed, outside_counts, outside_told

AT = datetime(2026, 11, 18, 8, tzinfo=UTC)
KINDS = ("vacancy", "measure", "placement")
NEEDS = ("mobility", "digital", "housing")


def option(**said: Any) -> OutsideOption:
    known = {"profile": "p-1", "kind": "measure", "title": "Atelier", "offered_by": "Le quartier"}
    return OutsideOption.model_validate(known | {"need": "mobility", "proposed_by": "demo", "at": AT} | said)


def told(proposed: list[Proposed], people: list[Profile], *by: GapDimension) -> OutsideCatalogue:
    table = protect(outside_counts(proposed, people, AT), none_tells=False)
    return outside_told(table, by or (GapDimension.NEED,))


def test_a_person_counts_once_per_need_and_by_the_kind_if_it_is_one() -> None:
    proposed = [(at, option()) for at in range(12)]
    proposed += [(at, option(title="Autre atelier")) for at in range(12)]
    proposed += [(at, option(kind="vacancy")) for at in range(6)]
    found = told(proposed, [person()] * 12)
    counts = OutsideCounts(all=12, at_least=12, vacancy=0, measure=6, placement=0, several=6)
    assert (found.total, [line.counts for line in found.lines]) == (counts, [counts])
    assert found.lines[0].need == "mobility"


@pytest.mark.parametrize(
    "said",
    [
        {"withdrawn_by": "demo", "withdrawn_at": AT},
        {"at": AT - timedelta(weeks=OUTSIDE_WEEKS, seconds=1)},
        {"at": AT + timedelta(seconds=1)},
        {"need": "finance_debt"},
    ],
)
def test_what_is_withdrawn_long_ago_to_come_or_of_a_withheld_need_does_not_count(said: dict[str, Any]) -> None:
    people = [person().model_copy(update={"withheld": (DataCategory.DEBT,)})] * 6
    proposed = [(at, option()) for at in range(6)]
    assert told(proposed, people).total.all == 6
    assert told([(at, option(**said)) for at in range(6)], people).total.all == 0
    proposed[5] = 5, option(**said)
    assert told(proposed, people) == told(proposed[:5], people)


def test_fewer_than_five_are_masked_and_so_is_a_total_that_would_tell() -> None:
    few = told([(at, option()) for at in range(LEAST - 1)], [person()] * 30)
    assert few == OutsideCatalogue(total=few.total, hidden_lines=1)
    assert (few.total.all, few.total.measure, few.total.at_least) == (None, None, 0)
    proposed = [(at, option()) for at in range(8)] + [(at, option(need="digital")) for at in range(8, 10)]
    found = told(proposed, [person()] * 30)
    assert [(line.need, line.counts.all) for line in found.lines] == [("mobility", 8)]
    assert (found.total.all, found.total.at_least, found.hidden_lines) == (None, 8, 1)


def test_two_needs_of_four_people_are_eight_cases_of_too_few() -> None:
    proposed = [(at, option(need=need)) for at in range(4) for need in ("mobility", "digital")]
    assert told(proposed, [person()] * 30).total.all is None


@settings(max_examples=6)
@given(seed=st.integers(0, 10_000))
def test_no_count_of_one_to_four_follows_from_all_that_is_told(seed: int) -> None:
    """The attacker reads every view there is: by need, place and language, each with its kinds."""
    random = Random(seed)
    homes = [{"country": "ch", "region": region, "municipality": f"{region}-1"} for region in ("VD", "NE")]
    tongues = [{"items": [{"language": tongue, "level": "b2"}], "complete": True} for tongue in ("fr", "de")]
    people = [person(residence=random.choice(homes), languages=random.choice(tongues)) for _ in range(60)]
    proposed = [
        (random.randrange(60), option(need=random.choice(NEEDS), kind=random.choice(KINDS)))
        for _ in range(random.randrange(5, 90))
    ]
    counts = outside_counts(proposed, people, AT)
    table = protect(counts, none_tells=False)
    cells = [
        (need, place, tongue, kind)
        for need in counts.codes[0]
        for place in counts.codes[1]
        for tongue in counts.codes[2]
        for kind in counts.codes[3]
    ]
    attacker = Attacker()
    wanted: list[Sum] = [{cell: 1.0} for cell in cells]
    for by in ((), ALONG[:1], ALONG[1:2], ALONG[:2], ALONG[1:], ALONG):
        found = outside_told(table, by)
        for line in found.lines or (found,):
            codes = [getattr(line, name, None) for name in ("need", "district", "language")]
            of_line = line.total if isinstance(line, OutsideCatalogue) else line.counts
            for kind in (None, *counts.codes[3]):
                under: dict[Hashable, float] = {
                    cell: 1.0
                    for cell in cells
                    if all(code in {None, at} for code, at in zip((*codes, kind), cell, strict=True))
                }
                value = getattr(of_line, kind or "all")
                assert value is None or value == 0 or value >= LEAST
                if value is not None:
                    attacker.knows(under, value)
                elif under:
                    wanted.append(under)
    assert attacker.works_out(wanted) == []
