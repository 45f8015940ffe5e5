"""Insertion clauses of public contracts: hours reserved in a lot, as their facilitators keep them. Our own table."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from matching.catalogue.conversion import option
from matching.catalogue.demands import find_schedules, find_strains
from matching.catalogue.files import read_rows
from matching.catalogue.french_offers import FULL_TIME_HOURS
from matching.catalogue.french_places import place_by_columns
from matching.catalogue.postings import clean_title, job_terms, present, provider_key
from matching.catalogue.reading import Reading
from matching.catalogue.rows import Row
from matching.catalogue.source import Converted, Source
from matching.contracts.rows import Finding
from matching.domain.vocabulary.catalogue import CapacityStatus, ContractKind, SiaeKind
from matching.domain.vocabulary.postings import PostingStatus, VacancySource
from matching.domain.vocabulary.situation import Country
from matching.domain.vocabulary.standing import Status
from matching.places.names import name_key

_PARIS = ZoneInfo("Europe/Paris")
_TEXT = 20_000
_MOST_HOURS = 10_000_000

_NAMES = {
    "id": "id",
    "title": "poste",
    "description": "description",
    "clause.market": "marche",
    "clause.lot": "lot",
    "clause.facilitator": "facilitateur",
    "clause.contractor": "titulaire",
    "provider": "employeur",
    "place.region": "code_insee",
    "place.postcode": "code_postal",
    "place.municipality": "commune",
    "occupations": "rome",
}
_COLUMNS = frozenset(
    (
        *("id", "poste", "description", "marche", "lot", "heures_reservees", "heures_realisees", "facilitateur"),
        *("titulaire", "employeur", "type_structure", "commune", "code_insee", "code_postal", "latitude", "longitude"),
        *("rome", "contrat", "heures_semaine", "publics", "debut", "fin", "mise_a_jour"),
    )
)
_CONTRACTS = {
    "cdi": ContractKind.PERMANENT,
    "cdd": ContractKind.FIXED_TERM,
    "cddi": ContractKind.CDDI,
    "mission": ContractKind.TEMPORARY_AGENCY,
    "interim": ContractKind.TEMPORARY_AGENCY,
    "alternance": ContractKind.APPRENTICESHIP,
}
_STRUCTURES = {"ai": SiaeKind.AI} | {kind.value: kind for kind in SiaeKind if kind is not SiaeKind.AI}


def read(path: Path) -> Iterable[Row]:
    """Rows of a table with the columns of `docs/sources.md`."""
    return read_rows(path)


def convert(record: dict[str, Any]) -> Converted:
    """The vacancy that the hours of a lot stand for; without a market it is refused."""
    reading = Reading(record, _PARIS)
    if reading.line("marche") is None:
        return Converted(None, problems=(Finding("marche", "valeur manquante"),))
    converted = option(_vacancy(reading), reading, _NAMES)
    unknown = tuple(column for column in record if isinstance(column, str) and column not in _COLUMNS)
    return Converted(converted.item, converted.warnings, converted.problems, unknown)


def id_of(record: dict[str, Any]) -> str | None:
    """The id of the vacancy that a row stands for."""
    return _id(Reading(record, _PARIS))


def _id(reading: Reading) -> str | None:
    number = reading.line("id")
    return f"insertion_clauses:{number}" if number else None


def _vacancy(reading: Reading) -> dict[str, Any]:
    title, employer = reading.line("poste"), reading.line("employeur")
    description = reading.text("description", _TEXT) or ""
    contract = _listed(reading, "contrat", _CONTRACTS)
    reserved, done = (reading.whole(f"heures_{which}", 0, _MOST_HOURS) for which in ("reservees", "realisees"))
    hours = reading.number("heures_semaine", 0, 80)
    starts, ends, updated = (reading.day(column) for column in ("debut", "fin", "mise_a_jour"))
    rome = reading.line("rome", 20)
    return present(
        kind="vacancy",
        source=VacancySource.INSERTION_CLAUSE,
        id=_id(reading),
        title=clean_title(title) if title else None,
        description=description,
        language="fr",
        provider=employer,
        provider_id=provider_key(employer),
        siae_kind=_listed(reading, "type_structure", _STRUCTURES),
        contract=contract,
        clause=present(
            market=reading.line("marche"),
            lot=reading.line("lot"),
            hours_reserved=reserved,
            hours_done=done,
            facilitator=reading.line("facilitateur"),
            contractor=reading.line("titulaire"),
        ),
        place=place_by_columns(reading),
        occupations=[{"scheme": "rome", "code": rome.upper()}] if rome else [],
        criteria=present(
            right_to_work=True,
            statuses=_publics(reading),
            schedules=find_schedules(description),
            strains=find_strains(description),
        ),
        capacity=present(status=_capacity(reserved, done), as_of=updated.isoformat() if updated else None),
        timing=present(
            rolling=True,  # hours remain to be done at any time until the lot ends
            starts_on=[starts.isoformat()] if starts else None,
            hours_per_week=hours,
            workload_min_percent=_share(hours),
            workload_max_percent=_share(hours),
        ),
        terms=job_terms(Country.FR, contract, None),
        publication=present(status=PostingStatus.PUBLISHED_PUBLIC, reporting_obligation=False, public_display=True),
        valid_to=ends.isoformat() if ends else None,
        updated_on=updated.isoformat() if updated else None,
    )


def _capacity(reserved: int | None, done: int | None) -> CapacityStatus:
    if reserved is None or done is None:
        return CapacityStatus.UNKNOWN
    return CapacityStatus.OPEN if done < reserved else CapacityStatus.FULL


def _share(hours: float | None) -> int | None:
    return None if hours is None else min(100, int(hours * 100 / FULL_TIME_HOURS))


def _listed(reading: Reading, column: str, known: dict[str, Any]) -> Any:
    told = reading.line(column, 60)
    if told is None:
        return None
    found = known.get(name_key(told))
    if found is None:
        reading.warn(column, f"« {told} » n'est pas connu : laissé de côté")
    return found


def _publics(reading: Reading) -> list[Status]:
    """Statuses, one of which must hold. None, with a note, when one is not known: the clause would be told wrongly."""
    told = reading.texts("publics")
    known = {status.value: status for status in Status}
    unknown = [word for word in told if word.casefold() not in known]
    if unknown:
        reading.warn(
            "publics", f"« {unknown[0][:60]} » n'est pas connu : publics laissés de côté, à voir avec la clause"
        )
        return []
    if not told:
        reading.warn("publics", "non indiqués : le facilitateur confirme qui relève de la clause")
    return [known[word.casefold()] for word in told]


SOURCE = Source(
    name="insertion_clauses",
    description="Clauses d'insertion des marchés publics : tableau CSV",
    kind="options",
    read=read,
    convert=convert,
    id_of=id_of,
)
