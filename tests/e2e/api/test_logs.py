"""What a file says stands in no log and no metric, whatever route it went through."""

import json
import re

import pytest
from starlette.testclient import TestClient
from tests.e2e.api.conftest import PERSON, Opened, signed_as
from tests.e2e.api.test_permissions import ALL

from matching.use_cases import workplace

MARK = "Zyxomarkabel"


def test_a_marked_file_leaves_no_trace(opened: Opened, capfd: pytest.CaptureFixture[str]) -> None:
    client = opened(open_metrics=True)
    client.headers.update(signed_as("demo"))
    path = f"/v1/profiles/{PERSON}"
    read = client.get(path)
    marked = read.json() | {"wishes": MARK, "project": MARK}
    assert client.put(path, json=marked, headers={"If-Match": read.headers["ETag"]}).status_code == 204
    assert MARK in client.get(path).text
    handed_over = {**marked, "unit": None, "id": MARK}
    assert client.post("/v1/recommendations", json={"profile": handed_over, "limit": 1}).status_code == 200
    seen = 0
    for method, template in ALL:
        address = re.sub(r"{\w+(:path)?}", MARK, template)
        for body in (marked, {"profile": marked}, {"words": MARK, "fact": MARK}, {MARK: MARK}):
            answer = client.request(
                method, address, json=body, params={"cursor": MARK, "kind": MARK}, headers={"If-Match": MARK}
            )
            seen += answer.status_code < 500
        client.request(method, address.replace(MARK, PERSON, 1), json=marked, headers={"Accept-Language": MARK})
    client.get(f"/{MARK}")
    client.request(MARK, f"/v1/{MARK}")
    assert seen > 100
    metrics = client.get("/metrics")
    said = capfd.readouterr()
    assert MARK not in said.out + said.err
    assert MARK not in metrics.text
    assert PERSON not in said.out + said.err + metrics.text


def test_one_line_tells_route_account_status_and_time(client: TestClient, capfd: pytest.CaptureFixture[str]) -> None:
    capfd.readouterr()
    answer = client.get(f"/v1/profiles/{PERSON}")
    (line,) = (json.loads(text) for text in capfd.readouterr().err.splitlines() if text.startswith("{"))
    assert line.pop("milliseconds") > 0
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "route": "/v1/profiles/{profile}",
        "method": "GET",
        "status": 200,
        "account": "demo",
        "correlation_id": answer.headers["X-Request-ID"],
        "event": "answered",
        "level": "info",
    }


def test_a_fault_is_told_by_its_place(
    client: TestClient, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError(MARK)

    monkeypatch.setattr(workplace.Workplace, "live", fail)
    capfd.readouterr()
    assert client.get("/v1/opportunities").status_code == 500
    said = capfd.readouterr().err
    line = json.loads(said.splitlines()[-1])
    assert (line["event"], line["level"], line["refusal"]) == ("fault", "error", "KeyError")
    assert line["raised_at"][-1].startswith("test_logs.py:")
    assert MARK not in said


def test_metrics_count_by_route(opened: Opened) -> None:
    client = opened()
    for path in (f"/v1/profiles/{PERSON}", "/nowhere", "/v1/opportunities/own:di-early"):
        client.get(path, headers=signed_as("demo"))
    assert client.get("/metrics", headers=signed_as("demo")).status_code == 403
    counted = client.get("/metrics", headers=signed_as("administrator")).text
    assert 'matching_http_requests_total{method="GET",route="/v1/profiles/{profile}",status="2xx"} 1.0' in counted
    assert 'matching_http_requests_total{method="GET",route="(none)",status="4xx"} 1.0' in counted
    assert 'route="/v1/opportunities/{opportunity:path}"' in counted
    assert "matching_http_request_seconds_bucket" in counted
