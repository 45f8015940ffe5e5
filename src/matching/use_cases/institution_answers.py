"""What institutions answer about a person: to the open question of a rule, or fit or not fit; the latest counts."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from matching.domain.answer import FitnessAnswer, RuleAnswer
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import FitnessTest, Institution
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import ACCOMPANYING, Role
from matching.eligibility.answers import answer_to, latest
from matching.eligibility.rules import RULES
from matching.eligibility.rules.health import FITNESS
from matching.errors import ConflictError, ForbiddenError, InvalidInputError
from matching.storage.answers import FITNESS_ANSWERS, RULE_ANSWERS
from matching.use_cases.person_file import load_file, open_file
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact
from matching.working_days.swiss_time import swiss_day

_ANSWERABLE = {rule.id: rule for rule in RULES if rule.may_be_settled and rule.id != FITNESS}


@dataclass(frozen=True)
class Told:
    """One answer; `counts` says that it is the one that counts today."""

    answer: RuleAnswer | FitnessAnswer
    counts: bool


def record_rule_answer(
    workplace: Workplace,
    profile: str,
    rule: str,
    *,
    holds: bool,
    institution: Institution,
    viewer: Viewer,
    at: datetime,
    code: MeasureCode | None = None,
    stated_on: date | None = None,
    expires_on: date | None = None,
) -> RuleAnswer:
    """Write down what an institution answered to a rule's question, on one kind of measure or on all it concerns.

    InvalidInputError for a rule that never asks a payer or about the law. Else as in `_file_to_sign`, `_signed` and
    `_refuse_withheld`.
    """
    person = _file_to_sign(workplace, profile, institution, viewer)
    _refuse_unasked(rule, code)
    answer = RuleAnswer(
        rule=rule,
        code=code,
        holds=holds,
        **_signed(institution, viewer, at, stated_on=stated_on, expires_on=expires_on),
    )
    _refuse_withheld(person.model_copy(update={"answers": (answer,), "fitness": ()}), viewer, at)
    with workplace.acting(viewer, Act.INSTITUTION_ANSWER, at=at) as connection:
        RULE_ANSWERS.add(connection, answer, subject=profile, author=viewer.account, at=at)
    return answer


def record_fitness_answer(
    workplace: Workplace,
    profile: str,
    test: FitnessTest,
    *,
    fit: bool,
    institution: Institution,
    viewer: Viewer,
    at: datetime,
    stated_on: date | None = None,
    expires_on: date | None = None,
) -> FitnessAnswer:
    """Write down fit or not fit for one demand, as an institution answered it. Errors as for a rule's answer."""
    person = _file_to_sign(workplace, profile, institution, viewer)
    answer = FitnessAnswer(
        test=test, fit=fit, **_signed(institution, viewer, at, stated_on=stated_on, expires_on=expires_on)
    )
    _refuse_withheld(person.model_copy(update={"answers": (), "fitness": (answer,)}), viewer, at)
    with workplace.acting(viewer, Act.INSTITUTION_ANSWER, at=at) as connection:
        FITNESS_ANSWERS.add(connection, answer, subject=profile, author=viewer.account, at=at)
    return answer


def list_answers(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> list[Told]:
    """Every answer that this viewer may read, those of the file included, the latest first."""
    person, on = redact(open_file(workplace, profile, viewer, Act.READ_FILE, at=at).profile, viewer, at), swiss_day(at)
    told = [Told(each, answer_to(person, each.rule, each.code, on) is each) for each in person.answers]
    told += [
        Told(each, latest((other for other in person.fitness if other.test is each.test), on) is each)
        for each in person.fitness
    ]
    return sorted(told, key=lambda each: each.answer.stated_on)[::-1]


def _file_to_sign(workplace: Workplace, profile: str, institution: Institution, viewer: Viewer) -> Profile:
    """The file, for whoever may sign: who accompanies the person, for what an institution told them, or its own staff.

    NotFoundError unless the file is the viewer's; ForbiddenError for anybody else, and without an account: an answer
    that counts against or for somebody is signed.
    """
    person = load_file(workplace, profile, viewer).profile
    if viewer.role is Role.LOCAL:
        raise ForbiddenError("Une réponse d'institution est signée : nommer un compte avec --as.")
    if viewer.role not in ACCOMPANYING and (viewer.role is not Role.PAYER or viewer.institution is not institution):
        raise ForbiddenError(
            f"Le rôle « {viewer.role.fr} » ne note pas de réponse de : {institution.fr} ; "
            "le laisser à qui accompagne la personne, ou à cette institution."
        )
    return person


def _signed(
    institution: Institution, viewer: Viewer, at: datetime, *, stated_on: date | None, expires_on: date | None
) -> dict[str, Any]:
    """Who answered, when and until when; InvalidInputError for a day to come, or an answer that no longer counts."""
    today = swiss_day(at)
    if stated_on is not None and stated_on > today:
        raise InvalidInputError(f"Une réponse ne peut pas dater du {stated_on:%d.%m.%Y}, qui est à venir.")
    if expires_on is not None and expires_on < today:
        raise InvalidInputError(f"Cette réponse n'a plus cours depuis le {expires_on:%d.%m.%Y} ; corriger --until.")
    return {
        "institution": institution,
        "author": viewer.role.fr,
        "stated_on": stated_on or today,
        "expires_on": expires_on,
    }


def _refuse_unasked(rule: str, code: MeasureCode | None) -> None:
    if rule == FITNESS:
        raise InvalidInputError("L'aptitude se répond demande par demande ; utiliser `matching answer fitness`.")
    if rule not in _ANSWERABLE:
        raise InvalidInputError(
            f"La règle {rule} ne demande rien à une institution ; celles qui le font : {', '.join(_ANSWERABLE)}."
        )
    codes = _ANSWERABLE[rule].codes
    if code is not None and codes is not None and code not in codes:
        raise InvalidInputError(f"La règle {rule} ne porte pas sur {code} ; elle porte sur : {', '.join(codes)}.")


def _refuse_withheld(person: Profile, viewer: Viewer, at: datetime) -> None:
    """ConflictError when whoever writes this one answer down might not read it: what lacks consent does not enter."""
    seen = redact(person, viewer, at)
    if (seen.answers, seen.fitness) != (person.answers, person.fitness):
        raise ConflictError(
            "La personne n'a pas consenti à ce que votre institution utilise ce que dit cette réponse ; "
            "demander son accord (`matching consent`)."
        )
