"""Closed lists about options: kinds, payers, measures, contracts, capacity, posting states."""

from matching.domain.vocabulary.closed_list import ClosedList


class OpportunityKind(ClosedList):
    """The three kinds of option in one list."""

    VACANCY = "vacancy", "Emploi", "Stelle"
    MEASURE = "measure", "Mesure", "Massnahme"
    PLACEMENT = "placement", "Entreprise sociale", "Sozialfirma"


class Payer(ClosedList):
    """Who pays. Three payers per person in Switzerland: most errors of the field are errors about which."""

    AC = "ac", "assurance-chômage (AC)", "Arbeitslosenversicherung (ALV)"
    AS_CANTON = "as_canton", "aide sociale, canton", "Sozialhilfe, Kanton"
    AS_COMMUNE = "as_commune", "aide sociale, commune", "Sozialhilfe, Gemeinde"
    DI = "di", "assurance-invalidité (AI)", "Invalidenversicherung (IV)"
    STATE_FR = "state_fr", "État (France)", "Staat (Frankreich)"
    DEPT_FR = "dept_fr", "département (France)", "Departement (Frankreich)"
    FSE = "fse", "Fonds social européen", "Europäischer Sozialfonds"
    EMPLOYER = "employer", "employeur", "Arbeitgeber"
    MIXED = "mixed", "plusieurs payeurs", "mehrere Kostenträger"
    CANTON = "canton", "canton", "Kanton", "Cantone", "canton"  # its half of LACI art. 59d: no social assistance


class Institution(ClosedList):
    """Who is who. Source: institutions of Vaud, Neuchâtel, Lucerne and France."""

    ORP = "orp", "ORP", "RAV"
    CSR = "csr", "CSR (centre social régional)", "Sozialdienst (CSR)"
    SSR = "ssr", "SSR (service social régional)", "Sozialdienst (SSR)"
    SOCIAL_COMMUNE = "social_commune", "service social communal", "kommunaler Sozialdienst"
    OAI = "oai", "office AI", "IV-Stelle"
    UC = "uc", "unité commune ORP-CSR", "gemeinsame Einheit RAV-Sozialdienst"
    LMMT = "lmmt", "logistique des mesures (LMMT)", "Logistik arbeitsmarktliche Massnahmen (LAM)"
    OCBE = "ocbe", "office des bourses (OCBE)", "Stipendienamt (OCBE)"
    SMIG = "smig", "service des migrations", "Migrationsamt"
    FT = "ft", "France Travail", "France Travail"
    DEPT = "dept", "département", "Departement"
    MISSION_LOCALE = "mission_locale", "mission locale", "Mission locale"
    CAP_EMPLOI = "cap_emploi", "Cap emploi", "Cap emploi"
    SIAE = "siae", "structure d'insertion (SIAE)", "Eingliederungsbetrieb (SIAE)"
    ORGANISER = "organiser", "organisateur de mesure", "Massnahmenanbieter"


SOCIAL_OFFICES = frozenset({Institution.CSR, Institution.SSR, Institution.SOCIAL_COMMUNE, Institution.UC})
"""Offices of social assistance in Switzerland; a joint unit is one of them and a placement office as well."""

PLACEMENT_OFFICES = frozenset({Institution.ORP, Institution.LMMT, Institution.UC})
"""Offices of the Swiss employment service."""


class MeasureForm(ClosedList):
    """Three things that are all called measure and must not be merged."""

    ACTIVITY = "activity", "activité", "Aktivität"
    WAGE_SUBSIDY = "wage_subsidy", "subside au salaire", "Lohnzuschuss"
    ALLOWANCE = "allowance", "allocation à la personne", "Beitrag an die Person"


class MeasureCode(ClosedList):
    """Codes of measures; statutory rules apply to codes. Source: LACI, LEmp, LASV, LAI, IAE; OTHER for the rest."""

    AC_COURSE_IND = "ac_course_ind", "cours individuel (AC)", "individueller Kurs (ALV)"
    AC_COURSE_COLL = "ac_course_coll", "cours collectif (AC)", "kollektiver Kurs (ALV)"
    AC_PRACTICE_FIRM = "ac_practice_firm", "entreprise d'entraînement (AC)", "Übungsfirma (ALV)"
    AC_TRAINING_INTERNSHIP = "ac_training_internship", "stage de formation (AC)", "Ausbildungspraktikum (ALV)"
    AC_TEP = "ac_tep", "programme d'emploi temporaire (AC)", "Programm zur vorübergehenden Beschäftigung (ALV)"
    AC_PROF_INTERNSHIP = "ac_prof_internship", "stage professionnel (AC)", "Berufspraktikum (ALV)"
    AC_SEMO = "ac_semo", "semestre de motivation (AC)", "Motivationssemester (ALV)"
    AC_AIT = "ac_ait", "allocation d'initiation au travail (AC)", "Einarbeitungszuschuss (ALV)"
    AC_AFO = "ac_afo", "allocation de formation (AC)", "Ausbildungszuschuss (ALV)"
    AC_COMMUTE = "ac_commute", "frais de déplacement (AC)", "Pendlerkostenbeitrag (ALV)"
    AC_SAI = "ac_sai", "soutien à une activité indépendante (AC)", "Förderung der Selbständigkeit (ALV)"
    VD_ACIT = "vd_acit", "allocation cantonale d'initiation (VD)", "kantonaler Einarbeitungszuschuss (VD)"
    VD_MIP = "vd_mip", "mesure d'insertion professionnelle (VD)", "berufliche Integrationsmassnahme (VD)"
    VD_MIS = "vd_mis", "mesure d'insertion sociale (VD)", "soziale Integrationsmassnahme (VD)"
    VD_MIS_T = "vd_mis_t", "mesure de transition (VD)", "Übergangsmassnahme (VD)"
    VD_FORJAD = "vd_forjad", "FORJAD (VD)", "FORJAD (VD)"
    VD_FORMAD = "vd_formad", "FORMAD (VD)", "FORMAD (VD)"
    VD_UC = "vd_uc", "unité commune ORP-CSR (VD)", "gemeinsame Einheit RAV-CSR (VD)"
    CH_AS_LANGUAGE = "ch_as_language", "cours de langue (aide sociale)", "Sprachkurs (Sozialhilfe)"
    CH_AS_SOCIAL = "ch_as_social", "mesure sociale (canton, commune)", "soziale Massnahme (Kanton, Gemeinde)"
    CH_AS_PROFESSIONAL = (
        "ch_as_professional",
        "mesure professionnelle (canton, commune)",
        "berufliche Massnahme (Kanton, Gemeinde)",
    )
    NE_ISP = "ne_isp", "contrat ISP (NE)", "ISP-Vertrag (NE)"
    NE_ESO = "ne_eso", "entreprise sociale productive (NE)", "produktive Sozialfirma (NE)"
    DI_EARLY = "di_early", "intervention précoce (AI)", "Frühintervention (IV)"
    DI_REINSERTION = "di_reinsertion", "mesure de réinsertion (AI)", "Integrationsmassnahme (IV)"
    DI_ADVICE = "di_advice", "conseils et suivi (AI)", "Beratung und Begleitung (IV)"
    DI_GUIDANCE = "di_guidance", "orientation professionnelle (AI)", "Berufsberatung (IV)"
    DI_RETRAINING = "di_retraining", "reclassement (AI)", "Umschulung (IV)"
    DI_PLACEMENT = "di_placement", "placement (AI)", "Arbeitsvermittlung (IV)"
    DI_AIT = "di_ait", "allocation d'initiation au travail (AI)", "Einarbeitungszuschuss (IV)"
    FR_SUPPORT = "fr_support", "accompagnement (France)", "Begleitung (Frankreich)"
    FR_TRAINING = "fr_training", "formation (France)", "Ausbildung (Frankreich)"
    FR_WORKSHOP = "fr_workshop", "atelier (France)", "Workshop (Frankreich)"
    FR_AID = "fr_aid", "aide financière ou matérielle (France)", "Beihilfe (Frankreich)"
    FR_IMMERSION = "fr_immersion", "immersion, PMSMP (France)", "Schnuppereinsatz PMSMP (Frankreich)"
    FR_IAE = "fr_iae", "insertion par l'activité économique (France)", "Eingliederung durch Arbeit IAE (Frankreich)"
    OTHER = "other", "autre mesure", "andere Massnahme"
    NE_CASE_MANAGEMENT = (
        "ne_case_management",
        "case management formation professionnelle (NE)",
        "Case Management Berufsbildung (NE)",
        "case management della formazione (NE)",
        "vocational training case management (NE)",
    )
    DI_INITIAL_TRAINING = (
        "di_initial_training",
        "formation initiale (AI)",
        "erstmalige berufliche Ausbildung (IV)",
        "prima formazione professionale (AI)",
        "initial vocational training (DI)",
    )
    DI_TRIAL_PLACEMENT = (
        "di_trial_placement",
        "placement à l'essai (AI)",
        "Arbeitsversuch (IV)",
        "lavoro a titolo di prova (AI)",
        "trial placement (DI)",
    )
    DI_STAFF_LEASING = (
        "di_staff_leasing",
        "location de services (AI)",
        "Personalverleih (IV)",
        "fornitura di personale a prestito (AI)",
        "staff leasing (DI)",
    )
    DI_CONTRIBUTION = (
        "di_contribution",
        "indemnité pour hausse de cotisations (AI)",
        "Entschädigung für Beitragserhöhungen (IV)",
        "indennità per aumento dei contributi (AI)",
        "compensation for higher contributions (DI)",
    )
    DI_CAPITAL_AID = (
        "di_capital_aid",
        "aide en capital (AI)",
        "Kapitalhilfe (IV)",
        "aiuto in capitale (AI)",
        "capital aid (DI)",
    )


class MeasureType(ClosedList):
    """What a measure mainly does; published effects are known by type, not by code. Source: families of Card et al."""

    JOB_SEARCH_HELP = "job_search_help", "aide à la recherche d'emploi", "Hilfe bei der Stellensuche"
    BASIC_COURSE = "basic_course", "cours de base", "Basiskurs"
    LANGUAGE_COURSE = "language_course", "cours de langue", "Sprachkurs"
    VOCATIONAL_TRAINING = "vocational_training", "formation professionnelle", "Berufsbildung"
    EMPLOYMENT_PROGRAMME = "employment_programme", "programme d'emploi", "Beschäftigungsprogramm"
    INTERNSHIP = "internship", "stage", "Praktikum"
    WAGE_SUBSIDY = "wage_subsidy", "subside au salaire", "Lohnzuschuss"
    SELF_EMPLOYMENT = "self_employment", "activité indépendante", "Selbständigkeit"
    COACHING = "coaching", "accompagnement intensif", "intensive Begleitung"
    OBSTACLE_REMOVAL = "obstacle_removal", "levée d'un frein", "Abbau eines Hemmnisses"
    SOCIAL_STABILISATION = "social_stabilisation", "stabilisation sociale", "soziale Stabilisierung"
    ALLOWANCE = "allowance", "aide financière", "finanzieller Beitrag"


class SiaeKind(ClosedList):
    """French structures; the first five are SIAE, the others not. Source: les-emplois, companies/enums.py."""

    ACI = "aci", "atelier et chantier d'insertion (ACI)", "Eingliederungswerkstatt (ACI)"
    AI = "siae_ai", "association intermédiaire", "Vermittlungsverein (AI)"
    EI = "ei", "entreprise d'insertion (EI)", "Eingliederungsbetrieb (EI)"
    EITI = "eiti", "insertion par le travail indépendant (EITI)", "Eingliederung durch Selbständigkeit (EITI)"
    ETTI = "etti", "travail temporaire d'insertion (ETTI)", "Temporärarbeit zur Eingliederung (ETTI)"
    EA = "ea", "entreprise adaptée (EA)", "angepasster Betrieb (EA)"
    EATT = "eatt", "entreprise adaptée de travail temporaire (EATT)", "angepasste Temporärfirma (EATT)"
    GEIQ = "geiq", "groupement d'employeurs (GEIQ)", "Arbeitgeberverbund (GEIQ)"
    OPCS = "opcs", "organisation porteuse de la clause sociale", "Trägerin der Sozialklausel"


SIAE = (SiaeKind.ACI, SiaeKind.AI, SiaeKind.EI, SiaeKind.EITI, SiaeKind.ETTI)
"""Those that are SIAE."""


class ContractKind(ClosedList):
    """What a person signs. Source: Swiss and French contracts seen in the sources."""

    PERMANENT = "permanent", "contrat à durée indéterminée", "unbefristet"
    FIXED_TERM = "fixed_term", "contrat à durée déterminée", "befristet"
    TEMPORARY_AGENCY = "temporary_agency", "mission temporaire", "Temporäreinsatz"
    APPRENTICESHIP = "apprenticeship", "apprentissage, alternance", "Lehre"
    INTERNSHIP = "internship", "stage", "Praktikum"
    SUBSIDISED = "subsidised", "contrat subventionné ou d'insertion", "subventionierter Vertrag"
    CDDI = "cddi", "contrat d'insertion (CDDI)", "Eingliederungsvertrag (CDDI)"
    SELF_EMPLOYED = "self_employed", "indépendant", "selbständig"
    NONE = "none", "sans contrat de travail", "ohne Arbeitsvertrag"


class CapacityStatus(ClosedList):
    """Whether a place is free, as far as known. Source: mulighetsrommet, Dora."""

    OPEN = "open", "places libres", "freie Plätze"
    LIMITED = "limited", "peu de places", "wenige Plätze"
    WAITING_LIST = "waiting_list", "liste d'attente", "Warteliste"
    FULL = "full", "complet", "voll"
    UNKNOWN = "unknown", "places non connues", "Plätze unbekannt"


class PostingStatus(ClosedList):
    """State of a posting. Source: Job-Room / AVAM."""

    CREATED = "created", "créée", "erfasst"
    INSPECTING = "inspecting", "en vérification", "in Prüfung"
    APPROVED = "approved", "approuvée", "freigegeben"
    REJECTED = "rejected", "refusée", "abgelehnt"
    REFINING = "refining", "à compléter", "zu ergänzen"
    PUBLISHED_RESTRICTED = "published_restricted", "publiée, accès restreint", "publiziert, eingeschränkt"
    PUBLISHED_PUBLIC = "published_public", "publiée", "publiziert"
    CANCELLED = "cancelled", "annulée", "annulliert"
    ARCHIVED = "archived", "archivée", "archiviert"


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

    JOB_ROOM = "job_room", "Job-Room", "Job-Room"
    FRANCE_TRAVAIL = "france_travail", "France Travail", "France Travail"
    INSERTION_CLAUSE = "insertion_clause", "clause d'insertion", "Sozialklausel"
    OWN = "own", "saisie propre", "eigene Erfassung"


class AssistanceEffect(ClosedList):
    """What taking an option does to social assistance. House list."""

    WAGE_DEDUCTED = (
        "wage_deducted",
        "le salaire est déduit de l'aide sociale, avec franchise éventuelle",
        "der Lohn wird angerechnet, evtl. mit Freibetrag",
    )
    UNCHANGED = "unchanged", "l'aide sociale continue sans changement", "die Sozialhilfe läuft unverändert weiter"
    SUPPLEMENT = (
        "supplement",
        "l'aide sociale continue, avec un supplément d'insertion",
        "die Sozialhilfe läuft weiter, mit Integrationszulage",
    )
    REPLACED_BY_GRANT = (
        "replaced_by_grant",
        "une bourse remplace l'aide sociale",
        "ein Stipendium ersetzt die Sozialhilfe",
    )
    REPLACED_BY_DAILY_ALLOWANCE = (
        "replaced_by_daily_allowance",
        "des indemnités journalières sont versées",
        "es werden Taggelder bezahlt",
    )
    CUMULATED_AT_FIRST = (
        "cumulated_at_first",
        "cumul possible au début, puis recalcul",
        "anfangs kumulierbar, dann neu berechnet",
    )


class DebtEffect(ClosedList):
    """What taking an option does to debt enforcement. A wage above the vital minimum can be attached (LP 93)."""

    NONE = "none", "sans effet sur les poursuites", "ohne Wirkung auf Betreibungen"
    WAGE_ATTACHABLE = (
        "wage_attachable",
        "le salaire au-dessus du minimum vital peut être saisi",
        "Lohn über dem Existenzminimum ist pfändbar",
    )
    HELPS = "helps", "aide à régler les dettes", "hilft bei der Schuldenregelung"


class FitnessTest(ClosedList):
    """Provider criteria only the payer or a doctor can answer, as fit or not fit; never a diagnosis."""

    MEDICALLY_STABLE = "medically_stable", "état de santé compatible, confirmé", "Gesundheit vereinbar, bestätigt"
    ABLE_TO_WORK_BY_DI_CRITERIA = (
        "able_to_work_by_di_criteria",
        "capacité de travail au sens de l'AI",
        "arbeitsfähig im Sinn der IV",
    )
    COPES_WITH_GROUP = "copes_with_group", "participation à un groupe possible", "Teilnahme an einer Gruppe möglich"
