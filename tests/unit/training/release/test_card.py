"""The card says what was read, what came out, what is unknown, and what the model rests on."""

from tests.unit.training.release.builder import MET, UNKNOWN, trained

from matching_training.release.card import card
from matching_training.release.trained import Gate


def test_it_says_data_figures_what_was_kept_and_every_reason_of_the_gate() -> None:
    text = card(trained(conditions=(MET, UNKNOWN)))
    for said in (
        "ranker r-1",
        "Evidence: simulated",
        "invented canton",
        "| decisions | 400 |",
        "| auc_accept | 0.7123 |",
        "placement.gain: 12 suites connues",
        "| distance | 5 of 30 |",
        "| vacancy | 0.0312 |",
        "May not be promoted.",
        "value: unknown. La valeur ne peut pas",
        "Sex, age, nationality",
    ):
        assert said in text


def test_what_is_unknown_does_not_pass_and_neither_does_nothing() -> None:
    assert Gate((MET,)).passed
    assert not Gate((MET, UNKNOWN)).passed
    assert not Gate(()).passed
    assert Gate((MET, UNKNOWN)).reasons == [UNKNOWN.sentence]
