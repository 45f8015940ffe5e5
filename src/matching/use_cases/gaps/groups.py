"""From a need to the groups that have it: the one table of gaps under some codes, seen by each other dimension."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated

from matching.domain.gap import GapCounts, GapLine
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.gaps import GapDimension
from matching.domain.word import Word, about
from matching.use_cases.gaps.gaps import counted_gaps, counts_told, lines_of
from matching.use_cases.workplace import Workplace


class GapGroup(Word):
    """The needs seen by one dimension."""

    by: Annotated[GapDimension, about("What is counted by.", "district")]
    lines: Annotated[tuple[GapLine, ...], about("Lines, those with most gaps first.", [])] = ()
    hidden_lines: Annotated[int, about("Lines of which no count may be told.", 7, ge=0)] = 0


class GapGroups(Word):
    """Needs that share some codes; never a person, and no count that would tell of fewer than five."""

    counted_on: Annotated[date, about("Day the table was counted on; it stands for a week.", "2026-11-21")]
    of: Annotated[GapLine, about("The codes that all share, and all their needs.", {"need": "skills", "counts": {}})]
    groups: Annotated[tuple[GapGroup, ...], about("The same needs by each other dimension.", [])] = ()


def gap_groups(workplace: Workplace, of: Mapping[GapDimension, str], *, viewer: Viewer, at: datetime) -> GapGroups:
    """The needs under some codes by each dimension that none of them is of, from the table that `gaps` reads.

    ForbiddenError for whoever may not read gaps; InvalidInputError for a code under which nobody is counted.
    """
    told, table = counted_gaps(workplace, viewer=viewer, at=at)
    codes = {dimension.value: code for dimension, code in of.items()}
    whole: GapCounts = counts_told(table, codes)
    groups = []
    for dimension in GapDimension:
        if dimension not in of:
            lines, hidden = lines_of(table, (dimension,), codes)
            groups.append(GapGroup(by=dimension, lines=lines, hidden_lines=hidden))
    return GapGroups(counted_on=told.counted_on, of=GapLine(**codes, counts=whole), groups=tuple(groups))
