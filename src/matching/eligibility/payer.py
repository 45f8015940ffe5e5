"""Who leads, who pays and who may prescribe one option for one person: what is certain, and what would settle the rest.

Source: the decision table of the field; `decision_table` holds its rows, `payer_routes` says which may apply.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from matching.domain.opportunity import AnyOpportunity, Measure, Placement, Vacancy
from matching.domain.plan import CaseLead
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import Institution, Payer
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.standing import UiStatus
from matching.eligibility.deadlines import Deadline
from matching.eligibility.decision_table import TABLE, Row, Share, deadline_of
from matching.eligibility.facts import ui_standing
from matching.eligibility.offices import lead_on_file, leads_of, offices_of
from matching.eligibility.payer_routes import FOLLOW_UP, OF_THE_INSTITUTIONS, Question, Route, in_joint_unit, routes
from matching.eligibility.rules.unemployment import older_than_50

SEVERAL = Question("several", Asks.PAYER)
SHARES = Question("shares", Asks.PAYER)
NOT_NAMED = Question("not_named", Asks.PROVIDER)
CONTRADICTION = Question("contradiction", Asks.PROVIDER)
MANDATE = Question("mandate", Asks.COUNSELLOR, OF_THE_INSTITUTIONS)
REFERENT = Question("referent", Asks.COUNSELLOR)
LEAD = Question("lead", Asks.COUNSELLOR, FOLLOW_UP.tells)

_SUBSIDIES = {
    MeasureCode.AC_AIT: Payer.AC,
    MeasureCode.VD_ACIT: Payer.AS_CANTON,
    MeasureCode.DI_AIT: Payer.DI,
}
"""One name, three subsidies: AIT (LACI 65), ACIT (Vaud, RI), AIT of the disability insurance (LAI 18b)."""

_BY_CODE = {"ac": Payer.AC, "di": Payer.DI, "vd": Payer.AS_CANTON}
"""Whose money a code is, by the first part of it, where a catalogue leaves it out."""


class Guard(StrEnum):
    """What stands between a proposal and a start."""

    DECISION = "decision"
    GUARANTEE = "guarantee"
    PERHAPS_GUARANTEE = "perhaps_guarantee"
    CAPACITY = "capacity"


@dataclass(frozen=True)
class Line:
    """One row of the table as it stands for this person and option.

    `lead` holds several institutions where it is open which of them leads, or where the table names two; `office` is
    the paying institution, who decides or gives the guarantee; `outside` are payers that the option does not name.
    """

    row: Row
    reference: str | None
    lead: tuple[Institution, ...]
    shares: tuple[Share, ...]
    prescribers: tuple[Institution, ...]
    guard: Guard | None
    office: tuple[Institution, ...]
    deadline: Deadline | None
    outside: tuple[Payer, ...] = ()


@dataclass(frozen=True)
class Instead:
    """Who could pay where the option's payers cannot; `code` is the measure of the same name on that side."""

    payer: Payer
    code: MeasureCode | None = None


@dataclass(frozen=True)
class Resolution:
    """MET: who pays is certain; UNKNOWN: `lines` may apply and `questions` decide; NOT_MET: none of the payers may.

    `somebody_pays` says of an unknown one that it is only open which of the payers it is.
    """

    truth: Truth
    lines: tuple[Line, ...]
    questions: tuple[Question, ...] = ()
    payers: tuple[Payer, ...] = ()
    instead: tuple[Instead, ...] = ()
    refused_by: str | None = None
    somebody_pays: bool = True

    @property
    def shares(self) -> tuple[Share, ...] | None:
        """Who pays what, when it is certain and the same whichever row applies."""
        found = {line.shares for line in self.lines}
        return found.pop() if self.truth is Truth.MET and len(found) == 1 else None

    @property
    def prescribers(self) -> tuple[Institution, ...]:
        """Who may prescribe, by every line that may apply; empty when none of them says."""
        return tuple(dict.fromkeys(who for line in self.lines for who in line.prescribers))

    @property
    def offices(self) -> frozenset[Institution]:
        """The paying institutions that may be right; empty when one of them is not known."""
        known = all(line.office for line in self.lines)
        return frozenset(office for line in self.lines for office in line.office) if known else frozenset()


def resolve(profile: Profile, option: AnyOpportunity, on: date, *, lead: CaseLead | None = None) -> Resolution:
    """Who leads, pays and prescribes on a day; `lead` is the case lead on file that holds then.

    Never a silent choice: several sides that may pay are a question to them, an unknown fact is one to whoever knows.
    """
    if isinstance(option, Vacancy):
        whole = (Share(Payer.EMPLOYER, Fraction(1)),)
        return Resolution(Truth.MET, (Line(Row.EMPLOYER, None, (), whole, (), None, (), None),))
    payers, doubt = _payers_of(option)
    if doubt is not None:
        return Resolution(Truth.UNKNOWN, (), (doubt,), payers)
    found = routes(profile, option.code, payers, on)
    paying = [route for route in found if route.may_pay]
    if not paying:
        return _not_payable(profile, option.code, payers, on)
    case = _Case(profile, option, payers, on, lead)
    lines = tuple(case.line(route, row) for route in paying for row in route.rows if row)
    questions = [question for route in paying for question in route.questions]
    questions += [SEVERAL] if sum(route.surely_pays for route in paying) > 1 else []
    questions += [SHARES] if any(share.part is None for line in lines for share in line.shares) else []
    questions += case.open_lead(lines)
    certain = len(paying) == 1 and paying[0].surely_pays
    truth = Truth.MET if certain else Truth.UNKNOWN
    somebody_pays = any(route.surely_pays for route in paying)
    return Resolution(truth, lines, tuple(dict.fromkeys(questions)), payers, somebody_pays=somebody_pays)


def _payers_of(option: Measure | Placement) -> tuple[tuple[Payer, ...], Question | None]:
    """The option's payers; a question where it names none, or one that its code contradicts."""
    named = option.payers if isinstance(option, Placement) else (option.payer,) if option.payer else ()
    by_law = _BY_CODE.get(option.code.value.partition("_")[0])
    if not named:
        return ((by_law,), None) if by_law else ((), NOT_NAMED)
    federal = by_law in {Payer.AC, Payer.DI} or option.code in _SUBSIDIES
    contradicted = federal and by_law not in named and Payer.MIXED not in named
    return named, CONTRADICTION if contradicted else None


def _not_payable(profile: Profile, code: MeasureCode, payers: tuple[Payer, ...], on: date) -> Resolution:
    """None of the payers may; who could, for a measure of the same name or of the same kind."""
    exhausted = Payer.AC in payers and ui_standing(profile, on) is UiStatus.OPEN_EXHAUSTED
    others: dict[Payer, MeasureCode | None] = {
        payer: None for payer in (Payer.AC, Payer.AS_CANTON, Payer.DI) if payer not in payers
    }
    if (
        _BY_CODE.get(code.value.partition("_")[0]) is Payer.DI
    ):  # nobody but the disability insurance pays a measure of its law
        others = {}
    if code in _SUBSIDIES:
        others = {payer: sister for sister, payer in _SUBSIDIES.items() if sister is not code}
    instead = tuple(
        Instead(payer, sister)
        for payer, sister in others.items()
        if all(route.surely_pays for route in routes(profile, sister or MeasureCode.OTHER, (payer,), on))
        and not (payer is Payer.AS_CANTON and Payer.AS_COMMUNE in payers)
    )
    older = older_than_50(profile, on) is Truth.MET  # art. 59 al. 3bis opens training and employment measures only
    refused_by = TABLE[Row.OVER_50 if older else Row.EXHAUSTED].reference if exhausted else None
    return Resolution(Truth.NOT_MET, (), (), payers, instead, refused_by)


@dataclass(frozen=True)
class _Case:
    """One person and one option on a day, with the lead on file."""

    profile: Profile
    option: Measure | Placement
    payers: tuple[Payer, ...]
    on: date
    lead: CaseLead | None

    @property
    def mandated(self) -> bool:
        """Whether another institution leads by mandate."""
        return self.lead is not None and self.lead.mandated_by is not None

    @property
    def may_be_mandated(self) -> bool:
        """In Lucerne a case may be another institution's by mandate, as long as no lead is on file."""
        home = self.profile.residence
        return self.lead is None and home is not None and home.region == "LU"

    def line(self, route: Route, row: Row) -> Line:
        """The row as it stands here."""
        situation, code = TABLE[row], self.option.code
        shares = situation.shares or _shared(route.payers)
        offices = [who for share in shares for who in offices_of(share.payer, row, code, self.profile)]
        basis = self.option.legal_basis if isinstance(self.option, Measure) else None
        return Line(
            row=row,
            reference=situation.reference or basis,
            lead=self._lead(row),
            shares=shares,
            prescribers=self._prescribers(row),
            guard=self._guard(row),
            office=tuple(dict.fromkeys(offices)),
            deadline=deadline_of(shares, code, self.on),
            outside=tuple(share.payer for share in shares if share.payer not in self.payers),
        )

    def _lead(self, row: Row) -> tuple[Institution, ...]:
        """The lead on file, else by the follow-up on file, a fact of the person; by the table where it is silent."""
        if self.lead is not None:
            return (self.lead.institution,)
        by_follow_up = () if row is Row.FRANCE else lead_on_file(self.profile, self.on)
        return by_follow_up or leads_of(self.profile, row, self.on)

    def open_lead(self, lines: tuple[Line, ...]) -> list[Question]:
        """What would settle who leads and whether the case is mandated, where no lead is on file."""
        if self.lead is not None:
            return []
        french = any(line.row is Row.FRANCE for line in lines)
        mixed = not french and len(lead_on_file(self.profile, self.on)) > 1
        unit = any(Institution.UC in line.lead and len(line.lead) > 1 for line in lines)
        asked = {REFERENT: french, LEAD: mixed, FOLLOW_UP: unit, MANDATE: self.may_be_mandated}
        return [question for question, is_open in asked.items() if is_open]

    def _prescribers(self, row: Row) -> tuple[Institution, ...]:
        """Those whom table and option both name; in a mandated case the mandated institution proposes."""
        if self.lead is not None and self.mandated:
            return (self.lead.institution,)
        may = TABLE[row].prescribers
        if in_joint_unit(self.profile, self.on) is Truth.NOT_MET:
            may -= {Institution.UC}
        named = self.option.prescribers or leads_of(self.profile, row, self.on)
        return tuple(who for who in named if who in may)

    def _guard(self, row: Row) -> Guard | None:
        """A guarantee in a mandated case (Optima), State agreements in France, elsewhere the payer's own decision."""
        match row:
            case Row.FRANCE:
                return Guard.CAPACITY
            case Row.EMPLOYER:
                return None
        if self.mandated:
            return Guard.GUARANTEE
        return Guard.PERHAPS_GUARANTEE if self.may_be_mandated else Guard.DECISION


def _shared(payers: tuple[Payer, ...]) -> tuple[Share, ...]:
    whole = len(payers) == 1 and payers[0] is not Payer.MIXED
    return tuple(Share(payer, Fraction(1) if whole else None) for payer in payers)
