"""Words that must not reach the text that stands for a person: sentences that hold one are left out whole.

Rules may use family, health, debt, permit, origin, age, sex, belief and assistance; texts and scores never do. High
recall is wanted: a sentence too many left out costs a little likeness, one too few would let a score learn what it may
not. A wish to work in health, with children or with old people is a project and stays. So a sentence is read twice:

1. What names work is set aside: names of occupations and trades (`_NAMES`), and a word of work that governs a word of
   the field through small words alone, as in "stage en crèche", "lavoro con bambini" (`_WORK`, `_SMALL`, `_FIELD`).
   Possessives are no small words, and a sentence of difficulty sets nothing aside: "travailler avec mes enfants" and
   "difficile de travailler avec des enfants" are the person's own.
2. What is left must hold none of the sensitive words (`_SENSITIVE`); abbreviations count in capitals only (AI, IV).
"""

import re
import unicodedata

_NUMBER = (
    r"(?:[1-9]|[123]\d|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente"
    r"|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|quindici|venti|trenta|plusieurs|quelques|diversi|molti)"
)
_SINCE = r"(?:pendant|depuis|durant|il y a|après|per|da|durante|dopo)"

_NAMES = (
    # French
    r"personnes (?:âgées|malades)|maisons? de retraite|femmes? de (?:ménage|chambre)|hommes? à tout faire"
    r"|assistance (?:technique|informatique|téléphonique|administrative|de direction|à la clientèle|aux? clients?)"
    r"|langues étrangères|sac à dos"
    r"|(?:entreprise|ambiance|hôtel|boulangerie|restaurant|équipe|exploitation|aide|esprit) familiale?"
    r"|para-?médica\w+|médico-soci\w+|médico-psycho\w+|saisie (?:de|des|d|informatique|comptable)"
    r"|fils (?:électriques|de fer)|permis [bcd]e?1?(?:,| et| avec) (?:une? |mon )?(?:véhicule|voiture)"
    r"|permis de conduire|niveau iv|soins et santé|auxiliaires? de santé|garde d['’]enfants à domicile"
    r"|(?:vente|service) d['’]alcools?|boissons alcoolisées"
    r"|(?:garder|accompagner|accueillir) (?:des|de jeunes|de petits) enfants"
    r"|[sm]['’]occuper d(?:['’]|e jeunes |e petits )enfants"
    r"|(?:vêtements|chaussures|mode|articles|jouets|livres|activités|coiffure|rayon)(?: pour)?"
    r" (?:enfants?|bébés?|hommes?|femmes?)"
    r"|mamans? de jour|comme (?:psychologue|médecin|thérapeute)"
    # German
    r"|kranken(?:pfleg\w*|schwester|mobil\w*)|gesundheits(?:wesen|bereich|berufe?|sektor|zentrum)"
    r"|fach(?:frau|mann|person|angestellte) gesundheit|arzt(?:sekretär\w*|gehilf\w*)|tierarzt\w*"
    r"|familien(?:betrieb|unternehmen|restaurant|bäckerei)|als (?:psycholog\w+|arzt|ärztin)"
    # Italian
    r"|(?:studio|segretari\w+|assistent\w+|settore) medic\w+|lingue straniere"
    r"|assistenza (?:clienti|tecnica|informatica|agli anziani|domiciliare|alla clientela)"
    r"|settore (?:della )?salute|occuparmi di bambini|abbigliamento per (?:donna|uomo|bambini)"
    # English
    r"|health ?care|medical (?:assistant|secretary|receptionist|equipment|practice|office|centre)"
    r"|family(?:-run| business| restaurant| bakery| hotel)|foreign languages?|retirement homes?"
    r"|doctor['’]s (?:office|surgery|practice)|hospital (?:porter|kitchen|cleaner|cook)"
    r"|looking after children as|support for people with disabilities"
    # Durations are no ages.
    rf"|{_SINCE} (?:plus de |près de |oltre |circa )?{_NUMBER} (?:ans|anni)"
    rf"|{_NUMBER} ans (?:d['’](?:expérience|activité|ancienneté)|de (?:pratique|métier|travail)|comme|dans|chez)"
    rf"|{_NUMBER} anni (?:di (?:esperienza|pratica|servizio|lavoro)|come|nel|nella|presso)"
)
_WORK = (
    # French
    r"travail\w*|métiers?|emplois?|postes?|stages?|stagiaire|apprenti\w*|formations?|expériences?|secteurs?"
    r"|domaines?|(?<!j['’])aides?|assistante?s?|secrétaires?|secrétariat|éducat\w+|animat\w+|anime\w*"
    r"|encadr\w+|infirmi\w+|soignante?s?|soins?|accompagnement|nettoy\w+|cuisine\w*|cuisini\w+|lingerie"
    r"|buanderie|intendance|logistique|réception\w*|agente?s?|employée?s?|auxiliaires?|vente|vend\w+|livr\w+"
    r"|concierge\w*|interprète|technicien\w*|matériel|cabinet"
    # German
    r"|arbeit\w*|stellen?|job|praktik\w+|lehrstelle|lehre|ausbildung|beruf|erfahrung\w*|betreuung|pflege\w*"
    r"|begleitung|reinigung\w*|küche|koch|köchin|hilfskoch|empfang|mitarbeit\w*|verkauf\w*|hauswirtschaft"
    r"|aushilfe"
    # Italian
    r"|lavor\w+|posto|impiego|tirocinio|apprendista\w*|formazione|esperienz\w+|ambito|assistent\w+|educat\w+"
    r"|cucin\w+|pulizi\w+|operat\w+(?: sociosanitari\w)?|ausiliari\w+|animat\w+"
    # English
    r"|work\w*|position|placement|internship|apprentice\w*|training|experience|assistant|nurse|carer|clean\w+"
    r"|cook\w*|kitchen|reception\w*|activities|teaching|educator"
)
_SMALL = (
    r"à|au|aux|en|dans|une?|le|la|l|d|de|du|des|les|avec|auprès|petits|jeunes|gern"
    r"|in|im|der|die|das|dem|den|einer?|einem|mit|von|jungen|kleinen"
    r"|con|un|il|lo|i|gli|di|del|della|dei|nel|nella|nell|dell|delle|alla|piccoli"
    r"|at|an?|the|with|of|young"
)
_FIELD = (
    r"enfants?|bébés?|familles|crèches?|garderies?|maternité|santé|médica(?:l|le|ux|ments?)|psych\w+|hôpit\w+|malades"
    r"|(?:personnes|adultes|élèves|résidents) (?:en situation de |avec (?:un )?)?handicap\w*|étrangers|réfugiés"
    r"|kindern?|kita|kindertagesstätte|kinderbetreuung|familien|gesundheit|krankenh\w+|arztpraxis|spital|flüchtlingen?"
    r"|menschen mit behinder\w*|behinderten|\w*therapie|asylzentrum"
    r"|bambin[ie]|famiglie|salute|persone (?:con disabilità|disabili)|malati|asilo nido|ospedal\w+|rifugiati"
    r"|child(?:ren|care)|kids|families|health|medical|people with disab\w+|the sick|refugees|hospitals?"
)
_OWN_AFTER = (
    r"(?!\s(?:à la maison|à charge|fragile|zu hause|a casa|a carico|at home|problems?|issues?|reasons?|conditions?))"
)
_NAMED = re.compile(
    rf"(?<!\w)(?:{_NAMES})(?!\w)|(?<!\w)(?:{_WORK})(?:[\s'’-]+(?:{_SMALL}))*[\s'’-]+(?:{_FIELD})(?!\w){_OWN_AFTER}",
    re.IGNORECASE,
)
_SENSITIVE = re.compile(
    # family and care
    r"\benfants?\b|\bfils\b|\bfilles?\b|\bbébés?\b|\bcrèches?\b|garderie|garde d['’]|garder (?:mon|ma|mes)"
    r"|enceinte|grossesse|maternité|\bmères?\b|\bpères?\b|\bparents?\b|\bmari\b|\bmariée?|\bépou[sx]|divorc"
    r"|célibataire|\bveu(?:f|ve)|conjoint|\bfamilles?\b|familia(?:le?|ux)\b|monoparent|séparée?\b"
    r"|proches? aidant|(?:horaires?|vacances) (?:scolaires?|d['’]école)|sorties? d(?:e l['’]|['’])école"
    r"|(?-i:\bK(?:ind(?:es)?|IND)\b)|\bkindern?\b|kinderbetreu|\bkita\b|tochter|\bsohn\b|mutter|\bvater"
    r"|\beltern|schwanger|\behe(?:mann|frau|partner|leute)?\b|geschieden|scheidung|verheiratet|\bledig"
    r"|alleinerziehend|witwe|\bfamilien?\b|familiär|schulferien|bambin|\bfigli|\bmadre\b|\bpadre\b|famigli"
    r"|incinta|gravidanza|\bmarito\b|\bmoglie\b|sposat|divorzi|vedov|\bnido\b|\bchild|\bkids?\b|daughter"
    r"|(?:my|our|old|young) sons?\b|mother\b|father\b|pregnan|married|divorced|husband|\bwife\b|\bfamily\b"
    r"|single parent|widow|grand(?:son|child)|\benkel|nipot|genitori|\bnonn[io]\b|\bmaman (?!de jour)|\bpapa\b"
    r"|den kleinen abhol"
    # health and disability
    r"|malad|\bsanté|handicap|invalid|dépress|anxi|psych|\bmédic|médecin|thérap|hôpit|hospital|douleur"
    r"|\bmal (?:de|au|aux) |\bdos\b|fatigu|addict|alcool|\bdrogues?\b|drogué|burn.?out|\brqth\b|accident"
    r"|\bopér(?:ée?\b|ation du)|limitation|restriction|(?-i:\bAI\b)|\b(?:rente|demande|mesure|office) ai\b"
    r"|certificat médical|milieu protégé|atelier protégé"
    r"|ne (?:peux|peut|dois|doit) (?:pas|plus) (?:porter|soulever|rester|marcher|me baisser)"
    r"|suivie? (?:par|au|en|à) |krank|gesundheit|behinder|depress|\bangst|arzt|ärzt|therapie|schmerz|\brücken"
    r"|süchtig|suchtprobl|\bspital|(?:alkohol|drogen|spiel)sucht|(?-i:(?<=[a-zäöü,] )Sucht\b)"
    r"|(?:ein|mein|sein|ihr)er sucht\b|unfall|(?-i:\bIV\b)|einschränk|eingeschränkt"
    r"|nicht (?:mehr )?(?:schwer|lange) (?:heben|tragen|stehen|sitzen)|malatt|\bmalat[oaie]\b|\bsalute\b"
    r"|disabil|\bansi[ao]|\bmedic[oiah]|dolor|schiena|ospedal|infortun"
    r"|non posso (?:più )?(?:sollevare|portare|stare)|\bsick|illness|\bhealth|disab|anxiety|doctor|\bmedical"
    r"|depression|injur|disease|(?:back|neck|knee|chronic|shoulder|joint|constant|in) pains?\b"
    r"|can(?:not|'t|’t| not) (?:lift|carry|stand|sit|walk)|diab[eèé]t|cancer|\bkrebs\b|tumor|épilep|epilep"
    r"|asthm|\bhernie|bandscheib|\bernia|ammalat|psichi|\bhurts?\b|alcohol"
    r"|(?:mon|ma|mes|meine?[nr]?|mi[oa]|miei|my) (?:genou|épaule|hanche|c(?:œ|oe)ur|jambe|bras\b|nuque|yeux|knie"
    r"|schulter"
    r"|hüfte|herz|bein|augen|ginocchi|spall[ae]|cuore|gamb|knee|shoulder|hip\b|heart|legs?\b|eyes|back\b|neck)"
    r"|opération (?:à|au|de la|de l['’])|(?:prends|suis|sous|suivre) (?:un )?traitement|problemi al |schwerhörig"
    r"|gehörlos"
    r"|malentend|malvoyant|\bsourde?\b|aveugle|\bblind\b|\bdeaf\b"
    # debt and assistance
    r"|\bdett|\bpoursuites\b|\bsaisies?\b|surendett|\brsa\b|(?-i:\bRI\b)|\bau ri\b|aide sociale|\bassistance\b"
    r"|chômage|indemnit|allocation|\brentes?\b|(?:mon|ma|notre) assistante? sociale?|(?-i:\bCSR\b)"
    r"|minimum vital|schulden|verschuld|betreibung|pfänd|sozialhilfe|sozialdienst|sozialamt|arbeitslos"
    r"|\bdebit[oi]\b|precett|pignora|\bassistenza\b|disoccup|\brendita\b|\bdebts?\b|welfare|\bbenefits\b"
    r"|unemploy|bailiff|ausgesteuert|fin de droits|social assistance"
    r"|impayé|ergänzungsleistung|prestations complémentaires"
    # permit and origin
    r"|(?:permis|livret) [bcflngs]\b|titre de séjour|permis de séjour|réfugi|\basile\b|étrang|nationalit|origine"
    r"|mon pays"
    r"|au pays|langue maternelle|naturalis|\bausweis [bcflngs]\b|aufenthalt|flüchtling|\basyl|ausländ|herkunft"
    r"|heimat|staatsangehör|muttersprach|einbürger|permesso (?:[bcflngs]\b|di soggiorno)|rifugiat|\basilo\b"
    r"|stranier|nazionalit|mio paese|madrelingua|(?:residence|work) permit|permit [bcflngs]\b|refugee|asylum"
    r"|foreign|my country|mother tongue|citizen|admise? provisoire|vorläufig aufgenommen|ammess[oa] provvisori"
    r"|originaire|\bkomme aus\b|\bvengo d(?:a|al|alla|all)\b|\bi(?: come| am|['’]m) from\b"
    r"|(?:dans|de) (?:son|leur) pays"
    # age
    r"|\bans\b|\bâg[eé]|retraite|\bnée? (?:en|le|au|à)\b|jahre alt|\balter\b|\d\d-?jährig|geboren|jahrgang"
    r"|rentner|\banni\b|\betà\b|\bnat[oa] (?:nel|il|in|a)\b|pension|years? old|year-old|\baged \d|my age"
    r"|\bi(?: am|['’]m) \d\d\b|\bretire(?:d|ment)\b|\bborn\b|trop (?:vieux|vieille|jeune)|s[eé]niors?\b"
    r"|zu (?:alt|jung)\b|troppo (?:vecchi|giovan)|too (?:old|young)"
    # sex and belief
    r"|\bfemmes?\b|\bhommes?\b|\bfrau\b|\bmann\b|\bdonna\b|\buomo\b|woman|\ba (?:young |single )?man\b|relig"
    r"|musulman|chréti|(?:porte|mon|le|du) voile\b|kopftuch|muslim|christ(?:ian|lich)|prière"
    r"|(?:porte|mon|le) foulard\b",
    re.IGNORECASE,
)
_STRUGGLE = re.compile(
    r"difficil|impossible|compliqué|besoin|schwierig|unmöglich|difficult|hard to|need", re.IGNORECASE
)
_SENTENCES = re.compile(r"(?<=[.!?;\n])\s+|\n+")


def without_sensitive_sentences(text: str) -> str:
    """The text without every sentence that speaks of what a score must not know."""
    return " ".join(part for part in _SENTENCES.split(text) if part and not _is_sensitive(part)).strip()


def _is_sensitive(sentence: str) -> bool:
    sentence = unicodedata.normalize("NFC", sentence)
    left = sentence if _STRUGGLE.search(sentence) else _NAMED.sub(" ", sentence)
    return _SENSITIVE.search(left) is not None
