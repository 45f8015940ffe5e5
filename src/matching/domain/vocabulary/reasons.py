"""Closed lists about rejection: its reasons, and what a reason may ask for next; `consequences` ties the two.

Source: reasons seen in les-emplois, Dora, mulighetsrommet, carnet-de-bord and CAS; the counsellor's list mapped on.
"""

from matching.domain.vocabulary.closed_list import ClosedList


class RejectReason(ClosedList):
    """Why an option is rejected."""

    NOT_REACHABLE = (
        "not_reachable",
        "personne injoignable",
        "Person nicht erreichbar",
        "persona irraggiungibile",
        "person could not be reached",
    )
    NO_SHOW_INTERVIEW = (
        "no_show_interview",
        "absente à l'entretien",
        "nicht zum Gespräch erschienen",
        "assente al colloquio",
        "did not come to the interview",
    )
    FOUND_JOB = "found_job", "a trouvé un emploi", "hat eine Stelle gefunden", "ha trovato un impiego", "found a job"
    IN_TRAINING = "in_training", "en formation", "in Ausbildung", "in formazione", "in training"
    IN_OTHER_MEASURE = (
        "in_other_measure",
        "déjà dans une autre mesure",
        "bereits in anderer Massnahme",
        "già in un'altra misura",
        "already in another measure",
    )
    NOT_INTERESTED = (
        "not_interested",
        "la personne n'est pas intéressée",
        "Person nicht interessiert",
        "la persona non è interessata",
        "the person is not interested",
    )
    NOT_NOW = (
        "not_now",
        "pas maintenant, trop tôt",
        "nicht jetzt, zu früh",
        "non adesso, troppo presto",
        "not now, too early",
    )
    TOO_LATE = (
        "too_late",
        "trop tard, échéance passée",
        "zu spät, Frist vorbei",
        "troppo tardi, termine scaduto",
        "too late, deadline passed",
    )
    HEALTH_CONSTRAINT = (
        "health_constraint",
        "incompatible avec une restriction fonctionnelle",
        "mit funktioneller Einschränkung unvereinbar",
        "incompatibile con una limitazione funzionale",
        "incompatible with a functional limitation",
    )
    CHILDCARE_OR_FAMILY = (
        "childcare_or_family",
        "garde d'enfants, famille",
        "Kinderbetreuung, Familie",
        "custodia dei figli, famiglia",
        "childcare, family",
    )
    AVAILABILITY_TOO_LOW = (
        "availability_too_low",
        "disponibilité insuffisante",
        "Verfügbarkeit zu klein",
        "disponibilità insufficiente",
        "availability too low",
    )
    TOO_FAR = (
        "too_far",
        "trop loin, pas mobile",
        "zu weit, nicht mobil",
        "troppo lontano, non mobile",
        "too far, not mobile",
    )
    HOURS_UNREACHABLE = (
        "hours_unreachable",
        "horaires impossibles",
        "Arbeitszeiten unmöglich",
        "orari impossibili",
        "impossible hours",
    )
    LANGUAGE_LEVEL = "language_level", "niveau de langue", "Sprachniveau", "livello linguistico", "language level"
    DIGITAL_LEVEL = "digital_level", "niveau numérique", "digitale Kenntnisse", "competenze digitali", "digital skills"
    LACKING_SKILLS = (
        "lacking_skills",
        "compétences manquantes",
        "fehlende Kompetenzen",
        "competenze mancanti",
        "skills missing",
    )
    LACKING_CREDENTIAL = (
        "lacking_credential",
        "permis ou diplôme manquant",
        "fehlender Ausweis oder Abschluss",
        "licenza o diploma mancante",
        "licence or qualification missing",
    )
    PERIPHERAL_OBSTACLE = (
        "peripheral_obstacle",
        "un autre frein à lever d'abord",
        "anderes Hemmnis zuerst",
        "un altro ostacolo da superare prima",
        "another obstacle to be dealt with first",
    )
    NOT_ELIGIBLE = (
        "not_eligible",
        "conditions non remplies",
        "Bedingungen nicht erfüllt",
        "condizioni non adempiute",
        "conditions not met",
    )
    WRONG_PAYER = "wrong_payer", "mauvais payeur", "falscher Kostenträger", "ente finanziatore sbagliato", "wrong payer"
    RIGHT_EXHAUSTED = (
        "right_exhausted",
        "droit épuisé",
        "Anspruch erschöpft",
        "diritto esaurito",
        "entitlement exhausted",
    )
    ELIGIBILITY_UNPROVEN = (
        "eligibility_unproven",
        "justificatif manquant",
        "Nachweis fehlt",
        "documento giustificativo mancante",
        "supporting document missing",
    )
    PAYER_REFUSED = (
        "payer_refused",
        "refus du payeur, budget",
        "Kostenträger lehnt ab, Budget",
        "rifiuto dell'ente finanziatore, budget",
        "refused by the payer, budget",
    )
    FULL = (
        "full",
        "complet, liste d'attente trop longue",
        "voll, Warteliste zu lang",
        "completo, lista d'attesa troppo lunga",
        "full, waiting list too long",
    )
    POSITION_FILLED = "position_filled", "poste pourvu", "Stelle besetzt", "posto occupato", "post filled"
    NO_ANSWER_FROM_PROVIDER = (
        "no_answer_from_provider",
        "pas de réponse du prestataire",
        "keine Antwort vom Anbieter",
        "nessuna risposta dal fornitore",
        "no answer from the provider",
    )
    PROVIDER_CHANGED_OR_CANCELLED = (
        "provider_changed_or_cancelled",
        "offre modifiée ou annulée",
        "Angebot geändert oder abgesagt",
        "offerta modificata o annullata",
        "offer changed or cancelled",
    )
    TOO_FEW_PARTICIPANTS = (
        "too_few_participants",
        "trop peu de participants",
        "zu wenige Teilnehmende",
        "troppo pochi partecipanti",
        "too few participants",
    )
    ALREADY_TRIED = "already_tried", "déjà essayé", "schon versucht", "già provato", "already tried"
    DUPLICATE = "duplicate", "doublon", "Duplikat", "doppione", "duplicate"
    WRONG_OR_STALE_RECORD = (
        "wrong_or_stale_record",
        "fiche fausse ou périmée",
        "Eintrag falsch oder veraltet",
        "scheda errata o superata",
        "record wrong or out of date",
    )
    BELOW_THE_PERSON = (
        "below_the_person",
        "en dessous du niveau de la personne",
        "unter dem Niveau der Person",
        "al di sotto del livello della persona",
        "below the level of the person",
    )
    NEEDS_MORE_SUPPORT_FIRST = (
        "needs_more_support_first",
        "besoin de plus de soutien d'abord",
        "zuerst mehr Unterstützung nötig",
        "prima occorre più sostegno",
        "more support needed first",
    )
    DISCRIMINATION_RISK = (
        "discrimination_risk",
        "risque de discrimination, conditions de travail",
        "Diskriminierungsrisiko, Arbeitsbedingungen",
        "rischio di discriminazione, condizioni di lavoro",
        "risk of discrimination, working conditions",
    )
    LOCK_IN_RISK = (
        "lock_in_risk",
        "freinerait la recherche d'emploi",
        "würde die Stellensuche bremsen",
        "rallenterebbe la ricerca d'impiego",
        "would slow down the job search",
    )
    JOB_PROSPECT_NEAR = (
        "job_prospect_near",
        "emploi en vue",
        "Stelle in Aussicht",
        "impiego in vista",
        "job in prospect",
    )
    NOT_IN_PROJECT = (
        "not_in_project",
        "hors du projet",
        "ausserhalb des Vorhabens",
        "fuori dal progetto",
        "outside the career plan",
    )
    DI_CLAIM_PENDING = (
        "di_claim_pending",
        "demande AI en cours",
        "IV-Anmeldung hängig",
        "domanda AI pendente",
        "DI claim pending",
    )
    DEBT_DISINCENTIVE = (
        "debt_disincentive",
        "dettes : le salaire serait saisi",
        "Schulden: Lohn würde gepfändet",
        "debiti: il salario verrebbe pignorato",
        "debts: the wage would be seized",
    )
    QUALITY_DOUBT = (
        "quality_doubt",
        "doute sur la qualité",
        "Zweifel an der Qualität",
        "dubbio sulla qualità",
        "doubt about the quality",
    )
    COST = "cost", "coût", "Kosten", "costo", "cost"
    BETTER_ALTERNATIVE = "better_alternative", "meilleure option", "bessere Option", "opzione migliore", "better option"
    COUNSELLOR_OTHER_STRATEGY = (
        "counsellor_other_strategy",
        "autre stratégie",
        "andere Strategie",
        "altra strategia",
        "other strategy",
    )
    PERSON_WITHDREW_CONSENT = (
        "person_withdrew_consent",
        "consentement retiré",
        "Einwilligung zurückgezogen",
        "consenso revocato",
        "consent withdrawn",
    )
    OTHER = "other", "autre (à préciser)", "anderes (bitte angeben)", "altro (da precisare)", "other (to be specified)"


class AfterReason(ClosedList):
    """What a reason asks for next; nothing of it happens by itself. Source: the default consequences of such lists."""

    NONE = "none", "rien de plus", "nichts weiter", "niente altro", "nothing more"
    TODO = (
        "todo",
        "à reprendre par le conseil",
        "von der Beratung aufzugreifen",
        "da riprendere in consulenza",
        "to be taken up in counselling",
    )
    CLOSE = "close", "clore la recherche", "Suche abschliessen", "chiudere la ricerca", "close the search"
    COOL_OFF = "cool_off", "l'option repose", "Angebot ruht", "l'opzione resta a riposo", "the option rests"
    UNTIL_DATE = (
        "until_date",
        "jusqu'au jour indiqué",
        "bis zum genannten Tag",
        "fino al giorno indicato",
        "until the day stated",
    )
    UNTIL_CHANGED = (
        "until_changed",
        "jusqu'à ce que la situation change",
        "bis sich die Lage ändert",
        "finché la situazione non cambia",
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
        "finché non si libera un posto",
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
        "proporre come superare l'ostacolo",
        "suggest what removes the obstacle",
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
        "chiedere il documento giustificativo",
        "ask for the supporting document",
    )
    CLOSE_OPTION = (
        "close_option",
        "l'option est à clore au catalogue",
        "Angebot im Katalog schliessen",
        "opzione da chiudere nel catalogo",
        "option to be closed in the catalogue",
    )
    PROVIDER_RESPONSIVENESS = (
        "provider_responsiveness",
        "compte pour la réactivité du prestataire",
        "zählt für die Reaktion des Anbieters",
        "conta per la reattività del fornitore",
        "counts towards the provider's responsiveness",
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
    REVIEW = (
        "review",
        "relire au cas par cas",
        "im Einzelfall ansehen",
        "esaminare caso per caso",
        "look at case by case",
    )
