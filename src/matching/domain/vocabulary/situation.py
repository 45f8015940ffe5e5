"""Closed lists about a person's situation: permits, languages, education, hours, licences, strains."""

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
