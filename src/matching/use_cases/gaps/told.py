"""Rules, offers and questions as a programme manager may read them: only what was confirmed, nothing of under five."""

from collections.abc import Mapping
from itertools import islice

import numpy as np

from matching.domain.gap import GapCriterion, GapOffer, GapQuestion
from matching.domain.vocabulary.needs import Barrier
from matching.eligibility.rules import RULES
from matching.gaps.parts import RULE_IDS
from matching.gaps.steps import STEPS
from matching.messages.say import DEFAULT, catalogue, say
from matching.use_cases.gaps.cases import SILENT, Cases, Everybody, Mask
from matching.use_cases.gaps.disclosed import LEAST
from matching.use_cases.gaps.new_offers import NewOffer, Sites, new_offers
from matching.use_cases.gaps.offers import Offers
from matching.use_cases.gaps.relaxing import GUARANTEE, PAYER_RULES, Excluding, excluding, guaranteed, relaxed

_RULES = {rule.id: rule for rule in RULES}
_MOST_QUESTIONS = 5


def criteria_told(
    cases: Cases, everybody: Everybody, offers: Offers, *, most: int, lang: str
) -> tuple[tuple[GapCriterion, ...], int]:
    """The rules that alone exclude most, and how many promises were left out as not confirmed.

    Rules about who pays stand together: one guarantee answers them all.
    """
    found = [each for each in _with_payers_together(excluding(cases), cases) if _people(cases, each.keeps_out) >= LEAST]
    told, unconfirmed = [], 0
    leading = _leading(found, cases)
    for each in found[:most]:
        reaches = None
        if each.rule == GUARANTEE or each.rule in STEPS:
            change = guaranteed(cases, everybody, offers) if each.rule == GUARANTEE else None
            change = change or relaxed(each.rule, cases, everybody, offers)
            unconfirmed += not change.holds
            reaches = _people(cases, change.recounted) if change.holds else None
        told.append(_criterion(each, cases, leading.get(each.rule, ()), reaches, lang))
    return tuple(told), unconfirmed


def offers_told(
    cases: Cases, everybody: Everybody, offers: Offers, sites: Sites, *, most: int, lang: str
) -> tuple[tuple[GapOffer, ...], int]:
    """The new offers that would reach most, and how many were left out as not confirmed."""
    found = list(islice(new_offers(cases, everybody, offers, sites, least=LEAST), most))
    told = tuple(_offer(each, lang) for each in found if each.holds)
    return told, len(found) - len(told)


def questions_told(cases: Cases, lang: str) -> tuple[GapQuestion, ...]:
    """What is unknown of most people whose data are missing."""
    found = []
    for number in np.unique(cases.asked[:, 1]).tolist():
        open_on = np.zeros(len(cases.person), np.bool_)
        open_on[cases.asked[cases.asked[:, 1] == number, 0]] = True
        found.append((_people(cases, open_on), "silent" if number == SILENT else RULE_IDS[number]))
    found = sorted((each for each in found if each[0] >= LEAST), key=lambda each: (-each[0], each[1]))
    return tuple(
        GapQuestion(
            rule=rule, people=people, sentence=say(lang, "gaps.question", what=named(rule, lang), people=people)
        )
        for people, rule in found[:_MOST_QUESTIONS]
    )


def named(rule: str, lang: str) -> str:
    """A rule in words: a provider's criterion by its name, a law by its reference."""
    if f"gaps.rule.{rule}" in catalogue(DEFAULT):
        return say(lang, f"gaps.rule.{rule}")
    known = _RULES[rule]
    subject = say(lang, f"gaps.subject.{known.subject}")
    return f"{subject} ({known.law.reference})" if known.law else subject


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


def _criterion(
    each: Excluding, cases: Cases, needs: tuple[Barrier, ...], reaches: int | None, lang: str
) -> GapCriterion:
    people = _people(cases, each.keeps_out)
    can_be_relaxed = each.rule in STEPS or each.rule == GUARANTEE
    told = reaches if reaches is not None and reaches >= LEAST else None
    sentence = say(lang, "gaps.criterion", what=named(each.rule, lang), people=people)
    if can_be_relaxed:
        size = STEPS[each.rule].size if each.rule in STEPS else None
        step = say(lang, f"gaps.step.{each.rule}", size=size)
        sentence += " " + say(lang, "gaps.reaches" if told else "gaps.reaches.few", step=step, people=told)
    else:
        sentence += " " + say(lang, "gaps.no_step")
    return GapCriterion(
        rule=each.rule,
        people=people,
        pairs=each.pairs,
        needs=needs,
        step=can_be_relaxed,
        reaches=told,
        sentence=sentence,
    )


def _offer(each: NewOffer, lang: str) -> GapOffer:
    measure, size = each.measure, int(each.recounted.sum())
    place, demands = measure.place, measure.criteria.languages
    assert place is not None and place.region and place.municipality and measure.payer  # noqa: S101, PT018 - as built
    need = measure.criteria.needs[0]
    facts = {
        "need": need,
        "place": f"{place.municipality} ({place.region})",
        "type": measure.type,
        "payer": measure.payer,
        "language": say(lang, f"gaps.code.language.{measure.language}"),
    }
    asked = measure.criteria.min_availability_percent
    sentences = [say(lang, "gaps.offer", **facts)]
    sentences += [say(lang, "gaps.offer.availability", availability=asked)] if asked else []
    sentences += [say(lang, "gaps.offer.size", size=size)]
    return GapOffer(
        need=need,
        country=place.country,
        region=place.region,
        municipality=place.municipality,
        type=measure.type,
        language=measure.language,
        level=demands[0].level if demands else None,
        payer=measure.payer,
        min_availability_percent=asked,
        size=size,
        sentence=" ".join(sentences),
    )


def _people(cases: Cases, chosen: Mask) -> int:
    return len(np.unique(cases.person[chosen]))
