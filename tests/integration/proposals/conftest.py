"""A small invented office on each engine, with one slate shown, and everybody who may have a word in a proposal."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.integration.proposals.people import LOCAL, SOCIAL
from tests.stores import MigratedStores

from matching.bootstrap import Service, open_service
from matching.domain.opportunity import opportunity_type
from matching.domain.profile import Profile
from matching.domain.proposal import Proposal
from matching.domain.vocabulary.process import Verb
from matching.retrieval.encoder import Encoder, open_encoder
from matching.settings import Settings
from matching.storage import opportunities, profiles
from matching.storage.ledger import Entry
from matching.storage.scope import EVERYTHING

MEASURE = {"kind": "measure", "form": "activity", "type": "employment_programme"}
OPTIONS: list[dict[str, Any]] = [
    MEASURE
    | {"id": "own:workshop", "title": "Atelier vélo", "code": "ch_as_professional", "payer": "as_commune"}
    | {"provider_id": "atelier-velo", "prescribers": ["social_commune"]},
    MEASURE | {"id": "own:course", "title": "Cours", "code": "ac_course_coll", "payer": "ac"},
    {
        "kind": "vacancy",
        "id": "own:job",
        "title": "Aide de cuisine",
        "provider_id": "restaurant",
        "publication": {
            "status": "published_public",
            "reporting_obligation": False,
            "public_display": True,
            "published_at": "2026-11-02T08:00:00+01:00",
        },
    },
    {"kind": "placement", "id": "own:place", "title": "Place sans payeur", "provider_id": "atelier-velo"},
]
ASSISTED: dict[str, Any] = {"unemployment": {"status": "none"}, "assistance": {"kind": "cantonal"}}
CONSENT: dict[str, Any] = {
    "to_institution": "social_commune",
    "purpose": "matching",
    "categories": ["unemployment_insurance", "health", "debt", "disability_insurance", "family"],
    "given_at": "2026-10-01T09:00:00+02:00",
}
PEOPLE: list[dict[str, Any]] = [
    {
        "id": "p-1",
        "unit": "lu",
        "consents": [CONSENT],
        "project": "Réparer des vélos, aider en cuisine",
        "objective": "job",
    },
    {"id": "p-2", "unit": "ne"},
]


@dataclass(frozen=True)
class Office:
    """A service, a moment, and the slate that was shown for p-1."""

    service: Service
    at: datetime
    slate: str

    @property
    def today(self) -> date:
        return self.at.date()

    def decided(self, option: str, verb: Verb = Verb.ACCEPT, **more: Any) -> Entry[Proposal]:
        """A decision of the social worker, with a reason that suits every kind of option."""
        reasons = {Verb.ACCEPT: ["client_wish"], Verb.REJECT: ["not_interested"], Verb.DEFER: []}[verb]
        told: dict[str, Any] = {"viewer": SOCIAL, "at": self.at, "reasons": reasons} | more
        return self.service.decide(self.slate, option, verb, **told)

    def agreed(self, option: str) -> Entry[Proposal]:
        """Accepted by the social worker and by the person."""
        return self.answered(self.decided(option), "accepted")

    def answered(self, entry: Entry[Proposal], said: Any, **more: Any) -> Entry[Proposal]:
        told: dict[str, Any] = {"viewer": SOCIAL, "at": self.at, "expected_version": entry.version} | more
        return self.service.answer(entry.id, said, **told)

    def later(self, days: int) -> datetime:
        return self.at + timedelta(days=days)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Encoder]:
    """What every office has alike: the encoder, and the snapshot of the same few options."""
    return tmp_path_factory.mktemp("snapshots"), open_encoder(Settings())


@pytest.fixture
def office(
    engine: str,
    tmp_path: Path,
    migrated_stores: MigratedStores,
    shared: tuple[Path, Encoder],
    at: datetime,
) -> Iterator[Office]:
    """The office on one engine, with a store of its own."""
    with migrated_stores.copy(engine, tmp_path) as url, office_at(url, shared, at) as opened:
        yield opened


@contextmanager
def office_at(url: str, shared: tuple[Path, Encoder], at: datetime) -> Iterator[Office]:
    """The office in the store of an address."""
    data_dir, encoder = shared
    settings = Settings(data_dir=data_dir, database_url=url, min_gain=-100)
    with closing(open_service(settings)) as opened:
        opened.workplace.encoder = encoder
        for unit in ("lu", "lu-caisse", "ne", "zh-caisse"):
            territory = f"CH-{unit[:2].upper()}"
            opened.add_unit(unit, name=unit, institution="social_commune", territory=territory, viewer=LOCAL, at=at)
        facts = {"insurances": ASSISTED, "residence": {"country": "ch", "region": "LU"}}
        with opened.workplace.database.begin(EVERYTHING) as connection:
            people = [Profile.model_validate(facts | person) for person in PEOPLE]
            profiles.upsert(connection, people, at=at)
            options = [opportunity_type.validate_python(option) for option in OPTIONS]
            opportunities.upsert(connection, options, source="own", at=at)
        slate = opened.recommend("p-1", viewer=SOCIAL, at=at)
        yield Office(opened, at, slate.id)
