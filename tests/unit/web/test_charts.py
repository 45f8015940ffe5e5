"""The shapes of charts: bars add up, nothing lies outside, counts are joined and targets aimed at."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matching.web.charts import HEIGHT, At, bar, interval, plot

SIZES = st.lists(st.integers(0, 1_000), max_size=8)
POINTS = st.lists(
    st.builds(
        At,
        st.sampled_from(("observed", "target")),
        st.dates(date(2010, 1, 1), date(2030, 1, 1)),
        st.integers(0, 10_000),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda point: (point.kind, point.on),
)


@given(SIZES)
def test_a_bar_shows_every_part_beside_the_one_before_and_nothing_of_none(sizes: list[int]) -> None:
    whole = sum(sizes)
    shape = bar([(f"kind-{at}", size, f"{size}") for at, size in enumerate(sizes)], whole)
    assert [each.text for each in shape.segments] == [f"{size}" for size in sizes if size]
    ends = [each.start + each.width for each in shape.segments]
    assert all(abs(each.start - end) < 0.01 for each, end in zip(shape.segments[1:], ends, strict=False))
    assert not ends or abs(ends[-1] - 100) < 0.01
    assert shape.text == ", ".join(f"{size}" for size in sizes if size)


def test_a_bar_is_as_long_as_its_part_of_the_longest() -> None:
    (segment,) = bar([("all", 5, "5")], 20).segments
    assert (segment.start, segment.width) == (0, 25)
    assert bar([("all", 0, "0")], 0).segments == ()


def test_an_interval_that_is_not_told_is_none() -> None:
    shape = interval(0.55, 0.7, 0.82, "70 %")
    assert shape is not None
    assert (shape.low, shape.at, shape.high) == (55, 70, 82)
    assert interval(None, None, None, "masqué") is None
    assert interval(0.1, None, 0.2, "masqué") is None


@given(POINTS)
def test_a_plot_lies_within_its_bounds_and_joins_what_was_counted(points: list[At]) -> None:
    most = max(point.places for point in points)
    shape = plot(points, most, "")
    assert shape is not None
    assert len(shape.dots) == len(points)
    assert all(0 <= dot.x <= 100 and 0 < dot.y < HEIGHT for dot in shape.dots)
    days = [point.on for point in points]
    assert shape.days == (min(days), max(days))
    observed = sorted(point.on for point in points if point.kind == "observed")
    aimed = [point for point in points if point.kind == "target" and observed and observed[0] <= point.on]
    assert [each.kind for each in shape.strokes].count("went") == max(0, len(observed) - 1)
    assert len([each for each in shape.strokes if each.kind == "aimed"]) == len(aimed)


@given(st.integers(0, 500), st.integers(0, 500))
def test_more_places_stand_higher(fewer: int, more: int) -> None:
    fewer, more = min(fewer, more), max(fewer, more)
    first = date(2020, 1, 1)
    shape = plot([At("observed", first, fewer), At("observed", first + timedelta(days=1), more)], 500, "")
    assert shape is not None
    low, high = shape.dots
    assert low.y >= high.y
    assert [dot.text for dot in shape.dots] == [str(fewer), str(more)]


def test_nothing_stated_is_no_plot() -> None:
    assert plot([], 0, "") is None
