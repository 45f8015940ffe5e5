"""Texts by the occupations they mean: labels surely, others by the nearest labels; what two texts have in common."""

from pathlib import Path

import numpy as np
import pytest
from tests.unit.retrieval.occupations.conftest import BAKERY, CHEESE, ROOFS

from matching.retrieval.encoder import Encoder
from matching.retrieval.encoders.embedding import Role, Vectors, unit
from matching.retrieval.occupations import label_table as tables
from matching.retrieval.occupations import links
from matching.retrieval.occupations.label_table import LabelTable, has_labels, label_table
from matching.retrieval.occupations.links import LinkedTexts, Links, linked
from matching.retrieval.occupations.taxonomy import Taxonomy, import_taxonomy, load_taxonomy

TOPICS = ("pain", "brioche", "bread", "bun", "fromag", "cheese", "toit", "roof", "shop")


def embed(texts: list[str], _role: Role) -> Vectors:
    """Vectors of topics: bread, cheese, roofs and shops at right angles."""
    topic_of = [0, 0, 0, 0, 1, 1, 2, 2, 3]
    vectors = np.zeros((len(texts), 4), dtype=np.float32)
    for row, text in enumerate(texts):
        for word, topic in zip(TOPICS, topic_of, strict=True):
            vectors[row, topic] += word in text.lower()
    return unit(vectors)


ENCODER = Encoder("topics", 4, embed)


@pytest.fixture
def taxonomy(esco: Path, tmp_path: Path) -> Taxonomy:
    import_taxonomy(tmp_path / "data", esco, None, None)
    loaded = load_taxonomy(tmp_path / "data")
    assert loaded is not None
    return loaded


@pytest.fixture
def table(taxonomy: Taxonomy, tmp_path: Path) -> LabelTable:
    return label_table(taxonomy, ENCODER, tmp_path / "data")


def meant(texts: list[str], taxonomy: Taxonomy, table: LabelTable) -> list[dict[str, float]]:
    found = linked(texts, ENCODER.encode(texts, "query"), taxonomy, table)
    told: list[dict[str, float]] = [{} for _ in texts]
    for text, concept, weight in zip(found.texts, found.concepts, found.weights, strict=True):
        told[text][table.concepts[concept][1]] = round(float(weight), 3)
    return told


def test_a_label_in_any_language_is_its_concept(taxonomy: Taxonomy, table: LabelTable) -> None:
    labels = ["Vendeuse de pain", "BUN SELLER", "jardinier de toits (H/F)", "Shop people"]
    assert meant(labels, taxonomy, table) == [{BAKERY: 1}, {BAKERY: 1}, {ROOFS: 1}, {"5223": 1}]


def test_other_texts_mean_what_they_are_near_to(taxonomy: Taxonomy, table: LabelTable) -> None:
    near, both, nothing = meant(["tout sur le pain", "pain et fromage", "rien"], taxonomy, table)
    assert near == {BAKERY: 1}
    assert both == {BAKERY: pytest.approx(0.707, abs=2e-3), CHEESE: pytest.approx(0.707, abs=2e-3)}
    assert nothing == {}


def test_only_what_stands_out_counts(taxonomy: Taxonomy, table: LabelTable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "CONCEPTS", 1)
    (found,) = meant(["pain pain bun et fromage"], taxonomy, table)
    bread, cheese = 2 / 5**0.5, 1 / 5**0.5
    assert found == {BAKERY: pytest.approx((bread - cheese) / (1 - cheese), abs=2e-3)}


def pairs(*entries: tuple[int, int, float]) -> Links:
    columns = np.array(entries, dtype=np.float64).reshape(-1, 3).T
    return Links(columns[0].astype(np.intp), columns[1].astype(np.intp), columns[2].astype(np.float32))


def test_closeness_is_the_best_product_in_common() -> None:
    corpus = LinkedTexts(pairs((0, 0, 1), (0, 2, 0.5), (1, 2, 0.8), (3, 1, 1)), 4, 3)
    found = corpus.closeness(pairs((0, 0, 0.3), (0, 2, 0.9), (1, 1, 0.4)), 3)
    expected = np.array([[0.45, 0.72, 0, 0], [0, 0, 0, 0.4], [0, 0, 0, 0]])
    np.testing.assert_allclose(found, expected, atol=1e-6)
    assert not LinkedTexts(pairs(), 2, 3).closeness(pairs(), 1).any()


def test_rome_alone_has_no_labels_to_link_to(rome: Path, tmp_path: Path) -> None:
    import_taxonomy(tmp_path / "rome-only", None, rome, None)
    installed = load_taxonomy(tmp_path / "rome-only")
    assert installed is not None
    assert not has_labels(installed)
    assert not has_labels(Taxonomy())


def files(data: Path) -> list[Path]:
    return sorted((data / "taxonomy").glob("*.labels.npy"))


def test_vectors_are_computed_once_and_read_again(taxonomy: Taxonomy, table: LabelTable, tmp_path: Path) -> None:
    heard: list[str] = []
    again = label_table(taxonomy, ENCODER, tmp_path / "data", heard.append)
    assert heard == []
    assert again.concepts == table.concepts
    np.testing.assert_array_equal(again.starts, table.starts)
    np.testing.assert_array_equal(again.vectors, table.vectors)


@pytest.mark.parametrize("damage", ["flipped", "shortened", "emptied", "another shape"])
def test_a_damaged_file_is_computed_again(taxonomy: Taxonomy, table: LabelTable, tmp_path: Path, damage: str) -> None:
    (file,) = files(tmp_path / "data")
    content = file.read_bytes()
    if damage == "another shape":
        tables._write(file, np.zeros((2, 4), dtype=np.float16))
    else:
        flipped = content[:-1] + bytes([content[-1] ^ 1])
        file.write_bytes({"flipped": flipped, "shortened": content[:-1], "emptied": b""}[damage])
    heard: list[str] = []
    again = label_table(taxonomy, ENCODER, tmp_path / "data", heard.append)
    assert heard == ["labels"]
    np.testing.assert_array_equal(again.vectors, table.vectors)
    assert files(tmp_path / "data") == [file]
    assert file.read_bytes() == content


def test_another_encoder_or_taxonomy_has_its_own_file(
    taxonomy: Taxonomy, table: LabelTable, esco: Path, tmp_path: Path
) -> None:
    (before,) = files(tmp_path / "data")
    label_table(taxonomy, Encoder("topics-2", 4, embed), tmp_path / "data")
    (other,) = files(tmp_path / "data")
    assert other != before
    (esco / "fr" / "occupations_fr.csv").write_text("conceptUri,preferredLabel,altLabels\nhttp://a,berger,\n", "utf-8")
    import_taxonomy(tmp_path / "data", esco, None, None)
    changed = load_taxonomy(tmp_path / "data")
    assert changed is not None
    label_table(changed, Encoder("topics-2", 4, embed), tmp_path / "data")
    assert len(files(tmp_path / "data")) == 1
    assert files(tmp_path / "data") != [other]


def test_what_cannot_be_written_is_used_all_the_same(taxonomy: Taxonomy, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert len(label_table(taxonomy, ENCODER, tmp_path / "file").vectors) > 5
