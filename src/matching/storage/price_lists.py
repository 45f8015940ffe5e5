"""What programmes state about scarce places, and the prices of each night."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from matching.domain.payer_budget import PayerBudget
from matching.domain.price_list import PriceList
from matching.domain.priority import Priority
from matching.storage import tables
from matching.storage.ledger import Ledger

PAYER_BUDGETS = Ledger(tables.payer_budgets, PayerBudget)
PRIORITIES = Ledger(tables.priorities, Priority)
PRICE_LISTS = Ledger(tables.price_lists, PriceList)
"""The subject of a list is its first day."""


class Stored(NamedTuple):
    """Which version of which list."""

    id: str
    version: int


def last_begun(connection: Connection, on: date) -> Stored | None:
    """The list that began last of those begun by a day; None when none has."""
    table = tables.price_lists
    found = connection.execute(
        select(table.c.id, table.c.version)
        .where(table.c.subject <= on.isoformat())
        .order_by(table.c.subject.desc(), table.c.at.desc(), table.c.version.desc())
        .limit(1)
    ).first()
    return None if found is None else Stored(found.id, found.version)
