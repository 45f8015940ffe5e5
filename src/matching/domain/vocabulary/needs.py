"""Closed lists about needs: barriers to employment, their second level, their weight; objectives."""

from matching.domain.vocabulary.closed_list import ClosedList


class Barrier(ClosedList):
    """Barriers to employment: the seven of the accompagnement global and those the offices add."""

    HEALTH = "health", "santé", "Gesundheit", "salute", "health"
    HOUSING = "housing", "logement", "Wohnen", "alloggio", "housing"
    MOBILITY = "mobility", "mobilité", "Mobilität", "mobilità", "mobility"
    FAMILY_CHILDCARE = (
        "family_childcare",
        "garde d'enfants, famille",
        "Kinderbetreuung, Familie",
        "custodia dei figli, famiglia",
        "childcare, family",
    )
    FINANCE_DEBT = "finance_debt", "finances, dettes", "Finanzen, Schulden", "finanze, debiti", "finances, debts"
    ADMIN_LEGAL = (
        "admin_legal",
        "démarches administratives et juridiques",
        "Behörden und Recht",
        "pratiche amministrative e giuridiche",
        "administrative and legal matters",
    )
    COMMUNICATION_LANGUAGE = (
        "communication_language",
        "langue, communication",
        "Sprache, Verständigung",
        "lingua, comunicazione",
        "language, communication",
    )
    DIGITAL = "digital", "numérique", "Digitales", "mezzi e competenze digitali", "digital access and skills"
    LITERACY = (
        "literacy",
        "lecture, écriture, calcul",
        "Lesen, Schreiben, Rechnen",
        "lettura, scrittura, calcolo",
        "reading, writing, numeracy",
    )
    SKILLS = (
        "skills",
        "compétences, qualification",
        "Kompetenzen, Qualifikation",
        "competenze, qualifica",
        "skills, qualifications",
    )
    CONFIDENCE = (
        "confidence",
        "confiance, remobilisation",
        "Selbstvertrauen, Aktivierung",
        "fiducia, riattivazione",
        "confidence, getting active again",
    )
    DISABILITY = "disability", "handicap", "Behinderung", "disabilità", "disability"
    PROJECT = (
        "project",
        "projet professionnel à construire",
        "berufliches Vorhaben fehlt",
        "progetto professionale da costruire",
        "career plan still to be made",
    )
    SEARCH = (
        "search",
        "outils et réseau de recherche d'emploi",
        "Bewerbungsunterlagen und Netz",
        "strumenti e rete per la ricerca d'impiego",
        "job-search tools and network",
    )
    EXPERIENCE = (
        "experience",
        "manque d'expérience récente",
        "fehlende aktuelle Erfahrung",
        "mancanza di esperienza recente",
        "lack of recent experience",
    )
    ISOLATION = "isolation", "isolement", "Isolation", "isolamento", "isolation"
    WORK_RHYTHM = (
        "work_rhythm",
        "rythme de travail à retrouver",
        "Arbeitsrhythmus wiederfinden",
        "ritmo di lavoro da ritrovare",
        "work routine to be regained",
    )


class NeedDetail(ClosedList):
    """Second level of a need. Source: situations of carnet-de-bord, frustrations of Bob Emploi, FT constraints."""

    NO_VEHICLE = "no_vehicle", "pas de véhicule", "kein Fahrzeug", "nessun veicolo", "no vehicle"
    NO_LICENCE = (
        "no_licence",
        "pas de permis de conduire",
        "kein Führerausweis",
        "nessuna licenza di condurre",
        "no driving licence",
    )
    LICENCE_SUSPENDED = (
        "licence_suspended",
        "permis suspendu",
        "Ausweis entzogen",
        "licenza di condurre revocata",
        "driving licence withdrawn",
    )
    PUBLIC_TRANSPORT_ONLY = (
        "public_transport_only",
        "dépend des transports publics",
        "auf öffentlichen Verkehr angewiesen",
        "dipende dai trasporti pubblici",
        "depends on public transport",
    )
    NO_CHILDCARE_PLACE = (
        "no_childcare_place",
        "pas de place de garde",
        "kein Betreuungsplatz",
        "nessun posto di custodia",
        "no childcare place",
    )
    CHILDCARE_HOURS = (
        "childcare_hours",
        "horaires de garde trop courts",
        "Betreuungszeiten zu kurz",
        "orari di custodia troppo brevi",
        "childcare hours too short",
    )
    OVER_INDEBTED = "over_indebted", "surendettement", "Überschuldung", "indebitamento eccessivo", "over-indebtedness"
    GARNISHMENT = "garnishment", "saisie sur salaire", "Lohnpfändung", "pignoramento del salario", "wages being seized"
    NO_HOUSING = "no_housing", "sans logement", "ohne Wohnung", "senza alloggio", "without housing"
    HOSTED = (
        "hosted",
        "hébergé chez des tiers",
        "bei Dritten untergebracht",
        "ospite presso terzi",
        "staying with others",
    )
    PERMIT_OR_ID = (
        "permit_or_id",
        "papiers, permis à régler",
        "Ausweis, Bewilligung zu klären",
        "documenti, permesso da regolare",
        "papers or permit to be sorted out",
    )
    ORAL_LANGUAGE = "oral_language", "expression orale", "mündlicher Ausdruck", "espressione orale", "spoken language"
    WRITTEN_LANGUAGE = (
        "written_language",
        "expression écrite",
        "schriftlicher Ausdruck",
        "espressione scritta",
        "written language",
    )
    NO_EQUIPMENT = (
        "no_equipment",
        "pas d'équipement informatique",
        "keine Informatikausrüstung",
        "nessuna attrezzatura informatica",
        "no computer equipment",
    )
    DIGITAL_SKILLS = (
        "digital_skills",
        "bases informatiques manquantes",
        "Informatik-Grundlagen fehlen",
        "basi d'informatica mancanti",
        "basic computer skills missing",
    )
    NO_PROJECT = "no_project", "pas de projet", "kein Vorhaben", "nessun progetto", "no career plan"
    PROJECT_TO_CONFIRM = (
        "project_to_confirm",
        "projet à confirmer",
        "Vorhaben zu bestätigen",
        "progetto da confermare",
        "career plan to be confirmed",
    )
    CHANGE_OF_OCCUPATION = (
        "change_of_occupation",
        "reconversion",
        "Berufswechsel",
        "riconversione professionale",
        "change of occupation",
    )
    CV_LETTER = "cv_letter", "CV et lettre", "Lebenslauf und Brief", "CV e lettera", "CV and letter"
    INTERVIEW = "interview", "entretien d'embauche", "Vorstellungsgespräch", "colloquio di assunzione", "job interview"
    NETWORK = "network", "réseau", "Netzwerk", "rete di contatti", "network of contacts"
    LONG_GAP = "long_gap", "longue interruption", "lange Unterbrechung", "lunga interruzione", "long gap"
    QUALIFICATION_NOT_RECOGNISED = (
        "qualification_not_recognised",
        "diplôme non reconnu",
        "Diplom nicht anerkannt",
        "diploma non riconosciuto",
        "qualification not recognised",
    )


class NeedLevel(ClosedList):
    """How much a need weighs; the order is that of the list. Source: carnet-de-bord."""

    NONE = "none", "aucun", "kein", "nessuno", "none"
    LOW = "low", "faible", "gering", "lieve", "low"
    HIGH = "high", "important", "wichtig", "importante", "high"
    BLOCKING = "blocking", "bloquant", "blockierend", "bloccante", "blocking"


class Objective(ClosedList):
    """What person, counsellor and social worker agreed to aim for: one at a time."""

    JOB = "job", "emploi", "Arbeit", "impiego", "job"
    TRAINING = (
        "training",
        "formation ou certificat",
        "Ausbildung oder Zertifikat",
        "formazione o certificato",
        "training or certificate",
    )
    STABILISATION = (
        "stabilisation",
        "stabilisation ou capacité de travail",
        "Stabilisierung oder Arbeitsfähigkeit",
        "stabilizzazione o capacità al lavoro",
        "stabilisation or capacity for work",
    )
    LASTING_ADAPTED_WORK = (
        "lasting_adapted_work",
        "emploi durable partiel ou subventionné",
        "dauerhafte Teil- oder subventionierte Arbeit",
        "impiego duraturo parziale o sovvenzionato",
        "lasting part-time or subsidised job",
    )


class DataCategory(ClosedList):
    """Categories of data a consent may name. Source: LPrD (VD) sensitive data, LACI 85f, LSE 35a."""

    HEALTH = (
        "health",
        "santé (restrictions fonctionnelles)",
        "Gesundheit (funktionelle Einschränkungen)",
        "salute (limitazioni funzionali)",
        "health (functional limitations)",
    )
    DISABILITY_INSURANCE = (
        "disability_insurance",
        "assurance-invalidité",
        "Invalidenversicherung",
        "assicurazione invalidità",
        "disability insurance",
    )
    SOCIAL_ASSISTANCE = "social_assistance", "aide sociale", "Sozialhilfe", "assistenza sociale", "social assistance"
    UNEMPLOYMENT_INSURANCE = (
        "unemployment_insurance",
        "assurance-chômage",
        "Arbeitslosenversicherung",
        "assicurazione contro la disoccupazione",
        "unemployment insurance",
    )
    DEBT = (
        "debt",
        "dettes et poursuites",
        "Schulden und Betreibungen",
        "debiti ed esecuzioni",
        "debts and debt enforcement",
    )
    FAMILY = (
        "family",
        "famille et garde d'enfants",
        "Familie und Kinderbetreuung",
        "famiglia e custodia dei figli",
        "family and childcare",
    )


class ConsentPurpose(ClosedList):
    """What data may be used for. Matching is its own purpose; control of benefits never is one here."""

    MATCHING = (
        "matching",
        "recherche de mesures et d'emplois",
        "Suche nach Massnahmen und Stellen",
        "ricerca di misure e d'impieghi",
        "search for measures and jobs",
    )
    DOSSIER_TO_PROVIDER = (
        "dossier_to_provider",
        "envoi du dossier à un prestataire ou employeur",
        "Dossier an Anbieter oder Arbeitgeber",
        "invio del dossier a un fornitore o datore di lavoro",
        "sending the dossier to a provider or employer",
    )
    EVALUATION = (
        "evaluation",
        "évaluation et mesure d'équité",
        "Auswertung und Fairness",
        "valutazione e misura dell'equità",
        "evaluation and measurement of fairness",
    )
    JOINT_REVIEW = (
        "joint_review",
        "examen de la situation par plusieurs institutions",
        "gemeinsamer Blick mehrerer Institutionen",
        "esame della situazione da parte di più istituzioni",
        "joint review by several institutions",
    )
