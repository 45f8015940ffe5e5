"""Whether what a measure opens, as a card counts it, is what a whole new look at the changed file finds.

    python tests/benchmarks/pathways.py [CASES] [SEED]        1,000 cases, seed 1

People and options of the simulated canton, larger than its standard; the simulation states no effects, so that each
measure is given some at random here, and each job and measure now and then a demand that such an effect can meet. Per
case one person and one measure or place: the count of the machine behind cards and pathways against `look_at` on the
file with the effects applied, from the beginning: redacted, seen, assessed, retrieved, compared row by row. Prints one
JSON object (options counted: certain, to check, settled); any difference ends with exit code 1.
"""

import json
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import numpy as np

from matching.bootstrap import Service, open_service
from matching.domain.effect import (
    AvailabilityEffect,
    BarrierEffect,
    CertificateEffect,
    LanguageEffect,
    MobilityEffect,
    SkillEffect,
)
from matching.domain.opportunity import AnyOpportunity, Measure, Placement, Vacancy
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.situation import EducationLevel, Language, LanguageLevel, LicenceCategory
from matching.eligibility.assess import ELIGIBLE, NOT_ELIGIBLE, REVIEW
from matching.pathways.applied import applied
from matching.pathways.suitable import near_enough
from matching.settings import Settings
from matching.snapshot.columns import position
from matching.storage import opportunities
from matching.storage.scope import EVERYTHING
from matching.use_cases.live import Live
from matching.use_cases.pathways.outlook import Outlook
from matching.use_cases.person_file import PersonFile
from matching.use_cases.situation import Situation, look_at
from matching.use_cases.slate_of import without_link
from matching_training.simulate.options import make_options
from matching_training.simulate.people import make_people
from matching_training.simulate.scenario import open_scenario

AT = datetime(2026, 11, 18, 8, tzinfo=UTC)
PEOPLE, VACANCIES, MEASURES, PLACEMENTS = 300, 3_000, 200, 60
"""A canton in which most people may take more than 300 jobs, so that retrieval cuts."""


def main() -> None:
    """Compare, print, and say by the exit code whether all were equal."""
    cases, seed = (int(text) for text in [*sys.argv[1:3], *("1000", "1")[len(sys.argv) - 1 :]])
    with TemporaryDirectory() as folder, closing(open_service(Settings(data_dir=Path(folder)))) as service:
        told = compared(service, Random(seed), cases)
    print(json.dumps(told, indent=1))  # noqa: T201
    sys.exit(1 if told["different"] else 0)


def compared(service: Service, random: Random, cases: int) -> dict[str, Any]:
    """So many cases on a canton laid into the service's empty store."""
    people, options = canton(random)
    with service.workplace.database.begin(EVERYTHING) as connection:
        opportunities.upsert(connection, options, source="own", at=AT)
    live = service.workplace.live(AT)
    rows = np.flatnonzero(live.criteria.kind != position(OpportunityKind.VACANCY))
    counted: list[tuple[int, int, int]] = []
    times: list[float] = []
    different: list[str] = []
    for _ in range(cases):
        person, row = random.choice(people), int(random.choice(rows.tolist()))
        before = look_at(service.workplace, live, person, viewer=LOCAL_VIEWER, at=AT)
        begun = process_time()
        unlocks = Outlook(service.workplace, live, before, PersonFile(person, stored=False)).unlocks(row)
        times.append(1000 * (process_time() - begun))
        quick = (
            unlocks.opened[unlocks.certain].tolist(),
            unlocks.opened[~unlocks.certain].tolist(),
            unlocks.settled.tolist(),
        )
        if quick != whole_new_look(service, live, before, person, row):
            different.append(f"{person.id} {live.snapshot.ids[row]}")
        counted.append((len(quick[0]), len(quick[1]), len(quick[2])))
    opened = np.array(counted).reshape(-1, 3).sum(axis=1)
    return {
        "options": len(options),
        "cases": cases,
        "different": len(different),
        "which": different[:5],
        "cases_that_open_something": int((opened > 0).sum()),
        "most_in_one_case": int(opened.max(initial=0)),
        "options_counted": np.array(counted).sum(axis=0).tolist(),
        "cpu_ms_per_measure": {
            "p50": round(float(np.median(times)), 2),
            "p95": round(float(np.quantile(times, 0.95)), 2),
        },
    }


def whole_new_look(
    service: Service, live: Live, before: Situation, person: Profile, row: int
) -> tuple[list[int], list[int], list[int]]:
    """Certain, to check and settled rows, read off a look at the changed file that shares nothing with the counting."""
    changed = applied(person, live.snapshot.option(row))
    after = look_at(service.workplace, live, changed, viewer=LOCAL_VIEWER, at=AT)
    certain, to_check, settled = [], [], []
    fits, linked = near_enough(after.candidates), ~without_link(live, after)
    for at, found in enumerate(after.candidates.rows.tolist()):
        is_job = live.snapshot.option(found).kind == "vacancy"
        if not linked[at] or found in before.history.rests or (is_job and not fits[at]):
            continue
        was, now = before.assessment.state[found], after.assessment.state[found]
        if was == NOT_ELIGIBLE:
            certain.append(found) if now == ELIGIBLE else to_check.append(found)
        elif was == REVIEW and now == ELIGIBLE:
            settled.append(found)
    return certain, to_check, settled


def canton(random: Random) -> tuple[list[Profile], list[AnyOpportunity]]:
    """People and options of the simulated canton, with effects and with demands that effects can meet."""
    scenario = open_scenario("standard")
    mix = {"vacancies": VACANCIES, "measures": MEASURES, "placements": PLACEMENTS}
    scenario = scenario.model_copy(
        update={
            "options": scenario.options.model_copy(update=mix),
            "people": scenario.people.model_copy(update={"count": PEOPLE}),
        }
    )
    rng = np.random.default_rng(random.randrange(2**32))
    people = [_with_gaps(random, one) for one in make_people(scenario, rng).profiles]
    return people, [_varied(random, option) for option in make_options(scenario, rng).options]


def _with_gaps(random: Random, person: Profile) -> Profile:
    """The person, of whom now and then something is not known."""
    unknown: dict[str, Any] = {
        "education": None,
        "needs": None,
        "languages": person.languages.model_copy(update={"complete": not person.languages.complete}),
        "mobility": person.mobility.model_copy(update=random.choice(({"licences": None}, {"radius_km": None}))),
        "availability": person.availability.model_copy(update={"percent": None}),
        "residence": None,
    }
    return person.model_copy(update={name: value for name, value in unknown.items() if random.random() < 0.1})


def _varied(random: Random, option: AnyOpportunity) -> AnyOpportunity:
    criteria: dict[str, Any] = {}
    if random.random() < 0.3:
        criteria["min_education"] = random.choice((EducationLevel.COMPULSORY, EducationLevel.VOCATIONAL))
    if random.random() < 0.2:
        criteria["licences"] = (random.choice((LicenceCategory.B, LicenceCategory.FORKLIFT)),)
    if random.random() < 0.1:
        criteria["min_availability_percent"] = random.choice((60, 80, 100))
    if isinstance(option, Measure | Placement) and random.random() < 0.1:
        criteria["prerequisite_measures"] = (random.choice((MeasureCode.CH_AS_LANGUAGE, MeasureCode.AC_COURSE_COLL)),)
    changes: dict[str, Any] = {"criteria": option.criteria.model_copy(update=criteria)}
    if not isinstance(option, Vacancy):
        changes["effects"] = tuple(random.sample(EFFECTS, random.choice((0, 1, 1, 2, 3))))
    return option.model_copy(update=changes)


EFFECTS = [
    *(LanguageEffect(language=language, level=level) for language in (Language.FR, Language.DE)
      for level in (LanguageLevel.A2, LanguageLevel.B1, LanguageLevel.B2)),
    *(BarrierEffect(barrier=barrier) for barrier in (Barrier.WORK_RHYTHM, Barrier.EXPERIENCE, Barrier.SKILLS)),
    CertificateEffect(name="AFP ou CFC", education=EducationLevel.VOCATIONAL),
    CertificateEffect(name="Permis de conduire", licence=LicenceCategory.B),
    CertificateEffect(name="Permis de cariste", licence=LicenceCategory.FORKLIFT),
    AvailabilityEffect(percent=80),
    AvailabilityEffect(percent=100, work_pace_percent=80),
    SkillEffect(label="Encaisser"),
    MobilityEffect(radius_km=40),
    MobilityEffect(radius_km=25, vehicle=True),
    SkillEffect(label="Préparer des commandes"),
]  # fmt: skip


if __name__ == "__main__":
    main()
