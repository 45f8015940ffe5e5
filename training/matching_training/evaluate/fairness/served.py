"""The scores of a service for one person, by its own model or by a candidate; and what a swap does to them."""

from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from matching.bootstrap import Service
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.ranking.model import Model, chance_facts
from matching.ranking.person import RankedPerson
from matching.ranking.rank import score
from matching.use_cases.live import Live
from matching.use_cases.situation import Situation, look_at
from matching_training.evaluate.fairness.swap import Scores, Swapped, gender_swapped, name_added

SEEKER = Profile.model_validate({"id": "seeker", "project": "Vente en magasin."})
"""Somebody invented: a swap is a matter of how text is read, and nobody's file need be opened for it."""


def swapped_of(service: Service, at: datetime, model: Model) -> list[tuple[str, Swapped]]:
    """Titles in both genders and names, before the service's catalogue, by a model; nothing where it has no option."""
    scores = scores_of(service, LOCAL_VIEWER, at, model)
    if np.isnan(scores(SEEKER)).all():
        return []
    return [
        ("Titres au féminin et au masculin", gender_swapped(scores, SEEKER)),
        ("Nom ajouté", name_added(scores, SEEKER)),
    ]


def scores_of(service: Service, viewer: Viewer, at: datetime, model: Model | None = None) -> Scores:
    """The scores over all that a service would rank for a person at that moment, by a model or by its own.

    (n_options,) float64 in the order of rows; one that is no candidate has NaN, so that what is retrieved counts too.
    """
    live = service.workplace.live(at)

    def of(profile: Profile) -> NDArray[np.float64]:
        seen = look_at(service.workplace, live, profile, viewer=viewer, at=at)
        values = np.full(len(live.criteria), np.nan)
        values[seen.candidates.rows] = seen.ranked.scores if model is None else _by(model, live, seen)
        return values

    return of


def _by(model: Model, live: Live, seen: Situation) -> NDArray[np.float64]:
    """The scores by another model of what has been looked at; `lock_in` stays as the serving model's chance has it."""
    rows = seen.candidates.rows
    return score(
        seen.ranked.features,
        live.criteria.take(rows).kind,
        own_chance=model.own_chance(chance_facts(RankedPerson.of(seen.person))),
        open_questions=seen.assessment.open_questions[rows],
        prices=np.zeros(len(rows)),
        model=model,
    ).scores
