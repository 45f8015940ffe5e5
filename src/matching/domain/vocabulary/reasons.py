"""Closed lists about rejection: its reasons, and what a reason may ask for next; `consequences` ties the two.

Source: reasons seen in les-emplois, Dora, mulighetsrommet, carnet-de-bord and CAS; the counsellor's list mapped on.
"""

from matching.domain.vocabulary.closed_list import ClosedList


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


class AfterReason(ClosedList):
    """What a reason asks for next; nothing of it happens by itself. Source: the default consequences of such lists."""

    NONE = "none", "rien de plus", "nichts weiter", "niente altro", "nothing more"
    TODO = "todo", "à reprendre par le conseil", "von der Beratung aufzugreifen", "da riprendere", "to be taken up"
    CLOSE = "close", "clore la recherche", "Suche abschliessen", "chiudere la ricerca", "close the search"
    COOL_OFF = "cool_off", "l'option repose", "Angebot ruht", "l'opzione riposa", "the option rests"
    UNTIL_DATE = (
        "until_date",
        "jusqu'au jour indiqué",
        "bis zum genannten Tag",
        "fino al giorno indicato",
        "until the day",
    )
    UNTIL_CHANGED = (
        "until_changed",
        "jusqu'à ce que la situation change",
        "bis sich die Lage ändert",
        "finché la situazione cambia",
        "until the situation changes",
    )
    UNTIL_REASSESSED = (
        "until_reassessed",
        "jusqu'à un nouvel examen",
        "bis zur neuen Beurteilung",
        "fino a un nuovo esame",
        "until reassessed",
    )
    UNTIL_PLACE = (
        "until_place",
        "jusqu'à ce qu'une place se libère",
        "bis ein Platz frei wird",
        "finché si libera un posto",
        "until a place is free",
    )
    SUGGEST_GAP_MEASURE = (
        "suggest_gap_measure",
        "proposer de quoi combler la lacune",
        "Massnahme gegen die Lücke vorschlagen",
        "proporre come colmare la lacuna",
        "suggest what closes the gap",
    )
    SUGGEST_OBSTACLE_MEASURE = (
        "suggest_obstacle_measure",
        "proposer de quoi lever le frein",
        "Massnahme gegen das Hemmnis vorschlagen",
        "proporre come togliere l'ostacolo",
        "suggest what lifts the obstacle",
    )
    STEP_BEFORE = (
        "step_before",
        "proposer une étape avant",
        "Schritt davor vorschlagen",
        "proporre una tappa prima",
        "propose a step before",
    )
    ASK_DOCUMENT = (
        "ask_document",
        "demander le justificatif",
        "Nachweis verlangen",
        "chiedere il documento",
        "ask for the document",
    )
    CLOSE_OPTION = (
        "close_option",
        "l'option est à clore au catalogue",
        "Angebot im Katalog schliessen",
        "chiudere l'opzione nel catalogo",
        "close the option in the catalogue",
    )
    PROVIDER_RESPONSIVENESS = (
        "provider_responsiveness",
        "compte pour la réactivité du prestataire",
        "zählt für die Reaktion des Anbieters",
        "conta per la reattività del fornitore",
        "counts for the provider's responsiveness",
    )
    MERGE = "merge", "fusionner les fiches", "Einträge zusammenführen", "unire le schede", "merge the records"
    CATALOGUE_TODO = (
        "catalogue_todo",
        "corriger la fiche au catalogue",
        "Eintrag im Katalog berichtigen",
        "correggere la scheda nel catalogo",
        "correct the record in the catalogue",
    )
    FLAG_PROVIDER = (
        "flag_provider",
        "signaler le prestataire",
        "Anbieter melden",
        "segnalare il fornitore",
        "flag the provider",
    )
    STOP = "stop", "arrêter", "aufhören", "fermarsi", "stop"
    REVIEW = "review", "relire au cas par cas", "im Einzelfall ansehen", "esaminare caso per caso", "review"
