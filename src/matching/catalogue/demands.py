"""What a text says, unmistakably, of body, hours, pace and licences.

Wrong finds exclude people, so a doubt finds nothing.
"""

import re

from matching.domain.vocabulary.situation import LicenceCategory, Schedule, Strain


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


_CLAUSE_END = re.compile(r"[.;!?\n•*]+|\s[-–>]+\s|\b(?:mais|aber|sondern|but|ma)\b", re.IGNORECASE)

# One of these in the same clause, and nothing is found there.
_NEGATION = _any(
    *("sans", "pas", r"aucun\w*", "ni", "jamais", "non", "hors", r"évit\w+", r"interdi\w+", r"exclu\w*"),
    *(r"kein\w*", "ohne", "nicht", "nie", r"vermeid\w+", "senza", r"nessun\w*", "né", "mai", "evitare"),
    *("no", "not", "without", "never", r"avoid\w*"),
)
_DOUBT = _any(
    *(r"possib\w+", r"éventuel\w*", "peut", "peuvent", r"pourr\w+", "ou", r"exceptionnel\w*", r"occasionnel\w*"),
    *(r"ponctuel\w*", "volontariat", "selon", "variables?", "restrictions?", r"contre-indication\w*", "limitations?"),
    *(r"möglich\w*", "eventuell", "kann", "können", "oder", "gelegentlich", "ausnahmsweise", "freiwillig"),
    *(r"eventual\w*", "oppure", r"occasional\w*", "may", "might", "or", r"optional\w*", r"adapté\w* aux"),
)
_MONEY = _any(
    *("primes?", r"major\w+", r"indemnit\w+", r"suj[ée]tions?", "paniers?", r"financ\w+", r"fiscal\w*", "sociales?"),
    *(r"budg\w+", r"comptab\w+", "loyers?", r"\w*zuschl[aä]g\w*", r"\w*zulagen?", r"maggiorazion\w+", r"indennit\w+"),
    *("bonus", "allowances?", r"\d+ ?%"),
)
_REST = _any(
    *("repos", r"ferm\w+", r"cong\w+", "libres?", "disposez", "geschlossen", r"frei\w*", r"chius\w+", "riposo"),
    *("closed", "off"),
)
_MACHINE = _any(
    *("ponts? roulants?", "chariots?", "engins?", "grues?", r"grutier\w*", "transpalettes?", "nacelles?"),
    *("élévateurs?", "treuils?", "camions?", "poids[- ]lourds?", r"kran\w*", r"\w*stapler\w*", "gru", "muletto"),
    *(r"carrell\w+", "forklifts?", "cranes?"),
)

_LIGHT = 10  # kilograms; above is heavy, as the closed list says
_HEAVY_KG = re.compile(
    r"\b(?:ports? (?:de )?charges?|porter (?:des )?charges?|Lasten|carichi|loads?)\b[^.;\n]{0,25}?"
    r"(?<!\d)(\d{2,3}) ?(?:kg|kilos?)\b",
    re.IGNORECASE,
)
_STRAINS: dict[Strain, re.Pattern[str]] = {
    Strain.HEAVY_LIFTING: _any(
        *("charges? (?:très |parfois )?lourdes?", "manutentions? lourdes?", "schwere[nr]? (?:Lasten|Gegenstände)"),
        *("schwer heben", "carichi pesanti", "heavy (?:lifting|loads)", "lift(?:ing)? heavy"),
    ),
    Strain.LONG_STANDING: _any(
        *("(?:station|position) debout prolongée", "langes Stehen", "in piedi (?:a lungo|tutto il giorno)"),
        "prolonged standing",
    ),
    Strain.LONG_SITTING: _any("(?:station|position) assise prolongée", "langes Sitzen", "prolonged sitting"),
    Strain.HIGH_PACE: _any(
        *("(?:rythme|cadence)s? (?:de travail )?(?:soutenue?s?|élevée?s?|intensifs?)", "hohe[sm]? (?:Arbeits)?tempo"),
        *("ritm[oi] (?:sostenut[oi]|elevat[oi])", "fast[- ]paced"),
    ),
    Strain.HEIGHT: _any(
        *("trava(?:il|ux) en hauteur", "Arbeit(?:en)? in (?:der |gro(?:ss|ß)er )?Höhe", "lavor[io] in quota"),
        "work(?:ing)? at heights?",
    ),
}

_WORK = r"(?:trava(?:il|ux|illez|illerez|iller)|postes?|équipes?|horaires?|service)(?: aussi| également)?"
_EACH = r"(?:le|les|du|un|1)"
_OF_SEVERAL = r"(?:\d|deux|trois|quatre)"
_SCHEDULES: dict[tuple[Schedule, ...], re.Pattern[str]] = {
    (Schedule.NIGHT,): _any(
        *(rf"{_WORK} (?:de|la) nuit(?! et (?:de )?jour)", "veilleu(?:r|se) de nuit", r"Nachtschicht\w*", "Nachtarbeit"),
        *(r"Nachtdienst\w*", "turn[io] (?:di notte|notturn[io])", "lavoro notturno", "night shifts?"),
    ),
    (Schedule.SUNDAY,): _any(
        *(rf"{_WORK} {_EACH} dimanches?", rf"(?:1|un) dimanche sur {_OF_SEVERAL}", "dimanches? travaillés?"),
        *("Sonntagsarbeit", r"Sonntagsdienst\w*", "lavoro domenicale", "sunday work"),
    ),
    (Schedule.SATURDAY,): _any(
        *(rf"{_WORK} {_EACH} samedis?", rf"(?:1|un) samedi sur {_OF_SEVERAL}", "samedis? travaillés?"),
        *("Samstagsarbeit", "saturday work"),
    ),
    (Schedule.SATURDAY, Schedule.SUNDAY): _any(
        *(rf"{_WORK} (?:{_EACH} )?week[- ]?ends?", rf"(?:1|un) week[- ]?end sur {_OF_SEVERAL}"),
        *(rf"{_WORK} (?:les? )?samedis? et (?:les? )?dimanches?", "Wochenendarbeit", r"Wochenenddienst\w*"),
        "weekend work",
    ),
    (Schedule.EARLY,): _any(
        rf"(?:prise de poste|début|{_WORK}) (?:dès |à partir de |à )0?[3-5] ?h(?:00|30)?",
        *("tôt le matin", "frühmorgens", r"Frühschicht\w*", "al mattino presto", "early mornings?"),
    ),
}


def find_strains(text: str) -> tuple[Strain, ...]:
    """What the work asks of the body, in the order of the closed list; () where nothing is certain."""
    mentioned = {strain: phrases for strain, phrases in _STRAINS.items() if phrases.search(text)}
    weighed = _HEAVY_KG.search(text) is not None
    if not (mentioned or weighed):
        return ()
    found: set[Strain] = set()
    for clause in _certain_clauses(text, _NEGATION, _DOUBT, _MONEY):
        here = {strain for strain, phrases in mentioned.items() if phrases.search(clause)}
        weight = _HEAVY_KG.search(clause) if weighed else None
        if weight and int(weight[1]) > _LIGHT:
            here.add(Strain.HEAVY_LIFTING)
        if _MACHINE.search(clause):  # then the machine lifts
            here.discard(Strain.HEAVY_LIFTING)
        found |= here
    return tuple(strain for strain in Strain if strain in found)


def find_schedules(text: str) -> tuple[Schedule, ...]:
    """The hours at which work is certain to take place, in the order of the closed list; () where none are."""
    mentioned = {schedules: phrases for schedules, phrases in _SCHEDULES.items() if phrases.search(text)}
    if not mentioned:
        return ()
    found: set[Schedule] = set()
    for clause in _certain_clauses(text, _NEGATION, _DOUBT, _MONEY, _REST):
        for schedules, phrases in mentioned.items():
            if phrases.search(clause):
                found.update(schedules)
    return tuple(schedule for schedule in Schedule if schedule in found)


_DEMANDED = _any(
    *(r"exigée?s?", r"obligatoires?", r"indispensables?", r"nécessaires?", r"requis(?:e|es)?", r"impérati\w+"),
    *(r"erforderlich", r"zwingend", r"notwendig", r"vorausgesetzt", r"Bedingung", r"Voraussetzung"),
    *(r"richiest[aeo]", r"indispensabil[ei]", r"obbligatori[aeo]", r"required", r"mandatory"),
)
_TO_BE_HAD_LATER = _any(
    r"à (?:passer|obtenir)", r"da ottenere", r"nachhol\w+", r"bereit\w*", r"atouts?", r"un plus", "Vorteil"
)
_CATEGORY = r"(?: (?:de )?[ck]at[ée]gorie)?"
_LICENCE = rf"(?:permis(?: de conduire)?|führerausweis|führerschein|patente){_CATEGORY}"
_ABBREVIATED = re.compile(r"\b([ck])at\.", re.IGNORECASE)
_LICENCES: dict[LicenceCategory, re.Pattern[str]] = {
    LicenceCategory.B: _any(rf"{_LICENCE} (?-i:B)", r"permis voiture"),
    LicenceCategory.BE: _any(rf"{_LICENCE} (?-i:B/?E)"),
    LicenceCategory.C: _any(rf"{_LICENCE} (?-i:C(?:/?E)?)", r"permis poids[- ]lourds?"),
    LicenceCategory.D: _any(rf"{_LICENCE} (?-i:D(?:/?E)?)"),
    LicenceCategory.FORKLIFT: _any(
        r"permis (?:de )?cariste",
        r"permis élévateur",
        r"CACES(?: \w+)?",
        r"Staplerausweis",
        r"Staplerprüfung",
        r"patente (?:per|di) carrell\w+(?: elevator\w+)?",
    ),
}
_FULL_PACE = _any(
    *(r"plein rendement", r"pleine productivité", r"rendement de 100 ?%", r"volle Leistung(?:sfähigkeit)?"),
    *(r"volles Arbeitstempo", r"pieno rendimento", r"full productivity"),
)
FULL_PACE_PERCENT = 90


def find_licences(text: str) -> tuple[LicenceCategory, ...]:
    """The licences that are demanded in so many words, in the order of the closed list; () where none is."""
    found = {
        licence
        for clause in _certain_clauses(_ABBREVIATED.sub(r"\1ategorie", text), _NEGATION, _DOUBT, _TO_BE_HAD_LATER)
        if _DEMANDED.search(clause)
        for licence, phrases in _LICENCES.items()
        if phrases.search(clause)
    }
    return tuple(licence for licence in LicenceCategory if licence in found)


def find_least_pace(text: str) -> int | None:
    """90 percent of an ordinary pace where full output is asked for in so many words; None where nothing is said."""
    clauses = _certain_clauses(text, _NEGATION, _DOUBT)
    return FULL_PACE_PERCENT if any(_FULL_PACE.search(clause) for clause in clauses) else None


def _certain_clauses(text: str, *doubts: re.Pattern[str]) -> list[str]:
    clauses = (clause for clause in _CLAUSE_END.split(text) if len(clause) > 5)
    return [clause for clause in clauses if not any(doubt.search(clause) for doubt in doubts)]
