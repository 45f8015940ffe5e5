"""Invented words drawn field by field from their own types, with small pools, so that demands and facts often meet.

A new field of a word is drawn without a line here; a figure or a text that must meet another one gets its pool.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime

from matching.domain.insurance import PesRegistration, StatusFact
from matching.domain.opportunity import AnyOpportunity, Measure, Placement, Publication, SessionPlaces, Vacancy
from matching.domain.person import LanguageSkill
from matching.domain.profile import Profile
from matching.domain.viewer import Mandate, Viewer
from matching.domain.vocabulary.catalogue import Institution, Payer
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.postings import PostingStatus
from matching.domain.vocabulary.process import MandateKind, Role
from matching.domain.vocabulary.situation import Country, Language, LanguageLevel, Strain
from matching.domain.word import Word
from matching.eligibility.rules import RULES

ZURICH = ZoneInfo("Europe/Zurich")
W = TypeVar("W", bound=Word)

_AGES = (18, 20, 25, 26, 30, 50, 51, 57, 60, 61)
_FIGURES = (0, 1, 2, 3, 9, 10, 12, 20, 21, 24, 25, 35, 36, 50, 59, 60, 90, 150, 180, 230, 260, 300)
_COORDINATES = ((None, None), (46.52, 6.62), (46.54, 6.59), (46.99, 6.93), (47.05, 8.31), (48.69, 6.18))
_SHIFTS = (0, 0, 1, -1, -2, -3, -5, -7, -8, -10, 10, 11, -12, -30, 90, -92, 400, -400)
_MONTHS = (3, 6, 12, 18, 24, 60)

_LISTED: dict[type, Sequence[Any]] = {
    Language: (Language.FR, Language.DE, Language.AR),
    LanguageLevel: (LanguageLevel.NONE, LanguageLevel.A2, LanguageLevel.B1, LanguageLevel.C2),
    Strain: (Strain.HEAVY_LIFTING, Strain.NOISE, Strain.BENDING),
    Country: (Country.CH, Country.CH, Country.FR),
    Payer: (*[Payer.AC, Payer.AS_CANTON, Payer.AS_COMMUNE, Payer.DI] * 4, *Payer),
    Barrier: (Barrier.MOBILITY, Barrier.HOUSING, Barrier.SEARCH, Barrier.FINANCE_DEBT, Barrier.HEALTH),
    PostingStatus: (*[PostingStatus.PUBLISHED_PUBLIC] * 14, *[PostingStatus.PUBLISHED_RESTRICTED] * 7, *PostingStatus),
}
"""Closed lists of which few members, or some more often than others, are drawn; of all others each one."""
_POOLS: dict[str, Sequence[Any]] = {
    "min_age": tuple(age + shift for age in _AGES for shift in (-1, 0, 1)),
    "max_age": tuple(age + shift for age in _AGES for shift in (-1, 0, 1)),
    "adults": (1, 2),
    "children": (0, 0, 1, 2),
    "days_left": (0, 1, 140),
    "days_drawn": (0, 149, 150),
    "months_without_work": (0, 11, 12, 24, 25, 60),
    "min_months_without_work": (0, 12, 25),
    "radius_km": (3, 30, 60, 300),
    "free_places": (0, 1, 2),
    "application_deadline_days": (0, 10),
    "region": ("VD", "NE", "LU", "07", "54"),
    "municipality_code": ("5586", "6421", "07019", "54395"),
    "office_canton": ("VD", "NE", "LU", "GE", "XX"),
    "residence": ("CH", "CH-VD", "CH-VD-5586", "CH-6421", "FR", "FR-07", "FR-54-54395"),
    "postcode": ("1004", "2000"),
    "rule": tuple(rule.id for rule in RULES),
}
"""Figures and texts by the name of their field."""
_PERCENTS = (0, 40, 49, 50, 60, 80, 100)
_ONE_EACH: dict[type[Word], str] = {LanguageSkill: "language", StatusFact: "status", SessionPlaces: "starts_on"}
"""Words of which a list holds one for each value of a field: a second one would contradict the first."""
_UNREAD = {
    "answers",
    "effects",
    "skills",
    "title",
    "description",
    "consents",
    "wishes",
    "project",
    "id",
    "unit",
}
"""Fields that neither a rule nor the mask reads, and answers, which settle what rules leave open; left as they are."""


class Draw:
    """Draws around one day; how much is unknown differs from record to record."""

    def __init__(self, chance: Random, around: date) -> None:
        self.chance = chance
        self.around = around
        self.unknown = chance.choice((0.1, 0.3, 0.7))

    def word(self, kind: type[W], **fixed: Any) -> W:
        """One record, valid under its contract."""
        values = dict(fixed)
        for name, field in kind.model_fields.items():
            if name not in values and (name not in _UNREAD or field.is_required()):
                values[name] = self._value(field.annotation, name, field.metadata)
        if "latitude" in kind.model_fields:
            values["latitude"], values["longitude"] = self.chance.choice(_COORDINATES)
        return kind(**values)

    def _value(self, kind: Any, name: str, limits: Iterable[Any] = ()) -> Any:
        origin, parts = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._value(parts[0], name, (*limits, *parts[1:]))
        if origin in {Union, UnionType}:
            known = [part for part in parts if part is not NoneType]
            if len(known) < len(parts) and self.chance.random() < self.unknown:
                return None
            return self._value(self.chance.choice(known), name, limits)
        if origin is Literal:
            return self.chance.choice(parts)
        if origin is tuple:
            return self._several(parts[0], name)
        if isinstance(kind, type) and issubclass(kind, Word):
            return self.word(kind)
        if isinstance(kind, type) and issubclass(kind, ClosedList):
            return self.chance.choice(_LISTED.get(kind) or list(kind))
        return self._plain(kind, name, limits)

    def _several(self, kind: Any, name: str) -> tuple[Any, ...]:
        drawn = [self._value(kind, name) for _ in range(self.chance.choice((0, 0, 1, 1, 2, 3)))]
        return tuple({getattr(item, _ONE_EACH.get(type(item), ""), item): item for item in drawn}.values())

    def _plain(self, kind: Any, name: str, limits: Iterable[Any]) -> Any:
        if kind is bool:
            return self.chance.random() < 0.5
        if kind is date:
            return self._birth_date() if "birth" in name else self.day()
        if kind in {datetime, AwareDatetime}:
            return self.moment(self.day())
        if kind is str:
            return self.chance.choice(_POOLS.get(name, ("texte",)))
        least, most = _bounds(limits)
        pool = _PERCENTS if name.endswith("percent") else _POOLS.get(name, _FIGURES)
        return self.chance.choice([figure for figure in pool if least <= figure <= most] or [least])

    def day(self) -> date:
        """A day at or near the day, or so many months from it, or a day beside that."""
        if self.chance.random() < 0.5:
            return self.around + timedelta(days=self.chance.choice(_SHIFTS))
        months = self.chance.choice(_MONTHS) * self.chance.choice((-1, 1))
        return months_on(self.around, months) + timedelta(days=self.chance.choice((-1, 0, 0, 1)))

    def _birth_date(self) -> date:
        """A birthday of an age that rules name, on the day or beside it."""
        return months_on(self.around, -12 * self.chance.choice(_AGES)) + timedelta(days=self.chance.randint(-1, 1))

    def moment(self, day: date) -> datetime:
        """A moment of a day in Zurich, often beside midnight, in one time zone or another."""
        clock = self.chance.choice((time(0, 0), time(0, 30), time(9, 0), time(23, 59, 59)))
        return datetime.combine(day, clock, ZURICH).astimezone(self.chance.choice((UTC, ZURICH)))


def draw_person(chance: Random, around: date) -> Profile:
    """Somebody, registered with the employment service more often than not."""
    draw = Draw(chance, around)
    registration = draw.word(PesRegistration, registered=chance.random() < 0.85)
    if chance.random() < 0.6:
        registration = registration.model_copy(update={"country": Country.CH})
    known = {"pes_registration": registration} if chance.random() < 0.85 else {}
    return draw.word(Profile, id="p", unit="u", **known)


def draw_catalogue(chance: Random, around: date, count: int) -> list[AnyOpportunity]:
    """Options of the three kinds, every other one a vacancy; from a hundred on with every code of a measure."""
    return [_option(chance, around, number) for number in range(count)]


def _option(chance: Random, around: date, number: int) -> AnyOpportunity:
    draw, id_, codes = Draw(chance, around), f"own:{number}", list(MeasureCode)
    if number % 2:
        return draw.word(Vacancy, id=id_, title="V", publication=Draw(chance, around).word(Publication))
    code = codes[number // 2 % len(codes)]
    if chance.random() < 0.2:
        return draw.word(Placement, id=id_, title="P", code=code)
    return draw.word(Measure, id=id_, title="M", code=code)


def draw_viewer(chance: Random, at: datetime) -> Viewer:
    """Somebody who asks, often with a mandate that begins or lapses to the second at that moment."""
    second = timedelta(seconds=1)
    mandates = tuple(
        Mandate(
            kind=MandateKind.PES_STAFF,
            valid_from=at + chance.choice((timedelta(days=-100), -second, timedelta(), second)),
            valid_to=chance.choice((None, None, at - second, at, at + second)),
        )
        for _ in range(chance.choice((0, 1, 1, 1, 2)))
    )
    institution = chance.choice((None, *Institution))
    return Viewer(account="a", role=chance.choice(list(Role)), institution=institution, units=("u",), mandates=mandates)


def months_on(day: date, months: int) -> date:
    """The same day some months later or earlier, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def _bounds(limits: Iterable[Any]) -> tuple[float, float]:
    """The least and the greatest figure that a field takes."""
    told = [each for limit in limits for each in getattr(limit, "metadata", [limit])]
    return max((each.ge for each in told if hasattr(each, "ge")), default=0), min(
        (each.le for each in told if hasattr(each, "le")), default=10**9
    )
