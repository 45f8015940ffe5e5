"""Steering of programmes over HTTP: tables without a person, what was stated and promised, and one's own portfolio."""

from typing import Annotated

from fastapi import APIRouter, Query

from matching.api.bodies import Strict
from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.domain.steering import GapRemedy, PlaceStatement
from matching.entrance.asked import At, TheService
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.use_cases.steering.overlaps import Overlaps
from matching.use_cases.steering.places import PlacesOverTime
from matching.use_cases.steering.portfolio import MOST_WEEKS, WEEKS, Portfolio
from matching.use_cases.steering.portfolio_counts import PortfolioCounts
from matching.use_cases.steering.rejections import Rejections
from matching.use_cases.steering.remedies import Remedies
from matching.use_cases.steering.results import Results
from matching.use_cases.steering.skills import SkillsAsked

router = APIRouter(route_class=GuardedRoute, tags=["steering"])

_Reading = Annotated[SignedIn, requires(Permission.READ_GAPS)]
_Steering = Annotated[SignedIn, requires(Permission.STEER)]
_Weeks = Annotated[int, Query(description="Weeks without a proposal that count as long.", ge=1, le=MOST_WEEKS)]


@router.get("/steering/overlaps")
def read_overlaps(service: TheService, at: At, signed: _Reading) -> Overlaps:
    """Near-duplicates among the activities of different payers, with the size of their market."""
    return service.overlaps(viewer=signed.viewer, at=at)


@router.get("/steering/places")
def read_places_over_time(service: TheService, at: At, signed: _Reading) -> PlacesOverTime:
    """Places by category over time with their targets, and the pace that is needed."""
    return service.places_over_time(viewer=signed.viewer, at=at)


@router.post("/steering/places", status_code=201)
def state_places(
    sent: Annotated[PlaceStatement, Strict()], service: TheService, at: At, signed: _Steering
) -> PlaceStatement:
    """Write down places as an authority counted them or aims for them."""
    return service.state_places(sent, viewer=signed.viewer, at=at)


@router.get("/steering/remedies")
def read_remedies(service: TheService, at: At, signed: _Reading) -> Remedies:
    """What was done about gaps: the promised number beside a new count."""
    return service.compare_remedies(viewer=signed.viewer, at=at)


@router.post("/steering/remedies", status_code=201)
def enter_remedy(sent: Annotated[GapRemedy, Strict()], service: TheService, at: At, signed: _Steering) -> GapRemedy:
    """Write down what was done about a gap and what it promises."""
    return service.enter_remedy(sent, viewer=signed.viewer, at=at).word


@router.get("/steering/skills")
def read_skills_asked(
    service: TheService,
    at: At,
    signed: _Reading,
    trained: Annotated[bool, Query(description="Also what some activity trains.")] = False,
) -> SkillsAsked:
    """Skills that vacancies ask for and no activity trains, the most asked first."""
    return service.skills_asked(viewer=signed.viewer, at=at, trained=trained)


@router.get("/steering/rejections")
def read_rejections(
    service: TheService,
    at: At,
    signed: _Reading,
    quarter: Annotated[str | None, Query(description="One quarter alone.", examples=["2026-Q4"])] = None,
) -> Rejections:
    """Refusals by option, reason and quarter."""
    return service.rejections(viewer=signed.viewer, at=at, quarter=quarter)


@router.get("/steering/results")
def read_results(
    service: TheService,
    at: At,
    signed: _Reading,
    months: Annotated[int, Query(description="Months from the start: 3, 6, 12, 24 or 36.", ge=1, le=36)] = 12,
) -> Results:
    """Results per provider and type of employer, raw and adjusted for case mix."""
    return service.results(viewer=signed.viewer, at=at, months=months)


@router.get("/steering/portfolio")
def read_portfolio_counts(service: TheService, at: At, signed: _Reading) -> PortfolioCounts:
    """People of all units by seniority, situation and intensity of support; nobody is named."""
    return service.portfolio_counts(viewer=signed.viewer, at=at)


@router.get("/portfolio")
def read_portfolio(
    service: TheService,
    at: At,
    signed: Annotated[SignedIn, requires(Permission.READ_PROFILES)],
    weeks: _Weeks = WEEKS,
) -> Portfolio:
    """The files of one's own units, those without a proposal for so many weeks first."""
    return service.portfolio(viewer=signed.viewer, at=at, weeks=weeks)
