"""What a row teaches, and what teaches nothing: capacity, payers, data, time that is not over, and silence."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from matching.domain.vocabulary.consequences import CONSEQUENCES
from matching.domain.vocabulary.reasons import RejectReason
from matching_training.fit.labels import Windows, label
from matching_training.log.tables import Log

Draw = Callable[..., Log]


def changed(log: Log, **columns: object) -> Log:
    return replace(log, shown=log.shown.assign(**columns))


def test_a_rejection_teaches_only_by_a_reason_that_does(drawn: Draw) -> None:
    log = drawn(slates=10)
    reasons = [list(RejectReason)[row % len(RejectReason)] for row in range(len(log.shown))]
    labelled = label(changed(log, verb="reject", reasons=[reason.value for reason in reasons]), Windows())
    for reason, accept, because in zip(reasons, labelled["accept"], labelled["accept_because"], strict=True):
        teaches = CONSEQUENCES[reason].trains_ranker
        assert (accept == 0) is teaches, reason
        assert because == ("rejected" if teaches else "says_nothing")


def test_one_reason_that_teaches_is_enough(drawn: Draw) -> None:
    labelled = label(changed(drawn(slates=3), verb="reject", reasons="full not_in_project"), Windows())
    assert labelled["accept"].eq(0).all()


@pytest.mark.parametrize(("verb", "because"), [(None, "undecided"), ("defer", "deferred")])
def test_silence_and_deferring_are_no_negatives(drawn: Draw, verb: str | None, because: str) -> None:
    labelled = label(changed(drawn(slates=3), verb=verb), Windows())
    assert labelled["accept"].isna().all()
    assert labelled["accept_because"].eq(because).all()


def test_a_decision_after_the_window_is_none(drawn: Draw) -> None:
    log = drawn(slates=3)
    late = label(changed(log, decided_at=log.shown["at"] + pd.Timedelta(days=61)), Windows(accept_days=60))
    assert late["accept_because"].eq("late").all()


def test_censoring_changes_the_number_of_labels_and_no_label(drawn: Draw) -> None:
    log = drawn(slates=80, began=1.0)
    whole = label(log, Windows())
    until = log.shown["at"].median() + pd.Timedelta(days=70)
    early = log.shown["at"] <= until
    cut = Log(
        shown=log.shown[early].assign(decided_at=log.shown["decided_at"].where(log.shown["decided_at"] <= until)),
        outcomes=log.outcomes[log.outcomes["stated_at"] <= until],
        feedback=log.feedback,
        until=until,
    )
    part = label(cut, Windows())
    both = part["accept"].notna()
    assert 0 < both.sum() < whole["accept"].notna().sum()
    pd.testing.assert_series_equal(part.loc[both, "accept"], whole.loc[part.index[both], "accept"])
    assert part["success"].isna().all()


def test_success_is_the_stated_job_alone(drawn: Draw) -> None:
    """Leaving benefit is no job; nothing stated is unknown."""
    log = drawn(slates=80, began=1.0)
    began = log.shown["came"].eq(1)
    assert label(log, Windows())["success"].notna().equals(began)
    exits = replace(log, outcomes=log.outcomes.assign(fact="benefit_exit"))
    assert label(exits, Windows())["success"].isna().all()
    sooner = replace(log, outcomes=log.outcomes.assign(months=6.0))
    assert label(sooner, Windows())["success"].isna().all()


def test_the_arms_are_measures_begun_and_slates_after_which_nothing_began(drawn: Draw) -> None:
    log = drawn(slates=120, began=1.0)
    labelled = label(log, Windows())
    treated = labelled[labelled["arm"].eq(1)]
    assert len(treated)
    assert treated["kind"].eq("measure").all()
    assert treated["came"].eq(1).all()
    nothing = labelled[labelled["arm"].eq(0)]
    assert not nothing["slate"].isin(labelled.loc[labelled["came"].eq(1), "slate"]).any()


def test_who_began_something_shortly_before_is_no_control(drawn: Draw) -> None:
    log = drawn(slates=120, people=1, began=1.0)
    assert not label(log, Windows())["arm"].eq(0).any()


def test_capacity_and_payers_leave_a_beginning_open(drawn: Draw) -> None:
    log = drawn(slates=120)
    plain = label(changed(log, came=float("nan"), status="accepted"), Windows())
    accepted = plain["accept"].eq(1)
    assert plain.loc[accepted, "took_up"].eq(0).all()
    assert plain.loc[~accepted, "took_up"].isna().all()
    for said in ({"payer": "refused"}, {"status": "waiting_list"}):
        assert label(changed(log, came=float("nan"), **said), Windows())["took_up"].isna().all()
    full = label(changed(log, came=float("nan"), status="provider_refused"), Windows())
    assert full.loc[full["took_up"].notna(), "kind"].eq("vacancy").all()


def test_many_rows_of_one_person_count_like_thirty(drawn: Draw) -> None:
    labelled = label(drawn(slates=20, people=1), Windows())
    assert labelled["weight"].sum() == pytest.approx(30)


def test_nothing_later_than_the_log_is_known(drawn: Draw) -> None:
    log = drawn(slates=3)
    assert (log.shown["at"] <= log.until).all()
    assert label(changed(log, at=log.until - pd.Timedelta(days=59)), Windows())["accept_because"].eq("censored").all()
