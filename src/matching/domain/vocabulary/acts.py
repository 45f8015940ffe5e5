"""Closed list of what people do with the service: each act on somebody's file stands in the audit under its name."""

from matching.domain.vocabulary.closed_list import ClosedList


class Act(ClosedList):
    """What was done."""

    RECOMMEND = "recommend", "proposer des options", "Angebote vorschlagen"
    EXPLAIN = "explain", "expliquer une option", "Angebot erklären"
    READ_FILE = "read_file", "lire un dossier", "Dossier lesen"
    LIST_FILES = "list_files", "lister les dossiers", "Dossiers auflisten"
    READ_SHOWN = "read_shown", "relire ce qui a été montré", "Gezeigtes nachlesen"
    SHORTLIST = "shortlist", "chercher des personnes pour une offre", "Personen für ein Angebot suchen"
    DETECT = "detect", "repérer des situations", "Situationen erkennen"
    CONSENT = "consent", "noter un consentement", "Einwilligung festhalten"
    CHOOSE_RANKING = "choose_ranking", "choisir la liste classée ou non", "Rangliste wählen oder nicht"
    REFUSE = "refuse", "noter un refus ou sa levée", "Absage oder deren Aufhebung festhalten"
    CONTEST = "contest", "contester", "bestreiten"
    ANSWER_CONTEST = "answer_contest", "répondre à une contestation", "Bestreitung beantworten"
    PLAN = "plan", "écrire le plan", "Plan schreiben"
    LEAD = "lead", "noter qui mène le suivi", "Fallführung festhalten"
    GUARANTEE = "guarantee", "demander ou répondre à une garantie", "Kostengutsprache anfragen oder beantworten"
    INSTITUTION_ANSWER = (
        "institution_answer",
        "noter la réponse d'une institution",
        "Antwort einer Institution festhalten",
    )
    DOSSIER = "dossier", "préparer ou remettre un dossier", "Dossier vorbereiten oder übergeben"
    ANSWER_EMPLOYER = "answer_employer", "répondre à un employeur", "Arbeitgeber antworten"
    EMPLOYER_FEEDBACK = "employer_feedback", "noter le retour d'un employeur", "Rückmeldung eines Arbeitgebers"
    IMPORT = "import", "importer", "importieren"
    ADMINISTER = "administer", "administrer comptes, unités et critères", "Konten, Stellen und Kriterien verwalten"
    FLAG_EMPLOYER = "flag_employer", "signaler un employeur", "Arbeitgeber melden"
    ERASE = "erase", "effacer un dossier", "Dossier löschen"


READING = frozenset(
    {Act.EXPLAIN, Act.READ_FILE, Act.LIST_FILES, Act.READ_SHOWN, Act.SHORTLIST, Act.DETECT, Act.RECOMMEND}
)
"""Acts that leave no entry when nobody's file was touched."""
