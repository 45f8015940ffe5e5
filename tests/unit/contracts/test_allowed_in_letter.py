"""A letter is opened at home: every field of what it is written from is decided on, and what could shame stays out."""

import pytest
from tests.unit.domain.fields import leaves, within

from matching.contracts.allowed_in_letter import IN_A_LETTER, KEPT_OUT, option_in_letter, reasons_in_letter
from matching.contracts.told_in_person import is_told_in_person
from matching.contracts.wall import models_of
from matching.domain.opportunity import Measure, Place, Placement, Terms, Vacancy
from matching.domain.recommendation import Card, Contribution
from matching.domain.verdict import Eligibility
from matching.domain.vocabulary.catalogue import DebtEffect, OpportunityKind
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.situation import Country


@pytest.mark.parametrize("name", IN_A_LETTER)
def test_every_field_is_decided_on(name: str) -> None:
    fields = {path for model in models_of(name) for path in leaves(model)}
    allowed, kept = IN_A_LETTER[name], KEPT_OUT[name]
    decided = {path for path in fields if path in allowed or within(path, kept)}
    assert fields - decided == set(), "decide whether the new field may stand in a letter"
    assert allowed <= fields
    assert {path for path in allowed if within(path, kept)} == set()
    assert {path for path in kept if not any(within(field, [path]) for field in fields)} == set()


def test_of_the_file_nothing_may_enter_but_its_number() -> None:
    assert set(IN_A_LETTER) == set(KEPT_OUT) == {"recommendation", "opportunity", "unit"}
    told = {path for allowed in IN_A_LETTER.values() for path in allowed}
    for word in ("debt", "need", "criteria", "assistance", "payer", "restrict", "withheld", "childcare", "score"):
        assert not [path for path in told if word in path], word


def measure(**changes: object) -> Measure:
    fields = {"id": "own:m", "title": "Atelier vélo", "form": "activity", "type": "coaching"}
    return Measure.model_validate(fields | changes)


def test_what_is_on_no_list_is_unknown_in_a_letter() -> None:
    option = measure(
        code=MeasureCode.VD_MIP,
        payer="as_canton",
        description="Pour des personnes en poursuite",
        criteria={"needs": [Barrier.HEALTH], "min_age": 18},
        terms={"debt_effect": DebtEffect.WAGE_ATTACHABLE, "childcare_hours_per_week": 20, "aim": "Un rythme"},
        effects=[{"kind": "barrier", "barrier": "finance_debt"}],
        place={"country": "ch", "region": "VD", "municipality": "Renens", "latitude": 46.5},
    )
    told, in_person = option_in_letter(option, discreet=True)
    assert told == measure(terms=Terms(aim="Un rythme"), place=Place(country=Country.CH, municipality="Renens"))
    assert in_person == frozenset()


def test_words_that_tell_of_health_debt_or_assistance_are_for_a_talk() -> None:
    option = measure(
        title="Conseil en dettes",
        provider="Bureau Clair",
        terms={"paid_by": "le RI continue", "aim": "Voir clair", "certificate": "plan de désendettement"},
    )
    told, in_person = option_in_letter(option, discreet=True)
    assert in_person == {"title", "terms.paid_by", "terms.certificate"}
    assert (told.terms.paid_by, told.terms.certificate, told.terms.aim) == (None, None, "Voir clair")
    assert told.provider == "Bureau Clair"
    place = Placement(id="own:p", title="Atelier", terms=Terms(travel_advanced_by="CSR"))
    assert option_in_letter(place, discreet=True).in_person == {"terms.travel_advanced_by"}


def test_a_letter_that_others_do_not_open_names_the_option_in_its_own_words() -> None:
    option = measure(title="Conseil en dettes", decided_by="oai", terms={"paid_by": "le RI continue"})
    assert option_in_letter(option, discreet=False) == (option, frozenset())
    told, in_person = option_in_letter(option, discreet=True)
    assert in_person == {"title", "terms.paid_by", "decided_by"}
    assert told.decided_by is None  # type: ignore[union-attr]
    orp = measure(decided_by="orp")
    assert option_in_letter(orp, discreet=True) == (orp, frozenset())


def test_the_name_of_a_job_tells_nothing_of_whoever_might_take_it() -> None:
    job = Vacancy(id="own:v", title="Employée d'accueil, office AI", provider="Clinique du Lac")
    assert option_in_letter(job, discreet=True) == (job, frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "Conseil en dettes",
        "Désendettement",
        "Integrationsmassnahme IV: Aufbautraining",
        "Mesure de réinsertion AI",
        "le RI continue",
        "Schuldenberatung",
        "Psychosoziale Begleitung",
        "Handicap et emploi",
        "compatible avec la santé",
        "Sozialhilfe läuft weiter",
        "consulenza debiti",
        "plan after an illness",
    ],
)
def test_told_in_person(text: str) -> None:
    assert is_told_in_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Auxiliaire de santé, cours de base",
        "Pflegehelferin Gesundheit",
        "Cours cariste et bases de la logistique",
        "Programme d'insertion : atelier vélo et livraisons douces",
        "J'ai appris l'anglais",
        "Aide de cuisine",
        "Garde-relais : une solution de garde",
        "Deutsch im Beruf, Niveau B1",
    ],
)
def test_not_told_in_person(text: str) -> None:
    assert not is_told_in_person(text)


def test_reasons_come_without_the_sentences_of_the_slate() -> None:
    line = Contribution(feature="distance", value=3.0, points=0.4, sentence="Près du domicile.")
    card = Card(
        rank=1,
        opportunity="own:m",
        kind=OpportunityKind.MEASURE,
        title="M",
        contributions=(line,),
        eligibility=Eligibility(state="eligible"),
        verdicts=(),
        reasons=(),
    )
    assert reasons_in_letter(card) == (line.model_copy(update={"sentence": ""}),)
