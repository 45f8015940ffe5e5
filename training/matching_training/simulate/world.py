"""The world of one intake: people against the catalogue, with what the service's own code says of each pair.

A store is opened in a temporary folder, the catalogue goes in as any other, and each person is looked at once by
`use_cases.situation`: rules, retrieval and features are those that serve. What the world holds stands still while it is
run: files are as of the first day, and a score does not depend on which options stand beside.
"""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from matching.bootstrap import open_service
from matching.domain.opportunity import AnyOpportunity
from matching.domain.viewer import LOCAL_VIEWER
from matching.eligibility.assess import rules_version
from matching.ranking.features import FEATURES, Pairs, compute
from matching.ranking.model import Model, chance_facts
from matching.ranking.person import RankedPerson
from matching.ranking.rank import score
from matching.settings import Settings
from matching.storage import opportunities
from matching.storage.scope import EVERYTHING
from matching.use_cases.build_snapshot import FORMAT
from matching.use_cases.live import Live
from matching.use_cases.situation import Situation, look_at
from matching.use_cases.slate_of import next_step_order, without_link
from matching.visibility.options import in_head_start
from matching_training.simulate.options import Catalogue, make_options
from matching_training.simulate.people import People, make_people
from matching_training.simulate.scenario import Scenario

Values = NDArray[np.float64]

LOCK_IN = "lock_in"
_KEPT = ("eligible", "open_questions", "next_step", "unlinked", "kinds", "types", "providers")
_CHANCE = ("months_without_work", "education")


@dataclass(frozen=True)
class World:
    """P people and O options; `features` name -> (P, O) float64, NaN unknown, and everywhere but where `eligible`.

    `lock_in` stands in `features` for an own chance of one: `served_features` has it as a model serves it.
    """

    scenario: Scenario
    seed: int
    intake: int
    people: People
    options: tuple[AnyOpportunity, ...]
    features: Mapping[str, Values]
    chance: Mapping[str, Values]
    """Facts behind the own chance: name -> (P,), NaN unknown."""
    eligible: NDArray[np.bool_]
    """(P, O) candidates: visible, not ruled out, retrieved."""
    open_questions: NDArray[np.int16]
    next_step: NDArray[np.int8]
    """(P, O) the higher, the sooner a measure may stand as next step; 0 never."""
    unlinked: NDArray[np.bool_]
    """(P, O) what is never proposed, for want of any link with the disability insurance."""
    kinds: NDArray[np.int8]
    types: NDArray[np.int8]
    providers: NDArray[np.int64]
    per_month: NDArray[np.int64]
    in_all: NDArray[np.int64]
    """(O,) each: position of the kind, of the type of measure (-1 none), provider, starts in a month and in all."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the options."""
        return tuple(option.id for option in self.options)

    @property
    def shape(self) -> tuple[int, int]:
        """(P, O)."""
        return self.eligible.shape[0], self.eligible.shape[1]

    @property
    def first(self) -> int:
        """Number of the first person."""
        return self.intake * self.scenario.people.count

    def own_chance(self, model: Model) -> Values:
        """(P,) each person's own chance as a model has it."""
        return np.array([self.own_chance_of(model, person) for person in range(self.shape[0])])

    def own_chance_of(self, model: Model, person: int) -> float:
        """One person's own chance as a model has it."""
        facts = {name: float(self.chance[name][person]) for name in _CHANCE}
        return model.own_chance({name: None if np.isnan(fact) else fact for name, fact in facts.items()})

    def served_features(self, model: Model) -> dict[str, Values]:
        """name -> (P, O): the features as that model is given them."""
        lock_in = self.features[LOCK_IN] * self.own_chance(model)[:, None]
        return {**self.features, LOCK_IN: np.asarray(lock_in)}

    def scores(self, model: Model) -> Values:
        """(P, O) points as the service scores them, minus infinity for what is not proposed."""
        features, chances = self.served_features(model), self.own_chance(model)
        scores = np.full(self.shape, -np.inf)
        for person, chance in enumerate(chances.tolist()):
            at = np.flatnonzero(self.eligible[person] & ~self.unlinked[person])
            scores[person, at] = score(
                {name: values[person, at] for name, values in features.items()},
                self.kinds[at],
                own_chance=chance,
                open_questions=self.open_questions[person, at],
                prices=np.zeros(len(at)),
                model=model,
            ).scores
        return scores


def begin_of(scenario: Scenario) -> datetime:
    """Eight o'clock, UTC, on the first day."""
    return datetime.combine(scenario.begin, time(8), tzinfo=UTC)


def build_world(scenario: Scenario, *, seed: int | None = None, intake: int = 0, cache: Path | None = None) -> World:
    """The world of an intake; the catalogue depends on the seed alone, the people on seed and intake.

    With a `cache` folder what the service computed is kept there and read again for the same people and catalogue.
    """
    seed = scenario.seed if seed is None else seed
    catalogue = make_options(scenario, np.random.default_rng([seed, 1]))
    people = make_people(scenario, np.random.default_rng([seed, 2, intake]), first=intake * scenario.people.count)
    version = f"{FORMAT}-{rules_version()}-{len(FEATURES)}"
    file = cache / f"world-{scenario.world_digest}-{seed}-{intake}-{version}.npz" if cache else None
    if file is not None and file.is_file():
        with np.load(file) as kept:
            arrays = dict(kept)
    else:
        arrays = _look_at_all(scenario, people, catalogue)
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            part = file.with_suffix(".part.npz")
            np.savez_compressed(part, allow_pickle=False, **arrays)
            part.replace(file)
    return World(
        scenario=scenario,
        seed=seed,
        intake=intake,
        people=people,
        options=catalogue.options,
        features=_named(arrays, "feature."),
        chance=_named(arrays, "chance."),
        per_month=catalogue.per_month,
        in_all=catalogue.in_all,
        **{name: arrays[name] for name in _KEPT},
    )


def _named(arrays: Mapping[str, NDArray[np.generic]], prefix: str) -> dict[str, Values]:
    """The arrays whose names begin with a prefix, without it."""
    return {
        name.removeprefix(prefix): np.asarray(values, dtype=np.float64)
        for name, values in arrays.items()
        if name.startswith(prefix)
    }


def _look_at_all(scenario: Scenario, people: People, catalogue: Catalogue) -> dict[str, NDArray[np.generic]]:
    at = begin_of(scenario)
    with TemporaryDirectory() as folder, closing(open_service(Settings(data_dir=Path(folder)))) as service:
        with service.workplace.database.begin(EVERYTHING) as connection:
            opportunities.upsert(connection, list(catalogue.options), source="own", at=at)
        live = service.workplace.live(at)
        rows = [live.snapshot.row_of(option.id) for option in catalogue.options]
        order = np.array([-1 if row is None else row for row in rows])
        shape = (len(people.profiles), len(order))
        arrays: dict[str, NDArray[np.generic]] = {
            "eligible": np.zeros(shape, dtype=np.bool_),
            "unlinked": np.zeros(shape, dtype=np.bool_),
            "open_questions": np.zeros(shape, dtype=np.int16),
            "next_step": np.zeros(shape, dtype=np.int8),
            "kinds": live.criteria.kind[order],
            "types": live.traits.type[order],
            "providers": live.traits.provider[order],
        }
        arrays |= {f"feature.{feature.name}": np.full(shape, np.nan) for feature in FEATURES}
        arrays |= {f"chance.{name}": np.full(shape[0], np.nan) for name in _CHANCE}
        place_of = np.full(len(live.snapshot.ids), -1)
        place_of[order] = np.arange(len(order))
        for person, profile in enumerate(people.profiles):
            seen = look_at(service.workplace, live, profile, viewer=LOCAL_VIEWER, at=at)
            _keep(arrays, live, seen, person, place_of[seen.candidates.rows])
    return arrays


def _keep(
    arrays: dict[str, NDArray[np.generic]], live: Live, seen: Situation, person: int, columns: NDArray[np.intp]
) -> None:
    """What is said of one person and their candidates, which stand in these columns."""
    arrays["eligible"][person, columns] = np.True_
    arrays["open_questions"][person, columns] = seen.assessment.open_questions[seen.candidates.rows]
    arrays["next_step"][person, columns] = next_step_order(live, seen)
    arrays["unlinked"][person, columns] = without_link(live, seen)
    for name, values in _features(live, seen).items():
        arrays[f"feature.{name}"][person, columns] = values
    for name, fact in chance_facts(RankedPerson.of(seen.person)).items():
        arrays[f"chance.{name}"][person] = np.float64(np.nan if fact is None else fact)


def _features(live: Live, seen: Situation) -> dict[str, Values]:
    """The features of the candidates, for an own chance of one."""
    rows = seen.candidates.rows
    return compute(
        Pairs(
            person=RankedPerson.of(seen.person),
            criteria=live.criteria.take(rows),
            traits=live.traits.take(rows),
            candidates=seen.candidates,
            head_start=in_head_start(live.publication.take(rows), seen.at),
            own_chance=1.0,
        )
    )
