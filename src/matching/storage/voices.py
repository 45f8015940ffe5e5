"""The ledgers of what a person says and of what was shown to them."""

from dataclasses import replace

from sqlalchemy import Connection

from matching.domain.need import Consent
from matching.domain.recommendation import Recommendation
from matching.domain.voice import Contest, RankingChoice, Refusal
from matching.storage import tables
from matching.storage.ledger import Entry, Ledger


class SlateLedger(Ledger[Recommendation]):
    """The slates shown, each under its own id: it is asked for again by that."""

    def _write(self, connection: Connection, entry: Entry[Recommendation]) -> Entry[Recommendation]:
        return super()._write(connection, replace(entry, id=entry.word.id))


CONSENTS = Ledger(tables.consents, Consent)
RANKING_CHOICES = Ledger(tables.ranking_choices, RankingChoice)
REFUSALS = Ledger(tables.refusals, Refusal)
CONTESTS = Ledger(tables.contests, Contest)
SHOWN_SLATES = SlateLedger(tables.shown_slates, Recommendation)
