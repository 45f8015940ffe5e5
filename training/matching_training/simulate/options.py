"""An invented catalogue: vacancies, measures of the usual types and places in social enterprises, in two languages."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.domain.opportunity import AnyOpportunity, opportunity_type
from matching_training.simulate.scenario import Scenario
from matching_training.simulate.texts import read

NO_LIMIT = 1_000_000


@dataclass(frozen=True)
class Catalogue:
    """(O,) in the order of `options`: starts possible in a month, and in all; NO_LIMIT where only the other counts."""

    options: tuple[AnyOpportunity, ...]
    per_month: NDArray[np.int64]
    in_all: NDArray[np.int64]


def make_options(scenario: Scenario, rng: np.random.Generator) -> Catalogue:
    """The catalogue of the canton, the same for every intake."""
    mix = scenario.options
    told = [_vacancy(scenario, rng, number) for number in range(mix.vacancies)]
    lines = read("measures")
    shares = np.array([line["share"] for line in lines], dtype=float)
    drawn = np.concatenate(  # each line once, then by share: a small catalogue knows every type as far as it can
        [np.arange(len(lines)), rng.choice(len(lines), size=mix.measures, p=shares / shares.sum())]
    )[: mix.measures]
    told += [_measure(rng, lines[line], number) for number, line in enumerate(drawn)]
    told += [_placement(rng, number) for number in range(mix.placements)]
    return Catalogue(
        options=tuple(opportunity_type.validate_python(each) for each in told),
        per_month=np.concatenate(
            [
                np.full(mix.vacancies, NO_LIMIT),
                _starts(rng, mix.measures, mix.measure_starts),
                _starts(rng, mix.placements, mix.placement_starts),
            ]
        ),
        in_all=np.concatenate(
            [
                rng.integers(1, mix.positions + 1, size=mix.vacancies),
                np.full(mix.measures + mix.placements, NO_LIMIT),
            ]
        ),
    )


def _starts(rng: np.random.Generator, n: int, most: int) -> NDArray[np.int64]:
    return np.asarray(rng.integers(min(1, most), most + 1, size=n))


def _place(rng: np.random.Generator) -> tuple[dict[str, Any], str]:
    """Where, and the language spoken there."""
    places = read("places")
    weights = np.array([place["weight"] for place in places], dtype=float)
    place = places[int(rng.choice(len(places), p=weights / weights.sum()))]
    where = {
        "country": "ch",
        "region": place["canton"],
        "municipality": place["name"],
        "latitude": place["latitude"] + rng.normal(0, 0.06),
        "longitude": place["longitude"] + rng.normal(0, 0.06),
    }
    return where, place["language"]


def _work(rng: np.random.Generator, occupation: dict[str, Any], language: str) -> dict[str, Any]:
    """Title, description and code of a job of an occupation."""
    tasks = rng.permutation(occupation[f"tasks_{language}"])[:3]
    opening = {"fr": "Vos tâches :", "de": "Ihre Aufgaben:"}[language]
    return {
        "title": f"{occupation[language]} {'(H/F)' if language == 'fr' else '(w/m)'}",
        "description": f"{opening} {', '.join(map(str, tasks))}.",
        "language": language,
        "occupations": [{"scheme": "ch_isco", "code": occupation["code"]}],
    }


def _vacancy(scenario: Scenario, rng: np.random.Generator, number: int) -> dict[str, Any]:
    occupation = read("occupations")[int(rng.integers(len(read("occupations"))))]
    place, language = _place(rng)
    workload = int(rng.choice((40, 50, 60, 80, 100), p=(0.1, 0.15, 0.15, 0.2, 0.4)))
    restricted = rng.random() < 0.15
    provider = f"{'Entreprise' if language == 'fr' else 'Betrieb'} {int(rng.integers(1, 120))}"
    return {
        "kind": "vacancy",
        "id": f"sim:v{number:05d}",
        "provider": provider,
        "place": place,
        **_work(rng, occupation, language),
        "contract": str(rng.choice(("permanent", "fixed_term"), p=(0.7, 0.3))),
        "experience_years": float(rng.choice((0, 1, 2, 3), p=(0.4, 0.25, 0.25, 0.1))),
        "criteria": {
            "min_availability_percent": min(workload, 50),
            "languages": [{"language": language, "level": str(rng.choice(("a1", "a2", "b1")))}],
            "licences": ["b"] if occupation["code"] == "83220" else [],
            "strains": ["heavy_lifting"] if occupation["physical"] else [],
            "right_to_work": True,
            "skills": [{"label": label, "required": True} for label in occupation[f"skills_{language}"]],
        },
        "timing": {"workload_min_percent": workload, "workload_max_percent": workload, "rolling": True},
        "terms": {"paid": True},
        "publication": {
            "status": "published_public",
            "reporting_obligation": bool(restricted),
            "reporting_obligation_end": scenario.begin if restricted else None,
            "office_canton": place["region"],
        },
    }


def _measure(rng: np.random.Generator, line: dict[str, Any], number: int) -> dict[str, Any]:
    place, language = _place(rng)
    least, most = sorted(rng.integers(line["weeks"][0], line["weeks"][1] + 1, size=2).tolist())
    needs = list(line["needs"])
    return {
        "kind": "measure",
        "id": f"sim:m{number:05d}",
        "title": f"{line[language]} {place['municipality']} {number}",
        "description": line[f"text_{language}"],
        "language": language,
        "provider": f"{'Organisateur' if language == 'fr' else 'Anbieter'} {int(rng.integers(1, 25))}",
        "place": None if line["form"] == "wage_subsidy" else place,
        "form": line["form"],
        "code": line["code"],
        "type": line["type"],
        "payer": line["payer"],
        "objectives": line["objectives"],
        "criteria": {
            "min_age": 18,
            "min_availability_percent": min(50, int(line["workload"][0])),
            "residence": ["CH"],
            "needs": needs,
            "languages": (
                [{"language": language, "level": "a2"}]
                if line["type"] in {"vocational_training", "job_search_help"} and rng.random() < 0.5
                else []
            ),
        },
        "timing": {
            "rolling": True,
            "min_weeks": least,
            "max_weeks": most,
            "workload_max_percent": int(rng.choice(line["workload"])),
        },
        "terms": {"paid": line["form"] == "wage_subsidy", "certified": line["certified"], "voluntary": True},
    }


def _placement(rng: np.random.Generator, number: int) -> dict[str, Any]:
    occupation = read("occupations")[int(rng.integers(len(read("occupations"))))]
    place, language = _place(rng)
    return {
        "kind": "placement",
        "id": f"sim:p{number:05d}",
        "provider": f"{'Entreprise sociale' if language == 'fr' else 'Sozialfirma'} {int(rng.integers(1, 10))}",
        "place": place,
        **_work(rng, occupation, language),
        "objectives": [str(rng.choice(("lasting_adapted_work", "job", "stabilisation"), p=(0.5, 0.3, 0.2)))],
        "criteria": {
            "min_age": 18,
            "max_age": 65,
            "needs": ["work_rhythm", "experience"] if rng.random() < 0.3 else [],
            "skills": [{"label": label} for label in occupation[f"skills_{language}"]],
        },
        "timing": {"rolling": True, "min_weeks": int(rng.choice((12, 26))), "workload_max_percent": 80},
        "terms": {"paid": bool(rng.random() < 0.6), "certified": bool(rng.random() < 0.5)},
        "payers": ["as_canton"],
    }
