"""The list: empty with its reason by default, people of one's own units only, never without consent, never written."""

from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import func, select
from tests.unit.use_cases.detection.invented_canton import (
    ADMINISTRATOR,
    AT,
    BOTH,
    COUNSELLOR,
    ON,
    conditions,
    consent,
    criteria,
    person,
)

from matching.bootstrap import Service
from matching.domain.detection import DetectionCriteria
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import Role
from matching.errors import ForbiddenError, InvalidInputError
from matching.storage import profiles
from matching.storage.scope import EVERYTHING
from matching.storage.tables import metadata
from matching.use_cases.detection.criteria_of_cantons import criteria_in_force
from matching.use_cases.detection.detect import Detection


def keep(office: Service, *people: Profile) -> None:
    with office.workplace.database.begin(EVERYTHING) as connection:
        profiles.upsert(connection, people, at=AT)


def fix(office: Service, *sets: DetectionCriteria) -> None:
    for each in sets:
        office.set_detection_criteria(each, viewer=ADMINISTRATOR, at=AT)


def look(office: Service, viewer: Viewer = COUNSELLOR, lang: str = "fr") -> Detection:
    found: Detection = office.detect(viewer=viewer, at=AT, lang=lang)
    return found


def test_nobody_is_detected_until_a_canton_has_set_its_criteria(office: Service) -> None:
    keep(office, person())
    found = look(office)
    assert found.people == ()
    assert found.empty_because == "Aucun critère cantonal, donc aucune base légale, n'est en vigueur ici le 18.11.2026."


def test_who_fits_stands_there_with_criterion_legal_basis_and_facts(office: Service) -> None:
    keep(office, person())
    fix(office, criteria())
    (found,) = look(office).people
    assert (found.profile, found.criterion, found.state) == ("p", "invented", "fits")
    assert found.legal_basis == "Loi inventée, art. 1"
    assert found.institutions == (Institution.ORP, Institution.SSR)
    assert found.facts == (
        "Habite dans le canton (XX).",
        "Sans emploi depuis 30 mois (critère : 24).",
        "Statut : aide sociale.",
    )
    assert found.unknown == ()
    assert look(office, lang="de").people[0].facts[1] == "Seit 30 Monaten ohne Arbeit (Kriterium: 24)."


@pytest.mark.parametrize(
    ("facts", "question"),
    [
        ({"months_without_work": None}, "Depuis combien de mois sans emploi (critère : 24) ?"),
        ({"insurances": {}}, "Un de ces statuts vaut-il : aide sociale ?"),
        ({"residence": None}, "La personne habite-t-elle dans le canton (XX) ?"),
    ],
)
def test_what_is_unknown_is_to_check_and_never_fits(office: Service, facts: dict[str, Any], question: str) -> None:
    keep(office, person(**facts))
    fix(office, criteria())
    (found,) = look(office).people
    assert (found.state, found.unknown) == ("to_check", (question,))


@pytest.mark.parametrize(
    "facts",
    [{"months_without_work": 23}, {"insurances": {"assistance": {"kind": "none"}}}, {"residence": {"country": "fr"}}],
)
def test_one_condition_that_does_not_hold_is_enough_to_leave_somebody_out(
    office: Service, facts: dict[str, Any]
) -> None:
    keep(office, person(**facts))
    fix(office, criteria())
    found = look(office)
    assert found.people == ()
    assert found.empty_because == "Aucun dossier regardé ne remplit un critère en vigueur le 18.11.2026."


def test_those_who_fit_come_before_those_to_check(office: Service) -> None:
    blank = person("a", months_without_work=None, insurances={}, residence=None)
    keep(office, blank, person("b", months_without_work=None), person("c"))
    fix(office, criteria())
    assert [(found.profile, found.state) for found in look(office).people] == [
        ("c", "fits"),
        ("b", "to_check"),
        ("a", "to_check"),
    ]


def test_foreign_units_do_not_exist(office: Service) -> None:
    keep(office, person("theirs", unit="v"), person("nobody", unit=None))
    fix(office, criteria())
    found = look(office)
    assert (found.people, found.files) == ((), 0)
    assert found.empty_because == "Aucun dossier dans les unités de ce compte."


@pytest.mark.parametrize(
    "consents",
    [
        (),
        (consent("orp"),),
        (consent("orp"), consent("oai")),
        (consent("orp"), consent("ssr", purpose="matching")),
        (consent("orp"), consent("ssr", withdrawn_at=AT)),
        (consent("orp"), consent("ssr", valid_to=AT)),
        (consent("orp"), consent("ssr", given_at=AT + timedelta(seconds=1))),
        (consent("orp"), consent("ssr", written=False)),
    ],
    ids=["none", "own only", "another", "other purpose", "withdrawn", "run out", "not yet", "not in writing"],
)
def test_without_consent_to_each_institution_a_file_is_not_looked_at(
    office: Service, consents: tuple[dict[str, Any], ...]
) -> None:
    keep(office, person(consents=consents))
    fix(office, criteria())
    found = look(office)
    assert (found.people, found.files, found.without_consent) == ((), 1, 1)
    assert found.empty_because == "Aucune personne n'a consenti à ce que chaque institution concernée regarde."


def test_a_withdrawal_counts_on_the_next_look(office: Service) -> None:
    keep(office, person())
    fix(office, criteria())
    assert look(office).people
    keep(office, person(consents=(consent("orp"), consent("ssr", withdrawn_at=AT))))
    assert not look(office).people


def test_a_fact_of_another_institution_is_unknown_without_consent_to_the_viewers(office: Service) -> None:
    keep(office, person(consents=(consent("ssr"),)))
    fix(office, criteria())
    (found,) = look(office).people
    assert (found.state, found.unknown) == ("to_check", ("Un de ces statuts vaut-il : aide sociale ?",))


def test_criteria_are_for_viewers_of_an_institution_they_concern(office: Service) -> None:
    keep(office, person(consents=(*BOTH, consent("oai"))))
    fix(office, conditions({"kind": "months_without_work", "at_least": 1}, institutions=("ssr", "oai")))
    found = look(office)
    assert (found.people, found.without_consent) == ((), 0)
    assert found.empty_because == "Aucun critère en vigueur le 18.11.2026 ne concerne l'institution de ce compte."
    of_ssr = COUNSELLOR.model_copy(update={"institution": Institution.SSR, "role": Role.SOCIAL_WORKER})
    assert len(look(office, of_ssr).people) == 1
    assert len(look(office, LOCAL_VIEWER).people) == 1


@pytest.mark.parametrize("role", [role for role in Role if role not in {"counsellor", "social_worker", "local"}])
def test_whoever_follows_nobody_gets_no_list(office: Service, role: Role) -> None:
    keep(office, person())
    fix(office, criteria())
    with pytest.raises(ForbiddenError):
        look(office, COUNSELLOR.model_copy(update={"role": role}))


@pytest.mark.parametrize("role", [role for role in Role if role not in {"administrator", "programme_manager", "local"}])
def test_who_may_not_set_criteria(office: Service, role: Role) -> None:
    with pytest.raises(ForbiddenError):
        office.set_detection_criteria(criteria(), viewer=COUNSELLOR.model_copy(update={"role": role}), at=AT)
    assert criteria_in_force(office.workplace, ON) == []


def test_looking_writes_nothing_but_that_somebody_looked(office: Service) -> None:
    keep(office, person(), person("q", consents=()))
    fix(office, criteria())
    before = rows(office)
    look(office)
    assert rows(office) == before | {"audit_entries": before["audit_entries"] + 1}


def rows(office: Service) -> dict[str, int]:
    with office.workplace.database.read(EVERYTHING) as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in metadata.sorted_tables
        }


FIRST = criteria(valid_from=date(2026, 1, 1), legal_basis="first")
SECOND = criteria(valid_from=date(2026, 7, 1), valid_to=date(2026, 12, 31), legal_basis="second")
THIRD = criteria(valid_from=date(2027, 7, 1), criteria=[], legal_basis="third")


@pytest.mark.parametrize("order", list(permutations([FIRST, SECOND, THIRD])))
def test_the_criteria_begun_last_count_alone(office: Service, order: tuple[DetectionCriteria, ...]) -> None:
    fix(office, *order)
    held = {
        day: [each.legal_basis for each in criteria_in_force(office.workplace, day)]
        for day in (date(2025, 12, 31), date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1))
    }
    assert list(held.values()) == [[], ["first"], ["second"], ["second"], []]
    assert criteria_in_force(office.workplace, date(2027, 8, 1)) == []


def test_setting_a_day_anew_is_a_new_version_and_other_cantons_stay(office: Service) -> None:
    fix(office, criteria(canton="YY", legal_basis="other"), criteria(), criteria(), criteria(legal_basis="corrected"))
    held = criteria_in_force(office.workplace, ON)
    assert [(each.canton, each.legal_basis) for each in held] == [("XX", "corrected"), ("YY", "other")]
    assert rows(office)["detection_criteria"] == 3


@pytest.mark.parametrize(
    ("changes", "mention"),
    [
        ({"valid_to": date(2025, 12, 31)}, "valid_to"),
        ({"criteria": [*criteria().criteria, *criteria().criteria]}, "invented"),
    ],
)
def test_criteria_that_contradict_themselves_are_refused(
    office: Service, changes: dict[str, Any], mention: str
) -> None:
    with pytest.raises(InvalidInputError, match=mention):
        fix(office, criteria(**changes))
    assert rows(office)["detection_criteria"] == 0
