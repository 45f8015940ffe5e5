"""What a programme manager is told of a canton in a store: counts alone, the same by every door, and no person."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")

from gaps import canton_of
from tests.stores import MigratedStores

from matching.bootstrap import Service, open_service
from matching.domain.gap import Gaps
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.gaps import GapDimension
from matching.domain.vocabulary.needs import Barrier
from matching.eligibility.assess import NOT_ELIGIBLE
from matching.errors import ForbiddenError, InvalidInputError
from matching.settings import Settings
from matching.storage import opportunities, profiles
from matching.storage.audit_entries import entries
from matching.storage.scope import EVERYTHING, NOBODY
from matching.use_cases.gaps.cases import Everybody, cases_of
from matching.use_cases.gaps.disclosed import LEAST, TABLE
from matching.use_cases.gaps.known import known_in_units
from matching.use_cases.gaps.offers import offers_of
from matching.use_cases.nightly.everyone import everyone
from matching.use_cases.publication import last_told
from matching.visibility.options import open_to_all

PEOPLE = 200


@pytest.fixture(scope="module")
def canton(
    tmp_path_factory: pytest.TempPathFactory, migrated_stores: MigratedStores, at: datetime
) -> Iterator[Service]:
    """A simulated canton in which nothing helps with mobility, in a store; read it, do not write to it."""
    folder: Path = tmp_path_factory.mktemp("canton") / "data"
    migrated_stores.copy_to(folder)
    made = canton_of(2, PEOPLE, even=False)
    with closing(open_service(Settings(data_dir=folder))) as service:
        for unit, institution in (("sim-vd", "uc"), ("sim-ne", "ssr"), ("sim-lu", "social_commune")):
            service.add_unit(
                unit,
                name=unit,
                institution=institution,
                territory=f"CH-{unit[-2:].upper()}",
                viewer=LOCAL_VIEWER,
                at=at,
            )
        kept = [option for option in made.options[::2] if Barrier.MOBILITY not in option.criteria.needs]
        with service.workplace.database.begin(EVERYTHING) as connection:
            opportunities.upsert(connection, kept, source="own", at=at)
            profiles.upsert(connection, list(made.people), at=at)
        service.add_account("manager", role="programme_manager", viewer=LOCAL_VIEWER, at=at)
        yield service


@pytest.fixture(scope="module")
def told(canton: Service, at: datetime) -> Gaps:
    return canton.gaps(viewer=canton.viewer("manager"), at=at, by=["need"], offers=1, criteria=2)


def test_everybody_is_counted_once_and_no_small_count_is_told(told: Gaps) -> None:
    assert told.files == PEOPLE
    assert told.lines
    for counts in (told.total, *(line.counts for line in told.lines)):
        assert all(
            count is None or count == 0 or count >= LEAST for name, count in dict(counts).items() if name != "at_least"
        )
    all_needs = sum(line.counts.all or 0 for line in told.lines)
    assert told.total.all is None or all_needs <= told.total.all


def test_nobody_is_named(told: Gaps) -> None:
    text = told.model_dump_json()
    assert "sim-0" not in text
    assert not {"birth_date", "sex", "age", "permit", "profile"} & set(json.loads(text))


def test_other_dimensions_are_read_from_the_same_table(canton: Service, told: Gaps, at: datetime) -> None:
    both, nothing = (
        canton.gaps(viewer=LOCAL_VIEWER, at=at, by=by, offers=0, criteria=0) for by in (["payer", "need"], [])
    )
    assert both.total == nothing.total == told.total
    assert (nothing.lines, nothing.hidden_lines, both.offers, both.criteria) == ((), 0, (), ())
    by_need = {line.need: line.counts for line in told.lines}
    for line in both.lines:
        whole = by_need.get(line.need)
        if whole is not None and whole.all is not None and line.counts.all is not None:
            assert line.counts.all <= whole.all


def test_from_a_need_to_its_groups_the_lines_are_those_of_the_one_table(
    canton: Service, told: Gaps, at: datetime
) -> None:
    by_both = canton.gaps(viewer=LOCAL_VIEWER, at=at, by=["need", "payer"], offers=0, criteria=0)
    hidden = 0
    for need in counted_needs(canton):
        found = canton.gap_groups({GapDimension.NEED: need}, viewer=LOCAL_VIEWER, at=at)
        assert [each.by for each in found.groups] == [each for each in GapDimension if each is not GapDimension.NEED]
        (of_payers,) = [each for each in found.groups if each.by is GapDimension.PAYER]
        assert list(of_payers.lines) == [line for line in by_both.lines if line.need == need]
        assert all(line.counts == found.of.counts for line in told.lines if line.need == need)
        hidden += of_payers.hidden_lines
    assert hidden == by_both.hidden_lines


def test_no_small_count_is_told_however_far_down(canton: Service, at: datetime) -> None:
    for need in counted_needs(canton):
        down = canton.gap_groups({GapDimension.NEED: need, GapDimension.LANGUAGE: "fr"}, viewer=LOCAL_VIEWER, at=at)
        for line in (down.of, *(line for group in down.groups for line in group.lines)):
            counts = line.counts.model_dump(exclude={"at_least"}).values()
            assert all(count is None or count == 0 or count >= LEAST for count in counts)
            assert (line.need, line.language) == (need, "fr")


def test_nobody_is_counted_under_a_code_that_there_is_not(canton: Service, at: datetime, counsellor: Viewer) -> None:
    with pytest.raises(InvalidInputError, match="« flying » n'est pas de la dimension need"):
        canton.gap_groups({GapDimension.NEED: "flying"}, viewer=LOCAL_VIEWER, at=at)
    with pytest.raises(ForbiddenError):
        canton.gap_groups({}, viewer=counsellor, at=at)


def counted_needs(canton: Service) -> tuple[str, ...]:
    table = last_told(canton.workplace, TABLE)
    assert table is not None
    return table.table.counts.codes[table.table.counts.dimensions.index("need")]


def test_the_promise_is_kept_when_the_offer_is_bought(canton: Service, told: Gaps, at: datetime) -> None:
    """What the answer promises is counted from the rules alone, person by person."""
    (offer,) = told.offers
    found = everyone(canton.workplace, viewer=LOCAL_VIEWER, at=at, about="test", ranked=False)
    laid, rows = offers_of(found.live, open_to_all(found.live.publication, at), 12)
    cases = cases_of(Everybody(found.people, found.on, found.resting[:, rows], {}), laid)
    gaps = {int(person) for person in cases.person[cases.is_gap]}
    assert told.unconfirmed == 0
    assert offer.need is Barrier.MOBILITY
    assert LEAST <= offer.size <= len(gaps)
    # No option that the filter leaves open, of those that name the need, is anybody's whom a gap is counted for.
    for case in np.flatnonzero(cases.is_gap):
        named = laid.addressed[:, cases.barrier[case]] == 2
        assert (found.state[cases.person[case]][rows][named] == NOT_ELIGIBLE).all()


def test_who_may_not_is_refused_and_wrong_questions_are_answered_in_one_sentence(
    canton: Service, at: datetime, counsellor: Viewer
) -> None:
    with pytest.raises(ForbiddenError):
        canton.gaps(viewer=counsellor, at=at)
    with pytest.raises(InvalidInputError, match=r"« age » ; dimensions possibles : need, district"):
        canton.gaps(viewer=LOCAL_VIEWER, at=at, by=["age"])
    with pytest.raises(InvalidInputError, match="offers vaut de 0 à 5, pas 11"):
        canton.gaps(viewer=LOCAL_VIEWER, at=at, offers=11)


def test_the_audit_says_who_counted(canton: Service, told: Gaps) -> None:
    del told
    with canton.workplace.database.read(NOBODY) as connection:
        written = [entry.told for entry in entries(connection)]
    counts = [entry for entry in written if entry["act"] == "count_everybody" and entry["about"] == "gaps"]
    assert "manager" in {entry["actor"] for entry in counts}


def test_what_a_unit_was_shown_is_known_there(demo: Service, at: datetime) -> None:
    demo.recommend("p05-esma", viewer=demo.viewer("demo-ssr"), at=at)
    live = demo.workplace.live(at)
    with demo.workplace.database.read(EVERYTHING) as connection:
        known = known_in_units(connection, live.snapshot.ids, at)
        later = known_in_units(connection, live.snapshot.ids, at.replace(year=at.year + 1))
    assert known["ne-ssr-chaux-de-fonds"].any()
    assert later == {}
