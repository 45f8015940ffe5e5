"""Closed lists about options: kinds, payers and institutions, contracts, capacity, effects of taking one."""

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
