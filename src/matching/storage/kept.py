"""The ledgers of what a counsellor keeps at hand for a person."""

from matching.domain.kept import Pin
from matching.storage import tables
from matching.storage.person_ledger import PersonLedger

PINS = PersonLedger(tables.pins, Pin)
