"""The arithmetic in words: one line per contribution, none lost, largest first; reasons only from what is known."""

import math
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.recommendation import Contribution
from matching.domain.vocabulary.measures import MeasureType
from matching.explanation.reasons import contributions_in_words, main_reasons, main_reservations
from matching.messages.say import say
from matching.ranking.attribution import REFERENCE
from matching.ranking.features import FEATURES
from matching.ranking.rank import OPEN_QUESTIONS, PRICE
from matching.snapshot.columns import position

NAMES = [feature.name for feature in FEATURES]
ALL = [REFERENCE, OPEN_QUESTIONS, PRICE, *NAMES]
points_of = st.dictionaries(st.sampled_from(ALL), st.floats(-50, 50), max_size=len(ALL))
values_of = st.dictionaries(st.sampled_from(NAMES), st.floats(0, 5) | st.just(math.nan), max_size=len(NAMES))


@given(points=points_of, values=values_of, questions=st.integers(0, 9))
def test_every_contribution_is_one_line_largest_first_and_the_sum_is_kept(
    points: dict[str, float], values: dict[str, float], questions: int
) -> None:
    lines = contributions_in_words(points, values, questions, "fr")
    assert {line.feature: line.points for line in lines} == points
    assert math.fsum(line.points for line in lines) == math.fsum(points.values())
    sizes = [abs(line.points) for line in lines]
    assert sizes == sorted(sizes, reverse=True)
    assert all(line.sentence for line in lines)


@given(points=points_of, values=values_of, lang=st.sampled_from(["fr", "de"]))
def test_reasons_and_reservations_come_from_the_lines_alone(
    points: dict[str, float], values: dict[str, float], lang: str
) -> None:
    lines = contributions_in_words(points, values, 0, lang)
    by_sentence = {line.sentence: line for line in lines}
    reasons, reservations = main_reasons(lines), main_reservations(lines)
    assert len(reasons) <= 4
    assert len(reservations) <= 4
    assert not set(reasons) & set(reservations)
    for sentence in reasons:
        assert by_sentence[sentence].points > 0.05
    for sentence in reservations:
        assert by_sentence[sentence].points < -0.05
    for sentence in (*reasons, *reservations):
        assert by_sentence[sentence].feature in NAMES
        assert by_sentence[sentence].value is not None


def line(name: str, points: float, value: float | None = 1.0) -> Contribution:
    return Contribution(feature=name, value=value, points=points, sentence=f"{name} {points}")


@pytest.mark.parametrize(
    ("points", "said"), [(0.051, "reason"), (0.05, None), (0.0, None), (-0.05, None), (-0.051, "reservation")]
)
def test_little_weight_is_not_worth_saying(points: float, said: str | None) -> None:
    lines = (line("distance", points),)
    assert bool(main_reasons(lines)) == (said == "reason")
    assert bool(main_reservations(lines)) == (said == "reservation")


def test_what_is_unknown_and_what_is_no_feature_is_no_reason() -> None:
    lines = (line("distance", 3, None), line(REFERENCE, 2), line(OPEN_QUESTIONS, -2), line(PRICE, -1))
    assert main_reasons(lines) == ()
    assert main_reservations(lines) == ()


def test_the_four_strongest_are_said_in_their_order() -> None:
    points = {name: 1.0 + number for number, name in enumerate(NAMES[:6])}
    lines = contributions_in_words(points, dict.fromkeys(NAMES, 1.0), 0, "fr")
    strongest = [name for name, _ in sorted(points.items(), key=lambda part: -part[1])][:4]
    assert main_reasons(lines) == tuple(one.sentence for one in lines if one.feature in strongest)
    assert [one.feature for one in lines][:4] == strongest


@pytest.mark.parametrize(
    ("name", "value", "points", "as_reason", "as_reservation"),
    [
        ("project_likeness", 0.32, 0.4, False, False),  # far, though a little above what counts as far
        ("project_likeness", 0.32, -0.4, False, True),
        ("project_likeness", 0.36, -0.4, False, False),
        ("project_likeness", 0.6, 0.4, True, False),
        ("experience_likeness", 0.2, 0.4, False, False),
        ("same_words", 0.05, 0.4, False, False),
        ("distance", 30.0, -0.4, False, True),
    ],
)
def test_words_never_say_the_contrary_of_the_points(
    name: str, value: float, points: float, *, as_reason: bool, as_reservation: bool
) -> None:
    lines = contributions_in_words({name: points}, {name: value}, 0, "fr")
    assert (bool(main_reasons(lines)), bool(main_reservations(lines))) == (as_reason, as_reservation)


@pytest.mark.parametrize(
    ("level", "others", "said"),
    [
        (2.0, {"measure_type": 0.5}, False),
        (math.nan, {"measure_type": 0.5}, False),  # a sensitive need
        (-1.0, {"measure_type": 0.5}, True),
        (2.0, {}, True),  # a place in a social enterprise
    ],
)
def test_a_measure_against_an_obstacle_need_not_resemble_a_project(
    level: float, others: dict[str, float], *, said: bool
) -> None:
    points = {"project_likeness": -0.4, "need_addressed": 0.2, **others}
    values = {"project_likeness": 0.1, "need_addressed": level, "measure_type": 1.0}
    lines = contributions_in_words(points, values, 0, "fr")
    assert bool(main_reservations(lines)) == said
    assert math.fsum(line.points for line in lines) == math.fsum(points.values())


@pytest.mark.parametrize("lang", ["fr", "de"])
def test_the_effect_of_a_type_of_measure_is_said_for_and_against_in_other_words(lang: str) -> None:
    for_it, against_it = (
        contributions_in_words({"measure_type": points}, {"measure_type": 1.0}, 0, lang) for points in (0.5, -0.5)
    )
    assert main_reasons(for_it) == (say(lang, "feature.measure_type.better"),)
    assert main_reservations(against_it) == (say(lang, "feature.measure_type.worse"),)


@pytest.mark.parametrize(
    ("measure", "published"),
    [
        (MeasureType.WAGE_SUBSIDY, True),
        (MeasureType.COACHING, True),
        (MeasureType.VOCATIONAL_TRAINING, True),
        (MeasureType.OBSTACLE_REMOVAL, False),
        (MeasureType.SOCIAL_STABILISATION, False),
        (MeasureType.ALLOWANCE, False),
        (MeasureType.LANGUAGE_COURSE, False),
    ],
)
def test_a_published_effect_is_claimed_only_where_a_study_is_cited(measure: MeasureType, *, published: bool) -> None:
    (line,) = contributions_in_words({"measure_type": 0.5}, {"measure_type": float(position(measure))}, 0, "fr")
    assert line.sentence.startswith("Type de mesure dont l'effet moyen publié") is published
    assert line.sentence.endswith("sans étude publiée à l'appui.") is not published


def test_all_skills_are_most_of_them_only_below_the_whole() -> None:
    assert said_of("skills", {"skills": 1.0}).sentence.startswith("Toutes les compétences")
    assert said_of("skills", {"skills": 0.9}).sentence.startswith("La plupart")


def test_no_kilometre_is_told_as_none() -> None:
    assert "km" not in said_of("distance", {"distance": 0.3}).sentence
    assert said_of("distance", {"distance": 0.6}).sentence == "Près du domicile : 1 km à vol d'oiseau."


def said_of(name: str, values: Mapping[str, float], questions: int = 0, lang: str = "fr") -> Contribution:
    return contributions_in_words({name: 1.0}, values, questions, lang)[0]


def test_a_value_chooses_its_sentence_and_fills_it() -> None:
    near = said_of("distance", {"distance": 4.2})
    assert (near.value, near.sentence) == (4.2, say("fr", "feature.distance.near", value=4.2))
    assert "4 km" in near.sentence
    assert said_of("skills", {"skills": 1 / 3}).sentence.endswith("(33 %).")
    assert said_of("distance", {"distance": 61}).sentence == say("fr", "feature.distance.very_far", value=61)
    assert said_of("skills", {"skills": 0.5}, lang="de").sentence == say("de", "feature.skills.some", percent="50")


@pytest.mark.parametrize("values", [{}, {"distance": math.nan}])
def test_an_unknown_value_is_said_as_unknown(values: dict[str, float]) -> None:
    unknown = said_of("distance", values)
    assert unknown.value is None
    assert unknown.sentence == say("fr", "feature.distance.unknown")


def test_open_questions_are_counted() -> None:
    some, none = said_of(OPEN_QUESTIONS, {}, 3), said_of(OPEN_QUESTIONS, {}, 0)
    assert (some.value, some.sentence) == (3, say("fr", "feature.open_questions", count=3))
    assert (none.value, none.sentence) == (0, say("fr", "feature.open_questions.none"))
