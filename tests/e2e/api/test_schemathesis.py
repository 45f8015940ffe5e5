"""Every operation under generated requests, right and wrong ones: nothing breaks, nothing says other than documented.

`MATCHING_API_EXAMPLES=200 pytest tests/e2e/api/test_schemathesis.py` runs longer.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.python.asgi import shutdown_lifespans
from starlette.requests import Request
from tests.conftest import WEDNESDAY
from tests.e2e.api.conftest import by_account

from matching.app import create_app
from matching.domain.permission import Permission
from matching.settings import Settings
from matching.use_cases.sign_in.signed_in import SignedIn

EXAMPLES = int(os.environ.get("MATCHING_API_EXAMPLES", "5"))
FOLDER = Path(tempfile.gettempdir()) / f"matching-{uuid4().hex}"
OF_THE_SHAPE = ("champ inconnu", "valeur manquante", "code inconnu", "paramètre inconnu")
"""What a request that holds to the documented contract is never told: of values ours are stricter (10.0 is no integer,
a blank is no text), of shapes they are the same.
"""
UNLIMITED = "1000000/minute"


def almighty(request: Request) -> SignedIn | None:
    """The account of the token, for once with every permission."""
    signed = by_account(request)
    return signed and SignedIn(signed.viewer, frozenset(Permission))


APP = create_app(
    Settings(data_dir=FOLDER, requests_per_account=UNLIMITED, requests_per_address=UNLIMITED),
    who=almighty,
    clock=lambda: WEDNESDAY,
)
SOUND = ["2xx", "401", "403", "404", "409", "412", "422", "428", "429", "503"]
"""What a request that holds to its contract may be answered: it may still contradict the state of the store, or ask
for what makes no sense (a period that ends before it begins), and is then refused by another type than a wrong field.
"""
SCHEMA = schemathesis.openapi.from_dict(
    APP.openapi(),
    config=schemathesis.Config.from_dict({"checks": {"positive_data_acceptance": {"expected-statuses": SOUND}}}),
)
SCHEMA.app = APP  # opened by the first request, closed by the fixture


@SCHEMA.auth()
class AsTheCounsellor:
    """Puts the token on every request."""

    def get(self, _case: schemathesis.Case[Any], _context: schemathesis.AuthContext) -> str:
        return "Bearer demo"

    def set(self, case: schemathesis.Case[Any], data: str, _context: schemathesis.AuthContext) -> None:
        case.headers["Authorization"] = data


@pytest.fixture(scope="module", autouse=True)
def _over_a_demo_of_its_own(demo_folder: Path) -> Iterator[None]:
    shutil.copytree(demo_folder, FOLDER)
    yield
    shutdown_lifespans()
    shutil.rmtree(FOLDER)


@SCHEMA.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_operation_does_as_documented(case: schemathesis.Case[Any]) -> None:
    answer = case.call_and_validate(timeout=120)
    if answer.status_code == 422 and case.meta is not None and case.meta.generation.mode.is_positive:
        reasons = " ".join(each["reason"] for each in answer.json()["errors"])
        assert not any(word in reasons for word in OF_THE_SHAPE), (case.as_curl_command(), answer.text)
