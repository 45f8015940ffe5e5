"""How close two sets of coded occupations are, for one person and all options at once."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.retrieval.occupations.taxonomy import OccupationCodes, Taxonomy

Packed = dict[str, npt.NDArray[Any]]

SAME_OCCUPATION = 1.0
SAME_ISCO = ((4, 0.85), (3, 0.6), (2, 0.3))
SAME_ROME_DOMAIN = 0.5
"""Hand-set, November 2026: closeness by shared ISCO-08 digits, and by shared ROME professional domain (D11)."""

_NONE = -1


def pack(codes: Sequence[Sequence[tuple[str, str]]], taxonomy: Taxonomy | None, slots: int = 4) -> Packed:
    """Codes of many options, or of one person, as arrays: one row per list of (scheme, code).

    `isco` int32: ISCO-08 digits filled up to four, times ten, plus how many are known (5223 -> 52234, 52 -> 52002);
    `rome` int32: letter times 10,000 plus digits; `ch_isco` int32: five digits; `esco` int64: hash of the URI.
    Each is (n, slots), -1 where there is no code; codes beyond `slots` are left out, first the secondary ISCO groups
    of ROME codes. Without taxonomy codes mean what their own digits say.
    """
    known = taxonomy or Taxonomy()
    meanings: dict[tuple[str, str], OccupationCodes] = {}
    shape = (len(codes), slots)
    packed: Packed = {
        "isco": np.full(shape, _NONE, dtype=np.int32),
        "rome": np.full(shape, _NONE, dtype=np.int32),
        "ch_isco": np.full(shape, _NONE, dtype=np.int32),
        "esco": np.full(shape, _NONE, dtype=np.int64),
    }
    for row, pairs in enumerate(codes):
        for pair in pairs:
            if pair not in meanings:
                meanings[pair] = known.codes_of(*pair)
        occupations = [meanings[pair] for pair in pairs]
        leading = [_isco_number(occupation.isco[0]) for occupation in occupations if occupation.isco]
        secondary = [_isco_number(digits) for occupation in occupations for digits in occupation.isco[1:]]
        numbers = {
            "isco": leading + secondary,
            "rome": [_rome_number(occupation.rome) for occupation in occupations if occupation.rome],
            "ch_isco": [int(occupation.ch_isco) for occupation in occupations if occupation.ch_isco],
            "esco": [_esco_number(occupation.esco) for occupation in occupations if occupation.esco],
        }
        for name, values in numbers.items():
            distinct = list(dict.fromkeys(values))[:slots]
            packed[name][row, : len(distinct)] = distinct
    return packed


def similarity(
    person: Mapping[str, npt.NDArray[Any]], options: Mapping[str, npt.NDArray[Any]]
) -> npt.NDArray[np.float32]:
    """Closeness of one person's occupations (one packed row) to those of each option: (n,) float32 in [0, 1].

    The best pair counts: 1 the same ESCO concept, ROME code or CH-ISCO five-digit code; .85, .6 and .3 the same four,
    three and two ISCO-08 digits; .5 the same ROME professional domain; else 0. NaN where the two sides have no
    nomenclature in common, or one has no codes at all: unknown, not far.
    """
    scores = np.full(len(options["isco"]), np.nan, dtype=np.float32)
    tables = {"isco": _isco_table, "rome": _rome_table, "ch_isco": _ch_isco_table}
    for scheme, table_of in tables.items():
        numbers = [int(number) for number in person[scheme].flat if number != _NONE]
        if numbers:
            table = table_of(numbers)
            for slot in options[scheme].T:
                np.fmax(scores, table[slot], out=scores)
    for concept in person["esco"][person["esco"] != _NONE]:
        for slot in options["esco"].T:
            scores[slot == concept] = SAME_OCCUPATION
    return scores


def _isco_table(numbers: list[int]) -> npt.NDArray[np.float32]:
    """The score of every packed ISCO number next to these, so that options need one look-up each.

    0 where digits differ; NaN where fewer than two digits are known, and for no code (-1, the last entry).
    """
    table = np.full((10_001, 10), np.nan, dtype=np.float32)
    if any(number % 10 >= 2 for number in numbers):
        table[:-1, 2:5] = 0
    for digits, score in reversed(SAME_ISCO):
        for number in numbers:
            if number % 10 >= digits:
                width = 10 ** (4 - digits)
                first = number // 10 // width * width
                table[first : first + width, digits:5] = np.fmax(table[first : first + width, digits:5], score)
    return table.reshape(-1)


def _rome_table(numbers: list[int]) -> npt.NDArray[np.float32]:
    """The score of every packed ROME code next to these; the last entry is no code."""
    table = np.zeros(26 * 10_000 + 1, dtype=np.float32)
    table[-1] = np.nan
    for number in numbers:
        table[number // 100 * 100 : number // 100 * 100 + 100] = SAME_ROME_DOMAIN
    table[numbers] = SAME_OCCUPATION
    return table


def _ch_isco_table(numbers: list[int]) -> npt.NDArray[np.float32]:
    """The score of the same CH-ISCO code; other codes are left to their ISCO digits."""
    table = np.full(100_001, np.nan, dtype=np.float32)
    table[numbers] = SAME_OCCUPATION
    return table


def _isco_number(digits: str) -> int:
    return int(digits.ljust(4, "0")) * 10 + len(digits)


def _rome_number(code: str) -> int:
    return (ord(code[0]) - ord("A")) * 10_000 + int(code[1:])


def _esco_number(concept: str) -> int:
    """63 bits of a digest of the concept's URI: never negative, and not two alike among some thousands."""
    return int.from_bytes(hashlib.sha256(concept.encode()).digest()[:8], "big") >> 1
