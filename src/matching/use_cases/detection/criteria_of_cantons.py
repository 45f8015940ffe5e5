"""The cantons' own criteria: set with their legal basis, kept with their dates; none are there to begin with."""

from collections import Counter
from datetime import date, datetime

from matching.domain.detection import DetectionCriteria
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import RUNNING_PROGRAMMES, Role
from matching.errors import InvalidInputError
from matching.storage import accounts
from matching.storage.ledger import Ledger
from matching.storage.scope import NOBODY
from matching.storage.tables import detection_criteria
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.workplace import Workplace

_LEDGER = Ledger(detection_criteria, DetectionCriteria)


def set_detection_criteria(
    workplace: Workplace, criteria: DetectionCriteria, *, viewer: Viewer, at: datetime
) -> DetectionCriteria:
    """Write a canton's criteria down; those that begin on the same day get a new version, none is lost.

    ForbiddenError for whoever runs no programmes: without an account only in a store that has none. InvalidInputError
    when they end before they begin or name two criteria alike.
    """
    _check(criteria)
    with workplace.acting(viewer, Act.ADMINISTER, at=at) as connection:
        if viewer.role is not Role.LOCAL or accounts.all_viewers(connection):
            refuse_other_roles(viewer, RUNNING_PROGRAMMES, "de fixer les critères d'un canton")
        known = _LEDGER.current(connection, subjects=[criteria.canton])
        same = next((entry for entry in known if entry.word.valid_from == criteria.valid_from), None)
        if same is None:
            _LEDGER.add(connection, criteria, subject=criteria.canton, unit=None, author=viewer.account, at=at)
        elif same.word != criteria:
            _LEDGER.revise(connection, same, criteria, author=viewer.account, at=at)
    return criteria


def criteria_in_force(workplace: Workplace, on: date) -> list[DetectionCriteria]:
    """What holds on a day, by canton: of those begun the last alone counts, and nothing when it is over or empty."""
    with workplace.database.read(NOBODY) as connection:
        known = [entry.word for entry in _LEDGER.current(connection)]
    begun = sorted((each for each in known if each.valid_from <= on), key=lambda each: each.valid_from)
    last = {each.canton: each for each in begun}
    return [last[canton] for canton in sorted(last) if last[canton].holds_on(on) and last[canton].criteria]


def _check(criteria: DetectionCriteria) -> None:
    if criteria.valid_to is not None and criteria.valid_to < criteria.valid_from:
        raise InvalidInputError("Les critères finissent avant de commencer : corriger valid_from ou valid_to.")
    twice = [name for name, count in Counter(each.id for each in criteria.criteria).items() if count > 1]
    if twice:
        raise InvalidInputError(f"Deux critères portent l'identifiant {twice[0]} ; en renommer un.")
