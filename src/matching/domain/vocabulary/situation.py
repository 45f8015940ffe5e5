"""Closed lists about a person's situation: permits, languages, education, hours, licences, strains."""

from matching.domain.vocabulary.closed_list import ClosedList


class Country(ClosedList):
    """Countries whose offices use the service. Source: ISO 3166-1."""

    CH = "ch", "Suisse", "Schweiz", "Svizzera", "Switzerland"
    FR = "fr", "France", "Frankreich", "Francia", "France"


class PermitKind(ClosedList):
    """What allows a person to stay and work. Source: LEI/AIG permits B to S; French titles in one entry each."""

    CITIZEN = (
        "citizen",
        "Nationalité du pays",
        "Staatsangehörigkeit des Landes",
        "Cittadinanza del Paese",
        "Citizenship of the country",
    )
    C = "c", "Permis C (établissement)", "Ausweis C (Niederlassung)", "Permesso C (domicilio)", "C permit (settlement)"
    B = "b", "Permis B (séjour)", "Ausweis B (Aufenthalt)", "Permesso B (dimora)", "B permit (residence)"
    L = (
        "l",
        "Permis L (courte durée)",
        "Ausweis L (Kurzaufenthalt)",
        "Permesso L (soggiorno di breve durata)",
        "L permit (short-term residence)",
    )
    F = (
        "f",
        "Permis F (admission provisoire)",
        "Ausweis F (vorläufige Aufnahme)",
        "Permesso F (ammissione provvisoria)",
        "F permit (provisional admission)",
    )
    N = (
        "n",
        "Permis N (requérant d'asile)",
        "Ausweis N (Asylsuchende)",
        "Permesso N (richiedente l'asilo)",
        "N permit (asylum seeker)",
    )
    S = "s", "Statut S (protection)", "Schutzstatus S", "Statuto S (protezione)", "S status (protection)"
    G = (
        "g",
        "Permis G (frontalier)",
        "Ausweis G (Grenzgänger)",
        "Permesso G (frontaliero)",
        "G permit (cross-border commuter)",
    )
    EU_FREE_MOVEMENT = (
        "eu_free_movement",
        "Libre circulation UE/AELE",
        "Freizügigkeit EU/EFTA",
        "Libera circolazione UE/AELS",
        "EU/EFTA free movement",
    )
    FR_RESIDENCE_TITLE = (
        "fr_residence_title",
        "Titre de séjour français",
        "Französischer Aufenthaltstitel",
        "Titolo di soggiorno francese",
        "French residence permit",
    )


class Language(ClosedList):
    """Languages an offer may ask for. Source: ISO 639-1; add one line to add a language."""

    FR = "fr", "français", "Französisch", "francese", "French"
    DE = "de", "allemand", "Deutsch", "tedesco", "German"
    GSW = "gsw", "suisse allemand", "Schweizerdeutsch", "svizzero tedesco", "Swiss German"
    IT = "it", "italien", "Italienisch", "italiano", "Italian"
    EN = "en", "anglais", "Englisch", "inglese", "English"
    ES = "es", "espagnol", "Spanisch", "spagnolo", "Spanish"
    PT = "pt", "portugais", "Portugiesisch", "portoghese", "Portuguese"
    SQ = "sq", "albanais", "Albanisch", "albanese", "Albanian"
    AR = "ar", "arabe", "Arabisch", "arabo", "Arabic"
    TR = "tr", "turc", "Türkisch", "turco", "Turkish"
    TI = "ti", "tigrinya", "Tigrinya", "tigrino", "Tigrinya"
    FA = "fa", "persan / dari", "Persisch / Dari", "persiano / dari", "Persian / Dari"
    UK = "uk", "ukrainien", "Ukrainisch", "ucraino", "Ukrainian"
    RU = "ru", "russe", "Russisch", "russo", "Russian"
    PL = "pl", "polonais", "Polnisch", "polacco", "Polish"
    NL = "nl", "néerlandais", "Niederländisch", "olandese", "Dutch"
    ZH = "zh", "chinois", "Chinesisch", "cinese", "Chinese"


class LanguageLevel(ClosedList):
    """Levels of the Common European Framework, and none at all; the order is that of the list."""

    NONE = "none", "aucun", "keine", "nessuno", "none"
    A1 = "a1", "A1", "A1", "A1", "A1"
    A2 = "a2", "A2", "A2", "A2", "A2"
    B1 = "b1", "B1", "B1", "B1", "B1"
    B2 = "b2", "B2", "B2", "B2", "B2"
    C1 = "c1", "C1", "C1", "C1", "C1"
    C2 = "c2", "C2", "C2", "C2", "C2"


class EducationLevel(ClosedList):
    """Highest completed education; the order is that of the list. Source: ISCED 2011, Swiss and French diplomas."""

    NONE = (
        "none",
        "scolarité non achevée",
        "ohne Schulabschluss",
        "scuola dell'obbligo non conclusa",
        "schooling not completed",
    )
    COMPULSORY = (
        "compulsory",
        "scolarité obligatoire",
        "obligatorische Schule",
        "scuola dell'obbligo",
        "compulsory schooling",
    )
    VOCATIONAL_2Y = (
        "vocational_2y",
        "AFP (formation de deux ans)",
        "EBA (zweijährige Grundbildung)",
        "CFP (formazione biennale)",
        "federal VET certificate (two-year training)",
    )
    VOCATIONAL = "vocational", "CFC, CAP/BEP", "EFZ, CAP/BEP", "AFC, CAP/BEP", "federal VET diploma, CAP/BEP"
    BACCALAUREATE = (
        "baccalaureate",
        "maturité, baccalauréat",
        "Matura, Baccalauréat",
        "maturità, baccalauréat",
        "baccalaureate (Matura, baccalauréat)",
    )
    HIGHER_VOCATIONAL = (
        "higher_vocational",
        "brevet, diplôme supérieur, BTS",
        "Berufsprüfung, höhere Fachschule, BTS",
        "attestato professionale, diploma superiore, BTS",
        "federal diploma, higher diploma, BTS",
    )
    UNIVERSITY = (
        "university",
        "haute école, université",
        "Hochschule, Universität",
        "scuola universitaria, università",
        "university of applied sciences, university",
    )


class Schedule(ClosedList):
    """When work or a course takes place. Source: house list, from the working-time texts of offers."""

    DAY = "day", "en journée", "tagsüber", "di giorno", "in the daytime"
    EARLY = "early", "tôt le matin", "frühmorgens", "la mattina presto", "early in the morning"
    EVENING = "evening", "le soir", "abends", "la sera", "in the evening"
    NIGHT = "night", "la nuit", "nachts", "la notte", "at night"
    SATURDAY = "saturday", "le samedi", "samstags", "il sabato", "on Saturdays"
    SUNDAY = "sunday", "le dimanche", "sonntags", "la domenica", "on Sundays"


class LicenceCategory(ClosedList):
    """Driving and machine licences. Source: categories of OAC (CH) and Code de la route (FR), CACES."""

    A = "a", "permis moto (A)", "Motorrad (A)", "licenza moto (A)", "motorcycle licence (A)"
    B = "b", "permis voiture (B)", "Auto (B)", "licenza auto (B)", "car licence (B)"
    BE = "be", "permis remorque (BE)", "Anhänger (BE)", "licenza rimorchio (BE)", "trailer licence (BE)"
    C = "c", "permis poids lourd (C)", "Lastwagen (C)", "licenza autocarro (C)", "lorry licence (C)"
    D = "d", "permis autocar (D)", "Car (D)", "licenza torpedone (D)", "coach licence (D)"
    FORKLIFT = (
        "forklift",
        "cariste (CACES, permis élévateur)",
        "Stapler",
        "carrellista (CACES, permesso carrelli elevatori)",
        "forklift driver (CACES, forklift licence)",
    )


class Strain(ClosedList):
    """What work may demand of the body, and what a person may be unable to do: functional, never a diagnosis."""

    HEAVY_LIFTING = (
        "heavy_lifting",
        "port de charges lourdes (plus de 10 kg)",
        "Heben schwerer Lasten (über 10 kg)",
        "sollevare carichi pesanti (più di 10 kg)",
        "lifting heavy loads (over 10 kg)",
    )
    LONG_STANDING = (
        "long_standing",
        "station debout prolongée",
        "langes Stehen",
        "posizione in piedi prolungata",
        "standing for long periods",
    )
    LONG_SITTING = (
        "long_sitting",
        "station assise prolongée",
        "langes Sitzen",
        "posizione seduta prolungata",
        "sitting for long periods",
    )
    BENDING = (
        "bending",
        "travail penché ou accroupi",
        "gebückte Haltung",
        "lavoro chinato o accovacciato",
        "bending or crouching",
    )
    OVERHEAD = "overhead", "travail bras levés", "Überkopfarbeit", "lavoro a braccia alzate", "working with raised arms"
    HEIGHT = "height", "travail en hauteur", "Arbeit in der Höhe", "lavoro in quota", "working at height"
    FINE_HAND = (
        "fine_hand",
        "travail manuel fin",
        "Feinarbeit mit den Händen",
        "lavoro manuale di precisione",
        "fine manual work",
    )
    DUST_OR_CHEMICALS = (
        "dust_or_chemicals",
        "poussières ou produits chimiques",
        "Staub oder Chemikalien",
        "polveri o prodotti chimici",
        "dust or chemicals",
    )
    NOISE = "noise", "bruit", "Lärm", "rumore", "noise"
    COLD_OR_HEAT = "cold_or_heat", "froid ou chaleur", "Kälte oder Hitze", "freddo o caldo", "cold or heat"
    HIGH_PACE = "high_pace", "rythme soutenu", "hohes Tempo", "ritmo sostenuto", "fast pace"
    PUBLIC_CONTACT = (
        "public_contact",
        "contact avec le public",
        "Publikumskontakt",
        "contatto con il pubblico",
        "contact with the public",
    )
