"""What was decided of the cards of a slate, on it or on another one before."""

from collections.abc import Mapping, Sequence

from matching.domain.proposal import Proposal
from matching.domain.proposal_states import UNDER_WAY
from matching.storage.ledger import Entry


def decided_on(proposals: Sequence[Entry[Proposal]], recommendation: str) -> Mapping[str, Entry[Proposal]]:
    """By option the proposal that came of a slate, as it stands now; else the latest one under way of any other."""
    under_way = [each for each in proposals if each.word.status in UNDER_WAY]
    of_slate = [each for each in proposals if each.word.recommendation == recommendation]
    return {each.word.opportunity: each for each in (*sorted(under_way, key=lambda each: each.at), *of_slate)}
