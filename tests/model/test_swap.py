"""The gendered-title swap and the name-free test, as the training runs them, over the demo's service."""

from datetime import datetime

import pytest

from matching.bootstrap import Service
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER
from matching_training.evaluate.fairness.served import scores_of
from matching_training.evaluate.fairness.swap import GENDERED, NAMES, gender_swapped, name_added

SEEKER = Profile.model_validate(
    {
        "id": "seeker",
        "residence": {"country": "fr", "region": "07", "latitude": 44.62, "longitude": 4.39},
        "project": "Vente en magasin.",
    }
)


def test_no_score_moves_with_the_gender_of_a_title(demo: Service, at: datetime) -> None:
    found = gender_swapped(scores_of(demo, LOCAL_VIEWER, at), SEEKER)
    assert (found.pairs, found.moved) == (2 * len(GENDERED), ())


def test_no_score_moves_with_a_name(demo: Service, at: datetime) -> None:
    found = name_added(scores_of(demo, LOCAL_VIEWER, at), SEEKER)
    assert (found.pairs, found.moved) == (4 * len(NAMES), ())


@pytest.mark.parametrize("by_candidate", [False, True])
def test_the_scores_compared_do_move_with_the_occupation(demo: Service, at: datetime, *, by_candidate: bool) -> None:
    scores = scores_of(demo, LOCAL_VIEWER, at, demo.workplace.model if by_candidate else None)
    cook, gardener = (
        scores(
            Profile.model_validate({**SEEKER.model_dump(mode="json"), "occupations": [{"title": title, "years": 3}]})
        )
        for title in ("Cuisinier", "Jardinier")
    )
    assert cook.tobytes() != gardener.tobytes()
    assert (
        cook.tobytes()
        == scores_of(demo, LOCAL_VIEWER, at)(
            Profile.model_validate(
                {**SEEKER.model_dump(mode="json"), "occupations": [{"title": "Cuisinière", "years": 3}]}
            )
        ).tobytes()
    )
