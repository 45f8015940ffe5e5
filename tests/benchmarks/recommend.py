"""How long an answer takes: stage by stage up to the slate, and whole, as the use case gives it.

    python tests/benchmarks/recommend.py canton      450 people, 5,000 postings, 300 measures, 50 places
    python tests/benchmarks/recommend.py large       200 people, 100,000 options

Prints one JSON object: milliseconds, median and 95th percentile per stage, and of whole answers by the clock and of the
processor: a slate of ten, explanations and questions, from the file in the store to the copy kept there. Single times
on a shared machine mean little; shares of a run do.
"""

import json
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from synthetic import make_options, make_people

from matching.bootstrap import Service, open_service
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER
from matching.ranking.slate import SlatePolicy
from matching.settings import Settings
from matching.storage import opportunities, profiles
from matching.storage.scope import EVERYTHING
from matching.use_cases.live import Live
from matching.use_cases.situation import look_at
from matching.use_cases.slate_of import slate_of
from matching.use_cases.workplace import Workplace

SIZES = {"canton": (450, 5_000, 300, 50), "large": (200, 99_000, 800, 200)}
AT = datetime(2026, 11, 18, 8, tzinfo=UTC)


def main() -> None:
    """Build the synthetic catalogue, answer for everybody, print the times."""
    people, vacancies, measures, placements = SIZES[sys.argv[1]]
    with TemporaryDirectory() as folder:
        service = open_service(Settings(data_dir=Path(folder)))
        options = make_options(vacancies, measures, placements)
        started = perf_counter()
        persons = make_people(people)
        with service.workplace.database.begin(EVERYTHING) as connection:
            opportunities.upsert(connection, options, source="own", at=AT)
            profiles.upsert(connection, persons, at=AT)
        stored = perf_counter()
        live = service.workplace.live(AT)
        built = perf_counter()
        for person in persons[:5]:
            answer(service.workplace, live, person)
            whole_answer(service, person)
        times = [answer(service.workplace, live, person) | whole_answer(service, person) for person in persons]
        service.close()
    print(  # noqa: T201
        json.dumps(
            {
                "options": len(options),
                "people": people,
                "store_s": round(stored - started, 2),
                "snapshot_s": round(built - stored, 2),
                "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "ms": {name: quantiles([each[name] for each in times]) for name in times[0]},
            },
            indent=1,
        )
    )


def answer(workplace: Workplace, live: Live, profile: Profile) -> dict[str, float]:
    """One answer as `use_cases.recommend` makes it, up to the slate; milliseconds by stage."""
    times: dict[str, float] = {}
    clock = [perf_counter()]

    def done(stage: str) -> None:
        clock.append(perf_counter())
        times[stage] = (clock[-1] - clock[-2]) * 1000

    seen = look_at(workplace, live, profile, viewer=LOCAL_VIEWER, at=AT, step=done)
    slate_of(live, seen, SlatePolicy(limit=10, min_gain=workplace.min_gain))
    done("slate")
    open_share = float((seen.wanted & (seen.assessment.state > 0)).mean())
    return times | {"total": (clock[-1] - clock[0]) * 1000, "eligible_share": open_share}


def whole_answer(service: Service, profile: Profile) -> dict[str, float]:
    """The answer that a counsellor gets; milliseconds by the clock and of the processor."""
    started, worked = perf_counter(), process_time()
    slate = service.recommend(profile.id, viewer=LOCAL_VIEWER, at=AT)
    wall, cpu = perf_counter() - started, process_time() - worked
    return {"whole": wall * 1000, "whole_cpu": cpu * 1000, "cards": float(len(slate.cards))}


def quantiles(values: list[float]) -> dict[str, float]:
    """Median and 95th percentile."""
    return {"p50": round(float(np.median(values)), 3), "p95": round(float(np.percentile(values, 95)), 3)}


if __name__ == "__main__":
    main()
