"""A card carries what ranking, rules and catalogue said, unchanged: its lines sum to its score."""

import math
from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.criteria import Criteria
from matching.domain.opportunity import AnyOpportunity, Measure, Vacancy
from matching.domain.profile import Profile
from matching.domain.recommendation import Card
from matching.domain.verdict import Verdict
from matching.domain.vocabulary.catalogue import Payer
from matching.domain.vocabulary.measures import MeasureForm, MeasureType
from matching.domain.vocabulary.needs import DataCategory
from matching.domain.vocabulary.process import Asks, Band
from matching.domain.vocabulary.situation import Strain
from matching.eligibility.payer import resolve
from matching.explanation.card import Placed, Scored, explain, place_in_words
from matching.explanation.payers import Funding
from matching.messages.say import say
from matching.ranking.attribution import REFERENCE
from matching.ranking.rank import OPEN_QUESTIONS

ON = date(2026, 11, 18)
POINTS = {REFERENCE: 1.5, "distance": 0.75, "paid": -0.25, "skills": 0.0, OPEN_QUESTIONS: -0.5}
VALUES = {"distance": 4.26, "paid": 0.0, "skills": math.nan}
SCORED = Scored(points=POINTS, values=VALUES, score=1.5, interval=(0.5, 2.5), band=Band.MEDIUM)
VERDICTS = (
    Verdict(rule="permits", truth="met", sentence="Permis accepté."),
    Verdict(rule="min_age", truth="unknown", asks=Asks.PERSON, sentence="Âge inconnu.", question="Quel âge ?"),
    Verdict(rule="capacity", truth="unknown", asks=Asks.PROVIDER, sentence="Places inconnues."),
)
VACANCY = Vacancy(id="own:1", title="Vendeuse", description="Servir.", provider="Boulangerie Exemple")
MEASURE = Measure(id="own:2", title="Cours", form="activity", type="language_course")


def placed(option: AnyOpportunity, **facts: Any) -> Placed:
    stands: dict[str, Any] = {"rank": 1, "next_step": False, "matched_skills": [], "missing_skills": []}
    beside: dict[str, Any] = {"in_head_start": False, "restricted_until": None, "subsidies": [], "recalled": []}
    person = facts.get("person", Profile(id="p-1"))
    beside |= {"person": person, "funding": Funding(resolve(person, option, ON))}
    return Placed(**{**stands, **beside, **facts})


def card(
    option: AnyOpportunity = VACANCY,
    scored: Scored = SCORED,
    verdicts: tuple[Verdict, ...] = VERDICTS,
    lang: str = "fr",
    **facts: Any,
) -> Card:
    return explain(option, scored, verdicts, placed(option, **facts), on=ON, lang=lang)


def test_the_contributions_sum_to_the_score() -> None:
    shown = card()
    assert math.fsum(line.points for line in shown.contributions) == shown.score == 1.5
    assert {line.feature: line.points for line in shown.contributions} == POINTS
    assert (shown.interval, shown.band) == ((0.5, 2.5), Band.MEDIUM)


def test_reasons_are_those_of_the_lines() -> None:
    shown = card()
    assert shown.reasons == (say("fr", "feature.distance.near", value=4.26),)
    assert shown.reservations == (say("fr", "feature.paid.no"),)


def test_the_rules_answer_is_the_filters() -> None:
    shown = card()
    assert shown.eligibility.state == "review"
    assert shown.eligibility.questions == ("Quel âge ?",)
    assert shown.eligibility.warnings == ("Places inconnues.",)
    assert shown.verdicts == VERDICTS
    counted = next(line for line in shown.contributions if line.feature == OPEN_QUESTIONS)
    assert counted.value == 1


def test_a_verdict_not_met_is_never_hidden() -> None:
    """What is shown has none; should the filter and the verdicts ever disagree, the card shows it."""
    unmet = Verdict(rule="residence", truth="not_met", sentence="Habite ailleurs.")
    shown = card(verdicts=(*VERDICTS, unmet))
    assert unmet in shown.verdicts
    assert shown.eligibility.state == "not_eligible"


def test_what_stands_beside_is_carried() -> None:
    shown = card(rank=3, next_step=True, matched_skills=["Encaisser"], missing_skills=["Cuire"])
    assert (shown.rank, shown.next_step, shown.opportunity, shown.kind) == (3, True, "own:1", "vacancy")
    assert (shown.matched_skills, shown.missing_skills) == (("Encaisser",), ("Cuire",))
    assert (shown.title, shown.summary, shown.provider) == ("Vendeuse", "Servir.", "Boulangerie Exemple")


@pytest.mark.parametrize(("distance", "shown"), [(4.26, 4.3), (0.0, 0.0), (math.nan, None)])
def test_an_unknown_distance_is_absent(distance: float, shown: float | None) -> None:
    scored = Scored(POINTS, {**VALUES, "distance": distance}, 1.5, (0.5, 2.5), Band.MEDIUM)
    assert card(scored=scored).distance_km == shown


def test_distance_is_absent_where_it_is_no_feature() -> None:
    assert card(scored=Scored({REFERENCE: 1.5}, {}, 1.5, (0.5, 2.5), Band.WEAK)).distance_km is None


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (None, None),
        ({"country": "ch", "postcode": "1020", "municipality": "Renens", "region": "VD"}, "1020 Renens"),
        ({"country": "ch", "municipality": "Renens", "region": "VD"}, "Renens"),
        ({"country": "ch", "region": "VD"}, "VD"),
        ({"country": "ch"}, None),
    ],
)
def test_the_place_as_far_as_known(place: dict[str, str] | None, said: str | None) -> None:
    option = Vacancy.model_validate({"id": "own:1", "title": "V", "place": place})
    assert place_in_words(option) == said
    assert card(option).place == said


def test_a_long_description_is_cut_at_a_word() -> None:
    shown = card(Vacancy(id="own:1", title="V", description="mot\n " * 400)).summary
    assert len(shown) <= 180
    assert shown.endswith("mot …")
    assert "\n" not in shown


def test_a_head_start_comes_first_and_says_until_when() -> None:
    publication = {"status": "published_restricted", "reporting_obligation_end": "2026-11-27"}
    option = Vacancy.model_validate({"id": "own:1", "title": "V", "publication": publication})
    first = card(option, in_head_start=True).lines[0]
    assert (first.code, first.text) == ("head_start", say("fr", "card.head_start", day=date(2026, 11, 27)))
    assert "27.11.2026" in first.text
    assert card(in_head_start=True).lines[0].text == say("fr", "card.head_start.open")
    computed = card(in_head_start=True, restricted_until=ON).lines[0].text
    assert computed == say("fr", "card.head_start", day=ON)
    assert "head_start" not in {line.code for line in card(option).lines}
    assert "head_start" not in {line.code for line in card(MEASURE, in_head_start=True).lines}


@pytest.mark.parametrize(("days", "old"), [(60, False), (61, True)])
def test_an_old_vacancy_says_so(days: int, *, old: bool) -> None:
    option = VACANCY.model_copy(update={"updated_on": ON - timedelta(days=days)})
    stale = say("fr", "card.note.stale", day=option.updated_on)
    assert (stale in card(option).notes) is old


@pytest.mark.parametrize(("days", "old"), [(365, False), (366, True)])
def test_an_old_measure_says_so(days: int, *, old: bool) -> None:
    option = MEASURE.model_copy(update={"updated_on": ON - timedelta(days=days)})
    assert bool(card(option).notes) is old


def test_a_note_on_what_was_tried_and_a_line_on_what_could_support() -> None:
    told = card(subsidies=[("AIT", Payer.AC.fr), ("ACIT", None)], recalled=["Déjà suivie : Cours A2."])
    assert told.notes == ("Déjà suivie : Cours A2.",)
    support = next(line.text for line in told.lines if line.code == "support")
    unknown = say("fr", "card.unknown")
    assert support == f"AIT ; paie : {Payer.AC.fr}. ACIT ; paie : {unknown}."
    assert card().notes == ()
    assert "support" not in {line.code for line in card().lines}


LIFTING = Profile.model_validate(
    {
        "id": "p-1",
        "restrictions": [
            {"strain": "heavy_lifting", "source": "confirmed", "author": "médecin", "stated_on": "2026-09-01"},
            {
                "strain": "long_standing",
                "source": "self_declared",
                "author": "personne",
                "stated_on": "2026-01-01",
                "expires_on": "2026-11-17",
            },
        ],
    }
)
PROGRAMME = MEASURE.model_copy(update={"type": MeasureType.EMPLOYMENT_PROGRAMME})
ASK_OF_STRAINS = (
    "Restriction connue : port de charges lourdes (plus de 10 kg) ; "
    "l'offre ne relève aucune contrainte : lire son descriptif, demander."
)


def test_a_known_restriction_is_to_be_asked_where_the_option_says_nothing_of_strains() -> None:
    assert card(person=LIFTING).notes == (ASK_OF_STRAINS,)
    assert card(PROGRAMME, person=LIFTING).notes == (ASK_OF_STRAINS,)


def test_no_question_on_restrictions_where_it_was_compared_or_there_is_none() -> None:
    compared = VACANCY.model_copy(update={"criteria": Criteria(strains=(Strain.HEAVY_LIFTING,))})
    subsidy = PROGRAMME.model_copy(update={"form": MeasureForm.WAGE_SUBSIDY})
    allowance = PROGRAMME.model_copy(update={"form": MeasureForm.ALLOWANCE})
    language_course = MEASURE
    others = (compared, subsidy, allowance, language_course)
    assert [card(option, person=LIFTING).notes for option in others] == [()] * 4
    withheld = LIFTING.model_copy(update={"restrictions": None, "withheld": (DataCategory.HEALTH,)})
    fit = LIFTING.model_copy(update={"restrictions": ()})
    assert [card(person=person).notes for person in (withheld, fit)] == [(), ()]


def test_a_card_in_german_says_everything_in_german() -> None:
    french, german = card(lang="fr"), card(lang="de")
    assert {line.feature for line in french.contributions} == {line.feature for line in german.contributions}
    assert all(
        one.sentence != other.sentence for one, other in zip(french.contributions, german.contributions, strict=True)
    )
    assert [line.code for line in french.lines] == [line.code for line in german.lines]
    assert all(line.label == say("de", f"line.{line.code}") for line in german.lines)
