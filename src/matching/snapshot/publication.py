"""Columns that decide who may see an option: written when the snapshot is built, read by visibility alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.opportunity import AnyOpportunity, Publication, Vacancy
from matching.domain.reporting_duty import ReportingList
from matching.domain.vacancy_notice import VacancyNotice
from matching.domain.vocabulary.postings import PostingStatus
from matching.domain.vocabulary.situation import Country
from matching.snapshot.array_record import ArrayRecord
from matching.snapshot.columns import day_number, day_of, territory_code
from matching.working_days.deadlines import answer_due, last_restricted_day
from matching.working_days.swiss_time import swiss_day

NEVER_RESTRICTED = np.iinfo(np.int32).min
RESTRICTED_WITHOUT_END = np.iinfo(np.int32).max

_PUBLISHED = {PostingStatus.PUBLISHED_PUBLIC, PostingStatus.PUBLISHED_RESTRICTED}
_CH_ISCO = re.compile(r"[0-9]{1,5}")


@dataclass(frozen=True)
class PublicationColumns(ArrayRecord):
    """(n_options,) each: is published at all; last restricted day as days since 1970-01-01, inclusive; office canton.

    The canton is that of the competent office, as a territory code (CH-VD); 0 where it is unknown, or there is none.
    """

    published: NDArray[np.bool_]
    restricted_until: NDArray[np.int32]
    office_canton: NDArray[np.int64]

    def last_restricted_day(self, row: int) -> date | None:
        """The last restricted day of an option; None when it is never restricted, or without a known end."""
        last = int(self.restricted_until[row])
        return day_of(last) if NEVER_RESTRICTED < last < RESTRICTED_WITHOUT_END else None


def restricted_until(vacancy: Vacancy, listed: ReportingList) -> int:
    """Last restricted day of a posting in days since 1970-01-01; what cannot be told restricts without end.

    A status other than public restricts until the source changes it. Else the end date told by the source counts; else,
    unless the duty to announce surely does not hold, the fifth working day after publication. A posting is thus never
    opened by what is unknown, and one that the platform shows to the public is hidden for five working days at most
    when its date and office are known. An exception of OSE art. 53d frees the employer and is not read here.
    Source: OSE art. 53b al. 5 and 6; Job-Room opens a posting when its end date is past and changes its status.
    """
    publication = vacancy.publication
    if publication.status is not PostingStatus.PUBLISHED_PUBLIC or publication.public_display is False:
        return RESTRICTED_WITHOUT_END
    last = publication.reporting_obligation_end
    if last is None:
        if duty_holds(vacancy, listed) is False:
            return NEVER_RESTRICTED
        published = publication.published_at
        last = published and last_restricted_day(swiss_day(published), publication.office_canton)
    return RESTRICTED_WITHOUT_END if last is None else day_number(last)


def duty_holds(vacancy: Vacancy, listed: ReportingList) -> bool | None:
    """Whether the vacancy had to be announced: what its source says, else the list of the year; None: cannot be told.

    There is no duty for a place outside Switzerland without a Swiss office. Source: LEI art. 21a al. 3, OSE art. 53a.
    """
    publication = vacancy.publication
    if publication.reporting_obligation is not None:
        return publication.reporting_obligation
    if vacancy.place is not None and vacancy.place.country is not Country.CH and publication.office_canton is None:
        return False
    codes = {occupation.code for occupation in vacancy.occupations if occupation.scheme == "ch_isco"}
    if publication.published_at is None or not all(_CH_ISCO.fullmatch(code) for code in codes):
        return None
    held = listed.covers(swiss_day(publication.published_at).year, publication.office_canton, codes)
    if held is False and any(occupation.scheme != "ch_isco" for occupation in vacancy.occupations):
        return None  # a code of another nomenclature may stand for a listed occupation
    return held


def answer_due_on(publication: Publication, notice: VacancyNotice | None) -> date | None:
    """The last day for the office's answer to the employer; None while the clock stands or the calendar is unknown.

    The clock starts with the complete notice, as the office wrote it down or as the source tells it, whichever came
    first; an incomplete one starts nothing. Source: OSE art. 53c al. 1.
    """
    told = publication.complete_notice_at
    received = [] if told is None else [swiss_day(told)]
    if notice is not None and notice.complete:
        received.append(notice.received_on)
    return answer_due(min(received, default=None), publication.office_canton)


def compile_publication(options: Sequence[AnyOpportunity], listed: ReportingList | None = None) -> PublicationColumns:
    """The columns of some options, in their order, with the list of occupations to be announced."""
    listed = listed or ReportingList()
    published = np.ones(len(options), dtype=np.bool_)
    restricted = np.full(len(options), NEVER_RESTRICTED, dtype=np.int32)
    canton = np.zeros(len(options), dtype=np.int64)
    for row, option in enumerate(options):
        if isinstance(option, Vacancy):
            status = option.publication.status
            published[row] = status is None or status in _PUBLISHED
            restricted[row] = restricted_until(option, listed)
            if option.publication.office_canton is not None:
                canton[row] = territory_code("CH", option.publication.office_canton)
    return PublicationColumns(published=published, restricted_until=restricted, office_canton=canton)
