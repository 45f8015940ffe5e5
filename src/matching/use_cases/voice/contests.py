"""Any fact and any reason can be contested and must be answered: open contests wait, oldest first, and never expire."""

from datetime import datetime
from typing import Any, get_args

from pydantic import BaseModel
from sqlalchemy import Connection

from matching.contracts.reasons import word_from
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import ContestOutcome
from matching.domain.voice import Contest
from matching.errors import ConflictError, InvalidInputError, NotFoundError
from matching.storage import profiles
from matching.storage.ledger import Entry, nothing_under
from matching.storage.voices import CONTESTS
from matching.use_cases.person_file import file_to_write, read_file
from matching.use_cases.shown import shown_of
from matching.use_cases.voice.contested import may_know_of
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact


def contest_fact(
    workplace: Workplace, profile: str, fact: str, *, words: str, viewer: Viewer, at: datetime
) -> Entry[Contest]:
    """Write down at an aware moment that the person contests a field of the file, named as in the contract.

    InvalidInputError for a field there is not, or without words.
    """
    with workplace.acting(viewer, Act.CONTEST, at=at) as connection:
        file = file_to_write(connection, profile, viewer)
        if not _is_field(Profile, fact.split(".")):
            raise InvalidInputError(
                "« {field} » n'est pas un champ du dossier ; exemples : languages, residence.municipality, needs.",
                field=fact,
            )
        return _add(connection, file.profile, words, viewer, at, fact=fact)


def contest_reason(
    workplace: Workplace,
    profile: str,
    *,
    recommendation: str,
    opportunity: str,
    reason: str,
    words: str,
    viewer: Viewer,
    at: datetime,
) -> Entry[Contest]:
    """Write down at an aware moment that the person contests a rule or a feature of a card they were shown.

    NotFoundError when there is no such reason on the copy of that slate which this viewer may read.
    """
    with workplace.acting(viewer, Act.CONTEST, at=at) as connection:
        whole = file_to_write(connection, profile, viewer).profile
        if (recommendation, opportunity, reason) not in _reasons_read(connection, whole, viewer, at):
            raise NotFoundError(
                "Aucune raison {reason} pour {option} dans {slate} ; vérifier les trois.",
                reason=reason,
                option=opportunity,
                slate=recommendation,
                command="shown",
            )
        about = {"recommendation": recommendation, "opportunity": opportunity, "reason": reason}
        return _add(connection, whole, words, viewer, at, **about)


def answer_contest(
    workplace: Workplace, id_: str, *, outcome: ContestOutcome, answer: str, viewer: Viewer, at: datetime
) -> Entry[Contest]:
    """Answer a contest, once: corrected, kept or partly, in words. A person not content may contest again.

    NotFoundError, in the same words, when there is none or this viewer may not know of it.
    """
    with workplace.acting(viewer, Act.ANSWER_CONTEST, at=at) as connection:
        entry = CONTESTS.get(connection, id_)
        try:
            file_to_write(connection, entry.subject, viewer)
            known = _known(connection, [entry], viewer, at)
        except NotFoundError:
            known = []
        if not known:
            raise nothing_under(id_)
        if entry.word.outcome is not None:
            raise ConflictError("{id} a déjà reçu une réponse ; la personne peut contester à nouveau.", id=id_)
        if not answer.strip():
            raise InvalidInputError(
                "Une contestation reçoit une réponse en mots ; les ajouter.", command="contest answer --text"
            )
        told = {"outcome": outcome, "answer": answer, "answered_by": viewer.account, "answered_at": at}
        word = word_from(Contest, "Réponse non notée", entry.word.model_dump() | told)
        return CONTESTS.revise(connection, entry, word, author=viewer.account, at=at)


def list_contests(
    workplace: Workplace, *, viewer: Viewer, at: datetime, profile: str | None = None, answered: bool = False
) -> list[Entry[Contest]]:
    """The open contests of the viewer's people, oldest first; with `answered` those that have their answer as well."""
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        if profile is None:
            theirs = set(profiles.list_ids(connection))
            entries = CONTESTS.current(connection)
        else:
            theirs = {read_file(connection, profile).profile.id}
            entries = CONTESTS.current(connection, subjects=[profile])
        wanted = [each for each in entries if each.subject in theirs and (answered or each.word.outcome is None)]
        return _known(connection, wanted, viewer, at)


def _add(
    connection: Connection, whole: Profile, words: str, viewer: Viewer, at: datetime, **about: str
) -> Entry[Contest]:
    if not words.strip():
        raise InvalidInputError("Une contestation se dit en mots ; les ajouter.", command="contest add --words")
    contest = word_from(Contest, "Contestation non notée", {"profile": whole.id, "words": words, "at": at, **about})
    return CONTESTS.add(connection, contest, subject=whole.id, author=viewer.account, at=at)


def _known(connection: Connection, entries: list[Entry[Contest]], viewer: Viewer, at: datetime) -> list[Entry[Contest]]:
    """Those that this viewer may know of: no field withheld from them, no reason of a card they may not read."""
    people: dict[str, Profile] = {}
    reasons: dict[str, set[tuple[str, str, str]]] = {}
    known = []
    for entry in entries:
        subject, word = entry.subject, entry.word
        if subject not in people:
            people[subject] = read_file(connection, subject).profile
        if word.fact is not None:
            if may_know_of(word, redact(people[subject], viewer, at)):
                known.append(entry)
            continue
        if subject not in reasons:
            reasons[subject] = _reasons_read(connection, people[subject], viewer, at)
        if (word.recommendation, word.opportunity, word.reason) in reasons[subject]:
            known.append(entry)
    return known


def _reasons_read(connection: Connection, whole: Profile, viewer: Viewer, at: datetime) -> set[tuple[str, str, str]]:
    """(slate, option, rule or feature) of everything this viewer may read of what was shown for a person."""
    return {
        (slate.id, card.opportunity, reason)
        for slate in shown_of(connection, whole, viewer=viewer, at=at)
        for card in slate.cards
        for reason in (*(verdict.rule for verdict in card.verdicts), *(line.feature for line in card.contributions))
    }


def _is_field(word: Any, path: list[str]) -> bool:
    """Whether a dotted path names a field of a word, through optional parts and lists of parts."""
    if not path:
        return True
    if isinstance(word, type) and issubclass(word, BaseModel):
        field = word.model_fields.get(path[0])
        return field is not None and _is_field(field.annotation, path[1:])
    return any(_is_field(part, path) for part in get_args(word))
