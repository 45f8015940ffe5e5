"""Closed lists about measures: their forms, the codes that rules apply to, what they mainly do."""

from matching.domain.vocabulary.closed_list import ClosedList


class MeasureForm(ClosedList):
    """Three things that are all called measure and must not be merged."""

    ACTIVITY = "activity", "activité", "Aktivität", "attività", "activity"
    WAGE_SUBSIDY = "wage_subsidy", "subside au salaire", "Lohnzuschuss", "sussidio salariale", "wage subsidy"
    ALLOWANCE = (
        "allowance",
        "allocation à la personne",
        "Beitrag an die Person",
        "assegno alla persona",
        "allowance to the person",
    )


class MeasureCode(ClosedList):
    """Codes of measures; statutory rules apply to codes. Source: LACI, LEmp, LASV, LAI, IAE; OTHER for the rest."""

    AC_COURSE_IND = (
        "ac_course_ind",
        "cours individuel (AC)",
        "individueller Kurs (ALV)",
        "corso individuale (AD)",
        "individual course (UI)",
    )
    AC_COURSE_COLL = (
        "ac_course_coll",
        "cours collectif (AC)",
        "kollektiver Kurs (ALV)",
        "corso collettivo (AD)",
        "group course (UI)",
    )
    AC_PRACTICE_FIRM = (
        "ac_practice_firm",
        "entreprise d'entraînement (AC)",
        "Übungsfirma (ALV)",
        "azienda di pratica commerciale (AD)",
        "practice firm (UI)",
    )
    AC_TRAINING_INTERNSHIP = (
        "ac_training_internship",
        "stage de formation (AC)",
        "Ausbildungspraktikum (ALV)",
        "stage di formazione (AD)",
        "training internship (UI)",
    )
    AC_TEP = (
        "ac_tep",
        "programme d'emploi temporaire (AC)",
        "Programm zur vorübergehenden Beschäftigung (ALV)",
        "programma d'occupazione temporanea (AD)",
        "temporary employment programme (UI)",
    )
    AC_PROF_INTERNSHIP = (
        "ac_prof_internship",
        "stage professionnel (AC)",
        "Berufspraktikum (ALV)",
        "periodo di pratica professionale (AD)",
        "work placement (UI)",
    )
    AC_SEMO = (
        "ac_semo",
        "semestre de motivation (AC)",
        "Motivationssemester (ALV)",
        "semestre di motivazione (AD)",
        "motivation semester (UI)",
    )
    AC_AIT = (
        "ac_ait",
        "allocation d'initiation au travail (AC)",
        "Einarbeitungszuschuss (ALV)",
        "assegno per il periodo d'introduzione (AD)",
        "induction allowance (UI)",
    )
    AC_AFO = (
        "ac_afo",
        "allocation de formation (AC)",
        "Ausbildungszuschuss (ALV)",
        "assegno di formazione (AD)",
        "training allowance (UI)",
    )
    AC_COMMUTE = (
        "ac_commute",
        "frais de déplacement (AC)",
        "Pendlerkostenbeitrag (ALV)",
        "sussidio per le spese di pendolare (AD)",
        "commuting allowance (UI)",
    )
    AC_SAI = (
        "ac_sai",
        "soutien à une activité indépendante (AC)",
        "Förderung der Selbständigkeit (ALV)",
        "sostegno a un'attività indipendente (AD)",
        "support for self-employment (UI)",
    )
    VD_ACIT = (
        "vd_acit",
        "allocation cantonale d'initiation (VD)",
        "kantonaler Einarbeitungszuschuss (VD)",
        "assegno cantonale d'introduzione (VD)",
        "cantonal induction allowance (VD)",
    )
    VD_MIP = (
        "vd_mip",
        "mesure d'insertion professionnelle (VD)",
        "berufliche Integrationsmassnahme (VD)",
        "misura d'inserimento professionale (VD)",
        "professional integration measure (VD)",
    )
    VD_MIS = (
        "vd_mis",
        "mesure d'insertion sociale (VD)",
        "soziale Integrationsmassnahme (VD)",
        "misura d'inserimento sociale (VD)",
        "social integration measure (VD)",
    )
    VD_MIS_T = (
        "vd_mis_t",
        "mesure de transition (VD)",
        "Übergangsmassnahme (VD)",
        "misura di transizione (VD)",
        "transition measure (VD)",
    )
    VD_FORJAD = "vd_forjad", "FORJAD (VD)", "FORJAD (VD)", "FORJAD (VD)", "FORJAD (VD)"
    VD_FORMAD = "vd_formad", "FORMAD (VD)", "FORMAD (VD)", "FORMAD (VD)", "FORMAD (VD)"
    VD_UC = (
        "vd_uc",
        "unité commune ORP-CSR (VD)",
        "gemeinsame Einheit RAV-CSR (VD)",
        "unità comune URC-CSR (VD)",
        "joint unit RAV-CSR (VD)",
    )
    CH_AS_LANGUAGE = (
        "ch_as_language",
        "cours de langue (aide sociale)",
        "Sprachkurs (Sozialhilfe)",
        "corso di lingua (assistenza sociale)",
        "language course (social assistance)",
    )
    CH_AS_SOCIAL = (
        "ch_as_social",
        "mesure sociale (canton, commune)",
        "soziale Massnahme (Kanton, Gemeinde)",
        "misura sociale (Cantone, Comune)",
        "social measure (canton, commune)",
    )
    CH_AS_PROFESSIONAL = (
        "ch_as_professional",
        "mesure professionnelle (canton, commune)",
        "berufliche Massnahme (Kanton, Gemeinde)",
        "misura professionale (Cantone, Comune)",
        "professional measure (canton, commune)",
    )
    NE_ISP = "ne_isp", "contrat ISP (NE)", "ISP-Vertrag (NE)", "contratto ISP (NE)", "ISP contract (NE)"
    NE_ESO = (
        "ne_eso",
        "entreprise sociale productive (NE)",
        "produktive Sozialfirma (NE)",
        "impresa sociale produttiva (NE)",
        "productive social enterprise (NE)",
    )
    DI_EARLY = (
        "di_early",
        "intervention précoce (AI)",
        "Frühintervention (IV)",
        "intervento tempestivo (AI)",
        "early intervention (DI)",
    )
    DI_REINSERTION = (
        "di_reinsertion",
        "mesure de réinsertion (AI)",
        "Integrationsmassnahme (IV)",
        "provvedimento di reinserimento (AI)",
        "reintegration measure (DI)",
    )
    DI_ADVICE = (
        "di_advice",
        "conseils et suivi (AI)",
        "Beratung und Begleitung (IV)",
        "consulenza e accompagnamento (AI)",
        "advice and support (DI)",
    )
    DI_GUIDANCE = (
        "di_guidance",
        "orientation professionnelle (AI)",
        "Berufsberatung (IV)",
        "orientamento professionale (AI)",
        "vocational guidance (DI)",
    )
    DI_RETRAINING = (
        "di_retraining",
        "reclassement (AI)",
        "Umschulung (IV)",
        "riformazione professionale (AI)",
        "retraining (DI)",
    )
    DI_PLACEMENT = (
        "di_placement",
        "placement (AI)",
        "Arbeitsvermittlung (IV)",
        "collocamento (AI)",
        "job placement (DI)",
    )
    DI_AIT = (
        "di_ait",
        "allocation d'initiation au travail (AI)",
        "Einarbeitungszuschuss (IV)",
        "assegno per il periodo d'introduzione (AI)",
        "induction allowance (DI)",
    )
    FR_SUPPORT = (
        "fr_support",
        "accompagnement (France)",
        "Begleitung (Frankreich)",
        "accompagnamento (Francia)",
        "support (France)",
    )
    FR_TRAINING = (
        "fr_training",
        "formation (France)",
        "Ausbildung (Frankreich)",
        "formazione (Francia)",
        "training (France)",
    )
    FR_WORKSHOP = (
        "fr_workshop",
        "atelier (France)",
        "Workshop (Frankreich)",
        "laboratorio (Francia)",
        "workshop (France)",
    )
    FR_AID = (
        "fr_aid",
        "aide financière ou matérielle (France)",
        "Beihilfe (Frankreich)",
        "aiuto finanziario o materiale (Francia)",
        "financial or material aid (France)",
    )
    FR_IMMERSION = (
        "fr_immersion",
        "immersion, PMSMP (France)",
        "Schnuppereinsatz PMSMP (Frankreich)",
        "immersione in azienda, PMSMP (Francia)",
        "immersion placement, PMSMP (France)",
    )
    FR_IAE = (
        "fr_iae",
        "insertion par l'activité économique (France)",
        "Eingliederung durch Arbeit IAE (Frankreich)",
        "inserimento tramite l'attività economica (Francia)",
        "integration through economic activity (France)",
    )
    OTHER = "other", "autre mesure", "andere Massnahme", "altra misura", "other measure"
    NE_CASE_MANAGEMENT = (
        "ne_case_management",
        "case management formation professionnelle (NE)",
        "Case Management Berufsbildung (NE)",
        "case management formazione professionale (NE)",
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

    JOB_SEARCH_HELP = (
        "job_search_help",
        "aide à la recherche d'emploi",
        "Hilfe bei der Stellensuche",
        "aiuto alla ricerca d'impiego",
        "help with the job search",
    )
    BASIC_COURSE = "basic_course", "cours de base", "Basiskurs", "corso di base", "basic course"
    LANGUAGE_COURSE = "language_course", "cours de langue", "Sprachkurs", "corso di lingua", "language course"
    VOCATIONAL_TRAINING = (
        "vocational_training",
        "formation professionnelle",
        "Berufsbildung",
        "formazione professionale",
        "vocational training",
    )
    EMPLOYMENT_PROGRAMME = (
        "employment_programme",
        "programme d'emploi",
        "Beschäftigungsprogramm",
        "programma d'occupazione",
        "employment programme",
    )
    INTERNSHIP = "internship", "stage", "Praktikum", "stage", "internship"
    WAGE_SUBSIDY = "wage_subsidy", "subside au salaire", "Lohnzuschuss", "sussidio salariale", "wage subsidy"
    SELF_EMPLOYMENT = (
        "self_employment",
        "activité indépendante",
        "Selbständigkeit",
        "attività indipendente",
        "self-employment",
    )
    COACHING = (
        "coaching",
        "accompagnement intensif",
        "intensive Begleitung",
        "accompagnamento intensivo",
        "intensive support",
    )
    OBSTACLE_REMOVAL = (
        "obstacle_removal",
        "levée d'un frein",
        "Abbau eines Hemmnisses",
        "superamento di un ostacolo",
        "removal of an obstacle",
    )
    SOCIAL_STABILISATION = (
        "social_stabilisation",
        "stabilisation sociale",
        "soziale Stabilisierung",
        "stabilizzazione sociale",
        "social stabilisation",
    )
    ALLOWANCE = "allowance", "aide financière", "finanzieller Beitrag", "aiuto finanziario", "financial aid"
