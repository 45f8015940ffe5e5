"""Insertion clauses: hours of public contracts as jobs, their publics, and no person named."""

from datetime import date
from pathlib import Path
from typing import Any

from matching.catalogue.pipeline import read_source
from matching.catalogue.sources.insertion_clauses import SOURCE
from matching.domain.opportunity import Vacancy
from matching.domain.vocabulary.catalogue import CapacityStatus, ContractKind, SiaeKind
from matching.domain.vocabulary.postings import PostingStatus, VacancySource
from matching.domain.vocabulary.situation import Country, Strain
from matching.domain.vocabulary.standing import Status

FILE = Path(__file__).parent / "fixtures" / "insertion_clauses.csv"


def converted(**record: Any) -> Vacancy:
    item = SOURCE.convert({"id": "1", "poste": "Manœuvre", "marche": "Parc", **record}).item
    assert isinstance(item, Vacancy)
    return item


def test_the_hours_of_a_lot_become_a_job() -> None:
    batch = read_source(SOURCE, FILE)
    job, full, bare = (found.item for found in batch.accepted)
    assert isinstance(job, Vacancy)
    assert (job.id, job.title, job.source) == (
        "insertion_clauses:ecole-l4",
        "Aide plaquiste",
        VacancySource.INSERTION_CLAUSE,
    )
    assert (job.provider, job.siae_kind, job.contract) == (
        "Intérim Solidaire Exemple",
        SiaeKind.ETTI,
        ContractKind.TEMPORARY_AGENCY,
    )
    assert job.clause is not None
    assert job.clause.model_dump() == {
        "market": "Rénovation de l'école des Tilleuls",
        "lot": "Lot 4, plâtrerie",
        "hours_reserved": 1200,
        "hours_done": 300,
        "facilitator": "Maison de l'emploi Exemple",
        "contractor": "Bâtir Exemple SAS",
    }
    assert job.clause.hours_left == 900
    assert job.place is not None
    assert (job.place.country, job.place.region, job.place.municipality) == (Country.FR, "54", "Nancy")
    assert job.occupations[0].code == "F1611"
    assert job.criteria.statuses == (Status.RSA, Status.DETLD, Status.YOUTH)
    assert job.criteria.strains == (Strain.HEAVY_LIFTING,)
    assert (job.timing.hours_per_week, job.timing.workload_min_percent) == (35, 100)
    assert (job.timing.starts_on, job.valid_to) == ((date(2026, 9, 1),), date(2027, 3, 31))
    assert job.publication.status is PostingStatus.PUBLISHED_PUBLIC
    assert job.capacity.status is CapacityStatus.OPEN
    assert isinstance(full, Vacancy)
    assert (full.capacity.status, full.contract) == (CapacityStatus.FULL, ContractKind.CDDI)
    assert isinstance(bare, Vacancy)
    assert bare.clause is not None
    assert (bare.capacity.status, bare.clause.hours_left) == (CapacityStatus.UNKNOWN, None)
    assert bare.place is not None
    assert (bare.place.region, bare.place.postcode) == ("07", "07200")
    assert (bare.siae_kind, bare.timing.hours_per_week, bare.criteria.statuses) == (None, None, ())
    assert [(each.line, each.field) for each in batch.warned] == [
        (3, "publics"),
        (4, "heures_semaine"),
        (4, "type_structure"),
        (4, "publics"),
    ]
    assert [(each.line, each.field, each.reason) for each in batch.rejected] == [(5, "marche", "valeur manquante")]


def test_hours_done_reach_those_reserved_and_the_place_is_full() -> None:
    by_hours = {
        (100, 99): CapacityStatus.OPEN,
        (100, 100): CapacityStatus.FULL,
        (100, 130): CapacityStatus.FULL,
        (100, None): CapacityStatus.UNKNOWN,
        (None, 0): CapacityStatus.UNKNOWN,
    }
    for (reserved, done), status in by_hours.items():
        job = converted(heures_reservees=reserved, heures_realisees=done)
        assert job.capacity.status is status
        assert job.clause is not None
        assert job.clause.hours_left in {None, 0, 1}


def test_a_public_that_is_not_known_leaves_all_of_them_aside() -> None:
    result = SOURCE.convert({"id": "1", "poste": "M", "marche": "P", "publics": "rsa|habitants du quartier"})
    assert isinstance(result.item, Vacancy)
    assert result.item.criteria.statuses == ()
    assert [found.field for found in result.warnings] == ["publics"]


def test_columns_that_are_not_ours_are_said_and_never_kept() -> None:
    result = SOURCE.convert({"id": "1", "poste": "M", "marche": "P", "nom_du_salarie": "Personne Exemple"})
    assert result.unknown == ("nom_du_salarie",)
    assert isinstance(result.item, Vacancy)
    assert "Personne Exemple" not in result.item.model_dump_json()
