"""Closed lists about where a person stands: insurances, social assistance, follow-up, statuses asked for."""

from matching.domain.vocabulary.closed_list import ClosedList


class UiStatus(ClosedList):
    """Standing with the unemployment insurance. Source: LACI art. 8, 9, 14, 59, 59d."""

    OPEN_WITH_DAYS = (
        "open_with_days",
        "délai-cadre ouvert, indemnités restantes",
        "Rahmenfrist offen, Resttaggelder",
        "termine quadro aperto, indennità restanti",
        "framework period open, daily allowances left",
    )
    OPEN_EXHAUSTED = (
        "open_exhausted",
        "délai-cadre ouvert, indemnités épuisées",
        "Rahmenfrist offen, ausgesteuert",
        "termine quadro aperto, indennità esaurite",
        "framework period open, daily allowances used up",
    )
    WAITING = "waiting", "délai d'attente", "Wartezeit", "periodo d'attesa", "waiting period"
    NEVER_INSURED_59D = (
        "never_insured_59d",
        "sans cotisation (art. 59d LACI)",
        "ohne Beitragszeit (Art. 59d AVIG)",
        "senza contributi (art. 59d LADI)",
        "no contributions (art. 59d LACI)",
    )
    THREATENED = (
        "threatened",
        "menacé de chômage",
        "von Arbeitslosigkeit bedroht",
        "minacciata dalla disoccupazione",
        "threatened with unemployment",
    )
    NONE = (
        "none",
        "aucun droit à l'assurance-chômage",
        "kein Anspruch gegenüber der ALV",
        "nessun diritto verso l'assicurazione contro la disoccupazione",
        "no entitlement to unemployment insurance",
    )


class DiStatus(ClosedList):
    """Standing with the disability insurance. Source: LAI art. 3b, 7d, 14a ff., 28."""

    NONE = "none", "aucune démarche AI", "kein IV-Verfahren", "nessuna pratica AI", "no DI procedure"
    ANNOUNCED = (
        "announced",
        "détection précoce annoncée",
        "zur Früherfassung gemeldet",
        "rilevamento tempestivo annunciato",
        "reported for early detection",
    )
    CLAIM_PENDING = (
        "claim_pending",
        "demande AI en cours",
        "IV-Anmeldung hängig",
        "domanda AI pendente",
        "DI claim pending",
    )
    MEASURE = "measure", "mesure AI en cours", "IV-Massnahme läuft", "provvedimento AI in corso", "DI measure under way"
    PENSION = "pension", "rente AI", "IV-Rente", "rendita AI", "DI pension"
    CLAIM_REFUSED = (
        "claim_refused",
        "demande AI refusée",
        "IV-Gesuch abgelehnt",
        "domanda AI respinta",
        "DI claim refused",
    )


class AssistanceKind(ClosedList):
    """Which social assistance is received. Source: LASV, LASoc, Code de l'action sociale et des familles."""

    NONE = "none", "aucune aide sociale", "keine Sozialhilfe", "nessuna assistenza sociale", "no social assistance"
    RI = (
        "ri",
        "revenu d'insertion (VD)",
        "Revenu d'insertion (VD)",
        "reddito d'inserimento (RI, VD)",
        "integration income (RI, VD)",
    )
    CANTONAL = (
        "cantonal",
        "aide sociale cantonale ou communale",
        "Sozialhilfe (Kanton oder Gemeinde)",
        "assistenza sociale cantonale o comunale",
        "cantonal or communal social assistance",
    )
    RSA = (
        "rsa",
        "revenu de solidarité active (RSA)",
        "Revenu de solidarité active (RSA)",
        "reddito di solidarietà attiva (RSA)",
        "active solidarity income (RSA)",
    )


class FollowUp(ClosedList):
    """Kind of follow-up on social assistance. Source: directive SPAS-SDE (VD)."""

    SOCIAL = "social", "suivi social", "soziale Begleitung", "accompagnamento sociale", "social follow-up"
    PROFESSIONAL = (
        "professional",
        "suivi professionnel",
        "berufliche Begleitung",
        "accompagnamento professionale",
        "professional follow-up",
    )
    MIXED = "mixed", "suivi mixte", "gemischte Begleitung", "accompagnamento misto", "mixed follow-up"
    JOINT_UNIT = (
        "joint_unit",
        "unité commune ORP-CSR",
        "gemeinsame Einheit RAV-Sozialdienst",
        "unità comune URC-CSR",
        "joint unit RAV-CSR",
    )
    EXEMPT = (
        "exempt",
        "dispensé de suivi",
        "von der Begleitung befreit",
        "dispensata dall'accompagnamento",
        "exempt from follow-up",
    )


class FrTrack(ClosedList):
    """Track of a person on RSA since 2025. Source: loi pour le plein emploi; accompagnement global."""

    EMPLOI = "emploi", "parcours emploi", "Weg Arbeit", "percorso impiego", "employment track"
    SOCIO_PROFESSIONNEL = (
        "socio_professionnel",
        "parcours socio-professionnel",
        "sozialberuflicher Weg",
        "percorso socioprofessionale",
        "socio-professional track",
    )
    SOCIAL = "social", "parcours social", "sozialer Weg", "percorso sociale", "social track"
    ACCOMPAGNEMENT_GLOBAL = (
        "accompagnement_global",
        "accompagnement global",
        "umfassende Begleitung",
        "accompagnamento globale",
        "comprehensive support",
    )


class PlacementStatus(ClosedList):
    """Placeability as decided or not. Source: LACI art. 15."""

    APT = "apt", "apte au placement", "vermittlungsfähig", "idonea al collocamento", "fit for placement"
    DOUBT_MEDICAL = "doubt_medical", "doute médical", "medizinischer Zweifel", "dubbio medico", "medical doubt"
    INAPT_DECIDED = (
        "inapt_decided",
        "inaptitude décidée",
        "Vermittlungsunfähigkeit verfügt",
        "inidoneità decisa",
        "found unfit for placement",
    )
    NOT_ASSESSED = "not_assessed", "non examinée", "nicht geprüft", "non esaminata", "not assessed"


class Status(ClosedList):
    """Statuses that criteria may ask for or exclude. Source: IAE criteria, data.inclusion publics, LACI."""

    UI_ENTITLED = (
        "ui_entitled",
        "droit aux indemnités de chômage",
        "Anspruch auf Arbeitslosentaggeld",
        "diritto alle indennità di disoccupazione",
        "entitled to unemployment benefits",
    )
    SOCIAL_ASSISTANCE = "social_assistance", "aide sociale", "Sozialhilfe", "assistenza sociale", "social assistance"
    RI = (
        "ri",
        "revenu d'insertion (VD)",
        "Revenu d'insertion (VD)",
        "reddito d'inserimento (RI, VD)",
        "integration income (RI, VD)",
    )
    RSA = "rsa", "bénéficiaire du RSA", "RSA-Bezug", "riceve l'RSA", "receives RSA"
    ASS = (
        "ass",
        "allocation de solidarité spécifique (ASS)",
        "ASS-Bezug",
        "assegno di solidarietà specifica (ASS)",
        "specific solidarity allowance (ASS)",
    )
    AAH = (
        "aah",
        "allocation aux adultes handicapés (AAH)",
        "AAH-Bezug",
        "assegno per adulti con disabilità (AAH)",
        "allowance for disabled adults (AAH)",
    )
    DETLD = (
        "detld",
        "demandeur d'emploi depuis plus de 24 mois",
        "seit über 24 Monaten arbeitsuchend",
        "in cerca d'impiego da più di 24 mesi",
        "job seeker for more than 24 months",
    )
    DELD = (
        "deld",
        "demandeur d'emploi depuis 12 à 24 mois",
        "seit 12 bis 24 Monaten arbeitsuchend",
        "in cerca d'impiego da 12 a 24 mesi",
        "job seeker for 12 to 24 months",
    )
    RQTH = (
        "rqth",
        "travailleur handicapé reconnu (RQTH)",
        "anerkannte Behinderung (RQTH)",
        "disabilità riconosciuta (RQTH)",
        "recognised disabled worker (RQTH)",
    )
    PES_REGISTERED = (
        "pes_registered",
        "inscrit au service public de l'emploi",
        "beim RAV / France Travail gemeldet",
        "iscritta al servizio pubblico di collocamento",
        "registered with the public employment service",
    )
    DI_CLAIM_OR_MEASURE = (
        "di_claim_or_measure",
        "demande ou mesure AI",
        "IV-Anmeldung oder -Massnahme",
        "domanda o provvedimento AI",
        "DI claim or measure",
    )
    LONE_PARENT = "lone_parent", "parent isolé", "alleinerziehend", "genitore solo", "lone parent"
    CHILD_WELFARE_LEAVER = (
        "child_welfare_leaver",
        "sortant de l'aide sociale à l'enfance",
        "Kinderschutz (ASE) verlassen",
        "in uscita dalla protezione dei minori",
        "leaving child welfare",
    )
    NO_STABLE_HOUSING = (
        "no_stable_housing",
        "sans logement stable, hébergé",
        "ohne feste Wohnung",
        "senza alloggio stabile, ospite presso terzi",
        "without stable housing, staying with others",
    )
    REFUGEE_OR_ASYLUM = (
        "refugee_or_asylum",
        "réfugié, protégé ou demandeur d'asile",
        "Flüchtling, Schutz, Asyl",
        "persona rifugiata, protetta o richiedente l'asilo",
        "refugee, protected person or asylum seeker",
    )
    QPV_RESIDENT = (
        "qpv_resident",
        "habitant d'un quartier prioritaire (QPV)",
        "Wohnt in Schwerpunktquartier (QPV)",
        "abitante di un quartiere prioritario (QPV)",
        "resident of a priority neighbourhood (QPV)",
    )
    FRR_RESIDENT = (
        "frr_resident",
        "habitant d'une zone France ruralités (FRR)",
        "Wohnt in ländlicher Zone (FRR)",
        "abitante di una zona France ruralités (FRR)",
        "resident of a France ruralités zone (FRR)",
    )
    JUSTICE = (
        "justice",
        "sortant de détention ou sous main de justice",
        "Haftentlassung oder Justizauflage",
        "in uscita dalla detenzione o sotto misura giudiziaria",
        "leaving prison or under a court measure",
    )
    YOUTH = (
        "youth",
        "jeune de moins de 26 ans",
        "unter 26 Jahren",
        "giovane di meno di 26 anni",
        "young person under 26",
    )
    SENIOR = "senior", "50 ans et plus", "50 Jahre und älter", "50 anni e più", "aged 50 and over"
    LOW_EDUCATION = (
        "low_education",
        "niveau CAP/BEP ou moins",
        "Niveau CAP/BEP oder tiefer",
        "livello CAP/BEP o inferiore",
        "CAP/BEP level or below",
    )
