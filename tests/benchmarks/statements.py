"""How many sentences that a score must not know pass the filter, and how many of work it loses.

    python tests/benchmarks/statements.py

`statements.tsv` holds 520 invented sentences as people say them, half of them of private matters (every second of those
speaks of work too, one in four without its key word), half harmless. Whoever wrote them had not seen the filter. With
the `seen` ones the lists were then extended; the `blind` ones are the honest figure and may not be used for that.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matching.retrieval.sensitive import without_sensitive_sentences

STATEMENTS = Path(__file__).with_suffix(".tsv")


@dataclass(frozen=True)
class Statement:
    """A sentence, whether it is private, and whether the lists may know it."""

    blind: bool
    language: str
    private: bool
    sentence: str

    @property
    def passes(self) -> bool:
        """Whether anything of it reaches the text that stands for a person."""
        return bool(without_sensitive_sentences(self.sentence))


def read_statements() -> Iterator[Statement]:
    """The sentences of `statements.tsv`."""
    with STATEMENTS.open(encoding="utf-8", newline="") as content:
        for row in csv.DictReader(content, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Statement(row["set"] == "blind", row["language"], row["kind"] == "private", row["sentence"])


def main() -> None:
    """Print the sentences that went wrong, then one line per set, kind and language."""
    passed: Counter[tuple[str, str, str]] = Counter()
    every: Counter[tuple[str, str, str]] = Counter()
    for each in read_statements():
        key = ("blind" if each.blind else "seen", "private" if each.private else "work", each.language)
        every[key] += 1
        passed[key] += each.passes
        if each.passes == each.private and not each.blind:
            print(f"{'passes' if each.passes else 'is lost'}: {each.sentence}")  # noqa: T201
    for key in sorted(every):
        print(f"{' '.join(key):<20}{passed[key]:>4} of {every[key]} pass")  # noqa: T201


if __name__ == "__main__":
    main()
