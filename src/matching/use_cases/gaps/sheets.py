"""The tables of what the catalogue lacks, each as a sheet to write: codes as they are, what is hidden says so."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from matching.domain.gap import (
    GapCounts,
    GapCriterion,
    GapLine,
    GapOffer,
    GapQuestion,
    Gaps,
    OutsideCatalogue,
    OutsideCounts,
    OutsideLine,
)
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.gaps import GapDimension
from matching.use_cases.steering.sheet import HIDDEN, Sheet, sheet_of


class GapTable(ClosedList):
    """Which table of the answer is written."""

    LINES = (
        "lines",
        "les nombres, une ligne par combinaison",
        "die Zahlen, eine Zeile je Kombination",
        "i numeri, una riga per combinazione",
        "the numbers, one row per combination",
    )
    CRITERIA = "criteria", "ce qui exclut", "was ausschliesst", "ciò che esclude", "what excludes"
    OFFERS = "offers", "de nouvelles offres", "neue Angebote", "nuove offerte", "new offers"
    QUESTIONS = (
        "questions",
        "ce qui reste à demander",
        "was zu fragen bleibt",
        "ciò che resta da chiedere",
        "what is still to be asked",
    )
    OUTSIDE = (
        "outside",
        "ce qui a été proposé hors catalogue",
        "was ausserhalb des Katalogs vorgeschlagen wurde",
        "ciò che è stato proposto fuori catalogo",
        "what was proposed outside the catalogue",
    )


def gap_sheet(found: Gaps, table: GapTable) -> Sheet:
    """One of the tables of an answer."""
    return _SHEETS[table](found)


def line_sheet(by: Sequence[GapDimension], lines: Sequence[GapLine]) -> Sheet:
    """Lines of counts, a column per dimension and per count; the code of a total is empty."""
    dimensions, reasons = [each.value for each in by], tuple(GapCounts.model_fields)
    rows = []
    for line in lines:
        told = line.model_dump(mode="json")
        counts = {name: HIDDEN if told["counts"][name] is None else told["counts"][name] for name in reasons}
        rows.append({**{name: told[name] for name in dimensions}, **counts})
    return Sheet((*dimensions, *reasons), tuple(rows))


def outside_sheet(found: OutsideCatalogue | None) -> Sheet:
    """What was proposed beside the catalogue: all of it first, then its lines; without any where it is not counted."""
    codes = tuple(name for name in OutsideLine.model_fields if name != "counts")
    lines = () if found is None else (OutsideLine(counts=found.total), *found.lines)
    rows = []
    for line in lines:
        told = line.counts.model_dump()
        counts = {name: HIDDEN if count is None else count for name, count in told.items()}
        rows.append({**line.model_dump(mode="json", include=set(codes)), **counts})
    return Sheet((*codes, *OutsideCounts.model_fields), tuple(rows))


def _lines(found: Gaps) -> Sheet:
    """All needs first, then the lines."""
    return line_sheet(found.by, (GapLine(counts=found.total), *found.lines))


def _criteria(found: Gaps) -> Sheet:
    """Of a rule that has no step nothing is hidden: nobody was counted."""
    sheet = sheet_of(GapCriterion, found.criteria)
    hidden = ({"reaches": HIDDEN} if row["step"] and row["reaches"] is None else {} for row in sheet.rows)
    return Sheet(sheet.columns, tuple({**row, **marked} for row, marked in zip(sheet.rows, hidden, strict=True)))


_SHEETS: Mapping[GapTable, Callable[[Gaps], Sheet]] = MappingProxyType(
    {
        GapTable.LINES: _lines,
        GapTable.CRITERIA: _criteria,
        GapTable.OFFERS: lambda found: sheet_of(GapOffer, found.offers),
        GapTable.QUESTIONS: lambda found: sheet_of(GapQuestion, found.questions),
        GapTable.OUTSIDE: lambda found: outside_sheet(found.outside),
    }
)
