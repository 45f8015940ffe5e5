"""Job-Room: what decides who may see a posting is read strictly, everything else forgivingly."""

from pathlib import Path
from typing import Any

import pytest

from matching.catalogue.pipeline import read_source
from matching.catalogue.sources.job_room import SOURCE
from matching.domain.opportunity import Vacancy
from matching.domain.vocabulary.catalogue import ContractKind
from matching.domain.vocabulary.postings import PostingStatus
from matching.domain.vocabulary.situation import Language, LanguageLevel, Schedule, Strain

FIXTURE = Path(__file__).parent / "fixtures" / "job_room.json"


def posting(**changes: Any) -> dict[str, Any]:
    content = {"jobDescriptions": [{"languageIsoCode": "fr", "title": "Aide", "description": "Texte."}]}
    return {"id": "a-1", "status": "PUBLISHED_PUBLIC", "jobContent": content | changes.pop("content", {}), **changes}


def converted(**changes: Any) -> Vacancy:
    item = SOURCE.convert(posting(**changes)).item
    assert isinstance(item, Vacancy)
    return item


def test_the_answer_of_a_search() -> None:
    batch = read_source(SOURCE, FIXTURE)
    assert batch.rejected == []
    first, second, third = (found.item for found in batch.accepted)
    assert isinstance(first, Vacancy)
    assert (first.title, first.language) == ("Aide de cuisine", "fr")
    assert first.publication.status is PostingStatus.PUBLISHED_RESTRICTED
    assert str(first.publication.reporting_obligation_end) == "2026-11-27"
    assert first.publication.published_at is not None
    assert first.publication.published_at.isoformat() == "2026-11-19T23:00:00+00:00"  # midnight in Zurich
    assert (first.publication.office_canton, first.publication.job_centre) == ("VD", "VDA12")
    assert first.publication.company_anonymous is True
    assert [code.code for code in first.occupations] == ["94120", "512"]
    assert {code.scheme for code in first.occupations} == {"ch_isco"}
    assert [(each.language, each.level) for each in first.criteria.languages] == [(Language.FR, LanguageLevel.B1)]
    assert first.criteria.strains == (Strain.HEAVY_LIFTING,)
    assert first.criteria.schedules == (Schedule.SUNDAY,)
    assert (first.timing.workload_min_percent, first.timing.workload_max_percent) == (60, 80)
    assert (first.timing.rolling, [str(day) for day in first.timing.starts_on]) == (False, ["2027-01-11"])
    assert first.positions == 2
    assert first.place is not None
    assert (first.place.longitude, first.place.latitude) == (6.588, 46.537)
    assert "Personne" not in first.model_dump_json()
    assert isinstance(second, Vacancy)
    assert second.publication.status is PostingStatus.ARCHIVED
    assert (second.language, second.contract, second.timing.rolling) == ("it", ContractKind.FIXED_TERM, True)
    assert second.criteria.strains == (Strain.HEAVY_LIFTING,)
    assert isinstance(third, Vacancy)
    assert third.publication.status is None
    assert third.place is None


@pytest.mark.parametrize("status", [*PostingStatus, "ARCHIVE"])
def test_every_status_is_known(status: str) -> None:
    assert converted(status=status.upper()).publication.status is not None


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "OPEN"},
        {"status": None},
        {"status": ["PUBLISHED_PUBLIC"]},
        {"status": 7},
        {"reportingObligation": "peut-être"},
        {"reportingObligationEndDate": "27 novembre"},
        {"reportingObligationEndDate": {"date": "2026-11-27"}},
    ],
)
def test_what_cannot_be_read_about_visibility_hides_the_posting(changes: dict[str, Any]) -> None:
    assert converted(**changes).publication.status is None


def test_an_anonymous_employer_stays_hidden_when_the_mark_cannot_be_read() -> None:
    assert converted(publication={"companyAnonymous": "?"}).publication.company_anonymous is True
    assert converted(publication={}).publication.company_anonymous is None


def test_the_canton_of_the_office_comes_before_that_of_the_place() -> None:
    content = {"location": {"cantonCode": "FR", "city": "Bulle"}}
    assert converted(content=content, jobCenterCode="VDA12").publication.office_canton == "VD"
    assert converted(content=content).publication.office_canton == "FR"
    assert converted(content=content, jobCenterCode="XXA12").publication.office_canton == "FR"
    assert converted(content=content, jobCenterCode="a b").publication.job_centre is None


@pytest.mark.parametrize(
    ("told", "title"),
    [(["de", "it"], "de"), (["it", "en"], "it"), (["de", "FR"], "FR"), (["rm", "en"], "en"), (["rm"], "rm")],
)
def test_order_of_languages(told: list[str], title: str) -> None:
    descriptions = [{"languageIsoCode": code, "title": code, "description": "x"} for code in told]
    assert converted(content={"jobDescriptions": descriptions}).title == title


@pytest.mark.parametrize(
    ("level", "expected"),
    [("BASIC", "a2"), ("INTERMEDIATE", "b1"), ("PROFICIENT", "c1"), ("NONE", None), ("GOOD", None)],
)
def test_language_levels(level: str, expected: str | None) -> None:
    skills = [{"languageIsoCode": "DE", "spokenLevel": level}]
    found = converted(content={"languageSkills": skills}).criteria.languages
    assert [demand.level for demand in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("location", "field"),
    [
        ({"cantonCode": "VD", "postalCode": "?"}, "jobContent.location.postalCode"),
        ({"countryIsoCode": "CH", "cantonCode": "XX"}, "jobContent.location.cantonCode"),
        ({"cantonCode": "VD", "coordinates": {"lat": 146, "lon": 6}}, "jobContent.location.coordinates.lat"),
        ({"countryIsoCode": "LI"}, "jobContent.location.countryIsoCode"),
    ],
)
def test_places_that_cannot_be_read_are_warned_of(location: dict[str, Any], field: str) -> None:
    result = SOURCE.convert(posting(content={"location": location}))
    assert isinstance(result.item, Vacancy)
    assert [warning.field for warning in result.warnings] == [field]


def test_a_description_beyond_the_limit_of_the_platform_is_kept_and_said() -> None:
    long = [{"languageIsoCode": "fr", "title": "Aide", "description": "d" * 12_001}]
    result = SOURCE.convert(posting(content={"jobDescriptions": long}))
    assert isinstance(result.item, Vacancy)
    assert len(result.item.description) == 12_001
    assert [warning.reason for warning in result.warnings] == ["description de plus de 12000 caractères"]


def test_without_title_or_id_it_is_refused() -> None:
    assert [found.field for found in SOURCE.convert(posting(content={"jobDescriptions": []})).problems] == [
        "jobContent.jobDescriptions"
    ]
    assert [found.field for found in SOURCE.convert(posting(id=None)).problems] == ["id"]


def test_a_contract_of_a_few_days_is_fixed_term_and_dates_give_its_length() -> None:
    days = {"startDate": "2027-01-04", "endDate": "2027-01-17", "permanent": True, "shortEmployment": True}
    found = converted(content={"employment": days})
    assert found.contract is ContractKind.FIXED_TERM
    assert (found.timing.min_weeks, found.timing.max_weeks) == (2, 2)


@pytest.mark.parametrize(
    ("title", "permanent", "contract"),
    [
        ("Apprentissage de gestionnaire du commerce de détail CFC, août 2027", False, ContractKind.APPRENTICESHIP),
        ("Apprenti·e cuisine AFP", False, ContractKind.APPRENTICESHIP),
        ("Place d'apprentissage : logistique", None, ContractKind.APPRENTICESHIP),
        ("Lehrstelle Kauffrau oder Kaufmann EFZ", False, ContractKind.APPRENTICESHIP),
        ("Lernende Fachperson Gesundheit", False, ContractKind.APPRENTICESHIP),
        ("Apprendista falegname", False, ContractKind.APPRENTICESHIP),
        ("Apprentissage de gestionnaire", True, ContractKind.PERMANENT),
        ("Cuisinière CFC, remplacement", False, ContractKind.FIXED_TERM),
        ("Responsable des apprentis", False, ContractKind.FIXED_TERM),
        ("Préapprentissage en horticulture", False, ContractKind.FIXED_TERM),
        ("Aide", None, None),
    ],
)
def test_an_apprenticeship_is_told_by_its_title(title: str, *, permanent: bool | None, contract: ContractKind) -> None:
    descriptions = [{"languageIsoCode": "fr", "title": title, "description": "Texte."}]
    found = converted(content={"jobDescriptions": descriptions, "employment": {"permanent": permanent}})
    assert found.contract is contract
