"""`matching embed`: a line in, a vector out; a damaged encoder is refused."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import EXAMPLES, Run, Said, assert_refused, contents

from matching.retrieval.encoder import STREAM_BATCH
from matching.settings import shipped


def vectors(said: Said) -> list[list[float]]:
    assert (said.code, said.err) == (0, "")
    return [json.loads(line) for line in said.out.splitlines()]


def length(vector: list[float]) -> float:
    return float(sum(part * part for part in vector) ** 0.5)


def test_nothing_in_nothing_out(run: Run) -> None:
    said = run("embed", stdin=b"")
    assert (said.code, said.out, said.err) == (0, "", "")


def test_a_line_in_is_a_vector_out_in_order(run: Run) -> None:
    lines = [
        b"vendeuse en boulangerie",
        b"",
        b"  ",
        b"b\xffckerei",
        b"verk\xc3\xa4uferin",
        b"a\rb\x0c\x1cc\x00d",
        b"end",
    ]
    together = vectors(run("embed", "--json", stdin=b"\r\n".join(lines)))
    assert len(together) == len(lines)
    alone = [vectors(run("embed", "--json", stdin=line + b"\n"))[0] for line in lines]
    for one, other in zip(together, alone, strict=True):
        assert one == pytest.approx(other, abs=1e-5)
    assert [round(length(vector), 5) for vector in together] == [1, 0, 0, 1, 1, 1, 1]


def test_more_lines_than_a_batch(run: Run) -> None:
    lines = STREAM_BATCH * 2 + 11
    said = run("embed", stdin="\n".join(f"mot {number}" for number in range(lines)).encode())
    assert said.err == ""
    assert len(said.out.splitlines()) == lines
    assert len({len(line.split(" ")) for line in said.out.splitlines()}) == 1


def test_a_line_of_two_million_letters(run: Run) -> None:
    (vector,) = vectors(run("embed", "--json", stdin=b"boulangerie " * 170_000))
    assert length(vector) == pytest.approx(1, abs=1e-5)


def test_roles(run: Run) -> None:
    for role in ("query", "passage"):
        assert len(vectors(run("embed", "--role", role, "--json", stdin=b"caisse\n"))) == 1
    assert_refused(run("embed", "--role", "boss", stdin=b"caisse\n"), "--role", "'query'")


def test_the_encoder_is_deaf_to_nothing_but_words(run: Run) -> None:
    near = vectors(run("embed", "--json", stdin="vendeuse\nVerkäuferin\ngrutier\n".encode()))
    dot = [sum(a * b for a, b in zip(near[0], other, strict=True)) for other in near[1:]]
    assert dot[0] > dot[1]


@pytest.fixture
def encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(shipped("models", "encoder"), tmp_path / "encoder"))
    monkeypatch.setenv("MATCHING_ENCODER", str(folder))
    return folder


def test_a_whole_copy_is_the_same_encoder(run: Run, encoder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = run("embed", stdin=b"caisse\n")
    monkeypatch.delenv("MATCHING_ENCODER")
    assert copy.out == run("embed", stdin=b"caisse\n").out


def test_a_flipped_byte_is_refused(run: Run, encoder: Path) -> None:
    for file in sorted(encoder.rglob("*.safetensors")) + sorted(encoder.rglob("tokenizer.json")):
        whole = file.read_bytes()
        middle = len(whole) // 2
        file.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        assert_refused(run("embed", stdin=b"caisse\n"), file.name)
        file.unlink()
        assert_refused(run("embed", stdin=b"caisse\n"), file.name)
        file.write_bytes(whole)


def test_recommend_goes_on_by_the_rules_alone(run: Run, encoder: Path, on_copy: Path) -> None:
    next(encoder.rglob("*.safetensors")).write_bytes(b"x")
    said = run("recommend", "--profile", "p01-amelie", "--json")
    answer = json.loads(said.out)
    assert (said.code, answer["degraded"], answer["ranked"]) == (0, True, False)
    assert answer["order"].startswith("Le classement n'est pas disponible")
    assert all(card["score"] is None for card in answer["cards"])


def test_an_import_is_kept_when_its_index_cannot_be_built(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "snapshots").write_text("in the way")
    said = run("import", "placements", EXAMPLES / "placements.jsonl", "--json")
    assert said.code == 0
    assert json.loads(said.out)["added"] == len(contents(tmp_path / "data")["options"]) > 10
    assert len(said.err.splitlines()) == 1
    assert not said.err.startswith("Erreur")


@pytest.mark.parametrize("encoder_name", ["full", "/nowhere/at/all", "intfloat/none"])
def test_an_encoder_that_is_not_there(run: Run, monkeypatch: pytest.MonkeyPatch, encoder_name: str) -> None:
    if encoder_name != "full":
        monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    monkeypatch.setenv("MATCHING_ENCODER", encoder_name)
    assert_refused(run("embed", stdin=b"caisse\n"), encoder_name)
