"""`matching rank-texts`: a query in, the lines of a corpus from best to worst out."""

import json
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import Run, Said, assert_refused

CORPUS = [
    "Kaminfeger",
    "Verkäuferin in Bäckerei",
    "",
    "Koch",
    "Verkäuferin in Bäckerei",
    "vendeuse en boulangerie",
    "Koch",
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    file = tmp_path / "corpus.txt"
    file.write_text("\n".join(CORPUS) + "\n", "utf-8")
    return file


@pytest.fixture
def esco(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "esco"
    folder.mkdir()
    for language, labels in (("fr", "crieur de mie,vendeuse de miches"), ("de", "Koch,Köchin")):
        (folder / f"occupations_{language}.csv").write_text(
            f"conceptUri,preferredLabel,altLabels\nhttp://data.europa.eu/esco/occupation/x,{labels}\n", "utf-8"
        )
    assert run("taxonomy", "import", "--esco", folder).code == 0


def orders(said: Said) -> list[list[int]]:
    assert (said.code, said.err) == (0, "")
    return [json.loads(line) for line in said.out.splitlines()]


def test_every_line_from_best_to_worst_equal_ones_in_their_order(run: Run, corpus: Path) -> None:
    queries = b"Vendeuse en boulangerie\nkoch\n\n"
    bakery, cook, nothing = orders(run("rank-texts", "--corpus", corpus, "--json", stdin=queries))
    assert all(sorted(order) == list(range(7)) for order in (bakery, cook, nothing))
    assert bakery[:3] == [5, 1, 4]
    assert cook[:2] == [3, 6]
    assert nothing == list(range(7))


def test_a_limit_keeps_the_first(run: Run, corpus: Path) -> None:
    whole = orders(run("rank-texts", "--corpus", corpus, "--json", stdin=b"koch\nvente\n"))
    for limit in (1, 2, 6, 7, 100):
        some = orders(run("rank-texts", "--corpus", corpus, "--limit", limit, "--json", stdin=b"koch\nvente\n"))
        assert some == [order[:limit] for order in whole]


def test_a_query_alone_is_ranked_as_among_many(run: Run, corpus: Path) -> None:
    queries = [f"Verkäuferin {number} Koch vendeuse"[: 5 + number % 20] for number in range(150)]
    together = orders(run("rank-texts", "--corpus", corpus, "--json", stdin="\n".join(queries).encode()))
    assert len(together) == 150
    for number in (0, 77, 149):
        alone = orders(run("rank-texts", "--corpus", corpus, "--json", stdin=queries[number].encode()))
        assert alone == [together[number]]


def test_channels_one_by_one(run: Run, corpus: Path) -> None:
    (lexical,) = orders(run("rank-texts", "--corpus", corpus, "--channels", "lexical", "--json", stdin=b"Vendeuse"))
    assert lexical == [5, 1, 4, 0, 2, 3, 6]  # "Ve-" of Verkäuferin, then nothing in common
    (dense,) = orders(run("rank-texts", "--corpus", corpus, "--channels", "dense", "--json", stdin=b"Vendeuse"))
    assert dense[0] == 5
    assert set(dense[1:3]) == {1, 4}


@pytest.mark.usefixtures("esco")
def test_occupations_bring_the_languages_of_one_label_together(run: Run, corpus: Path) -> None:
    asked = b"Crieur de mie\n"
    (alone,) = orders(run("rank-texts", "--corpus", corpus, "--channels", "occupation", "--json", stdin=asked))
    assert alone[:2] == [3, 6]
    (all_,) = orders(run("rank-texts", "--corpus", corpus, "--json", stdin=asked))
    (without,) = orders(run("rank-texts", "--corpus", corpus, "--channels", "dense, lexical", "--json", stdin=asked))
    assert all_[:2] == [3, 6]
    assert without[0] not in {3, 6}


def test_people_read_the_best_few(run: Run, corpus: Path) -> None:
    said = run("rank-texts", "--corpus", corpus, stdin=b"koch\nVendeuse\n")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[:3] == ["koch", "   1. Koch  (ligne 3)", "   2. Koch  (ligne 6)"]
    assert len(lines) == 12
    assert len(run("rank-texts", "--corpus", corpus, "--limit", 2, stdin=b"koch\n").out.splitlines()) == 3


def test_nothing_in_nothing_out(run: Run, corpus: Path, tmp_path: Path) -> None:
    assert orders(run("rank-texts", "--corpus", corpus, "--json", stdin=b"")) == []
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert orders(run("rank-texts", "--corpus", empty, "--json", stdin=b"koch\n")) == [[]]


@pytest.mark.parametrize(
    ("channels", "mention"), [("dense,smell", "« smell »"), ("", "aucun canal"), (",", "aucun canal"), ("all", "dense")]
)
def test_channels_that_do_not_exist(run: Run, corpus: Path, channels: str, mention: str) -> None:
    said = run("rank-texts", "--corpus", corpus, "--channels", channels, "--json", stdin=b"koch\n")
    assert_refused(said, mention, "dense, lexical, occupation")


def test_occupations_that_are_not_installed(run: Run, corpus: Path) -> None:
    said = run("rank-texts", "--corpus", corpus, "--channels", "dense,occupation", "--json", stdin=b"koch\n")
    assert_refused(said, "taxonomy import --esco", "--channels")


def test_a_corpus_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    assert_refused(run("rank-texts", "--corpus", tmp_path / "none.txt", stdin=b"koch\n"), "none.txt", "un par ligne")
    assert_refused(run("rank-texts", "--corpus", tmp_path, stdin=b"koch\n"), str(tmp_path))
    assert_refused(run("rank-texts", stdin=b"koch\n"), "--corpus")
    assert_refused(run("rank-texts", "--corpus", tmp_path, "--limit", "0", stdin=b"koch\n"), "--limit")


def test_bytes_that_are_no_text_are_lines_like_others(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "corpus.txt"
    file.write_bytes(b"\xff\xfe\r\nkoch\x00\x0cb\nvendeuse")
    (order,) = orders(run("rank-texts", "--corpus", file, "--json", stdin=b"vend\xffeuse vendeuse\n"))
    assert order[0] == 2
