"""Invented people: profiles as a file of the service holds them, and beside them what no file holds.

Protected attributes are drawn first and shift the months without work, education, place and language a little, so that
facts a score may read tell of them as they do in life. They stay in a table of their own. Sizes of the shifts are
assumed.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.vocabulary.needs import DataCategory
from matching_training.simulate.scenario import GROUPS, Scenario
from matching_training.simulate.texts import read

Values = NDArray[np.float64]

_LEVELS = ("none", "compulsory", "vocational_2y", "vocational", "baccalaureate", "higher_vocational", "university")
_CEFR = ("a1", "a2", "b1", "b2", "c2")
_NEEDS = (
    *("mobility", "communication_language", "digital", "skills", "confidence", "project"),
    *("search", "experience", "isolation", "work_rhythm", "admin_legal"),
)
_NEED_WEIGHTS = (0.14, 0.14, 0.1, 0.14, 0.1, 0.08, 0.1, 0.08, 0.04, 0.05, 0.03)
_PERMIT_KINDS = {"citizen": ("citizen",), "settled": ("c",), "other": ("b", "f", "s")}


@dataclass(frozen=True)
class People:
    """(P,) arrays in the order of `profiles`; `protected` has one row per person, index person."""

    profiles: tuple[Profile, ...]
    protected: pd.DataFrame
    hidden: dict[str, Values]
    """motivation, network, health: standard normal, known to nobody; language: 0 to 4 in the language of the place."""


def make_people(scenario: Scenario, rng: np.random.Generator, *, first: int = 0) -> People:
    """The people of one intake; their numbers begin with `first`."""
    n = scenario.people.count
    protected = _protected(rng, n, first)
    hidden = {name: rng.standard_normal(n) for name in ("motivation", "network", "health")}
    profiles, language = [], np.zeros(n)
    for row in range(n):
        told, language[row] = _profile(scenario, rng, protected.iloc[row], number=first + row)
        profiles.append(Profile.model_validate(told))
    return People(tuple(profiles), protected, hidden | {"language": language})


def _protected(rng: np.random.Generator, n: int, first: int) -> pd.DataFrame:
    places = read("places")
    weights = np.array([place["weight"] for place in places], dtype=float)
    chosen = rng.choice(len(places), size=n, p=weights / weights.sum())
    permit = rng.choice(GROUPS["permit_group"], size=n, p=(0.5, 0.25, 0.25))
    return pd.DataFrame(
        {
            "sex": rng.choice(GROUPS["sex"], size=n, p=(0.48, 0.52)),
            "age_band": rng.choice(GROUPS["age_band"], size=n, p=(0.28, 0.47, 0.25)),
            "permit_group": permit,
            "canton": [places[place]["canton"] for place in chosen],
            "place": chosen,
        },
        index=pd.RangeIndex(first, first + n, name="person"),
    )


def _profile(
    scenario: Scenario, rng: np.random.Generator, who: pd.Series, *, number: int
) -> tuple[dict[str, Any], int]:
    """One person's file, and how well they speak the language of the place (0 to 4)."""
    mix, gap = scenario.people, scenario.people.groups_differ
    place = read("places")[int(who["place"])]
    older, newcomer = who["age_band"] == "50_plus", who["permit_group"] == "other"
    log_months = np.log(mix.months_without_work) + 0.8 * rng.standard_normal()
    log_months += gap * (0.45 * older + 0.25 * newcomer + 0.15 * (who["sex"] == "female"))
    months = int(np.clip(np.exp(log_months), 0, 240))
    low = rng.random() < np.clip(mix.low_education + gap * (0.15 * newcomer - 0.05 * older), 0, 1)
    level = _LEVELS[int(rng.integers(0, 2))] if low else rng.choice(_LEVELS[2:], p=(0.2, 0.45, 0.12, 0.13, 0.1))
    speaks = int(
        np.clip(round(3.4 - gap * 1.4 * newcomer - 0.5 * (who["permit_group"] == "settled") + rng.normal(0, 0.8)), 0, 4)
    )
    held, aimed = _occupations(rng)
    today = scenario.begin
    told: dict[str, Any] = {
        "id": f"sim-{number:06d}",
        "unit": unit_of(str(who["canton"])),
        "birth_date": _born(rng, str(who["age_band"]), today),
        "residence": {
            "country": "ch",
            "region": place["canton"],
            "municipality": place["name"],
            "latitude": place["latitude"] + rng.normal(0, 0.05),
            "longitude": place["longitude"] + rng.normal(0, 0.05),
        },
        "permit": {
            "kind": rng.choice(_PERMIT_KINDS[str(who["permit_group"])]),
            "may_work": True,
            "may_change_employer": True,
        },
        "languages": {"items": _languages(rng, place["language"], speaks)},
        "education": {"level": level, "recognised": bool(not newcomer or rng.random() < 0.5)},
        "occupations": [
            {
                "title": held[place["language"]],
                "codes": [{"scheme": "ch_isco", "code": held["code"]}],
                "years": round(float(rng.gamma(2, 3)), 1),
            },
            {
                "title": aimed[place["language"]],
                "codes": [{"scheme": "ch_isco", "code": aimed["code"]}],
                "target": True,
            },
        ],
        "skills": {"items": [{"label": label} for label in held[f"skills_{place['language']}"]]},
        "availability": {"percent": int(rng.choice((50, 60, 80, 100), p=(0.15, 0.1, 0.25, 0.5)))},
        "mobility": {"licences": ["b"] if rng.random() < 0.45 else [], "radius_km": int(rng.choice((25, 40, 60, 80)))},
        "restrictions": [],
        "insurances": _insurances(rng, place["canton"], today),
        "pes_registration": {"registered": True, "country": "ch", "valid_from": today - timedelta(days=90)},
        "needs": _needs(scenario, rng, speaks),
        "objective": rng.choice(
            ("job", "training", "stabilisation", "lasting_adapted_work"), p=(0.68, 0.12, 0.14, 0.06)
        ),
        "consents": _consents(today),
        "project": _project(rng, aimed, place["language"]),
        "months_without_work": months,
    }
    for optional in ("months_without_work", "education", "project", "objective"):
        if rng.random() < mix.unknown_facts / 2:
            told[optional] = None
    return told, speaks


def unit_of(canton: str) -> str:
    """The unit that keeps the files of a canton."""
    return f"sim-{canton.lower()}"


def _occupations(rng: np.random.Generator) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was held, and what is aimed for: the same for more than half."""
    all_ = read("occupations")
    held = all_[int(rng.integers(len(all_)))]
    return held, held if rng.random() < 0.55 else all_[int(rng.integers(len(all_)))]


def _born(rng: np.random.Generator, band: str, today: date) -> date:
    least, most = {"under_30": (19, 29), "30_49": (30, 49), "50_plus": (50, 62)}[band]
    return today - timedelta(days=int(rng.integers(least * 366, (most + 1) * 365 - 3)))


def _languages(rng: np.random.Generator, local: str, speaks: int) -> list[dict[str, str]]:
    spoken = [{"language": local, "level": _CEFR[speaks]}]
    if rng.random() < 0.6:
        other = str(rng.choice([each for each in ("en", "es", "pt", "sq", "ti", "uk", "it") if each != local]))
        spoken.append({"language": other, "level": str(rng.choice(_CEFR[1:]))})
    return spoken


def _insurances(rng: np.random.Generator, canton: str, today: date) -> dict[str, Any]:
    """Social assistance for all; a third still have days of the unemployment insurance."""
    insured = rng.random() < 0.33
    return {
        "assistance": {
            "kind": "ri" if canton == "VD" else "cantonal",
            "since": today - timedelta(days=int(rng.integers(30, 1_500))),
            "follow_up": str(rng.choice(("joint_unit", "mixed", "professional"))),
        },
        "unemployment": {
            "status": "open_with_days" if insured else str(rng.choice(("none", "open_exhausted"))),
            "days_left": int(rng.integers(20, 400)) if insured else 0,
            "framework_end": today + timedelta(days=int(rng.integers(400, 720))) if insured else None,
        },
        "disability": {"status": "none"},
        "placement": "apt",
    }


def _needs(scenario: Scenario, rng: np.random.Generator, speaks: int) -> list[dict[str, Any]]:
    number = min(len(_NEEDS), int(rng.poisson(scenario.people.needs)))
    weights = np.array(_NEED_WEIGHTS) * np.where(np.array(_NEEDS) == "communication_language", 5 - speaks, 1)
    drawn = rng.choice(_NEEDS, size=number, replace=False, p=weights / weights.sum())
    return [
        {
            "barrier": str(need),
            "level": str(rng.choice(("low", "high", "blocking"), p=(0.35, 0.5, 0.15))),
            "confirmed": bool(rng.random() < 0.8),
            "author": "assistante sociale",
            "stated_on": scenario.begin - timedelta(days=int(rng.integers(5, 200))),
        }
        for need in drawn
    ]


def _consents(today: date) -> list[dict[str, Any]]:
    """Every office of the canton may use the whole file: what is withheld is another story than what is learnt."""
    given = datetime.combine(today - timedelta(days=60), time(9), tzinfo=UTC)
    return [
        {
            "to_institution": office,
            "purpose": "matching",
            "categories": [category.value for category in DataCategory],
            "given_at": given,
        }
        for office in ("uc", "orp", "csr", "ssr", "social_commune")
    ]


def _project(rng: np.random.Generator, aimed: dict[str, Any], language: str) -> str:
    first, second = rng.choice(aimed[f"tasks_{language}"], size=2, replace=False)
    if language == "de":
        return str(
            rng.choice((f"Eine Stelle als {aimed['de']}: {first}, {second}.", f"Ich möchte {first} und {second}."))
        )
    return str(
        rng.choice((f"Un poste : {aimed['fr']}. J'aime {first} et {second}.", f"Je voudrais {first}, {second}."))
    )
