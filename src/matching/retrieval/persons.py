"""Names, ways to reach a person, and stated nationality are cut out of a text before anything reads it.

The name of a person is not known below the use cases, so it is found by what stands beside it: a form of address
("Mme Dupont", "Frau Keller"), a sentence that introduces ("je m'appelle Amina"), a signature, or a verb of wish after
a name that begins a sentence ("Amina cherche un poste"). A name that stands alone inside a sentence is not found.
The rest of the sentence stays, so that a name alters nothing else.
"""

import re
from collections.abc import Callable

_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞŒŠŽĆČĐŁŞĞİ", "a-zß-öø-ɏ"
_TITLED = rf"(?:[{_UPPER}](?:['’][{_UPPER}])?[{_LOWER}'’]+(?:-[{_UPPER}]?[{_LOWER}]+)*|[{_UPPER}]\.)"
_CAPITALS = rf"[{_UPPER}][{_UPPER}-]+(?![{_LOWER}])"
_PARTICLES = r"(?:(?:de|du|des|von|van|zu|der|den|di|da|dal|del|della|dos|la|le|el|al|ben|bin) ){0,2}"
_NAME = (
    rf"(?:{_PARTICLES}{_TITLED}(?: {_PARTICLES}{_TITLED}){{0,2}}(?: {_CAPITALS})?"
    rf"|{_PARTICLES}{_CAPITALS}(?: {_TITLED}){{0,2}})"
)

_ADDRESS = re.compile(
    r"(?:\b(?:[Ll]a|[Ll]e|[Ii]l|[Dd]ie|[Dd]er|[Dd]em|[Dd]en) )?\b(?:"
    r"(?:Madame|Mademoiselle|Monsieur|MADAME|MONSIEUR|(?<!aille )M(?=\.)|Mlle|Mme|MME|Mr|Mrs|Ms|Miss|Sig|Dott"
    r"|[Ss]ignor(?:a|e|ina)?)"
    rf"(?:\.(?:ra|na|ssa))?\.?(?: (?:Dr|Prof)\.?)? {_NAME}"
    r"|(?:[Mm]me|[Mm]lle|[Mm]rs|[Mm]r|[Mm]s)\.? [\w'’-]+|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle"
    r"|(?<!als )(?<!eine )(?<!ein )(?<!junge )(?<!keine )(?:Frau|FRAU|Herrn?|HERRN?|Fräulein) (?:(?:Dr|Prof)\. )*"
    rf"{_NAME})(?!\w)"
)
_INTRODUCED = re.compile(
    r"\b(?:je m['’]appelle|je me (?:pré)?nomme|on m['’]appelle|mon (?:nom|prénom)(?: de famille)? (?:est|c['’]est)"
    r"|ich hei(?:ss|ß)e|mein (?:vor|nach|familien)?name (?:ist|lautet)|mi chiamo|il mio (?:cog)?nome è|my (?:first "
    r"|last |full |sur|family )?name(?:['’]s| is)|i(?:['’]m| am) called|(?:(?:pré)?noms?(?: et (?:pré)?noms?)?|(?:vor"
    r"|nach|familien)?name|(?:cog)?nome|(?:first |last |full |sur)name) ?:)(?:(?! (?:et|und|e|and|mais|aber|ma"
    r"|but) )[^,;.:!?\n()–—]|(?<=\b[A-Z])\.){0,60}"
    r"(?: ?, ?| (?:et|und|e|and) (?=(?:je|j['’]|ich|i|i['’]m|cerco|vorrei|sono|ho)\b))?",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?i:cordialement|salutations(?: distinguées| les meilleures)?|(?:cordiali|distinti) saluti|(?:kind"
    r"|best) regards|freundliche[nr]? gr(?:u|ü|ue)(?:ss|ß)e?n?|sincerely)"
    rf"\W{{1,4}}{_NAME} ?\.?$",
    re.MULTILINE,
)
_REACHED = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|(?:https?://|www\.)\S+"
    r"|(?<![\w.])(?:\+|00?)\d(?:[ ./-]?\d){7,13}(?!\d)"
)

_PEOPLE = (
    r"[\w'’]{2,30}(?:-[\w'’]{2,30})*"
    r"(?: (?:et|und|e|and) [\w-]{2,30}(?:aise?|oise?|ien|ienne|isch\w{0,2}|ese|an[oa]?|ish)\b)?"
)
_OF = r"(?:de la |de l['’]|du |des |de |d['’])"
_DI = r"(?:della |dell['’]|del |dalla |dal |di )"
_STATED = re.compile(
    rf",? ?\b(?:(?:de (?:double )?|,)nationalité {_PEOPLE}|d['’]origine (?!(?:et|est|de)\b){_PEOPLE}"
    rf"|originaires? {_OF}{_PEOPLE}"
    rf"|(?<!suis )(?<!suis une )(?<!suis un )(?:ressortissant|citoyen)(?:ne|e)?s? {_OF}?{_PEOPLE}"
    r"|(?:mit |von )?\w{2,20}isch(?:e[rnms]?)? (?:herkunft|abstammung|staatsangehörigkeit|nationalität|wurzeln)"
    rf"|di (?:doppia )?(?:nazionalità|origin[ei]|cittadinanza) {_PEOPLE}|originari[oa] {_DI}{_PEOPLE}"
    rf"|of {_PEOPLE} (?:nationality|origin|descent|citizenship)|originally from (?:the )?{_PEOPLE}"
    r"|(?:nationalités?|(?:pays d['’])?origine|nationalität|herkunft(?:sland)?|staatsangehörigkeit|heimatort"
    r"|nazionalità"
    r"|cittadinanza|nationality|citizenship|country of origin) ?: ?[^,.;\n]{1,60}),?",
    re.IGNORECASE,
)

_WISHES = (
    r"(?:cherche|recherche|souhaite(?:rait)?|désire(?:rait)?|veut|voudrait|aimerait|vise|espère|envisage|sucht|möchte"
    r"|wünscht|würde|will|cerca|desidera|vorrebbe|vuole|wants|wishes|seeks|hopes|would like|is looking)\b"
)
_BEGINS = re.compile(rf"(?:^|(?<=[.!?;\n]) |(?<=\n))({_NAME}) (?={_WISHES})")
_NOT_A_NAME = re.compile(
    r"^(?:je|il|ils|elles?|on|nous|vous|qui|ich|er|sie|wir|man|io|lui|lei|i|we|he|she|they|that)$|(?:eur|euse|ier"
    r"|ière|iste?|istin|ante?|ente?|er|erin|trice|tore|aio|aia|ienne|personne?|mann|frau|koch|köchin|arzt"
    r"|ärztin)$",
    re.IGNORECASE,
)

_BLANKS = re.compile(r"[^\S\n]+")


_CUTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_REACHED, ("@", "http", "www.", "+", "0")),
    (_INTRODUCED, ("appel", "nom", "ich hei", "name", "chiamo", "called")),
    (_SIGNED, ("ordial", "salutation", "saluti", "regards", "sincerely", "freundlich")),
    (_ADDRESS, ("m", "frau", "herr", "fräulein", "sig", "dott")),
    (
        _STATED,
        (
            "nationalit",
            "origin",
            "ressortissant",
            "cit",
            "herkunft",
            "abstamm",
            "staatsa",
            "wurzeln",
            "heimat",
            "nazio",
        ),
    ),
)
"""What is cut, in this order, and of what a text must hold something for it: most texts are read once."""


def without_persons(text: str, speaks_of_work: Callable[[str], bool]) -> str:
    """The text without names of persons, addresses and numbers of theirs, and stated nationality or origin.

    `speaks_of_work` tells a trade from a name where a word begins a sentence: "Boulangère cherche", "Amina cherche".
    """

    def unless_work(found: re.Match[str]) -> str:
        first = found[1].split()[0]
        return found[0] if _NOT_A_NAME.search(first) or speaks_of_work(found[1]) else " "

    text = _BLANKS.sub(" ", text)
    small = text.lower()
    for pattern, hints in _CUTS:
        if any(hint in small for hint in hints):
            text = pattern.sub(" ", text)
    return _BLANKS.sub(" ", _BEGINS.sub(unless_work, text)).strip()
