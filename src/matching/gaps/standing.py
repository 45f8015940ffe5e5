"""What became of each need of one person: the first reason that applies, three-valued throughout.

A need is reached when some option surely is, data are missing when some option perhaps is; only what is certain is a
gap. Truths can only become unknown when a fact is taken away, so a case can then only move to "data missing".
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.domain.verdict import Truth
from matching.domain.vocabulary.gaps import GapReason
from matching.eligibility.kleene import Truths
from matching.gaps.parts import Part, Parts
from matching.snapshot.columns import position

Mask = NDArray[np.bool_]

_NONE, _MEASURE, _PLACEMENT, _BOTH = range(4)
KINDS = ("none", "measure", "placement", "both")
"""Codes of the kind of option that decides a reason: none, measures alone, places alone, both."""


@dataclass(frozen=True)
class Needs:
    """The weighty needs of one person: (n_needs,) position in Barrier, and whether the person confirmed it."""

    barriers: NDArray[np.intp]
    confirmed: Mask


@dataclass(frozen=True)
class Stood:
    """(n_needs,) position in GapReason and in KINDS; `whole` (n_needs, n_options) int8: option reaches need."""

    reason: NDArray[np.int8]
    kind: NDArray[np.int8]
    whole: Truths


def stand(
    needs: Needs, parts: Parts, addressed: Truths, *, resting: Mask, placements: Mask, known: Mask | None
) -> Stood:
    """The reasons of one person's needs. `addressed` (n_options, n_barriers); the others (n_options,).

    `known` are the options that the person's unit has lately shown or proposed; None where that is not known. An
    option that rests was refused or done before. Order: what is reached; what may be; then from the smallest remedy up:
    a place more, a guarantee, another criterion, the person's own no; no offer last.
    """
    asked = addressed[:, needs.barriers].T
    near = np.minimum(asked, parts.near)
    whole = np.minimum(np.minimum(near, parts.allowed), parts.truths[Part.PLACES])
    whole = np.where(resting, np.int8(Truth.NOT_MET), whole)
    there = (near >= Truth.UNKNOWN) & ~resting
    by_place, by_payer = parts.truths[Part.PLACES], parts.truths[Part.PAYER]
    by_criteria = parts.truths[Part.CRITERIA]
    ways: list[tuple[GapReason, Mask]] = [
        (GapReason.REACHED, whole == Truth.MET),
        (GapReason.DATA_MISSING, whole == Truth.UNKNOWN),
        (GapReason.FULL, there & (parts.allowed >= Truth.UNKNOWN)),
        (GapReason.OTHER_PAYER, there & (by_place > Truth.NOT_MET) & (by_criteria > Truth.NOT_MET)),
        (GapReason.NOT_ALLOWED, there & ((by_payer == Truth.NOT_MET) | (by_criteria == Truth.NOT_MET))),
        (GapReason.AT_REST, (near >= Truth.UNKNOWN) & resting),
    ]
    reason = np.full(len(needs.barriers), position(GapReason.NO_OFFER), np.int8)
    kind = np.full(len(needs.barriers), _NONE, np.int8)
    for way, options in reversed(ways):
        found = options.any(axis=1)
        reason[found] = position(way)
        kind[found] = _kind_of(options[found], placements)
    reached = reason == position(GapReason.REACHED)
    if known is not None:
        reason[reached & ~((whole == Truth.MET) & known).any(axis=1)] = position(GapReason.NOT_KNOWN)
    reason[~reached & ~needs.confirmed] = position(GapReason.DATA_MISSING)
    return Stood(reason, kind, whole)


def _kind_of(options: Mask, placements: Mask) -> NDArray[np.int8]:
    measures = (options & ~placements).any(axis=1)
    places = (options & placements).any(axis=1)
    return np.where(places, np.where(measures, _BOTH, _PLACEMENT), _MEASURE).astype(np.int8)
