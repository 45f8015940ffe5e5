"""The gendered-title swap and the name-free test, as the training runs them, over the demo's service."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings
from matching_training.evaluate.fairness.served import scores_of, swapped_of
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


def test_a_candidate_is_asked_the_same_of_somebody_invented(demo: Service, at: datetime) -> None:
    found = dict(swapped_of(demo, at, demo.workplace.model))
    assert {what: (each.pairs, each.moved) for what, each in found.items()} == {
        "Titres au féminin et au masculin": (2 * len(GENDERED), ()),
        "Nom ajouté": (4 * len(NAMES), ()),
    }


def test_before_an_empty_catalogue_nothing_is_said(tmp_path: Path, at: datetime) -> None:
    with closing(open_service(Settings(data_dir=tmp_path))) as service:
        assert swapped_of(service, at, service.workplace.model) == []


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
