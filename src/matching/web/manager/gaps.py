"""What the catalogue lacks: needs by what became of them, down to groups of people and never to one of them."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple
from urllib.parse import urlencode

from matching.domain.gap import GapCounts, GapOffer, OutsideCatalogue, OutsideCounts
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.gaps import GapDimension, GapReason
from matching.use_cases.gaps.dimensions import OTHER_PLACES
from matching.use_cases.gaps.gaps import MOST
from matching.use_cases.gaps.groups import GapGroup
from matching.use_cases.gaps.outside import OUTSIDE_WEEKS, SEVERAL
from matching.use_cases.gaps.said import code_said, named
from matching.use_cases.gaps.sheets import GapTable, gap_sheet, line_sheet, outside_sheet
from matching.web.charts import Bar, bar
from matching.web.manager.part import Asked, Part
from matching.web.manager.remedies import remedy_address, territory_of

PATH = "/manager/gaps"
REASONS = tuple(reversed(GapReason))
"""Gaps first, as a manager reads them: what has no offer, down to what is reached."""

_UNTOLD = "untold"
"""The kind of a piece of a bar that is hidden."""

_Of = Mapping[GapDimension, str]


class GapRow(NamedTuple):
    """One line: its name, where it leads on to, its counts and their bar."""

    name: str
    address: str | None
    counts: GapCounts
    bar: Bar


class GapTableShown(NamedTuple):
    """The needs by one dimension: all of them first, then its lines; `reasons` that have a number somewhere."""

    by: GapDimension
    table: str
    reasons: tuple[GapReason, ...]
    total: GapRow
    rows: tuple[GapRow, ...]
    hidden: int


class OutsideRow(NamedTuple):
    """What was proposed beside the catalogue for one need: its counts and their bar."""

    name: str
    counts: OutsideCounts
    bar: Bar


class OutsideShown(NamedTuple):
    """The table of it: `found` None: it is not counted so; `kinds` (code, name) that have a number somewhere."""

    found: OutsideCatalogue | None
    kinds: tuple[tuple[str, str], ...]
    rows: tuple[OutsideRow, ...]


class Crumb(NamedTuple):
    """A choice on the way down, and where one is without it."""

    dimension: GapDimension
    name: str
    address: str


def gaps_part(asked: Asked, of: _Of, by: GapDimension = GapDimension.NEED) -> Part:
    """All needs by one dimension; or those under some codes, by each of the others."""
    found = asked.service.gaps(
        viewer=asked.viewer, at=asked.at, by=[by.value], offers=MOST, criteria=MOST, lang=asked.lang
    )
    if of:
        groups = asked.service.gap_groups(of, viewer=asked.viewer, at=asked.at)
        total = groups.of.counts
        tables = [_table(asked, of, total, each) for each in groups.groups]
        sheets = {
            f"by_{each.by.value}": partial(line_sheet, (*of, each.by), (groups.of, *each.lines))
            for each in groups.groups
        }
    else:
        total = found.total
        tables = [_table(asked, of, total, GapGroup(by=by, lines=found.lines, hidden_lines=found.hidden_lines))]
        sheets = {f"by_{by.value}": partial(gap_sheet, found, GapTable.LINES)}
    need = of.get(GapDimension.NEED)
    offers = [each for each in found.offers if need in {None, each.need.value}]
    criteria = [each for each in found.criteria if need is None or need in {one.value for one in each.needs}]
    outside = _outside(asked, of)
    facts = {
        "found": found,
        "by": by,
        "crumbs": _crumbs(asked, of),
        "need": need,
        "remedy": _remedy(of),
        "views": [(each, address({}, each)) for each in GapDimension],
        "tables": tables,
        "dashed": _is_dashed(tables),
        "untold": _untold(asked, total, tables),
        "offers": [(each, _size(asked, each.size, offers[0].size), _remedy_of(each)) for each in offers],
        "criteria": [(each, _size(asked, each.people, found.criteria[0].people)) for each in criteria],
        "outside": outside,
        "outside_weeks": OUTSIDE_WEEKS,
        "questions": [
            (named(each.rule, asked.lang), each.people, _size(asked, each.people, found.questions[0].people))
            for each in found.questions
        ],
    }
    sheets["outside"] = partial(outside_sheet, outside.found)
    others = {
        each.value: partial(gap_sheet, found, each) for each in GapTable if each.value not in {"lines", "outside"}
    }
    return Part("gaps", address(of, by), facts, sheets | others)


def _outside(asked: Asked, of: _Of) -> OutsideShown:
    """What was proposed beside the catalogue, under the codes chosen as far as it is counted by them."""
    found = asked.service.gaps_outside(of, viewer=asked.viewer, at=asked.at)
    if found is None:
        return OutsideShown(None, (), ())
    kinds = [(kind.value, kind.label(asked.lang)) for kind in OpportunityKind]
    kinds.append((SEVERAL, asked.say("gaps.outside.several")))
    counted = [found.total, *(line.counts for line in found.lines)]
    shown = tuple(each for each in kinds if any(getattr(counts, each[0]) for counts in counted))
    most = max((line.counts.at_least for line in found.lines), default=0)
    need = of.get(GapDimension.NEED)
    first = code_said(GapDimension.NEED, need, asked.lang) if need else asked.say("gaps.total")
    rows = [OutsideRow(first, found.total, Bar((), "") if found.lines else _reach(asked, found.total, most))]
    rows += [
        OutsideRow(
            code_said(GapDimension.NEED, str(line.need), asked.lang), line.counts, _reach(asked, line.counts, most)
        )
        for line in found.lines
    ]
    return OutsideShown(found, shown, tuple(rows))


def _reach(asked: Asked, counts: OutsideCounts, most: int) -> Bar:
    least = counts.at_least
    return bar([("all", least, asked.counted(asked.say("gaps.outside.people"), least))], max(most, least))


def address(of: _Of, by: GapDimension = GapDimension.NEED) -> str:
    """Where the needs under some codes stand, or all of them by one dimension."""
    chosen = {dimension.value: code for dimension, code in of.items()}
    if not of and by is not GapDimension.NEED:
        chosen = {"by": by.value}
    return f"{PATH}?{urlencode(chosen)}" if chosen else PATH


def _crumbs(asked: Asked, of: _Of) -> list[Crumb]:
    return [
        Crumb(
            dimension,
            code_said(dimension, code, asked.lang),
            address({each: other for each, other in of.items() if each is not dimension}),
        )
        for dimension, code in of.items()
    ]


def _table(asked: Asked, of: _Of, total: GapCounts, group: GapGroup) -> GapTableShown:
    by = group.by
    counted = [total, *(line.counts for line in group.lines)]
    most = max((_whole(counts) for counts in counted[1:]), default=0)
    figures = {each: [getattr(counts, each.value) for counts in counted] for each in REASONS}
    reasons = tuple(each for each in REASONS if any(figures[each]))
    rows = []
    for line in group.lines:
        code = str(getattr(line, by.value))
        further = address({**of, by: code}) if len(of) + 1 < len(GapDimension) else None
        rows.append(GapRow(code_said(by, code, asked.lang), further, line.counts, _bar(asked, line.counts, most)))
    whole = GapRow(asked.say("gaps.total"), None, total, Bar((), ""))
    return GapTableShown(by, f"by_{by.value}", reasons, whole, tuple(rows), group.hidden_lines)


def _is_dashed(tables: Sequence[GapTableShown]) -> bool:
    """Whether a bar has a part whose fate is hidden."""
    return any(each.kind == _UNTOLD for table in tables for row in table.rows for each in row.bar.segments)


def _untold(asked: Asked, total: GapCounts, tables: Sequence[GapTableShown]) -> tuple[str, ...]:
    """What no table has a number of, though it is hidden rather than none."""
    shown = {reason for table in tables for reason in table.reasons}
    hidden = [each for each in REASONS if each not in shown and getattr(total, each.value) is None]
    return tuple(asked.say(f"gaps.reason.{each.value}") for each in hidden)


def _whole(counts: GapCounts) -> int:
    return counts.at_least if counts.all is None else counts.all


def _bar(asked: Asked, counts: GapCounts, most: int) -> Bar:
    """What became of the needs, as far as it is told; what is left of all of them is hidden."""
    told = [(reason, getattr(counts, reason.value) or 0) for reason in REASONS]
    parts = [
        (reason.value, count, asked.counted(asked.say(f"gaps.reason.{reason.value}"), count)) for reason, count in told
    ]
    rest = _whole(counts) - sum(count for _, count in told)
    if rest > 0:
        parts.append((_UNTOLD, rest, asked.counted(asked.say("steering.hidden"), rest)))
    return bar(parts, most)


def _remedy(of: _Of) -> str | None:
    """Where a remedy to this gap is entered, once one need is chosen."""
    if GapDimension.NEED not in of:
        return None
    region, _, municipality = of.get(GapDimension.DISTRICT, "").partition("/")
    told = {"need": of[GapDimension.NEED], "territory": territory_of(region)}
    return remedy_address(told | {"district": "" if municipality == OTHER_PLACES else municipality})


def _remedy_of(offer: GapOffer) -> str:
    """Where an offer is entered as a remedy that is promised."""
    return remedy_address(
        {
            "need": offer.need.value,
            "territory": f"{offer.country.value.upper()}-{offer.region}",
            "district": offer.municipality,
            "language": offer.language.value,
            "payer": offer.payer.value,
            "people_expected": str(offer.size),
        }
    )


def _size(asked: Asked, people: int, most: int) -> Bar:
    return bar([("all", people, asked.counted(asked.say("steering.head.people"), people))], most)
