"""Closed lists of insertion in France: who diagnoses, why a PASS IAE is prolonged, why activity hours are lowered."""

from matching.domain.vocabulary.closed_list import ClosedList


class DiagnosisAuthor(ClosedList):
    """Who made a diagnosis of eligibility for the IAE. Source: les-emplois, eligibility/models/iae.py."""

    PRESCRIBER = "prescriber", "prescripteur habilité", "ermächtigte Stelle"
    EMPLOYER = "employer", "structure qui emploie (SIAE)", "einstellender Betrieb (SIAE)"


class AuthorisedPrescriber(ClosedList):
    """Who may assess without the administrative criteria. Source: les-emplois; the list there is longer: OTHER."""

    FT = "ft", "France Travail", "France Travail"
    MISSION_LOCALE = "mission_locale", "mission locale", "Mission locale"
    CAP_EMPLOI = "cap_emploi", "Cap emploi", "Cap emploi"
    DEPT = "dept", "services du département", "Dienste des Departements"
    CCAS = "ccas", "centre communal d'action sociale (CCAS)", "kommunale Sozialstelle (CCAS)"
    CAF_MSA = "caf_msa", "CAF ou MSA", "CAF oder MSA"
    PLIE = "plie", "plan local pour l'insertion et l'emploi (PLIE)", "lokaler Eingliederungsplan (PLIE)"
    PJJ = "pjj", "protection judiciaire de la jeunesse (PJJ)", "Jugendgerichtshilfe (PJJ)"
    AFPA = "afpa", "Afpa", "Afpa"
    EPIDE = "epide", "Epide", "Epide"
    OTHER = "other", "autre prescripteur habilité", "andere ermächtigte Stelle"


class PassProlongation(ClosedList):
    """Why a PASS IAE runs on after its 24 months. Source: les-emplois, approvals/enums.py."""

    TRAINING_END = "training_end", "fin d'une formation", "Ende einer Ausbildung"
    RQTH = "rqth", "travailleur handicapé reconnu (RQTH)", "anerkannte Behinderung (RQTH)"
    SENIOR = "senior", "50 ans et plus", "50 Jahre und älter"
    SENIOR_CDI = "senior_cdi", "CDI d'inclusion, 57 ans et plus", "unbefristeter Eingliederungsvertrag, ab 57 Jahren"
    PARTICULAR_DIFFICULTIES = (
        "particular_difficulties",
        "difficultés particulières (AI et ACI seulement)",
        "besondere Schwierigkeiten (nur AI und ACI)",
    )


class HoursGround(ClosedList):
    """Why the weekly hours of activity may be lowered, or none asked. Source: loi pour le plein emploi (RSA)."""

    HEALTH = "health", "état de santé", "Gesundheit"
    DISABILITY = "disability", "handicap", "Behinderung"
    INVALIDITY = "invalidity", "invalidité", "Invalidität"
    LONE_PARENT = (
        "lone_parent",
        "parent isolé sans garde pour un enfant de moins de 12 ans",
        "alleinerziehend ohne Betreuung für ein Kind unter 12 Jahren",
    )
