"""Whether a table that was read from a file holds in its columns what a log holds there."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd
from pandas.api.types import is_datetime64_any_dtype, is_numeric_dtype

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Verb
from matching_training.log.tables import CHANCE, ELIGIBLE, FEATURE, FEEDBACK, OFFERS, OUTCOMES, SHOWN

_COLUMNS = MappingProxyType({"shown": SHOWN, "outcomes": OUTCOMES, "feedback": FEEDBACK, "offers": OFFERS})
_MOMENTS = frozenset({"at", "decided_at", "stated_at"})
_DAYS = frozenset({"began_on", "ended_on"})
_TEXTS = frozenset(
    {"slate", "option", "unit", "kind", "model", "verb", "reasons", "answer", "answer_reasons", "payer"}
    | {"provider_state", "status", "fact", "feature", "verdict"}
)
"""All others are figures."""
_CODES: Mapping[str, frozenset[str | None]] = MappingProxyType(
    {
        "kind": frozenset(kind.value for kind in OpportunityKind),
        "verb": frozenset({None, *(verb.value for verb in Verb)}),
    }
)


def misfit_of(name: str, table: pd.DataFrame) -> str | None:
    """What first does not fit in the table of that name, in French; None where all does, and for a table of no log.

    KeyError for a table that lacks a column.
    """
    columns = _COLUMNS.get(name, {})
    measured = [each for each in table.columns if str(each).startswith((FEATURE, CHANCE, ELIGIBLE))]
    for column in (*columns, *measured):
        if not _fits(column, table[column]):
            return f"la colonne {column} de {name} n'est pas de la bonne sorte"
    for column in _CODES.keys() & columns.keys():
        if unknown := set(table[column]) - _CODES[column]:
            return f"{column} de {name} ne peut pas être {min(map(repr, unknown))}"
    return None


def _fits(column: str, values: pd.Series) -> bool:
    if values.empty:
        return True
    if column in _MOMENTS:
        return isinstance(values.dtype, pd.DatetimeTZDtype)
    if column in _DAYS:
        return bool(is_datetime64_any_dtype(values))
    known = values.dropna()
    if column in _TEXTS:
        return all(isinstance(value, str) for value in known)
    return bool(known.empty or is_numeric_dtype(values))
