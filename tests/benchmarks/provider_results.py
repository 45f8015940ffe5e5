"""How often the intervals of providers' adjusted results hold the truth, and who is told apart: run it as a script.

`python tests/benchmarks/provider_results.py [cantons]`; each line is so many drawn cantons of providers whose
skill has a given spread (logit) and whose people differ in their chances from provider to provider.
"""

import sys

import numpy as np
from numpy.typing import NDArray

from matching.gaps.results import adjust

WORLDS = ((12, 50, 0.4), (12, 50, 0.0), (12, 50, 0.8), (30, 30, 0.4), (3, 20, 0.4))
"""Providers, people at each, spread of their skill."""


def drawn(draws: np.random.Generator, providers: int, people: int, spread: float) -> tuple[float, float]:
    """Shares of the providers of one canton whose interval holds the truth, and who are told apart."""
    skill, mix = draws.normal(0, spread, providers), draws.normal(-0.5, 0.7, providers)
    group = np.repeat(np.arange(providers), people)
    logit = draws.normal(mix[group], 0.8)
    found = adjust(group, sigmoid(logit), draws.random(len(group)) < sigmoid(logit + skill[group]), providers)
    true = np.array([sigmoid(logit + one).mean() for one in skill])
    return float(((found.low <= true) & (true <= found.high)).mean()), float((found.standing != 0).mean())


def sigmoid(value: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-value)), dtype=np.float64)


if __name__ == "__main__":
    cantons = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    for providers, people, spread in WORLDS:
        draws = np.random.default_rng(2026)
        held, apart = np.mean([drawn(draws, providers, people, spread) for _ in range(cantons)], axis=0)
        told = f"{providers:3} providers of {people:3}, spread {spread}: held {held:.1%}, told apart {apart:.1%}"
        sys.stdout.write(f"{told}\n")
