"""Rules, offers and questions as a programme manager may read them: only what was confirmed, nothing of under five."""

from collections.abc import Mapping
from itertools import islice

import numpy as np

from matching.disclosure.counts import Counts, with_totals
from matching.domain.gap import GapCriterion, GapOffer, GapQuestion
from matching.domain.vocabulary.needs import Barrier
from matching.gaps.parts import RULE_IDS
from matching.gaps.steps import STEPS
from matching.use_cases.gaps.cases import SILENT, Cases, Everybody, Mask
from matching.use_cases.gaps.disclosed import LEAST, TABLE
from matching.use_cases.gaps.new_offers import NewOffer, Sites, new_offers
from matching.use_cases.gaps.offers import Offers
from matching.use_cases.gaps.relaxing import GUARANTEE, PAYER_RULES, Excluding, excluding, guaranteed, relaxed
from matching.use_cases.publication import Tables

_MOST_QUESTIONS = 5


def criteria_told(
    cases: Cases, everybody: Everybody, offers: Offers, tables: Tables, *, most: int
) -> tuple[tuple[GapCriterion, ...], int]:
    """The rules that alone exclude most, without sentences, and how many promises were left out as not confirmed.

    Rules about who pays stand together: one guarantee answers them all.
    """
    every = _with_payers_together(excluding(cases), cases)
    shown = _shown(tables, "rules", {each.rule: _people(cases, each.keeps_out) for each in every})
    found = [each for each in every if each.rule in shown]
    leading = _leading(found, cases)
    reached: dict[str, int] = {}
    unconfirmed = 0
    for each in found[:most]:
        if each.rule == GUARANTEE or each.rule in STEPS:
            change = guaranteed(cases, everybody, offers) if each.rule == GUARANTEE else None
            change = change or relaxed(each.rule, cases, everybody, offers)
            unconfirmed += not change.holds
            if change.holds:
                reached[each.rule] = _people(cases, change.recounted)
    reached = _shown(tables, "reached", reached)
    told = (_criterion(each, cases, leading.get(each.rule, ()), reached.get(each.rule)) for each in found[:most])
    return tuple(told), unconfirmed


def offers_told(
    cases: Cases, everybody: Everybody, offers: Offers, sites: Sites, *, most: int
) -> tuple[tuple[GapOffer, ...], int]:
    """The new offers that would reach most, without sentences, and how many were left out as not confirmed."""
    found = list(islice(new_offers(cases, everybody, offers, sites, least=LEAST), most))
    told = tuple(_offer(each) for each in found if each.holds)
    return told, len(found) - len(told)


def questions_told(cases: Cases, tables: Tables) -> tuple[GapQuestion, ...]:
    """What is unknown of most people whose data are missing, without sentences."""
    people: dict[str, int] = {}
    for number in np.unique(cases.asked[:, 1]).tolist():
        open_on = np.zeros(len(cases.person), np.bool_)
        open_on[cases.asked[cases.asked[:, 1] == number, 0]] = True
        people["silent" if number == SILENT else RULE_IDS[number]] = _people(cases, open_on)
    shown = sorted(_shown(tables, "questions", people).items(), key=lambda each: (-each[1], each[0]))
    return tuple(GapQuestion(rule=rule, people=count, sentence="") for rule, count in shown[:_MOST_QUESTIONS])


def _shown(tables: Tables, what: str, people: Mapping[str, int]) -> dict[str, int]:
    """By code how many people, where that may be told: it is no part of a sum that anybody is told."""
    codes = tuple(sorted(people))
    values = with_totals(np.array([people[code] for code in codes], dtype=np.int64))
    table = tables.protect(f"{TABLE}.{what}", Counts((what,), (codes,), values, parts_matter=(what,)))
    return {code: people[code] for at, code in enumerate(codes) if table.shown[at]}


def _with_payers_together(found: list[Excluding], cases: Cases) -> list[Excluding]:
    payers = [each for each in found if each.rule in PAYER_RULES]
    others = [each for each in found if each.rule not in PAYER_RULES]
    if payers:
        keeps_out = np.logical_or.reduce([each.keeps_out for each in payers])
        others.append(Excluding(GUARANTEE, keeps_out, sum(each.pairs for each in payers)))
    return sorted(others, key=lambda each: (-_people(cases, each.keeps_out), each.rule))


def _leading(found: list[Excluding], cases: Cases) -> Mapping[str, tuple[Barrier, ...]]:
    """The needs of which each rule excludes most people, where it excludes five or more."""
    leading: dict[str, tuple[Barrier, ...]] = {}
    for at, need in enumerate(Barrier):
        counts = [(_people(cases, each.keeps_out & (cases.barrier == at)), each.rule) for each in found]
        most, rule = max(counts, default=(0, ""))
        if most >= LEAST:
            leading[rule] = (*leading.get(rule, ()), need)
    return leading


def _criterion(each: Excluding, cases: Cases, needs: tuple[Barrier, ...], reaches: int | None) -> GapCriterion:
    return GapCriterion(
        rule=each.rule,
        people=_people(cases, each.keeps_out),
        pairs=each.pairs,
        needs=needs,
        step=each.rule in STEPS or each.rule == GUARANTEE,
        reaches=reaches,
        sentence="",
    )


def _offer(each: NewOffer) -> GapOffer:
    measure = each.measure
    place, demands = measure.place, measure.criteria.languages
    assert place is not None and place.region and place.municipality and measure.payer  # noqa: S101, PT018 - as built
    return GapOffer(
        need=measure.criteria.needs[0],
        country=place.country,
        region=place.region,
        municipality=place.municipality,
        type=measure.type,
        language=measure.language,
        level=demands[0].level if demands else None,
        payer=measure.payer,
        min_availability_percent=measure.criteria.min_availability_percent,
        size=int(each.recounted.sum()),
        sentence="",
    )


def _people(cases: Cases, chosen: Mask) -> int:
    return len(np.unique(cases.person[chosen]))
