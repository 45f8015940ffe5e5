"""What of the accepted a challenger would still show, and the sentence where a kind all but vanishes."""

from types import SimpleNamespace
from typing import cast

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")

import numpy as np
import pandas as pd

from matching_training.evaluate.order.appraisal import Appraisal
from matching_training.evaluate.order.still_shown import still_shown, vanishing


def appraisal(challenger: list[float], champion: list[float], scale: float = 1.0) -> Appraisal:
    """Four places and two vacancies; the last of each was not accepted."""
    labelled = pd.DataFrame(
        {
            "kind": ["placement"] * 4 + ["vacancy"] * 2,
            "verb": ["accept", "accept", "accept", None, "accept", "reject"],
        }
    )
    told = SimpleNamespace(labelled=labelled, challenger=np.array(challenger), champion=np.array(champion))
    told.scales = (np.full(6, scale), 1.0)
    return cast("Appraisal", told)


def test_only_what_was_accepted_counts_and_the_least_gain_is_still_shown() -> None:
    shares = still_shown(appraisal([0.5, 0.4, -1, 9, 2, 9], [1, 1, 0.2, 0, 2, 0]), 0.5).set_index("kind")
    assert shares.loc["placement"].to_dict() == {"accepted": 3, "challenger": 1 / 3, "champion": 2 / 3}
    assert shares.loc["vacancy"].to_dict() == {"accepted": 1, "challenger": 1.0, "champion": 1.0}
    assert "measure" not in shares.index


def test_a_kind_that_all_but_vanishes_is_named_and_one_that_was_not_shown_before_is_not() -> None:
    (said,) = vanishing(still_shown(appraisal([-1, 0, 0.4, 9, 2, 9], [1, 1, 1, 1, 1, 1]), 0.5))
    fewer = "Entreprise sociale : sur moins de 5 propositions retenues, ce modèle n'en montrerait presque plus."
    assert said == fewer, "three are too few for a figure"
    assert not list(vanishing(still_shown(appraisal([0] * 6, [0] * 6), 0.5)))


def test_the_least_gain_is_in_hand_set_points_and_follows_the_scale_of_the_challenger() -> None:
    assert list(vanishing(still_shown(appraisal([0.2] * 6, [1] * 6), 0.5)))
    assert not list(vanishing(still_shown(appraisal([0.2] * 6, [1] * 6, scale=0.1), 0.5)))
