"""Each need stands where a plain reading of its options puts it, and less known never means "no offer"."""

from dataclasses import dataclass

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from matching.domain.verdict import Truth
from matching.domain.vocabulary.gaps import GapReason
from matching.gaps.parts import Part, Parts
from matching.gaps.standing import KINDS, Needs, Stood, stand

OPTIONS, BARRIERS = 4, 3
TRUTHS = st.sampled_from([0, 1, 2])


@dataclass(frozen=True)
class World:
    """Truths of parts (5, OPTIONS) and of needs addressed (OPTIONS, BARRIERS), and what is certain beside them."""

    parts: np.ndarray
    addressed: np.ndarray
    resting: np.ndarray
    placements: np.ndarray
    confirmed: np.ndarray

    def stood(self, known: np.ndarray | None = None) -> Stood:
        zeros = np.zeros(OPTIONS, np.int16)
        return stand(
            Needs(np.arange(BARRIERS), self.confirmed),
            Parts(self.parts, zeros, zeros, ()),
            self.addressed,
            resting=self.resting,
            placements=self.placements,
            known=known,
        )


worlds = st.builds(
    World,
    parts=arrays(np.int8, (len(Part), OPTIONS), elements=TRUTHS),
    addressed=arrays(np.int8, (OPTIONS, BARRIERS), elements=TRUTHS),
    resting=arrays(np.bool_, OPTIONS),
    placements=arrays(np.bool_, OPTIONS),
    confirmed=arrays(np.bool_, BARRIERS),
)
masks = arrays(np.bool_, OPTIONS)


def read_plainly(world: World, need: int) -> GapReason:
    """One option after the other, as one would explain it."""
    fit: dict[GapReason, bool] = dict.fromkeys(GapReason, False)
    for option in range(OPTIONS):
        parts = {part: int(world.parts[part, option]) for part in Part}
        near = min(int(world.addressed[option, need]), parts[Part.REACH], parts[Part.RUNNING])
        rules = min(parts[Part.PAYER], parts[Part.CRITERIA])
        if near == 0:
            continue
        if world.resting[option]:
            fit[GapReason.AT_REST] = True
            continue
        whole = min(near, rules, parts[Part.PLACES])
        if whole == 2:
            fit[GapReason.REACHED] = True
        elif whole == 1:
            fit[GapReason.DATA_MISSING] = True
        elif rules > 0:
            fit[GapReason.FULL] = True
        elif parts[Part.CRITERIA] > 0 and parts[Part.PLACES] > 0:
            fit[GapReason.OTHER_PAYER] = True
        else:
            fit[GapReason.NOT_ALLOWED] = True
    first = next((reason for reason in GapReason if fit[reason]), GapReason.NO_OFFER)
    return first if world.confirmed[need] or first is GapReason.REACHED else GapReason.DATA_MISSING


def reasons(stood: Stood) -> list[GapReason]:
    return [tuple(GapReason)[at] for at in stood.reason]


@given(worlds)
def test_it_stands_where_a_plain_reading_puts_it(world: World) -> None:
    stood = world.stood()
    assert reasons(stood) == [read_plainly(world, need) for need in range(BARRIERS)]
    for need, reason in enumerate(reasons(stood)):
        assert (KINDS[stood.kind[need]] == "none") == (reason is GapReason.NO_OFFER or not _any_near(world, need))


def _any_near(world: World, need: int) -> bool:
    near = np.minimum(world.addressed[:, need], world.parts[[Part.REACH, Part.RUNNING]].min(axis=0))
    return bool((near > 0).any())


@given(worlds, st.data())
def test_what_is_forgotten_moves_to_data_missing_and_never_to_no_offer(world: World, data: st.DataObject) -> None:
    forgotten_parts = data.draw(arrays(np.bool_, world.parts.shape))
    forgotten_needs = data.draw(arrays(np.bool_, world.addressed.shape))
    less = World(
        np.where(forgotten_parts, np.int8(Truth.UNKNOWN), world.parts),
        np.where(forgotten_needs, np.int8(Truth.UNKNOWN), world.addressed),
        world.resting,
        world.placements,
        world.confirmed & data.draw(arrays(np.bool_, BARRIERS)),
    )
    for before, after in zip(reasons(world.stood()), reasons(less.stood()), strict=True):
        assert after is before or after is not GapReason.NO_OFFER
        assert after is before or after is not GapReason.REACHED
        if before in (GapReason.REACHED, GapReason.DATA_MISSING):
            assert after in (before, GapReason.DATA_MISSING)


@given(worlds, masks)
def test_only_what_is_reached_can_be_unknown_to_a_unit(world: World, known: np.ndarray) -> None:
    without, with_log = world.stood(), world.stood(known)
    for need, (before, after) in enumerate(zip(reasons(without), reasons(with_log), strict=True)):
        met = bool(((without.whole[need] == Truth.MET) & known).any())
        expected = GapReason.NOT_KNOWN if before is GapReason.REACHED and not met else before
        assert after is expected
