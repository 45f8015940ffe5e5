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
        ('[{"a": 1},\n {"a" 2}]', None, r"line 2, column 7: this is not JSON \(Expecting ':' delimiter\); correct it"),
        ('[{"a": 1}', None, "line 1, column 10: this is not JSON"),
        ("a;b\n1;2\n", None, "line 1, column 1: this is not JSON"),
        ('[{"a": "NaN",\n"b": NaN}]', None, "line 2, column 6: NaN is not a number that JSON allows"),
        ('[{"a": -Infinity}]', None, "line 1, column 8: -Infinity is not a number"),
        ('[{"a": 1e999}]', None, "1e999 is not a number that JSON allows"),
        ('[{"a": ' + "9" * 5000 + "}]", None, "a number has thousands of digits"),
        ('[{"a": "\0"}]', None, "line 1, column 9: this is not JSON"),
        (DEEP, None, "nested too deeply"),
        ("[]", None, "has no rows"),
        ('{"a": [], "b": 1}', None, "should hold a list and holds an object with 'a', 'b'"),
        ('{"a": 1}', "a", "should hold an object with a list under 'a'"),
        ("[]", "a", "should hold an object with a list under 'a' and holds a list"),
        ("12", None, "should hold a list and holds a number"),
        ("null", None, "holds null"),
        ("{}", None, "holds an object"),
        ("[]", lambda found: found["a"]["b"], "is not laid out as expected"),
        ('{"a": 1}', lambda found: found["a"], "is not laid out as expected"),
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
    with pytest.raises(InvalidInputError, match="is larger than 200 MB; split it, or choose JSON lines"):
        read_json(path)


@pytest.mark.parametrize(
    ("member", "problem"),
    [
        ("1", "Expected an object, found a number."),
        ("null", "Expected an object, found null."),
        ('"x"', "Expected an object, found a text."),
        ("true", "Expected an object, found true or false."),
        ("[1]", "Expected an object, found a list."),
        ('{"a": ["\\u0000"]}', "A text holds a NUL or half a surrogate pair, which no store can keep."),
        ('{"a": {"\\ud83d": 1}}', "A text holds a NUL or half a surrogate pair, which no store can keep."),
        ('{"a": ' + "[" * 100 + "]" * 100 + "}", "Objects or lists are nested more than 100 levels deep."),
        ('{"a": "' + "x" * 1_000_001 + '"}', "A text is longer than 1,000,000 characters."),
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
        ('{"a": 1', "Column 8: this is not JSON (Expecting ',' delimiter)."),
        ('{"a": NaN}', "Column 7: NaN is not a number that JSON allows."),
        (DEEP, "Objects or lists are nested too deeply."),
        ('{"a": ' + "9" * 5000 + "}", "A number has thousands of digits."),
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
        ("\n \n", "has no rows"),
        ('[\n{"a": 1}\n]', "holds one JSON document, not one object a line; name it .json"),
        ('[{"a": 1}]', "holds one JSON document"),
        ('{\n"a": 1\n}', "holds one JSON document"),
        ('{"a": "\0"}', "line 1 holds NUL characters"),
        ('{"a": 1}\n{"a": "' + "x" * 16_000_000 + '"}', "line 2 is longer than 16,000,000 characters"),
    ],
    ids=lambda value: str(value)[:25],
)
def test_broken_files_of_lines(path: Path, content: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        lines(path, content)
