"""Plans and case leads in the store: each side its own part, one lead at a time, the agreed objective counts."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.bootstrap import Service, open_service
from matching.domain.need import Consent
from matching.domain.plan import CaseLead
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import ConsentPurpose, DataCategory, Objective
from matching.domain.vocabulary.process import Role
from matching.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from matching.settings import Settings
from matching.storage import profiles
from matching.storage.agreements import PLANS
from matching.storage.idempotency import IdempotencyKey
from matching.storage.scope import EVERYTHING
from matching.use_cases.person_file import load_file
from matching.use_cases.voice.consents import take_consents


def viewer(account: str, role: str, institution: str | None, *units: str) -> Viewer:
    return Viewer.model_validate({"account": account, "role": role, "institution": institution, "units": units})


COUNSELLOR = viewer("carla", "counsellor", "uc", "u")
SOCIAL = viewer("sophie", "social_worker", "uc", "u")
ELSEWHERE = viewer("nora", "social_worker", "ssr", "v")


@pytest.fixture
def service(own_data: Path, at: datetime) -> Iterator[Service]:
    """A store with one person whose file says: job."""
    opened = open_service(Settings(data_dir=own_data))
    with opened.workplace.database.begin(EVERYTHING) as connection:
        profiles.upsert(connection, [Profile(id="p-1", unit="u", objective=Objective.JOB)], at=at)
    yield opened
    opened.close()


def three_parts(service: Service, at: datetime, objective: str = "training") -> None:
    service.write_part("p-1", "Chercher", viewer=COUNSELLOR, at=at, objective=objective, steps=["Garde", "Stage"])
    service.write_part("p-1", "Garde", viewer=SOCIAL, at=at)
    service.write_part("p-1", "Deux lettres", viewer=SOCIAL, at=at, of_person=True, dissent="Plutôt un emploi")


def test_each_side_writes_its_own_part_and_either_the_persons(service: Service, at: datetime) -> None:
    three_parts(service, at)
    plan = service.plan("p-1", viewer=COUNSELLOR, at=at).plan
    assert plan is not None
    assert {part.role: (part.text, part.recorded_by) for part in plan.parts} == {
        Role.COUNSELLOR: ("Chercher", "carla"),
        Role.SOCIAL_WORKER: ("Garde", "sophie"),
        None: ("Deux lettres", "sophie"),
    }
    assert plan.steps == ("Garde", "Stage")
    service.write_part("p-1", "Chercher encore", viewer=COUNSELLOR, at=at)
    service.write_part("p-1", "Trois lettres", viewer=COUNSELLOR, at=at, of_person=True)
    again = service.plan("p-1", viewer=COUNSELLOR, at=at).plan
    assert again is not None
    social, own = again.part_of(Role.SOCIAL_WORKER), again.part_of(None)
    assert (social and social.text, own and own.text, len(again.parts)) == ("Garde", "Trois lettres", 3)
    assert (again.objective, again.steps) == (plan.objective, plan.steps)


def test_the_day_of_review_is_agreed_with_the_plan_and_lies_ahead(service: Service, at: datetime) -> None:
    three_parts(service, at)
    ahead = (at + timedelta(days=90)).date()
    service.write_part("p-1", "Chercher", viewer=COUNSELLOR, at=at, review_on=ahead)
    assert service.agree_plan("p-1", viewer=SOCIAL, at=at).review_on == ahead
    assert service.write_part("p-1", "Garde", viewer=SOCIAL, at=at).review_on == ahead
    with pytest.raises(InvalidInputError, match="une revue du plan est à venir"):
        service.write_part("p-1", "x", viewer=SOCIAL, at=at, review_on=(at - timedelta(days=1)).date())
    (file,) = service.portfolio(viewer=SOCIAL, at=at).files
    assert (file.review_on, file.due_on, file.due) == (ahead, ahead, "review")
    later = service.portfolio(viewer=SOCIAL, at=at + timedelta(days=100))
    assert [row.group for row in later.counts if row.dimension == "review"] == ["overdue"]


@pytest.mark.parametrize(
    "who", [LOCAL_VIEWER, viewer("m", "programme_manager", "uc", "u"), viewer("p", "payer", "uc", "u")]
)
def test_other_roles_have_no_part(service: Service, at: datetime, who: Viewer) -> None:
    with pytest.raises(ForbiddenError):
        service.write_part("p-1", "x", viewer=who, at=at, objective="job")
    with pytest.raises(ForbiddenError):
        service.agree_plan("p-1", viewer=who, at=at)


def test_a_foreign_file_has_no_plan(service: Service, at: datetime) -> None:
    three_parts(service, at)
    for ask in (service.plan, service.agree_plan):
        with pytest.raises(NotFoundError):
            ask("p-1", viewer=ELSEWHERE, at=at)
    with pytest.raises(NotFoundError):
        service.write_part("p-1", "x", viewer=ELSEWHERE, at=at, objective="job")


def test_agreed_only_when_all_three_have_a_part(service: Service, at: datetime) -> None:
    with pytest.raises(ConflictError, match="pas de plan"):
        service.agree_plan("p-1", viewer=SOCIAL, at=at)
    service.write_part("p-1", "Chercher", viewer=COUNSELLOR, at=at, objective="training")
    with pytest.raises(ConflictError, match="assistant social, la personne"):
        service.agree_plan("p-1", viewer=COUNSELLOR, at=at)
    three_parts(service, at)
    assert service.agree_plan("p-1", viewer=SOCIAL, at=at).agreed_at == at
    assert service.plan("p-1", viewer=SOCIAL, at=at).notes == ()
    changed = service.write_part("p-1", "Autre chose", viewer=SOCIAL, at=at)
    assert changed.agreed_at is None
    assert service.plan("p-1", viewer=SOCIAL, at=at).notes != ()


@pytest.mark.parametrize("facts", [{}, {"objective": "riches"}, {"objective": "job", "steps": [""]}])
def test_what_is_no_first_part(service: Service, at: datetime, facts: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError):
        service.write_part("p-1", "x", viewer=SOCIAL, at=at, **facts)
    assert service.plan("p-1", viewer=SOCIAL, at=at).plan is None


def test_the_objective_last_agreed_counts_and_no_other(service: Service, at: datetime) -> None:
    def objective() -> Objective | None:
        return load_file(service.workplace, "p-1", COUNSELLOR).profile.objective

    three_parts(service, at)
    assert objective() is Objective.JOB
    service.agree_plan("p-1", viewer=SOCIAL, at=at)
    assert objective() is Objective.TRAINING
    service.write_part("p-1", "Changer", viewer=SOCIAL, at=at, objective="stabilisation")
    assert objective() is Objective.TRAINING
    service.agree_plan("p-1", viewer=SOCIAL, at=at)
    assert objective() is Objective.STABILISATION


def lead(at: datetime, institution: str = "uc", days: int = 0, until: int | None = None, **facts: Any) -> CaseLead:
    moments: dict[str, Any] = {"valid_from": at + timedelta(days=days)}
    moments |= {} if until is None else {"valid_to": at + timedelta(days=until)}
    base: dict[str, Any] = {"profile": "p-1", "institution": institution, "power_of_attorney": False}
    return CaseLead.model_validate({**base, **moments, **facts})


MANDATE: dict[str, Any] = {"mandated_by": "uc", "power_of_attorney": True}


def test_one_leads_at_a_time(service: Service, at: datetime) -> None:
    service.set_lead(lead(at, until=10), viewer=COUNSELLOR, at=at)
    for days, until in ((0, None), (9, None), (-5, 1), (-5, None), (3, 4)):
        with pytest.raises(ConflictError, match="mène déjà"):
            service.set_lead(lead(at, days=days, until=until), viewer=COUNSELLOR, at=at)
    service.set_lead(lead(at, days=10), viewer=COUNSELLOR, at=at)
    service.set_lead(lead(at, days=-3, until=0), viewer=COUNSELLOR, at=at)
    assert len(service.leads("p-1", viewer=SOCIAL, at=at)) == 3


def test_a_hand_over_ends_the_former_at_the_same_moment(service: Service, at: datetime) -> None:
    service.set_lead(lead(at), viewer=COUNSELLOR, at=at)
    service.hand_over_lead(lead(at, "oai", days=5, **MANDATE), viewer=COUNSELLOR, at=at)
    former, latter = service.leads("p-1", viewer=SOCIAL, at=at)
    assert former.valid_to == latter.valid_from == at + timedelta(days=5)


def test_nothing_to_hand_over(service: Service, at: datetime) -> None:
    with pytest.raises(ConflictError, match="rien à transmettre"):
        service.hand_over_lead(lead(at), viewer=COUNSELLOR, at=at)
    service.set_lead(lead(at, until=10), viewer=COUNSELLOR, at=at)
    service.set_lead(lead(at, days=10), viewer=COUNSELLOR, at=at)
    with pytest.raises(ConflictError, match="mène déjà"):
        service.hand_over_lead(lead(at, days=5), viewer=COUNSELLOR, at=at)
    assert [one.valid_to for one in service.leads("p-1", viewer=SOCIAL, at=at)] == [at + timedelta(days=10), None]


@pytest.mark.parametrize(
    "facts",
    [{}, {"mandated_by": "uc"}, {"power_of_attorney": True}, {"mandated_by": "csr", "power_of_attorney": True}],
)
def test_another_institution_leads_by_mandate_and_power_of_attorney_only(
    service: Service, at: datetime, facts: dict[str, Any]
) -> None:
    with pytest.raises((ConflictError, ForbiddenError)):
        service.set_lead(lead(at, "oai", **facts), viewer=COUNSELLOR, at=at)
    assert service.leads("p-1", viewer=SOCIAL, at=at) == []
    service.set_lead(lead(at, "oai", **MANDATE), viewer=COUNSELLOR, at=at)


def test_a_lead_that_tells_what_is_withheld_is_told_to_its_parties_only(service: Service, at: datetime) -> None:
    service.set_lead(lead(at, "oai", **MANDATE), viewer=COUNSELLOR, at=at)
    adviser = viewer("anna", "counsellor", "orp", "u")
    assert service.leads("p-1", viewer=adviser, at=at) == []
    assert service.plan("p-1", viewer=adviser, at=at).lead is None
    assert service.plan("p-1", viewer=SOCIAL, at=at).lead is not None


def test_refusals_tell_nobody_whether_a_lead_that_is_withheld_exists(service: Service, at: datetime) -> None:
    """The unit of the file is the joint unit's; whoever lacks consents tries to have a lead written down."""
    service.add_unit("u", name="Unité commune", institution="uc", territory="CH-VD", viewer=service.viewer(), at=at)
    adviser = viewer("anna", "counsellor", "orp", "u")
    tried = lead(at, "orp", days=3, **MANDATE)

    def refusals() -> list[str]:
        said = []
        for attempt in (service.set_lead, service.hand_over_lead):
            with pytest.raises(ForbiddenError) as refusal:
                attempt(tried, viewer=adviser, at=at)
            said.append(str(refusal.value))
        return said

    before = refusals()
    service.set_lead(lead(at, "oai", **MANDATE), viewer=COUNSELLOR, at=at)
    assert refusals() == before


def test_a_lead_is_no_longer_told_once_the_consent_is_withdrawn(service: Service, at: datetime) -> None:
    """The file still bears the paper; what the person has said since is in the ledger."""
    consent = Consent(
        to_institution=Institution.ORP,
        purpose=ConsentPurpose.MATCHING,
        categories=(DataCategory.DISABILITY_INSURANCE, DataCategory.SOCIAL_ASSISTANCE),
        given_at=at - timedelta(days=9),
    )
    with service.workplace.database.begin(EVERYTHING) as connection:
        file = Profile(id="p-1", unit="u", consents=(consent,))
        profiles.upsert(connection, [file], at=at)
        take_consents(connection, [file], at=at)
    service.set_lead(lead(at, "oai", **MANDATE), viewer=COUNSELLOR, at=at)
    adviser = viewer("anna", "counsellor", "orp", "u")
    assert len(service.leads("p-1", viewer=adviser, at=at)) == 1
    assert service.plan("p-1", viewer=adviser, at=at).lead is not None
    service.withdraw_consent("p-1", to_institution=Institution.ORP, viewer=SOCIAL, at=at)
    later = at + timedelta(minutes=1)
    assert service.leads("p-1", viewer=adviser, at=later) == []
    assert service.plan("p-1", viewer=adviser, at=later).lead is None


@pytest.mark.parametrize("who", [LOCAL_VIEWER, viewer("c", "counsellor", None, "u"), viewer("p", "payer", "uc", "u")])
def test_who_may_not_say_who_leads(service: Service, at: datetime, who: Viewer) -> None:
    with pytest.raises(ForbiddenError):
        service.set_lead(lead(at), viewer=who, at=at)
    with pytest.raises(NotFoundError):
        service.set_lead(lead(at, "ssr"), viewer=ELSEWHERE, at=at)


def test_a_lead_ends_after_it_begins(service: Service, at: datetime) -> None:
    with pytest.raises(InvalidInputError):
        service.set_lead(lead(at, until=0), viewer=COUNSELLOR, at=at)


def test_the_plan_says_that_the_sender_does_not_counsel_meanwhile(service: Service, at: datetime) -> None:
    service.set_lead(lead(at, "csr", **MANDATE), viewer=COUNSELLOR, at=at)
    shown = service.plan("p-1", viewer=SOCIAL, at=at)
    assert shown.lead is not None
    assert any("unité commune" in note and "ne conseille pas" in note for note in shown.notes)
    german = service.plan("p-1", viewer=SOCIAL, at=at, lang="de").notes
    assert any("berät in dieser Zeit nicht" in note for note in german)
    before = service.plan("p-1", viewer=SOCIAL, at=at - timedelta(days=1))
    assert (before.lead, before.notes) == (None, ())


periods = st.tuples(st.integers(0, 20), st.none() | st.integers(1, 20))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.booleans(), periods), max_size=8))
def test_whatever_is_tried_never_do_two_lead(
    service: Service, at: datetime, tries: list[tuple[bool, tuple[int, int | None]]]
) -> None:
    person = f"p-{uuid4().hex}"
    with service.workplace.database.begin(EVERYTHING) as connection:
        profiles.upsert(connection, [Profile(id=person, unit="u")], at=at)
    for hand_over, (days, lasting) in tries:
        wanted = lead(at, days=days, until=None if lasting is None else days + lasting, profile=person)
        try:
            (service.hand_over_lead if hand_over else service.set_lead)(wanted, viewer=COUNSELLOR, at=at)
        except ConflictError:
            continue
    leads = service.leads(person, viewer=SOCIAL, at=at)
    assert not any(one.overlaps(other) for one in leads for other in leads if one is not other)


def test_asked_twice_under_one_key_a_part_is_written_once(service: Service, at: datetime) -> None:
    part, agreed = (IdempotencyKey.of(name, {"text": "Chercher"}) for name in ("part", "agree"))
    for _ in range(2):
        service.write_part("p-1", "Chercher", viewer=COUNSELLOR, at=at, objective="job", once=part)
    service.write_part("p-1", "Garde", viewer=SOCIAL, at=at)
    service.write_part("p-1", "Deux lettres", viewer=SOCIAL, at=at, of_person=True)
    told = [service.agree_plan("p-1", viewer=COUNSELLOR, at=at, once=agreed) for _ in range(2)]
    assert told[0] == told[1]
    with service.workplace.database.read(EVERYTHING) as connection:
        (entry,) = PLANS.current(connection, subjects=["p-1"])
    assert entry.version == 4
