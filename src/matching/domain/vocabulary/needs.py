"""Closed lists about needs: barriers to employment, their second level, their weight; objectives."""

from matching.domain.vocabulary.closed_list import ClosedList


class Barrier(ClosedList):
    """Barriers to employment: the seven of the accompagnement global and those the offices add."""

    HEALTH = "health", "santé", "Gesundheit"
    HOUSING = "housing", "logement", "Wohnen"
    MOBILITY = "mobility", "mobilité", "Mobilität"
    FAMILY_CHILDCARE = "family_childcare", "garde d'enfants, famille", "Kinderbetreuung, Familie"
    FINANCE_DEBT = "finance_debt", "finances, dettes", "Finanzen, Schulden"
    ADMIN_LEGAL = "admin_legal", "démarches administratives et juridiques", "Behörden und Recht"
    COMMUNICATION_LANGUAGE = "communication_language", "langue, communication", "Sprache, Verständigung"
    DIGITAL = "digital", "numérique", "Digitales"
    LITERACY = "literacy", "lecture, écriture, calcul", "Lesen, Schreiben, Rechnen"
    SKILLS = "skills", "compétences, qualification", "Kompetenzen, Qualifikation"
    CONFIDENCE = "confidence", "confiance, remobilisation", "Selbstvertrauen, Aktivierung"
    DISABILITY = "disability", "handicap", "Behinderung"
    PROJECT = "project", "projet professionnel à construire", "berufliches Ziel fehlt"
    SEARCH = "search", "outils et réseau de recherche d'emploi", "Bewerbungsunterlagen und Netz"
    EXPERIENCE = "experience", "manque d'expérience récente", "fehlende aktuelle Erfahrung"
    ISOLATION = "isolation", "isolement", "Isolation"
    WORK_RHYTHM = "work_rhythm", "rythme de travail à retrouver", "Arbeitsrhythmus wiederfinden"


class NeedDetail(ClosedList):
    """Second level of a need. Source: situations of carnet-de-bord, frustrations of Bob Emploi, FT constraints."""

    NO_VEHICLE = "no_vehicle", "pas de véhicule", "kein Fahrzeug"
    NO_LICENCE = "no_licence", "pas de permis de conduire", "kein Führerausweis"
    LICENCE_SUSPENDED = "licence_suspended", "permis suspendu", "Ausweis entzogen"
    PUBLIC_TRANSPORT_ONLY = (
        "public_transport_only",
        "dépend des transports publics",
        "auf öffentlichen Verkehr angewiesen",
    )
    NO_CHILDCARE_PLACE = "no_childcare_place", "pas de place de garde", "kein Betreuungsplatz"
    CHILDCARE_HOURS = "childcare_hours", "horaires de garde trop courts", "Betreuungszeiten zu kurz"
    OVER_INDEBTED = "over_indebted", "surendettement", "Überschuldung"
    GARNISHMENT = "garnishment", "saisie sur salaire", "Lohnpfändung"
    NO_HOUSING = "no_housing", "sans logement", "ohne Wohnung"
    HOSTED = "hosted", "hébergé chez des tiers", "bei Dritten untergebracht"
    PERMIT_OR_ID = "permit_or_id", "papiers, permis à régler", "Ausweis, Bewilligung zu klären"
    ORAL_LANGUAGE = "oral_language", "expression orale", "mündlicher Ausdruck"
    WRITTEN_LANGUAGE = "written_language", "expression écrite", "schriftlicher Ausdruck"
    NO_EQUIPMENT = "no_equipment", "pas d'équipement informatique", "keine Informatikausrüstung"
    DIGITAL_SKILLS = "digital_skills", "bases informatiques manquantes", "Informatik-Grundlagen fehlen"
    NO_PROJECT = "no_project", "pas de projet", "kein Ziel"
    PROJECT_TO_CONFIRM = "project_to_confirm", "projet à confirmer", "Ziel zu bestätigen"
    CHANGE_OF_OCCUPATION = "change_of_occupation", "reconversion", "Berufswechsel"
    CV_LETTER = "cv_letter", "CV et lettre", "Lebenslauf und Brief"
    INTERVIEW = "interview", "entretien d'embauche", "Vorstellungsgespräch"
    NETWORK = "network", "réseau", "Netzwerk"
    LONG_GAP = "long_gap", "longue interruption", "lange Unterbrechung"
    QUALIFICATION_NOT_RECOGNISED = "qualification_not_recognised", "diplôme non reconnu", "Diplom nicht anerkannt"


class NeedLevel(ClosedList):
    """How much a need weighs; the order is that of the list. Source: carnet-de-bord."""

    NONE = "none", "aucun", "kein"
    LOW = "low", "faible", "gering"
    HIGH = "high", "important", "wichtig"
    BLOCKING = "blocking", "bloquant", "blockierend"


class Objective(ClosedList):
    """What person, counsellor and social worker agreed to aim for: one at a time."""

    JOB = "job", "emploi", "Arbeit"
    TRAINING = "training", "formation ou certificat", "Ausbildung oder Zertifikat"
    STABILISATION = "stabilisation", "stabilisation ou capacité de travail", "Stabilisierung oder Arbeitsfähigkeit"
    LASTING_ADAPTED_WORK = (
        "lasting_adapted_work",
        "emploi durable partiel ou subventionné",
        "dauerhafte Teil- oder subventionierte Arbeit",
    )


class DataCategory(ClosedList):
    """Categories of data a consent may name. Source: LPrD (VD) sensitive data, LACI 85f, LSE 35a."""

    HEALTH = "health", "santé (restrictions fonctionnelles)", "Gesundheit (funktionelle Einschränkungen)"
    DISABILITY_INSURANCE = "disability_insurance", "assurance-invalidité", "Invalidenversicherung"
    SOCIAL_ASSISTANCE = "social_assistance", "aide sociale", "Sozialhilfe"
    UNEMPLOYMENT_INSURANCE = "unemployment_insurance", "assurance-chômage", "Arbeitslosenversicherung"
    DEBT = "debt", "dettes et poursuites", "Schulden und Betreibungen"
    FAMILY = "family", "famille et garde d'enfants", "Familie und Kinderbetreuung"


class ConsentPurpose(ClosedList):
    """What data may be used for. Matching is its own purpose; control of benefits never is one here."""

    MATCHING = "matching", "recherche de mesures et d'emplois", "Suche nach Massnahmen und Stellen"
    DOSSIER_TO_PROVIDER = (
        "dossier_to_provider",
        "envoi du dossier à un prestataire ou employeur",
        "Dossier an Anbieter oder Arbeitgeber",
    )
    EVALUATION = "evaluation", "évaluation et mesure d'équité", "Auswertung und Fairness"
    JOINT_REVIEW = (
        "joint_review",
        "examen de la situation par plusieurs institutions",
        "gemeinsamer Blick mehrerer Institutionen",
        "esame della situazione da parte di più istituzioni",
        "joint review by several institutions",
    )
