"""JSON and JSON lines: finite, shallow, storable records, or a sentence with the place."""

from pathlib import Path
from typing import Any

import pytest

from matching.catalogue.json_files import Items, read_json, read_json_lines
from matching.catalogue.rows import Row
from matching.errors import InvalidInputError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.json"


def document(path: Path, content: str | bytes, items: Items = None) -> list[Row]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_json(path, items))


def lines(path: Path, content: str | bytes) -> list[Row]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_json_lines(path))


def test_a_list_of_objects(path: Path) -> None:
    assert document(path, '[{"a": 1}, {"a": "é"}]') == [Row(1, {"a": 1}), Row(2, {"a": "é"})]


def test_where_the_list_is(path: Path) -> None:
    content = '{"meta": {}, "data": {"offers": [{"a": 1}]}, "offers": [{"a": 2}]}'
    assert document(path, content, "offers") == [Row(1, {"a": 2})]
    assert document(path, content, lambda found: found["data"]["offers"]) == [Row(1, {"a": 1})]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(path: Path, encoding: str) -> None:
    path.write_bytes('[{"a": "maçon"}]'.encode(encoding))
    found = read_json(path)
    assert found.encoding == encoding
    assert bool(found.warnings) == (encoding == "cp1252")
    assert next(found).record == {"a": "maçon"}


DEEP = "[" * 100_000 + "]" * 100_000


@pytest.mark.parametrize(
    ("content", "items", "said"),
    [
        (
            '[{"a": 1},\n {"a" 2}]',
            None,
            r"ligne 2, colonne 7 : ce n'est pas du JSON \(« : » est attendu\) ; corriger le fichier",
        ),
        ('[{"a": 1}', None, "ligne 1, colonne 10 : ce n'est pas du JSON"),
        ("a;b\n1;2\n", None, "ligne 1, colonne 1 : ce n'est pas du JSON"),
        ('[{"a": "NaN",\n"b": NaN}]', None, "ligne 2, colonne 6 : NaN n'est pas un nombre fini"),
        ('[{"a": -Infinity}]', None, "ligne 1, colonne 8 : -Infinity n'est pas un nombre fini"),
        ('[{"a": 1e999}]', None, "1e999 n'est pas un nombre fini"),
        ('[{"a": ' + "9" * 5000 + "}]", None, "un nombre a des milliers de chiffres"),
        ('[{"a": "\0"}]', None, "ligne 1, colonne 9 : ce n'est pas du JSON"),
        (DEEP, None, "trop de niveaux d'objets ou de listes"),
        ("[]", None, "ne contient aucune ligne"),
        ('{"a": [], "b": 1}', None, "devrait contenir une liste et contient un objet avec « a », « b » ;"),
        ('{"a": 1}', "a", "devrait contenir un objet avec une liste sous « a »"),
        ("[]", "a", "devrait contenir un objet avec une liste sous « a » et contient une liste ;"),
        ("12", None, "devrait contenir une liste et contient un nombre ;"),
        ("null", None, "contient null ;"),
        ("{}", None, "contient un objet ;"),
        ("[]", lambda found: found["a"]["b"], "n'a pas la structure attendue"),
        ('{"a": 1}', lambda found: found["a"], "n'a pas la structure attendue"),
    ],
    ids=lambda value: str(value)[:25] if isinstance(value, str) else None,
)
def test_broken_documents(path: Path, content: str, items: Any, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said) as caught:
        document(path, content, items)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_document_too_large_to_read_whole(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_001)
    with pytest.raises(InvalidInputError, match="dépasse 200 Mo ; le partager, ou choisir JSON Lines"):
        read_json(path)


@pytest.mark.parametrize(
    ("member", "problem"),
    [
        ("1", "un objet est attendu ; trouvé : un nombre"),
        ("null", "un objet est attendu ; trouvé : null"),
        ('"x"', "un objet est attendu ; trouvé : un texte"),
        ("true", "un objet est attendu ; trouvé : vrai ou faux"),
        ("[1]", "un objet est attendu ; trouvé : une liste"),
        ('{"a": ["\\u0000"]}', "un texte contient un caractère nul ou incomplet, qui ne peut pas être conservé"),
        ('{"a": {"\\ud83d": 1}}', "un texte contient un caractère nul ou incomplet, qui ne peut pas être conservé"),
        ('{"a": ' + "[" * 100 + "]" * 100 + "}", "plus de 100 niveaux d'objets ou de listes"),
        ('{"a": "' + "x" * 1_000_001 + '"}', "un texte dépasse 1 million de caractères"),
    ],
    ids=lambda value: str(value)[:25],
)
def test_one_bad_member_is_its_own_problem(path: Path, member: str, problem: str) -> None:
    assert document(path, f'[{member}, {{"a": 1}}]') == [Row(1, {}, problem), Row(2, {"a": 1})]
    assert lines(path, f'{member}\n{{"a": 1}}\n') == [Row(1, {}, problem), Row(2, {"a": 1})]


def test_fine_members_stay_whole(path: Path) -> None:
    record = '{"a": "\\ud83d\\ude00 \\\\u0000", "b": ' + "[" * 99 + "]" * 99 + "}"
    assert document(path, f"[{record}]")[0].record["a"] == "😀 \\u0000"
    assert document(path, f"[{record}]")[0].problem is None


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ('{"a": 1', "colonne 8 : ce n'est pas du JSON (« , » est attendu)"),
        ('{"a": NaN}', "colonne 7 : NaN n'est pas un nombre fini"),
        (DEEP, "trop de niveaux d'objets ou de listes"),
        ('{"a": ' + "9" * 5000 + "}", "un nombre a des milliers de chiffres"),
    ],
    ids=["syntax", "nan", "deep", "digits"],
)
def test_one_bad_line_is_its_own_problem(path: Path, bad: str, problem: str) -> None:
    assert lines(path, f'{{"a": 0}}\n\n{bad}\n{{"a": 1}}') == [
        Row(1, {"a": 0}),
        Row(3, {}, problem),
        Row(4, {"a": 1}),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("\n \n", "ne contient aucune ligne"),
        ('[\n{"a": 1}\n]', "contient un seul document JSON, pas un objet par ligne ; le nommer .json"),
        ('[{"a": 1}]', "contient un seul document JSON"),
        ('{\n"a": 1\n}', "contient un seul document JSON"),
        ('{"a": "\0"}', "la ligne 1 contient des caractères nuls"),
        ('{"a": 1}\n{"a": "' + "x" * 16_000_000 + '"}', "la ligne 2 dépasse 16 millions de caractères"),
    ],
    ids=lambda value: str(value)[:25],
)
def test_broken_files_of_lines(path: Path, content: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        lines(path, content)
