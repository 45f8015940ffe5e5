"""What a unit has lately been shown or has proposed: an option that nobody there has met is not known there."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np
from sqlalchemy import Connection

from matching.storage.proposals import PROPOSALS
from matching.storage.voices import SHOWN_SLATES
from matching.use_cases.gaps.cases import Mask

WEEKS = 26
"""How far back the log is read: a house figure."""


def known_in_units(connection: Connection, ids: Sequence[str], at: datetime) -> dict[str | None, Mask]:
    """By unit (n_offers,) bool: shown on a slate or proposed there within the last weeks before an aware moment.

    A unit without any slate in that time has no entry: what is known there is then not known here.
    """
    rows = {id_: row for row, id_ in enumerate(ids)}
    since = at - timedelta(weeks=WEEKS)
    known: dict[str | None, Mask] = {}
    for slate in SHOWN_SLATES.current(connection):
        if since <= slate.at <= at:
            met = known.setdefault(slate.unit, np.zeros(len(ids), np.bool_))
            met[[rows[card.opportunity] for card in slate.word.cards if card.opportunity in rows]] = True
    for proposal in PROPOSALS.current(connection):
        row = rows.get(proposal.word.opportunity)
        if since <= proposal.at <= at and row is not None and proposal.unit in known:
            known[proposal.unit][row] = True
    return known
