"""What the lines on pathways cost a whole answer, and how long `pathways` and `why-not` take.

    python tests/benchmarks/pathways_times.py     60 people, 5,000 postings, 300 measures, 50 places

Each person is answered four times in one process, twice with the lines of cards and twice without: both meet the same
load. Prints one JSON object: processor's milliseconds, median and 95th percentile.
"""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from unittest.mock import patch

import numpy as np
from synthetic import make_options, make_people

from matching.bootstrap import Service, open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings
from matching.storage import opportunities, profiles
from matching.storage.scope import EVERYTHING
from matching.use_cases import recommend
from matching.use_cases.pathways.counted import opens_lines

AT = datetime(2026, 11, 18, 8, tzinfo=UTC)
PEOPLE, OPTIONS = 60, (5_000, 300, 50)


def main() -> None:
    """Lay the catalogue in, answer, print."""
    with TemporaryDirectory() as folder, closing(open_service(Settings(data_dir=Path(folder)))) as service:
        people = make_people(PEOPLE)
        with service.workplace.database.begin(EVERYTHING) as connection:
            opportunities.upsert(connection, make_options(*OPTIONS), source="own", at=AT)
            profiles.upsert(connection, people, at=AT)
        print(json.dumps(measured(service, [person.id for person in people]), indent=1))  # noqa: T201


def measured(service: Service, people: list[str]) -> dict[str, object]:
    """Milliseconds of answers with and without the lines, of pathways and of why not."""
    live = service.workplace.live(AT)
    jobs = [id_ for id_ in live.snapshot.ids if id_.startswith("own:v")]
    for person in people[:5]:
        service.recommend(person, viewer=LOCAL_VIEWER, at=AT)
    times: dict[str, list[float]] = {name: [] for name in ("with_lines", "without_lines", "pathways", "why_not")}
    lines = []
    for number, person in enumerate(people):
        for name in ("with_lines", "without_lines", "without_lines", "with_lines"):
            with patch.object(recommend, "opens_lines", opens_lines if name == "with_lines" else no_lines):
                begun = process_time()
                slate = service.recommend(person, viewer=LOCAL_VIEWER, at=AT)
                times[name].append(1000 * (process_time() - begun))
            if name == "with_lines":
                lines.append(sum(line.code.startswith("opens") for card in slate.cards for line in card.lines))
        begun = process_time()
        service.pathways(person, viewer=LOCAL_VIEWER, at=AT)
        times["pathways"].append(1000 * (process_time() - begun))
        begun = process_time()
        service.why_not(person, jobs[number], viewer=LOCAL_VIEWER, at=AT)
        times["why_not"].append(1000 * (process_time() - begun))
    quantiles = {name: [round(float(np.percentile(each, q)), 1) for q in (50, 95)] for name, each in times.items()}
    return {"lines_per_slate": round(float(np.mean(lines)), 2), "cpu_ms_p50_p95": quantiles}


def no_lines(*_told: object) -> tuple[()]:
    """In place of the lines."""
    return ()


if __name__ == "__main__":
    main()
