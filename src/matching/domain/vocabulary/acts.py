"""Closed list of what people do with the service: each stands in the audit under its name."""

from matching.domain.vocabulary.closed_list import ClosedList


class Act(ClosedList):
    """What was done."""

    RECOMMEND = "recommend", "proposer des options", "Angebote vorschlagen", "proporre opzioni", "propose options"
    EXPLAIN = "explain", "expliquer une option", "Angebot erklären", "spiegare un'opzione", "explain an option"
    READ_FILE = "read_file", "lire un dossier", "Dossier lesen", "leggere un dossier", "read a file"
    WRITE_FILE = "write_file", "écrire un dossier", "Dossier schreiben", "scrivere un dossier", "write a file"
    LIST_FILES = "list_files", "lister les dossiers", "Dossiers auflisten", "elencare i dossier", "list files"
    READ_SHOWN = (
        "read_shown",
        "relire ce qui a été montré",
        "Gezeigtes nachlesen",
        "rileggere quanto mostrato",
        "read again what was shown",
    )
    SHORTLIST = (
        "shortlist",
        "chercher des personnes pour une offre",
        "Personen für ein Angebot suchen",
        "cercare persone per un'offerta",
        "look for people for an offer",
    )
    DETECT = "detect", "repérer des situations", "Situationen erkennen", "individuare situazioni", "detect situations"
    CONSENT = "consent", "noter un consentement", "Einwilligung festhalten", "annotare un consenso", "note a consent"
    CHOOSE_RANKING = (
        "choose_ranking",
        "choisir la liste classée ou non",
        "Rangliste wählen oder nicht",
        "scegliere o no la lista ordinata",
        "choose a ranked list or not",
    )
    REFUSE = (
        "refuse",
        "noter un refus ou sa levée",
        "Absage oder deren Aufhebung festhalten",
        "annotare un rifiuto o la sua revoca",
        "note a refusal or its end",
    )
    KEEP = (
        "keep",
        "garder une option, une idée ou une recherche pour une personne",
        "Angebot, Idee oder Suche für eine Person merken",
        "conservare un'opzione, un'idea o una ricerca per una persona",
        "keep an option, an idea or a search for a person",
    )
    CONTEST = "contest", "contester", "bestreiten", "contestare", "contest"
    ANSWER_CONTEST = (
        "answer_contest",
        "répondre à une contestation",
        "Bestreitung beantworten",
        "rispondere a una contestazione",
        "answer a contest",
    )
    LETTER = (
        "letter",
        "écrire une lettre à la personne",
        "der Person einen Brief schreiben",
        "scrivere una lettera alla persona",
        "write a letter to the person",
    )
    PLAN = "plan", "écrire le plan", "Plan schreiben", "scrivere il piano", "write the plan"
    LEAD = (
        "lead",
        "noter qui mène le suivi",
        "Fallführung festhalten",
        "annotare chi conduce il caso",
        "note who leads the case",
    )
    GUARANTEE = (
        "guarantee",
        "demander ou répondre à une garantie",
        "Kostengutsprache anfragen oder beantworten",
        "chiedere o rispondere a una garanzia",
        "ask for or answer a guarantee",
    )
    INSTITUTION_ANSWER = (
        "institution_answer",
        "noter la réponse d'une institution",
        "Antwort einer Institution festhalten",
        "annotare la risposta di un'istituzione",
        "note an institution's answer",
    )
    DOSSIER = (
        "dossier",
        "préparer ou remettre un dossier",
        "Dossier vorbereiten oder übergeben",
        "preparare o consegnare un dossier",
        "prepare or hand over a dossier",
    )
    ANSWER_EMPLOYER = (
        "answer_employer",
        "répondre à un employeur",
        "Arbeitgeber antworten",
        "rispondere a un datore di lavoro",
        "answer an employer",
    )
    EMPLOYER_FEEDBACK = (
        "employer_feedback",
        "noter le retour d'un employeur",
        "Rückmeldung eines Arbeitgebers",
        "annotare il riscontro di un datore di lavoro",
        "note an employer's feedback",
    )
    IMPORT = "import", "importer", "importieren", "importare", "import"
    ADMINISTER = (
        "administer",
        "administrer comptes, unités et critères",
        "Konten, Dienststellen und Kriterien verwalten",
        "amministrare account, unità e criteri",
        "administer accounts, units and criteria",
    )
    FLAG_EMPLOYER = (
        "flag_employer",
        "signaler un employeur",
        "Arbeitgeber melden",
        "segnalare un datore di lavoro",
        "flag an employer",
    )
    DECIDE = (
        "decide",
        "décider d'une proposition",
        "über einen Vorschlag entscheiden",
        "decidere su una proposta",
        "decide on a proposal",
    )
    RECORD_ANSWER = (
        "record_answer",
        "noter la réponse de la personne",
        "Antwort der Person festhalten",
        "annotare la risposta della persona",
        "note the person's answer",
    )
    PAYER_STEP = (
        "payer_step",
        "demander au payeur ou décider pour lui",
        "Kostenträger anfragen oder für ihn entscheiden",
        "chiedere all'ente finanziatore o decidere per esso",
        "ask the payer or decide for it",
    )
    PROVIDER_STEP = (
        "provider_step",
        "faire avancer la demande au prestataire",
        "Anfrage beim Anbieter weiterführen",
        "far avanzare la richiesta al fornitore",
        "move the request to the provider on",
    )
    PARTICIPATION = (
        "participation",
        "noter un début ou une fin",
        "Beginn oder Ende festhalten",
        "annotare un inizio o una fine",
        "note a start or an end",
    )
    WITHDRAW = (
        "withdraw",
        "retirer une proposition",
        "Vorschlag zurückziehen",
        "ritirare una proposta",
        "withdraw a proposal",
    )
    OUTCOME = (
        "outcome",
        "noter une suite",
        "Folge festhalten",
        "annotare un seguito",
        "note an outcome",
    )
    FEEDBACK = (
        "feedback",
        "juger une explication",
        "Erklärung beurteilen",
        "giudicare una spiegazione",
        "judge an explanation",
    )
    OBSERVE = (
        "observe",
        "noter ou traiter une observation",
        "Beobachtung festhalten oder bearbeiten",
        "annotare o trattare un'osservazione",
        "note or deal with an observation",
    )
    CORRECT = (
        "correct",
        "traiter une correction proposée",
        "vorgeschlagene Berichtigung bearbeiten",
        "trattare una correzione proposta",
        "deal with a proposed correction",
    )
    UPDATE_PLACES = (
        "update_places",
        "mettre à jour les places libres",
        "freie Plätze nachführen",
        "aggiornare i posti liberi",
        "update free places",
    )
    EXPORT = (
        "export",
        "exporter",
        "exportieren",
        "esportare",
        "export",
    )
    READ_CHANGES = (
        "read_changes",
        "lire les changements",
        "Änderungen lesen",
        "leggere i cambiamenti",
        "read changes",
    )
    REPLAY = (
        "replay",
        "recalculer ce qui a été montré",
        "Gezeigtes nachrechnen",
        "ricalcolare quanto mostrato",
        "compute again what was shown",
    )
    LEARN = (
        "learn",
        "lire le journal pour l'apprentissage",
        "das Protokoll zum Lernen lesen",
        "leggere il registro per l'apprendimento",
        "read the log for learning",
    )
    COPY_PROTECTED = (
        "copy_protected",
        "prendre la copie protégée pour mesurer l'équité",
        "die geschützte Kopie nehmen, um Fairness zu messen",
        "prendere la copia protetta per misurare l'equità",
        "take the protected copy to measure fairness",
    )
    TRAIN = "train", "apprendre un modèle", "ein Modell lernen", "addestrare un modello", "train a model"
    PROMOTE = (
        "promote",
        "mettre un modèle en service ou revenir au précédent",
        "ein Modell in Betrieb nehmen oder zurückgehen",
        "mettere in servizio un modello o tornare al precedente",
        "put a model into service or return to the previous one",
    )
    COUNT_EVERYBODY = (
        "count_everybody",
        "compter sur tous les dossiers",
        "über alle Dossiers zählen",
        "contare su tutti i dossier",
        "count over all files",
    )
    STEER = (
        "steer",
        "fixer un budget, une priorité, une cible ou un remède",
        "Budget, Priorität, Ziel oder Abhilfe festlegen",
        "fissare un budget, una priorità, un obiettivo o un rimedio",
        "set a budget, a priority, a target or a remedy",
    )
    ERASE = "erase", "effacer un dossier", "Dossier löschen", "cancellare un dossier", "erase a file"
    SIGN_IN = "sign_in", "se connecter", "sich anmelden", "accedere", "sign in"
    SIGN_OUT = "sign_out", "se déconnecter", "sich abmelden", "uscire", "sign out"
    SET_PASSWORD = (
        "set_password",
        "donner ou changer un mot de passe",
        "Passwort setzen oder ändern",
        "impostare o cambiare una password",
        "set or change a password",
    )
    END_SESSIONS = (
        "end_sessions",
        "terminer des sessions",
        "Sitzungen beenden",
        "terminare delle sessioni",
        "end sessions",
    )
    CREATE_TOKEN = "create_token", "créer un jeton", "Token erstellen", "creare un token", "create a token"
    REVOKE_TOKEN = "revoke_token", "révoquer un jeton", "Token widerrufen", "revocare un token", "revoke a token"
    READ_AUDIT = "read_audit", "lire le journal", "Protokoll lesen", "leggere il registro", "read the audit log"
    VERIFY_AUDIT = (
        "verify_audit",
        "vérifier le journal",
        "Protokoll prüfen",
        "verificare il registro",
        "verify the audit log",
    )


OF_THE_HOUSE = frozenset(
    {
        *(Act.IMPORT, Act.ADMINISTER, Act.FLAG_EMPLOYER, Act.UPDATE_PLACES, Act.LEARN, Act.COPY_PROTECTED),
        *(Act.TRAIN, Act.PROMOTE, Act.ERASE, Act.COUNT_EVERYBODY, Act.STEER),
        *(Act.SIGN_IN, Act.SIGN_OUT, Act.SET_PASSWORD, Act.END_SESSIONS, Act.CREATE_TOKEN, Act.REVOKE_TOKEN),
        *(Act.READ_AUDIT, Act.VERIFY_AUDIT),
    }
)
"""Acts that serve no purpose of a person's consent."""

READING = frozenset(
    {
        Act.EXPLAIN,
        Act.READ_FILE,
        Act.LIST_FILES,
        Act.READ_SHOWN,
        Act.SHORTLIST,
        Act.DETECT,
        Act.RECOMMEND,
        Act.READ_CHANGES,
        Act.REPLAY,
    }
)
"""Acts that leave no entry when nobody's file was touched. Exports and readings of the audit always leave one."""
