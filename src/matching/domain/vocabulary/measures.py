"""Closed lists about measures: their forms, the codes that rules apply to, what they mainly do."""

from matching.domain.vocabulary.closed_list import ClosedList


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
