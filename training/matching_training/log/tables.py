"""What learning reads: what was shown, what was decided and what became of it, as logged up to one moment.

Three tables, and beside them what there was to be shown, whoever wrote them: the snapshot of a store, or a simulated
canton. Features stand in them as the ranking read them when it served; nothing is computed anew. People, counsellors
and units are numbers or codes, never names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.errors import InvalidInputError

FEATURE = "feature."
"""Before the name of a feature, in the column that holds its value as served; NaN is unknown."""
CHANCE = "chance."
"""Before the name of a fact behind the person's own chance, as the model read it; NaN is unknown."""
ELIGIBLE = "eligible."
"""Before a kind, in the column with how many of its options the rules would have let propose; NaN is unknown."""

SHOWN: Mapping[str, str] = MappingProxyType(
    {
        "slate": "id of the recommendation",
        "person": "number of the person, the same on all of their slates",
        "counsellor": "number of the account that asked",
        "unit": "code of the unit that the file belonged to",
        "at": "when it was shown, UTC",
        "option": "id of the option",
        "provider": "provider as the slate counts it; 0 is none",
        "kind": "vacancy, measure or placement",
        "rank": "rank on the slate, from 1",
        "next_step": "it stood in the next-step slot",
        "propensity": "probability of this rank under the policy that served, in (0, 1]",
        "draw": "number of the draw on the slate that this rank came of, from 0; NaN where none did",
        "drawn_among": "how many took part in that draw, shown or not; NaN where there was none",
        "score": "score as served, in points",
        "open_questions": "conditions still to check",
        "price": "price of a scarce place, in points",
        "own_chance": "the person's own chance as the model that served had it, in [0, 1]",
        "model": "version of the ranker that served",
        "verb": "accept, reject or defer, the last one; None where nobody decided",
        "decided_at": "when the last decision was written down, UTC; NaT where nobody decided",
        "reasons": "codes of the reasons of that decision, parted by one space; a store tells only those that teach",
        "answer": "the person's last answer: accepted, declined or thinking; None where none is known",
        "answer_reasons": "codes of the person's reasons, as above",
        "payer": "the payer's last decision: granted or refused; None where none is known",
        "provider_state": "the provider's last word; None where none is known",
        "status": "where the proposal stands: a code of ProposalStatus; shown where nobody decided",
        "came": "the person began (1) or did not come (0); NaN where neither is known",
        "began_on": "first day; NaT where none is known",
        "ended_on": "last day; NaT where none is known",
    }
)
"""Columns of `shown`, one row per option of a ranked slate; besides one column per feature, fact and kind."""

OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "slate": "id of the recommendation",
        "option": "id of the option",
        "fact": "a code of OutcomeKind",
        "months": "months from the start at which it was looked at; NaN where the fact has no horizon",
        "holds": "1 or 0; NaN where the fact is an amount",
        "stated_at": "when it was written down, UTC",
    }
)
"""Columns of `outcomes`, one row per fact as last stated. What is not there is unknown, never a failure."""

FEEDBACK: Mapping[str, str] = MappingProxyType(
    {
        "slate": "id of the recommendation",
        "option": "id of the option",
        "feature": "feature or rule of the explanation",
        "verdict": "a code of FeedbackVerdict",
        "at": "when it was given, UTC",
    }
)
"""Columns of `feedback`, one row per verdict on one explanation."""

OFFERS: Mapping[str, str] = MappingProxyType(
    {
        "kind": "vacancy, measure or placement",
        "provider": "provider as the slate counts it; 0 is none",
        "open": "how many options of the kind the provider had in the catalogue",
    }
)
"""Columns of `offers`, one row per kind and provider: the catalogue on the day on which the log was taken, no more than
that. What had left it by then is not in it, and who might have been proposed what is not told."""


def offers_of(kinds: Sequence[str], providers: NDArray[np.int64]) -> pd.DataFrame:
    """The offers of a catalogue, from the kind and the provider of each of its options."""
    catalogue = pd.DataFrame({"kind": kinds, "provider": providers})
    return catalogue.groupby(["kind", "provider"], as_index=False).size().rename(columns={"size": "open"})


@dataclass(frozen=True)
class Log:
    """The three tables up to the aware moment `until`, and after that nothing; `offers` where they are known."""

    shown: pd.DataFrame
    outcomes: pd.DataFrame
    feedback: pd.DataFrame
    until: pd.Timestamp
    offers: pd.DataFrame | None = None

    def __post_init__(self) -> None:
        """InvalidInputError for a table that lacks a column, or that knows of what came later."""
        for name, table, columns in (
            ("shown", self.shown, SHOWN),
            ("outcomes", self.outcomes, OUTCOMES),
            ("feedback", self.feedback, FEEDBACK),
        ):
            if lacking := sorted(set(columns) - set(table.columns)):
                raise InvalidInputError(f"La table {name} n'a pas {', '.join(lacking)} ; reprendre l'instantané.")
        moments = (self.shown["at"], self.shown["decided_at"], self.outcomes["stated_at"], self.feedback["at"])
        if any((moment > self.until).any() for moment in moments):
            raise InvalidInputError(f"Le journal contient des faits d'après {self.until} ; reprendre l'instantané.")

    @property
    def features(self) -> tuple[str, ...]:
        """Names of the features that the log holds, in its order."""
        return tuple(name.removeprefix(FEATURE) for name in self.shown.columns if name.startswith(FEATURE))

    @property
    def decisions(self) -> int:
        """How many options somebody decided on."""
        return int(self.shown["verb"].notna().sum())

    @property
    def eligible(self) -> pd.DataFrame | None:
        """Slate, person, kind and how many of its options the rules would have let propose; None where none is known.

        A slate of which it is not known has no row.
        """
        counts = [name for name in self.shown.columns if name.startswith(ELIGIBLE)]
        slates = self.shown.drop_duplicates("slate")[["slate", "person", *counts]]
        rows = slates.melt(["slate", "person"], var_name="kind", value_name="eligible").dropna(subset=["eligible"])
        return None if rows.empty else rows.assign(kind=rows["kind"].str.removeprefix(ELIGIBLE))

    def where(self, rows: NDArray[np.bool_]) -> "Log":
        """The log as if only the slates of some rows of `shown`, (n_shown,), had ever been served."""
        shown = self.shown[self.shown["slate"].isin(self.shown.loc[rows, "slate"])]
        outcomes, feedback = (table[table["slate"].isin(shown["slate"])] for table in (self.outcomes, self.feedback))
        return replace(self, shown=shown.reset_index(drop=True), outcomes=outcomes, feedback=feedback)

    def feature(self, name: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """(n_shown,) float64: a feature as served, NaN where unknown."""
        return np.asarray(self.shown[FEATURE + name], dtype=np.float64)
