"""Columns that decide who may see an option: written when the snapshot is built, read by visibility alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.domain.opportunity import AnyOpportunity, Publication, Vacancy
from matching.domain.vocabulary.catalogue import PostingStatus
from matching.snapshot.array_record import ArrayRecord
from matching.snapshot.columns import day_number

NEVER_RESTRICTED = np.iinfo(np.int32).min
RESTRICTED_WITHOUT_END = np.iinfo(np.int32).max

_PUBLISHED = {PostingStatus.PUBLISHED_PUBLIC, PostingStatus.PUBLISHED_RESTRICTED}


@dataclass(frozen=True)
class PublicationColumns(ArrayRecord):
    """(n_options,) each: is published at all; last restricted day as days since 1970-01-01, inclusive."""

    published: NDArray[np.bool_]
    restricted_through: NDArray[np.int32]


def last_restricted_day(publication: Publication) -> int:
    """Last restricted day of a posting in days since 1970-01-01; what is unknown restricts without end.

    Source: OSE art. 53b al. 6; Job-Room opens a posting when its end date is past and changes its status.
    """
    if publication.status is not PostingStatus.PUBLISHED_PUBLIC or publication.public_display is False:
        return RESTRICTED_WITHOUT_END
    if publication.reporting_obligation_end is not None:
        return day_number(publication.reporting_obligation_end)
    return RESTRICTED_WITHOUT_END if publication.reporting_obligation else NEVER_RESTRICTED


def compile_publication(options: Sequence[AnyOpportunity]) -> PublicationColumns:
    """The columns of some options, in their order."""
    published = np.ones(len(options), dtype=np.bool_)
    restricted = np.full(len(options), NEVER_RESTRICTED, dtype=np.int32)
    for row, option in enumerate(options):
        if isinstance(option, Vacancy):
            status = option.publication.status
            published[row] = status is None or status in _PUBLISHED
            restricted[row] = last_restricted_day(option.publication)
    return PublicationColumns(published=published, restricted_through=restricted)
