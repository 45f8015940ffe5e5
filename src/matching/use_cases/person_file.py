"""The one place that loads a person's file: what is stored, with what they have said since and what was answered."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from matching.domain.consents import standing
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.needs import ConsentPurpose
from matching.domain.vocabulary.process import WITH_THE_PERSON
from matching.domain.voice import Contest, RankingChoice, Refusal
from matching.errors import NotFoundError
from matching.storage import profiles
from matching.storage.agreements import PLANS, agreed_objective
from matching.storage.answers import FITNESS_ANSWERS, RULE_ANSWERS
from matching.storage.ledger import W
from matching.storage.person_ledger import PersonLedger
from matching.storage.voices import CONSENTS, CONTESTS, RANKING_CHOICES, REFUSALS
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.workplace import Workplace


@dataclass(frozen=True)
class PersonFile:
    """A file as it counts now. `stored` says that it is the store's; `contests` are those still without answer."""

    profile: Profile
    stored: bool
    ranked: bool = True
    refusals: tuple[Refusal, ...] = ()
    contests: tuple[Contest, ...] = ()


@dataclass(frozen=True)
class Paper:
    """A file as it was written, without what was answered or agreed since; `consented` is the same with the consents
    as they stand, by which it is redacted.
    """

    profile: Profile
    consented: Profile
    revision: int


def load_file(workplace: Workplace, profile: str | Profile, viewer: Viewer) -> PersonFile:
    """As `read_file`, for whoever writes down afterwards what they did with it."""
    with workplace.reading(viewer) as connection:
        return read_file(connection, profile)


def open_file(
    workplace: Workplace, profile: str | Profile, viewer: Viewer, act: Act, *, at: datetime, about: str | None = None
) -> PersonFile:
    """As `read_file`, for whoever only reads, which the audit tells."""
    with workplace.acting(viewer, act, at=at, about=about) as connection:
        return read_file(connection, profile)


def open_files(
    workplace: Workplace,
    viewer: Viewer,
    act: Act,
    *,
    at: datetime,
    about: str | None = None,
    purpose: ConsentPurpose = ConsentPurpose.MATCHING,
) -> list[PersonFile]:
    """As `read_files`, for whoever only reads, which the audit tells."""
    with workplace.acting(viewer, act, at=at, about=about, purpose=purpose) as connection:
        return read_files(connection)


def read_file(connection: Connection, profile: str | Profile) -> PersonFile:
    """The file of a person with consents, choices, refusals and open contests; NotFoundError unless it is the viewer's.

    A profile handed over is its bearer's; when it has the id of a file of the store, consents and the wish for no
    ranking count. Nothing else of that file is joined: whoever writes a profile by hand would read it off the answer.
    """
    if isinstance(profile, str):
        return _as_said_since(connection, [profiles.get(connection, profile)], stored=True)[0]
    try:
        profiles.revision(connection, profile.id)
    except NotFoundError:
        return PersonFile(profile, stored=False)
    known = _as_said_since(connection, [profile], stored=False)[0]
    return PersonFile(
        profile.model_copy(update={"consents": known.profile.consents}), stored=False, ranked=known.ranked
    )


def read_files(connection: Connection) -> list[PersonFile]:
    """The same for all people of the viewer's units, in the order of ids."""
    return _as_said_since(connection, list(profiles.all_visible(connection)), stored=True)


def read_files_of(connection: Connection, numbers: Iterable[str]) -> dict[str, PersonFile]:
    """The same for some people by the house's own numbers, as far as they are in the scope."""
    people = dict(profiles.of_people(connection, numbers))
    return dict(zip(people, _as_said_since(connection, list(people.values()), stored=True), strict=True))


def paper_file(connection: Connection, profile: str) -> Paper:
    """The file of a person as it was written; NotFoundError unless it is the viewer's."""
    return _paper(connection, profiles.get(connection, profile))


def hold_paper(connection: Connection, profile: str) -> Paper:
    """As `paper_file`, for a writer: writers about one person queue here."""
    return _paper(connection, profiles.hold(connection, profile))


def _paper(connection: Connection, profile: Profile) -> Paper:
    said = [entry.word for entry in CONSENTS.current(connection, subjects=[profile.id])]
    consents = standing((*profile.consents, *said))
    return Paper(
        profile=profile,
        consented=profile.model_copy(update={"consents": consents}),
        revision=profiles.revision(connection, profile.id),
    )


def hold_file(connection: Connection, profile: str) -> PersonFile:
    """As `read_file`, for a writer: writers about one person queue here, so that what was checked still holds."""
    return _as_said_since(connection, [profiles.hold(connection, profile)], stored=True)[0]


def file_to_write(connection: Connection, profile: str, viewer: Viewer) -> PersonFile:
    """As `hold_file`, for whoever writes down what the person says; ForbiddenError for other roles."""
    file = hold_file(connection, profile)
    refuse_other_roles(viewer, WITH_THE_PERSON, "de noter la parole d'une personne")
    return file


def amend_file(connection: Connection, profile: str, change: Callable[[Profile], dict[str, Any]], at: datetime) -> None:
    """Change fields of a file as it is stored, without what was said and answered since, which stands elsewhere."""
    stored = profiles.hold(connection, profile)
    changed = Profile.model_validate(stored.model_dump() | change(stored))
    profiles.upsert(connection, [changed], at=at)


def _as_said_since(connection: Connection, people: Sequence[Profile], *, stored: bool) -> list[PersonFile]:
    """The files of some people, each with what was said and agreed since."""
    about = profiles.numbers(connection, [person.id for person in people])

    def said(ledger: PersonLedger[W]) -> dict[str, list[W]]:
        found: dict[str, list[W]] = {}
        for entry in ledger.current_of(connection, about):
            found.setdefault(entry.subject, []).append(entry.word)
        return found

    consents, choices, refusals, contests = said(CONSENTS), said(RANKING_CHOICES), said(REFUSALS), said(CONTESTS)
    planned, answers, fitness = said(PLANS), said(RULE_ANSWERS), said(FITNESS_ANSWERS)
    return [
        PersonFile(
            profile=person.model_copy(
                update={
                    "consents": standing((*person.consents, *consents.get(person.id, ()))),
                    "answers": (*person.answers, *answers.get(person.id, ())),
                    "fitness": (*person.fitness, *fitness.get(person.id, ())),
                    "objective": (person.id in planned and agreed_objective(connection, person.id)) or person.objective,
                }
            ),
            stored=stored,
            ranked=_wants_ranking(choices.get(person.id, ())),
            refusals=tuple(refusals.get(person.id, ())),
            contests=tuple(contest for contest in contests.get(person.id, ()) if contest.outcome is None),
        )
        for person in people
    ]


def _wants_ranking(choices: Sequence[RankingChoice]) -> bool:
    """What was last chosen; without a choice, a ranking."""
    return max(choices, key=lambda choice: choice.at).ranked if choices else True
