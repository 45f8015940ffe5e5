"""What a measure changes and opens, in words: figures as counted, no zero where nothing was said."""

from typing import Any

import pytest

from matching.domain.effect import (
    AvailabilityEffect,
    BarrierEffect,
    CertificateEffect,
    LanguageEffect,
    MobilityEffect,
    SkillEffect,
)
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.situation import EducationLevel, Language, LanguageLevel, LicenceCategory
from matching.explanation.pathways import Counts, effect_in_words, opens_in_words, opens_lines_of, timing_in_words
from matching.pathways.applied import AnyEffect
from matching.pathways.timing import Order, Span

NOTHING: dict[str, Any] = {
    **dict.fromkeys(("jobs", "measures", "placements", "to_check", "settled", "far", "asking"), 0),
    **dict.fromkeys(("within_10", "within_30", "distance_unknown"), 0),
    "judged": True,
    "nearest_km": None,
}


def counts(**found: Any) -> Counts:
    return Counts(**NOTHING | found)


def test_how_many_of_which_kind_how_near_and_how_sure() -> None:
    found = counts(jobs=9, measures=2, to_check=3, nearest_km=3.4, within_10=4, within_30=7, distance_unknown=1)
    assert opens_in_words(found, "fr") == (
        "11 options convenables de plus (9 emplois, 2 mesures) ; "
        "7 de ces emplois à moins de 30 km, le plus proche à 3 km, distance non connue pour 1 ; dont 3 à vérifier"
    )


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "fr",
            "1 option convenable de plus (1 emploi, à 28 km) ; 6 autres emplois, éloignés du projet et de l'expérience",
        ),
        ("de", "1 passendes Angebot mehr (1 Stelle, in 28 km); 6 weitere Stellen, fern von Vorhaben und Erfahrung"),
        (
            "it",
            "1 opzione adatta in più (1 impiego, a 28 km); 6 altri impieghi, lontani dal progetto e dall'esperienza",
        ),
        ("en", "1 more suitable option (1 job, 28 km away); 6 other jobs, far from the project and experience"),
    ],
)
def test_one_is_singular_and_signs_are_those_of_the_language(lang: str, said: str) -> None:
    assert opens_in_words(counts(jobs=1, nearest_km=28.2, within_30=1, far=6), lang) == said


def test_no_job_near_and_one_next_door() -> None:
    assert "aucun de ces emplois à moins de 30 km, le plus proche à 41 km" in opens_in_words(
        counts(jobs=2, nearest_km=41), "fr"
    )
    assert "(1 emploi, à moins d'un kilomètre)" in opens_in_words(counts(jobs=1, nearest_km=0.2, within_30=1), "fr")


def test_nothing_opens_is_said_with_the_needs_it_lifts() -> None:
    lines = opens_lines_of(counts(), (Barrier.MOBILITY,), "fr")
    assert [(line.code, line.label, line.text) for line in lines] == [
        ("lifts", "Lève", "mobilité"),
        ("opens_nothing", "Ouvre", "aucune option convenable de plus selon les règles"),
    ]


def test_what_opens_has_the_code_that_cards_show_in_short() -> None:
    assert [line.code for line in opens_lines_of(counts(jobs=1), (), "fr")] == ["opens"]
    assert [line.code for line in opens_lines_of(counts(far=1), (), "fr")] == ["opens"]


def test_what_is_settled_or_far_is_told_apart() -> None:
    assert opens_in_words(counts(settled=2), "fr").startswith("2 options aujourd'hui à vérifier")
    assert "4 autres emplois, éloignés du projet" in opens_in_words(counts(far=4), "fr")


def test_skills_that_open_jobs_ask_for_are_told_where_nothing_more_opens() -> None:
    said = opens_in_words(counts(asking=3), "fr")
    assert said.startswith("aucune option convenable de plus selon les règles ; ")
    assert said.endswith("3 emplois convenables déjà ouverts demandent une compétence acquise ainsi")


def test_jobs_of_unknown_place_have_no_distance() -> None:
    assert "distance des emplois non connue" in opens_in_words(counts(jobs=1, distance_unknown=1), "fr")


def test_where_nothing_is_ranked_the_rules_alone_are_named() -> None:
    assert opens_in_words(counts(jobs=1, judged=False), "de").startswith("1 Angebot mehr allein nach den")


@pytest.mark.parametrize(
    ("effect", "words"),
    [
        (LanguageEffect(language=Language.FR, level=LanguageLevel.B1), "français : niveau B1"),
        (SkillEffect(label="Couture"), "compétence : Couture"),
        (BarrierEffect(barrier=Barrier.MOBILITY), "lève : mobilité"),
        (CertificateEffect(name="Module hygiène"), "certificat : Module hygiène"),
        (
            CertificateEffect(name="CFC", education=EducationLevel.VOCATIONAL, licence=LicenceCategory.B),
            "certificat : CFC (CFC, CAP/BEP, permis voiture (B))",
        ),
        (AvailabilityEffect(percent=80, work_pace_percent=70), "disponibilité : 80 %, rythme de travail : 70 %"),
        (MobilityEffect(radius_km=40), "trajets possibles jusqu'à 40 km, si la personne les veut"),
        (
            MobilityEffect(radius_km=40, vehicle=True),
            "véhicule, trajets possibles jusqu'à 40 km, si la personne les veut",
        ),
    ],
)
def test_every_effect_has_its_words(effect: AnyEffect, words: str) -> None:
    assert effect_in_words(effect, "fr") == words


def test_order_weeks_and_waiting_unknown_where_they_are() -> None:
    assert timing_in_words(Order.ALONE, Span(2, 2, 0), "fr") == "2 semaines ; sans attente"
    assert timing_in_words(Order.AFTER, Span(18, None, 4), "fr") == (
        "l'une après l'autre ; au moins 18 semaines ; attente d'environ 4 semaines"
    )
    said = timing_in_words(Order.UNKNOWN, Span(None, None, None), "fr")
    assert said.endswith("durée non connue ; attente non connue")
