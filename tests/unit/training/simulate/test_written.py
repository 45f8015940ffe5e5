"""What is written down: outcomes only once their horizon is reached, and never where nobody states them."""

import numpy as np
import pandas as pd
import pytest

from matching.ranking.rank import KINDS
from matching_training.simulate.run import Ran
from matching_training.simulate.scenario import Scenario
from matching_training.simulate.stated import jobs_before

_JOB = "unsubsidised_job_at"


def _jobs(ran: Ran, months: int = 12) -> pd.DataFrame:
    jobs = ran.log.outcomes[(ran.log.outcomes["fact"] == _JOB) & (ran.log.outcomes["months"] == months)]
    return jobs.merge(ran.log.shown, on=["slate", "option"], how="left", validate="one_to_one")


def test_unknown_outcomes_are_absent_and_never_failures(ran: Ran) -> None:
    stated = ran.state.canton.stated()
    told = set(_jobs(ran)["person"])
    assert 0 < stated.sum() < len(stated)
    assert told <= {number for number, known in enumerate(stated) if known}
    assert ran.log.outcomes["holds"].notna().all()


def test_an_outcome_is_that_of_the_person(ran: Ran) -> None:
    jobs = ran.state.canton.jobs()
    told = _jobs(ran)
    assert (told["holds"] == jobs[told["person"]].astype(float)).all()


def test_no_outcome_is_stated_before_its_horizon(ran: Ran) -> None:
    told = _jobs(ran)
    since = told["began_on"].fillna(told["decided_at"].dt.normalize())
    assert ((told["stated_at"] - since).dt.days >= 365).all()


def test_some_jobs_are_known_sooner_and_what_is_kept_stays(ran: Ran) -> None:
    at = {months: _jobs(ran, months).set_index(["slate", "option"]) for months in (3, 6, 12)}
    assert at[3].index.equals(at[12].index)
    assert (at[3]["stated_at"] < at[6]["stated_at"]).all()
    assert (at[6]["stated_at"] < at[12]["stated_at"]).all()
    assert (at[3]["holds"] <= at[6]["holds"]).all()
    since = at[3]["began_on"].fillna(at[3]["decided_at"].dt.normalize())
    assert ((at[3]["stated_at"] - since).dt.days >= 91).all()


def test_jobs_are_found_in_time_and_some_are_lost_again(tiny: Scenario) -> None:
    rng, course = np.random.default_rng(3), tiny.course
    job = rng.random(5_000) < 0.4
    early = jobs_before(course, job, rng.random((5_000, 2)))
    assert [early[months][job].mean() for months in (3, 6)] == pytest.approx(list(course.sooner), abs=0.04)
    assert [early[months][~job].mean() for months in (3, 6)] == pytest.approx([course.lost] * 2, abs=0.02)
    assert (early[3][job] <= early[6][job]).all()


def test_who_began_nothing_has_outcomes_too(ran: Ran) -> None:
    begun = set(ran.log.shown.loc[ran.log.shown["came"] == 1, "person"])
    assert set(_jobs(ran)["person"]) - begun
    assert set(_jobs(ran)["person"]) & begun


def test_what_might_have_been_proposed_is_counted_by_kind(ran: Ran) -> None:
    world, log = ran.state.canton.world, ran.log
    counts = log.eligible
    assert counts is not None
    shown = log.shown.groupby(["slate", "kind"]).size()
    open_there = counts.set_index(["slate", "kind"])["eligible"]
    assert (open_there.reindex(shown.index) >= shown).all()
    first = ran.state.served[0]
    may = world.eligible[first.person] & ~world.unlinked[first.person]
    by_kind = {kind.value: int((may & (world.kinds == place)).sum()) for place, kind in enumerate(KINDS)}
    assert open_there[first.id].to_dict() == by_kind


def test_what_is_at_rest_is_not_counted(ran: Ran) -> None:
    counts = ran.log.eligible
    assert counts is not None
    in_all = counts.groupby("slate", sort=False)["eligible"].sum()
    slates = ran.log.shown.drop_duplicates("slate").set_index("slate")["person"]
    of_person = in_all.groupby(slates.reindex(in_all.index))
    assert (of_person.last() <= of_person.first()).all()
    assert (of_person.last() < of_person.first()).any()


def test_offers_are_those_of_the_catalogue(ran: Ran) -> None:
    world, offers = ran.state.canton.world, ran.log.offers
    assert offers is not None
    assert offers["open"].sum() == len(world.options)
    assert set(ran.log.shown["provider"]) <= set(offers["provider"])


def test_what_came_has_a_first_day_after_the_decision(ran: Ran) -> None:
    came = ran.log.shown[ran.log.shown["came"] == 1]
    assert len(came)
    assert (came["began_on"] > came["decided_at"].dt.normalize()).all()
    assert came["status"].isin(["started", "completed", "dropped_out"]).all()
    assert (came["answer"] == "accepted").all()
    assert (came.loc[came["kind"] != "vacancy", "payer"] == "granted").all()
