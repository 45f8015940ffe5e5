"""Forty counsellors at once on the pages: server time of each page, by the middle and the 95th percentile.

    matching demo                                    # in the data folder that the server is to use
    echo "a long enough password" | matching users password demo
    matching serve --port 8123 &
    locust --headless --users 40 --spawn-rate 10 --run-time 60s --host http://127.0.0.1:8123 \\
        --locustfile tests/benchmarks/pages_under_load.py

Each reads for two to eight seconds between pages, as somebody with a person across the desk does. The server must allow
so many requests of one address: MATCHING_REQUESTS_PER_ADDRESS, MATCHING_REQUESTS_PER_ACCOUNT and
MATCHING_SIGN_INS_PER_ADDRESS, each as "100000/minute". The password is read from MATCHING_LOAD_PASSWORD, the account
from MATCHING_LOAD_ACCOUNT.
Locust prints the table; it measures at the client, which runs on the same two cores.
"""

import os
import random
import re

from locust import HttpUser, between

ACCOUNT = os.environ.get("MATCHING_LOAD_ACCOUNT", "demo")
PASSWORD = os.environ.get("MATCHING_LOAD_PASSWORD", "")
_FILE = re.compile(r'href="/files/([^"?#/]+)"')
_FORM = re.compile(r'action="(/slates/[^"]+/decisions)".*?name="opportunity" value="([^"]+)"', re.DOTALL)
_HERE = {"Sec-Fetch-Site": "same-origin"}


class Counsellor(HttpUser):  # type: ignore[misc]
    """Opens the caseload, then one person after the other; rejects one option in five."""

    wait_time = between(2, 8)

    def on_start(self) -> None:
        """Sign in."""
        form = {"account": ACCOUNT, "password": PASSWORD, "back": "/files"}
        answer = self.client.post("/signin", data=form, headers=_HERE, name="sign in")
        answer.raise_for_status()
        self.files: list[str] = _FILE.findall(answer.text)


def caseload(user: Counsellor) -> None:
    """The list of files."""
    user.client.get("/files", name="caseload")


def person(user: Counsellor) -> None:
    """One person's page; now and then a decision."""
    answer = user.client.get(f"/files/{random.choice(user.files)}", name="person")
    form = _FORM.search(answer.text)
    if form and random.random() < 0.2:
        sent = {"opportunity": form[2], "verb": "reject", "reason": "too_far", "once": f"{random.random()}"}
        user.client.post(form[1], data=sent, headers=_HERE, name="decide")


def about(user: Counsellor) -> None:
    """How options are sorted."""
    user.client.get("/about", name="about")


Counsellor.tasks = {caseload: 2, person: 6, about: 1}
