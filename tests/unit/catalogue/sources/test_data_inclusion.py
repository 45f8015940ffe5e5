"""data·inclusion: kinds, needs, publics and areas; no contact person and no sex is ever read."""

from pathlib import Path
from typing import Any

import pytest

from matching.catalogue.pipeline import read_source
from matching.catalogue.sources.data_inclusion import SOURCE
from matching.domain.opportunity import Measure
from matching.domain.vocabulary.measures import MeasureCode, MeasureForm, MeasureType
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.standing import Status

FIXTURES = Path(__file__).parent / "fixtures"
SERVICE = {"id": "x--1", "structure_id": "x", "nom": "Service", "description": "Texte.", "date_maj": "2026-10-15"}


def converted(**changes: Any) -> Measure:
    item = SOURCE.convert({**SERVICE, **changes}).item
    assert isinstance(item, Measure)
    return item


def test_services_of_the_api() -> None:
    batch = read_source(SOURCE, FIXTURES / "data_inclusion.json")
    bicycle, online, car = (found.item for found in batch.accepted)
    assert isinstance(bicycle, Measure)
    assert bicycle.criteria.residence == ("FR-07", "FR-26-26198")
    assert bicycle.criteria.needs == (Barrier.MOBILITY,)
    assert set(bicycle.criteria.statuses) > {Status.PES_REGISTERED, Status.RSA}
    assert (bicycle.timing.min_weeks, bicycle.timing.max_weeks, bicycle.timing.hours_per_week) == (6, 6, 3.5)
    assert "Savoir lire un plan." in bicycle.description
    assert "payant – 10 € d'adhésion" in bicycle.description
    assert bicycle.procedure is not None
    assert bicycle.procedure.startswith("Demande par un professionnel qui l'accompagne ou la personne elle-même.")
    for private in ("Personne Exemple", "personne@example.org", "+33000000000", "rue de l'Exemple"):
        assert private not in bicycle.model_dump_json()
    assert isinstance(online, Measure)
    assert online.place is not None
    assert online.place.remote
    assert online.criteria.statuses == ()
    assert "femmes" in online.description
    assert online.criteria.residence == ()
    assert isinstance(car, Measure)
    assert (car.form, car.code, car.type) == (MeasureForm.ALLOWANCE, MeasureCode.FR_AID, MeasureType.ALLOWANCE)
    assert car.criteria.needs == ()  # one of its themes is open to anybody
    assert car.criteria.residence == ("FR-07",)
    assert [(each.line, each.field) for each in batch.warned] == [
        (2, "publics"),
        (2, "zone_eligibilite"),
        (3, "date_maj"),
        (3, "zone_eligibilite"),
    ]
    assert [(each.line, each.field, each.reason) for each in batch.rejected] == [(4, "nom", "valeur manquante")]


def test_a_table_with_the_same_columns_and_lost_zeros() -> None:
    course = read_source(SOURCE, FIXTURES / "data_inclusion.csv").accepted[0].item
    assert isinstance(course, Measure)
    assert course.type is MeasureType.LANGUAGE_COURSE
    assert course.place is not None
    assert (course.place.postcode, course.place.region, course.place.remote) == ("07200", "07", False)
    assert course.criteria.residence == ("FR-07-07019",)
    assert course.criteria.statuses == (Status.REFUGEE_OR_ASYLUM, Status.YOUTH)
    assert str(course.updated_on) == "2026-10-15"


@pytest.mark.parametrize(
    ("zones", "expected"),
    [
        (["france"], ("FR",)),
        (["99100"], ("FR",)),
        (["2A", "974"], ("FR-2A", "FR-974")),
        (["2b033"], ("FR-2B-2B033",)),
        (["99109"], ()),
        (["07", "rien"], ()),
        ([], ()),
    ],
)
def test_areas(zones: list[str], expected: tuple[str, ...]) -> None:
    assert converted(zone_eligibilite=zones).criteria.residence == expected


@pytest.mark.parametrize(
    ("publics", "expected"),
    [
        (["tous-publics"], ()),
        (["seniors"], (Status.SENIOR,)),
        (["residents-qpv-frr"], (Status.QPV_RESIDENT, Status.FRR_RESIDENT)),
        (["familles", "seniors"], ()),
        (["inconnu"], ()),
        (None, ()),
    ],
)
def test_publics(publics: list[str] | None, expected: tuple[Status, ...]) -> None:
    assert converted(publics=publics).criteria.statuses == expected


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ("famille--garde-denfants", (Barrier.FAMILY_CHILDCARE,)),
        ("remobilisation--lien-social", (Barrier.ISOLATION,)),
        ("remobilisation--bien-etre-confiance-en-soi", (Barrier.CONFIDENCE,)),
        ("sante--constituer-un-dossier-mdph-invalidite", (Barrier.DISABILITY, Barrier.HEALTH)),
        ("nouveau--theme", ()),
    ],
)
def test_themes(theme: str, expected: tuple[Barrier, ...]) -> None:
    assert converted(thematiques=[theme]).criteria.needs == expected


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("accompagnement", MeasureCode.FR_SUPPORT),
        ("formation", MeasureCode.FR_TRAINING),
        ("atelier", MeasureCode.FR_WORKSHOP),
        ("information", MeasureCode.FR_WORKSHOP),
        ("aide-financiere", MeasureCode.FR_AID),
        ("autre-chose", MeasureCode.OTHER),
        (None, MeasureCode.OTHER),
    ],
)
def test_types(kind: str | None, code: MeasureCode) -> None:
    assert converted(type=kind).code is code


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"latitude": 95, "longitude": 4}, "latitude"),
        ({"nombre_semaines": 0}, "nombre_semaines"),
        ({"volume_horaire_hebdomadaire": 200}, "volume_horaire_hebdomadaire"),
        ({"code_postal": "x"}, "code_postal"),
        ({"publics": "{"}, "publics"),
    ],
)
def test_values_out_of_limits_are_left_aside(changes: dict[str, Any], field: str) -> None:
    result = SOURCE.convert({**SERVICE, "type": "atelier", **changes})
    assert isinstance(result.item, Measure)
    assert {warning.field for warning in result.warnings} == {field}
