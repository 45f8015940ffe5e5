"""`matching why-not` for every verdict."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import Run, assert_refused

from matching.bootstrap import Service
from matching.domain.vocabulary.postings import PostingStatus
from matching.errors import NotFoundError
from matching.storage import opportunities
from matching.storage.scope import EVERYTHING


@pytest.fixture(scope="module")
def examples(demo: Service, at: datetime) -> dict[str, str]:
    """An option for each verdict on p03-chloe, as the counsellor sees her."""
    viewer = demo.viewer("demo")
    slate = demo.recommend("p03-chloe", viewer=viewer, at=at, limit=100)
    found: dict[str, str] = {card.eligibility.state: card.opportunity for card in slate.cards}
    with demo.workplace.database.read(EVERYTHING) as connection:
        ids = [id_ for id_, _ in opportunities.current_records(connection)]
    for id_ in ids:
        if "not_eligible" not in found:
            with suppress(NotFoundError):
                answer = demo.why_not("p03-chloe", id_, viewer=viewer, at=at)
                found.setdefault(answer.eligibility.state, id_)
    return found


@pytest.mark.parametrize("state", ["eligible", "not_eligible", "review"])
def test_every_verdict(run: Run, on_demo: Path, examples: dict[str, str], state: str) -> None:
    arguments = ("--profile", "p03-chloe", "--opportunity", examples[state], "--as", "demo")
    said = run("why-not", *arguments, "--json")
    assert (said.code, said.err) == (0, "")
    answer = json.loads(said.out)
    assert answer["eligibility"]["state"] == state
    truths = {verdict["truth"] for verdict in answer["verdicts"]}
    assert ("not_met" in truths) == (state == "not_eligible")
    assert (answer["rank"] is None) == (state == "not_eligible")
    table = run("why-not", *arguments)
    assert table.code == 0
    assert answer["opportunity"] in table.out


def test_german_is_german_to_the_last_heading(run: Run, on_demo: Path, examples: dict[str, str]) -> None:
    arguments = ("--profile", "p03-chloe", "--opportunity", examples["not_eligible"], "--as", "demo")
    french, german = run("why-not", *arguments).out, run("why-not", *arguments, "--lang", "de").out
    assert "Bedingung" in german
    assert "Bedingung" not in french


def test_a_restricted_posting_is_as_unknown_as_none(run: Run, on_demo: Path, demo: Service) -> None:
    with demo.workplace.database.read(EVERYTHING) as connection:
        restricted = next(
            option.id
            for option in opportunities.all_current(connection)
            if option.kind == "vacancy" and option.publication.status is PostingStatus.PUBLISHED_RESTRICTED
        )
    hidden = run("why-not", "--profile", "p01-amelie", "--opportunity", restricted)
    unknown = run("why-not", "--profile", "p01-amelie", "--opportunity", "job_room:none")
    assert_refused(hidden, restricted)
    assert_refused(unknown, "job_room:none")
    assert hidden.err.replace(restricted, "ID") == unknown.err.replace("job_room:none", "ID")


@pytest.mark.parametrize("option", ["", "nothing", "[/red]", "\x1b[31mred", "a\nb", "'; DROP TABLE opportunities"])
def test_an_unknown_option(run: Run, on_demo: Path, option: str) -> None:
    said = run("why-not", "--profile", "p01-amelie", "--opportunity", option)
    assert_refused(said)
    assert "\x1b" not in said.err
