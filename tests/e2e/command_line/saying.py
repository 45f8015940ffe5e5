"""What a command said, what the store then holds, and small files to import."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matching.bootstrap import open_service
from matching.settings import Settings, shipped
from matching.storage import catalogue_state, imports, opportunities, profiles
from matching.storage.scope import EVERYTHING

CONTRACTS = shipped("data_contracts", "v1")
EXAMPLES = CONTRACTS / "examples"
MATCHING = (sys.executable, "-c", "from matching.cli.main import run; run()")
"""The command as a process of its own, whatever lies on the PATH."""
TITLES = [f"Atelier {word}" for word in ("vélo", "jardin", "cuisine")]


@dataclass(frozen=True)
class Said:
    """Exit code, stdout and stderr of a command."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """The document on stdout of a command that went well, perhaps with rejected rows."""
        assert self.code in {0, 1}, self
        assert self.err == ""
        return json.loads(self.out)


Run = Callable[..., Said]


def assert_refused(said: Said, *mentions: str) -> None:
    """Exactly one line on stderr, exit code 2, nothing on stdout."""
    assert said.code == 2, said
    assert said.out == ""
    assert said.err.startswith("Erreur : ")
    assert said.err.endswith("\n")
    assert len(said.err.splitlines()) == 1
    for mention in mentions:
        assert mention in said.err


def contents(folder: Path) -> dict[str, Any]:
    """What the store of a data folder holds, with revisions and the digest of every change to the catalogue."""
    service = open_service(Settings(data_dir=folder))
    with closing(service), service.workplace.database.read(EVERYTHING) as connection:
        return {
            "state": catalogue_state.state(connection),
            "options": dict(opportunities.current_records(connection)),
            "people": {
                id_: (profiles.revision(connection, id_), profiles.get(connection, id_))
                for id_ in profiles.list_ids(connection)
            },
            "runs": len(imports.latest(connection, limit=10_000)),
        }


def measure(number: int, **fields: object) -> dict[str, object]:
    """A small measure, with some fields set otherwise."""
    return {
        "kind": "measure",
        "id": f"m{number}",
        "title": TITLES[number % 3],
        "form": "activity",
        "type": "coaching",
        "place": {"country": "ch", "region": "VD"},
        **fields,
    }


def write(path: Path, records: Iterable[Mapping[str, object]]) -> Path:
    """Records as JSON lines."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path
