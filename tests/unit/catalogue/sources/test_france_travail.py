"""France Travail: the three shapes of its offers, and what happens to what cannot be read."""

from pathlib import Path
from typing import Any

import pytest

from matching.catalogue.pipeline import ImportBatch, read_source
from matching.catalogue.sources.france_travail import SOURCE
from matching.domain.opportunity import Vacancy
from matching.domain.vocabulary.catalogue import AssistanceEffect, ContractKind
from matching.domain.vocabulary.postings import PostingStatus
from matching.domain.vocabulary.situation import (
    EducationLevel,
    Language,
    LanguageLevel,
    LicenceCategory,
    Schedule,
    Strain,
)

FIXTURES = Path(__file__).parent / "fixtures"


def vacancies(batch: ImportBatch) -> dict[str, Vacancy]:
    return {found.item.id: found.item for found in batch.accepted if isinstance(found.item, Vacancy)}


def converted(**changes: Any) -> Vacancy:
    record = {
        "id": "1",
        "intitule": "Vendeuse",
        "lieuTravail": {"libelle": "07 - PRIVAS"},
        "typeContrat": "CDI",
        **changes,
    }
    item = SOURCE.convert(record).item
    assert isinstance(item, Vacancy)
    return item


def test_the_answer_of_the_api() -> None:
    batch = read_source(SOURCE, FIXTURES / "france_travail_api.json")
    assert batch.rejected == []
    offer = vacancies(batch)["france_travail:900AAAA"]
    assert offer.title == "Préparateur / Préparatrice de commandes"
    assert offer.contract is ContractKind.TEMPORARY_AGENCY
    assert offer.place is not None
    assert (offer.place.region, offer.place.postcode, offer.place.latitude) == ("07", "07200", 44.62)
    assert [(code.scheme, code.code) for code in offer.occupations] == [("rome", "N1103")]
    assert offer.criteria.licences == (LicenceCategory.B,)
    assert [(demand.language, demand.level) for demand in offer.criteria.languages] == [(Language.EN, LanguageLevel.A2)]
    assert offer.criteria.min_education is EducationLevel.VOCATIONAL
    assert offer.criteria.schedules == (Schedule.NIGHT,)
    assert offer.criteria.strains == (Strain.HEAVY_LIFTING, Strain.LONG_STANDING)
    assert offer.criteria.right_to_work
    skills = {skill.label: (skill.required, skill.code) for skill in offer.criteria.skills}
    assert skills["Préparer une commande"] == (True, "100001")
    assert skills["Permis C - Poids lourd"] == (False, None)
    assert (offer.timing.hours_per_week, offer.timing.workload_min_percent, offer.timing.min_weeks) == (28, 80, 13)
    assert offer.experience_years == 0.5
    assert offer.terms.assistance_effect is AssistanceEffect.CUMULATED_AT_FIRST
    assert offer.terms.opens_unemployment_rights is True
    assert offer.publication.status is PostingStatus.PUBLISHED_PUBLIC
    assert offer.publication.reporting_obligation is False
    assert str(offer.updated_on) == "2026-11-04"  # half past midnight in Paris
    assert [warning.field for warning in batch.warned] == ["langues"]


def test_nobody_to_contact_is_kept() -> None:
    offer = read_source(SOURCE, FIXTURES / "france_travail_api.json").accepted[0].item
    assert "Personne Exemple" not in offer.model_dump_json()
    assert "@" not in offer.model_dump_json()


def test_the_flat_table_with_lists_written_as_python() -> None:
    batch = read_source(SOURCE, FIXTURES / "france_travail_flat.csv")
    found = vacancies(batch)
    assert list(found) == ["france_travail:900BBBA", "france_travail:900BBBB", "france_travail:900BBBD"]
    seller = found["france_travail:900BBBA"]
    assert seller.provider is None
    assert seller.criteria.licences == (LicenceCategory.C,)
    assert [skill.required for skill in seller.criteria.skills] == [False, True]
    assert seller.criteria.schedules == (Schedule.SUNDAY,)
    assert seller.timing.hours_per_week == 7.5
    cleaner = found["france_travail:900BBBB"]
    assert cleaner.place is not None
    assert cleaner.place.latitude is None
    assert cleaner.place.longitude is None
    assert cleaner.experience_years is None  # only wished
    assert [(each.line, each.field, each.reason) for each in batch.rejected] == [
        (5, "id", "valeur manquante"),
        (6, "intitule", "valeur manquante"),
        (7, "id", "« france_travail:900BBBA » figure déjà à la ligne 2"),
    ]
    assert {warning.field for warning in batch.warned if warning.line == 8} == {
        "typeContrat",
        "dateCreation",
        "lieuTravail.codePostal",
        "competences",
        "nombrePostes",
    }


def test_the_short_table() -> None:
    batch = read_source(SOURCE, FIXTURES / "france_travail_short.csv")
    found = vacancies(batch)
    developer = found["france_travail:a1b2c3d4"]
    assert developer.title == "Développeur web"
    assert developer.provider is None
    assert developer.terms.pay is None
    assert developer.place is not None
    assert (developer.place.region, developer.place.municipality, developer.place.remote) == ("92", None, False)
    assert developer.occupations[0].code == "M1855"
    assert developer.timing.min_weeks == 52
    assert developer.description.endswith("Compétences citées : Concevoir une application web")
    apprentice = found["france_travail:a1b2c3d5"]
    assert apprentice.contract is ContractKind.APPRENTICESHIP
    assert apprentice.place is None
    assert apprentice.source_url is None
    assert [(each.line, each.field) for each in batch.rejected] == [(5, "hash_id")]


@pytest.mark.parametrize(
    ("changes", "contract"),
    [
        ({"typeContrat": "CDD"}, ContractKind.FIXED_TERM),
        ({"typeContrat": "SAI"}, ContractKind.FIXED_TERM),
        ({"typeContrat": "DIN"}, ContractKind.PERMANENT),
        ({"typeContrat": "DDI"}, ContractKind.CDDI),
        ({"typeContrat": "LIB"}, ContractKind.SELF_EMPLOYED),
        ({"typeContrat": "CDD", "natureContrat": "Cont. professionnalisation"}, ContractKind.APPRENTICESHIP),
        ({"typeContrat": "CDD", "natureContrat": "Insertion par l'activ.éco."}, ContractKind.CDDI),
        ({"typeContrat": "CDI", "alternance": True}, ContractKind.APPRENTICESHIP),
        ({"typeContrat": "CDD", "intitule": "ALTERNANCE - Vendeur"}, ContractKind.APPRENTICESHIP),
        ({"typeContrat": "CDI", "intitule": "Responsable de l'alternance"}, ContractKind.PERMANENT),
        ({"typeContrat": None}, None),
    ],
)
def test_contracts(changes: dict[str, Any], contract: ContractKind | None) -> None:
    assert converted(**changes).contract is contract


def test_a_self_employed_offer_claims_no_wage() -> None:
    terms = converted(typeContrat="LIB").terms
    assert (terms.paid, terms.assistance_effect, terms.opens_unemployment_rights) == (None, None, None)


@pytest.mark.parametrize(
    ("label", "years"),
    [("3 Mois", 0.25), ("2 An(s)", 2), ("1 An(s) - en vente", 1), ("Débutant accepté", 0), ("Expérience exigée", None)],
)
def test_experience(label: str, years: float | None) -> None:
    assert converted(experienceExige="E", experienceLibelle=label).experience_years == years


@pytest.mark.parametrize(
    ("told", "percent", "hours"),
    [
        ("35H Autre", 100, 35),
        ("39H Autre", 100, 39),
        ("temps partiel - 17H30", 50, 17.5),
        ("99H", None, None),
        ("", None, None),
    ],
)
def test_workload(told: str, percent: int | None, hours: float | None) -> None:
    timing = converted(dureeTravailLibelle=told).timing
    assert (timing.workload_min_percent, timing.hours_per_week) == (percent, hours)


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ({"commune": "2A004"}, "2A"),
        ({"codePostal": "20600"}, "2B"),
        ({"commune": "97105"}, "971"),
        ({"libelle": "France"}, None),
        ({"libelle": "69 - Lyon 3e Arrondissement"}, "69"),
    ],
)
def test_french_places(place: dict[str, str], region: str | None) -> None:
    found = converted(lieuTravail=place).place
    assert found is not None
    assert found.region == region


def test_long_texts_are_cut_with_a_warning() -> None:
    result = SOURCE.convert({"id": "1", "intitule": "T" * 400, "description": "d" * 30_000, "typeContrat": "CDI"})
    assert isinstance(result.item, Vacancy)
    assert len(result.item.title) == 300
    assert len(result.item.description) <= 20_000
    assert {warning.field for warning in result.warnings} == {"intitule", "description"}


def test_lists_that_would_run_code_or_hang_are_left_aside() -> None:
    for trap in ("__import__('os')", "[" * 50_000, "[" + "-" * 90_000 + "1]", "[{'a': 1}" * 40_000, "[1+1]"):
        assert converted(competences=trap).criteria.skills == ()
