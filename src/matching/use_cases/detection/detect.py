"""Systematic detection: people of one's own units whose situation several institutions might look at together.

A list with reasons, made when somebody asks for it: nothing is written, nobody is told, nothing follows from it.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Literal

from matching.domain.detection import DetectionCriteria, DetectionCriterion
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import ConsentPurpose
from matching.domain.vocabulary.process import WITH_THE_PERSON, Role
from matching.domain.word import Identifier, Moment, Name, Text, Word, about
from matching.eligibility.facts import lives_in_canton
from matching.messages.say import say, spoken
from matching.use_cases.detection.conditions import Found, find
from matching.use_cases.detection.criteria_of_cantons import criteria_in_force
from matching.use_cases.person_file import open_files
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.workplace import Workplace
from matching.visibility.people import consents_to, redact
from matching.working_days.swiss_time import swiss_day

PURPOSE = ConsentPurpose.JOINT_REVIEW


class Detected(Word):
    """One person under one criterion: what fits, and what is not known and would have to be asked."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    canton: Annotated[Identifier, about("Canton whose criterion it is.", "XX")]
    legal_basis: Annotated[Name, about("The text that allows it.", "Loi inventée pour l'exemple, art. 1")]
    criterion: Annotated[Identifier, about("Criterion.", "suivi-long")]
    label: Annotated[Name, about("The criterion in the canton's words.", "Critère inventé")]
    institutions: Annotated[tuple[Institution, ...], about("Who might look together.", ["orp", "ssr"])]
    state: Annotated[Literal["fits", "to_check"], about("All conditions hold, or some are unknown.", "to_check")]
    facts: Annotated[tuple[Text, ...], about("What holds.", ["Sans emploi depuis 26 mois (critère : 24)."])]
    unknown: Annotated[tuple[Text, ...], about("What is not known.", ["La personne reçoit-elle l'aide sociale ?"])] = ()


class Detection(Word):
    """The list, those who fit first; when it is empty it says why."""

    viewer: Annotated[Identifier, about("Account that asked.", "demo")]
    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    language: Annotated[str, about("Language of the sentences.", "fr", pattern="^(fr|de|it|en)$")]
    files: Annotated[int, about("Files of the viewer's units.", 12, ge=0)]
    without_consent: Annotated[int, about("Files not looked at under some criterion for want of consent.", 3, ge=0)]
    people: Annotated[tuple[Detected, ...], about("Whom to look at.", [])] = ()
    empty_because: Annotated[Text | None, about("Why the list is empty.", "Aucun critère en vigueur.")] = None


def detect(workplace: Workplace, *, viewer: Viewer, at: datetime, lang: str = "fr") -> Detection:
    """Look at every file of the viewer's units at an aware moment, under the criteria that concern the viewer.

    A file is looked at only where the person consents, for this purpose, to each other institution concerned; what
    the viewer's own institution may not use is unknown, and unknown never fits. ForbiddenError for whoever follows
    nobody. Source: LACI art. 85f, LSE art. 35a (consent, case by case).
    """
    refuse_other_roles(viewer, WITH_THE_PERSON, "de voir cette liste")
    on = swiss_day(at)
    in_force = criteria_in_force(workplace, on)
    mine = [(canton, each) for canton in in_force for each in canton.criteria if _concerns(each, viewer)]
    files = open_files(workplace, viewer, Act.DETECT, at=at, purpose=PURPOSE)
    people: list[Detected] = []
    without_consent = 0
    for whole in [file.profile for file in files] if mine else ():
        allowed = [(canton, each) for canton, each in mine if _all_may_look(whole, each, viewer, at)]
        without_consent += len(allowed) < len(mine)
        person = redact(whole, viewer, at, PURPOSE)
        people += _detected(person, allowed, on, lang)
    people.sort(key=lambda found: (found.state != "fits", len(found.unknown)))
    answer = Detection(
        viewer=viewer.account,
        at=at,
        language=spoken(lang),
        files=len(files),
        without_consent=without_consent,
        people=tuple(people),
    )
    why = None if people else _why_empty(answer, any_in_force=bool(in_force), any_mine=bool(mine))
    return answer.model_copy(update={"empty_because": why and say(lang, f"detection.empty.{why}", day=on)})


def _concerns(criterion: DetectionCriterion, viewer: Viewer) -> bool:
    return viewer.role is Role.LOCAL or viewer.institution in criterion.institutions


def _all_may_look(person: Profile, criterion: DetectionCriterion, viewer: Viewer, at: datetime) -> bool:
    others = set(criterion.institutions) - {viewer.institution}
    return all(consents_to(person, institution, PURPOSE, at) for institution in others)


def _detected(
    person: Profile, criteria: list[tuple[DetectionCriteria, DetectionCriterion]], on: date, lang: str
) -> Iterator[Detected]:
    for canton, criterion in criteria:
        lives_there = lives_in_canton(person, canton.canton)
        found: list[tuple[str, Found]] = [("canton", Found(lives_there, {"asked": canton.canton}))]
        found += [(condition.kind, find(person, condition, on)) for condition in criterion.conditions]
        if any(each.truth is Truth.NOT_MET for _, each in found):
            continue
        said = {
            truth: tuple(
                say(lang, f"detection.{kind}.{truth.name.lower()}", **each.facts)
                for kind, each in found
                if each.truth is truth
            )
            for truth in (Truth.MET, Truth.UNKNOWN)
        }
        yield Detected(
            profile=person.id,
            canton=canton.canton,
            legal_basis=canton.legal_basis,
            criterion=criterion.id,
            label=criterion.label,
            institutions=criterion.institutions,
            state="to_check" if said[Truth.UNKNOWN] else "fits",
            facts=said[Truth.MET],
            unknown=said[Truth.UNKNOWN],
        )


def _why_empty(answer: Detection, *, any_in_force: bool, any_mine: bool) -> str:
    if not any_in_force:
        return "no_criteria"
    if not any_mine:
        return "not_concerned"
    if not answer.files:
        return "no_files"
    return "no_consent" if answer.without_consent == answer.files else "nobody"
