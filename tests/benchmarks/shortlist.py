"""How long a shortlist takes: 450 people against options of a catalogue of the size of a canton.

    python tests/benchmarks/shortlist.py [options of each kind]

Prints one JSON object: by kind of option how many people are candidates for it, and seconds per shortlist, median and
slowest. On a shared machine the processor's time (`cpu`) says more than the clock's (`wall`).
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from synthetic import make_options, make_people

from matching.bootstrap import Service, open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings
from matching.storage import opportunities, profiles
from matching.storage.scope import EVERYTHING

AT = datetime(2026, 11, 18, 8, tzinfo=UTC)
PEOPLE, VACANCIES, MEASURES, PLACEMENTS = 450, 5_000, 300, 50


def main() -> None:
    """Store people and catalogue, ask for shortlists, print the times."""
    each = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    with TemporaryDirectory() as folder:
        service = open_service(Settings(data_dir=Path(folder)))
        with service.workplace.database.begin(EVERYTHING) as connection:
            opportunities.upsert(connection, make_options(VACANCIES, MEASURES, PLACEMENTS), source="own", at=AT)
            profiles.upsert(connection, make_people(PEOPLE), at=AT)
        service.shortlist("own:v0", viewer=LOCAL_VIEWER, at=AT)
        kinds = ("vacancy", "measure", "placement")
        found = {kind: timed(service, [f"own:{kind[0]}{number}" for number in range(each)]) for kind in kinds}
        service.close()
    print(json.dumps({"people": PEOPLE, "options": VACANCIES + MEASURES + PLACEMENTS, **found}, indent=1))  # noqa: T201


def timed(service: Service, options: list[str]) -> dict[str, object]:
    """Candidates and seconds of the shortlists of some options."""
    wall, cpu, candidates = [], [], []
    for option in options:
        started, worked = perf_counter(), process_time()
        shortlist = service.shortlist(option, viewer=LOCAL_VIEWER, at=AT)
        wall.append(perf_counter() - started)
        cpu.append(process_time() - worked)
        candidates.append(len(shortlist.candidates))
    return {
        "candidates": {"median": int(np.median(candidates)), "most": max(candidates)},
        **{
            name: {"median": round(float(np.median(seconds)), 2), "slowest": round(max(seconds), 2)}
            for name, seconds in (("wall", wall), ("cpu", cpu))
        },
    }


if __name__ == "__main__":
    main()
