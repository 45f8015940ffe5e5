"""Closed lists about options: kinds, payers and institutions, contracts, capacity, effects of taking one."""

from matching.domain.vocabulary.closed_list import ClosedList


class OpportunityKind(ClosedList):
    """The three kinds of option in one list."""

    VACANCY = "vacancy", "Emploi", "Stelle", "Impiego", "Job"
    MEASURE = "measure", "Mesure", "Massnahme", "Misura", "Measure"
    PLACEMENT = "placement", "Entreprise sociale", "Sozialfirma", "Impresa sociale", "Social enterprise"


class Payer(ClosedList):
    """Who pays. Three payers per person in Switzerland: most errors of the field are errors about which."""

    AC = (
        "ac",
        "assurance-chômage (AC)",
        "Arbeitslosenversicherung (ALV)",
        "assicurazione contro la disoccupazione (AD)",
        "unemployment insurance (UI)",
    )
    AS_CANTON = (
        "as_canton",
        "aide sociale, canton",
        "Sozialhilfe, Kanton",
        "assistenza sociale, Cantone",
        "social assistance, canton",
    )
    AS_COMMUNE = (
        "as_commune",
        "aide sociale, commune",
        "Sozialhilfe, Gemeinde",
        "assistenza sociale, Comune",
        "social assistance, commune",
    )
    DI = (
        "di",
        "assurance-invalidité (AI)",
        "Invalidenversicherung (IV)",
        "assicurazione invalidità (AI)",
        "disability insurance (DI)",
    )
    STATE_FR = "state_fr", "État (France)", "Staat (Frankreich)", "Stato (Francia)", "State (France)"
    DEPT_FR = (
        "dept_fr",
        "département (France)",
        "Departement (Frankreich)",
        "dipartimento (Francia)",
        "département (France)",
    )
    FSE = "fse", "Fonds social européen", "Europäischer Sozialfonds", "Fondo sociale europeo", "European Social Fund"
    EMPLOYER = "employer", "employeur", "Arbeitgeber", "datore di lavoro", "employer"
    MIXED = "mixed", "plusieurs payeurs", "mehrere Kostenträger", "più enti finanziatori", "several payers"
    CANTON = "canton", "canton", "Kanton", "Cantone", "canton"  # its half of LACI art. 59d: no social assistance


class Institution(ClosedList):
    """Who is who. Source: institutions of Vaud, Neuchâtel, Lucerne and France."""

    ORP = "orp", "ORP", "RAV", "URC", "regional employment centre (RAV)"
    CSR = (
        "csr",
        "CSR (centre social régional)",
        "Sozialdienst (CSR)",
        "CSR (centro sociale regionale)",
        "CSR (regional social centre)",
    )
    SSR = (
        "ssr",
        "SSR (service social régional)",
        "Sozialdienst (SSR)",
        "SSR (servizio sociale regionale)",
        "SSR (regional social service)",
    )
    SOCIAL_COMMUNE = (
        "social_commune",
        "service social communal",
        "kommunaler Sozialdienst",
        "servizio sociale comunale",
        "communal social service",
    )
    OAI = "oai", "office AI", "IV-Stelle", "ufficio AI", "DI office"
    UC = (
        "uc",
        "unité commune ORP-CSR",
        "gemeinsame Einheit RAV-Sozialdienst",
        "unità comune URC-CSR",
        "joint unit RAV-CSR",
    )
    LMMT = (
        "lmmt",
        "logistique des mesures (LMMT)",
        "Logistik arbeitsmarktliche Massnahmen (LAM)",
        "logistica dei provvedimenti del mercato del lavoro",
        "logistics of labour market measures (LMMT)",
    )
    OCBE = (
        "ocbe",
        "office des bourses (OCBE)",
        "Stipendienamt (OCBE)",
        "ufficio delle borse di studio (OCBE)",
        "study grants office (OCBE)",
    )
    SMIG = "smig", "service des migrations", "Migrationsamt", "ufficio della migrazione", "migration office"
    FT = "ft", "France Travail", "France Travail", "France Travail", "France Travail"
    DEPT = "dept", "département", "Departement", "dipartimento", "département"
    MISSION_LOCALE = "mission_locale", "mission locale", "Mission locale", "mission locale", "mission locale"
    CAP_EMPLOI = "cap_emploi", "Cap emploi", "Cap emploi", "Cap emploi", "Cap emploi"
    SIAE = (
        "siae",
        "structure d'insertion (SIAE)",
        "Eingliederungsbetrieb (SIAE)",
        "impresa d'inserimento (SIAE)",
        "work-integration enterprise (SIAE)",
    )
    ORGANISER = (
        "organiser",
        "organisateur de mesure",
        "Massnahmenanbieter",
        "organizzatore di misure",
        "organiser of measures",
    )


SOCIAL_OFFICES = frozenset({Institution.CSR, Institution.SSR, Institution.SOCIAL_COMMUNE, Institution.UC})
"""Offices of social assistance in Switzerland; a joint unit is one of them and a placement office as well."""

PLACEMENT_OFFICES = frozenset({Institution.ORP, Institution.LMMT, Institution.UC})
"""Offices of the Swiss employment service."""


class SiaeKind(ClosedList):
    """French structures; the first five are SIAE, the others not. Source: les-emplois, companies/enums.py."""

    ACI = (
        "aci",
        "atelier et chantier d'insertion (ACI)",
        "Eingliederungswerkstatt (ACI)",
        "laboratorio e cantiere d'inserimento (ACI)",
        "integration workshop and worksite (ACI)",
    )
    AI = (
        "siae_ai",
        "association intermédiaire",
        "Vermittlungsverein (AI)",
        "associazione intermediaria",
        "intermediary association",
    )
    EI = (
        "ei",
        "entreprise d'insertion (EI)",
        "Eingliederungsbetrieb (EI)",
        "impresa d'inserimento (EI)",
        "integration enterprise (EI)",
    )
    EITI = (
        "eiti",
        "insertion par le travail indépendant (EITI)",
        "Eingliederung durch Selbständigkeit (EITI)",
        "inserimento tramite il lavoro indipendente (EITI)",
        "integration through self-employment (EITI)",
    )
    ETTI = (
        "etti",
        "travail temporaire d'insertion (ETTI)",
        "Temporärarbeit zur Eingliederung (ETTI)",
        "lavoro temporaneo d'inserimento (ETTI)",
        "temporary agency work for integration (ETTI)",
    )
    EA = "ea", "entreprise adaptée (EA)", "angepasster Betrieb (EA)", "impresa adattata (EA)", "adapted enterprise (EA)"
    EATT = (
        "eatt",
        "entreprise adaptée de travail temporaire (EATT)",
        "angepasste Temporärfirma (EATT)",
        "impresa adattata di lavoro temporaneo (EATT)",
        "adapted temporary work agency (EATT)",
    )
    GEIQ = (
        "geiq",
        "groupement d'employeurs (GEIQ)",
        "Arbeitgeberverbund (GEIQ)",
        "gruppo di datori di lavoro (GEIQ)",
        "group of employers (GEIQ)",
    )
    OPCS = (
        "opcs",
        "organisation porteuse de la clause sociale",
        "Trägerin der Sozialklausel",
        "ente responsabile della clausola sociale",
        "body in charge of the social clause",
    )


SIAE = (SiaeKind.ACI, SiaeKind.AI, SiaeKind.EI, SiaeKind.EITI, SiaeKind.ETTI)
"""Those that are SIAE."""


class ContractKind(ClosedList):
    """What a person signs. Source: Swiss and French contracts seen in the sources."""

    PERMANENT = (
        "permanent",
        "contrat à durée indéterminée",
        "unbefristet",
        "contratto di durata indeterminata",
        "permanent contract",
    )
    FIXED_TERM = (
        "fixed_term",
        "contrat à durée déterminée",
        "befristet",
        "contratto di durata determinata",
        "fixed-term contract",
    )
    TEMPORARY_AGENCY = (
        "temporary_agency",
        "mission temporaire",
        "Temporäreinsatz",
        "impiego temporaneo",
        "temporary agency work",
    )
    APPRENTICESHIP = (
        "apprenticeship",
        "apprentissage, alternance",
        "Lehre",
        "tirocinio, formazione in alternanza",
        "apprenticeship, work-study training",
    )
    INTERNSHIP = "internship", "stage", "Praktikum", "stage", "internship"
    SUBSIDISED = (
        "subsidised",
        "contrat subventionné ou d'insertion",
        "subventionierter Vertrag",
        "contratto sovvenzionato o d'inserimento",
        "subsidised or integration contract",
    )
    CDDI = (
        "cddi",
        "contrat d'insertion (CDDI)",
        "Eingliederungsvertrag (CDDI)",
        "contratto d'inserimento (CDDI)",
        "integration contract (CDDI)",
    )
    SELF_EMPLOYED = "self_employed", "indépendant", "selbständig", "attività indipendente", "self-employed"
    NONE = (
        "none",
        "sans contrat de travail",
        "ohne Arbeitsvertrag",
        "senza contratto di lavoro",
        "no employment contract",
    )


class CapacityStatus(ClosedList):
    """Whether a place is free, as far as known. Source: mulighetsrommet, Dora."""

    OPEN = "open", "places libres", "freie Plätze", "posti liberi", "free places"
    LIMITED = "limited", "peu de places", "wenige Plätze", "pochi posti", "few places"
    WAITING_LIST = "waiting_list", "liste d'attente", "Warteliste", "lista d'attesa", "waiting list"
    FULL = "full", "complet", "voll", "completo", "full"
    UNKNOWN = "unknown", "places non connues", "Plätze unbekannt", "posti non noti", "places not known"


class AssistanceEffect(ClosedList):
    """What taking an option does to social assistance. House list."""

    WAGE_DEDUCTED = (
        "wage_deducted",
        "le salaire est déduit de l'aide sociale, avec franchise éventuelle",
        "der Lohn wird angerechnet, evtl. mit Freibetrag",
        "il salario è dedotto dall'assistenza sociale, con eventuale franchigia",
        "the wage is deducted from social assistance, less any exempt amount",
    )
    UNCHANGED = (
        "unchanged",
        "l'aide sociale continue sans changement",
        "die Sozialhilfe läuft unverändert weiter",
        "l'assistenza sociale continua senza cambiamenti",
        "social assistance continues unchanged",
    )
    SUPPLEMENT = (
        "supplement",
        "l'aide sociale continue, avec un supplément d'insertion",
        "die Sozialhilfe läuft weiter, mit Integrationszulage",
        "l'assistenza sociale continua, con un supplemento d'integrazione",
        "social assistance continues, with an integration supplement",
    )
    REPLACED_BY_GRANT = (
        "replaced_by_grant",
        "une bourse remplace l'aide sociale",
        "ein Stipendium ersetzt die Sozialhilfe",
        "una borsa di studio sostituisce l'assistenza sociale",
        "a study grant replaces social assistance",
    )
    REPLACED_BY_DAILY_ALLOWANCE = (
        "replaced_by_daily_allowance",
        "des indemnités journalières sont versées",
        "es werden Taggelder bezahlt",
        "sono versate indennità giornaliere",
        "daily allowances are paid",
    )
    CUMULATED_AT_FIRST = (
        "cumulated_at_first",
        "cumul possible au début, puis recalcul",
        "anfangs kumulierbar, dann neu berechnet",
        "cumulo possibile all'inizio, poi nuovo calcolo",
        "both may be received at first, then it is recalculated",
    )


class DebtEffect(ClosedList):
    """What taking an option does to debt enforcement. A wage above the vital minimum can be attached (LP 93)."""

    NONE = (
        "none",
        "sans effet sur les poursuites",
        "ohne Wirkung auf Betreibungen",
        "nessun effetto sulle esecuzioni",
        "no effect on debt enforcement",
    )
    WAGE_ATTACHABLE = (
        "wage_attachable",
        "le salaire au-dessus du minimum vital peut être saisi",
        "Lohn über dem Existenzminimum ist pfändbar",
        "il salario oltre il minimo vitale può essere pignorato",
        "wages above the subsistence minimum can be seized",
    )
    HELPS = (
        "helps",
        "aide à régler les dettes",
        "hilft bei der Schuldenregelung",
        "aiuta a regolare i debiti",
        "helps to settle debts",
    )


class FitnessTest(ClosedList):
    """Provider criteria only the payer or a doctor can answer, as fit or not fit; never a diagnosis."""

    MEDICALLY_STABLE = (
        "medically_stable",
        "état de santé compatible, confirmé",
        "Gesundheit vereinbar, bestätigt",
        "stato di salute compatibile, confermato",
        "state of health compatible, confirmed",
    )
    ABLE_TO_WORK_BY_DI_CRITERIA = (
        "able_to_work_by_di_criteria",
        "capacité de travail au sens de l'AI",
        "arbeitsfähig im Sinn der IV",
        "capacità al lavoro ai sensi dell'AI",
        "capacity for work as the DI defines it",
    )
    COPES_WITH_GROUP = (
        "copes_with_group",
        "participation à un groupe possible",
        "Teilnahme an einer Gruppe möglich",
        "partecipazione a un gruppo possibile",
        "able to take part in a group",
    )
