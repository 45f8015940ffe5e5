"""Free places: a provider says how many its own offer has, and on which day they were counted.

A later import of the offer's source leaves them as they are, unless it tells a later count. Where an offer states its
places by start, the count is that of the next one.
"""

from datetime import date, datetime

from matching.domain.opportunity import MOST_SESSIONS, AnyOpportunity, Capacity, SessionPlaces
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import CapacityStatus
from matching.errors import ConflictError, InvalidInputError
from matching.storage import counted_places, opportunities
from matching.use_cases.catalogue import show_option
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.row_for import no_option
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day


def update_places(
    workplace: Workplace,
    opportunity: str,
    *,
    free_places: int,
    as_of: date,
    viewer: Viewer,
    at: datetime,
    waiting_weeks: int | None = None,
) -> AnyOpportunity:
    """Write down the free places of an offer of the viewer's own, as counted on a day; the option as it reads now.

    The units of a provider's account name providers of the catalogue. NotFoundError, in the same words, for an option
    there is not and one of another provider; ConflictError when a later day is known.
    """
    refuse_role_without(viewer, Permission.UPDATE_PLACES)
    if as_of > swiss_day(at):
        raise InvalidInputError("Les places se comptent un jour passé ou aujourd'hui ; corriger la date.")
    if waiting_weeks is not None and free_places:
        raise InvalidInputError("Une attente ne s'indique que sans place libre ; retirer l'une ou l'autre.")
    show_option(workplace, opportunity, viewer=viewer, at=at)
    with workplace.acting(viewer, Act.UPDATE_PLACES, at=at, about=opportunity) as connection:
        option = opportunities.hold_current(connection, opportunity)
        if option is None or option.provider_id is None or option.provider_id not in (viewer.units or ()):
            raise no_option(opportunity)
        known = option.capacity.as_of
        if known is not None and known > as_of:
            raise ConflictError("Les places sont déjà connues au {day} ; indiquer un compte plus récent.", day=known)
        capacity = Capacity(
            status=_status(free_places, waiting_weeks),
            free_places=free_places,
            waiting_weeks=waiting_weeks,
            as_of=as_of,
            sessions=_with_next(option, free_places, as_of),
        )
        counted_places.put(connection, option, capacity, at=at)
    return show_option(workplace, opportunity, viewer=viewer, at=at)


def _with_next(option: AnyOpportunity, free_places: int, as_of: date) -> tuple[SessionPlaces, ...]:
    """Where places are stated by start, the count is that of the next start; those of the later ones stay."""
    coming = option.starts_from(as_of)
    if not option.capacity.sessions or not coming:
        return ()
    later = [session for session in option.sessions_from(as_of) if session.starts_on != coming[0]]
    return (SessionPlaces(starts_on=coming[0], free_places=free_places), *later)[:MOST_SESSIONS]


def _status(free_places: int, waiting_weeks: int | None) -> CapacityStatus:
    if free_places:
        return CapacityStatus.OPEN
    return CapacityStatus.FULL if waiting_weeks is None else CapacityStatus.WAITING_LIST
