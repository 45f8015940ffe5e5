"""Forty counsellors at once on the pages: server time of each page, by the middle and the 95th percentile.

    matching demo                                    # in the data folder that the server is to use
    for n in $(seq 40); do                           # an account each
        matching users add c$n --role counsellor --institution uc --unit vd-uc-lausanne
        echo "a long enough password" | matching users password c$n
    done
    for role in programme_manager data_scientist; do # and two others, so that their pages are read too
        matching users add $role --role $role
        echo "a long enough password" | matching users password $role
    done
    matching serve --port 8123 --workers 2 2> served.jsonl &
    locust --headless --users 42 --spawn-rate 1 --run-time 120s --host http://127.0.0.1:8123 \\
        --locustfile tests/benchmarks/pages_under_load.py
    python tests/benchmarks/pages_under_load.py served.jsonl

They sign in one after the other, as an office does in the morning; each reads for five to twenty seconds between pages,
as somebody with a person across the desk does. The last command tells the server's own times from its log, of what was
answered once all had signed in. The server must allow so many requests of one address: MATCHING_REQUESTS_PER_ADDRESS
and MATCHING_SIGN_INS_PER_ADDRESS, each as "100000/minute". The password is read from MATCHING_LOAD_PASSWORD, the
accounts from MATCHING_LOAD_ACCOUNT, "c{}" if it is not set.
"""

import json
import os
import random
import re
import sys
from collections import defaultdict
from itertools import count
from pathlib import Path

from locust import HttpUser, between, task

ACCOUNT = os.environ.get("MATCHING_LOAD_ACCOUNT", "c{}")
PASSWORD = os.environ.get("MATCHING_LOAD_PASSWORD", "")
_FILE = re.compile(r'href="/files/([^"?#/]+)"')
_FORM = re.compile(r'action="(/slates/[^"]+/decisions)".*?name="opportunity" value="([^"]+)"', re.DOTALL)
_HERE = {"Sec-Fetch-Site": "same-origin"}
_NUMBERS = count(1)
_AROUND = tuple(
    f"/files/{{}}/{page}" for page in ("history", "plan", "why-not?q=atelier", "pathways", "letter", "observations")
)
_OF_THE_OFFICE = (
    *("/postings", "/postings/job_room:bus-operateur-machine", "/places", "/places/own:vd-mip-tremplin"),
    *("/requests", "/account", "/about", "/glossary", "/keys"),
)
_PARTS = ("gaps", "remedies", "capacity", "places", "overlaps", "results", "rejections", "portfolios", "report")
_OTHERS = iter(
    (
        ("programme_manager", [f"/manager/{part}" for part in _PARTS]),
        ("data_scientist", ["/models", "/models/baseline-2"]),
    )
)


class Counsellor(HttpUser):  # type: ignore[misc]
    """Opens the caseload, then one person after the other; rejects one option in five."""

    wait_time = between(5, 20)

    def on_start(self) -> None:
        """Sign in."""
        form = {"account": ACCOUNT.format(next(_NUMBERS)), "password": PASSWORD, "back": "/files"}
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


def other_page(user: Counsellor) -> None:
    """One of the pages around a person, or of the office."""
    path = random.choice((*_AROUND, *_OF_THE_OFFICE)).format(random.choice(user.files))
    user.client.get(path, name="another page")


Counsellor.tasks = {caseload: 2, person: 5, other_page: 4}


class Others(HttpUser):  # type: ignore[misc]
    """One programme manager and one data scientist, page after page."""

    fixed_count = 2
    wait_time = between(2, 5)

    def on_start(self) -> None:
        """Sign in."""
        account, self.pages = next(_OTHERS)
        form = {"account": account, "password": PASSWORD, "back": "/about"}
        self.client.post("/signin", data=form, headers=_HERE, name="sign in").raise_for_status()

    @task  # type: ignore[untyped-decorator]
    def read(self) -> None:
        """Any of their pages."""
        self.client.get(random.choice(self.pages), name="of others")


def server_times(log: Path) -> None:
    """Print milliseconds by page, of what was answered after the last signing in."""
    told: dict[str, list[float]] = defaultdict(list)
    for line in log.read_text(encoding="utf-8").splitlines():
        answered = json.loads(line) if line.startswith("{") else {}
        if answered.get("route") == "/signin":
            told.clear()
        elif "route" in answered and not answered["route"].startswith("/static"):
            told[f"{answered['method']} {answered['route']} {answered['status']}"].append(answered["milliseconds"])
    for page, times in sorted(told.items()):
        times.sort()
        middle, most = (times[min(len(times) - 1, round(share * len(times)))] for share in (0.5, 0.95))
        told_of = f"{len(times)} times, middle {middle:.0f} ms, 95th {most:.0f} ms, longest {times[-1]:.0f} ms"
        sys.stdout.write(f"{page}: {told_of}\n")


if __name__ == "__main__":
    server_times(Path(sys.argv[1]))
