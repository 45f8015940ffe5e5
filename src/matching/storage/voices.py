"""The ledgers of what a person says and of what was shown to them."""

from matching.domain.need import Consent
from matching.domain.recommendation import Recommendation
from matching.domain.voice import Contest, RankingChoice, Refusal
from matching.storage import tables
from matching.storage.person_ledger import PersonLedger

CONSENTS = PersonLedger(tables.consents, Consent)
RANKING_CHOICES = PersonLedger(tables.ranking_choices, RankingChoice)
REFUSALS = PersonLedger(tables.refusals, Refusal)
CONTESTS = PersonLedger(tables.contests, Contest)
SHOWN_SLATES = PersonLedger(tables.shown_slates, Recommendation)
