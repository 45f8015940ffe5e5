"""What was decided of the cards of a slate."""

from collections.abc import Mapping, Sequence

from matching.domain.proposal import Proposal
from matching.storage.ledger import Entry


def decided_on(proposals: Sequence[Entry[Proposal]], recommendation: str) -> Mapping[str, Entry[Proposal]]:
    """By option the proposal that came of a slate, as it stands now."""
    return {each.word.opportunity: each for each in proposals if each.word.recommendation == recommendation}
