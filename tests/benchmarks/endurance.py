"""Whether decisions survive: the server killed, PostgreSQL killed, several people deciding at once.

    python tests/benchmarks/endurance.py kill-server [--rounds 50] [--postgresql URL]
    python tests/benchmarks/endurance.py kill-postgresql [--rounds 20]
    python tests/benchmarks/endurance.py races [--races 200] [--postgresql URL]

`kill-server`: each round, eight clients post decisions with an Idempotency-Key each until the server is killed with
SIGKILL at a moment drawn at random; after a restart every decision that was acknowledged must be there, exactly once,
and the audit whole. `kill-postgresql`: the same with every process of a PostgreSQL cluster of its own killed (needs its
binaries and a user `postgres`), the server itself running on. `races`: four deciders for one card at the same moment;
one must win.

Without `--postgresql` the store is SQLite. Exit code 1 when a decision is lost, written twice, or a race has not one
winner.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, make_url, text

from matching.bootstrap import Service, open_service
from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Verb
from matching.errors import MatchingError
from matching.settings import Settings

CLIENTS = 8
DECIDERS = 4
ACCOUNT = "demo"


@dataclass
class Tally:
    """What clients were told: cards by the key they were decided under, acknowledged or left open."""

    acknowledged: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    unanswered: int = 0
    refused: list[str] = field(default_factory=list)


class Stage:
    """A store with the demo, cards to decide on, and a server over it."""

    def __init__(self, folder: Path, url: str | None) -> None:
        self.settings = Settings(data_dir=folder, database_url=url)
        self.port = 18000 + os.getpid() % 1000
        self.server: subprocess.Popen[bytes] | None = None
        with closing(open_service(self.settings)) as service:
            service.run_demo(at=datetime.now(UTC))
            self.token = service.create_api_token(
                ACCOUNT,
                name="endurance",
                scope=[Permission.DECIDE, Permission.RECOMMEND],
                expires_at=datetime.now(UTC) + timedelta(days=1),
                viewer=service.viewer(ACCOUNT),
                at=datetime.now(UTC),
            ).secret

    def cards(self, least: int) -> list[tuple[str, str]]:
        """(recommendation, vacancy) pairs that nobody has decided on, at least so many."""
        found: list[tuple[str, str]] = []
        with closing(open_service(self.settings)) as service:
            viewer = service.viewer(ACCOUNT)
            people = [each.profile for each in service.people(viewer=viewer, at=datetime.now(UTC))]
            while len(found) < least:
                for person in people:
                    slate = service.recommend(
                        person, viewer=viewer, at=datetime.now(UTC), kinds=[OpportunityKind.VACANCY], limit=100
                    )
                    found += [(slate.id, card.opportunity) for card in slate.cards]
        return found

    def start(self) -> None:
        """Start the server and wait until it is ready."""
        environment = os.environ | {"MATCHING_DATA_DIR": str(self.settings.data_dir)}
        if self.settings.database_url:
            environment["MATCHING_DATABASE_URL"] = self.settings.database_url
        environment |= {"MATCHING_REQUESTS_PER_ACCOUNT": "1000000/minute"}
        environment |= {"MATCHING_REQUESTS_PER_ADDRESS": "1000000/minute"}
        command = [sys.executable, "-m", "matching.cli.main", "serve", "--port", str(self.port)]
        command[1:3] = ["-c", "from matching.cli.main import run; run()"]
        log = (self.settings.data_dir / "server.log").open("ab")
        self.server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)  # noqa: S603 - our own
        for _ in range(600):
            with suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=2)
                return
            time.sleep(0.05)
        raise SystemExit("The server did not start; see server.log.")

    def kill(self) -> None:
        """SIGKILL: nothing is said, nothing is closed."""
        if self.server is not None:
            self.server.send_signal(signal.SIGKILL)
            self.server.wait()

    def decide(self, card: tuple[str, str], key: str) -> tuple[int, dict[str, object]]:
        """One decision over HTTP; the status and the body."""
        body = json.dumps({"opportunity": card[1], "verb": "defer"}).encode()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/v1/recommendations/{card[0]}/decisions",
            data=body,
            headers={
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "Idempotency-Key": key,
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - our own
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as refused:
            return refused.code, json.loads(refused.read() or b"{}")

    def work(self, cards: list[tuple[str, str]], tally: Tally, stop: threading.Event) -> None:
        """Eight clients at once, each card once under a key of its own, until told to stop."""
        waiting, lock = list(cards), threading.Lock()

        def client() -> None:
            while not stop.is_set():
                with lock:
                    if not waiting:
                        return
                    card = waiting.pop()
                key = uuid4().hex
                try:
                    status, answer = self.decide(card, key)
                except (OSError, ValueError):
                    tally.unanswered += 1
                    continue
                if status < 300:
                    tally.acknowledged[key] = (*card, str(answer["id"]))
                elif status < 500:
                    tally.refused.append(f"{status} {answer.get('detail')}")
                else:
                    tally.unanswered += 1

        with ThreadPoolExecutor(CLIENTS) as pool:
            for _ in range(CLIENTS):
                pool.submit(client)

    def check(self, tally: Tally) -> tuple[int, int, int]:
        """(lost, twice, findings of the audit) among what was acknowledged."""
        lost = twice = 0
        with closing(open_service(self.settings)) as service:
            viewer, at = service.viewer(ACCOUNT), datetime.now(UTC)
            for *_, proposal in tally.acknowledged.values():
                try:
                    steps = service.proposal_history(proposal, viewer=viewer, at=at)
                except MatchingError:
                    lost += 1
                    continue
                lost += not steps
                twice += len(steps) > 1
            findings = service.verify_audit(viewer=service.viewer(), at=datetime.now(UTC)).findings
        for finding in findings[:5]:
            print("  audit:", finding.text)  # noqa: T201
        return lost, twice, len(findings)


def kill_server(stage: Stage, rounds: int) -> bool:
    """Rounds of decisions, each cut short by SIGKILL; replayed keys give the same answer afterwards."""
    draw, whole, unanswered = random.Random(0), Tally(), 0
    repeated = 0
    for _ in range(rounds):
        cards = stage.cards(60)
        tally, stop = Tally(), threading.Event()
        stage.start()
        working = threading.Thread(target=stage.work, args=(cards, tally, stop))
        working.start()
        time.sleep(draw.uniform(0.05, 1.0))
        stage.kill()
        stop.set()
        working.join()
        stage.start()
        for key, (slate, option, proposal) in list(tally.acknowledged.items())[:5]:
            status, answer = stage.decide((slate, option), key)
            repeated += status < 300 and answer["id"] == proposal
        stage.kill()
        whole.acknowledged |= tally.acknowledged
        whole.refused += tally.refused
        unanswered += tally.unanswered
    lost, twice, findings = stage.check(whole)
    print(  # noqa: T201
        f"server killed {rounds} times: acknowledged {len(whole.acknowledged)}, unanswered {unanswered}, lost {lost}, "
        f"duplicates {twice}, replays with the same answer {repeated}, refused {len(whole.refused)}, audit {findings}"
    )
    return not (lost or twice or findings or whole.refused)


def kill_postgresql(rounds: int) -> bool:
    """Rounds of decisions, each cut short by killing every process of the database; the server is never restarted."""
    draw, whole, unanswered, recovered = random.Random(0), Tally(), 0, 0
    with tempfile.TemporaryDirectory() as scratch, cluster(Path(scratch)) as database:
        stage = Stage(Path(scratch) / "data", database.url)
        stage.start()
        for _ in range(rounds):
            cards = stage.cards(60)
            tally, stop = Tally(), threading.Event()
            working = threading.Thread(target=stage.work, args=(cards, tally, stop))
            working.start()
            time.sleep(draw.uniform(0.05, 1.0))
            database.kill()
            time.sleep(0.1)
            stop.set()
            working.join()
            database.start()
            for _ in range(100):
                with suppress(OSError, ValueError):
                    if stage.decide(cards[0], uuid4().hex)[0] < 500:
                        recovered += 1
                        break
                time.sleep(0.1)
            whole.acknowledged |= tally.acknowledged
            whole.refused += tally.refused
            unanswered += tally.unanswered
        alive = stage.server is not None and stage.server.poll() is None
        lost, twice, findings = stage.check(whole)
        stage.kill()
    print(  # noqa: T201
        f"PostgreSQL killed {rounds} times: acknowledged {len(whole.acknowledged)}, unanswered {unanswered}, "
        f"lost {lost}, duplicates {twice}, answered again {recovered}, same server {alive}, audit {findings}"
    )
    return not (lost or twice or findings) and alive and recovered == rounds


def races(stage: Stage, count: int) -> bool:
    """Four deciders for one card at once, each as they would at their own desk."""
    cards = stage.cards(count)[:count]
    winners: list[int] = []
    with closing(open_service(stage.settings)) as service, ThreadPoolExecutor(DECIDERS) as pool:
        for card in cards:
            start = threading.Barrier(DECIDERS)
            winners.append(
                sum(pool.map(lambda _, at_once=start, one=card: _wins(service, one, at_once), range(DECIDERS)))
            )
        findings = len(service.verify_audit(viewer=service.viewer(), at=datetime.now(UTC)).findings)
    one = sum(each == 1 for each in winners)
    print(f"races {count} of {DECIDERS} deciders: one winner in {one}, audit {findings}")  # noqa: T201
    return one == count and not findings


def _wins(service: Service, card: tuple[str, str], start: threading.Barrier) -> bool:
    viewer = service.viewer(ACCOUNT)
    start.wait()
    try:
        service.decide(*card, Verb.DEFER, viewer=viewer, at=datetime.now(UTC), expected_version=0)
    except MatchingError:
        return False
    return True


@dataclass
class Cluster:
    """A PostgreSQL cluster of its own."""

    binaries: Path
    folder: Path
    port: int

    @property
    def url(self) -> str:
        """Its address."""
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start it, recovering from whatever happened."""
        options = f"-p {self.port} -c unix_socket_directories= -c listen_addresses=127.0.0.1"
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-o", options, "-w", "-l", f"{self.folder}/log", "start")

    def kill(self) -> None:
        """SIGKILL to all its processes, which are those that work in its folder."""
        while processes := list(self._processes()):
            for process in processes:
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            time.sleep(0.1)
        (self.folder / "data" / "postmaster.pid").unlink(missing_ok=True)  # a dead one that nobody reaped looks alive

    def _processes(self) -> Iterator[int]:
        for entry in Path("/proc").iterdir():
            with suppress(OSError):
                if entry.name.isdigit() and (entry / "cwd").resolve() == (self.folder / "data").resolve():
                    yield int(entry.name)

    def _run(self, program: str, *options: str) -> None:
        command = ["/usr/sbin/runuser", "-u", "postgres", "--", str(self.binaries / program), *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")  # noqa: S603


@contextmanager
def cluster(scratch: Path) -> Iterator[Cluster]:
    """A fresh cluster, gone afterwards."""
    binaries = max(Path("/usr/lib/postgresql").glob("*/bin"))
    scratch.chmod(0o755)
    folder = scratch / "cluster"
    folder.mkdir()
    shutil.chown(folder, "postgres")
    made = Cluster(binaries, folder, 17000 + os.getpid() % 1000)
    made._run("initdb", "-D", f"{folder}/data", "--auth=trust", "-E", "UTF8")
    made.start()
    try:
        yield made
    finally:
        made.kill()


@contextmanager
def schema_at(url: str | None) -> Iterator[str | None]:
    """The address of a schema of its own on a server, dropped afterwards; None for SQLite."""
    if url is None:
        yield None
        return
    schema, engine = f"endurance_{uuid4().hex}", create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    address = make_url(url).update_query_dict({"options": f"-csearch_path={schema}"})
    try:
        yield address.render_as_string(hide_password=False)
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        engine.dispose()


def main() -> int:
    """Run one of the three; 1 when something was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("kill-server", "kill-postgresql", "races"))
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--races", type=int, default=200)
    parser.add_argument("--postgresql")
    chosen = parser.parse_args()
    if chosen.what == "kill-postgresql":
        return 0 if kill_postgresql(chosen.rounds or 20) else 1
    with tempfile.TemporaryDirectory() as scratch, schema_at(chosen.postgresql) as url:
        stage = Stage(Path(scratch) / "data", url)
        try:
            fine = races(stage, chosen.races) if chosen.what == "races" else kill_server(stage, chosen.rounds or 50)
        finally:
            stage.kill()
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
