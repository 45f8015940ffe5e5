"""The whole of it: one verdict, and every limit of it said."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("pandas", reason="matching[train] is not installed")
pytest.importorskip("fairlearn", reason="matching[train] is not installed")


from matching_training.evaluate.fairness.finding import Subject
from matching_training.evaluate.fairness.groups import Protected
from matching_training.evaluate.fairness.report import Effects, Fairness, Measured, Predictions, fairness
from matching_training.evaluate.fairness.swap import Swapped
from matching_training.log.tables import Log, offers_of


@pytest.fixture(scope="module")
def measured(log: Log) -> Measured:
    """A model that predicts the mean, in a world where groups do not matter."""
    shown = log.shown
    verb, person = np.asarray(shown["verb"]), np.asarray(shown["person"])
    accepted = np.where(verb == "accept", 1.0, np.where(verb == "reject", 0.0, np.nan))
    counted = shown.groupby(["slate", "person", "kind"], as_index=False).size().rename(columns={"size": "eligible"})
    offers = offers_of(list(shown["kind"]), np.asarray(shown["provider"]))
    gains = np.full(len(person), 4.0)
    return Measured(
        shown=shown,
        accepted=accepted,
        accept=Predictions(person, np.full(len(person), np.nanmean(accepted)), accepted),
        success=Predictions(person, np.full(len(person), 0.7), np.asarray(shown["came"], dtype=float)),
        effects=Effects(person, gains, gains + np.random.default_rng(0).normal(0, 20, len(gains))),
        eligible=counted,
        offers=offers,
        swapped=[("Genre", Swapped(40, (), 0.0))],
    )


@pytest.fixture(scope="module")
def found(measured: Measured, protected: Protected) -> Fairness:
    """The report on it."""
    return fairness(measured, protected, draws=40)


def test_a_fair_world_passes_with_all_subjects_measured(found: Fairness) -> None:
    assert found.gate.passed is True, found.sentences
    assert {each.subject for each in found.findings} == set(Subject)
    assert len(found.as_rows()) == len(found.findings)
    assert not found.rates.empty
    assert not found.providers.empty
    assert any("aucun score ne change" in sentence for sentence in found.sentences)


def test_without_a_protected_table_fairness_is_unknown_and_the_rest_is_measured(measured: Measured) -> None:
    found = fairness(measured, None, draws=20)
    assert found.gate.passed is None
    assert "pas de table protégée" in found.sentences[0]
    assert not found.providers.empty


def test_a_table_that_knows_too_few_is_unknown(measured: Measured, protected: Protected) -> None:
    found = fairness(measured, Protected(protected.table.iloc[:100]), draws=20)
    assert found.gate.passed is None
    assert "25 à 30 %" in found.sentences[0]


def test_a_swap_that_moves_a_score_fails_whatever_the_rest_says(measured: Measured) -> None:
    moved = replace(measured, swapped=[("Genre", Swapped(40, ("Koch | Köchin",), 1.5))])
    found = fairness(moved, None, draws=20)
    assert found.gate.passed is False
    assert found.gate.sentences[0].startswith("Genre : 1 paires sur 40 changent de score")
    assert found.sentences.count(found.gate.sentences[0]) == 1


def test_what_is_missing_is_said(measured: Measured, protected: Protected) -> None:
    bare = replace(measured, eligible=None, offers=None, success=None, effects=None, swapped=())
    said = " ".join(fairness(bare, protected, draws=20).sentences)
    assert "l'exposition est montrée sans être jugée" in said
    assert "Titres et noms échangés : pas mesuré." in said
    assert "Pas jugé, faute de données : part de l'attention, réussite prédite, effet prédit." in said


def test_an_attribute_of_which_nothing_is_known_is_said(measured: Measured, protected: Protected) -> None:
    blind = Protected(protected.table.assign(sex=None))
    assert "Sexe : inconnu de toutes, aucun écart ne peut être vu." in fairness(measured, blind, draws=20).sentences


def test_no_table_fit_to_be_shown_names_a_person(found: Fairness) -> None:
    for table in (found.as_rows(), found.rates, found.providers, found.gate.as_rows()):
        assert not {"person", "counsellor"} & set(table.columns)
    assert (found.as_rows()["people"] % 5 == 0).all()
