"""The plan of a person: one objective and sequence, a part for each side, agreed once all three have one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from matching.contracts.reasons import word_from
from matching.domain.plan import CaseLead, Plan, PlanPart
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.needs import Objective
from matching.domain.vocabulary.process import ACCOMPANYING, Role
from matching.errors import ConflictError, InvalidInputError, Said
from matching.messages.say import DEFAULT, say
from matching.storage.agreements import PLANS, plan_of
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.funding import on_file
from matching.use_cases.person_file import hold_file, read_file
from matching.use_cases.proposals.steps import answered_before, remember_answer, still_theirs
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact
from matching.working_days.swiss_time import swiss_day

_REFUSED = "Part du plan refusée"


@dataclass(frozen=True)
class PlanShown:
    """A person's plan and who leads, with what follows from it in words."""

    profile: str
    plan: Plan | None
    lead: CaseLead | None
    notes: tuple[str, ...]


def show_plan(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime, lang: str = DEFAULT) -> PlanShown:
    """The plan of a person at an aware moment; NotFoundError when the file does not exist for this viewer."""
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        person = read_file(connection, profile).profile
        entry = plan_of(connection, profile)
    plan = entry.word if entry else None
    lead = on_file(workplace, profile, redact(person, viewer, at), viewer, at).lead
    return PlanShown(person.id, plan, lead, tuple(_notes(plan, lead, lang)))


def write_part(
    workplace: Workplace,
    profile: str,
    text: str,
    *,
    viewer: Viewer,
    at: datetime,
    of_person: bool = False,
    dissent: str | None = None,
    objective: str | None = None,
    steps: Sequence[str] | None = None,
    review_on: date | None = None,
    once: IdempotencyKey | None = None,
) -> Plan:
    """Write one's own part, or write down the person's own words; the plan then waits to be agreed again.

    The first part sets the objective; later ones may change objective, steps and the day of review, which all must then
    agree to. Whose part it is follows from the viewer's role, so that nobody writes the other's. ForbiddenError for
    other roles, InvalidInputError for a review on a day that is over.
    """
    role = _own_side(viewer)
    if review_on is not None and review_on < swiss_day(at):
        raise InvalidInputError("Le {day} est passé : une revue du plan est à venir.", day=review_on)
    with workplace.acting(viewer, Act.PLAN, at=at) as connection:
        if (before := answered_before(connection, PLANS, viewer, once)) is not None:
            return still_theirs(connection, before).word
        person = hold_file(connection, profile).profile
        entry = plan_of(connection, profile)
        if entry is None and objective is None:
            raise InvalidInputError(
                "Ce dossier n'a pas encore de plan ; indiquer l'objectif avec la première part, au choix {codes}.",
                codes=[Said("{code} = {reason}", code=one.value, reason=one) for one in Objective],
                command="plan part --objective",
            )
        stands = entry.word.model_dump() if entry else {"profile": person.id, "steps": (), "parts": ()}
        changes = {"objective": objective, "steps": None if steps is None else tuple(steps), "review_on": review_on}
        part = {"role": None if of_person else role, "text": text, "dissent": dissent}
        changed = stands | {name: value for name, value in changes.items() if value is not None}
        written = {**part, "recorded_by": viewer.account, "recorded_at": at}
        plan = word_from(Plan, _REFUSED, changed).with_part(word_from(PlanPart, _REFUSED, written))
        if entry is not None:
            written_down = PLANS.revise(connection, entry, plan, author=viewer.account, at=at)
        else:
            written_down = PLANS.add(connection, plan, subject=person.id, author=viewer.account, at=at)
        remember_answer(connection, written_down, viewer, once)
        return written_down.word


def agree_plan(
    workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime, once: IdempotencyKey | None = None
) -> Plan:
    """Record that the three sides agree; ConflictError while one of them has no part."""
    _own_side(viewer)
    with workplace.acting(viewer, Act.PLAN, at=at) as connection:
        if (before := answered_before(connection, PLANS, viewer, once)) is not None:
            return still_theirs(connection, before).word
        hold_file(connection, profile)
        entry = plan_of(connection, profile)
        if entry is None:
            raise ConflictError("Ce dossier n'a pas de plan ; écrire d'abord une part.")
        missing = entry.word.missing_sides()
        if missing:
            sides = [role or Said("la personne") for role in missing]
            raise ConflictError("Le plan n'a pas encore la part de chacun ; il manque : {sides}.", sides=sides)
        agreed = PLANS.revise(
            connection, entry, entry.word.model_copy(update={"agreed_at": at}), author=viewer.account, at=at
        )
        remember_answer(connection, agreed, viewer, once)
        return agreed.word


def _own_side(viewer: Viewer) -> Role:
    refuse_other_roles(viewer, ACCOMPANYING, "d'avoir une part dans un plan")
    return viewer.role


def _notes(plan: Plan | None, lead: CaseLead | None, lang: str) -> list[str]:
    notes = []
    if plan is not None and plan.agreed_at is None:
        notes.append(say(lang, "plan.not_agreed"))
    if lead is not None and lead.mandated_by is not None:
        notes.append(say(lang, "plan.no_counselling", sender=lead.mandated_by, lead=lead.institution))
    return notes
