"""What may leave to those within counselling: the unit that accompanies, the person, the learning of the ranking.

Every field stands here by its last name: a new one leaves to nobody before it is written on a list.
"""

from collections.abc import Mapping
from types import MappingProxyType

Allowed = Mapping[str, frozenset[str]]
"""By the file name of a word: its fields, dotted to the last name."""


def fields(names: str, below: str = "") -> frozenset[str]:
    """Fields written one after the other, each below the same part of a word."""
    return frozenset(f"{below}.{name}" if below else name for name in names.split())


NOTICE = "opportunity received_on missing recorded_by"
VERDICT = "rule truth reference asks sentence question change"
ELIGIBILITY = "state questions rules warnings"

_ANSWER = "institution author stated_on expires_on"
_CONSENT = (
    "to_institution from_institution purpose categories given_at valid_to withdrawn_at written reciprocity_agreement"
)

_PROFILE = (
    fields(
        "id unit birth_date months_without_work in_debt_enforcement self_employment_project objective project wishes"
    )
    | fields("withheld insurances.placement insertion_france.cddi_months")
    | fields("adults children youngest_child_birth_date childcare_solved", "household")
    | fields("country region municipality municipality_code postcode latitude longitude", "residence")
    | fields("kind may_work may_change_employer valid_to", "permit")
    | fields("items.language items.level complete", "languages")
    | fields("level recognised field seeks_training_place", "education")
    | fields("higher_education_years apprenticeship_contract", "education")
    | fields("title codes.scheme codes.code years last_year target", "occupations")
    | fields("items.label items.code complete", "skills")
    | fields("percent schedules work_pace_percent start_from", "availability")
    | fields("licences vehicle radius_km", "mobility")
    | fields("strain source author stated_on expires_on", "restrictions")
    | fields(f"{_ANSWER} test fit", "fitness")
    | fields("status days_left days_drawn framework_end", "insurances.unemployment")
    | fields("days_used_59d collective_dismissal", "insurances.unemployment")
    | fields("kind since follow_up fr_track", "insurances.assistance")
    | fields("status incapacity_percent incapacity_since residual_capacity_percent", "insurances.disability")
    | fields("status holds as_of", "statuses")
    | fields("registered country valid_from valid_to", "pes_registration")
    | fields("barrier detail level confirmed author stated_on visibility", "needs")
    | fields(_CONSENT, "consents")
    | fields("items.name items.code items.opportunity items.ended_on items.completed", "past_measures")
    | fields("items.dropout_reason complete", "past_measures")
    | fields("valid_from valid_to suspended_from suspended_to", "insertion_france.iae_pass")
    | fields("prolonged_to prolongation", "insertion_france.iae_pass")
    | fields("by prescriber made_on eligible", "insertion_france.iae_diagnoses")
    | fields("requested_on oriented_on reexamined_on engagement_signed_on", "insertion_france.rsa")
    | fields("hours_per_week fewer_hours_asked_on fewer_hours_ground", "insertion_france.rsa")
    | fields(f"{_ANSWER} rule code holds", "answers")
)

_RECOMMENDATION = (
    fields(
        "id profile viewer at language horizon_months questions purposes empty_because considered ranked degraded order"
    )
    | fields("degraded order listed contested withheld explores exploration_cost")
    | fields("kinds within_km certain", "sought")
    | fields("rank next_step opportunity kind title summary description provider place distance_km", "cards")
    | fields(
        "score interval band reasons reservations matched_skills missing_skills notes propensity drawn_among", "cards"
    )
    | fields("feature value points sentence", "cards.contributions")
    | fields(ELIGIBILITY, "cards.eligibility")
    | fields(VERDICT, "cards.verdicts")
    | fields("code label text", "cards.lines")
    | fields("opportunity title reason since until said_by alike like", "resting")
    | fields("rules catalogue encoder model evidence", "versions")
)

_OPPORTUNITY_SHARED = (
    fields("id kind title description language provider provider_id source_url updated_on valid_from valid_to")
    | fields("country region municipality postcode latitude longitude remote", "place")
    | fields("scheme code", "occupations")
    | fields("min_age max_age min_availability_percent schedules permits right_to_work residence statuses", "criteria")
    | fields("excluded_statuses needs min_education max_education licences without_licences strains", "criteria")
    | fields("prerequisite_measures min_work_pace_percent max_work_pace_percent fr_tracks fitness", "criteria")
    | fields("min_months_without_work no_family_charge languages.language languages.level", "criteria")
    | fields("label code scheme required", "criteria.skills")
    | fields("starts_on rolling min_weeks max_weeks workload_min_percent workload_max_percent", "timing")
    | fields("hours_per_week application_deadline_days", "timing")
    | fields("status free_places waiting_weeks as_of sessions.starts_on sessions.free_places", "capacity")
    | fields("paid paid_by pay assistance_effect debt_effect opens_unemployment_rights travel_cost", "terms")
    | fields("travel_advanced_by travel_free childcare_hours_per_week aim certified certificate voluntary", "terms")
)
OPPORTUNITY = (
    _OPPORTUNITY_SHARED
    | fields("source contract positions experience_years company_size siae_kind")
    | fields("form code type payer legal_basis decided_by prescribers objectives procedure competes_with_firms")
    | fields("category payers")
    | fields("market lot hours_reserved hours_done facilitator contractor", "clause")
    | fields("kind language level label name education licence barrier percent work_pace_percent", "effects")
    | fields("radius_km vehicle", "effects")
)
"""What is said of an option to whoever may know of it; who may see a posting is no part of it."""

_PUBLICATION = fields(
    "status reporting_obligation reporting_obligation_end published_at complete_notice_at exception office_canton "
    "job_centre public_display company_anonymous",
    "publication",
)

_SHORTLIST = (
    fields("opportunity kind title provider viewer at language places considered ordered_by none_because")
    | fields("profile unit ranked group reasons reservations", "candidates")
    | fields(VERDICT, "candidates.met")
    | fields(VERDICT, "candidates.open")
    | fields("code label demanded known", "candidates.demands")
    | fields("rule reference example people", "fallen_out")
    | fields("id profile state feedback", "dossiers")
    | fields(NOTICE, "answer.notice")
    | fields("due_on overdue answered feedback", "answer")
    | fields("unit name answered state", "answer.units")
)

_GUARANTEE = fields(
    "profile opportunity code payer requested_by requested_for amount currency valid_from valid_to status started_on "
    "reason"
)
_OBSERVATION = (
    fields("profile opportunity seen_from seen_to work_pace_percent attendance_percent text with_consent")
    | fields("language.language language.level skills.label skills.code")
    | fields("observed_by observed_at shown_at person_answer status decided_by decided_at")
)
_CORRECTION = fields(
    "profile corrects opportunity source origin reason text skill.label skill.code language.language language.level "
    "work_pace_percent status decided_by answer"
)
_DECISION = "verb accept_reasons reject_reasons rule until good_idea"
_STEP = (
    f"step author at text {_DECISION} answer reasons institution granted state reason on sendable_text came completed"
)
_PROPOSAL = fields("profile recommendation opportunity kind title code status") | fields(_STEP, "step")
_CONTEST = fields("profile fact recommendation opportunity reason words at outcome answer answered_by answered_at")
_PLAN = fields("profile objective steps review_on agreed_at") | fields(
    "role text dissent recorded_by recorded_at", "parts"
)
_PIN = fields("profile opportunity title words pinned_by at unpinned_at")
_OUTSIDE = fields("profile kind title offered_by need payer words proposed_by at withdrawn_by withdrawn_at")
_SEARCH = fields("kinds within_km certain", "sought") | fields(
    "profile words saved_by at looked_by looked_at removed_at"
)
_REFUSAL = fields("profile opportunity reason said_by words at rests_until lifted_on")
SERVED_SLATE = (
    fields("recommendation profile at model encoder chance eligible limit min_gain per_provider kept_per_kind")
    | fields("opportunity kind provider rank next_step features open_questions price propensity", "options")
    | fields("points score low high draw member", "options")
    | fields("width temperature max_cost cost", "exploration")
    | fields("scores kinds kept free shown first_rank", "exploration.draws")
)
_DOSSIER = fields("profile opportunity title kind state prepared_by handed_over_by handed_over_at")

_OF_THE_PERSON: Allowed = {
    "profile": _PROFILE,
    "identity": fields("profile name form_of_address email phone"),
    "consent": fields(_CONSENT),
    "rule_answer": fields(f"{_ANSWER} rule code holds"),
    "fitness_answer": fields(f"{_ANSWER} test fit"),
    "ranking_choice": fields("profile ranked at"),
    "refusal": _REFUSAL,
    "pin": _PIN,
    "outside_option": _OUTSIDE,
    "saved_search": _SEARCH,
    "contest": _CONTEST,
    "plan": _PLAN,
    "case_lead": fields("profile institution mandated_by power_of_attorney valid_from valid_to"),
    "payment_guarantee": _GUARANTEE,
    "opportunity": OPPORTUNITY,
    "verdict": fields(VERDICT),
    "eligibility": fields(ELIGIBILITY),
    "recommendation": _RECOMMENDATION,
    "served_slate": SERVED_SLATE,
    "proposal": _PROPOSAL,
    "decision": fields(f"step author at text {_DECISION}"),
    "person_answer": fields("step author at text answer reasons until"),
    "payer_decision": fields("step author at text institution granted"),
    "correction": _CORRECTION,
    "observation": _OBSERVATION,
    "outcome": fields("proposal kind months holds amount dropout_reason stated_at source"),
    "dossier": _DOSSIER | fields(" ".join(_PROFILE), "content"),
}

TO_THE_PERSON: Allowed = MappingProxyType(
    {**_OF_THE_PERSON, "protected_attributes": fields("profile sex origin consent_for_evaluation")}
)
"""The person may read all that is written about them; of a decision its reasons where they may be shared."""

TO_THE_UNIT: Allowed = MappingProxyType(
    {
        **_OF_THE_PERSON,
        "opportunity": OPPORTUNITY | _PUBLICATION,
        "recommendation": _RECOMMENDATION | fields("under_mandate cards.mandate_only"),
        "proposal": _PROPOSAL | fields("provider_id mandate_only step.guarantee step.shareable_with_person"),
        "decision": _OF_THE_PERSON["decision"] | fields("shareable_with_person"),
        "reason_feedback": fields("recommendation opportunity reason verdict correction corrects author at"),
        "dossier": _OF_THE_PERSON["dossier"] | fields("under_mandate"),
        "shortlist": _SHORTLIST,
        "shortlist_request": fields("opportunity unit state"),
        "vacancy_notice": fields(NOTICE),
        "due_posting": fields("opportunity title canton due_on unknown overdue answered missing open_feedback")
        | fields(NOTICE, "notice"),
        "employer_statement": fields("opportunity dossier feedback corrects"),
        "unit": fields("id name institution territory closed_on"),
    }
)
"""All that counselling works with, for the unit whose file it is."""

TO_TRAINING: Allowed = MappingProxyType(
    {
        "served_slate": SERVED_SLATE,
        "proposal": fields("recommendation opportunity kind status")
        | fields("step at verb answer granted state on came completed", "step"),
        "reason_feedback": fields("recommendation opportunity reason verdict at"),
        "outcome": fields("proposal kind months holds dropout_reason stated_at"),
        "opportunity": OPPORTUNITY,
    }
)
"""Labels without words, authors or reasons of a refusal; a decision only where its reasons may teach at all."""
