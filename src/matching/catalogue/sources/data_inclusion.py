"""Services for insertion in France, in the format of data·inclusion (schema v1)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from matching.catalogue import inclusion_terms
from matching.catalogue.conversion import option
from matching.catalogue.files import read_rows
from matching.catalogue.french_places import place_by_columns
from matching.catalogue.postings import present, provider_key, web_link
from matching.catalogue.reading import Reading
from matching.catalogue.rows import Row
from matching.catalogue.source import Converted, Source
from matching.domain.vocabulary.situation import Country

_PARIS = ZoneInfo("Europe/Paris")
_TEXT = 14_000
_ADDED = 3_000

_NAMES = {"id": "id", "title": "nom", "description": "description", "provider": "structure.nom"}


def read(path: Path) -> Iterable[Row]:
    """Rows of a list of services, of `{"items": [...]}`, of JSON lines, or of a table with the same columns."""
    return read_rows(path, items=_services)


def convert(record: dict[str, Any]) -> Converted:
    """The measure a service stands for."""
    reading = _reading(record)
    return option(_measure(reading), reading, _NAMES)


def id_of(record: dict[str, Any]) -> str | None:
    """The id of the measure a service stands for."""
    return _id(_reading(record))


def _reading(record: dict[str, Any]) -> Reading:
    nested = record.get("service")
    return Reading(nested if isinstance(nested, dict) else record, _PARIS)


def _id(reading: Reading) -> str | None:
    number = reading.line("id")
    return f"data_inclusion:{number}" if number else None


def _services(document: Any) -> list[Any]:
    if isinstance(document, list):
        return document
    for key in ("items", "services"):
        if key in document:
            return list(document[key])
    if "nom" in document:
        return [document]
    raise KeyError("items")


def _measure(reading: Reading) -> dict[str, Any]:
    structure = reading.line("structure_id", 160)
    themes = reading.texts("thematiques")
    kind = inclusion_terms.kind(reading, themes)
    weeks = reading.whole("nombre_semaines", 1, 520)
    updated = reading.day("date_maj")
    described = reading.text("description", _TEXT)
    return present(
        kind="measure",
        id=_id(reading),
        title=reading.line("nom"),
        description="\n\n".join(filter(None, (described, *_conditions(reading))))[:20_000],
        language="fr",
        provider=reading.line("structure.nom"),
        provider_id=provider_key(structure),
        place=_place(reading),
        form=kind.form,
        code=kind.code,
        type=kind.type,
        criteria=present(
            needs=inclusion_terms.needs(reading, themes),
            statuses=inclusion_terms.statuses(reading),
            residence=inclusion_terms.residence(reading),
        ),
        timing=present(
            rolling=False,
            min_weeks=weeks,
            max_weeks=weeks,
            hours_per_week=reading.number("volume_horaire_hebdomadaire", 0, 80),
        ),
        procedure=inclusion_terms.procedure(reading),
        source_url=web_link(reading.line("lien_source", 3_000)),
        updated_on=updated.isoformat() if updated else None,
    )


def _conditions(reading: Reading) -> list[str]:
    told = {
        "Public": ", ".join(reading.texts("publics")).replace("-", " "),
        "Précisions sur le public": reading.text("publics_precisions", _ADDED),
        "Conditions d'accès": reading.text("conditions_acces", _ADDED),
        "Frais": " – ".join(filter(None, (reading.line("frais"), reading.text("frais_precisions", _ADDED // 4)))),
    }
    return [f"{label} : {text}" for label, text in told.items() if text]


def _place(reading: Reading) -> dict[str, Any] | None:
    remote = set(reading.texts("modes_accueil")) == {"a-distance"}
    place = place_by_columns(reading)
    if place is None and not remote:
        return None
    return {"country": Country.FR, "remote": remote} | (place or {})


SOURCE = Source(
    name="data_inclusion",
    description="Services d'insertion de data·inclusion (schéma v1)",
    kind="options",
    read=read,
    convert=convert,
    id_of=id_of,
)
