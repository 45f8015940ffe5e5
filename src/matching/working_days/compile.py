"""Compile the cantonal calendars anew: `python -m matching.working_days.compile`. A test checks that they are current.

The package `holidays` is the source where nothing better was found. Corrected or doubted: Vaud and Neuchâtel follow
the sources named below; the list of Lucerne was not seen and that of Aargau differs by district, so that only the four
holidays of the whole country are certain there; elsewhere what another list adds or lacks is disputed.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from matching.working_days.calendars import COLUMNS, DATA

YEARS = range(2025, 2032)

_EVERYWHERE = ("Nouvel An", "Ascension", "Fête nationale", "Noël")
_SWITZERLAND = "swissfederalism.ch/de/feiertage-schweizerischen-eidgenossenschaft"
_VAUD = "bonasavoir.ch/article/article-detail/pourquoi-nai-je-pas-conge"
_NEUCHATEL = "feiertagskalender.ch/index.php?geo=1523&klasse=3&jahr=2020&hl=fr"
_NEUCHATEL_EASTER = "jours-feries.ch/jours-feries-2029/ (absent from feiertagskalender.ch)"
_SOLOTHURN = "so.ch/allgemeine-informationen/gesetzliche-feiertage/ (not in the district of Bucheggberg)"
_ANOTHER = "workalendar 17.0.0"
_UNSEEN = {"LU": "exact list not seen", "AG": "differs by district (public-holidays.us)"}

_BERCHTOLD, _EPIPHANY, _JOSEPH, _FRIDAY = "Saint-Berchtold", "Épiphanie", "Saint-Joseph", "Vendredi saint"
_EASTER, _LABOUR, _WHIT, _CORPUS = "Lundi de Pâques", "Fête du Travail", "Lundi de Pentecôte", "Fête-Dieu"
_ASSUMPTION, _SAINTS, _CONCEPTION, _STEPHEN = "Assomption", "Toussaint", "Immaculée Conception", "Saint-Étienne"

_ADDED_ELSEWHERE: dict[str, dict[str, tuple[str, ...]]] = {
    "AI": {_ANOTHER: (_STEPHEN,)},
    "AR": {_ANOTHER: (_LABOUR, _STEPHEN)},
    "FR": {_ANOTHER: (_LABOUR, _CORPUS, _ASSUMPTION, _SAINTS, _CONCEPTION)},
    "GR": {_ANOTHER: (_EPIPHANY, _JOSEPH, _CORPUS, _CONCEPTION)},
    "LU": {_ANOTHER: (_EPIPHANY, _JOSEPH)},
    "NE": {_NEUCHATEL_EASTER: (_EASTER,)},
    "SO": {_SOLOTHURN: (_CORPUS, _ASSUMPTION, _SAINTS), _ANOTHER: (_JOSEPH, _EASTER, _WHIT, _CONCEPTION, _STEPHEN)},
    "UR": {_ANOTHER: (_STEPHEN,)},
    "ZH": {_ANOTHER: (_BERCHTOLD,)},
}
"""Days that another list counts and `holidays` does not: disputed."""

_DATED_OTHERWISE = {"GL": ("Fahrtsfest",)}
"""Days of `holidays` that another list puts on another date: disputed."""

_NOT_CANTONAL = {"NE": (_CORPUS,)}
"""Days of `holidays` that hold in a few communes only (Le Landeron, Le Cerneux-Péquignot): left out."""


class _Holiday(NamedTuple):
    canton: str
    date: date
    name: str
    source: str
    disputed: bool


def compiled() -> str:
    """The calendars of the 26 cantons as CSV text."""
    from holidays.countries.switzerland import Switzerland
    from holidays.version import __version__

    package = f"holidays {__version__}"
    cantons = sorted(canton for canton in Switzerland.subdivisions if len(canton) == 2)
    found: list[_Holiday] = []
    for year in YEARS:
        days = {name: day for canton in cantons for day, name in _listed(canton, year, "public")}
        for canton in cantons:
            rows = [_public(canton, day, name, package) for day, name in _listed(canton, year, "public")]
            rows += [
                _Holiday(canton, day, name, f"{package} (optional or half a day)", disputed=True)
                for category in ("optional", "half_day")
                for day, name in _listed(canton, year, category)
            ]
            rows += [
                _Holiday(canton, days[name], name, source, disputed=True)
                for source, names in _ADDED_ELSEWHERE.get(canton, {}).items()
                for name in names
            ]
            first = {row.date: row for row in reversed(rows) if row.name not in _NOT_CANTONAL.get(canton, ())}
            found.extend(first.values())
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in sorted(found):
        table.writerow((*row[:4], "yes" if row.disputed else "no"))
    return text.getvalue()


def _public(canton: str, day: date, name: str, package: str) -> _Holiday:
    if name in _EVERYWHERE:
        return _Holiday(canton, day, name, _SWITZERLAND, disputed=False)
    if canton in _UNSEEN:
        return _Holiday(canton, day, name, f"{package}; {_UNSEEN[canton]}", disputed=True)
    source = {"VD": _VAUD, "NE": _NEUCHATEL}.get(canton, package)
    return _Holiday(canton, day, name, source, disputed=name in _DATED_OTHERWISE.get(canton, ()))


def _listed(canton: str, year: int, category: str) -> Iterator[tuple[date, str]]:
    from holidays import country_holidays

    yield from country_holidays("CH", subdiv=canton, years=year, categories=category, language="fr").items()


if __name__ == "__main__":
    Path(str(files("matching.working_days") / DATA)).write_text(compiled(), encoding="utf-8")
