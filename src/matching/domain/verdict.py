"""Rules, verdicts and what they add up to: three values, never two."""

from datetime import date
from enum import IntEnum
from typing import Annotated, Literal

from matching.domain.vocabulary.process import Asks
from matching.domain.word import Identifier, Name, Text, Word, about


class Truth(IntEnum):
    """Kleene's three values in the order of AND, and silence: a rule that does not concern an option."""

    NOT_MET = 0
    UNKNOWN = 1
    MET = 2
    SILENT = 3


class RuleRecord(Word):
    """A condition in code, as published: what it rests on and when it holds."""

    id: Annotated[Identifier, about("Id.", "laci_65_hard_to_place")]
    subject: Annotated[Name, about("Subject.", "unemployment_insurance")]
    statutory: Annotated[bool, about("Rests on a law; otherwise a provider's criterion.", True)]
    reference: Annotated[Name | None, about("Legal reference.", "LACI art. 65; OACI art. 90")] = None
    version_seen: Annotated[Name | None, about("Version of the text that was read.", "AVIG-v2025.09")] = None
    valid_from: Annotated[date | None, about("Holds from.", "2011-04-01")] = None
    valid_to: Annotated[date | None, about("Holds to, inclusive.", "2030-12-31")] = None


class Verdict(Word):
    """One rule or criterion for one person and one option."""

    rule: Annotated[Identifier, about("Rule.", "min_age")]
    truth: Annotated[Literal["met", "not_met", "unknown"], about("Verdict.", "unknown")]
    reference: Annotated[Name | None, about("Article.", "LACI art. 59")] = None
    asks: Annotated[Asks | None, about("Who can settle it; for unknown ones.", "person")] = None
    sentence: Annotated[Text, about("The verdict in words.", "Âge demandé : 18 à 25 ans ; la personne a 19 ans.")]
    question: Annotated[
        Text | None, about("The question that would settle it.", "Quelle est la date de naissance ?")
    ] = None
    change: Annotated[
        Text | None, about("Smallest change that would make it met, verified.", "Disponibilité de 80 %")
    ] = None


class Eligibility(Word):
    """The meet of all verdicts."""

    state: Annotated[Literal["eligible", "review", "not_eligible"], about("Result.", "review")]
    questions: Annotated[
        tuple[Text, ...], about("Open questions; for review.", ["Quel est le niveau de français ?"])
    ] = ()
    rules: Annotated[tuple[Identifier, ...], about("Rules not met; for not eligible.", ["max_age"])] = ()
    warnings: Annotated[tuple[Text, ...], about("Unknown facts of the option.", ["Places libres non connues"])] = ()
