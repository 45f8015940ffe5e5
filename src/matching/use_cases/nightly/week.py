"""The night's counting: every table that is told for a week, counted anew where its week is over.

So whoever opens a table in the morning reads it at once.
"""

from datetime import datetime

from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.use_cases.gaps.gaps import gaps
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.similar_cases import count_similar_cases
from matching.use_cases.steering.overlaps import overlaps
from matching.use_cases.steering.portfolio_counts import portfolio_counts
from matching.use_cases.steering.rejections import rejections
from matching.use_cases.steering.results import results
from matching.use_cases.workplace import Workplace


def count_the_week(workplace: Workplace, *, viewer: Viewer, at: datetime) -> None:
    """Count all of them at an aware moment; ForbiddenError for whoever may not run the night."""
    refuse_role_without(viewer, Permission.ALLOCATE)
    count_similar_cases(workplace, viewer=viewer, at=at)
    for table in (gaps, overlaps, portfolio_counts, rejections, results):
        table(workplace, viewer=viewer, at=at)
