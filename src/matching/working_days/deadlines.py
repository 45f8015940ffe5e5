"""The two clocks of the duty to announce vacancies: how long a posting is restricted, when the answer is due.

Day 1 is the working day after the event, in the calendar of the canton of the competent office. What cannot be told
is None, and whoever asks fails closed.
"""

from datetime import date

from matching.working_days.calendars import calendar_of

RESTRICTED_DAYS = 5
ANSWER_DAYS = 3


def last_restricted_day(published: date, canton: str | None) -> date | None:
    """The fifth working day after publication on the platform, inclusive; a disputed holiday lengthens.

    Source: OSE art. 53b al. 5 and 6.
    """
    calendar = calendar_of(canton)
    return None if calendar is None else calendar.nth_at_latest(published, RESTRICTED_DAYS)


def answer_due(complete_notice: date | None, canton: str | None) -> date | None:
    """The third working day after receipt of the complete notice; a disputed holiday never postpones it.

    None while no complete notice is there: the clock has not started. Source: OSE art. 53c al. 1.
    """
    calendar = calendar_of(canton)
    if calendar is None or complete_notice is None:
        return None
    return calendar.nth_at_earliest(complete_notice, ANSWER_DAYS)
