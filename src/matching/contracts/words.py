"""The public words: what crosses a door of the house, each by the name under which its contract is filed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from matching.domain.answer import FitnessAnswer, RuleAnswer
from matching.domain.criteria import Criteria
from matching.domain.decision import Decision, PayerDecision, PersonAnswer
from matching.domain.detection import DetectionCriteria
from matching.domain.effect import Effect
from matching.domain.employer_answer import Dossier, EmployerStatement, ShortlistRequest
from matching.domain.employer_flag import EmployerFlag
from matching.domain.feedback import Correction, ReasonFeedback
from matching.domain.gap import Gaps
from matching.domain.guarantee import PaymentGuarantee
from matching.domain.identity import Identity, ProtectedAttributes
from matching.domain.kept import OutsideOption, Pin
from matching.domain.need import Consent
from matching.domain.observation import Observation
from matching.domain.opportunity import opportunity_type
from matching.domain.outcome import Outcome
from matching.domain.payer_budget import PayerBudget
from matching.domain.plan import CaseLead, Plan
from matching.domain.price_list import PriceList
from matching.domain.priority import Priority
from matching.domain.profile import Profile
from matching.domain.proposal import Proposal
from matching.domain.published import PublishedAnswer, PublishedTable
from matching.domain.recommendation import Recommendation
from matching.domain.reporting_duty import ReportingOccupation
from matching.domain.search import SavedSearch, SearchFind
from matching.domain.served import ServedSlate
from matching.domain.shortlist import DuePosting, Shortlist
from matching.domain.steering import GapRemedy, PlaceStatement
from matching.domain.unit import Unit
from matching.domain.vacancy_notice import VacancyNotice
from matching.domain.verdict import Eligibility, RuleRecord, Verdict
from matching.domain.viewer import Mandate, Viewer
from matching.domain.voice import Contest, RankingChoice, Refusal
from matching.errors import InvalidInputError

VERSION = "v1"

WORDS: Mapping[str, TypeAdapter[Any]] = MappingProxyType(
    {
        "profile": TypeAdapter(Profile),
        "identity": TypeAdapter(Identity),
        "protected_attributes": TypeAdapter(ProtectedAttributes),
        "consent": TypeAdapter(Consent),
        "rule_answer": TypeAdapter(RuleAnswer),
        "fitness_answer": TypeAdapter(FitnessAnswer),
        "ranking_choice": TypeAdapter(RankingChoice),
        "refusal": TypeAdapter(Refusal),
        "pin": TypeAdapter(Pin),
        "outside_option": TypeAdapter(OutsideOption),
        "saved_search": TypeAdapter(SavedSearch),
        "search_find": TypeAdapter(SearchFind),
        "contest": TypeAdapter(Contest),
        "plan": TypeAdapter(Plan),
        "case_lead": TypeAdapter(CaseLead),
        "payment_guarantee": TypeAdapter(PaymentGuarantee),
        "opportunity": opportunity_type,
        "criteria": TypeAdapter(Criteria),
        "effect": TypeAdapter(Effect),
        "employer_flag": TypeAdapter(EmployerFlag),
        "reporting_occupation": TypeAdapter(ReportingOccupation),
        "rule_record": TypeAdapter(RuleRecord),
        "verdict": TypeAdapter(Verdict),
        "eligibility": TypeAdapter(Eligibility),
        "recommendation": TypeAdapter(Recommendation),
        "served_slate": TypeAdapter(ServedSlate),
        "shortlist": TypeAdapter(Shortlist),
        "vacancy_notice": TypeAdapter(VacancyNotice),
        "shortlist_request": TypeAdapter(ShortlistRequest),
        "due_posting": TypeAdapter(DuePosting),
        "dossier": TypeAdapter(Dossier),
        "employer_statement": TypeAdapter(EmployerStatement),
        "proposal": TypeAdapter(Proposal),
        "decision": TypeAdapter(Decision),
        "person_answer": TypeAdapter(PersonAnswer),
        "payer_decision": TypeAdapter(PayerDecision),
        "reason_feedback": TypeAdapter(ReasonFeedback),
        "correction": TypeAdapter(Correction),
        "observation": TypeAdapter(Observation),
        "outcome": TypeAdapter(Outcome),
        "viewer": TypeAdapter(Viewer),
        "detection_criteria": TypeAdapter(DetectionCriteria),
        "payer_budget": TypeAdapter(PayerBudget),
        "priority": TypeAdapter(Priority),
        "price_list": TypeAdapter(PriceList),
        "published_table": TypeAdapter(PublishedTable),
        "published_answer": TypeAdapter(PublishedAnswer),
        "place_statement": TypeAdapter(PlaceStatement),
        "gap_remedy": TypeAdapter(GapRemedy),
        "gaps": TypeAdapter(Gaps),
        "mandate": TypeAdapter(Mandate),
        "unit": TypeAdapter(Unit),
    }
)
"""Every public word by its file name; adding one here gives it a schema and asks for a golden example."""


def word(name: str) -> TypeAdapter[Any]:
    """The type behind a name; InvalidInputError, with the names there are, when there is none."""
    try:
        return WORDS[name]
    except KeyError as error:
        raise InvalidInputError(f"Contrat inconnu « {name} » ; contrats : {', '.join(WORDS)}.") from error
