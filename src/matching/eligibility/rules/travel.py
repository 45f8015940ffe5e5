"""The trip: within the person's own radius, at most two hours each way, and its cost settled before a fixed start."""

from datetime import date
from math import ceil, degrees

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Country
from matching.eligibility.kleene import Truths, met_where, same_for_all
from matching.eligibility.rule import Facts, Law, Remedy, Rule
from matching.eligibility.rules.offer import place_is_unknown, takes_place
from matching.places.distance import EARTH_RADIUS_KM, kilometres
from matching.snapshot.columns import NO_DAY, CriteriaColumns, among, day_number, day_of, position

TWO_HOURS_KM = 120
"""House proxy for LACI art. 16 al. 2 let. f (more than two hours each way is not suitable), until travel times are
installed: in a straight line, what hardly any public transport or car covers in two hours."""

DAYS_TO_SETTLE = 10
"""House figure for `cost_is_settled`: the ruling names no days. Ten, as OACI art. 81e gives for the application."""


def within_reach(profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """Remote work is; beyond two hours is not, whatever the radius; else the radius decides, and is asked for.

    A radius that is not known never makes a trip met: stating it could then only turn met into not met.
    """
    home, radius = profile.residence, profile.mobility.radius_km
    if home is None or home.latitude is None or home.longitude is None:
        truth = same_for_all(len(columns), Truth.UNKNOWN)
    elif radius is None:
        truth = _within(home.latitude, home.longitude, columns, TWO_HOURS_KM).astype(np.int8)
    else:
        truth = met_where(_within(home.latitude, home.longitude, columns, min(radius, TWO_HOURS_KM)))
    return np.where(columns.remote, np.int8(Truth.MET), truth)


def _within(latitude: float, longitude: float, columns: CriteriaColumns, km: float) -> NDArray[np.bool_]:
    """(n,) bool; measured only where the difference of latitude alone is not already too far."""
    band = degrees(km / EARTH_RADIUS_KM) + 1e-9
    near = np.flatnonzero(np.abs(columns.latitude - latitude) <= band)
    within = np.zeros(len(columns), np.bool_)
    within[near] = kilometres(latitude, longitude, columns.latitude[near], columns.longitude[near]) <= km
    return within


def distances(profile: Profile, columns: CriteriaColumns) -> NDArray[np.float64] | None:
    """(n,) kilometres from home, NaN where the option's place is unknown; None when the person's is."""
    home = profile.residence
    if home is None or home.latitude is None or home.longitude is None:
        return None
    return kilometres(home.latitude, home.longitude, columns.latitude, columns.longitude)


def cost_is_settled(_profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """Who advances the cost of travel is said, or there is none, or more than ten days are left to settle it.

    Of several fixed starts the last counts. On the day itself nobody is sent off without the fare; what would settle
    it is a fact of the option, to be corrected in the catalogue. Source: PS.2015.0074, a measure ordered for the day
    on which it began, to somebody who could not pay the travel.
    """
    days_left = columns.last_start - day_number(on)
    unsettled = np.where(days_left > 0, np.int8(Truth.UNKNOWN), np.int8(Truth.NOT_MET))
    return np.where(columns.travel_settled | (days_left > DAYS_TO_SETTLE), np.int8(Truth.MET), unsettled)


def _somewhere(columns: CriteriaColumns) -> NDArray[np.bool_]:
    placed = takes_place(columns) | among(columns.kind, [OpportunityKind.VACANCY])
    return placed & ~place_is_unknown(columns)


def _starts_elsewhere_on_a_day(columns: CriteriaColumns) -> NDArray[np.bool_]:
    """Swiss activities and places with fixed starts only; at a distance there is no travel."""
    fixed = ~columns.rolling & ~columns.remote & (columns.last_start != NO_DAY)
    concerned: NDArray[np.bool_] = fixed & takes_place(columns) & (columns.country == position(Country.CH))
    return concerned


def _says_cost(_profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return Facts({"day": day_of(row.last_start[0])}, variant="settled" if row.travel_settled[0] else None)


def _says(profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    if row.remote[0]:
        return Facts(variant="remote")
    distance, radius = distances(profile, row), profile.mobility.radius_km
    if distance is None:
        return Facts(variant="home")
    values = {"km": float(distance[0]), "radius": radius}
    return Facts(values, variant="two_hours" if distance[0] > TWO_HOURS_KM else None)


def _widen(profile: Profile, row: CriteriaColumns, _on: date) -> Remedy | None:
    distance = distances(profile, row)
    if distance is None or not distance[0] <= TWO_HOURS_KM:
        return None
    radius = ceil(float(distance[0]))
    mobility = profile.mobility.model_copy(update={"radius_km": radius})
    return Remedy(profile.model_copy(update={"mobility": mobility}), Facts({"radius": radius}))


RULES = (
    Rule(
        id="travel",
        subject="travel",
        asks=Asks.PERSON,
        test=within_reach,
        concerns=_somewhere,
        says=_says,
        remedy=_widen,
    ),
    Rule(
        id="travel_money",
        subject="travel",
        asks=Asks.COUNSELLOR,
        test=cost_is_settled,
        concerns=_starts_elsewhere_on_a_day,
        law=Law("PS.2015.0074 (VD)", "app.omnilex.ai 275861, undated; judgment not read", date(2015, 1, 1)),
        says=_says_cost,
    ),
)
