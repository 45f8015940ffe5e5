"""The letter: why these options, in the model's own reasons; what is not known, as such; and always all rights."""

from datetime import date
from typing import Any

import pytest

from matching.contracts.allowed_in_letter import InALetter, option_in_letter
from matching.domain.opportunity import AnyOpportunity, Measure, Place, Placement, Terms, Timing, Vacancy
from matching.domain.recommendation import Contribution
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.measures import MeasureForm
from matching.domain.vocabulary.situation import Country
from matching.explanation.letter import NOT_SAID, Chosen, Frame, Letter, reason_key, write_letter
from matching.messages.say import LANGUAGES, catalogue
from matching.ranking.features import FEATURE_BY_NAME, FEATURES, Feature

ON = date(2026, 11, 18)
FRAME = Frame(file="p-1", on=ON)
JOB = Vacancy(id="own:v", title="Vendeuse", terms=Terms(paid=True))
COURSE = Measure.model_validate({"id": "own:m", "title": "Cours", "form": "activity", "type": "coaching"})


def chosen(option: AnyOpportunity = JOB, *, discreet: bool = False, **changes: Any) -> Chosen:
    fields: dict[str, Any] = {"state": "eligible", "reasons": (), "in_head_start": False}
    return Chosen(told=option_in_letter(option, discreet=discreet), **fields | changes)


def line(feature: str, value: float, points: float = 1.0) -> Contribution:
    return Contribution(feature=feature, value=value, points=points, sentence="")


def rights(letter: Letter) -> str:
    return " ".join(sentence for part in letter.rights for sentence in part.sentences)


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_a_feature_has_a_plain_sentence_or_is_no_reason_in_a_letter(feature: Feature) -> None:
    """Of each step that can speak for an option; a new feature is decided on here."""
    said = {key for key in catalogue("fr") if key.startswith(f"letter.why.{feature.name}.")}
    speaks = {f"letter.why.{feature.name}.{suffix}" for _, suffix in feature.steps if suffix not in feature.less}
    assert said <= speaks
    assert bool(said) != (feature.name in NOT_SAID), "write its sentence, or put it on the list of what is not said"


def test_what_is_not_said_is_a_feature() -> None:
    assert FEATURE_BY_NAME.keys() >= NOT_SAID


def test_reasons_are_what_spoke_for_the_option_strongest_first_and_no_more_than_three() -> None:
    lines = (
        line("held_occupation", 1.0, 3.0),
        line("need_addressed", 3, 2.0),
        line("distance", 4.2, 1.5),
        line("distance", 80, -4),
        line("paid", 1, 1.0),
        line("certificate", 1, 0.5),
        line("reference", 1, 9.0),
    )
    (offer,) = write_letter([chosen(reasons=lines)], FRAME, "fr").offers
    assert offer.why == (
        "Vous connaissez déjà ce métier.",
        "C'est près de chez vous : environ 4 km en ligne droite.",
        "Vous recevez de l'argent.",
        "Vous remplissez les conditions que nous connaissons.",
    )


def test_without_reasons_the_conditions_alone_are_said_and_questions_as_such() -> None:
    (offer,) = write_letter([chosen(state="review")], FRAME, "fr").offers
    assert offer.why == ("Nous devons encore vérifier des conditions avec vous.",)


def test_what_is_known_no_more_is_not_said_of_a_reason() -> None:
    assert reason_key(Contribution(feature="distance", value=None, points=1, sentence="")) is None


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("count", [1, 3])
def test_every_letter_says_that_one_may_refuse_contest_and_ask_for_a_human(lang: str, count: int) -> None:
    said, letter = catalogue(lang), write_letter([chosen()] * count, FRAME, lang)
    told = rights(letter)
    for key in (
        "free.proposal",
        "free.answer",
        "free.reason",
        "free.control",
        "free.rules",
        "wrong.say",
        "wrong.checked",
    ):
        assert said[f"letter.{key}"] in told, key
    for key in ("human.sorted", "human.nothing", "human.again", "human.unsorted", "human.ask"):
        assert said[f"letter.{key}"] in told, key
    assert said["letter.open.you"] in letter.opening
    assert len(letter.offers) == count


def test_a_list_without_ranking_does_not_claim_one() -> None:
    told = rights(write_letter([chosen()], FRAME._replace(ranked=False), "fr"))
    assert "trier" not in told
    assert "il n'a pas fait de tri" in told
    assert "personne regarde tout encore une fois" in told


def test_the_meeting_and_whom_to_ask() -> None:
    told = rights(write_letter([chosen()], FRAME._replace(meeting=date(2026, 12, 1), contact="Carla, 021"), "de"))
    assert "Wir sprechen am Dienstag, 1.\u00a0Dezember\u00a02026 darüber." in told
    assert "Bei Fragen: Carla, 021" in told
    assert "nächste Mal" in rights(write_letter([chosen()], FRAME, "de"))


def test_facts_known_and_not_known() -> None:
    option = COURSE.model_copy(
        update={
            "provider": "École",
            "decided_by": Institution.ORP,
            "timing": Timing(starts_on=(date(2026, 1, 1), date(2027, 1, 11)), min_weeks=8, max_weeks=12),
            "terms": Terms(paid=False, pay="repas offert", certified=True, voluntary=False),
        }
    )
    (offer,) = write_letter([chosen(option)], FRAME, "fr").offers
    facts = dict(offer.facts)
    assert facts == {
        "Chez": "École",
        "Début": "le lundi 11\u00a0janvier\u00a02027",
        "Durée": "8 à 12 semaines",
        "Argent": "pas de salaire ; repas offert",
        "À la fin": "un certificat",
        "Qui décide": "ORP",
    }
    assert "Nous ne savons pas encore : le lieu, le trajet." in offer.sentences
    assert any("autorité" in sentence for sentence in offer.sentences)


@pytest.mark.parametrize("form", MeasureForm)
def test_each_form_of_measure_is_called_what_it_is(form: MeasureForm) -> None:
    (offer,) = write_letter([chosen(COURSE.model_copy(update={"form": form}))], FRAME, "fr").offers
    assert offer.sentences[0] == catalogue("fr")[f"letter.kind.{form.value}"]


def test_what_is_told_in_person_is_neither_named_nor_called_unknown() -> None:
    terms = Terms(paid_by="l'AI", travel_cost="payé par l'AI", aim="Un poste compatible avec la santé")
    option = Placement(id="own:p", title="Essai", terms=terms, timing=Timing(rolling=True), decided_by=Institution.OAI)
    (offer,) = write_letter([chosen(option, discreet=True)], FRAME, "fr").offers
    assert dict(offer.facts) == {"Début": "à tout moment"}
    assert "Nous ne savons pas encore : le lieu, la durée." in offer.sentences
    assert "Le reste, nous vous le disons de vive voix." in offer.sentences
    (offer,) = write_letter(
        [chosen(option.model_copy(update={"title": "Essai de l'AI"}), discreet=True)], FRAME, "fr"
    ).offers
    assert offer.title == "Une possibilité à voir ensemble"
    assert "AI" not in " ".join((offer.title, *offer.sentences, *(fact.text for fact in offer.facts)))


def facts_of(terms: Terms, lang: str = "fr", **changes: Any) -> dict[str, str]:
    option = COURSE.model_copy(update={"terms": terms, **changes})
    (offer,) = write_letter([chosen(option)], FRAME, lang).offers
    return dict(offer.facts)


@pytest.mark.parametrize(
    ("words", "lang", "said"),
    [
        ("l'office AI paie la mesure", "fr", "l'office AI paie la mesure"),
        ("l'AC ou le RI continue", "fr", "l'AC ou le RI continue"),
        ("gratuit", "fr", "gratuit"),
        ("l'employeur, remboursé en partie par l'AI", "fr", "payé par l'employeur, remboursé en partie par l'AI"),
        ("office AI", "fr", "payé par l'office AI"),
        ("Fondation Exemple", "fr", "payé par : Fondation Exemple"),
        ("die Sozialfirma mit Gemeindebeitrag", "de", "das zahlt: die Sozialfirma mit Gemeindebeitrag"),
        ("die Sozialhilfe läuft weiter", "de", "die Sozialhilfe läuft weiter"),
        ("l'AI", "it", "chi paga: l'AI"),
    ],
)
def test_who_pays_reads_as_a_phrase_and_a_whole_sentence_stands_alone(words: str, lang: str, said: str) -> None:
    assert said in facts_of(Terms(paid=True, paid_by=words), lang).values()


@pytest.mark.parametrize(
    ("words", "lang", "said"),
    [
        ("ORP, sur demande", "fr", "payé d'avance par l'ORP, sur demande"),
        ("CSR", "fr", "payé d'avance par votre centre social régional (CSR)"),
        ("SSR, à l'avance", "fr", "payé d'avance par votre service social régional (SSR)"),
        (
            "UC ou CSR, avant le début",
            "fr",
            "payé d'avance par l'unité commune (UC) ou par votre centre social régional (CSR), avant le début",
        ),
        ("la personne", "fr", "payé d'avance par vous"),
        ("la personne", "de", "im Voraus bezahlt von Ihnen"),
        ("Sozialdienst", "de", "im Voraus bezahlt von Ihrem Sozialdienst"),
        ("ORP", "de", "im Voraus bezahlt vom RAV"),
        ("ORP", "it", "pagato prima dall'URC"),
        ("l'office AI", "en", "paid first by the DI office"),
        ("SEMO", "de", "das zahlt im Voraus: SEMO"),
        ("canton voisin", "fr", "payé d'avance par le canton voisin"),
        ("cantonnement", "fr", "payé d'avance par : cantonnement"),
    ],
)
def test_who_advances_the_travel_is_said_with_article_and_case(words: str, lang: str, said: str) -> None:
    assert said in facts_of(Terms(travel_advanced_by=words), lang).values()


@pytest.mark.parametrize(("hours", "said"), [(1, "eine Stunde pro Woche"), (2, "2 Stunden pro Woche")])
def test_one_hour_is_singular(hours: float, said: str) -> None:
    assert facts_of(Terms(), "de", timing=Timing(hours_per_week=hours))["Zeit"] == said


def test_one_week_is_singular_and_one_percent_is_not_a_week() -> None:
    timing = Timing(min_weeks=1, max_weeks=1, workload_min_percent=1, workload_max_percent=1)
    told = facts_of(Terms(), timing=timing)
    assert (told["Durée"], told["Temps"]) == ("une semaine", "1 % de la semaine")


@pytest.mark.parametrize(
    ("terms", "promised"),
    [
        (Terms(certified=True), True),
        (Terms(certified=True, certificate="AFP ou CFC"), True),
        (Terms(certified=True, certificate="selon la mesure"), False),
        (Terms(certified=True, certificate="je nach Kurs"), False),
        (Terms(certificate="attestation"), False),
        (Terms(certified=False), False),
    ],
)
def test_a_certificate_is_a_reason_only_where_it_is_sure(terms: Terms, *, promised: bool) -> None:
    option = COURSE.model_copy(update={"terms": terms})
    (offer,) = write_letter([chosen(option, reasons=(line("certificate", 1.0),))], FRAME, "fr").offers
    assert ("Vous recevez un certificat à la fin." in offer.why) is promised


def test_the_option_is_named_with_whoever_decides_and_pays() -> None:
    terms = Terms(paid_by="l'AI", aim="Un poste compatible avec la santé")
    option = Placement(id="own:p", title="Essai de l'AI", terms=terms, decided_by=Institution.OAI)
    (offer,) = write_letter([chosen(option)], FRAME, "fr").offers
    assert offer.title == "Essai de l'AI"
    told = {"But": "Un poste compatible avec la santé", "Argent": "payé par l'AI", "Qui décide": "office AI"}
    assert dict(offer.facts) == told


def test_a_place_next_door_is_not_told_as_no_kilometre() -> None:
    (offer,) = write_letter([chosen(reasons=(line("distance", 0.3),))], FRAME, "fr").offers
    assert offer.why[0] == "C'est tout près de chez vous."


def test_work_at_home_is_not_called_near() -> None:
    option = JOB.model_copy(update={"place": Place(country=Country.CH, remote=True)})
    (offer,) = write_letter([chosen(option, reasons=(line("distance", 0.0),))], FRAME, "fr").offers
    assert offer.why == ("Vous remplissez les conditions que nous connaissons.",)


def test_a_posting_in_its_head_start_is_not_to_be_passed_on() -> None:
    (offer,) = write_letter([chosen(in_head_start=True)], FRAME, "fr").offers
    assert any("pas encore public" in sentence for sentence in offer.sentences)


def test_the_letter_tells_its_running_sentences() -> None:
    letter = write_letter([Chosen(InALetter(JOB, frozenset()), "eligible", (), in_head_start=False)], FRAME, "fr")
    assert "Rien n'est décidé." in letter.sentences()
    assert "C'est un emploi." in letter.sentences()
