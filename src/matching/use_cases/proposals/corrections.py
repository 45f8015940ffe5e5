"""Corrections wait until a counsellor confirms or dismisses them; only then does anything change in a file."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from matching.domain.feedback import Correction
from matching.domain.person import Languages, Skills
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.needs import DataCategory
from matching.domain.vocabulary.process import ACCOMPANYING, WITH_THE_PERSON, CorrectionStatus
from matching.errors import ConflictError
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry, nothing_under
from matching.storage.proposals import CORRECTIONS, REASON_FEEDBACK
from matching.use_cases.person_file import amend_file, read_file
from matching.use_cases.proposals.steps import answered_before, entry_held, refuse_stale, remember_answer, still_theirs
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.shown import as_read_by, slate_under
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact


def confirm_correction(
    workplace: Workplace,
    id_: str,
    *,
    viewer: Viewer,
    at: datetime,
    answer: str | None = None,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Correction]:
    """A counsellor confirms: a skill, a language or a pace is written into the file; words are corrected at the source.

    NotFoundError when it does not exist for this viewer, ConflictError when it was decided before.
    """
    refuse_other_roles(viewer, ACCOMPANYING, "de confirmer une correction")
    told = {"status": CorrectionStatus.CONFIRMED, "answer": answer}
    return _decide(workplace, id_, told, viewer=viewer, at=at, expected_version=expected_version, once=once)


def dismiss_correction(
    workplace: Workplace,
    id_: str,
    *,
    viewer: Viewer,
    at: datetime,
    answer: str | None = None,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Correction]:
    """A counsellor dismisses: nothing changes, and what was proposed stays on record. Errors as when confirming."""
    refuse_other_roles(viewer, ACCOMPANYING, "d'écarter une correction")
    told = {"status": CorrectionStatus.DISMISSED, "answer": answer}
    return _decide(workplace, id_, told, viewer=viewer, at=at, expected_version=expected_version, once=once)


def corrections_of(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> list[Entry[Correction]]:
    """What is or was proposed to be corrected for a person, as far as this viewer may know of it."""
    refuse_other_roles(viewer, WITH_THE_PERSON, "de lire des corrections")
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        person = redact(read_file(connection, profile).profile, viewer, at)
        entries = CORRECTIONS.current(connection, subjects=[profile])
        return [entry for entry in entries if may_know_correction(connection, entry, person, viewer, at)]


def _decide(
    workplace: Workplace,
    id_: str,
    told: Mapping[str, object],
    *,
    viewer: Viewer,
    at: datetime,
    expected_version: int | None,
    once: IdempotencyKey | None,
) -> Entry[Correction]:
    """What was decided is written down, and into the file where it was confirmed and is a fact of the file."""
    with workplace.acting(viewer, Act.CORRECT, at=at) as connection:
        if (before := answered_before(connection, CORRECTIONS, viewer, once)) is not None:
            return still_theirs(connection, before)
        entry, person = entry_held(connection, CORRECTIONS, id_, viewer, at)
        if not may_know_correction(connection, entry, person, viewer, at):
            raise nothing_under(id_)
        refuse_stale(entry.version, expected_version)
        if entry.word.status is not CorrectionStatus.PROPOSED:
            raise ConflictError("Cette correction est déjà {status} ; en proposer une autre.", status=entry.word.status)
        word = entry.word.model_copy(update={"decided_by": viewer.account, **told})
        decided = CORRECTIONS.revise(connection, entry, word, author=viewer.account, at=at)
        if word.status is CorrectionStatus.CONFIRMED and _is_of_the_file(word):
            amend_file(connection, entry.subject, lambda person: _amended(person, word), at)
        remember_answer(connection, decided, viewer, once)
        return decided


def may_know_correction(
    connection: Connection, entry: Entry[Correction], person: Profile, viewer: Viewer, at: datetime
) -> bool:
    """Whether it exists for who sees the redacted `person`.

    A pace is health; a wrong explanation is for whoever may read the card it stands on.
    """
    word = entry.word
    if word.work_pace_percent is not None and DataCategory.HEALTH in person.withheld:
        return False
    if word.source != "feedback":
        return True
    feedback = REASON_FEEDBACK.find(connection, word.origin)
    slate = slate_under(connection, feedback.word.recommendation) if feedback else None
    if slate is None:
        return False
    cards = as_read_by(slate.word, person, viewer, at).cards
    return any(card.opportunity == word.opportunity for card in cards)


def _is_of_the_file(word: Correction) -> bool:
    return any((word.skill, word.language, word.work_pace_percent is not None))


def _amended(person: Profile, word: Correction) -> dict[str, Any]:
    """The fields of the stored file that a correction changes."""
    if word.skill is not None:
        known = person.skills
        if any(skill.label == word.skill.label for skill in known.items):
            return {}
        return {"skills": Skills(items=(*known.items, word.skill), complete=known.complete)}
    if word.language is not None:
        others = tuple(one for one in person.languages.items if one.language is not word.language.language)
        return {"languages": Languages(items=(*others, word.language), complete=person.languages.complete)}
    pace = {"work_pace_percent": word.work_pace_percent}
    return {"availability": person.availability.model_copy(update=pace)}
