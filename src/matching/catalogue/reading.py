"""Reading a record that others wrote: each value by its path and as what it should be, else a warning and None."""

import json
import math
import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from matching.catalogue.python_literals import read_literal
from matching.contracts.reasons import shown
from matching.contracts.rows import Finding

_UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\xa0\u202f]+")
_NUMBER = re.compile(r"[-+]?\d{1,15}(?:[.,]\d{1,15})?")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MAX_LITERAL = 100_000

YES = frozenset({"true", "vrai", "oui", "ja", "yes", "si", "sì", "wahr", "1"})
NO = frozenset({"false", "faux", "non", "nein", "no", "falsch", "0"})


def parse_flag(value: Any) -> bool | None:
    """True, False, or None for what is neither, in the four languages and as 1 and 0."""
    if isinstance(value, bool):
        return value
    word = str(value).strip().casefold() if isinstance(value, str | int | float) else ""
    word = word.removesuffix(".0")
    return True if word in YES else False if word in NO else None


def parse_number(value: Any) -> float | None:
    """A finite number, also from "7,5", "1 200" and "80 %"; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, str):
        bare = re.sub(r"[\s'’]", "", value).removesuffix("%").replace(",", ".")
        if not _NUMBER.fullmatch(bare):
            return None
        value = bare
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def parse_day(value: Any, zone: ZoneInfo) -> date | None:
    """A date from ISO 8601 (with a time: the day in `zone`), dd.mm.yyyy or dd/mm/yyyy; None for anything else."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    written = _DAY_FIRST.fullmatch(text)
    try:
        if written:
            return date(int(written[3]), int(written[2]), int(written[1]))
        if _ISO_DAY.fullmatch(text):
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text) if _ISO_DAY.match(text) else None
        if moment is None:
            return None
        return moment.astimezone(zone).date() if moment.tzinfo else moment.date()
    except (ValueError, OverflowError):
        return None


def parse_moment(value: Any, zone: ZoneInfo) -> datetime | None:
    """An aware moment from ISO 8601; without zone it is in `zone`, without time it is the first of the day there."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        moment = datetime.fromisoformat(text) if _ISO_DAY.match(text) else None
        if moment is None:
            day = parse_day(text, zone)
            moment = datetime.combine(day, time.min, zone) if day else None
        if moment is None:
            return None
        aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        aware.astimezone(ZoneInfo("UTC"))
    except (ValueError, OverflowError):
        return None
    return aware


def clean_text(text: str) -> str:
    """A text without control characters or half characters, its line ends as \\n, its ends trimmed."""
    return _UNKEEPABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def one_line(text: str) -> str:
    """A text on one line, blanks joined."""
    return _BLANKS.sub(" ", clean_text(text).replace("\n", " ")).strip()


class Reading:
    """A record being read. Paths are dotted: a column of that name first, else the nested field."""

    def __init__(self, record: Mapping[str, Any], zone: ZoneInfo) -> None:
        self._record = record
        self.zone = zone
        self.warnings: list[Finding] = []

    def warn(self, path: str, reason: str) -> None:
        """Say something of a field."""
        self.warnings.append(Finding(path, reason))

    def value(self, path: str) -> Any:
        """What stands there, None when nothing or blanks do."""
        found: Any = self._record
        if path in self._record:
            found = self._record[path]
        else:
            for step in path.split("."):
                found = found.get(step) if isinstance(found, Mapping) else None
        return None if isinstance(found, str) and not found.strip() else found

    def text(self, path: str, limit: int) -> str | None:
        """A text of several lines, cut at `limit` characters with a warning."""
        return self._text(path, limit, clean_text)

    def line(self, path: str, limit: int = 300) -> str | None:
        """A text on one line, cut at `limit` characters with a warning."""
        return self._text(path, limit, one_line)

    def number(self, path: str, least: float, most: float) -> float | None:
        """A number between two limits."""
        value = self.value(path)
        if value is None:
            return None
        number = parse_number(value)
        if number is None:
            self._refuse(path, value, "n'est pas un nombre")
            return None
        if not least <= number <= most:
            self._refuse(path, value, f"est hors des limites ({least:g} à {most:g})")
            return None
        return number

    def coordinates(self, latitude: str = "latitude", longitude: str = "longitude") -> dict[str, float]:
        """Latitude and longitude in degrees, by these names; nothing where one of them is missing."""
        found = {
            "latitude": self.number(latitude, -90, 90),
            "longitude": self.number(longitude, -180, 180),
        }
        known = {name: value for name, value in found.items() if value is not None}
        return known if len(known) == len(found) else {}

    def whole(self, path: str, least: int, most: int) -> int | None:
        """A whole number between two limits."""
        number = self.number(path, least, most)
        if number is not None and number != int(number):
            self._refuse(path, number, "n'est pas un nombre entier")
            return None
        return None if number is None else int(number)

    def flag(self, path: str) -> bool | None:
        """True or false."""
        value = self.value(path)
        if value is None:
            return None
        flag = parse_flag(value)
        if flag is None:
            self._refuse(path, value, "n'est ni vrai ni faux")
        return flag

    def day(self, path: str) -> date | None:
        """A date."""
        value = self.value(path)
        if value is None:
            return None
        day = parse_day(value, self.zone)
        if day is None:
            self._refuse(path, value, "n'est pas une date")
        return day

    def moment(self, path: str) -> datetime | None:
        """An aware moment."""
        value = self.value(path)
        if value is None:
            return None
        moment = parse_moment(value, self.zone)
        if moment is None:
            self._refuse(path, value, "n'est pas une date")
        return moment

    def objects(self, path: str) -> list[dict[str, Any]]:
        """A list of objects, also as text (JSON or as Python writes it); what is no object is left out."""
        found = self._list(path)
        objects = [entry for entry in found if isinstance(entry, dict)]
        if len(objects) < len(found):
            self.warn(path, "un élément n'est pas un objet : ignoré")
        return objects

    def texts(self, path: str) -> list[str]:
        """A list of texts, also as text: JSON, as Python writes it, or with commas or bars between."""
        found = self._list(path, separated=True)
        texts = [one_line(entry) for entry in found if isinstance(entry, str) and entry.strip()]
        if len(texts) < len(found):
            self.warn(path, "un élément n'est pas un texte : ignoré")
        return texts

    def _list(self, path: str, *, separated: bool = False) -> list[Any]:
        value = self.value(path)
        if separated and isinstance(value, int | float) and not isinstance(value, bool):
            value = _number_text(value)  # a lone code that a spreadsheet took for a number
        if isinstance(value, str):
            value = _written_list(value, separated=separated)
        if value is None:
            return []
        if not isinstance(value, list):
            self.warn(path, "n'est pas une liste lisible : ignoré")
            return []
        return value

    def _text(self, path: str, limit: int, clean: Any) -> str | None:
        value = self.value(path)
        if isinstance(value, bool | Mapping | list):
            self._refuse(path, "", "n'est pas un texte")
            return None
        if value is None:
            return None
        text: str = clean(_number_text(value))
        if len(text) > limit:
            self.warn(path, f"texte de {len(text)} caractères, coupé à {limit}")
            text = text[: limit - 1].rstrip() + "…"
        return text or None

    def _refuse(self, path: str, value: Any, why: str) -> None:
        quoted = f"« {shown(value)} » " if isinstance(value, str | int | float) and value != "" else ""
        self.warn(path, f"{quoted}{why} : laissé de côté")


def _number_text(value: Any) -> str:
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        return str(int(value))
    try:
        return str(value)
    except ValueError:  # an integer of thousands of digits
        return ""


def _written_list(text: str, *, separated: bool) -> Any:
    bare = text.strip()
    if bare.startswith(("[", "{")):
        if len(bare) > _MAX_LITERAL:
            return bare
        try:
            value = json.loads(bare)
        except (ValueError, RecursionError):
            try:
                value = read_literal(bare)
            except ValueError:
                return bare
        return [value] if isinstance(value, dict) else value
    if separated:
        return [part.strip() for part in re.split(r"[|,]", bare) if part.strip()]
    return None if bare.casefold() in {"nan", "none", "null"} else bare
