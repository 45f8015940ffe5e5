"""The ledgers of what a counsellor keeps at hand for a person."""

from matching.domain.kept import OutsideOption, Pin
from matching.storage import tables
from matching.storage.fed_ledger import FedLedger
from matching.storage.person_ledger import PersonLedger

PINS = PersonLedger(tables.pins, Pin)
OUTSIDE_OPTIONS = FedLedger(tables.outside_options, OutsideOption, "outside_option")
