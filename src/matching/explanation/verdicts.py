"""Rules' own verdicts as sentences: an explanation can never disagree with the filter, it is the filter's answer."""

from collections.abc import Iterable

from matching.domain.verdict import Eligibility, Truth, Verdict
from matching.domain.vocabulary.process import Asks
from matching.eligibility.rule import RuleVerdict
from matching.eligibility.withheld import Withheld
from matching.messages.laws import law_in
from matching.messages.say import say
from matching.snapshot.columns import CriteriaColumns


def verdict_for(
    verdict: RuleVerdict, withheld: Withheld, row: CriteriaColumns, *, lang: str, change: str | None = None
) -> Verdict:
    """One verdict as whoever sees the redacted person may read it: on what is withheld it says and asks nothing."""
    if not withheld.decides(verdict, row):
        return verdict_in_words(verdict, lang, change)
    return Verdict(
        rule=verdict.rule.id,
        truth="unknown",
        reference=law_in(lang, verdict.rule.law.reference) if verdict.rule.law else None,
        sentence=say(lang, "withheld.verdict"),
    )


def verdict_in_words(verdict: RuleVerdict, lang: str, change: str | None = None) -> Verdict:
    """One verdict for a card; `change` is the sentence of a change that was run and found to make it met."""
    facts = verdict.facts.worded(lang)
    question = say(lang, verdict.question_key, **facts) if verdict.question_key else None
    answer = verdict.answer
    if answer is not None:
        facts = {"question": question or "", "author": answer.author, "institution": answer.institution.label(lang)}
        facts["day"] = f"{answer.stated_on:%d.%m.%Y}"
    return Verdict(
        rule=verdict.rule.id,
        truth={Truth.MET: "met", Truth.NOT_MET: "not_met", Truth.UNKNOWN: "unknown"}[verdict.truth],
        reference=law_in(lang, verdict.rule.law.reference) if verdict.rule.law else None,
        asks=verdict.asks,
        sentence=say(lang, verdict.sentence_key, **facts),
        question=None if answer else question,
        change=change,
    )


def eligibility_of(verdicts: Iterable[Verdict]) -> Eligibility:
    """What verdicts add up to: not eligible beats review beats eligible; what the provider must say is a warning."""
    verdicts = tuple(verdicts)
    failed = tuple(verdict.rule for verdict in verdicts if verdict.truth == "not_met")
    unknown = [verdict for verdict in verdicts if verdict.truth == "unknown"]
    questions = tuple(verdict.question or verdict.sentence for verdict in unknown if verdict.asks is not Asks.PROVIDER)
    warnings = tuple(verdict.question or verdict.sentence for verdict in unknown if verdict.asks is Asks.PROVIDER)
    if failed:
        return Eligibility(state="not_eligible", rules=failed, warnings=warnings)
    if questions:
        return Eligibility(state="review", questions=questions, warnings=warnings)
    return Eligibility(state="eligible", warnings=warnings)
