"""Closed lists of insertion in France: who diagnoses, why a PASS IAE is prolonged, why activity hours are lowered."""

from matching.domain.vocabulary.closed_list import ClosedList


class DiagnosisAuthor(ClosedList):
    """Who made a diagnosis of eligibility for the IAE. Source: les-emplois, eligibility/models/iae.py."""

    PRESCRIBER = (
        "prescriber",
        "prescripteur habilité",
        "ermächtigte Stelle",
        "prescrittore abilitato",
        "authorised prescriber",
    )
    EMPLOYER = (
        "employer",
        "structure qui emploie (SIAE)",
        "einstellender Betrieb (SIAE)",
        "impresa che assume (SIAE)",
        "employing enterprise (SIAE)",
    )


class AuthorisedPrescriber(ClosedList):
    """Who may assess without the administrative criteria. Source: les-emplois; the list there is longer: OTHER."""

    FT = "ft", "France Travail", "France Travail", "France Travail", "France Travail"
    MISSION_LOCALE = "mission_locale", "mission locale", "Mission locale", "mission locale", "mission locale"
    CAP_EMPLOI = "cap_emploi", "Cap emploi", "Cap emploi", "Cap emploi", "Cap emploi"
    DEPT = (
        "dept",
        "services du département",
        "Dienste des Departements",
        "servizi del dipartimento",
        "services of the département",
    )
    CCAS = (
        "ccas",
        "centre communal d'action sociale (CCAS)",
        "kommunale Sozialstelle (CCAS)",
        "centro comunale d'azione sociale (CCAS)",
        "communal social action centre (CCAS)",
    )
    CAF_MSA = "caf_msa", "CAF ou MSA", "CAF oder MSA", "CAF o MSA", "CAF or MSA"
    PLIE = (
        "plie",
        "plan local pour l'insertion et l'emploi (PLIE)",
        "lokaler Eingliederungsplan (PLIE)",
        "piano locale per l'inserimento e l'impiego (PLIE)",
        "local plan for integration and employment (PLIE)",
    )
    PJJ = (
        "pjj",
        "protection judiciaire de la jeunesse (PJJ)",
        "Jugendgerichtshilfe (PJJ)",
        "protezione giudiziaria della gioventù (PJJ)",
        "judicial youth protection (PJJ)",
    )
    AFPA = "afpa", "Afpa", "Afpa", "Afpa", "Afpa"
    EPIDE = "epide", "Epide", "Epide", "Epide", "Epide"
    OTHER = (
        "other",
        "autre prescripteur habilité",
        "andere ermächtigte Stelle",
        "altro prescrittore abilitato",
        "other authorised prescriber",
    )


class PassProlongation(ClosedList):
    """Why a PASS IAE runs on after its 24 months. Source: les-emplois, approvals/enums.py."""

    TRAINING_END = (
        "training_end",
        "fin d'une formation",
        "Ende einer Ausbildung",
        "fine di una formazione",
        "end of a training course",
    )
    RQTH = (
        "rqth",
        "travailleur handicapé reconnu (RQTH)",
        "anerkannte Behinderung (RQTH)",
        "disabilità riconosciuta (RQTH)",
        "recognised disabled worker (RQTH)",
    )
    SENIOR = "senior", "50 ans et plus", "50 Jahre und älter", "50 anni e più", "aged 50 and over"
    SENIOR_CDI = (
        "senior_cdi",
        "CDI d'inclusion, 57 ans et plus",
        "unbefristeter Eingliederungsvertrag, ab 57 Jahren",
        "contratto d'inclusione di durata indeterminata (CDI), 57 anni e più",
        "permanent inclusion contract (CDI), aged 57 and over",
    )
    PARTICULAR_DIFFICULTIES = (
        "particular_difficulties",
        "difficultés particulières (AI et ACI seulement)",
        "besondere Schwierigkeiten (nur AI und ACI)",
        "difficoltà particolari (solo AI e ACI)",
        "particular difficulties (AI and ACI only)",
    )


class HoursGround(ClosedList):
    """Why the weekly hours of activity may be lowered, or none asked. Source: loi pour le plein emploi (RSA)."""

    HEALTH = "health", "état de santé", "Gesundheit", "stato di salute", "state of health"
    DISABILITY = "disability", "handicap", "Behinderung", "disabilità", "disability"
    INVALIDITY = "invalidity", "invalidité", "Invalidität", "invalidità", "invalidity"
    LONE_PARENT = (
        "lone_parent",
        "parent isolé sans garde pour un enfant de moins de 12 ans",
        "alleinerziehend ohne Betreuung für ein Kind unter 12 Jahren",
        "genitore solo senza custodia per un figlio di meno di 12 anni",
        "lone parent without childcare for a child under 12",
    )
