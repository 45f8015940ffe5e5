"""Skills asked for and skills held: one table of distinct labels, compared by meaning; nothing said is unknown."""

import numpy as np
import numpy.typing as npt
import pytest

from matching.domain.criteria import Criteria, SkillDemand
from matching.domain.opportunity import Vacancy
from matching.retrieval.encoder import open_encoder
from matching.retrieval.skills import CLOSE_SKILL, SkillTable
from matching.retrieval.text import text_of_skill
from matching.settings import Settings

Vectors = npt.NDArray[np.float32]
MEANINGS = {
    "Encaisser": (1.0, 0.0, 0.0),
    "Tenir la caisse": (0.9, np.sqrt(1 - 0.81), 0.0),
    "Cuire le pain": (0.0, 1.0, 0.0),
    "Souder": (0.0, 0.0, 1.0),
}


def encode(labels: list[str]) -> Vectors:
    known = {text_of_skill(label): meaning for label, meaning in MEANINGS.items()}
    return np.array([known.get(text_of_skill(label), (0, 0, 0)) for label in labels], dtype=np.float32).reshape(-1, 3)


def option(*labels: str) -> Vacancy:
    return Vacancy(id="own:1", title="V", criteria=Criteria(skills=tuple(SkillDemand(label=label) for label in labels)))


OPTIONS = [option("Encaisser", "Souder"), option(), option("Cuire le pain", "Encaisser"), option("Souder")]
ROWS = np.arange(len(OPTIONS))


def held_by(table: SkillTable, labels: list[str]) -> npt.NDArray[np.bool_]:
    return table.held(labels, encode(labels))


@pytest.fixture
def table() -> SkillTable:
    return SkillTable.build(OPTIONS, encode)


def test_equal_labels_share_one_vector(table: SkillTable) -> None:
    assert table.vectors.shape == (3, 3)
    assert table.ids.shape == (4, 12)
    assert table.ids.dtype == np.int32
    assert table.ids[:, :3].tolist() == [[0, 1, -1], [-1, -1, -1], [2, 0, -1], [1, -1, -1]]


def test_beyond_twelve_skills_the_rest_is_left_out() -> None:
    table = SkillTable.build([option(*(f"Compétence {number}" for number in range(15)))], encode)
    assert len(table.vectors) == 12
    assert table.ids[0].tolist() == list(range(12))
    labels = [f"Compétence {number}" for number in range(15)]
    held, missing = table.split(0, labels, np.ones(12, dtype=np.bool_))
    assert (held, missing) == (labels[:12], [])


def test_a_table_comes_back_from_its_arrays(table: SkillTable) -> None:
    again = SkillTable.from_arrays(table.arrays())
    np.testing.assert_array_equal(again.vectors, table.vectors)
    np.testing.assert_array_equal(again.ids, table.ids)


def test_a_skill_is_held_by_meaning(table: SkillTable) -> None:
    assert held_by(table, ["Tenir la caisse"]).tolist() == [True, False, False]
    assert held_by(table, ["Cuire le pain", "Souder"]).tolist() == [False, True, True]
    assert held_by(table, []).tolist() == [False, False, False]


@pytest.mark.parametrize("row", ROWS)
def test_the_skills_of_one_option_are_held_as_those_of_all(table: SkillTable, row: int) -> None:
    labels = ["Tenir la caisse", "Souder"]
    alone = table.held(labels, encode(labels), np.array([row]))
    names = [skill.label for skill in OPTIONS[row].criteria.skills]
    assert table.split(row, names, alone) == table.split(row, names, held_by(table, labels))
    assert alone.sum() == len(table.split(row, names, alone)[0])


@pytest.mark.parametrize(("cosine", "expected"), [(CLOSE_SKILL + 0.01, True), (CLOSE_SKILL - 0.01, False)])
def test_the_threshold_decides(table: SkillTable, cosine: float, *, expected: bool) -> None:
    near = np.array([[cosine, 0, np.sqrt(1 - cosine**2)]], dtype=np.float32)
    assert bool(table.held(["Vendre"], near)[0]) is expected


def test_a_share_is_unknown_where_nothing_is_asked_for(table: SkillTable) -> None:
    shares = table.shares(ROWS, held_by(table, ["Encaisser"]))
    np.testing.assert_array_equal(shares, np.array([0.5, np.nan, 0.5, 0], dtype=np.float32))
    assert shares.dtype == np.float32
    every = table.shares(ROWS, held_by(table, ["Encaisser", "Souder", "Cuire le pain"]))
    np.testing.assert_array_equal(every, np.array([1, np.nan, 1, 1], dtype=np.float32))


def test_shares_are_those_of_the_rows_asked_for(table: SkillTable) -> None:
    held = held_by(table, ["Souder"])
    np.testing.assert_array_equal(table.shares(np.array([3, 0]), held), np.array([1, 0.5], dtype=np.float32))
    assert table.shares(np.array([], dtype=np.intp), held).shape == (0,)


def test_the_last_skill_held_is_not_counted_for_empty_places(table: SkillTable) -> None:
    """An empty slot is -1, which would be the last skill of the table."""
    held = np.array([False, False, True])
    np.testing.assert_array_equal(table.shares(ROWS, held), np.array([0, np.nan, 0.5, 0], dtype=np.float32))
    assert table.split(1, [], held) == ([], [])


def test_a_catalogue_without_skills() -> None:
    table = SkillTable.build([option(), option()], encode)
    held = held_by(table, ["Encaisser"])
    assert held.shape == (0,)
    assert np.isnan(table.shares(np.arange(2), held)).all()
    assert table.split(0, [], held) == ([], [])


def test_split_names_what_is_held_and_what_is_not_in_their_order(table: SkillTable) -> None:
    held = held_by(table, ["Encaisser", "Souder"])
    assert table.split(2, ["Cuire le pain", "Encaisser"], held) == (["Encaisser"], ["Cuire le pain"])
    assert table.split(0, ["Encaisser", "Souder"], held) == (["Encaisser", "Souder"], [])


@pytest.mark.parametrize(
    ("asked", "has", "close"),
    [
        ("Permis de conduire C", "Permis de conduire B", False),
        ("CACES catégorie 5", "CACES catégorie 1", False),
        ("JavaScript", "Java", False),
        ("Français oral", "Français écrit", False),
        ("Utiliser Excel", "Ne sait pas utiliser Excel", False),
        ("Allemand B2", "Anglais B2", False),
        ("Techniques de mise en rayon", "Mise en rayon", True),
        ("Procédures d'encaissement", "Encaisser un paiement", True),
        ("Conduite de chariot élévateur", "Conduire un chariot élévateur", True),
    ],
)
def test_alike_words_are_not_always_alike_skills(asked: str, has: str, close: bool) -> None:
    """With the shipped encoder: what tells two labels apart must be the same on both sides."""
    encoder = open_encoder(Settings())
    table = SkillTable.build([option(asked)], lambda labels: encoder.encode(labels, "passage"))
    assert bool(table.held([has], encoder.encode([has], "query"))[0]) is close
