"""Observations: what a provider saw of its participant; person and counsellor have their word before it counts."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection

from matching.contracts.reasons import word_from
from matching.domain.feedback import Correction
from matching.domain.observation import Observation
from matching.domain.participation import Start
from matching.domain.permission import Permission
from matching.domain.person import LanguageSkill, Skill
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.needs import DataCategory
from matching.domain.vocabulary.process import (
    ACCOMPANYING,
    WITH_THE_PERSON,
    CorrectionStatus,
)
from matching.errors import ConflictError, InvalidInputError, NotFoundError
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry, nothing_under
from matching.storage.proposals import CORRECTIONS, OBSERVATIONS, PROPOSALS
from matching.use_cases.person_file import read_file
from matching.use_cases.proposals.held import Held, known_among
from matching.use_cases.proposals.steps import (
    answered_before,
    entry_held,
    refuse_stale,
    remember_answer,
    still_theirs,
)
from matching.use_cases.roles import refuse_other_roles, refuse_role_without
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact
from matching.working_days.swiss_time import swiss_day


def record_observation(
    workplace: Workplace,
    profile: str,
    opportunity: str,
    *,
    viewer: Viewer,
    at: datetime,
    seen_from: date,
    seen_to: date,
    with_consent: bool,
    skills: Sequence[Skill] = (),
    work_pace_percent: int | None = None,
    attendance_percent: int | None = None,
    language: LanguageSkill | None = None,
    text: str | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Observation]:
    """Note what the viewer's own participant was seen to do, in the grid that all providers share.

    InvalidInputError without the person's consent: then nothing is kept. NotFoundError, in the same words, for whoever
    has not begun there or is nobody's participant here.
    """
    refuse_role_without(viewer, Permission.RECORD_OBSERVATION)
    with workplace.acting(viewer, Act.OBSERVE, at=at) as connection:
        if (before := answered_before(connection, OBSERVATIONS, viewer, once)) is not None:
            return before
        held, begun_on = _participation(connection, profile, opportunity, viewer, at)
        seen: dict[str, object] = {
            "skills": tuple(skills),
            "work_pace_percent": work_pace_percent,
            "language": language,
        }
        seen |= {"attendance_percent": attendance_percent, "text": text}
        if not with_consent:
            raise InvalidInputError("Sans l'accord de la personne, une observation n'est pas conservée ; le demander.")
        if not any(value not in (None, (), "") for value in seen.values()):
            raise InvalidInputError("Une observation dit au moins une chose de la grille ; la remplir.")
        if not begun_on <= seen_from <= seen_to <= swiss_day(at):
            raise InvalidInputError("La période observée se place entre le début et aujourd'hui ; corriger les jours.")
        about: dict[str, object] = {
            "profile": profile,
            "opportunity": opportunity,
            "seen_from": seen_from,
            "seen_to": seen_to,
        }
        about |= {"with_consent": True, "observed_by": viewer.account, "observed_at": at}
        word = word_from(Observation, "Observation refusée", about | seen)
        entry = OBSERVATIONS.add_beside(connection, word, held.entry, author=viewer.account, at=at)
        remember_answer(connection, entry, viewer, once)
        return entry


def show_observation(
    workplace: Workplace,
    id_: str,
    *,
    viewer: Viewer,
    at: datetime,
    answer: str | None = None,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Observation]:
    """Note that the person has seen it, with their answer if they give one; they may add one until it is decided."""
    refuse_other_roles(viewer, WITH_THE_PERSON, "de noter la parole d'une personne")
    with workplace.acting(viewer, Act.OBSERVE, at=at) as connection:
        if (before := answered_before(connection, OBSERVATIONS, viewer, once)) is not None:
            return still_theirs(connection, before)
        entry = _undecided(connection, id_, viewer, at, expected_version)
        told = {"shown_at": entry.word.shown_at or at, "person_answer": answer or entry.word.person_answer}
        word = word_from(Observation, "Réponse refusée", entry.word.model_dump() | told)
        shown = OBSERVATIONS.revise(connection, entry, word, author=viewer.account, at=at)
        remember_answer(connection, shown, viewer, once)
        return shown


def confirm_observation(
    workplace: Workplace,
    id_: str,
    *,
    viewer: Viewer,
    at: datetime,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Observation]:
    """A counsellor confirms it: now it counts, and proposes changes of the file, each confirmed on its own.

    ConflictError as long as the person has not seen it.
    """
    refuse_other_roles(viewer, ACCOMPANYING, "de confirmer une observation")
    status = CorrectionStatus.CONFIRMED
    return _decide(workplace, id_, status, viewer=viewer, at=at, expected_version=expected_version, once=once)


def dismiss_observation(
    workplace: Workplace,
    id_: str,
    *,
    viewer: Viewer,
    at: datetime,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Observation]:
    """A counsellor dismisses it: it counts nowhere, and stays on record."""
    refuse_other_roles(viewer, ACCOMPANYING, "d'écarter une observation")
    status = CorrectionStatus.DISMISSED
    return _decide(workplace, id_, status, viewer=viewer, at=at, expected_version=expected_version, once=once)


def observations_of(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> list[Entry[Observation]]:
    """The observations of a person, for the person and whoever accompanies them, as far as they may know of them."""
    refuse_other_roles(viewer, WITH_THE_PERSON, "de lire des observations")
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        person = redact(read_file(connection, profile).profile, viewer, at)
        entries = OBSERVATIONS.current(connection, subjects=[profile])
        return [entry for entry in entries if may_know_observation(entry.word, person)]


def _participation(
    connection: Connection, profile: str, opportunity: str, viewer: Viewer, at: datetime
) -> tuple[Held, date]:
    """The participation that was begun, and its first day."""
    there = [
        entry
        for entry in PROPOSALS.current(connection)
        if entry.subject == profile and entry.word.opportunity == opportunity
    ]
    for held in reversed(known_among(connection, there, viewer, at, None)):
        begun = [step.on for entry in held.steps if isinstance(step := entry.word.step, Start) and step.came]
        if begun:
            return held, begun[0]
    raise NotFoundError(
        "Aucune participation de {file} à {option} n'a commencé chez vous ; vérifier les identifiants.",
        file=profile,
        option=opportunity,
    )


def _decide(
    workplace: Workplace,
    id_: str,
    status: CorrectionStatus,
    *,
    viewer: Viewer,
    at: datetime,
    expected_version: int | None,
    once: IdempotencyKey | None,
) -> Entry[Observation]:
    """What was decided is written down; what was confirmed proposes its changes of the file."""
    with workplace.acting(viewer, Act.OBSERVE, at=at) as connection:
        if (before := answered_before(connection, OBSERVATIONS, viewer, once)) is not None:
            return still_theirs(connection, before)
        entry = _undecided(connection, id_, viewer, at, expected_version)
        if status is CorrectionStatus.CONFIRMED and entry.word.shown_at is None:
            raise ConflictError("La personne n'a pas encore vu cette observation ; la lui montrer d'abord.")
        told = {"status": status, "decided_by": viewer.account, "decided_at": at}
        word = Observation.model_validate(entry.word.model_dump() | told)
        decided = OBSERVATIONS.revise(connection, entry, word, author=viewer.account, at=at)
        for change in _changes(decided) if status is CorrectionStatus.CONFIRMED else ():
            CORRECTIONS.add(connection, change, subject=entry.subject, author=viewer.account, at=at)
        remember_answer(connection, decided, viewer, once)
        return decided


def _undecided(
    connection: Connection, id_: str, viewer: Viewer, at: datetime, expected_version: int | None
) -> Entry[Observation]:
    entry, person = entry_held(connection, OBSERVATIONS, id_, viewer, at)
    if not may_know_observation(entry.word, person):
        raise nothing_under(id_)
    refuse_stale(entry.version, expected_version)
    if entry.word.status is not CorrectionStatus.PROPOSED:
        raise ConflictError(
            "Cette observation est déjà {status} ; il n'y a plus rien à en décider.", status=entry.word.status
        )
    return entry


def may_know_observation(word: Observation, person: Profile) -> bool:
    """Whether it exists for who sees the redacted `person`: pace, attendance and free words are health."""
    tells = (word.work_pace_percent, word.attendance_percent, word.text)
    return DataCategory.HEALTH not in person.withheld or all(value is None for value in tells)


def _changes(entry: Entry[Observation]) -> list[Correction]:
    """What a confirmed observation would change in the file; attendance has no field there."""
    seen = entry.word
    shared = Correction(
        profile=entry.subject,
        corrects="profile",
        opportunity=seen.opportunity,
        source="observation",
        origin=entry.id,
    )
    changes: list[dict[str, object]] = [{"skill": skill} for skill in seen.skills]
    changes += [{"language": seen.language}] if seen.language else []
    changes += [] if seen.work_pace_percent is None else [{"work_pace_percent": seen.work_pace_percent}]
    return [shared.model_copy(update=change) for change in changes]
