"""Closed lists about a person's situation: insurances, permits, languages, education, statuses."""

from matching.domain.vocabulary.closed_list import ClosedList


class Country(ClosedList):
    """Countries whose offices use the service. Source: ISO 3166-1."""

    CH = "ch", "Suisse", "Schweiz"
    FR = "fr", "France", "Frankreich"


class PermitKind(ClosedList):
    """What allows a person to stay and work. Source: LEI/AIG permits B to S; French titles in one entry each."""

    CITIZEN = "citizen", "Nationalité du pays", "Staatsangehörigkeit des Landes"
    C = "c", "Permis C (établissement)", "Ausweis C (Niederlassung)"
    B = "b", "Permis B (séjour)", "Ausweis B (Aufenthalt)"
    L = "l", "Permis L (courte durée)", "Ausweis L (Kurzaufenthalt)"
    F = "f", "Permis F (admission provisoire)", "Ausweis F (vorläufige Aufnahme)"
    N = "n", "Permis N (requérant d'asile)", "Ausweis N (Asylsuchende)"
    S = "s", "Statut S (protection)", "Schutzstatus S"
    G = "g", "Permis G (frontalier)", "Ausweis G (Grenzgänger)"
    EU_FREE_MOVEMENT = "eu_free_movement", "Libre circulation UE/AELE", "Freizügigkeit EU/EFTA"
    FR_RESIDENCE_TITLE = "fr_residence_title", "Titre de séjour français", "Französischer Aufenthaltstitel"


class Language(ClosedList):
    """Languages an offer may ask for. Source: ISO 639-1; add one line to add a language."""

    FR = "fr", "français", "Französisch"
    DE = "de", "allemand", "Deutsch"
    GSW = "gsw", "suisse allemand", "Schweizerdeutsch"
    IT = "it", "italien", "Italienisch"
    EN = "en", "anglais", "Englisch"
    ES = "es", "espagnol", "Spanisch"
    PT = "pt", "portugais", "Portugiesisch"
    SQ = "sq", "albanais", "Albanisch"
    AR = "ar", "arabe", "Arabisch"
    TR = "tr", "turc", "Türkisch"
    TI = "ti", "tigrinya", "Tigrinya"
    FA = "fa", "persan / dari", "Persisch / Dari"
    UK = "uk", "ukrainien", "Ukrainisch"
    RU = "ru", "russe", "Russisch"
    PL = "pl", "polonais", "Polnisch"
    NL = "nl", "néerlandais", "Niederländisch"
    ZH = "zh", "chinois", "Chinesisch"


class LanguageLevel(ClosedList):
    """Levels of the Common European Framework, and none at all; the order is that of the list."""

    NONE = "none", "aucun", "keine"
    A1 = "a1", "A1", "A1"
    A2 = "a2", "A2", "A2"
    B1 = "b1", "B1", "B1"
    B2 = "b2", "B2", "B2"
    C1 = "c1", "C1", "C1"
    C2 = "c2", "C2", "C2"


class EducationLevel(ClosedList):
    """Highest completed education; the order is that of the list. Source: ISCED 2011, Swiss and French diplomas."""

    NONE = "none", "scolarité non achevée", "ohne Schulabschluss"
    COMPULSORY = "compulsory", "scolarité obligatoire", "obligatorische Schule"
    VOCATIONAL_2Y = "vocational_2y", "AFP (formation de deux ans)", "EBA (zweijährige Grundbildung)"
    VOCATIONAL = "vocational", "CFC, CAP/BEP", "EFZ, CAP/BEP"
    BACCALAUREATE = "baccalaureate", "maturité, baccalauréat", "Matura, Baccalauréat"
    HIGHER_VOCATIONAL = "higher_vocational", "brevet, diplôme supérieur, BTS", "Berufsprüfung, höhere Fachschule, BTS"
    UNIVERSITY = "university", "haute école, université", "Hochschule, Universität"


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


class Schedule(ClosedList):
    """When work or a course takes place. Source: house list, from the working-time texts of offers."""

    DAY = "day", "en journée", "tagsüber"
    EARLY = "early", "tôt le matin", "frühmorgens"
    EVENING = "evening", "le soir", "abends"
    NIGHT = "night", "la nuit", "nachts"
    SATURDAY = "saturday", "le samedi", "samstags"
    SUNDAY = "sunday", "le dimanche", "sonntags"


class LicenceCategory(ClosedList):
    """Driving and machine licences. Source: categories of OAC (CH) and Code de la route (FR), CACES."""

    A = "a", "permis moto (A)", "Motorrad (A)"
    B = "b", "permis voiture (B)", "Auto (B)"
    BE = "be", "permis remorque (BE)", "Anhänger (BE)"
    C = "c", "permis poids lourd (C)", "Lastwagen (C)"
    D = "d", "permis autocar (D)", "Car (D)"
    FORKLIFT = "forklift", "cariste (CACES, permis élévateur)", "Stapler"


class Strain(ClosedList):
    """What work may demand of the body, and what a person may be unable to do: functional, never a diagnosis."""

    HEAVY_LIFTING = "heavy_lifting", "port de charges lourdes (plus de 10 kg)", "Heben schwerer Lasten (über 10 kg)"
    LONG_STANDING = "long_standing", "station debout prolongée", "langes Stehen"
    LONG_SITTING = "long_sitting", "station assise prolongée", "langes Sitzen"
    BENDING = "bending", "travail penché ou accroupi", "gebückte Haltung"
    OVERHEAD = "overhead", "travail bras levés", "Überkopfarbeit"
    HEIGHT = "height", "travail en hauteur", "Arbeit in der Höhe"
    FINE_HAND = "fine_hand", "travail manuel fin", "Feinarbeit mit den Händen"
    DUST_OR_CHEMICALS = "dust_or_chemicals", "poussières ou produits chimiques", "Staub oder Chemikalien"
    NOISE = "noise", "bruit", "Lärm"
    COLD_OR_HEAT = "cold_or_heat", "froid ou chaleur", "Kälte oder Hitze"
    HIGH_PACE = "high_pace", "rythme soutenu", "hohes Tempo"
    PUBLIC_CONTACT = "public_contact", "contact avec le public", "Publikumskontakt"
