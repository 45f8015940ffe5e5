"""The ledgers of what a counsellor keeps at hand, or goes on looking for, for a person."""

from matching.domain.kept import OutsideOption, Pin
from matching.domain.search import SavedSearch, SearchFind
from matching.storage import tables
from matching.storage.fed_ledger import FedLedger
from matching.storage.person_ledger import PersonLedger

PINS = PersonLedger(tables.pins, Pin)
OUTSIDE_OPTIONS = FedLedger(tables.outside_options, OutsideOption, "outside_option")
SEARCHES = PersonLedger(tables.searches, SavedSearch)
SEARCH_FINDS = PersonLedger(tables.search_finds, SearchFind)
