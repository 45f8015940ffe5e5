"""Figures of an invented version, as its training would have written them."""

from matching.ranking.figures import (
    ContestedReason,
    Figures,
    Foretelling,
    Foretold,
    GateCondition,
    GroupRate,
    Slice,
    StillShown,
    UseCounted,
    Worth,
)

UNFAIR = (
    "permis d'asile, environ 55 personnes : part de l'attention (vacancy) trop basse de 11.0 points "
    "(20.0 contre 31.0 chez des personnes comparables ; intervalle -17.0 à -5.0)."
)

FIGURES = Figures(
    champion="baseline-2",
    worth=(
        Worth(by="accepted", points=0.42, low=0.11, high=0.73, effective=240),
        Worth(by="outcomes", points=-0.05, low=-0.6, high=0.5, effective=60),
    ),
    still_shown=(
        StillShown(kind="vacancy", accepted=120, challenger=0.96, champion=0.92),
        StillShown(kind="measure", accepted=45, challenger=0.89, champion=1.0),
    ),
    foretelling=(Foretelling(part="vacancy.accept", learned=0.741, yardstick=0.735, base=0.702, error=0.018),),
    calibration=(
        Foretold(part="vacancy.accept", foretold=0.12, n=80, came_true=0.125),
        Foretold(part="vacancy.accept", foretold=0.31, n=75, came_true=0.333),
        Foretold(part="vacancy.accept", foretold=0.66, n=80, came_true=0.625),
    ),
    findings=(UNFAIR, "2 comparaisons de moins de 50 personnes sont montrées sans être jugées."),
    slices=(
        Slice(
            subject="accept_calibration",
            group="50 ans et plus",
            kind="",
            people=60,
            value=0.41,
            other=0.38,
            difference=0.03,
            low=-0.04,
            high=0.1,
            adjusted=1.0,
            failed=False,
        ),
        Slice(
            subject="exposure",
            group="permis d'asile",
            kind="vacancy",
            people=55,
            value=0.2,
            other=0.31,
            difference=-0.11,
            low=-0.17,
            high=-0.05,
            adjusted=0.01,
            failed=True,
        ),
    ),
    rates=(
        GroupRate(attribute="age_band", level="25-39", kind="vacancy", people=70, decided=120, accepted=0.5),
        GroupRate(attribute="age_band", level="55+", kind="vacancy", people=35, decided=60, accepted=0.417),
    ),
    use=(
        UseCounted(
            opened=180,
            followed_first=75,
            followed_lower=40,
            overridden=30,
            deferred=15,
            ignored=20,
            median_rank=1.0,
        ),
        UseCounted(
            unit="vd-uc-lausanne",
            month="2026-09",
            opened=60,
            followed_first=25,
            followed_lower=15,
            overridden=10,
            deferred=None,
            ignored=None,
            median_rank=1.0,
        ),
    ),
    contested=(ContestedReason(feature="distance", against=5, verdicts=30),),
    gate=(
        GateCondition(name="learned", passed=True, sentence="Au moins une partie a été apprise."),
        GateCondition(name="value", passed=True, sentence="Ordre : +0,42 points (0,11 à 0,73)."),
        GateCondition(name="fairness", passed=False, sentence=UNFAIR),
    ),
)
