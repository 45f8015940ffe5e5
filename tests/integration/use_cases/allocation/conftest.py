"""An invented office on each engine: eight people who would all have the same two places."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import pytest
from tests.stores import MigratedStores

from matching.bootstrap import Service, open_service
from matching.domain.opportunity import opportunity_type
from matching.domain.price_list import PriceList
from matching.domain.profile import Profile
from matching.domain.recommendation import Card, Recommendation
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import Role
from matching.retrieval.encoder import Encoder, open_encoder
from matching.settings import Settings
from matching.storage import opportunities, profiles
from matching.storage.scope import EVERYTHING

NIGHT = datetime.fromisoformat("2026-11-18T21:00:00+01:00")
MORNING = NIGHT + timedelta(hours=12)
MANAGER = Viewer(account="max", role=Role.PROGRAMME_MANAGER)

_ACTIVITY: dict[str, Any] = {
    "kind": "measure",
    "form": "activity",
    "language": "fr",
    "payer": "as_canton",
    "objectives": ["job"],
    "timing": {"rolling": True},
}
_COACHING = _ACTIVITY | {"type": "coaching", "criteria": {"needs": ["digital"]}}
_PUBLIC = {
    "status": "published_public",
    "reporting_obligation": False,
    "public_display": True,
    "published_at": "2026-11-02T08:00:00+01:00",
}
RESTRICTED = {
    "status": "published_restricted",
    "reporting_obligation": True,
    "reporting_obligation_end": "2026-12-04",
    "published_at": "2026-11-18T08:00:00+01:00",
    "office_canton": "NE",
}
OPTIONS: list[dict[str, Any]] = [
    _COACHING | {"id": "own:scarce", "title": "Atelier numérique", "capacity": {"status": "open", "free_places": 1}},
    _COACHING | {"id": "own:waiting", "title": "Cours attendu", "capacity": {"status": "waiting_list"}},
    _COACHING | {"id": "own:uncounted", "title": "Cours sans nombre de places"},
    {"kind": "vacancy", "id": "own:job", "title": "Aide de cuisine", "publication": _PUBLIC},
    {"kind": "vacancy", "id": "own:secret", "title": "Aide de cuisine de nuit", "publication": RESTRICTED},
]
NEED: dict[str, Any] = {
    "barrier": "digital",
    "level": "low",
    "confirmed": True,
    "author": "assistante sociale",
    "stated_on": "2026-10-01",
}


def person(number: int, **facts: Any) -> Profile:
    """One of the eight: the higher the number, the longer without work."""
    known: dict[str, Any] = {
        "id": f"personne-{number}",
        "unit": "ne",
        "objective": "job",
        "project": "Aider en cuisine",
        "months_without_work": 6 + 3 * number,
        "insurances": {"assistance": {"kind": "cantonal"}},
        "needs": [NEED],
    }
    return Profile.model_validate(known | facts)


@dataclass(frozen=True)
class Office:
    """A service over the store, and what is asked of it again and again."""

    service: Service

    def night(self, at: datetime = NIGHT, viewer: Viewer = MANAGER) -> PriceList:
        return self.service.allocate(viewer=viewer, at=at)

    def prices(self, **told: Any) -> dict[str, float]:
        return {price.opportunity: price.points for price in self.night(**told).prices}

    def slate(self, number: int = 7, at: datetime = MORNING) -> Recommendation:
        return self.service.recommend(f"personne-{number}", viewer=LOCAL_VIEWER, at=at)

    def paid(self, number: int, option: str, at: datetime = MORNING) -> float | None:
        """What is taken off an option for somebody, shown to them or not."""
        said = self.service.why_not(f"personne-{number}", option, viewer=LOCAL_VIEWER, at=at)
        return next((-line.points for line in said.contributions if line.feature == "price"), None)

    def keep(self, *people: Profile) -> None:
        with self.service.workplace.database.begin(EVERYTHING) as connection:
            profiles.upsert(connection, people, at=NIGHT)


class OpenOffice(Protocol):
    def __call__(self, **settings: Any) -> Office: ...


def cards(slate: Recommendation) -> dict[str, Card]:
    return {card.opportunity: card for card in slate.cards}


def price_line(card: Card) -> float | None:
    return next((line.points for line in card.contributions if line.feature == "price"), None)


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Encoder]:
    """What every office has alike: the encoder, and the snapshot of the same few options."""
    return tmp_path_factory.mktemp("snapshots"), open_encoder(Settings())


@pytest.fixture
def open_office(
    engine: str, tmp_path: Path, migrated_stores: MigratedStores, read_once: tuple[Path, Encoder]
) -> Iterator[OpenOffice]:
    """Opens services with some settings over one store, with one proposal for each place unless they say otherwise."""
    data_dir, encoder = read_once
    with ExitStack() as opened, migrated_stores.copy(engine, tmp_path) as url:
        kept: list[Office] = []

        def open_one(**settings: Any) -> Office:
            told = {"proposals_per_place": 1, "proposals_per_person": 5, "price_share": 1} | settings
            service = opened.enter_context(closing(open_service(Settings(data_dir=data_dir, database_url=url, **told))))
            service.workplace.encoder = encoder
            kept.append(Office(service))
            if len(kept) == 1:
                with service.workplace.database.begin(EVERYTHING) as connection:
                    options = [opportunity_type.validate_python(option) for option in OPTIONS]
                    opportunities.upsert(connection, options, source="own", at=NIGHT)
                of = {"institution": "social_commune", "territory": "CH-NE"}
                service.add_unit("ne", name="ne", viewer=LOCAL_VIEWER, at=NIGHT, **of)  # type: ignore[arg-type]
                kept[0].keep(*[person(number) for number in range(8)])
            return kept[-1]

        yield open_one


@pytest.fixture
def office(open_office: OpenOffice) -> Office:
    return open_office()
