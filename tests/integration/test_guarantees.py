"""Payment guarantees in the store: who may do what, when a start is allowed, and what nobody else sees."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.need import Consent
from matching.domain.opportunity import opportunity_type
from matching.domain.plan import CaseLead
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import GuaranteeStatus
from matching.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from matching.settings import Settings
from matching.storage import opportunities, profiles
from matching.storage.agreements import GUARANTEES
from matching.storage.scope import EVERYTHING
from matching.use_cases.voice.consents import take_consents

S = GuaranteeStatus
MEASURE = {"kind": "measure", "form": "activity", "type": "employment_programme", "title": "Eingliederung"}
OPTIONS = [
    {**MEASURE, "id": "own:integration", "code": "ch_as_professional", "payer": "as_commune"},
    {**MEASURE, "id": "own:course", "code": "ac_course_coll", "payer": "ac"},
    {"kind": "vacancy", "id": "own:job", "title": "Stelle"},
]
ASSISTED: dict[str, Any] = {"unemployment": {"status": "none"}, "assistance": {"kind": "cantonal"}}
LUCERNE = {"country": "ch", "region": "LU"}
CONSENT: dict[str, Any] = {
    "to_institution": "social_commune",
    "purpose": "matching",
    "categories": ["unemployment_insurance"],
}
CONSENT |= {"given_at": "2026-10-01T09:00:00+02:00"}
PERIOD: dict[str, Any] = {"valid_from": date(2026, 12, 1), "valid_to": date(2027, 2, 28)}


def viewer(account: str, role: str, institution: str | None, *units: str) -> Viewer:
    return Viewer.model_validate({"account": account, "role": role, "institution": institution, "units": units})


SOCIAL = viewer("sophie", "social_worker", "social_commune", "lu")
ELSEWHERE = viewer("nora", "social_worker", "ssr", "ne")
COMMUNE = viewer("caisse", "payer", "social_commune", "lu-caisse")
COMMUNE_ELSEWHERE = viewer("kasse", "payer", "social_commune", "zh-caisse")
DISABILITY_OFFICE = viewer("oai", "payer", "oai", "lu-caisse")
OF_THE_PAYER = viewer("luc", "counsellor", "social_commune", "lu")
MANAGER = viewer("max", "programme_manager", "social_commune", "lu")


@pytest.fixture
def service(own_data: Path, at: datetime) -> Iterator[Service]:
    """A store with two people of two units, two measures and a posting."""
    opened = open_service(Settings(data_dir=own_data))
    people = [
        Profile.model_validate(
            {"id": "p-1", "unit": "lu", "insurances": ASSISTED, "residence": LUCERNE, "consents": [CONSENT]}
        ),
        Profile.model_validate({"id": "p-2", "unit": "ne", "insurances": ASSISTED}),
    ]
    for unit in ("lu", "lu-caisse", "zh-caisse"):
        canton = f"CH-{unit[:2].upper()}"
        opened.add_unit(unit, name=unit, institution="social_commune", territory=canton, viewer=opened.viewer(), at=at)
    with opened.workplace.database.begin(EVERYTHING) as connection:
        profiles.upsert(connection, people, at=at)
        options = [opportunity_type.validate_python(option) for option in OPTIONS]
        opportunities.upsert(connection, options, source="own", at=at)
    yield opened
    opened.close()


def asked(service: Service, at: datetime, who: Viewer = SOCIAL, **facts: Any) -> str:
    """The id of a request for p-1."""
    request: dict[str, Any] = {"payer": "social_commune", "opportunity": "own:integration", **PERIOD, **facts}
    return service.request_guarantee("p-1", viewer=who, at=at, **request).id


def test_asked_granted_and_begun(service: Service, at: datetime) -> None:
    id_ = asked(service, at, amount=4800, currency="CHF")
    granted = service.answer_guarantee(id_, S.GRANTED, viewer=COMMUNE, at=at, reason="Trois mois")
    assert (granted.word.status, granted.word.reason, granted.word.amount) == (S.GRANTED, "Trois mois", 4800)
    begun = service.activate_guarantee(id_, starts_on=date(2026, 12, 7), viewer=SOCIAL, at=at)
    assert (begun.word.status, begun.word.started_on) == (S.ACTIVE, date(2026, 12, 7))
    with service.workplace.database.read(EVERYTHING) as connection:
        history = GUARANTEES.history(connection, id_)
    assert [(entry.author, entry.word.status) for entry in history] == [
        ("sophie", S.REQUESTED), ("caisse", S.GRANTED), ("sophie", S.ACTIVE)
    ]  # fmt: skip


@pytest.mark.parametrize("who", [COMMUNE, MANAGER, LOCAL_VIEWER, viewer("o", "provider", "organiser", "lu")])
def test_only_those_who_accompany_the_person_ask(service: Service, at: datetime, who: Viewer) -> None:
    with pytest.raises((ForbiddenError, NotFoundError)):
        asked(service, at, who)
    assert service.guarantees(viewer=COMMUNE, at=at) == []


@pytest.mark.parametrize("who", [COMMUNE_ELSEWHERE, viewer("caisse", "payer", "social_commune"), DISABILITY_OFFICE])
def test_a_request_does_not_exist_for_a_payer_elsewhere(service: Service, at: datetime, who: Viewer) -> None:
    id_ = asked(service, at)
    assert service.guarantees(viewer=who, at=at) == []
    with pytest.raises(NotFoundError):
        service.answer_guarantee(id_, S.GRANTED, viewer=who, at=at)


def test_a_foreign_file_is_as_unknown_as_none(service: Service, at: datetime) -> None:
    refusals = []
    for profile in ("p-2", "p-9"):
        with pytest.raises(NotFoundError) as refusal:
            service.request_guarantee(
                profile, payer="social_commune", code="ch_as_professional", viewer=SOCIAL, at=at, **PERIOD
            )
        refusals.append(str(refusal.value).replace(profile, "ID"))
    assert len(set(refusals)) == 1


@pytest.mark.parametrize("status", [S.GRANTED, S.REFUSED])
@pytest.mark.parametrize("who", [MANAGER, LOCAL_VIEWER, viewer("s", "social_worker", "ssr", "lu")])
def test_nobody_but_the_paying_institution_answers(
    service: Service, at: datetime, who: Viewer, status: GuaranteeStatus
) -> None:
    id_ = asked(service, at)
    with pytest.raises(ForbiddenError, match="service social communal"):
        service.answer_guarantee(id_, status, viewer=who, at=at)
    assert [entry.word.status for entry in service.guarantees(viewer=COMMUNE, at=at)] == [S.REQUESTED]


def test_to_another_payer_and_another_unit_the_request_does_not_exist(service: Service, at: datetime) -> None:
    id_ = asked(service, at)
    refusals = []
    for who in (DISABILITY_OFFICE, ELSEWHERE):
        assert service.guarantees(viewer=who, at=at) == []
        for wanted in (id_, "guarantees-none"):
            with pytest.raises(NotFoundError) as refusal:
                service.answer_guarantee(wanted, S.GRANTED, viewer=who, at=at)
            refusals.append(str(refusal.value).replace(wanted, "ID"))
    assert len(set(refusals)) == 1
    with pytest.raises(NotFoundError):
        service.guarantees(viewer=ELSEWHERE, at=at, profile="p-1")


@pytest.mark.parametrize("status", sorted(set(S) - {S.GRANTED, S.REFUSED, S.REVOKED, S.EXHAUSTED}))
def test_the_payer_gives_no_word_but_its_own(service: Service, at: datetime, status: GuaranteeStatus) -> None:
    """Granted on the day of the start: the checks of a start refuse it, and no answer goes around them."""
    id_ = asked(service, at)
    service.answer_guarantee(id_, S.GRANTED, viewer=COMMUNE, at=at)
    with pytest.raises(InvalidInputError, match="accordée, refusée, épuisée, révoquée"):
        service.answer_guarantee(id_, status, viewer=COMMUNE, at=at)
    assert [entry.word.status for entry in service.guarantees(viewer=COMMUNE, at=at)] == [S.GRANTED]


def test_staff_of_the_paying_institution_may_answer_for_their_own_files(service: Service, at: datetime) -> None:
    refused = service.answer_guarantee(asked(service, at), S.REFUSED, viewer=OF_THE_PAYER, at=at, reason="Hors budget")
    assert refused.word.status is S.REFUSED


@pytest.mark.parametrize("words", [None, "", "  "])
def test_a_no_of_the_payer_says_why(service: Service, at: datetime, words: str | None) -> None:
    id_ = asked(service, at)
    with pytest.raises(InvalidInputError, match="dit pourquoi"):
        service.answer_guarantee(id_, S.REFUSED, viewer=COMMUNE, at=at, reason=words)
    granted = service.answer_guarantee(id_, S.GRANTED, viewer=COMMUNE, at=at, reason=words or None)
    assert granted.word.status is S.GRANTED
    with pytest.raises(InvalidInputError, match="dit pourquoi"):
        service.answer_guarantee(id_, S.REVOKED, viewer=COMMUNE, at=at, reason=words)
    assert [entry.word.status for entry in service.guarantees(viewer=COMMUNE, at=at)] == [S.GRANTED]


@pytest.mark.parametrize("steps", [(), (S.REFUSED,), (S.GRANTED, S.REVOKED)])
def test_no_start_without_a_guarantee_that_is_granted(
    service: Service, at: datetime, steps: tuple[GuaranteeStatus, ...]
) -> None:
    id_ = asked(service, at)
    for status in steps:
        service.answer_guarantee(id_, status, viewer=COMMUNE, at=at, reason="Hors budget")
    with pytest.raises(ConflictError, match="ne peut pas devenir en cours"):
        service.activate_guarantee(id_, starts_on=date(2026, 12, 7), viewer=SOCIAL, at=at)


@pytest.mark.parametrize("starts_on", [date(2026, 11, 30), date(2027, 3, 1)])
def test_no_start_outside_its_period(service: Service, at: datetime, starts_on: date) -> None:
    id_ = asked(service, at)
    service.answer_guarantee(id_, S.GRANTED, viewer=COMMUNE, at=at)
    with pytest.raises(ConflictError):
        service.activate_guarantee(id_, starts_on=starts_on, viewer=SOCIAL, at=at)
    for day in (PERIOD["valid_from"], PERIOD["valid_to"]):
        other = asked(service, at)
        service.answer_guarantee(other, S.GRANTED, viewer=COMMUNE, at=at)
        assert service.activate_guarantee(other, starts_on=day, viewer=SOCIAL, at=at).word.started_on == day


def test_the_guarantee_comes_before_the_start(service: Service, at: datetime) -> None:
    id_ = asked(service, at, valid_from=at.date() - timedelta(days=30))
    service.answer_guarantee(id_, S.GRANTED, viewer=COMMUNE, at=at)
    for day in (at.date() - timedelta(days=1), at.date()):
        with pytest.raises(ConflictError, match="précéder"):
            service.activate_guarantee(id_, starts_on=day, viewer=SOCIAL, at=at)
    tomorrow = at.date() + timedelta(days=1)
    assert service.activate_guarantee(id_, starts_on=tomorrow, viewer=SOCIAL, at=at).word.status is S.ACTIVE


def test_only_those_who_accompany_the_person_record_a_start(service: Service, at: datetime) -> None:
    id_ = asked(service, at)
    service.answer_guarantee(id_, S.GRANTED, viewer=COMMUNE, at=at)
    for who in (MANAGER, LOCAL_VIEWER):
        with pytest.raises(ForbiddenError):
            service.activate_guarantee(id_, starts_on=date(2026, 12, 7), viewer=who, at=at)
    with pytest.raises(NotFoundError):
        service.activate_guarantee(id_, starts_on=date(2026, 12, 7), viewer=ELSEWHERE, at=at)


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"payer": "orp", "opportunity": "own:course"}, "pas assurance-chômage"),
        ({"payer": "oai"}, "aide sociale, commune"),
        ({"payer": "oai", "opportunity": None, "code": "ac_tep"}, "pas assurance-chômage"),
    ],
)
def test_who_cannot_be_the_payer_is_not_asked(service: Service, at: datetime, facts: dict[str, Any], says: str) -> None:
    with pytest.raises(ConflictError, match=says):
        asked(service, at, **facts)


def test_a_payer_who_is_no_longer_the_right_one_lets_no_measure_start(service: Service, at: datetime) -> None:
    id_ = asked(service, at)
    service.answer_guarantee(id_, S.GRANTED, viewer=COMMUNE, at=at)
    left = {**ASSISTED, "assistance": {"kind": "none"}}
    person = Profile.model_validate({"id": "p-1", "unit": "lu", "insurances": left, "residence": LUCERNE})
    with service.workplace.database.begin(EVERYTHING) as connection:
        profiles.upsert(connection, [person], at=at)
    with pytest.raises(ConflictError, match="ne peut pas payer"):
        service.activate_guarantee(id_, starts_on=date(2026, 12, 7), viewer=SOCIAL, at=at)


def test_a_posting_is_as_unknown_as_no_option(service: Service, at: datetime) -> None:
    refusals = []
    for option in ("own:job", "own:none"):
        with pytest.raises(NotFoundError) as refusal:
            asked(service, at, opportunity=option)
        refusals.append(str(refusal.value).replace(option, "ID"))
    assert len(set(refusals)) == 1


@pytest.mark.parametrize(
    "facts",
    [
        {"payer": "nobody"},
        {"code": "ch_as_professional"},
        {"opportunity": None},
        {"valid_to": date(2026, 11, 30)},
        {"amount": 100},
        {"currency": "CHF"},
        {"amount": -1, "currency": "CHF"},
    ],
)
def test_what_is_no_request(service: Service, at: datetime, facts: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError):
        asked(service, at, **facts)
    assert service.guarantees(viewer=COMMUNE, at=at) == []


def test_it_expires_by_itself_and_is_listed_so(service: Service, at: datetime) -> None:
    id_ = asked(service, at)
    service.answer_guarantee(id_, S.GRANTED, viewer=COMMUNE, at=at)
    later = at.replace(year=2027, month=3, day=1)
    assert [entry.word.status for entry in service.guarantees(viewer=SOCIAL, at=later, profile="p-1")] == [S.EXPIRED]
    with pytest.raises(ConflictError, match="échue"):
        service.answer_guarantee(id_, S.REVOKED, viewer=COMMUNE, at=later)


def test_a_guarantee_follows_the_person_to_another_unit(service: Service, at: datetime) -> None:
    asked(service, at)
    moved = Profile.model_validate({"id": "p-1", "unit": "ne", "insurances": ASSISTED, "residence": LUCERNE})
    with service.workplace.database.begin(EVERYTHING) as connection:
        profiles.upsert(connection, [moved], at=at)
    assert service.guarantees(viewer=SOCIAL, at=at) == []
    assert [entry.subject for entry in service.guarantees(viewer=ELSEWHERE, at=at)] == ["p-1"]


def test_what_is_withheld_is_not_told_by_a_guarantee_either(service: Service, at: datetime) -> None:
    """An ORP adviser of the same unit, without consent, learns neither of the social assistance nor of its payer."""
    id_ = asked(service, at)
    adviser = viewer("anna", "counsellor", "orp", "lu")
    assert service.guarantees(viewer=adviser, at=at) == []
    with pytest.raises(NotFoundError):
        service.answer_guarantee(id_, S.GRANTED, viewer=adviser, at=at)


def test_a_consent_withdrawn_since_the_import_counts_for_guarantees_too(service: Service, at: datetime) -> None:
    """The file still bears the paper; what the person has said since is in the ledger."""
    id_, adviser = asked(service, at), viewer("anna", "counsellor", "orp", "lu")
    to_orp: dict[str, Any] = {**CONSENT, "to_institution": "orp", "categories": ["social_assistance"]}
    person = Profile.model_validate(
        {"id": "p-1", "unit": "lu", "insurances": ASSISTED, "residence": LUCERNE, "consents": [CONSENT, to_orp]}
    )
    with service.workplace.database.begin(EVERYTHING) as connection:
        profiles.upsert(connection, [person], at=at)
        take_consents(connection, [person], at=at)
    assert [entry.id for entry in service.guarantees(viewer=adviser, at=at, profile="p-1")] == [id_]
    service.withdraw_consent("p-1", to_institution=Institution.ORP, viewer=SOCIAL, at=at)
    later = at + timedelta(minutes=1)
    assert service.guarantees(viewer=adviser, at=later, profile="p-1") == []
    with pytest.raises(NotFoundError):
        service.answer_guarantee(id_, S.GRANTED, viewer=adviser, at=later)


def test_what_the_asker_may_no_longer_use_decides_no_payer(service: Service, at: datetime) -> None:
    """With the unemployment insurance withheld the table leaves it open as payer; with consent it is ruled out."""
    with pytest.raises(ConflictError):
        asked(service, at, payer="orp", opportunity="own:course")
    with service.workplace.database.begin(EVERYTHING) as connection:
        take_consents(connection, [Profile(id="p-1", unit="lu", consents=(Consent(**CONSENT),))], at=at)
    service.withdraw_consent("p-1", to_institution=Institution.SOCIAL_COMMUNE, viewer=SOCIAL, at=at)
    assert asked(service, at + timedelta(minutes=1), payer="orp", opportunity="own:course")


def test_why_not_says_what_is_on_file(service: Service, at: datetime) -> None:
    id_ = asked(service, at)
    service.set_lead(
        CaseLead.model_validate(
            {"profile": "p-1", "institution": "oai", "mandated_by": "social_commune", "power_of_attorney": True}
            | {"valid_from": at - timedelta(days=1)}
        ),
        viewer=SOCIAL,
        at=at,
    )

    def lines(person: str | Profile) -> dict[str, str]:
        answer = service.why_not(person, "own:integration", viewer=SOCIAL, at=at)
        return {line.code: line.text for line in answer.lines}

    assert "garantie demandée" in lines("p-1")["guarantee"]
    assert lines("p-1")["prescribers"] == "office AI"
    service.answer_guarantee(id_, S.GRANTED, viewer=COMMUNE, at=at)
    assert "garantie accordée" in lines("p-1")["guarantee"]
    with service.workplace.database.read(EVERYTHING) as connection:
        copy = profiles.get(connection, "p-1")
    handed_over = lines(copy)["guarantee"]
    assert "accordée" not in handed_over
    assert "office AI" not in handed_over
