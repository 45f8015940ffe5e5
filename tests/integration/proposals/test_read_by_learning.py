"""What learning reads of an office: features as served, what followed up to a moment, and no name of anybody."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

import numpy as np
import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import LOCAL, SOCIAL, viewer

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Evidence, OutcomeKind, Role, Verb
from matching.errors import ForbiddenError
from matching.storage.served import find_served
from matching.storage.vault import Vault
from matching.use_cases.learning_log import number_of

pd = pytest.importorskip("pandas", reason="needs the extra [train]: make training")
from matching_training.log.snapshot import tables_of, take_snapshot  # noqa: E402
from matching_training.log.tables import FEATURE, Log  # noqa: E402

SCIENTIST = viewer("dora", "data_scientist", None)


def read(office: Office, days: int) -> Log:
    moment = office.later(days)
    return take_snapshot(office.service, viewer=SCIENTIST, until=moment, at=moment)


def numbered(office: Office, name: str) -> str:
    """What stands for a name in the log of this office."""
    with office.service.workplace.reading(SOCIAL) as connection:
        return str(number_of(connection, name))


def of_kind(log: Log, kind: str) -> Any:
    return log.shown[log.shown["kind"] == kind].iloc[0]


def test_features_stand_as_served_and_what_followed_beside_them(office: Office) -> None:
    one = office.agreed("own:job")
    first = office.later(10)
    office.service.start(one.id, on=first.date(), viewer=SOCIAL, at=first, expected_version=one.version)
    office.decided("own:workshop", Verb.REJECT)
    office.service.record_outcome(
        one.id, OutcomeKind.UNSUBSIDISED_JOB_AT, viewer=SOCIAL, at=office.later(400), months=12, holds=True
    )
    log = read(office, 500)
    with office.service.workplace.reading(SOCIAL) as connection:
        served = find_served(connection, office.slate)
    assert served is not None
    assert list(log.shown["rank"]) == sorted(option.rank for option in served.word.options)
    for option in served.word.options:
        row = log.shown[log.shown["rank"] == option.rank].iloc[0]
        for name, value in option.features.items():
            assert np.array_equal(row[FEATURE + name], np.nan if value is None else value, equal_nan=True)
    job, workshop = of_kind(log, "vacancy"), log.shown[log.shown["verb"] == "reject"].iloc[0]
    assert (job["verb"], job["answer"], job["came"], job["began_on"].date()) == (
        "accept",
        "accepted",
        1.0,
        first.date(),
    )
    assert (workshop["reasons"], workshop["status"]) == ("not_interested", "rejected")
    assert [tuple(row) for row in log.outcomes[["fact", "months", "holds"]].itertuples(index=False)] == [
        ("unsubsidised_job_at", 12.0, 1.0)
    ]


def test_what_might_have_been_proposed_is_counted_when_it_is_served(office: Office) -> None:
    log = read(office, 1)
    assert log.eligible is not None
    told = log.eligible[log.eligible["slate"] == numbered(office, office.slate)].set_index("kind")
    assert told["eligible"].to_dict() == {
        "vacancy": 1,
        "measure": 1,
        "placement": 1,
    }  # no course: it takes an insurance
    assert set(told["person"]) == set(log.shown["person"])
    assert log.offers is not None
    assert sorted(log.offers["open"].groupby(log.offers["kind"]).sum().items()) == [
        ("measure", 2),
        ("placement", 1),
        ("vacancy", 1),
    ]
    shared = log.offers.loc[log.offers["kind"] == "placement", "provider"].item()
    assert shared in set(log.offers.loc[log.offers["kind"] == "measure", "provider"])


def test_what_is_at_rest_or_not_asked_for_is_not_counted(office: Office) -> None:
    office.decided("own:workshop", Verb.REJECT)
    moment = office.later(1)
    again = office.service.recommend("p-1", viewer=SOCIAL, at=moment)
    jobs = office.service.recommend("p-1", viewer=SOCIAL, at=moment, kinds=[OpportunityKind.VACANCY])
    log = read(office, 2)
    assert log.eligible is not None
    counts = log.eligible.set_index(["slate", "kind"])["eligible"]
    assert counts[numbered(office, again.id)].to_dict() == {"vacancy": 1, "measure": 0, "placement": 1}
    assert counts[numbered(office, jobs.id)].to_dict() == {"vacancy": 1, "measure": 0, "placement": 0}


def test_slates_of_before_that_do_not_tell_are_unknown(office: Office) -> None:
    office.service.recommend("p-1", viewer=SOCIAL, at=office.at)
    moment = office.later(1)
    found = office.service.learning_log(viewer=SCIENTIST, until=moment, at=moment)
    untold = [replace(each, word=each.word.model_copy(update={"eligible": None})) for each in found.slates]
    encoder = office.service.workplace.encoder.version
    models = {each.word.model: None for each in found.slates}
    told = {}
    for name, slates in (("none", untold), ("one", [untold[0], found.slates[1]])):
        told[name] = tables_of(replace(found, slates=slates), until=moment, models=models, encoder=encoder).eligible
    assert told["none"] is None
    assert told["one"] is not None
    assert told["one"]["slate"].unique().tolist() == [numbered(office, found.slates[1].id)]


def test_nothing_written_after_the_moment_is_in_it(office: Office) -> None:
    one = office.agreed("own:job")
    first = office.later(10)
    office.service.start(one.id, on=first.date(), viewer=SOCIAL, at=first, expected_version=one.version)
    office.service.record_outcome(
        one.id, OutcomeKind.UNSUBSIDISED_JOB_AT, viewer=SOCIAL, at=office.later(400), months=12, holds=True
    )
    before = of_kind(read(office, 9), "vacancy")
    assert before["verb"] == "accept"
    assert np.isnan(before["came"])
    assert len(read(office, 399).outcomes) == 0
    assert len(read(office, 401).outcomes) == 1


def test_no_name_is_in_it_and_whoever_was_erased_neither(office: Office) -> None:
    office.decided("own:job")
    log = read(office, 1)
    told = log.shown.astype(str).to_numpy().ravel().tolist()
    assert not {"p-1", "sophie", "own:job", office.slate} & set(told)
    office.service.erase("p-1", viewer=SOCIAL, at=office.later(2))
    assert len(read(office, 3).shown) == 0


def test_what_stands_for_a_name_takes_the_key_of_the_store(office: Office) -> None:
    """Whoever holds a snapshot and guesses names, or saw the answers, finds neither account nor slate again."""
    office.decided("own:job")
    row = of_kind(read(office, 1), "vacancy")
    for column, name in (("counsellor", "sophie"), ("option", "own:job"), ("slate", office.slate)):
        guessed = int(sha256(f"learning\n{name}".encode()).hexdigest()[:15], 16)
        assert str(row[column]) == numbered(office, name)
        assert str(row[column]) not in {str(guessed), str(Vault(bytes(32)).number_of(name))}
    assert read(office, 2).shown["counsellor"].iloc[0] == row["counsellor"]


def test_one_slate_teaches_nothing_and_is_no_fault(office: Office) -> None:
    pytest.importorskip("interpret", reason="needs the extra [train]: make training")
    from matching_training.evaluate.order.appraisal import appraise
    from matching_training.fit.labels import Windows
    from matching_training.fit.ranker import fit_ranker

    base, log, simulated = office.service.workplace.baseline, read(office, 1), Evidence.SIMULATED
    fitted = fit_ranker(log, base=base, version="v", evidence=simulated)
    assert not fitted.report.learned
    found = appraise(log, base=base, champion=base, evidence=simulated, windows=Windows())
    assert (found.reordered.value, found.by_outcomes.value) == (None, None)
    assert np.isnan(found.succeeding).all()
    assert np.isnan(found.estimated).all()
    assert np.isnan(found.effects).tolist() == log.shown["kind"].ne("measure").tolist()
    served = log.shown["score"].to_numpy()
    assert found.champion == pytest.approx(served)


def test_a_reason_that_teaches_nothing_is_not_told(office: Office) -> None:
    office.decided("own:workshop", Verb.REJECT, reasons=["health_constraint"])
    decided = read(office, 1).shown.dropna(subset=["verb"])
    assert decided[["verb", "reasons"]].to_numpy().tolist() == [["reject", ""]]


def test_reading_it_takes_the_right_and_leaves_an_entry(office: Office) -> None:
    office.decided("own:job")
    for role in Role:
        if role not in {Role.DATA_SCIENTIST, Role.LOCAL}:
            who = viewer("x", role.value, None, *(["lu"] if role is Role.COUNSELLOR else []))
            with pytest.raises(ForbiddenError):
                office.service.learning_log(viewer=who, until=office.at, at=office.at)
    moment = office.later(1) + timedelta(seconds=1)
    take_snapshot(office.service, viewer=SCIENTIST, until=moment, at=moment)
    told = office.service.read_audit(viewer=LOCAL, at=moment).entries
    assert [entry.actor for entry in told if entry.act == "learn"] == ["dora"]


def test_a_refusal_that_was_taken_back_teaches_nothing(office: Office) -> None:
    made = office.decided("own:workshop", Verb.REJECT)
    office.service.withdraw(made.id, viewer=SOCIAL, at=office.at, expected_version=made.version)
    log = read(office, 10)
    (row,) = log.shown[log.shown["status"] == "withdrawn"].to_dict("records")
    assert (row["verb"], row["reasons"]) == (None, "")
    assert log.decisions == 0
