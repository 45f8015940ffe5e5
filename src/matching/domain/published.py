"""What was told of everybody: tables with what of them was shown, and answers as they were told for a week."""

from datetime import date
from typing import Annotated

from pydantic import model_validator

from matching.domain.word import Identifier, Name, Word, about


class PublishedTable(Word):
    """Counts over several dimensions, totals last along each, flat in the order of their codes. No person is in it."""

    name: Annotated[Identifier, about("Which table.", "gaps")]
    published_on: Annotated[date, about("Counted on.", "2026-11-23")]
    dimensions: Annotated[tuple[Identifier, ...], about("Dimensions.", ["need"], min_length=1)]
    codes: Annotated[tuple[tuple[Name, ...], ...], about("Codes of each dimension.", [["mobility", "housing"]])]
    values: Annotated[tuple[int, ...], about("Counts, hidden ones too; they never leave the store.", [12, 7, 19])]
    shown: Annotated[tuple[bool, ...], about("Which of them were shown.", [True, True, True])]

    @model_validator(mode="after")
    def _fits(self) -> "PublishedTable":
        cells = 1
        for codes in self.codes:
            cells *= len(codes) + 1
        if len(self.codes) != len(self.dimensions) or not cells == len(self.values) == len(self.shown):
            raise ValueError("codes, values and shown must fit the dimensions")
        return self


class PublishedAnswer(Word):
    """An answer about everybody as it was told, of tables that were protected; no person is in it."""

    name: Annotated[Identifier, about("Which answer.", "results")]
    published_on: Annotated[date, about("Counted on.", "2026-11-23")]
    answer: Annotated[str, about("The answer as JSON.", '{"rows": []}', max_length=50_000_000)]
