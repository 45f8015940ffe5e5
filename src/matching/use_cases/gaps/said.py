"""Codes, rules, offers and questions of the gaps in words."""

from matching.domain.gap import GapCriterion, GapOffer, GapQuestion
from matching.domain.vocabulary.gaps import GapDimension
from matching.domain.vocabulary.needs import Barrier
from matching.eligibility.rules import RULES
from matching.gaps.steps import STEPS
from matching.messages.laws import law_in
from matching.messages.say import DEFAULT, catalogue, say
from matching.use_cases.gaps.dimensions import OTHER_PLACES

_RULES = {rule.id: rule for rule in RULES}
_NEEDS = {barrier.value: barrier for barrier in Barrier}


def code_said(dimension: GapDimension, code: str, lang: str) -> str:
    """A code of the table in words: a need by its label, a place as "Lausanne (VD)"."""
    if dimension is GapDimension.NEED and code in _NEEDS:
        return _NEEDS[code].label(lang)
    if dimension is GapDimension.DISTRICT and "/" in code:
        region, municipality = code.split("/", 1)
        rest = say(lang, "gaps.code.district.rest", region=region)
        return rest if municipality == OTHER_PLACES else f"{municipality} ({region})"
    key = f"gaps.code.{dimension.value}.{code}"
    return say(lang, key if key in catalogue(DEFAULT) else "gaps.code.unknown")


def criterion_said(each: GapCriterion, lang: str) -> GapCriterion:
    """A rule with its sentence: whom it keeps out, and what a step, or a guarantee, would do."""
    sentence = say(lang, "gaps.criterion", what=named(each.rule, lang), people=each.people)
    if each.step:
        size = STEPS[each.rule].size if each.rule in STEPS else None
        step = say(lang, f"gaps.step.{each.rule}", size=size)
        sentence += " " + say(
            lang, "gaps.reaches" if each.reaches else "gaps.reaches.few", step=step, people=each.reaches
        )
    else:
        sentence += " " + say(lang, "gaps.no_step")
    return each.model_copy(update={"sentence": sentence})


def offer_said(each: GapOffer, lang: str) -> GapOffer:
    """A new offer with its sentences."""
    asked = each.min_availability_percent
    facts = {
        "need": each.need,
        "place": f"{each.municipality} ({each.region})",
        "type": each.type,
        "payer": each.payer,
        "language": say(lang, f"gaps.code.language.{each.language.value}"),
    }
    sentences = [say(lang, "gaps.offer", **facts)]
    sentences += [say(lang, "gaps.offer.availability", availability=asked)] if asked else []
    sentences += [say(lang, "gaps.offer.size", size=each.size)]
    return each.model_copy(update={"sentence": " ".join(sentences)})


def question_said(each: GapQuestion, lang: str) -> GapQuestion:
    """What is to be asked, with its sentence."""
    sentence = say(lang, "gaps.question", what=named(each.rule, lang), people=each.people)
    return each.model_copy(update={"sentence": sentence})


def named(rule: str, lang: str) -> str:
    """A rule in words, no two alike: a provider's criterion by its name, a law by what it asks and its reference."""
    if f"gaps.rule.{rule}" in catalogue(DEFAULT):
        return say(lang, f"gaps.rule.{rule}")
    known = _RULES[rule]
    what = f"gaps.what.{rule}"
    subject = say(lang, what if what in catalogue(DEFAULT) else f"gaps.subject.{known.subject}")
    return f"{subject} ({law_in(lang, known.law.reference)})" if known.law else subject
