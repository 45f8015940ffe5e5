"""What the catalogue lacks, in counts: needs without a reachable option, what excludes, what to buy. No person."""

from datetime import date
from typing import Annotated

from matching.domain.vocabulary.catalogue import Payer
from matching.domain.vocabulary.gaps import GapDimension
from matching.domain.vocabulary.measures import MeasureType
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.situation import Country, Language, LanguageLevel
from matching.domain.word import Identifier, Moment, Name, Percent, Text, Word, about

Count = Annotated[int | None, about("How many needs; absent: one to four, or hidden so that no such count shows.", 12)]
Code = Annotated[str | None, about("Code along this dimension; absent: all of them.", "VD/Lausanne", max_length=310)]


class GapCounts(Word):
    """Needs by what became of them; a person with two needs counts twice."""

    all: Count = None
    at_least: Annotated[int, about("How many there are at least, by the counts that are told.", 37, ge=0)] = 0
    reached: Count = None
    not_known: Count = None
    data_missing: Count = None
    full: Count = None
    other_payer: Count = None
    not_allowed: Count = None
    at_rest: Count = None
    no_offer: Count = None


class GapLine(Word):
    """The counts of one combination of codes."""

    need: Code = None
    district: Code = None
    language: Code = None
    payer: Code = None
    kind: Code = None
    counts: Annotated[GapCounts, about("Counts.", {"all": 40, "no_offer": 12})]


_People = Annotated[int | None, about("How many people; absent: one to four, or hidden so that none such shows.", 12)]


class OutsideCounts(Word):
    """People to whom something was proposed that the catalogue lacks, by its kind; each once per need."""

    all: _People = None
    at_least: Annotated[int, about("How many there are at least, by the counts that are told.", 9, ge=0)] = 0
    vacancy: _People = None
    measure: _People = None
    placement: _People = None
    several: _People = None


class OutsideLine(Word):
    """The counts of one combination of codes; `several` were proposed different kinds for one need."""

    need: Code = None
    district: Code = None
    language: Code = None
    counts: Annotated[OutsideCounts, about("Counts.", {"all": 12, "measure": 12})]


class OutsideCatalogue(Word):
    """What was proposed beside the catalogue: a sign of what it lacks. No text and no person is in it."""

    total: Annotated[OutsideCounts, about("All needs; a person with two of them counts twice.", {"all": 31})]
    lines: Annotated[tuple[OutsideLine, ...], about("Lines, the most people first.", [])] = ()
    hidden_lines: Annotated[int, about("Lines of which no count may be told.", 3, ge=0)] = 0


class GapCriterion(Word):
    """A rule that alone keeps people from every option, and what one step, or a guarantee, would do: run again."""

    rule: Annotated[Identifier, about("Rule.", "max_age")]
    people: Annotated[int, about("People whom it alone keeps from some option.", 14, ge=5)]
    pairs: Annotated[int, about("Needs and options that it alone keeps apart.", 20, ge=5)]
    needs: Annotated[tuple[Barrier, ...], about("Needs of which it is the rule that excludes most.", ["skills"])] = ()
    step: Annotated[bool, about("Whether it can be relaxed by a step: a law cannot.", True)]
    reaches: Annotated[
        int | None, about("People whom one step would give an option; absent: fewer than five, or no step.", 9, ge=5)
    ] = None
    sentence: Annotated[Text, about("The same in words.", "Âge maximal : écarte à lui seul 14 personnes.")]


class GapOffer(Word):
    """A new offer that would give an option to people who have none, counted again with it in the catalogue."""

    need: Annotated[Barrier, about("Need addressed.", "mobility")]
    country: Annotated[Country, about("Country.", "ch")]
    region: Annotated[str, about("Canton or département.", "VD", pattern=r"^[A-Z0-9]{2,3}$")]
    municipality: Annotated[Name, about("Municipality.", "Yverdon-les-Bains")]
    type: Annotated[MeasureType, about("What it would mainly do.", "obstacle_removal")]
    language: Annotated[Language, about("Language it would be held in.", "fr")]
    level: Annotated[LanguageLevel | None, about("Least level asked for; absent: none.", "a2")] = None
    payer: Annotated[Payer, about("Who could pay for those it reaches.", "as_canton")]
    min_availability_percent: Annotated[
        Percent | None, about("Most availability it may ask for without losing one of them.", 50)
    ] = None
    size: Annotated[int, about("Places: people it would reach now, beyond the offers before it.", 12, ge=5)]
    sentence: Annotated[Text, about("The same in words.", "Mobilité, Yverdon-les-Bains : 12 personnes de plus.")]


class GapQuestion(Word):
    """What is not known of most of those whose data are missing."""

    rule: Annotated[Identifier, about("Rule that is unknown, or `silent`: offers that name no need.", "travel")]
    people: Annotated[int, about("People whose need it leaves open.", 21, ge=5)]
    sentence: Annotated[Text, about("The same in words.", "Trajet : 21 personnes.")]


class Gaps(Word):
    """What the catalogue lacks on a day. Counts under five are never told, nor what would tell them."""

    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    language: Annotated[str, about("Language of the sentences.", "fr", pattern="^(fr|de|it|en)$")]
    by: Annotated[tuple[GapDimension, ...], about("What is counted by.", ["need", "district"])]
    counted_on: Annotated[date | None, about("Day the table was counted on; it stands for a week.", "2026-11-21")] = (
        None
    )
    files: Annotated[int | None, about("Files looked at; absent: fewer than five.", 1000, ge=5)] = None
    total: Annotated[GapCounts, about("All weighty needs.", {"all": 900, "no_offer": 55})]
    lines: Annotated[tuple[GapLine, ...], about("Lines, those with most gaps first.", [])] = ()
    hidden_lines: Annotated[int, about("Lines of which no count may be told.", 7, ge=0)] = 0
    criteria: Annotated[tuple[GapCriterion, ...], about("Rules that exclude most.", [])] = ()
    offers: Annotated[tuple[GapOffer, ...], about("New offers, the one that would reach most first.", [])] = ()
    questions: Annotated[tuple[GapQuestion, ...], about("What is to be asked or written down.", [])] = ()
    outside: Annotated[
        OutsideCatalogue | None,
        about(
            "What was proposed beside the catalogue, by need, and place and language if asked; absent: not counted.",
            {"total": {"all": 31}},
        ),
    ] = None
    unconfirmed: Annotated[
        int, about("Promises left out because running it all again did not confirm them.", 0, ge=0)
    ] = 0
    notes: Annotated[tuple[Text, ...], about("How to read it.", ["Les nombres sous cinq ne sont pas dits."])] = ()
