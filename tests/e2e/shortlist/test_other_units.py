"""A shortlist says nothing that changes with another unit's files, whatever is written, prepared or withdrawn there."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from tests.e2e.shortlist.conftest import COUNSELLORS, change, consent

from matching.bootstrap import Service
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.reasons import RejectReason
from matching.errors import ConflictError, MatchingError
from matching.storage import profiles, tables
from matching.storage.scope import EVERYTHING

BAKERY = "job_room:lau-vente-boulangerie"
OPTIONS = (BAKERY, "job_room:lau-vente-textile", "own:vd-mip-vente")
READER, OTHERS = "renens", ("uc", "lausanne")
PEOPLE = [(account, f"p-{account}-{number}") for account in OTHERS for number in range(3)]

FACTS: Mapping[str, dict[str, Any]] = MappingProxyType(
    {
        "without registration": {"pes_registration": None},
        "without facts": {"birth_date": None, "languages": {}, "permit": None, "skills": {}, "occupations": ()},
        "hardly available": {"availability": {"percent": 10}},
        "without consents": {"consents": ()},
        "moved away": {"residence": {"country": "fr", "region": "54"}},
    }
)
STEPS = ("propose", "propose", "withdraw", "refuse", "opt out", *FACTS)

steps = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(STEPS), st.sampled_from(OPTIONS)), max_size=12)


def answers(service: Service, at: datetime) -> list[str]:
    """All that a counsellor reads of these options, now and a week on; what is due; why none may be said yet."""
    reader = service.viewer(READER)
    told = []
    for then in (at, at + timedelta(days=7)):
        told += [service.shortlist(option, viewer=reader, at=then).model_dump_json() for option in OPTIONS]
        told += [due.model_dump_json() for due in service.postings_due(viewer=reader, at=then)]
    with pytest.raises(ConflictError) as refusal:
        service.none_available(BAKERY, viewer=reader, at=at)
    return [*told, str(refusal.value)]


class Others:
    """Two offices with people like the reader's own, and what happens to their files."""

    def __init__(self, service: Service, at: datetime) -> None:
        self.service, self.at = service, at
        self.dossiers: dict[str, list[str]] = {account: [] for account in OTHERS}
        with service.workplace.database.begin(EVERYTHING) as connection:
            for table in (tables.shortlist_requests, tables.dossiers, tables.refusals, tables.ranking_choices):
                connection.execute(delete(table))
            amelie = profiles.get(connection, "p01-amelie")
            profiles.upsert(connection, [self._twin(amelie, *person) for person in PEOPLE], at=at)

    def _twin(self, amelie: Profile, account: str, id_: str) -> Profile:
        unit, institution = COUNSELLORS[account]
        consents = (*amelie.consents, consent(institution, at=self.at))
        return amelie.model_copy(update={"id": id_, "unit": unit, "consents": consents})

    def do(self, account: str, person: str, step: str, option: str) -> None:
        viewer = self.service.viewer(account)
        if step in FACTS:
            validated = Profile.model_validate({"id": person, **FACTS[step]})
            change(self.service, person, self.at, **{name: getattr(validated, name) for name in FACTS[step]})
        else:
            self._acts[step](viewer, person, option)

    @property
    def _acts(self) -> Mapping[str, Callable[[Viewer, str, str], None]]:
        return {"propose": self._propose, "withdraw": self._withdraw, "refuse": self._refuse, "opt out": self._opt_out}

    def _propose(self, viewer: Viewer, person: str, option: str) -> None:
        prepared = self.service.prepare_dossier(option, person, viewer=viewer, at=self.at)
        self.dossiers[viewer.account].append(prepared.id)

    def _withdraw(self, viewer: Viewer, _: str, __: str) -> None:
        self.service.withdraw_dossier(self.dossiers[viewer.account].pop(), viewer=viewer, at=self.at)

    def _refuse(self, viewer: Viewer, person: str, option: str) -> None:
        self.service.refuse_option(person, option, reason=RejectReason.NOT_INTERESTED, viewer=viewer, at=self.at)

    def _opt_out(self, viewer: Viewer, person: str, _: str) -> None:
        self.service.choose_ranking(person, ranked=False, viewer=viewer, at=self.at)


@pytest.fixture
def before(offices: Service, at: datetime) -> list[str]:
    """What the reader is told while the other offices have no such people at all."""
    return answers(offices, at)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(taken=steps)
def test_nothing_that_other_units_write_changes_what_a_unit_reads(
    offices: Service, before: list[str], at: datetime, taken: list[tuple[tuple[str, str], str, str]]
) -> None:
    others = Others(offices, at)
    for (account, person), step, option in taken:
        try:
            others.do(account, person, step, option)
        except (MatchingError, IndexError):
            continue
    assert answers(offices, at) == before


def test_ones_own_files_do_change_it(offices: Service, before: list[str], at: datetime) -> None:
    """Else the test above would say nothing."""
    with offices.workplace.database.begin(EVERYTHING) as connection:
        amelie = profiles.get(connection, "p01-amelie")
        profiles.upsert(connection, [amelie.model_copy(update={"id": "p-own", "unit": "vd-orp-renens"})], at=at)
    now = answers(offices, at)
    assert [then == told for then, told in zip(before[:3], now[:3], strict=True)] == [False] * 3
