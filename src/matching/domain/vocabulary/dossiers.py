"""Closed lists between an office and an employer or provider: the notice, requests to units, dossiers, feedback."""

from matching.domain.vocabulary.closed_list import ClosedList


class NoticeDatum(ClosedList):
    """What the notice of a vacancy must say. Source: OSE art. 53b al. 2 let. a to i."""

    OCCUPATION = "occupation", "profession recherchée", "gesuchter Beruf", "professione richiesta", "occupation sought"
    ACTIVITY = (
        "activity",
        "activité, exigences particulières comprises",
        "Tätigkeit einschliesslich besonderer Anforderungen",
        "attività, inclusi i requisiti specifici",
        "activity, including special requirements",
    )
    PLACE_OF_WORK = "place_of_work", "lieu de travail", "Arbeitsort", "luogo di lavoro", "place of work"
    WORKLOAD = "workload", "taux d'occupation", "Arbeitspensum", "grado d'occupazione", "workload"
    START_DATE = "start_date", "date d'entrée en fonction", "Stellenantritt", "data di assunzione", "start date"
    CONTRACT_TERM = (
        "contract_term",
        "durée déterminée ou indéterminée",
        "befristet oder unbefristet",
        "durata determinata o indeterminata",
        "fixed-term or permanent",
    )
    CONTACT_ADDRESS = (
        "contact_address",
        "adresse de contact",
        "Kontaktadresse",
        "indirizzo di contatto",
        "contact address",
    )
    EMPLOYER_NAME = (
        "employer_name",
        "nom de l'employeur",
        "Name des Arbeitgebers",
        "nome del datore di lavoro",
        "name of the employer",
    )
    USER_COMPANY = (
        "user_company",
        "nom de l'entreprise locataire (bailleurs de services)",
        "Name des Einsatzbetriebs (Personalverleih)",
        "nome dell'impresa acquisitrice (personale a prestito)",
        "name of the user company (staffing firms)",
    )


class RequestState(ClosedList):
    """Where a unit stands with a posting; silence is not an answer. Source: OSE art. 53c al. 1."""

    ASKED = (
        "asked",
        "demandée, sans réponse",
        "angefragt, ohne Antwort",
        "richiesta, senza risposta",
        "asked, no answer",
    )
    SEARCHED_NONE = (
        "searched_none",
        "cherché, aucun dossier",
        "gesucht, kein Dossier",
        "cercato, nessun dossier",
        "searched, no dossier",
    )
    PROPOSED = "proposed", "dossier préparé", "Dossier vorbereitet", "dossier preparato", "dossier prepared"
    HANDED_OVER = (
        "handed_over",
        "dossier remis à l'employeur",
        "Dossier dem Arbeitgeber übergeben",
        "dossier consegnato al datore di lavoro",
        "dossier handed over to the employer",
    )
    NONE_AVAILABLE = (
        "none_available",
        "dit à l'employeur : aucun dossier disponible",
        "dem Arbeitgeber gesagt: kein Dossier verfügbar",
        "detto al datore di lavoro: nessun dossier disponibile",
        "employer told: no dossier available",
    )


class DossierState(ClosedList):
    """Where a dossier stands. A person hands it over; the service never sends."""

    PREPARED = "prepared", "préparé", "vorbereitet", "preparato", "prepared"
    HANDED_OVER = "handed_over", "remis", "übergeben", "consegnato", "handed over"
    WITHDRAWN = "withdrawn", "retiré", "zurückgezogen", "ritirato", "withdrawn"


class EmployerFeedback(ClosedList):
    """What an employer or provider says of a candidate or of the posting. Source: OSE art. 53c al. 2."""

    SUITABLE_INVITED = (
        "suitable_invited",
        "convient, personne invitée",
        "geeignet, eingeladen",
        "idonea, invitata",
        "suitable, invited",
    )
    SUITABLE_NOT_INVITED = (
        "suitable_not_invited",
        "convient, personne non invitée",
        "geeignet, nicht eingeladen",
        "idonea, non invitata",
        "suitable, not invited",
    )
    NOT_SUITABLE = "not_suitable", "ne convient pas", "nicht geeignet", "non idonea", "not suitable"
    HIRED = "hired", "personne engagée", "angestellt", "assunta", "hired"
    STILL_OPEN = "still_open", "poste encore libre", "Stelle noch offen", "posto ancora libero", "post still open"
    FILLED_OTHERWISE = (
        "filled_otherwise",
        "poste repourvu autrement",
        "Stelle anders besetzt",
        "posto occupato altrimenti",
        "post filled otherwise",
    )
    NO_REPLY = "no_reply", "pas de nouvelles", "keine Rückmeldung", "nessuna notizia", "no reply"
