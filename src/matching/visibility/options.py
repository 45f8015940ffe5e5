"""Which options exist for somebody: one function, deny by default; every path calls it first, over all rows."""

from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import MandateKind
from matching.domain.vocabulary.situation import Country
from matching.snapshot.columns import day_number
from matching.snapshot.publication import PublicationColumns
from matching.working_days.swiss_time import swiss_day


def may_see(
    viewer: Viewer, profile: Profile | None, publication: PublicationColumns, at: datetime
) -> NDArray[np.bool_]:
    """(n_options,) bool: which options exist for this viewer, for this person, at this aware moment.

    `publication` are the snapshot's columns, all rows of them. A restricted posting needs the viewer's mandate at that
    moment, and for a recommendation the person's registration with the Swiss employment service on that day as well.
    InvalidInputError for a moment without time zone. Source: OSE art. 53b al. 6, LEI art. 21a al. 3.
    """
    return Sight(viewer, publication, at).of(profile)


class Sight:
    """What one viewer may see at one aware moment, for any number of people: two masks, each computed once."""

    def __init__(self, viewer: Viewer, publication: PublicationColumns, at: datetime) -> None:
        self._viewer, self._at = viewer, at
        self._public, self._all = open_to_all(publication, at), publication.published

    def of(self, profile: Profile | None) -> NDArray[np.bool_]:
        """(n_options,) bool: which options exist for the viewer and this person, as in `may_see`."""
        return self._all if may_see_restricted(self._viewer, profile, self._at) else self._public


def open_to_all(publication: PublicationColumns, at: datetime) -> NDArray[np.bool_]:
    """(n_options,) bool: the options that everybody may see at `at`: the only ones that statistics may be made of."""
    return publication.published & ~in_head_start(publication, at)


def in_head_start(publication: PublicationColumns, at: datetime) -> NDArray[np.bool_]:
    """(n_options,) bool: restricted on the Swiss day of an aware moment, the last restricted day included."""
    return publication.restricted_until >= day_number(swiss_day(at))


def is_pes_staff(viewer: Viewer, at: datetime) -> bool:
    """Whether the viewer has a mandate of the public employment service that is valid at `at`."""
    return viewer.has_mandate(MandateKind.PES_STAFF, at)


def disclose(option: AnyOpportunity, viewer: Viewer, at: datetime) -> AnyOpportunity:
    """The option as this viewer may read it: an anonymous employer is hidden from all but the employment service."""
    if not isinstance(option, Vacancy) or not option.publication.company_anonymous or is_pes_staff(viewer, at):
        return option
    return option.model_copy(update={"provider": None, "provider_id": None, "company_size": None, "source_url": None})


def may_see_restricted(viewer: Viewer, profile: Profile | None, at: datetime) -> bool:
    """Whether postings in their head start exist for this viewer, for this person or (None) for a list."""
    if not is_pes_staff(viewer, at):
        return False
    if profile is None:
        return True
    registration = profile.pes_registration
    return registration is not None and registration.country is Country.CH and registration.holds_on(swiss_day(at))
