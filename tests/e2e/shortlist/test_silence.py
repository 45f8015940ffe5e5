"""Whatever the units do and in whatever order: "none available" is never said while one of them is silent."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from tests.e2e.shortlist.conftest import COUNSELLORS, consent

from matching.bootstrap import Service
from matching.errors import ConflictError
from matching.storage import profiles, tables
from matching.storage.scope import EVERYTHING

BAKERY = "job_room:lau-vente-boulangerie"
PEOPLE = {account: f"p-{account}" for account in COUNSELLORS}
STEPS = ["searched", "searched", "searched", "none", "none", "propose", "withdraw", "hand_over"]
"""Searching most often, so that all units get there now and then."""

steps = st.lists(
    st.tuples(st.sampled_from(sorted(COUNSELLORS)), st.sampled_from(STEPS)),
    max_size=16,
)


@pytest.fixture
def crowd(offices: Service, at: datetime) -> Service:
    """In each office somebody who fits the posting and has consented."""
    with offices.workplace.database.begin(EVERYTHING) as connection:
        amelie = profiles.get(connection, "p01-amelie")
        twins = [
            amelie.model_copy(
                update={
                    "id": PEOPLE[account],
                    "unit": unit,
                    "consents": (*amelie.consents, consent(institution, at=at)),
                }
            )
            for account, (unit, institution) in COUNSELLORS.items()
        ]
        profiles.upsert(connection, twins, at=at)
    return offices


class Offices:
    """A plain account of what the units have done: silent, none, prepared or given; and whether none was told."""

    def __init__(self) -> None:
        self.state = dict.fromkeys(COUNSELLORS, "silent")
        self.told_none = False

    def may_say_none(self) -> bool:
        return set(self.state.values()) == {"none"} and not self.told_none


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(taken=steps)
def test_none_available_only_after_every_unit_has_searched(
    crowd: Service, at: datetime, taken: list[tuple[str, str]]
) -> None:
    with crowd.workplace.database.begin(EVERYTHING) as connection:  # each example begins where nobody has done anything
        connection.execute(delete(tables.shortlist_requests))
        connection.execute(delete(tables.dossiers))
    plain = Offices()
    dossiers: dict[str, str] = {}
    for who, step in taken:
        viewer = crowd.viewer(who)
        if step == "none":
            before = plain.may_say_none()
            try:
                crowd.none_available(BAKERY, viewer=viewer, at=at)
            except ConflictError:
                assert not before
            else:
                assert before
                plain.told_none = True
            continue
        try:
            _do(crowd, who, step, dossiers, at)
        except (ConflictError, KeyError):
            continue
        plain.state[who] = {"searched": "none", "propose": "prepared", "withdraw": "silent", "hand_over": "given"}[step]
    shown = crowd.shortlist(BAKERY, viewer=crowd.viewer("uc"), at=at).answer
    assert shown is not None
    assert shown.answered == (plain.told_none or "given" in plain.state.values())


def _do(service: Service, who: str, step: str, dossiers: dict[str, str], at: datetime) -> None:
    viewer = service.viewer(who)
    match step:
        case "searched":
            service.unit_searched(BAKERY, viewer=viewer, at=at)
        case "propose":
            dossiers[who] = service.prepare_dossier(BAKERY, PEOPLE[who], viewer=viewer, at=at).id
        case "withdraw":
            service.withdraw_dossier(dossiers[who], viewer=viewer, at=at)
        case "hand_over":
            service.hand_over(dossiers[who], viewer=viewer, at=at)
