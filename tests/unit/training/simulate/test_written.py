"""What is written down: outcomes only once their horizon is reached, and never where nobody states them."""

import pandas as pd

from matching_training.simulate.run import Ran

_JOB = "unsubsidised_job_at"


def _jobs(ran: Ran) -> pd.DataFrame:
    jobs = ran.log.outcomes[ran.log.outcomes["fact"] == _JOB]
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


def test_who_began_nothing_has_outcomes_too(ran: Ran) -> None:
    begun = set(ran.log.shown.loc[ran.log.shown["came"] == 1, "person"])
    assert set(_jobs(ran)["person"]) - begun
    assert set(_jobs(ran)["person"]) & begun


def test_what_came_has_a_first_day_after_the_decision(ran: Ran) -> None:
    came = ran.log.shown[ran.log.shown["came"] == 1]
    assert len(came)
    assert (came["began_on"] > came["decided_at"].dt.normalize()).all()
    assert came["status"].isin(["started", "completed", "dropped_out"]).all()
    assert (came["answer"] == "accepted").all()
    assert (came.loc[came["kind"] != "vacancy", "payer"] == "granted").all()
