"""Gaps over HTTP: for whoever steers programmes, by the dimensions asked, and for nobody who follows people."""

from tests.e2e.api.conftest import Opened, signed_as


def test_a_programme_manager_reads_counts_and_nobody_else(opened: Opened) -> None:
    client = opened()
    answer = client.get("/v1/gaps?by=need&by=payer", headers=signed_as("programme_manager"))
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert (found["files"], found["by"], found["language"]) == (12, ["need", "payer"], "fr")
    assert "p01-amelie" not in answer.text
    for account, status in (("demo", 403), ("data_scientist", 403), ("administrator", 403)):
        assert client.get("/v1/gaps", headers=signed_as(account)).status_code == status
    assert client.get("/v1/gaps").status_code == 401


def test_a_dimension_that_there_is_not_is_a_problem(opened: Opened) -> None:
    client = opened()
    for asked in ("by=age", "offers=11"):
        answer = client.get(f"/v1/gaps?{asked}", headers=signed_as("programme_manager"))
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
