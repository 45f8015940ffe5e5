"""Forty counsellors at once on the pages: server time of each page, by the middle and the 95th percentile.

    matching demo                                    # in the data folder that the server is to use
    for n in $(seq 40); do                           # an account each
        matching users add c$n --role counsellor --institution uc --unit vd-uc-lausanne
        echo "a long enough password" | matching users password c$n
    done
    matching serve --port 8123 --workers 2 2> served.jsonl &
    locust --headless --users 40 --spawn-rate 1 --run-time 120s --host http://127.0.0.1:8123 \\
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

from locust import HttpUser, between

ACCOUNT = os.environ.get("MATCHING_LOAD_ACCOUNT", "c{}")
PASSWORD = os.environ.get("MATCHING_LOAD_PASSWORD", "")
_FILE = re.compile(r'href="/files/([^"?#/]+)"')
_FORM = re.compile(r'action="(/slates/[^"]+/decisions)".*?name="opportunity" value="([^"]+)"', re.DOTALL)
_HERE = {"Sec-Fetch-Site": "same-origin"}
_NUMBERS = count(1)


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


def about(user: Counsellor) -> None:
    """How options are sorted."""
    user.client.get("/about", name="about")


Counsellor.tasks = {caseload: 2, person: 6, about: 1}


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
