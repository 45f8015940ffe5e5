"""Who may see a posting, read record by record from the rules of the field, and cases drawn to try them with.

No column, no calendar class, no list class of the service is used: days are counted one by one on the rows of the data.
Rules: OSE art. 53a, 53b al. 5-6, 53e; LEI art. 21a al. 3. Whatever is unknown counts against seeing.
"""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from matching.domain.insurance import PesRegistration
from matching.domain.opportunity import Place, Publication, Vacancy
from matching.domain.person import OccupationCode
from matching.domain.profile import Profile
from matching.domain.reporting_duty import ReportingOccupation
from matching.domain.viewer import Mandate, Viewer
from matching.domain.vocabulary.postings import AnnounceException, PostingStatus
from matching.domain.vocabulary.process import MandateKind, Role
from matching.domain.vocabulary.situation import Country

Listed = frozenset[tuple[int, str, str]]
"""(year, CH or canton, code) of the occupations to be announced."""

ZURICH = ZoneInfo("Europe/Zurich")
_ROWS = list(csv.reader((files("matching.working_days") / "calendars.csv").read_text(encoding="utf-8").splitlines()))[
    1:
]
_DAYS_OFF = {(canton, day) for canton, day, *_ in _ROWS}  # disputed ones too: they lengthen
_KNOWN = {(canton, day[:4]) for canton, day, *_ in _ROWS}


def sees(viewer: Viewer, person: Profile | None, posting: Vacancy, listed: Listed, at: datetime) -> bool:
    """Whether the posting exists for that viewer, for that person or (None) for a list."""
    published = {None, PostingStatus.PUBLISHED_RESTRICTED, PostingStatus.PUBLISHED_PUBLIC}
    if posting.publication.status not in published:
        return False
    return not restricted(posting, listed, at) or has_right(viewer, person, at)


def has_right(viewer: Viewer, person: Profile | None, at: datetime) -> bool:
    """Staff of the employment service at that moment, and a person registered there that day."""
    mandated = False
    for mandate in viewer.mandates:
        begun, running = mandate.valid_from <= at, mandate.valid_to is None or mandate.valid_to > at
        mandated = mandated or (mandate.kind == "pes_staff" and begun and running)
    if not mandated:
        return False
    if person is None:
        return True
    registration, today = person.pes_registration, at.astimezone(ZURICH).date()
    if registration is None or not registration.registered or registration.country != "ch":
        return False
    if registration.valid_from is not None and today < registration.valid_from:
        return False
    return registration.valid_to is None or today <= registration.valid_to


def restricted(posting: Vacancy, listed: Listed, at: datetime) -> bool:
    """Whether the posting is in its head start, or may be."""
    told, today = posting.publication, at.astimezone(ZURICH).date()
    if told.status != "published_public" or told.public_display is False:
        return True
    if told.reporting_obligation_end is not None:
        return today <= told.reporting_obligation_end
    if must_be_announced(posting, listed) is False:
        return False
    if told.published_at is None or told.office_canton is None:
        return True
    return not five_working_days_are_over(told.published_at.astimezone(ZURICH).date(), told.office_canton, today)


def five_working_days_are_over(published: date, canton: str, today: date) -> bool:
    """Whether five working days lie between the day of publication and today, both left out."""
    worked, day = 0, published
    while (canton, str(day.year)) in _KNOWN:
        day += timedelta(days=1)
        if day >= today or (canton, str(day.year)) not in _KNOWN:
            return False
        if day.isoweekday() <= 5 and (canton, day.isoformat()) not in _DAYS_OFF:
            worked += 1
        if worked == 5:
            return True
    return False


def must_be_announced(posting: Vacancy, listed: Listed) -> bool | None:
    """What the source says, else the list of the year of the announcement; None when that cannot be told."""
    told = posting.publication
    if told.reporting_obligation is not None:
        return told.reporting_obligation
    if posting.place is not None and posting.place.country == "fr" and told.office_canton is None:
        return False
    codes = [occupation.code for occupation in posting.occupations if occupation.scheme == "ch_isco"]
    if told.published_at is None or not codes:
        return None
    if any(not code.isdigit() or len(code) > 5 for code in codes):
        return None
    year = told.published_at.astimezone(ZURICH).year
    if not any((of, where) == (year, "CH") for of, where, _ in listed):
        return None
    answer: bool | None = False
    for of, where, occupation in listed:
        if of != year or where not in {"CH", told.office_canton or where}:
            continue
        certain = where in {"CH", told.office_canton}
        for code in codes:
            if code.startswith(occupation) and certain:
                return True
            if code.startswith(occupation) or occupation.startswith(code):
                answer = None
    if answer is False and len(codes) < len(posting.occupations):
        return None
    return answer


class Case(NamedTuple):
    """Who asks, for whom, when."""

    viewer: Viewer
    person: Profile | None
    at: datetime


_TURNS = (date(2026, 4, 2), date(2026, 5, 13), date(2026, 9, 18), date(2026, 12, 23), date(2027, 2, 26))
_AGES = (-400, -30, -12, -9, -8, -7, -6, -5, -3, -1, 0, 1, 30)
_CODES = ("93130", "9313", "931", "52231", "5223", "73112", "x1", "")


def draw_posting(chance: Random) -> Vacancy:
    """A posting about one of the turns of the year, with anything unknown or contradictory."""
    day = _near(chance)
    published = datetime.combine(day, time(chance.choice((0, 8, 23)), chance.choice((0, 30))), ZURICH)
    code = chance.choice(_CODES)
    coded = (OccupationCode(scheme=chance.choice(("ch_isco", "ch_isco", "rome")), code=code),) if code else ()
    occupations = (*coded, *chance.choice(((), (), (OccupationCode(scheme="isco", code="9313"),))))
    place = chance.choice((None, Place(country=Country.CH), Place(country=Country.CH), Place(country=Country.FR)))
    public = PostingStatus.PUBLISHED_PUBLIC
    return Vacancy(
        id=f"own:{chance.randrange(10**9)}",
        title="Annonce",
        occupations=occupations,
        place=place,
        publication=Publication(
            status=chance.choice((public, public, public, None, *PostingStatus)),
            reporting_obligation=chance.choice((None, None, True, False)),
            reporting_obligation_end=chance.choice((None, None, None, day + timedelta(days=chance.randrange(-3, 12)))),
            published_at=chance.choice((None, published, published, published)),
            complete_notice_at=chance.choice((None, published)),
            exception=chance.choice((None, None, *AnnounceException)),
            office_canton=chance.choice((None, "VD", "NE", "LU", "GE", "XX")),
            public_display=chance.choice((None, True, True, False)),
            company_anonymous=chance.choice((None, True, False)),
        ),
    )


def draw_case(chance: Random) -> Case:
    """A viewer, a person and a moment, many of them close to midnight in Zurich and to the edge of a right."""
    day = _near(chance)
    clock = chance.choice((time(0, 0), time(0, 30), time(9, 0), time(23, 59, 59)))
    at = datetime.combine(day, clock, ZURICH).astimezone(chance.choice((UTC, ZURICH)))
    mandates = tuple(_mandate(chance, at) for _ in range(chance.choice((0, 1, 1, 2))))
    viewer = Viewer(account="a", role=chance.choice(list(Role)), units=chance.choice((None, ("u",))), mandates=mandates)
    return Case(viewer, chance.choice((None, *(_person(chance, day) for _ in range(3)))), at)


def draw_list(chance: Random) -> Listed:
    """Lists of two years, one of them often missing, with additions of two cantons."""
    return frozenset(
        (year, territory, code)
        for year in (2026, 2027)
        for territory in ("CH", "NE", "VD")
        for code in ("93130", "5223", "7311", "9")
        if chance.random() < (0.4 if territory == "CH" else 0.2)
    )


def occupations_of(listed: Listed) -> list[ReportingOccupation]:
    """The same list in the words of the service."""
    return [ReportingOccupation(year=year, territory=where, ch_isco=code) for year, where, code in listed]


def draw_cases(chance: Random, count: int) -> Iterator[Case]:
    """Some cases."""
    return (draw_case(chance) for _ in range(count))


def _near(chance: Random) -> date:
    return chance.choice(_TURNS) + timedelta(days=chance.choice(_AGES))


def _mandate(chance: Random, at: datetime) -> Mandate:
    begins = at + chance.choice((-1, -1, -1, 0, 1)) * timedelta(seconds=1)
    ends = chance.choice((None, at, at + timedelta(seconds=1), at - timedelta(seconds=1), at + timedelta(days=9)))
    return Mandate(kind=MandateKind.PES_STAFF, valid_from=begins, valid_to=ends)


def _person(chance: Random, day: date) -> Profile:
    edges = (None, *(day + timedelta(days=shift) for shift in (-30, -1, 0, 1)))
    registration = PesRegistration(
        registered=chance.random() < 0.8,
        country=chance.choice((Country.CH, Country.CH, Country.CH, Country.FR)),
        valid_from=chance.choice(edges),
        valid_to=chance.choice(edges),
    )
    return Profile(id="p", unit="u", pes_registration=chance.choice((None, *[registration] * 5)))
