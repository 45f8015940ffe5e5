"""Whatever file is handed over: rows, or one clear sentence that says what, where and what to do."""

import hashlib
import os
from pathlib import Path

import pytest

from matching.catalogue.files import digest, read_rows
from matching.errors import InvalidInputError

EXTENSIONS = ["csv", "tsv", "txt", "json", "jsonl", "ndjson", "xlsx"]


def refused(path: Path, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said) as caught:
        list(read_rows(path))
    sentence = str(caught.value)
    assert str(path)[:20] in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_missing_folder_and_empty(tmp_path: Path, extension: str) -> None:
    refused(tmp_path / f"none.{extension}", "n'existe pas ; vérifier le chemin")
    folder = tmp_path / f"folder.{extension}"
    folder.mkdir()
    refused(folder, "est un dossier ; indiquer un fichier qui s'y trouve")
    empty = tmp_path / f"empty.{extension}"
    empty.touch()
    refused(empty, "est vide ; l'exporter à nouveau")
    refused(empty / "below", "est d'un format qui n'est pas lu")
    refused(empty / f"below.{extension}", "Not a directory")
    refused(Path(f"{empty}\0.{extension}"), "ne peut pas être lu")


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path, extension: str) -> None:
    pipe = tmp_path / f"pipe.{extension}"
    os.mkfifo(pipe)
    refused(pipe, "n'est pas un fichier mais un périphérique ou un tube")


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_without_the_right_to_read(tmp_path: Path, extension: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / f"secret.{extension}"
    path.write_text("a,b\n1,2\n")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    refused(path, "n'a pas le droit de lire .*secret.* ; demander ce droit")


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_a_file_beyond_the_limit(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"huge.{extension}"
    with path.open("wb") as file:
        file.truncate(2_000_000_001)  # a sparse file: it takes no room
    refused(path, "dépasse 20*00? Mo ; le partager")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("table.xls", "l'enregistrer en .xlsx"),
        ("table.ods", "l'enregistrer en .xlsx"),
        ("table.pdf", "d'un format qui n'est pas lu ; l'enregistrer en .csv"),
        ("table", "d'un format qui n'est pas lu"),
        ("table.csv.gz", "d'un format qui n'est pas lu"),
    ],
)
def test_other_kinds_of_file(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / name).write_text("a,b\n1,2\n")
    refused(tmp_path / name, said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04rest", "un classeur Excel ; la décompresser, ou le nommer .xlsx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest",
            "un classeur ancien ou protégé par mot de passe ; l'enregistrer en .xlsx",
        ),
        (b"\x1f\x8brest", "une archive gzip ; la décompresser"),
        (b"%PDF-1.7", "un PDF ; exporter le tableau"),
    ],
)
@pytest.mark.parametrize("extension", ["csv", "json", "jsonl"])
def test_something_else_under_a_text_name(tmp_path: Path, extension: str, content: bytes, said: str) -> None:
    path = tmp_path / f"table.{extension}"
    path.write_bytes(content)
    refused(path, said)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", "a;b\n1;2\n"),
        ("t.TSV", "a\tb\n1\t2\n"),
        ("t.txt", "a,b\n1,2\n"),
        ("t.json", '[{"a": "1", "b": "2"}]'),
        ("t.jsonl", '{"a": "1", "b": "2"}\n'),
        ("t.ndjson", '{"a": "1", "b": "2"}'),
    ],
)
def test_the_extension_chooses_the_reader(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    assert [row.record for row in read_rows(tmp_path / name)] == [{"a": "1", "b": "2"}]


def test_the_list_in_a_json_document_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text('{"offers": [{"a": 1}]}')
    assert [row.record for row in read_rows(path, "offers")] == [{"a": 1}]


def test_digest(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"a,b\n" * 1_000_000)
    assert digest(path) == hashlib.sha256(b"a,b\n" * 1_000_000).hexdigest()
    with pytest.raises(InvalidInputError, match="n'existe pas"):
        digest(tmp_path / "none")
