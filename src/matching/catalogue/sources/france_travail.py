"""Offers of France Travail: the API's JSON, its flat table, and the short table without coded demands."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from matching.catalogue import french_offers
from matching.catalogue.conversion import option
from matching.catalogue.demands import find_least_pace, find_schedules, find_strains
from matching.catalogue.files import read_rows
from matching.catalogue.french_places import departement, is_french, split_label
from matching.catalogue.postings import clean_title, job_terms, present, provider_key, web_link
from matching.catalogue.reading import Reading
from matching.catalogue.rows import Row
from matching.catalogue.source import Converted, Source
from matching.domain.vocabulary.postings import PostingStatus, VacancySource
from matching.domain.vocabulary.situation import Country, Schedule
from matching.places.names import name_key

_PARIS = ZoneInfo("Europe/Paris")
_TEXT = 20_000

# The short table's columns by the API's names.
_SHORT = {
    "id": "hash_id",
    "intitule": "titre",
    "entreprise.nom": "entreprise",
    "lieuTravail.libelle": "lieu",
    "romeCode": "rome_code",
    "typeContrat": "contrat_type",
    "typeContratLibelle": "contrat",
    "experienceLibelle": "niveau",
    "description": "description",
    "dateCreation": "date_creation",
    "salaire.libelle": "salaire_brut",
    "origineOffre.urlOrigine": "lien",
}
_NAMES = {
    "id": "id",
    "title": "intitule",
    "description": "description",
    "provider": "entreprise.nom",
    "occupations": "romeCode",
    "place.region": "lieuTravail.commune",
    "place.postcode": "lieuTravail.codePostal",
    "place.municipality": "lieuTravail.libelle",
}
_SHORT_NAMES = {ours: _SHORT.get(theirs, theirs) for ours, theirs in _NAMES.items()}


def read(path: Path) -> Iterable[Row]:
    """Rows of `{"resultats": [...]}`, a list of offers, one offer, JSON lines, or a table."""
    return read_rows(path, items=_offers)


def convert(record: dict[str, Any]) -> Converted:
    """The vacancy an offer stands for."""
    reading = _reading(record)
    if not _is_short(record):
        return option(_vacancy(reading, None), reading, _NAMES)
    tags = Reading(record, _PARIS).line("tags", 2_000)
    return option(_vacancy(reading, f"Compétences citées : {tags}" if tags else None), reading, _SHORT_NAMES)


def id_of(record: dict[str, Any]) -> str | None:
    """The id of the vacancy an offer stands for."""
    return _id(_reading(record))


def _is_short(record: dict[str, Any]) -> bool:
    return "hash_id" in record and "intitule" not in record


def _reading(record: dict[str, Any]) -> Reading:
    short = _is_short(record)
    return Reading({api: record.get(column) for api, column in _SHORT.items()} if short else record, _PARIS)


def _id(reading: Reading) -> str | None:
    number = reading.line("id")
    return f"france_travail:{number}" if number else None


def _offers(document: Any) -> list[Any]:
    if isinstance(document, list):
        return document
    if "resultats" in document:
        return list(document["resultats"])
    if "id" in document:
        return [document]
    raise KeyError("resultats")


def _vacancy(reading: Reading, appendix: str | None) -> dict[str, Any]:
    title = reading.line("intitule")
    contract = french_offers.contract(reading, title or "")
    hours = french_offers.workload(reading)
    duration = french_offers.weeks(reading.line("typeContratLibelle"))
    provider = _named(reading.line("entreprise.nom"))
    description = "\n\n".join(filter(None, (reading.text("description", _TEXT - 2_100), appendix)))
    created, updated = reading.moment("dateCreation"), reading.day("dateActualisation")
    rome = reading.line("romeCode", 20)
    return present(
        kind="vacancy",
        source=VacancySource.FRANCE_TRAVAIL,
        id=_id(reading),
        title=clean_title(title) if title else None,
        description=description,
        language="fr",
        provider=provider,
        provider_id=provider_key(provider),
        place=_place(reading),
        occupations=[{"scheme": "rome", "code": rome.upper()}] if rome else [],
        criteria=_criteria(reading, description),
        timing=present(rolling=False, min_weeks=duration, max_weeks=duration, **hours),
        terms=job_terms(Country.FR, contract, french_offers.pay(reading)),
        contract=contract,
        publication=present(
            status=PostingStatus.PUBLISHED_PUBLIC,
            reporting_obligation=False,
            public_display=True,
            published_at=created.isoformat() if created else None,
        ),
        positions=reading.whole("nombrePostes", 1, 10_000),
        experience_years=french_offers.experience_years(reading),
        company_size=reading.line("trancheEffectifEtab"),
        valid_from=created.astimezone(_PARIS).date().isoformat() if created else None,
        updated_on=updated.isoformat() if updated else None,
        source_url=web_link(reading.line("origineOffre.urlOrigine", 3_000)),
    )


def _criteria(reading: Reading, description: str) -> dict[str, Any]:
    licences, licence_skills = french_offers.licences(reading)
    languages, language_skills = french_offers.languages(reading)
    conditions = ". ".join(reading.texts("contexteTravail.conditionsExercice"))
    told = ". ".join(
        filter(
            None,
            (
                reading.line("dureeTravailLibelle"),
                *reading.texts("contexteTravail.horaires"),
                reading.line("complementExercice"),
                reading.line("conditionExercice"),
                conditions,
            ),
        )
    )
    schedules = set(find_schedules(f"{told}\n{description}"))
    if "travail en journée" in told.casefold():
        schedules.add(Schedule.DAY)
    return present(
        right_to_work=True,
        schedules=[schedule for schedule in Schedule if schedule in schedules],
        strains=find_strains(f"{told}\n{description}"),
        min_work_pace_percent=find_least_pace(description),
        languages=languages,
        licences=licences,
        min_education=french_offers.education(reading),
        skills=[*french_offers.skills(reading), *licence_skills, *language_skills],
    )


def _place(reading: Reading) -> dict[str, Any] | None:
    label = reading.line("lieuTravail.libelle")
    commune, postcode = reading.line("lieuTravail.commune"), reading.line("lieuTravail.codePostal")
    code, municipality = split_label(label)
    region = departement(commune) or departement(postcode) or code
    coordinates = reading.coordinates("lieuTravail.latitude", "lieuTravail.longitude")
    if region is None and not is_french(label):
        if label and name_key(label) == "suisse":
            return {"country": Country.CH}
        if label:
            reading.warn("lieuTravail.libelle", f"« {label[:60]} » : ni en France ni en Suisse, lieu laissé de côté")
        return None
    if postcode and departement(postcode) is None:
        reading.warn("lieuTravail.codePostal", f"« {postcode[:20]} » n'est pas un code postal : laissé de côté")
        postcode = None
    return present(
        country=Country.FR,
        region=region,
        municipality=municipality,
        postcode=postcode,
        **coordinates,
    )


def _named(provider: str | None) -> str | None:
    bare = provider.strip('"« »') if provider else ""
    return bare if bare.casefold() not in {"", "n/a", "nc", "non communiqué"} else None


SOURCE = Source(
    name="france_travail",
    description="Offres de France Travail : JSON de l'API ou tableau CSV",
    kind="options",
    read=read,
    convert=convert,
    id_of=id_of,
)
