"""The one place that loads a person's file: what is stored of them, with what they have said since."""

from dataclasses import dataclass

from sqlalchemy import Connection

from matching.domain.consents import standing
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import Role
from matching.domain.voice import Contest, Refusal
from matching.errors import ForbiddenError, NotFoundError
from matching.storage import profiles
from matching.storage.voices import CONSENTS, CONTESTS, RANKING_CHOICES, REFUSALS
from matching.use_cases.workplace import Workplace

_WRITE_DOWN = frozenset({Role.COUNSELLOR, Role.SOCIAL_WORKER, Role.LOCAL})
"""Who sits with the person and may write down what they say."""


@dataclass(frozen=True)
class PersonFile:
    """A file as it counts now. `stored` says that it is the store's; `contests` are those still without answer."""

    profile: Profile
    stored: bool
    ranked: bool = True
    refusals: tuple[Refusal, ...] = ()
    contests: tuple[Contest, ...] = ()


def load_file(workplace: Workplace, profile: str | Profile, viewer: Viewer) -> PersonFile:
    """The file of a person with consents, choices, refusals and open contests; NotFoundError unless it is the viewer's.

    A profile handed over is its bearer's; when it is a copy of a file of the store, what was said since counts too.
    """
    with workplace.database.read() as connection:
        if isinstance(profile, str):
            return _as_said_since(connection, profiles.get(connection, profile, viewer.units), stored=True)
        try:
            profiles.revision(connection, profile.id, viewer.units)
        except NotFoundError:
            return PersonFile(profile, stored=False)
        return _as_said_since(connection, profile, stored=False)


def file_to_write(workplace: Workplace, profile: str, viewer: Viewer) -> PersonFile:
    """The file, for whoever writes down what the person says; ForbiddenError for other roles."""
    file = load_file(workplace, profile, viewer)
    if viewer.role not in _WRITE_DOWN:
        raise ForbiddenError(
            f"Le rôle « {viewer.role.fr} » ne note pas la parole d'une personne ; le demander à qui l'accompagne."
        )
    return file


def _as_said_since(connection: Connection, profile: Profile, *, stored: bool) -> PersonFile:
    about = [profile.id]
    consents = [entry.word for entry in CONSENTS.current(connection, units=None, subjects=about)]
    choices = [entry.word for entry in RANKING_CHOICES.current(connection, units=None, subjects=about)]
    return PersonFile(
        profile=profile.model_copy(update={"consents": standing((*profile.consents, *consents))}),
        stored=stored,
        ranked=max(choices, key=lambda choice: choice.at).ranked if choices else True,
        refusals=tuple(entry.word for entry in REFUSALS.current(connection, units=None, subjects=about)),
        contests=tuple(
            entry.word
            for entry in CONTESTS.current(connection, units=None, subjects=about)
            if entry.word.outcome is None
        ),
    )
