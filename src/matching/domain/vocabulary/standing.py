"""Closed lists about where a person stands: insurances, social assistance, follow-up, statuses asked for."""

from matching.domain.vocabulary.closed_list import ClosedList


class UiStatus(ClosedList):
    """Standing with the unemployment insurance. Source: LACI art. 8, 9, 14, 59, 59d."""

    OPEN_WITH_DAYS = "open_with_days", "délai-cadre ouvert, indemnités restantes", "Rahmenfrist offen, Resttaggelder"
    OPEN_EXHAUSTED = "open_exhausted", "délai-cadre ouvert, indemnités épuisées", "Rahmenfrist offen, ausgesteuert"
    WAITING = "waiting", "délai d'attente", "Wartezeit"
    NEVER_INSURED_59D = "never_insured_59d", "sans cotisation (art. 59d LACI)", "ohne Beitragszeit (Art. 59d AVIG)"
    THREATENED = "threatened", "menacé de chômage", "von Arbeitslosigkeit bedroht"
    NONE = "none", "aucun droit à l'assurance-chômage", "kein Anspruch gegenüber der ALV"


class DiStatus(ClosedList):
    """Standing with the disability insurance. Source: LAI art. 3b, 7d, 14a ff., 28."""

    NONE = "none", "aucune démarche AI", "kein IV-Verfahren"
    ANNOUNCED = "announced", "détection précoce annoncée", "zur Früherfassung gemeldet"
    CLAIM_PENDING = "claim_pending", "demande AI en cours", "IV-Anmeldung hängig"
    MEASURE = "measure", "mesure AI en cours", "IV-Massnahme läuft"
    PENSION = "pension", "rente AI", "IV-Rente"
    CLAIM_REFUSED = "claim_refused", "demande AI refusée", "IV-Gesuch abgelehnt"


class AssistanceKind(ClosedList):
    """Which social assistance is received. Source: LASV, LASoc, Code de l'action sociale et des familles."""

    NONE = "none", "aucune aide sociale", "keine Sozialhilfe"
    RI = "ri", "revenu d'insertion (VD)", "Revenu d'insertion (VD)"
    CANTONAL = "cantonal", "aide sociale cantonale ou communale", "Sozialhilfe (Kanton oder Gemeinde)"
    RSA = "rsa", "revenu de solidarité active (RSA)", "Revenu de solidarité active (RSA)"


class FollowUp(ClosedList):
    """Kind of follow-up on social assistance. Source: directive SPAS-SDE (VD)."""

    SOCIAL = "social", "suivi social", "soziale Begleitung"
    PROFESSIONAL = "professional", "suivi professionnel", "berufliche Begleitung"
    MIXED = "mixed", "suivi mixte", "gemischte Begleitung"
    JOINT_UNIT = "joint_unit", "unité commune ORP-CSR", "gemeinsame Einheit RAV-Sozialdienst"
    EXEMPT = "exempt", "dispensé de suivi", "von der Begleitung befreit"


class FrTrack(ClosedList):
    """Track of a person on RSA since 2025. Source: loi pour le plein emploi; accompagnement global."""

    EMPLOI = "emploi", "parcours emploi", "Weg Arbeit"
    SOCIO_PROFESSIONNEL = "socio_professionnel", "parcours socio-professionnel", "sozialberuflicher Weg"
    SOCIAL = "social", "parcours social", "sozialer Weg"
    ACCOMPAGNEMENT_GLOBAL = "accompagnement_global", "accompagnement global", "umfassende Begleitung"


class PlacementStatus(ClosedList):
    """Placeability as decided or not. Source: LACI art. 15."""

    APT = "apt", "apte au placement", "vermittlungsfähig"
    DOUBT_MEDICAL = "doubt_medical", "doute médical", "medizinischer Zweifel"
    INAPT_DECIDED = "inapt_decided", "inaptitude décidée", "Vermittlungsunfähigkeit verfügt"
    NOT_ASSESSED = "not_assessed", "non examinée", "nicht geprüft"


class Status(ClosedList):
    """Statuses that criteria may ask for or exclude. Source: IAE criteria, data.inclusion publics, LACI."""

    UI_ENTITLED = "ui_entitled", "droit aux indemnités de chômage", "Anspruch auf Arbeitslosentaggeld"
    SOCIAL_ASSISTANCE = "social_assistance", "aide sociale", "Sozialhilfe"
    RI = "ri", "revenu d'insertion (VD)", "Revenu d'insertion (VD)"
    RSA = "rsa", "bénéficiaire du RSA", "RSA-Bezug"
    ASS = "ass", "allocation de solidarité spécifique (ASS)", "ASS-Bezug"
    AAH = "aah", "allocation aux adultes handicapés (AAH)", "AAH-Bezug"
    DETLD = "detld", "demandeur d'emploi depuis plus de 24 mois", "seit über 24 Monaten arbeitsuchend"
    DELD = "deld", "demandeur d'emploi depuis 12 à 24 mois", "seit 12 bis 24 Monaten arbeitsuchend"
    RQTH = "rqth", "travailleur handicapé reconnu (RQTH)", "anerkannte Behinderung (RQTH)"
    PES_REGISTERED = "pes_registered", "inscrit au service public de l'emploi", "beim RAV / France Travail gemeldet"
    DI_CLAIM_OR_MEASURE = "di_claim_or_measure", "demande ou mesure AI", "IV-Anmeldung oder -Massnahme"
    LONE_PARENT = "lone_parent", "parent isolé", "alleinerziehend"
    CHILD_WELFARE_LEAVER = (
        "child_welfare_leaver",
        "sortant de l'aide sociale à l'enfance",
        "Kinderschutz (ASE) verlassen",
    )
    NO_STABLE_HOUSING = "no_stable_housing", "sans logement stable, hébergé", "ohne feste Wohnung"
    REFUGEE_OR_ASYLUM = "refugee_or_asylum", "réfugié, protégé ou demandeur d'asile", "Flüchtling, Schutz, Asyl"
    QPV_RESIDENT = "qpv_resident", "habitant d'un quartier prioritaire (QPV)", "Wohnt in Schwerpunktquartier (QPV)"
    FRR_RESIDENT = "frr_resident", "habitant d'une zone France ruralités (FRR)", "Wohnt in ländlicher Zone (FRR)"
    JUSTICE = "justice", "sortant de détention ou sous main de justice", "Haftentlassung oder Justizauflage"
    YOUTH = "youth", "jeune de moins de 26 ans", "unter 26 Jahren"
    SENIOR = "senior", "50 ans et plus", "50 Jahre und älter"
    LOW_EDUCATION = "low_education", "niveau CAP/BEP ou moins", "Niveau CAP/BEP oder tiefer"
