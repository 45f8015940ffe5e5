"""Answers of whoever was asked: fit or not fit, a condition holds or not; dated, signed by a function, until a day."""

from datetime import date
from typing import Annotated

from matching.domain.vocabulary.catalogue import FitnessTest, Institution
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.word import Identifier, Name, Word, about


class Answer(Word):
    """Who answered, when and until when: what every answer says of itself."""

    institution: Annotated[Institution, about("Institution that answered.", "oai")]
    author: Annotated[Name, about("Function of the author.", "responsable de dossiers")]
    stated_on: Annotated[date, about("Day of the answer.", "2026-10-12")]
    expires_on: Annotated[date | None, about("Last day on which it counts.", "2027-10-11")] = None

    def stands_on(self, day: date) -> bool:
        """Whether it has been given by `day` and still counts."""
        return self.stated_on <= day and (self.expires_on is None or day <= self.expires_on)


class FitnessAnswer(Answer):
    """Fit or not fit for one demand that only the payer or a doctor can judge; never a diagnosis."""

    test: Annotated[FitnessTest, about("What was asked.", "copes_with_group")]
    fit: Annotated[bool, about("Fit.", True)]


class RuleAnswer(Answer):
    """The answer to the open question of one rule: it settles what is unknown, never what the facts decide."""

    rule: Annotated[Identifier, about("Rule.", "lai_15_guidance")]
    code: Annotated[MeasureCode | None, about("Measure it is about; absent for all.", "di_guidance")] = None
    holds: Annotated[bool, about("The condition holds.", True)]
