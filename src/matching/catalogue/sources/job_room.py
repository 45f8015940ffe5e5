"""Postings of Job-Room, the platform of the Swiss public employment service, some of them seen by its staff alone."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from matching.catalogue.conversion import option
from matching.catalogue.demands import find_least_pace, find_licences, find_schedules, find_strains
from matching.catalogue.files import read_rows
from matching.catalogue.french_places import departement
from matching.catalogue.postings import clean_title, job_terms, present, provider_key, web_link
from matching.catalogue.reading import Reading
from matching.catalogue.rows import Row
from matching.catalogue.source import Converted, Source
from matching.contracts.reasons import unknown_code
from matching.domain.vocabulary.catalogue import ContractKind
from matching.domain.vocabulary.postings import PostingStatus, VacancySource
from matching.domain.vocabulary.situation import Country, Language, LanguageLevel, Schedule
from matching.places.names import CANTONS

_ZURICH = ZoneInfo("Europe/Zurich")
_MAX_DESCRIPTION = 12_000  # characters; Source: create API of Job-Room
_TEXT = 20_000
_LANGUAGE_ORDER = ("fr", "de", "it", "en")

_APPRENTICE_TITLE = re.compile(
    r"^\W*(?:apprenti(?:ssage|[·.\-/(]?e\b)?|lernende[rn]?|lehrling|apprendista|apprendistato)\b|"
    r"\b(?:place d['’]apprentissage|lehrstelle|posto di (?:apprendistato|tirocinio))\b",
    re.IGNORECASE,
)

_STATUS = {status.value.upper(): status for status in PostingStatus} | {"ARCHIVE": PostingStatus.ARCHIVED}
_LEVELS = {"BASIC": LanguageLevel.A2, "INTERMEDIATE": LanguageLevel.B1, "PROFICIENT": LanguageLevel.C1}
_LANGUAGES = {language.value: language for language in Language} | {
    "de-ch": Language.GSW,
    "ch-de": Language.GSW,
    "als": Language.GSW,
}
_EXPERIENCE = {"LESS_THAN_1_YEAR": 0.0, "MORE_THAN_1_YEAR": 1.0, "MORE_THAN_3_YEARS": 3.0}
_WORK_FORMS = {"NIGHT_WORK": Schedule.NIGHT, "SUNDAY_AND_PUBLIC_HOLIDAYS": Schedule.SUNDAY}

_NAMES = {
    "id": "id",
    "title": "jobContent.jobDescriptions",
    "description": "jobContent.jobDescriptions",
    "provider": "jobContent.company.name",
    "occupations": "jobContent.occupations",
    "place.region": "jobContent.location.cantonCode",
    "place.municipality": "jobContent.location.city",
}


def read(path: Path) -> Iterable[Row]:
    """Rows of a list of `{"jobAdvertisement": {...}}`, of `{"jobAdvertisements": [...]}`, or of bare postings."""
    return read_rows(path, items=_postings)


def convert(record: dict[str, Any]) -> Converted:
    """The vacancy a posting stands for."""
    reading = _reading(record)
    return option(_vacancy(reading), reading, _NAMES)


def id_of(record: dict[str, Any]) -> str | None:
    """The id of the vacancy a posting stands for."""
    return _id(_reading(record))


def _reading(record: dict[str, Any]) -> Reading:
    inner = record.get("jobAdvertisement")
    return Reading(inner if isinstance(inner, dict) else record, _ZURICH)


def _id(reading: Reading) -> str | None:
    number = reading.line("id")
    return f"job_room:{number}" if number else None


def _postings(document: Any) -> list[Any]:
    if isinstance(document, list):
        return document
    for key in ("jobAdvertisements", "content", "items"):
        if key in document:
            return list(document[key])
    if "jobAdvertisement" in document or "jobContent" in document:
        return [document]
    raise KeyError("jobAdvertisements")


def _vacancy(reading: Reading) -> dict[str, Any]:
    text = _described(reading)
    title, description = text.line("title"), text.text("description", _TEXT)
    if description and len(description) > _MAX_DESCRIPTION:
        reading.warn("jobContent.jobDescriptions", f"description de plus de {_MAX_DESCRIPTION} caractères")
    reading.warnings.extend(text.warnings)
    company = reading.line("jobContent.company.name")
    contract = _contract(reading, title or "")
    workload = present(
        workload_min_percent=reading.whole("jobContent.employment.workloadPercentageMin", 0, 100),
        workload_max_percent=reading.whole("jobContent.employment.workloadPercentageMax", 0, 100),
    )
    opened, closed = reading.day("publication.startDate"), reading.day("publication.endDate")
    language = text.line("languageIsoCode")
    return present(
        kind="vacancy",
        source=VacancySource.JOB_ROOM,
        id=_id(reading),
        title=clean_title(title) if title else None,
        description=description,
        language=language.casefold() if language and language.casefold() in _LANGUAGE_ORDER else None,
        provider=company,
        provider_id=provider_key(company),
        place=_place(reading),
        occupations=_occupations(reading),
        criteria=_criteria(reading, description or ""),
        timing={**_timing(reading), **workload},
        terms=job_terms(Country.CH, contract, None),
        contract=contract,
        publication=_publication(reading),
        positions=reading.whole("jobContent.numberOfJobs", 1, 10_000),
        experience_years=_experience(reading),
        valid_from=opened.isoformat() if opened else None,
        valid_to=closed.isoformat() if closed else None,
        source_url=web_link(reading.line("jobContent.externalUrl", 3_000)),
    )


def _described(reading: Reading) -> Reading:
    """The description in the first of French, German, Italian and English that has a title."""
    written = [Reading(entry, _ZURICH) for entry in reading.objects("jobContent.jobDescriptions")]
    titled = [entry for entry in written if entry.value("title") is not None]

    def order(entry: Reading) -> int:
        language = str(entry.value("languageIsoCode") or "").casefold()
        return _LANGUAGE_ORDER.index(language) if language in _LANGUAGE_ORDER else len(_LANGUAGE_ORDER)

    return min(titled or written, key=order, default=Reading({}, _ZURICH))


def _publication(reading: Reading) -> dict[str, Any]:
    """What decides who may see the posting; where it cannot be read nobody sees it: the status stays unknown."""
    told = reading.line("status")
    status = _STATUS.get((told or "").upper())
    if told and status is None:
        known = [name for name in _STATUS if name != "ARCHIVE"]
        reading.warn("status", f"{unknown_code(told, known)} : l'annonce reste cachée")
    end = reading.day("reportingObligationEndDate")
    obligation = reading.flag("reportingObligation")
    unread = (reading.value("reportingObligationEndDate") is not None and end is None) or (
        reading.value("reportingObligation") is not None and obligation is None
    )
    if unread and status is not None:
        reading.warn("reportingObligation", "obligation d'annonce illisible : l'annonce reste cachée")
        status = None
    published = reading.moment("publication.startDate")
    anonymous = reading.flag("publication.companyAnonymous")
    if anonymous is None and reading.value("publication.companyAnonymous") is not None:
        anonymous = True  # told, but not readable: the employer stays hidden
    centre = reading.line("jobCenterCode", 160)
    if centre and not (centre.isascii() and centre.isalnum()):
        reading.warn("jobCenterCode", f"« {centre[:20]} » n'est pas un code d'office : laissé de côté")
        centre = None
    return present(
        status=status,
        reporting_obligation=obligation,
        reporting_obligation_end=end.isoformat() if end else None,
        published_at=published.isoformat() if published else None,
        office_canton=_canton(centre and centre[:2]) or _canton(reading.line("jobContent.location.cantonCode")),
        job_centre=centre,
        public_display=reading.flag("publication.publicDisplay"),
        company_anonymous=anonymous,
    )


def _canton(code: str | None) -> str | None:
    return code.upper() if code and code.upper() in CANTONS else None


def _criteria(reading: Reading, description: str) -> dict[str, Any]:
    forms = reading.texts("jobContent.employment.workForms")
    schedules = {*find_schedules(description), *(_WORK_FORMS[form] for form in forms if form in _WORK_FORMS)}
    languages, skills = _languages(reading)
    return present(
        right_to_work=True,
        schedules=[schedule for schedule in Schedule if schedule in schedules],
        strains=find_strains(description),
        licences=find_licences(description),
        min_work_pace_percent=find_least_pace(description),
        languages=languages,
        skills=skills,
    )


def _languages(reading: Reading) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Languages demanded, by the spoken level (else the written one); unlisted ones stay as skills."""
    demanded: dict[Language, dict[str, Any]] = {}
    skills: list[dict[str, Any]] = []
    path = "jobContent.languageSkills"
    for entry in reading.objects(path):
        told = Reading(entry, _ZURICH)
        code = (told.line("languageIsoCode") or "").casefold()
        names = [(told.line(field) or "NONE").upper() for field in ("spokenLevel", "writtenLevel")]
        strange = next((name for name in names if name != "NONE" and name not in _LEVELS), None)
        if strange:
            reading.warn(path, unknown_code(strange, ["NONE", *_LEVELS]))
        level = next((_LEVELS[name] for name in names if name in _LEVELS), None)
        if level is None or not code:
            continue
        if code in _LANGUAGES:
            demanded[_LANGUAGES[code]] = {"language": _LANGUAGES[code], "level": level}
        else:
            skills.append({"label": f"{code[:20]} (langue, {level.fr})", "required": True})
            reading.warn(path, f"langue hors de la liste « {code[:20]} » : gardée comme compétence demandée")
    return list(demanded.values()), skills


def _occupations(reading: Reading) -> list[dict[str, Any]]:
    codes: dict[str, None] = {}
    for entry in reading.objects("jobContent.occupations"):
        told = Reading(entry, _ZURICH)
        code = told.line("chIsco5Code", 20) or told.line("chIsco3Code", 20)
        if code and code.isascii() and code.isdigit():
            codes[code] = None
        elif code:
            reading.warn("jobContent.occupations", f"« {code} » n'est pas un code CH-ISCO : laissé de côté")
    return [{"scheme": "ch_isco", "code": code} for code in codes]


def _experience(reading: Reading) -> float | None:
    told = (str(entry.get("workExperience")) for entry in reading.objects("jobContent.occupations"))
    return min((_EXPERIENCE[name] for name in told if name in _EXPERIENCE), default=None)


def _contract(reading: Reading, title: str) -> ContractKind | None:
    """The contract as told; one that is not permanent and bears an apprenticeship in its title is one.

    A certificate alone (CFC, AFP, EFZ) does not tell: it is asked of skilled staff. A preparatory year is none.
    """
    if reading.flag("jobContent.employment.permanent") is not True and _APPRENTICE_TITLE.search(title):
        return ContractKind.APPRENTICESHIP
    if reading.flag("jobContent.employment.shortEmployment"):
        return ContractKind.FIXED_TERM
    permanent = reading.flag("jobContent.employment.permanent")
    if permanent is None:
        return None
    return ContractKind.PERMANENT if permanent else ContractKind.FIXED_TERM


def _timing(reading: Reading) -> dict[str, Any]:
    start, end = (reading.day(f"jobContent.employment.{name}Date") for name in ("start", "end"))
    at_once = reading.flag("jobContent.employment.immediately")
    weeks = -(-((end - start).days + 1) // 7) if start and end and start <= end else None
    if weeks is not None and weeks > 520:
        weeks = None
    return present(
        rolling=bool(at_once),
        starts_on=[start.isoformat()] if start and not at_once else [],
        min_weeks=weeks,
        max_weeks=weeks,
    )


def _place(reading: Reading) -> dict[str, Any] | None:
    path = "jobContent.location"
    if not isinstance(reading.value(path), Mapping):
        return None
    told, canton = reading.line(f"{path}.countryIsoCode"), reading.line(f"{path}.cantonCode")
    country = (told or ("CH" if _canton(canton) else "")).upper()
    if country not in {"CH", "FR"}:
        reading.warn(f"{path}.countryIsoCode", f"pays « {country[:10]} » hors de la liste : lieu laissé de côté")
        return None
    if canton and country == "CH" and not _canton(canton):
        reading.warn(f"{path}.cantonCode", f"« {canton[:10]} » n'est pas un canton : laissé de côté")
    postcode = reading.line(f"{path}.postalCode", 20)
    if postcode and not (postcode.isascii() and postcode.isdigit() and len(postcode) in {4, 5}):
        reading.warn(f"{path}.postalCode", f"« {postcode} » n'est pas un code postal : laissé de côté")
        postcode = None
    coordinates = reading.coordinates(f"{path}.coordinates.lat", f"{path}.coordinates.lon")
    return present(
        country=country.casefold(),
        region=_canton(canton) if country == "CH" else departement(postcode),
        municipality=reading.line(f"{path}.city"),
        postcode=postcode,
        **coordinates,
    )


SOURCE = Source(
    name="job_room",
    description="Annonces de Job-Room (SECO), y compris celles à accès restreint",
    kind="options",
    read=read,
    convert=convert,
    id_of=id_of,
)
