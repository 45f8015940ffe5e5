"""A swap that moves a score is found; one that moves none says so."""

import numpy as np

from matching.domain.profile import Profile
from matching_training.evaluate.fairness.swap import GENDERED, NAMES, Swapped, gender_swapped, name_added

PERSON = Profile.model_validate({"id": "seeker"})


def blind(_person: Profile) -> np.ndarray:
    return np.array([1.0, np.nan])


def sees(person: Profile) -> np.ndarray:
    """A model that reads the ending of a title, and names."""
    said = f"{person.project} {[each.title for each in person.occupations or ()]}"
    return np.array([3.0 * ("euse" in said) + 2.0 * ("Haile" in said), np.nan])


def test_a_blind_model_moves_nothing() -> None:
    for found, pairs in (
        (gender_swapped(blind, PERSON), 2 * len(GENDERED)),
        (name_added(blind, PERSON), 4 * len(NAMES)),
    ):
        assert (found.pairs, found.moved, found.widest) == (pairs, (), 0.0)
        assert found.sentence("Titres") == f"Titres : {pairs} paires notées, aucun score ne change."


def test_a_model_that_reads_gender_is_found_with_the_pair() -> None:
    found = gender_swapped(sees, PERSON)
    assert found.moved == ("Vendeur en boulangerie | Vendeuse en boulangerie",) * 2
    assert found.widest == 3
    assert "changent de score" in found.sentence("Titres")


def test_a_model_that_reads_a_name_is_found() -> None:
    found = name_added(sees, PERSON)
    assert len(found.moved) == 4
    assert all("Amina Haile" in said for said in found.moved)


def test_a_candidate_lost_by_the_swap_is_a_move() -> None:
    def loses(person: Profile) -> np.ndarray:
        return np.array([1.0, np.nan if "Köchin" in f"{person.occupations}" else 1.0])

    assert gender_swapped(loses, PERSON) == Swapped(40, ("Koch | Köchin",) * 2, 0.0)
