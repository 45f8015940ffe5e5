"""What learning may read of the log: slates as served and all that followed, up to one moment, and no word in them."""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, groupby
from pathlib import Path

from sqlalchemy import Connection

from matching.domain.feedback import ReasonFeedback
from matching.domain.outcome import Outcome
from matching.domain.permission import Permission
from matching.domain.proposal import Proposal
from matching.domain.served import ServedSlate
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.storage import profiles
from matching.storage.ledger import Entry
from matching.storage.person_keys import vault_of
from matching.storage.proposals import OUTCOMES, PROPOSALS, REASON_FEEDBACK, proposal_id
from matching.storage.scope import as_the_house
from matching.storage.served import SERVED_SLATES
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace

SNAPSHOTS, PROTECTED = "learning/snapshots", "learning/protected"
"""Where the training keeps snapshots of the log, and protected copies apart from them, under the data folder: one
folder each, its people in the manifest."""


@dataclass(frozen=True)
class LearningLog:
    """Slates with whatever was written about their options up to a moment; nobody's steps lead back to a file."""

    slates: Sequence[Entry[ServedSlate]]
    steps: Mapping[str, Sequence[Entry[Proposal]]]
    """By the id of the proposal, every step, oldest first."""
    outcomes: Sequence[Entry[Outcome]]
    """As last stated."""
    feedback: Sequence[Entry[ReasonFeedback]]
    number_of: Callable[[str], int]
    """What stands for a person, an account, an option or a slate in what leaves the store: `number_of`, of this one."""

    def steps_on(self, slate: str, option: str) -> Sequence[Entry[Proposal]]:
        """The steps of one option of one slate; empty when nobody decided."""
        return self.steps.get(proposal_id(slate, option), ())


def learning_log(workplace: Workplace, *, viewer: Viewer, until: datetime, at: datetime) -> LearningLog:
    """Everything served, decided and stated up to the aware moment `until`, of all units, and an entry in the audit.

    ForbiddenError for roles that do not train. Whoever was erased is not in it. Callers keep no text of it, and name
    people, accounts, options and slates by its numbers alone.
    """
    refuse_role_without(viewer, Permission.READ_LEARNING_LOG)
    with workplace.acting(viewer, Act.LEARN, at=at) as connection, as_the_house(connection):
        return LearningLog(
            slates=SERVED_SLATES.written_until(connection, until),
            steps={
                id_: tuple(steps)
                for id_, steps in groupby(PROPOSALS.written_until(connection, until), key=lambda entry: entry.id)
            },
            outcomes=[versions[-1] for versions in _by_entry(OUTCOMES.written_until(connection, until))],
            feedback=REASON_FEEDBACK.written_until(connection, until),
            number_of=vault_of(connection).number_of,
        )


def number_of(connection: Connection, name: str) -> int:
    """What stands for a name where learning reads: sixty bits, stable for a store, that only its master key tells."""
    return vault_of(connection).number_of(name)


def forget_copies(data_dir: Path, number: int) -> None:
    """Remove the snapshots and protected copies, in the data folder, that tell of a person, by their number there.

    They can be taken anew, without them; one that was written elsewhere is for whoever wrote it to remove. What does
    not tell of whom it is, as one whose writing was interrupted, goes too.
    """
    for folder in chain.from_iterable((data_dir / kept).glob("*/") for kept in (SNAPSHOTS, PROTECTED)):
        try:
            manifest = (folder / "manifest.json").read_text(encoding="utf-8")
            goes = number in json.loads(manifest)["about"]["people"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            goes = not folder.is_symlink()  # a link may lead to what is no copy at all
        if goes:
            with suppress(FileNotFoundError):  # it got its name this very moment: `all_known` is asked next
                shutil.rmtree(folder.resolve())


def all_known(workplace: Workplace, people: Iterable[int], *, viewer: Viewer) -> bool:
    """Whether everybody that a copy tells of, by `number_of`, still has a file: false once one of them was erased.

    Who asks this once the copy stands under its name misses nobody: erasing removes copies after it is final as well.
    """
    with workplace.reading(viewer) as connection, as_the_house(connection):
        return {number_of(connection, number) for number in profiles.ids(connection)}.issuperset(people)


def _by_entry(entries: Sequence[Entry[Outcome]]) -> list[list[Entry[Outcome]]]:
    return [list(versions) for _, versions in groupby(entries, key=lambda entry: entry.id)]
