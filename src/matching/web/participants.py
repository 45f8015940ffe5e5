"""A provider's proposals in the order of its work: to answer, admitted, taking part, over."""

from collections.abc import Mapping, Sequence

from matching.domain.proposal import Proposal
from matching.domain.vocabulary.process import ProposalStatus
from matching.storage.ledger import Entry

_S = ProposalStatus
_GROUP_OF: Mapping[ProposalStatus, str] = {
    **dict.fromkeys((_S.REQUESTED, _S.INVITED, _S.WAITING_LIST), "to_answer"),
    **dict.fromkeys((_S.ADMITTED, _S.NO_SHOW), "admitted"),
    _S.STARTED: "here",
}
_GROUPS = ("to_answer", "admitted", "here", "over")


def grouped(found: Sequence[Entry[Proposal]]) -> tuple[tuple[str, list[Entry[Proposal]]], ...]:
    """The groups that have somebody, each with its proposals, the longest waiting first."""
    by_group: dict[str, list[Entry[Proposal]]] = {}
    for entry in sorted(found, key=lambda each: (each.at, each.id)):
        by_group.setdefault(_GROUP_OF.get(entry.word.status, "over"), []).append(entry)
    return tuple((group, by_group[group]) for group in _GROUPS if group in by_group)
