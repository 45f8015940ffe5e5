"""Data for the control of benefits never enter: what a field's name gives away is kept out by its name.

Matching is another purpose than fixing, reclaiming or preventing undue benefits. Source: LSE art. 34a al. 1 let. b.
What stands in free text cannot be told this way.
"""

import re
import unicodedata
from typing import Any

_NAMED = re.compile(
    r"sanction|suspension|penalit|penalty|fraud|missbrauch|kurzung|einstelltag|ruckforder|restitution|benefit.?control"
    r"|controle.{0,5}prestation|(?:^|[^a-z])indue?s?(?:$|[^a-z])"
)
"""Words for sanctions and control in French, German and English; hand-made, beside the fields that the contract has."""

REASON = "donnée de sanction ou de contrôle des prestations (LSE art. 34a) : elle n'entre pas ici"


def is_of_benefit_control(name: str) -> bool:
    """Whether a field or column is named for sanctions or the control of benefits."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return _NAMED.search(plain.casefold()) is not None


def without_benefit_control(value: Any) -> Any:
    """A record without such fields, at every depth: what is refused must not lie beside the store either."""
    if isinstance(value, dict):
        return {
            name: without_benefit_control(part) for name, part in value.items() if not is_of_benefit_control(str(name))
        }
    return [without_benefit_control(part) for part in value] if isinstance(value, list) else value
