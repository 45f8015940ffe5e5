"""The reasons of a kind and a verb as a form offers them: the same on every card, so made once for each language."""

from functools import cache

from markupsafe import Markup

from matching.domain.offered_reasons import offered
from matching.domain.proposal_states import STEP_OF_VERB
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Verb
from matching.domain.vocabulary.reasons import RejectReason
from matching.messages.say import say
from matching.web.pages import rendered
from matching.web.reasons import groups_of


@cache
def reason_buttons(kind: OpportunityKind, verb: Verb, lang: str) -> Markup:
    """One button for each reason: choosing it decides."""
    groups = groups_of(offered(kind, STEP_OF_VERB[verb]), lang)
    return Markup(rendered("reasons.html", groups=groups, because=say(lang, "web.because")))  # noqa: S704 - of our own


def reason_list(kind: OpportunityKind, lang: str, chosen: str = "") -> Markup:
    """The reasons to refuse, as entries of a list; none is chosen beforehand, but what was typed stays."""
    return _reason_list(kind, lang, next((reason for reason in RejectReason if reason.value == chosen), None))


@cache
def _reason_list(kind: OpportunityKind, lang: str, chosen: RejectReason | None) -> Markup:
    groups = groups_of(offered(kind, STEP_OF_VERB[Verb.REJECT]), lang)
    because, code = say(lang, "web.because"), chosen.value if chosen else ""
    told = rendered("reason_list.html", groups=groups, because=because, chosen=code)
    return Markup(told)  # noqa: S704 - of our own
