"""A public check on people who were assigned by lot: the Job Corps trial, read where the user has put it.

Chance decided who was offered Job Corps, so the trial knows what our estimators must find: the average effect, whether
predicted effects tell people apart, and what it would bring to offer it by predicted effect. The file has no design
weights, and women were assigned more often; the assigned share by sex and age therefore stands for the known
probability, and `balance` says whether anything else that was known at assignment still predicts it.
Source: Schochet, Burghardt, Glazerman, National Job Corps study, 2001; file JC of the R package causalweight (MIT).
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matching.errors import InvalidInputError
from matching_training.evaluate.off_policy.estimates import Answer, compare, evaluate
from matching_training.evaluate.off_policy.items import Codes, Items, Values
from matching_training.evaluate.off_policy.overlap import Guard, Unanswerable
from matching_training.evaluate.trial.heterogeneity import Effect, Heterogeneity, around, average, heterogeneity
from matching_training.evaluate.trial.plain_learner import EffectLearner, Learned, Treated

ASSIGNED = "assignment"
OUTCOMES = ("earny4", "pworky4")
"""Weekly earnings (USD) and share of weeks in work (%) in the fourth year after assignment."""
WORKS = "works4"
"""In work for more than half of that year, in points (0 or 100): a fact, as the ranker learns from."""
COVARIATES = (
    *("female", "age", "white", "black", "hispanic", "educ", "educmis", "geddegree", "hsdegree", "english"),
    *("cohabmarried", "haschild", "everwkd", "mwearn", "hhsize", "hhsizemis", "educmum", "educmummis", "educdad"),
    *("educdadmis", "welfarechild", "welfarechildmis", "health", "healthmis", "smoke", "smokemis", "alcohol"),
    "alcoholmis",
)
"""What was known at assignment; later columns of the file are results."""

SHARES = (0.1, 0.25, 0.5)
"""Shares of people offered a place whose value is asked."""
_AGES = (18.0, 20.0)
_LEAST_IN_ARM = 20
_HALF = 50.0


@dataclass(frozen=True)
class Trial:
    """`x` (n, d) covariates; (n,) treated, stratum and probability of assignment; (n,) outcomes by name."""

    x: Values
    treated: Treated
    strata: Codes
    propensity: Values
    outcomes: dict[str, Values]


@dataclass(frozen=True)
class Confounded:
    """The trial made to look like a log in which the more employable were sent: without and with adjustment."""

    people: int
    truth: float
    naive: Effect
    doubly_robust: Effect


@dataclass(frozen=True)
class Offered:
    """A share of the people offered a place: those of the greatest predicted effect, as many by lot, the difference."""

    share: float
    by_effect: Answer | Unanswerable
    by_lot: Answer | Unanswerable
    difference: Answer | Unanswerable


@dataclass(frozen=True)
class Check:
    """Everything found for one outcome. `raw` is the plain difference of the arms, `stratified` by sex and age."""

    outcome: str
    raw: Effect
    stratified: Effect
    known: Effect
    estimated: Effect
    heterogeneity: Heterogeneity
    confounded: tuple[Confounded, ...]
    offered: tuple[Offered, ...]


def read_trial(path: Path) -> Trial:
    """The trial from its csv; InvalidInputError for a file that is not it."""
    import pandas as pd

    wanted = [ASSIGNED, *COVARIATES, *OUTCOMES]
    try:
        table = pd.read_csv(path)
    except (OSError, ValueError) as error:
        raise InvalidInputError(f"{path} ne se lit pas comme CSV ; indiquer le fichier JC de l'essai.") from error
    if lacking := [name for name in wanted if name not in table]:
        raise InvalidInputError(f"{path} n'a pas {', '.join(lacking)} ; indiquer le fichier JC de l'essai.")
    try:
        values = table[wanted].to_numpy(dtype=np.float64)
    except ValueError as error:
        raise InvalidInputError(f"{path} contient autre chose que des nombres ; reprendre le fichier.") from error
    if not np.isfinite(values).all() or not np.isin(values[:, 0], (0, 1)).all():
        raise InvalidInputError(f"{path} a des valeurs manquantes, ou un assignment autre que 0 ou 1 ; le reprendre.")
    column = dict(zip(wanted, values.T, strict=True))
    treated = column[ASSIGNED] == 1
    strata = np.asarray(column["female"] * 10 + np.digitize(column["age"], _AGES), dtype=np.int64)
    for stratum in np.unique(strata):
        arm = int(treated[strata == stratum].sum())
        if min(arm, int((strata == stratum).sum()) - arm) < _LEAST_IN_ARM:
            raise InvalidInputError(
                f"{path} a trop peu de monde par sexe et âge dans un des groupes ; il en faut plus."
            )
    return Trial(
        x=np.column_stack([column[name] for name in COVARIATES]),
        treated=treated,
        strata=strata,
        propensity=_shares(treated, strata),
        outcomes={name: column[name] for name in OUTCOMES} | {WORKS: 100.0 * (column["pworky4"] > _HALF)},
    )


def balance(trial: Trial) -> float:
    """p of the likelihood-ratio test that within strata nothing else known at assignment predicts it."""
    from scipy.special import chdtrc
    from sklearn.linear_model import LogisticRegression

    by_stratum = (trial.strata[:, None] == np.unique(trial.strata)[None, 1:]).astype(np.float64)
    varying = trial.x[:, trial.x.std(axis=0) > 0]
    everything = np.column_stack([by_stratum, (varying - varying.mean(axis=0)) / varying.std(axis=0)])

    def likelihood(columns: Values) -> float:
        chance = LogisticRegression(C=1e6, max_iter=5000).fit(columns, trial.treated).predict_proba(columns)[:, 1]
        return float(np.log(np.where(trial.treated, chance, 1 - chance)).sum())

    more = int(np.linalg.matrix_rank(everything) - np.linalg.matrix_rank(by_stratum))
    return float(chdtrc(more, max(0.0, 2 * (likelihood(everything) - likelihood(by_stratum)))))


def check(trial: Trial, outcome: str, learner: EffectLearner, *, seed: int = 0, thinnings: int = 3) -> Check:
    """Hold an effect learner and the off-policy estimates against the trial, for one of its outcomes."""
    y = trial.outcomes[outcome]
    known = learner(trial.x, trial.treated, y, trial.propensity, seed)
    stratified = stratified_difference(trial.treated, y, trial.strata)
    return Check(
        outcome=outcome,
        raw=difference(trial.treated, y),
        stratified=stratified,
        known=average(known.scores),
        estimated=average(learner(trial.x, trial.treated, y, None, seed).scores),
        heterogeneity=heterogeneity(known),
        confounded=tuple(
            confounded(trial, outcome, learner, stratified.value, seed=seed + run) for run in range(thinnings)
        ),
        offered=tuple(offered(trial, y, known, share) for share in SHARES),
    )


def difference(treated: Treated, outcome: Values) -> Effect:
    """Mean of the treated minus mean of the others, unequal variances."""
    with_it, without = outcome[treated], outcome[~treated]
    error = with_it.var(ddof=1) / len(with_it) + without.var(ddof=1) / len(without)
    return around(float(with_it.mean() - without.mean()), float(np.sqrt(error)))


def stratified_difference(treated: Treated, outcome: Values, strata: Codes) -> Effect:
    """The difference within each stratum, weighted by its size."""
    value = squares = 0.0
    for stratum in np.unique(strata):
        rows = strata == stratum
        share = float(rows.mean())
        with_it, without = outcome[rows & treated], outcome[rows & ~treated]
        value += share * float(with_it.mean() - without.mean())
        squares += share**2 * float(with_it.var(ddof=1) / len(with_it) + without.var(ddof=1) / len(without))
    return around(value, float(np.sqrt(squares)))


def confounded(trial: Trial, outcome: str, learner: EffectLearner, truth: float, *, seed: int) -> Confounded:
    """Keep men, the older and the more schooled among the treated, the others among the untreated, and ask again.

    People are kept so that everybody is kept equally often: the population, and with it the true effect, is that of
    the trial; only who was treated is no longer by lot. The learner does not get the probabilities.
    """
    kept = thinned(trial, np.random.default_rng([seed, 17]))
    treated, y = trial.treated[kept], trial.outcomes[outcome][kept]
    learned = learner(trial.x[kept], treated, y, None, seed)
    return Confounded(int(kept.sum()), truth, difference(treated, y), average(learned.scores))


def thinned(trial: Trial, rng: np.random.Generator) -> npt.NDArray[np.bool_]:
    """(n,) who is kept: treated with probability c s / p, others with c (1 - s) / (1 - p), s rising with the index."""
    at = {name: trial.x[:, column] for column, name in enumerate(COVARIATES)}
    index = 0.4 * (at["age"] - 18.4) + 0.4 * (at["educ"] - 10) + at["hsdegree"] - 1.5 * (at["female"] - 0.44)
    sent = np.clip(1 / (1 + np.exp(-index)), 0.1, 0.9)
    odds = np.where(trial.treated, sent / trial.propensity, (1 - sent) / (1 - trial.propensity))
    most = max(float((sent / trial.propensity).max()), float(((1 - sent) / (1 - trial.propensity)).max()))
    return np.asarray(rng.random(len(odds)) < odds / most)


def offered(trial: Trial, outcome: Values, learned: Learned, share: float, guard: Guard | None = None) -> Offered:
    """What outcome people would have on average if that share of them were offered a place."""
    n = len(outcome)
    places = round(share * n)
    first = np.zeros(n)
    first[np.argsort(-learned.effect, kind="stable")[:places]] = 1.0
    by_effect = items_of_trial(trial, outcome, learned, first)
    by_lot = items_of_trial(trial, outcome, learned, np.full(n, places / n))
    return Offered(share, evaluate(by_effect, guard), evaluate(by_lot, guard), compare(by_effect, by_lot, guard))


def items_of_trial(trial: Trial, outcome: Values, learned: Learned, chance: Values) -> Items:
    """The trial as a log of single decisions, and a policy that offers a place with (n,) these probabilities."""
    n = len(outcome)
    return Items(
        slate=np.arange(n),
        position=np.zeros(n, dtype=np.int64),
        person=np.arange(n),
        reward=outcome,
        logged=np.where(trial.treated, trial.propensity, 1 - trial.propensity),
        target=np.where(trial.treated, chance, 1 - chance),
        predicted=np.where(trial.treated, learned.if_treated, learned.if_not),
        expected=chance * learned.if_treated + (1 - chance) * learned.if_not,
        covered=np.ones(n),
    )


def _shares(treated: Treated, strata: Codes) -> Values:
    """(n,) the assigned share of each person's stratum."""
    _, at = np.unique(strata, return_inverse=True)
    counts = np.bincount(at.reshape(-1), weights=treated) / np.bincount(at.reshape(-1))
    return np.asarray(counts[at.reshape(-1)], dtype=np.float64)
