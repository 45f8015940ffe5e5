"""ESCO's files become concepts with their texts."""

import gzip
import shutil
from pathlib import Path

import pytest

from matching.errors import InvalidInputError
from matching_training.encoder.esco import Concept, read_concepts


def _labels(concept: Concept, language: str) -> list[tuple[str, str]]:
    return [(text.role, text.words) for text in concept.texts.values() if text.language == language]


def test_labels_descriptions_and_groups_are_read(concepts: list[Concept]) -> None:
    baker = concepts[0]
    assert (baker.kind, baker.isco) == ("occupation", "7512")
    assert ("preferred", "Bäcker") in _labels(baker, "de")
    assert ("alternative", "Brot de-pro") in _labels(baker, "de")
    assert ("description", "Bäcker : Brot, Brot.") in _labels(baker, "de")


def test_the_newest_release_names_the_concept_and_older_labels_are_added_once(concepts: list[Concept]) -> None:
    french = _labels(concepts[0], "fr")
    assert french[0] == ("preferred", "boulanger")
    assert ("alternative", "mitron") in french
    assert [words for _, words in french].count("boulanger") == 1


def test_obsolete_concepts_are_left_out(concepts: list[Concept]) -> None:
    assert len(concepts) == 12 + 3
    assert not any("disparu" in words for concept in concepts for _, words in _labels(concept, "fr"))


def test_skills_that_occupations_ask_for_are_read_from_both_files(
    concepts: list[Concept], asked: dict[str, list[str]]
) -> None:
    assert {concept.uri: concept.skills for concept in concepts if concept.skills} == asked


@pytest.mark.parametrize(
    "content",
    [b"no gzip", *(gzip.compress(told, mtime=0) for told in (b"[1]", b"{", b'[{"uri": "x"}]', b"\xff"))],
)
def test_damaged_relations_are_refused_with_the_file_s_name(esco: Path, tmp_path: Path, content: bytes) -> None:
    copy = shutil.copytree(esco, tmp_path / "esco")
    (copy / "by_name" / "esco.json.gz").write_bytes(content)
    with pytest.raises(InvalidInputError, match=r"esco\.json\.gz n.*télécharger à nouveau"):
        read_concepts(copy)


def test_a_folder_without_esco_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match=r"ne contient pas ESCO ; y mettre"):
        read_concepts(tmp_path)


def test_a_file_that_is_no_text_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "occupations_fr.csv").write_bytes(b"conceptUri,preferredLabel\n\xff\xfe,x\n")
    with pytest.raises(InvalidInputError, match=r"occupations_fr\.csv ne peut pas"):
        read_concepts(tmp_path)
