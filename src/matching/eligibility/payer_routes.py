"""What each payer's side says of one measure for one person: the rows of the decision table that may apply.

A row that is not certain stands beside the others that are possible, and beside None when the side may not pay at all:
a fact more takes possibilities away, a fact less adds some.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import Payer
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import DataCategory
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Country
from matching.domain.vocabulary.standing import AssistanceKind, DiStatus, FollowUp, PlacementStatus, Status, UiStatus
from matching.eligibility.decision_table import Row
from matching.eligibility.facts import assistance, disability, holds, ui_standing
from matching.eligibility.kleene import both, either, negated, truth_of
from matching.eligibility.rules.disability import is_impaired
from matching.eligibility.rules.unemployment import older_than_50

_C = MeasureCode
_COURSES = frozenset({_C.AC_COURSE_IND, _C.AC_COURSE_COLL})
_OTHER_TRAINING = frozenset({_C.AC_PRACTICE_FIRM, _C.AC_TRAINING_INTERNSHIP})
_SPECIFIC = frozenset({_C.AC_AIT, _C.AC_AFO, _C.AC_COMMUTE, _C.AC_SAI})
LEMP = frozenset({_C.VD_MIP, _C.VD_ACIT})
_TRAINING_OF_VAUD = frozenset({_C.VD_FORJAD, _C.VD_FORMAD, _C.VD_MIS_T})


@dataclass(frozen=True)
class Question:
    """What would settle who pays or leads: the key of its sentence, who can answer, and what the answer tells of."""

    key: str
    asks: Asks
    tells: frozenset[DataCategory] = frozenset()


_UI, _SA = DataCategory.UNEMPLOYMENT_INSURANCE, DataCategory.SOCIAL_ASSISTANCE
_OF_THE_DI = frozenset({DataCategory.DISABILITY_INSURANCE})
OF_THE_INSTITUTIONS = _OF_THE_DI | {_UI, _SA}
"""What it tells that another institution leads."""

STANDING = Question("standing", Asks.PERSON, frozenset({_UI}))
AGE = Question("age", Asks.PERSON)
EXACTLY_50 = Question("exactly_50", Asks.LAW)
ASSISTANCE = Question("assistance", Asks.PERSON, frozenset({_SA}))
REGISTRATION = Question("registration", Asks.PERSON)
PLACEABILITY = Question("placeability", Asks.COUNSELLOR, frozenset({_UI, DataCategory.HEALTH}))
FOLLOW_UP = Question("follow_up", Asks.COUNSELLOR, frozenset({_SA}))
DISABILITY = Question("disability", Asks.PERSON, _OF_THE_DI)
DI_DECIDES = Question("di_decides", Asks.PAYER)
RSA = Question("rsa", Asks.PERSON, frozenset({_SA}))
PAYER_DECIDES = Question("payer_decides", Asks.PAYER)


@dataclass(frozen=True)
class Route:
    """One side: its payers among the option's, the rows that may apply (None: it may not pay), what would settle it."""

    payers: tuple[Payer, ...]
    rows: tuple[Row | None, ...]
    questions: tuple[Question, ...] = ()

    @property
    def may_pay(self) -> bool:
        """Whether any row may apply."""
        return any(self.rows)

    @property
    def surely_pays(self) -> bool:
        """Whether one of the rows applies for certain."""
        return None not in self.rows


_Found = tuple[tuple[Row | None, ...], tuple[Question, ...]]
_NOT_PAID: _Found = ((None,), ())


def unemployment_insurance(profile: Profile, code: MeasureCode, on: date) -> _Found:
    """LACI art. 59 ff.: all measures with allowances left, training and employment measures also otherwise."""
    specific = code in _SPECIFIC
    match ui_standing(profile, on):
        case UiStatus.OPEN_WITH_DAYS:
            return (Row.OPEN_WITH_DAYS,), ()
        case UiStatus.WAITING:
            return (Row.OPEN_WITH_DAYS, None), (PAYER_DECIDES,)
        case UiStatus.OPEN_EXHAUSTED if not specific:
            return _allowances_used_up(profile, on)
        case UiStatus.NEVER_INSURED_59D if not specific:
            return (Row.ART_59D,), ()
        case UiStatus.THREATENED if code in _COURSES:
            return (Row.THREATENED,), ()
        case UiStatus.THREATENED if code in _OTHER_TRAINING:
            return (Row.THREATENED, None), (PAYER_DECIDES,)
        case None if specific:
            return (Row.OPEN_WITH_DAYS, None), (STANDING,)
        case None:
            older = [Row.OVER_50] if older_than_50(profile, on) is not Truth.NOT_MET else []
            threatened = [Row.THREATENED] if code in _COURSES | _OTHER_TRAINING else []
            return (Row.OPEN_WITH_DAYS, *older, Row.ART_59D, *threatened, None), (STANDING,)
        case _:
            return _NOT_PAID


def _allowances_used_up(profile: Profile, on: date) -> _Found:
    match older_than_50(profile, on):
        case Truth.MET:
            return (Row.OVER_50,), ()
        case Truth.NOT_MET:
            return _NOT_PAID
    return (Row.OVER_50, None), (AGE if profile.age_on(on) is None else EXACTLY_50,)


def social_assistance(profile: Profile, code: MeasureCode, on: date) -> _Found:
    """Cantonal law: Vaud by LEmp, LASV and LAEF; elsewhere the canton's or the commune's own social assistance."""
    ri = holds(profile, Status.RI, on)
    if code in LEMP:
        return _by_lemp(profile, code, on, ri)
    if code is _C.VD_MIS:
        return _by_lasv(profile, on, ri)
    if code in _TRAINING_OF_VAUD:  # a grant may replace the RI, or come before it
        return ((Row.VD_TRAINING,), ()) if ri is Truth.MET else ((Row.VD_TRAINING, None), (_unless_ri(ri),))
    if code is _C.VD_UC:
        return _where(ri, Row.JOINT_UNIT, (ASSISTANCE,))
    assisted = is_assisted(profile, on)
    if assisted is Truth.NOT_MET:
        return _NOT_PAID
    of_vaud = _rows_of_ri(profile, on) if ri is not Truth.NOT_MET else ((), ())
    elsewhere = _rows_elsewhere(profile, on) if ri is not Truth.MET else ((), ())
    rows, questions = of_vaud[0] + elsewhere[0], of_vaud[1] + elsewhere[1]
    if ri is Truth.UNKNOWN or assisted is Truth.UNKNOWN:
        questions = (ASSISTANCE, *questions)
    return (*rows, None) if assisted is Truth.UNKNOWN else rows, questions


def is_assisted(profile: Profile, on: date) -> Truth:
    """Whether the person receives Swiss social assistance of any kind; without a kind, a status may mean the RSA."""
    kind = assistance(profile).kind
    if kind is not None:
        return truth_of(kind in (AssistanceKind.RI, AssistanceKind.CANTONAL))
    french = holds(profile, Status.RSA, on)
    if french is Truth.UNKNOWN:
        french = truth_of(profile.residence.country is Country.FR if profile.residence else None)
    return either(holds(profile, Status.RI, on), both(holds(profile, Status.SOCIAL_ASSISTANCE, on), negated(french)))


def in_joint_unit(profile: Profile, on: date) -> Truth:
    """Whether a joint unit of Vaud follows the person: it keeps those declared unfit for placement."""
    follow_up = assistance(profile).follow_up
    followed = truth_of(None if follow_up is None else follow_up is FollowUp.JOINT_UNIT)
    return both(holds(profile, Status.RI, on), followed)


def _by_lemp(profile: Profile, code: MeasureCode, on: date, ri: Truth) -> _Found:
    """RI and followed by the ORP; ACIT stands in for AIT, for those without allowances of the insurance."""
    with_orp, asked = _with_orp(profile, on)
    standing = ui_standing(profile, on) if code is _C.VD_ACIT else UiStatus.NONE
    unknown = standing in {None, UiStatus.WAITING}
    without_allowances = truth_of(None if unknown else standing is not UiStatus.OPEN_WITH_DAYS)
    asked = (ASSISTANCE, *asked) if ri is Truth.UNKNOWN else asked
    asked = (*asked, STANDING) if unknown else asked
    return _where(both(ri, with_orp, without_allowances), Row.RI_REGISTERED, asked)


def _by_lasv(profile: Profile, on: date, ri: Truth) -> _Found:
    """RI and not, or not at first, with the ORP, or in a joint unit; for those who are with the ORP the CSR says."""
    if ri is Truth.NOT_MET:
        return _NOT_PAID
    registered, asked = _registered_and_fit(profile, on)
    social = either(negated(registered), in_joint_unit(profile, on))
    if both(ri, social) is Truth.MET:
        return (Row.RI_SOCIAL,), ()
    if social is Truth.NOT_MET:
        asked = (PAYER_DECIDES,)
    elif social is Truth.MET:
        asked = ()
    elif registered is Truth.MET:
        asked = (FOLLOW_UP,)
    return (Row.RI_SOCIAL, None), (ASSISTANCE, *asked) if ri is Truth.UNKNOWN else asked


def _rows_of_ri(profile: Profile, on: date) -> _Found:
    with_orp, asked = _with_orp(profile, on)
    match with_orp:
        case Truth.MET:
            return (Row.RI_REGISTERED,), ()
        case Truth.NOT_MET:
            return (Row.RI_SOCIAL,), ()
    return (Row.RI_REGISTERED, Row.RI_SOCIAL), asked


def _rows_elsewhere(profile: Profile, on: date) -> _Found:
    standing = ui_standing(profile, on)
    exhausted = truth_of(None if standing is None else standing is UiStatus.OPEN_EXHAUSTED)
    match both(exhausted, negated(older_than_50(profile, on))):
        case Truth.MET:
            return (Row.EXHAUSTED,), ()
        case Truth.NOT_MET:
            return (Row.ASSISTED,), ()
    return (Row.ASSISTED, Row.EXHAUSTED), (STANDING if standing is None else AGE,)


def _with_orp(profile: Profile, on: date) -> tuple[Truth, tuple[Question, ...]]:
    """Followed by the ORP, alone or in a joint unit, which keeps those declared unfit for placement."""
    registered, asked = _registered_and_fit(profile, on)
    in_unit = in_joint_unit(profile, on)
    truth = either(registered, in_unit)
    if truth is not Truth.UNKNOWN:
        return truth, ()
    unit_open = in_unit is Truth.UNKNOWN and assistance(profile).follow_up is None
    return truth, (*asked, FOLLOW_UP) if unit_open else asked


def _registered_and_fit(profile: Profile, on: date) -> tuple[Truth, tuple[Question, ...]]:
    """Registered with the ORP on the day and not declared unfit for placement; what would settle it."""
    registration, placement = profile.pes_registration, profile.insurances.placement
    if registration is None:  # a status alone does not say in which country
        registered = both(holds(profile, Status.PES_REGISTERED, on), Truth.UNKNOWN)
    else:
        registered = truth_of(registration.country is Country.CH and registration.holds_on(on))
    fit = truth_of(None if placement is None else placement is not PlacementStatus.INAPT_DECIDED)
    truth = both(registered, fit)
    if truth is not Truth.UNKNOWN:
        return truth, ()
    parts = ((registered, REGISTRATION), (fit, PLACEABILITY))
    return truth, tuple(question for part, question in parts if part is Truth.UNKNOWN)


def disability_insurance(profile: Profile, code: MeasureCode, on: date) -> _Found:
    """A measure under way goes on; early intervention while a claim is pending; for all else the office says.

    Without a procedure it may pay early intervention alone, for whoever is or may be impaired. Source: LAI art. 7d.
    """
    early = code is _C.DI_EARLY
    match disability(profile).status:
        case DiStatus.MEASURE:
            return (Row.DI_MEASURE,), ()
        case DiStatus.CLAIM_PENDING if early:
            return (Row.DI_PENDING,), ()
        case DiStatus.NONE | DiStatus.CLAIM_REFUSED if early and is_impaired(profile, on) is not Truth.NOT_MET:
            return (Row.DI_EARLY, None), (DI_DECIDES,)
        case DiStatus.NONE | DiStatus.CLAIM_REFUSED:
            return _NOT_PAID
        case None:
            return (*([Row.DI_PENDING, Row.DI_EARLY] if early else []), Row.DI_MEASURE, None), (DISABILITY,)
        case _:
            return (Row.DI_MEASURE, None), (PAYER_DECIDES,)


def france(profile: Profile, _code: MeasureCode, on: date) -> _Found:
    """State, département or European fund for a person on RSA; for others the funder says."""
    rsa = holds(profile, Status.RSA, on)
    if rsa is Truth.MET:
        return (Row.FRANCE,), ()
    return (Row.FRANCE, None), (RSA if rsa is Truth.UNKNOWN else PAYER_DECIDES,)


def french_state(profile: Profile, code: MeasureCode, on: date) -> _Found:
    """What the State pays (IAE, PMSMP) does not hang on one allowance: registration is enough, or any of them.

    Whether a département takes a share for somebody without RSA is left to the question on shares.
    """
    statuses = (Status.RSA, Status.ASS, Status.AAH, Status.DETLD)
    registration = profile.pes_registration
    registered = truth_of(None if registration is None else registration.country is Country.FR)
    registered = both(registered, holds(profile, Status.PES_REGISTERED, on))
    known = either(registered, *(holds(profile, status, on) for status in statuses))
    return ((Row.FRANCE,), ()) if known is Truth.MET else france(profile, code, on)


def employer(_profile: Profile, _code: MeasureCode, _on: date) -> _Found:
    """An employer pays its own jobs."""
    return (Row.EMPLOYER,), ()


def unnamed(profile: Profile, code: MeasureCode, on: date) -> _Found:
    """Several payers that the catalogue does not name; in France those of the RSA."""
    return france(profile, code, on) if code.value.startswith("fr_") else ((Row.UNNAMED,), ())


SIDES: tuple[tuple[frozenset[Payer], Callable[[Profile, MeasureCode, date], _Found]], ...] = (
    (frozenset({Payer.AC}), unemployment_insurance),
    (frozenset({Payer.AS_CANTON, Payer.AS_COMMUNE}), social_assistance),
    (frozenset({Payer.DI}), disability_insurance),
    (frozenset({Payer.STATE_FR, Payer.DEPT_FR, Payer.FSE}), france),
    (frozenset({Payer.EMPLOYER}), employer),
    (frozenset({Payer.MIXED, Payer.CANTON}), unnamed),
)


def routes(profile: Profile, code: MeasureCode, payers: tuple[Payer, ...], on: date) -> tuple[Route, ...]:
    """One route for each side among the payers."""
    found = []
    for members, side in SIDES:
        own = tuple(payer for payer in payers if payer in members)
        answers = french_state if Payer.STATE_FR in own else side
        if own:
            found.append(Route(own, *answers(profile, code, on)))
    return tuple(found)


def _where(truth: Truth, row: Row, questions: tuple[Question, ...]) -> _Found:
    match truth:
        case Truth.MET:
            return (row,), ()
        case Truth.NOT_MET:
            return _NOT_PAID
    return (row, None), questions


def _unless_ri(ri: Truth) -> Question:
    return ASSISTANCE if ri is Truth.UNKNOWN else PAYER_DECIDES
