"""Reasons of rejection: code, labels, side, whether they teach the ranker, and the cool-off that follows.

Source: reasons seen in les-emplois, Dora, mulighetsrommet, carnet-de-bord and CAS; the counsellor's list mapped on.
"""

from dataclasses import dataclass

from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.process import Side


class RejectReason(ClosedList):
    """Why an option is rejected."""

    NOT_REACHABLE = "not_reachable", "personne injoignable", "Person nicht erreichbar"
    NO_SHOW_INTERVIEW = "no_show_interview", "absente à l'entretien", "nicht zum Gespräch erschienen"
    FOUND_JOB = "found_job", "a trouvé un emploi", "hat eine Stelle gefunden"
    IN_TRAINING = "in_training", "en formation", "in Ausbildung"
    IN_OTHER_MEASURE = "in_other_measure", "déjà dans une autre mesure", "bereits in anderer Massnahme"
    NOT_INTERESTED = "not_interested", "la personne n'est pas intéressée", "Person nicht interessiert"
    NOT_NOW = "not_now", "pas maintenant, trop tôt", "nicht jetzt, zu früh"
    TOO_LATE = "too_late", "trop tard, échéance passée", "zu spät, Frist vorbei"
    HEALTH_CONSTRAINT = (
        "health_constraint",
        "incompatible avec une restriction fonctionnelle",
        "mit funktioneller Einschränkung unvereinbar",
    )
    CHILDCARE_OR_FAMILY = "childcare_or_family", "garde d'enfants, famille", "Kinderbetreuung, Familie"
    AVAILABILITY_TOO_LOW = "availability_too_low", "disponibilité insuffisante", "Verfügbarkeit zu klein"
    TOO_FAR = "too_far", "trop loin, pas mobile", "zu weit, nicht mobil"
    HOURS_UNREACHABLE = "hours_unreachable", "horaires impossibles", "Arbeitszeiten unmöglich"
    LANGUAGE_LEVEL = "language_level", "niveau de langue", "Sprachniveau"
    DIGITAL_LEVEL = "digital_level", "niveau numérique", "digitale Kenntnisse"
    LACKING_SKILLS = "lacking_skills", "compétences manquantes", "fehlende Kompetenzen"
    LACKING_CREDENTIAL = "lacking_credential", "permis ou diplôme manquant", "fehlender Ausweis oder Abschluss"
    PERIPHERAL_OBSTACLE = "peripheral_obstacle", "un autre frein à lever d'abord", "anderes Hemmnis zuerst"
    NOT_ELIGIBLE = "not_eligible", "conditions non remplies", "Bedingungen nicht erfüllt"
    WRONG_PAYER = "wrong_payer", "mauvais payeur", "falscher Kostenträger"
    RIGHT_EXHAUSTED = "right_exhausted", "droit épuisé", "Anspruch erschöpft"
    ELIGIBILITY_UNPROVEN = "eligibility_unproven", "justificatif manquant", "Nachweis fehlt"
    PAYER_REFUSED = "payer_refused", "refus du payeur, budget", "Kostenträger lehnt ab, Budget"
    FULL = "full", "complet, liste d'attente trop longue", "voll, Warteliste zu lang"
    POSITION_FILLED = "position_filled", "poste pourvu", "Stelle besetzt"
    NO_ANSWER_FROM_PROVIDER = "no_answer_from_provider", "pas de réponse du prestataire", "keine Antwort vom Anbieter"
    PROVIDER_CHANGED_OR_CANCELLED = (
        "provider_changed_or_cancelled",
        "offre modifiée ou annulée",
        "Angebot geändert oder abgesagt",
    )
    TOO_FEW_PARTICIPANTS = "too_few_participants", "trop peu de participants", "zu wenige Teilnehmende"
    ALREADY_TRIED = "already_tried", "déjà essayé", "schon versucht"
    DUPLICATE = "duplicate", "doublon", "Duplikat"
    WRONG_OR_STALE_RECORD = "wrong_or_stale_record", "fiche fausse ou périmée", "Eintrag falsch oder veraltet"
    BELOW_THE_PERSON = "below_the_person", "en dessous du niveau de la personne", "unter dem Niveau der Person"
    NEEDS_MORE_SUPPORT_FIRST = (
        "needs_more_support_first",
        "besoin de plus de soutien d'abord",
        "zuerst mehr Unterstützung nötig",
    )
    DISCRIMINATION_RISK = (
        "discrimination_risk",
        "risque de discrimination, conditions de travail",
        "Diskriminierungsrisiko, Arbeitsbedingungen",
    )
    LOCK_IN_RISK = "lock_in_risk", "freinerait la recherche d'emploi", "würde die Stellensuche bremsen"
    JOB_PROSPECT_NEAR = "job_prospect_near", "emploi en vue", "Stelle in Aussicht"
    NOT_IN_PROJECT = "not_in_project", "hors du projet", "nicht im Ziel"
    DI_CLAIM_PENDING = "di_claim_pending", "demande AI en cours", "IV-Anmeldung hängig"
    DEBT_DISINCENTIVE = "debt_disincentive", "dettes : le salaire serait saisi", "Schulden: Lohn würde gepfändet"
    QUALITY_DOUBT = "quality_doubt", "doute sur la qualité", "Zweifel an der Qualität"
    COST = "cost", "coût", "Kosten"
    BETTER_ALTERNATIVE = "better_alternative", "meilleure option", "bessere Option"
    COUNSELLOR_OTHER_STRATEGY = "counsellor_other_strategy", "autre stratégie", "andere Strategie"
    PERSON_WITHDREW_CONSENT = "person_withdrew_consent", "consentement retiré", "Einwilligung zurückgezogen"
    OTHER = "other", "autre (à préciser)", "anderes (bitte angeben)"


@dataclass(frozen=True)
class Consequence:
    """What a reason means: whose it is, whether it teaches the ranker, days the option rests (None: no fixed date)."""

    side: Side
    trains_ranker: bool
    cool_off_days: int | None = None


_PERSON, _PROVIDER, _PAYER = Side.PERSON, Side.PROVIDER, Side.PAYER
_COUNSELLOR, _DATA = Side.COUNSELLOR, Side.DATA

CONSEQUENCES: dict[RejectReason, Consequence] = {
    RejectReason.NOT_REACHABLE: Consequence(_PERSON, trains_ranker=False, cool_off_days=30),
    RejectReason.NO_SHOW_INTERVIEW: Consequence(_PERSON, trains_ranker=False),
    RejectReason.FOUND_JOB: Consequence(_PERSON, trains_ranker=False),
    RejectReason.IN_TRAINING: Consequence(_PERSON, trains_ranker=False),
    RejectReason.IN_OTHER_MEASURE: Consequence(_PERSON, trains_ranker=False),
    RejectReason.NOT_INTERESTED: Consequence(_PERSON, trains_ranker=True, cool_off_days=60),
    RejectReason.NOT_NOW: Consequence(_PERSON, trains_ranker=False),
    RejectReason.TOO_LATE: Consequence(_DATA, trains_ranker=False),
    RejectReason.HEALTH_CONSTRAINT: Consequence(_PERSON, trains_ranker=False),
    RejectReason.CHILDCARE_OR_FAMILY: Consequence(_PERSON, trains_ranker=False),
    RejectReason.AVAILABILITY_TOO_LOW: Consequence(_PERSON, trains_ranker=False),
    RejectReason.TOO_FAR: Consequence(_PERSON, trains_ranker=False),
    RejectReason.HOURS_UNREACHABLE: Consequence(_PERSON, trains_ranker=False),
    RejectReason.LANGUAGE_LEVEL: Consequence(_PROVIDER, trains_ranker=True),
    RejectReason.DIGITAL_LEVEL: Consequence(_PROVIDER, trains_ranker=True),
    RejectReason.LACKING_SKILLS: Consequence(_PROVIDER, trains_ranker=True),
    RejectReason.LACKING_CREDENTIAL: Consequence(_PROVIDER, trains_ranker=True),
    RejectReason.PERIPHERAL_OBSTACLE: Consequence(_PERSON, trains_ranker=False),
    RejectReason.NOT_ELIGIBLE: Consequence(_PAYER, trains_ranker=False),
    RejectReason.WRONG_PAYER: Consequence(_PAYER, trains_ranker=False),
    RejectReason.RIGHT_EXHAUSTED: Consequence(_PAYER, trains_ranker=False),
    RejectReason.ELIGIBILITY_UNPROVEN: Consequence(_PAYER, trains_ranker=False),
    RejectReason.PAYER_REFUSED: Consequence(_PAYER, trains_ranker=False),
    RejectReason.FULL: Consequence(_PROVIDER, trains_ranker=False),
    RejectReason.POSITION_FILLED: Consequence(_PROVIDER, trains_ranker=False),
    RejectReason.NO_ANSWER_FROM_PROVIDER: Consequence(_PROVIDER, trains_ranker=False),
    RejectReason.PROVIDER_CHANGED_OR_CANCELLED: Consequence(_PROVIDER, trains_ranker=False),
    RejectReason.TOO_FEW_PARTICIPANTS: Consequence(_PROVIDER, trains_ranker=False),
    RejectReason.ALREADY_TRIED: Consequence(_PERSON, trains_ranker=True, cool_off_days=365),
    RejectReason.DUPLICATE: Consequence(_DATA, trains_ranker=False),
    RejectReason.WRONG_OR_STALE_RECORD: Consequence(_DATA, trains_ranker=False),
    RejectReason.BELOW_THE_PERSON: Consequence(_COUNSELLOR, trains_ranker=True, cool_off_days=60),
    RejectReason.NEEDS_MORE_SUPPORT_FIRST: Consequence(_COUNSELLOR, trains_ranker=True),
    RejectReason.DISCRIMINATION_RISK: Consequence(_COUNSELLOR, trains_ranker=False),
    RejectReason.LOCK_IN_RISK: Consequence(_COUNSELLOR, trains_ranker=True),
    RejectReason.JOB_PROSPECT_NEAR: Consequence(_COUNSELLOR, trains_ranker=False),
    RejectReason.NOT_IN_PROJECT: Consequence(_COUNSELLOR, trains_ranker=True),
    RejectReason.DI_CLAIM_PENDING: Consequence(_PAYER, trains_ranker=False),
    RejectReason.DEBT_DISINCENTIVE: Consequence(_PERSON, trains_ranker=False),
    RejectReason.QUALITY_DOUBT: Consequence(_COUNSELLOR, trains_ranker=False),
    RejectReason.COST: Consequence(_PAYER, trains_ranker=False),
    RejectReason.BETTER_ALTERNATIVE: Consequence(_COUNSELLOR, trains_ranker=True),
    RejectReason.COUNSELLOR_OTHER_STRATEGY: Consequence(_COUNSELLOR, trains_ranker=True),
    RejectReason.PERSON_WITHDREW_CONSENT: Consequence(_PERSON, trains_ranker=False),
    RejectReason.OTHER: Consequence(_DATA, trains_ranker=False),
}

FACTS_BEHIND: dict[RejectReason, tuple[str, ...]] = {
    RejectReason.HEALTH_CONSTRAINT: ("restrictions",),
    RejectReason.CHILDCARE_OR_FAMILY: ("household", "needs"),
    RejectReason.AVAILABILITY_TOO_LOW: ("availability",),
    RejectReason.TOO_FAR: ("residence", "mobility"),
    RejectReason.HOURS_UNREACHABLE: ("availability", "household", "mobility"),
    RejectReason.LANGUAGE_LEVEL: ("languages",),
}
"""Reasons that are constraints, with the fields of the file behind them: the option rests until one of them changes."""
