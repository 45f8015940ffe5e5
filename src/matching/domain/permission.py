"""What may be done at all: permissions named as verbs, each with what it opens; `role_permissions` says who has them.

A permission opens a kind of act; whose files, which postings and whose requests follow from units, mandates and
institution, which the use cases check besides.
"""

from typing import Self

from matching.domain.vocabulary.closed_list import ClosedList


class Permission(ClosedList):
    """One kind of act; `opens` says in one sentence what it gives access to."""

    opens: str

    def __new__(cls, code: str, *told: str) -> Self:
        """Make one member: its code, what it allows as a verb in four languages, and what it opens."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.fr, member.de, member.it, member.en, member.opens = told
        return member

    RECOMMEND = (
        "recommend",
        "proposer des options",
        "Optionen vorschlagen",
        "proporre opzioni",
        "propose options",
        "Ranked options for a person of the viewer's units, why another option is missing, what would open more.",
    )
    READ_PROFILES = (
        "read_profiles",
        "lire les dossiers",
        "Dossiers lesen",
        "leggere i dossier",
        "read files",
        "Files of the viewer's units, redacted by consent, with plan, lead and what the person said.",
    )
    WRITE_PROFILES = (
        "write_profiles",
        "écrire les dossiers",
        "Dossiers schreiben",
        "scrivere i dossier",
        "write files",
        "Facts in the files of the viewer's units.",
    )
    ERASE_PROFILES = (
        "erase_profiles",
        "effacer un dossier",
        "ein Dossier löschen",
        "cancellare un dossier",
        "erase a file",
        "The end of a file of the viewer's units: its key is destroyed, nothing readable remains.",
    )
    IMPORT_PROFILES = (
        "import_profiles",
        "importer des dossiers",
        "Dossiers importieren",
        "importare dossier",
        "import files",
        "Files from a list, into a unit of the viewer.",
    )
    DETECT_SITUATIONS = (
        "detect_situations",
        "repérer les situations à regarder ensemble",
        "gemeinsam zu betrachtende Fälle erkennen",
        "individuare le situazioni da esaminare insieme",
        "detect situations to look at together",
        "The list of people of the viewer's units whom several institutions could look at together.",
    )
    RECORD_VOICE = (
        "record_voice",
        "noter la parole de la personne",
        "festhalten, was die Person sagt",
        "annotare la parola della persona",
        "note what the person says",
        "Consents, refusals, contests and the wish for no ranking, written down with the person.",
    )
    RECORD_PERSON_ANSWER = (
        "record_person_answer",
        "noter la réponse de la personne",
        "die Antwort der Person festhalten",
        "annotare la risposta della persona",
        "note the person's answer",
        "The person's own yes or no to an option, and their answer to an observation.",
    )
    LEAD_CASES = (
        "lead_cases",
        "dire qui mène le suivi",
        "die Fallführung festlegen",
        "dire chi conduce il caso",
        "say who leads the case",
        "Who leads the follow-up of a person, and its handing over.",
    )
    WRITE_PLANS = (
        "write_plans",
        "avoir une part dans un plan",
        "am gemeinsamen Plan mitwirken",
        "avere una parte in un piano",
        "have a part in a plan",
        "The viewer's own part in a person's plan, and the agreement on it.",
    )
    DECIDE = (
        "decide",
        "décider d'une option",
        "über eine Option entscheiden",
        "decidere su un'opzione",
        "decide on an option",
        "A named counsellor's accept, reject or defer.",
    )
    KEEP_OPTIONS = (
        "keep_options",
        "garder ou bloquer des options pour une personne",
        "Angebote für eine Person merken oder sperren",
        "conservare o bloccare opzioni per una persona",
        "keep or block options for a person",
        "What a counsellor pins, blocks, proposes beside the catalogue or goes on looking for, for one person.",
    )
    GIVE_FEEDBACK = (
        "give_feedback",
        "juger une raison affichée",
        "eine angezeigte Begründung beurteilen",
        "giudicare un motivo mostrato",
        "judge a reason shown",
        "The counsellor's verdict on one explanation: right, wrong, beside the point.",
    )
    RECORD_OUTCOME = (
        "record_outcome",
        "noter ce qui a suivi",
        "festhalten, was daraus wurde",
        "annotare quanto è seguito",
        "note what followed",
        "Starts and later facts about a person of the viewer's units.",
    )
    READ_GUARANTEES = (
        "read_guarantees",
        "lire les garanties de paiement",
        "Kostengutsprachen lesen",
        "leggere le garanzie di pagamento",
        "read payment guarantees",
        "Requests for guarantees: of the viewer's units, or for a payer those addressed to it.",
    )
    REQUEST_GUARANTEES = (
        "request_guarantees",
        "demander une garantie de paiement",
        "eine Kostengutsprache beantragen",
        "chiedere una garanzia di pagamento",
        "ask for a payment guarantee",
        "A request to the institution that would pay, and the start under its guarantee.",
    )
    RECORD_PAYER_DECISION = (
        "record_payer_decision",
        "répondre pour l'institution qui paie",
        "für den Kostenträger antworten",
        "rispondere per l'istituzione che paga",
        "answer for the institution that pays",
        "The answer of the viewer's own institution, to requests addressed to it and to no others.",
    )
    PREPARE_DOSSIERS = (
        "prepare_dossiers",
        "préparer des dossiers de candidature",
        "Bewerbungsdossiers vorbereiten",
        "preparare dossier di candidatura",
        "prepare application dossiers",
        "What the person agreed to hand over to an employer or provider.",
    )
    READ_PARTICIPANTS = (
        "read_participants",
        "lire ses demandes et ses participants",
        "eigene Anfragen und Teilnehmende lesen",
        "leggere le proprie richieste e i propri partecipanti",
        "read one's own requests and participants",
        "To a provider: who is proposed to or takes part in its own offers, as far as the person agreed.",
    )
    RECORD_PROVIDER_ANSWER = (
        "record_provider_answer",
        "noter la réponse du prestataire",
        "die Antwort des Anbieters festhalten",
        "annotare la risposta del fornitore",
        "note the provider's answer",
        "Waiting list, invitation, admission or refusal: by the provider, or by who heard it from the provider.",
    )
    RECORD_OBSERVATION = (
        "record_observation",
        "noter une observation",
        "eine Beobachtung festhalten",
        "annotare un'osservazione",
        "note an observation",
        "What a provider saw of one of its own participants, in the common grid.",
    )
    CONFIRM_OBSERVATION = (
        "confirm_observation",
        "confirmer une observation",
        "eine Beobachtung bestätigen",
        "confermare un'osservazione",
        "confirm an observation",
        "The counsellor's word on an observation, after which it changes the file.",
    )
    READ_OPPORTUNITIES = (
        "read_opportunities",
        "lire le catalogue",
        "den Katalog lesen",
        "leggere il catalogo",
        "read the catalogue",
        "The options that exist for the viewer; a restricted posting takes a mandate besides.",
    )
    UPDATE_PLACES = (
        "update_places",
        "mettre à jour les places libres",
        "freie Plätze nachführen",
        "aggiornare i posti liberi",
        "update free places",
        "Free places of the provider's own offers, with the day they were counted.",
    )
    SHORTLIST = (
        "shortlist",
        "chercher des personnes pour une option",
        "Personen für eine Option suchen",
        "cercare persone per un'opzione",
        "look for people for an option",
        "People of the viewer's units for a posting, a place or free seats.",
    )
    ANSWER_SHORTLIST = (
        "answer_shortlist",
        "répondre à un employeur",
        "einem Arbeitgeber antworten",
        "rispondere a un datore di lavoro",
        "answer an employer",
        "The answer owed for an announced posting; it takes a mandate of the employment service besides.",
    )
    FLAG_EMPLOYERS = (
        "flag_employers",
        "signaler un employeur",
        "einen Arbeitgeber melden",
        "segnalare un datore di lavoro",
        "flag an employer",
        "Employers where placement is barred; it takes a mandate of the employment service besides.",
    )
    IMPORT_CATALOGUE = (
        "import_catalogue",
        "importer le catalogue",
        "den Katalog importieren",
        "importare il catalogo",
        "import the catalogue",
        "Options, lists and taxonomies from files, and the record of past imports.",
    )
    SET_CRITERIA = (
        "set_criteria",
        "fixer les critères d'un canton",
        "die Kriterien eines Kantons festlegen",
        "fissare i criteri di un Cantone",
        "set the criteria of a canton",
        "What the programmes of a canton go by, dated, with its legal basis.",
    )
    READ_GAPS = (
        "read_gaps",
        "lire les lacunes de l'offre",
        "Angebotslücken lesen",
        "leggere le lacune dell'offerta",
        "read the gaps in the offer",
        "Counts of needs without an offer, small counts suppressed; no person.",
    )
    ALLOCATE = (
        "allocate",
        "calculer les prix des places rares",
        "die Preise knapper Plätze berechnen",
        "calcolare i prezzi dei posti scarsi",
        "compute the prices of scarce places",
        "The nightly run over everybody: prices of scarce places and counts; it proposes nothing to anybody.",
    )
    STEER = (
        "steer",
        "fixer budgets, priorités, cibles et remèdes",
        "Budgets, Prioritäten, Ziele und Abhilfen festlegen",
        "fissare budget, priorità, obiettivi e rimedi",
        "set budgets, priorities, targets and remedies",
        "What programmes go by: dated settings of a named authority, and what was done about a gap; no person.",
    )
    READ_MODELS = (
        "read_models",
        "lire les modèles",
        "Modelle lesen",
        "leggere i modelli",
        "read models",
        "Versions of the ranking with their cards and figures; no person.",
    )
    PROMOTE_MODELS = (
        "promote_models",
        "mettre un modèle en service",
        "ein Modell in Betrieb nehmen",
        "mettere in servizio un modello",
        "put a model into service",
        "Which version ranks from now on, and the way back.",
    )
    READ_LEARNING_LOG = (
        "read_learning_log",
        "lire le journal pour l'apprentissage",
        "das Protokoll zum Lernen lesen",
        "leggere il registro per l'apprendimento",
        "read the log for learning",
        "What was shown and read by the ranking, decided and stated later, by numbers: no name, no id, no word.",
    )
    READ_PROTECTED_COPY = (
        "read_protected_copy",
        "lire la copie protégée pour l'équité",
        "die geschützte Kopie für die Fairness lesen",
        "leggere la copia protetta per l'equità",
        "read the protected copy for fairness",
        "Age, permit and canton of those the log tells of, by its numbers, to measure fairness and for nothing else.",
    )
    READ_AUDIT = (
        "read_audit",
        "lire la piste d'audit",
        "das Prüfprotokoll lesen",
        "leggere il registro di controllo",
        "read the audit trail",
        "Who read, proposed, decided and exported what and when, and whether the chain is whole.",
    )
    EXPORT_DATA = (
        "export_data",
        "exporter des données",
        "Daten exportieren",
        "esportare dati",
        "export data",
        "Files for a case system, of the viewer's units, by the list of what may leave.",
    )
    READ_CHANGES = (
        "read_changes",
        "suivre les changements",
        "Änderungen abrufen",
        "seguire i cambiamenti",
        "follow changes",
        "What has changed since a mark, of the viewer's units, by the list of what may leave.",
    )
    MANAGE_ACCOUNTS = (
        "manage_accounts",
        "gérer les comptes et les unités",
        "Konten und Dienststellen verwalten",
        "gestire gli account e le unità",
        "manage accounts and units",
        "Accounts with role, units, mandates and ways of signing in; units; no content of files.",
    )
    MANAGE_OWN_ACCESS = (
        "manage_own_access",
        "gérer ses propres accès",
        "eigene Zugänge verwalten",
        "gestire i propri accessi",
        "manage one's own access",
        "The account's own password, sessions and tokens.",
    )


P = Permission

ABOUT_PERSONS = frozenset(
    {
        *(P.RECOMMEND, P.READ_PROFILES, P.WRITE_PROFILES, P.ERASE_PROFILES, P.IMPORT_PROFILES, P.DETECT_SITUATIONS),
        *(P.RECORD_VOICE, P.RECORD_PERSON_ANSWER, P.LEAD_CASES, P.WRITE_PLANS, P.DECIDE, P.GIVE_FEEDBACK),
        *(
            P.KEEP_OPTIONS,
            P.RECORD_OUTCOME,
            P.READ_GUARANTEES,
            P.REQUEST_GUARANTEES,
            P.RECORD_PAYER_DECISION,
            P.PREPARE_DOSSIERS,
        ),
        *(P.READ_PARTICIPANTS, P.RECORD_PROVIDER_ANSWER, P.RECORD_OBSERVATION, P.CONFIRM_OBSERVATION),
        *(P.SHORTLIST, P.ANSWER_SHORTLIST, P.EXPORT_DATA, P.READ_CHANGES),
    }
)
"""What opens anything about a person. The audit chain tells who did what; the contents of files are not in it."""

NEVER_BY_TOKEN = frozenset({P.MANAGE_OWN_ACCESS, P.MANAGE_ACCOUNTS, P.PROMOTE_MODELS, P.READ_PROTECTED_COPY})
"""What takes a person who has signed in: a token that makes tokens or accounts would outlive its own revocation, and no
program puts a model into service or copies what nobody may be ranked by.
"""
