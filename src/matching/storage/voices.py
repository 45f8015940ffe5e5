"""The ledgers of what a person says and of what was shown to them."""

from matching.domain.need import Consent
from matching.domain.recommendation import Recommendation
from matching.domain.voice import Contest, RankingChoice, Refusal
from matching.storage import tables
from matching.storage.ledger import Ledger

CONSENTS = Ledger(tables.consents, Consent)
RANKING_CHOICES = Ledger(tables.ranking_choices, RankingChoice)
REFUSALS = Ledger(tables.refusals, Refusal)
CONTESTS = Ledger(tables.contests, Contest)
SHOWN_SLATES = Ledger(tables.shown_slates, Recommendation)
