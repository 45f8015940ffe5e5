from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.retrieval.occupations.similarity import pack, similarity
from matching.retrieval.occupations.taxonomy import Taxonomy, import_taxonomy, load_taxonomy

BAKERY = "http://data.europa.eu/esco/occupation/bakery-seller"
CHEESE = "http://data.europa.eu/esco/occupation/cheese-seller"

codes = st.one_of(
    st.tuples(st.just("isco"), st.from_regex("[5-6][12][0-9]{0,2}", fullmatch=True)),
    st.tuples(st.just("ch_isco"), st.from_regex("[5-6][12][0-9]{0,3}", fullmatch=True)),
    st.tuples(st.just("rome"), st.from_regex("[AD]1[12]0[1-3]", fullmatch=True)),
    st.tuples(st.just("esco"), st.sampled_from([BAKERY, CHEESE])),
)


def closeness(person: list[tuple[str, str]], option: list[tuple[str, str]], taxonomy: Taxonomy | None) -> float:
    return float(similarity(pack([person], taxonomy, slots=16), pack([option], taxonomy))[0])


@pytest.mark.parametrize(
    ("person", "option", "expected"),
    [
        (("ch_isco", "52230"), ("ch_isco", "52230"), 1),
        (("ch_isco", "52230"), ("ch_isco", "52231"), 0.85),
        (("ch_isco", "52230"), ("isco", "5223"), 0.85),
        (("isco", "5223"), ("isco", "5221"), 0.6),
        (("isco", "522"), ("isco", "5221"), 0.6),
        (("isco", "5223"), ("isco", "52"), 0.3),
        (("isco", "5223"), ("isco", "5311"), 0),
        (("isco", "5"), ("isco", "5223"), np.nan),
        (("isco", "5223"), ("isco", "5"), np.nan),
        (("rome", "D1106"), ("rome", "D1106"), 1),
        (("rome", "D1106"), ("rome", "D1107"), 0.5),
        (("rome", "D1106"), ("rome", "D1201"), 0),
        (("rome", "D1106"), ("isco", "5223"), np.nan),
        (("esco", BAKERY), ("esco", BAKERY), 1),
        (("esco", BAKERY), ("esco", CHEESE), np.nan),
        (("isco", "0110"), ("isco", "0110"), 0.85),
        (("isco", "9999"), ("isco", "9999"), 0.85),
        (("rome", "Z9999"), ("rome", "A1101"), 0),
        (("avam", "1"), ("isco", "5223"), np.nan),
    ],
)
def test_without_taxonomy(person: tuple[str, str], option: tuple[str, str], expected: float) -> None:
    assert closeness([person], [option], None) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("person", "option", "expected"),
    [
        (("rome", "D1106"), ("isco", "5223"), 0.85),
        (("rome", "D1106"), ("ch_isco", "52200"), 0.6),
        (("ch_isco", "52200"), ("ch_isco", "52200"), 0.6),
        (("esco", BAKERY), ("esco", CHEESE), 0.85),
        (("esco", BAKERY), ("rome", "D1106"), 0.85),
        (("rome", "D1201"), ("ch_isco", "52230"), np.nan),
    ],
)
def test_with_taxonomy(
    tmp_path: Path,
    esco: Path,
    rome: Path,
    ch_isco: Path,
    person: tuple[str, str],
    option: tuple[str, str],
    expected: float,
) -> None:
    import_taxonomy(tmp_path, esco, rome, ch_isco)
    assert closeness([person], [option], load_taxonomy(tmp_path)) == pytest.approx(expected, nan_ok=True)


def test_the_best_pair_counts_and_no_codes_are_unknown() -> None:
    options = pack([[("isco", "9112"), ("isco", "5221")], [], [("rome", "K2204"), ("isco", "5223")]], None)
    scores = similarity(pack([[("isco", "5223"), ("rome", "K2204")]], None), options)
    assert scores.dtype == np.float32
    np.testing.assert_allclose(scores, [0.6, np.nan, 1])
    assert np.isnan(similarity(pack([[]], None), options)).all()


def test_arrays_have_a_row_per_option_and_four_places() -> None:
    packed = pack([[("isco", f"52{place}1") for place in range(6)], [("isco", "52")]], None)
    assert {name: (array.shape, str(array.dtype)) for name, array in packed.items()} == {
        "isco": ((2, 4), "int32"),
        "rome": ((2, 4), "int32"),
        "ch_isco": ((2, 4), "int32"),
        "esco": ((2, 4), "int64"),
    }
    assert packed["isco"].tolist() == [[52014, 52114, 52214, 52314], [52002, -1, -1, -1]]


@given(st.lists(codes, max_size=4), st.lists(st.lists(codes, max_size=4), min_size=1, max_size=6))
def test_each_option_is_scored_as_if_alone_and_both_ways_alike(
    person: list[tuple[str, str]], options: list[list[tuple[str, str]]]
) -> None:
    scores = similarity(pack([person], None), pack(options, None))
    for option, score in zip(options, scores, strict=True):
        assert np.isnan(score) or 0 <= score <= 1
        assert closeness(person, option, None) == pytest.approx(float(score), nan_ok=True)
        assert closeness(option, person, None) == pytest.approx(float(score), nan_ok=True)


@given(codes, st.lists(codes, max_size=3), st.lists(codes, max_size=4))
def test_one_more_code_never_lowers(
    more: tuple[str, str], person: list[tuple[str, str]], option: list[tuple[str, str]]
) -> None:
    before, after = closeness(person, option, None), closeness([more, *person], option, None)
    assert np.isnan(before) or after >= before
