"""Closed lists about postings: their state, the duty to announce, barred employers, where vacancies come from."""

from matching.domain.vocabulary.closed_list import ClosedList


class PostingStatus(ClosedList):
    """State of a posting. Source: Job-Room / AVAM."""

    CREATED = "created", "créée", "erfasst", "creata", "created"
    INSPECTING = "inspecting", "en vérification", "in Prüfung", "in verifica", "under review"
    APPROVED = "approved", "approuvée", "freigegeben", "approvata", "approved"
    REJECTED = "rejected", "refusée", "abgelehnt", "rifiutata", "rejected"
    REFINING = "refining", "à compléter", "zu ergänzen", "da completare", "to be completed"
    PUBLISHED_RESTRICTED = (
        "published_restricted",
        "publiée, accès restreint",
        "publiziert, eingeschränkt",
        "pubblicata, accesso limitato",
        "published, restricted access",
    )
    PUBLISHED_PUBLIC = "published_public", "publiée", "publiziert", "pubblicata", "published"
    CANCELLED = "cancelled", "annulée", "annulliert", "annullata", "cancelled"
    ARCHIVED = "archived", "archivée", "archiviert", "archiviata", "archived"


class AnnounceException(ClosedList):
    """What frees an employer from announcing; it never opens a posting. Source: OSE art. 53d, LEI art. 21a al. 5."""

    INTERNAL_6M = (
        "internal_6m",
        "personne employée dans l'entreprise ou le groupe depuis six mois",
        "seit sechs Monaten im Unternehmen oder Konzern angestellte Person",
        "persona impiegata da sei mesi nell'azienda o nel gruppo",
        "person employed in the company or group for six months",
    )
    APPRENTICE_TAKEN_ON = (
        "apprentice_taken_on",
        "personne engagée après son apprentissage dans l'entreprise",
        "nach der Lehre im Unternehmen angestellte Person",
        "persona assunta dopo il tirocinio in azienda",
        "person taken on after an apprenticeship in the company",
    )
    MAX_14_CALENDAR_DAYS = (
        "max_14_calendar_days",
        "emploi de 14 jours civils au plus",
        "Einsatz von höchstens 14 Kalendertagen",
        "impiego di 14 giorni civili al massimo",
        "employment of 14 calendar days at most",
    )
    RELATIVE_OF_SIGNATORY = (
        "relative_of_signatory",
        "proche d'une personne autorisée à signer",
        "Angehörige einer zeichnungsberechtigten Person",
        "familiare di una persona con diritto di firma",
        "relative of a person with signing authority",
    )
    PES_REGISTERED_HIRE = (
        "pes_registered_hire",
        "personne inscrite au service de l'emploi",
        "bei der Arbeitsvermittlung gemeldete Person",
        "persona iscritta al servizio di collocamento",
        "person registered with the employment service",
    )


class EmployerFlagReason(ClosedList):
    """Why the employment service may not help place at an employer. Source: LSE art. 26 al. 3."""

    CONDITIONS_BELOW_USUAL = (
        "conditions_below_usual",
        "salaire ou conditions nettement inférieurs à l'usage",
        "Lohn oder Bedingungen deutlich unter dem Üblichen",
        "salario o condizioni nettamente inferiori all'uso",
        "pay or conditions clearly below usual",
    )
    REPEATED_BREACH_OF_PROTECTION = (
        "repeated_breach_of_protection",
        "violations répétées de la protection des travailleurs",
        "wiederholte Verstösse gegen den Arbeitnehmerschutz",
        "violazioni ripetute della protezione dei lavoratori",
        "repeated breaches of worker protection",
    )


class VacancySource(ClosedList):
    """Where a vacancy comes from."""

    JOB_ROOM = "job_room", "Job-Room", "Job-Room", "Job-Room", "Job-Room"
    FRANCE_TRAVAIL = "france_travail", "France Travail", "France Travail", "France Travail", "France Travail"
    INSERTION_CLAUSE = (
        "insertion_clause",
        "clause d'insertion",
        "Sozialklausel",
        "clausola d'inserimento",
        "integration clause",
    )
    OWN = "own", "saisie propre", "eigene Erfassung", "registrazione propria", "entered here"
