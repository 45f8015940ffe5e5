"""The gate: what must hold before a person may promote a ranker; each condition says why, with its figures."""

from collections.abc import Iterator, Sequence

from matching_training.evaluate.fairness.gate import FairnessGate
from matching_training.evaluate.order.appraisal import Appraisal
from matching_training.evaluate.order.still_shown import still_shown, vanishing
from matching_training.fit.contested import TRUST
from matching_training.fit.ranker import Report
from matching_training.release.trained import Condition, Gate
from matching_training.small_cells import rounded

_MOST_ERROR = 0.03
"""Expected calibration error of a learned chance beyond that of chance, out of fold; a convention."""
_AUC_MARGIN = 0.01
_OF_MOST_SENTENCES = 3


def gate(report: Report, appraisal: Appraisal, fairness: FairnessGate, least: float) -> Gate:
    """All conditions; what is unknown does not pass. `least` is the least gain shown, in points."""
    return Gate(
        (
            _learned(report),
            _value(appraisal),
            _not_contradicted(appraisal),
            *_parts(report),
            _fair(fairness),
            _still_shown(appraisal, least),
            _uncontested(report),
        )
    )


def _learned(report: Report) -> Condition:
    if report.learned:
        return Condition("learned", passed=True, sentence="Au moins une partie a été apprise.")
    return Condition(
        "learned", passed=False, sentence="Rien n'a pu être appris de ce journal ; le modèle de départ reste."
    )


def _value(appraisal: Appraisal) -> Condition:
    """The other order is worth more than that of what ranks now, surely enough: nineteen times in twenty."""
    found = appraisal.reordered
    passed = None if found.interval is None else found.interval.low > 0
    return Condition("value", passed=passed, sentence=found.why)


def _not_contradicted(appraisal: Appraisal) -> Condition:
    """What was stated to have come of it does not speak against the other order."""
    found = appraisal.by_outcomes
    passed = None if found.interval is None else found.interval.high >= 0
    return Condition("outcomes", passed=passed, sentence=f"D'après les suites constatées : {found.why}")


def _parts(report: Report) -> Iterator[Condition]:
    """Every learned part foretells as well as the yardstick and is calibrated, out of fold."""
    for part in report.parts:
        if part.chosen != "learned":
            continue
        name = f"{part.kind}.{part.name}"
        behind = part.auc["yardstick"] - part.auc["learned"]
        yield Condition(
            f"{name}.auc",
            passed=behind <= _AUC_MARGIN,
            sentence=f"{name} : aire sous la courbe {part.auc['learned']:.3f}, étalon {part.auc['yardstick']:.3f}.",
        )
        found = part.calibration["after"]
        allowed = _MOST_ERROR + found.by_chance
        yield Condition(
            f"{name}.calibration",
            passed=found.error <= allowed,
            sentence=f"{name} : écart de calibration {found.error:.3f}, au plus {allowed:.3f} pour tant de lignes.",
        )


def _fair(fairness: FairnessGate) -> Condition:
    return Condition("fairness", passed=fairness.passed, sentence=_shortened(fairness.sentences))


def _still_shown(appraisal: Appraisal, least: float) -> Condition:
    """No kind of option that counsellors accept all but vanishes from what they are shown."""
    vanished = list(vanishing(still_shown(appraisal, least)))
    fine = "Aucune sorte d'option retenue jusqu'ici ne disparaît presque des listes."
    return Condition("kinds", passed=not vanished, sentence=" ".join(vanished) or fine)


def _uncontested(report: Report) -> Condition:
    too_often = [each for each in report.contested if each.for_the_gate]
    rule = f"contestée dans plus de la moitié des avis, {TRUST} avis de confiance comptés en plus"
    if not too_often:
        return Condition("contested", passed=True, sentence=f"Aucune raison affichée n'est {rule}.")
    named = ", ".join(
        f"{each.feature} ({rounded(each.against)} avis sur {rounded(each.verdicts)})" for each in too_often
    )
    return Condition("contested", passed=False, sentence=f"Raison {rule} : {named}.")


def _shortened(sentences: Sequence[str]) -> str:
    kept = " ".join(sentences[:_OF_MOST_SENTENCES])
    more = len(sentences) - _OF_MOST_SENTENCES
    return f"{kept} (et {more} autres constats sur la fiche)" if more > 0 else kept
