"""Words that must not reach the text that stands for a person: sentences that hold one are left out whole.

Rules may use family, health, debt, permit, origin, age, sex, belief and assistance; texts and scores never do. High
recall is wanted: a sentence too many left out costs a little likeness, one too few would let a score learn what it may
not. A wish to work in health, with children or with old people is a project and stays. So a sentence is read twice:

1. What names work is set aside: names of occupations and trades (`_NAMES`), and a word of work that governs a word of
   the field through small words alone, as in "stage en crèche", "lavoro con bambini" (`_WORK`, `_SMALL`, `_FIELD`).
   Possessives are no small words: "travailler avec mes enfants" is not set aside.
2. What is left must hold none of the sensitive words (`_SENSITIVE`); those in capitals alone are abbreviations (AI, IV).
"""

import re

_NUMBER = (
    r"(?:[1-9]|[123]\d|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente"
    r"|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|quindici|venti|trenta|plusieurs|quelques|diversi|molti)"
)
_SINCE = r"(?:pendant|depuis|durant|il y a|après|per|da|durante|dopo)"

_NAMES = (
    # French
    r"personnes (?:âgées|malades|handicapées)|maisons? de retraite|femmes? de (?:ménage|chambre)|assistance (?:technique"
    r"|informatique|téléphonique|administrative|de direction|à la clientèle|aux? clients?)|langues étrangères|sac à dos"
    r"|(?:entreprise|ambiance|hôtel|boulangerie|restaurant|équipe|exploitation|aide|esprit) familiale?|para-?médica\w+"
    r"|médico-soci\w+|médico-psycho\w+|saisie (?:de |des |d['’]|informatique|comptable)|fils (?:électriques|de fer)"
    r"|permis [bcd]e?1?(?:,| et| avec) (?:une? |mon )?(?:véhicule|voiture)|permis de conduire|niveau iv"
    r"|soins et santé|garde d['’]enfants à domicile|boissons alcoolisées|hommes? à tout faire"
    # German
    r"|kranken(?:pfleg\w*|schwester|kassenwesen|mobil\w*)|gesundheits(?:wesen|bereich|berufe?|sektor|zentrum)"
    r"|fach(?:frau|mann|person|angestellte) gesundheit|arzt(?:sekretär\w*|gehilf\w*)|tierarzt\w*|familien(?:betrieb"
    r"|unternehmen|restaurant|bäckerei)|hotel mama"
    # Italian
    r"|(?:studio|segretari\w+|assistent\w+|settore) medic\w+|lingue straniere|assistenza (?:clienti|tecnica|informatica"
    r"|agli anziani|domiciliare|alla clientela)|settore (?:della )?salute"
    # English
    r"|health ?care|medical (?:assistant|secretary|receptionist|equipment|practice|office|centre)|family(?:-run| business"
    r"| restaurant| bakery| hotel)|foreign languages?|retirement homes?|any kind of|this kind of|doctor['’]s (?:office"
    r"|surgery|practice)"
    # Durations are no ages.
    rf"|{_SINCE} (?:plus de |près de |oltre |circa )?{_NUMBER} (?:ans|anni)|{_NUMBER} ans (?:d['’](?:expérience|activité"
    rf"|ancienneté)|de (?:pratique|métier|service|travail|vente|cuisine|conduite)|comme|dans|chez)"
    rf"|{_NUMBER} anni (?:di (?:esperienza|pratica|servizio|lavoro)|come|nel|nella|presso|in (?:un|cucina))"
)
_WORK = (
    # French
    r"travail\w*|métiers?|emplois?|postes?|stages?|stagiaire|apprenti\w*|formations?|expériences?|secteurs?|domaines?"
    r"|comme|tant que|aides?|assistante?s?|secrétaires?|secrétariat|éducat\w+|animat\w+|anime\w*|encadr\w+|infirmi\w+"
    r"|soignante?s?|soins?|accueillir|accompagner|accompagnement|s['’]occuper|m['’]occuper|nettoy\w+|cuisine\w*|cuisini\w+"
    r"|lingerie|buanderie|intendance|logistique|réception\w*|réceptionniste|agente?s?|employée?s?|auxiliaires?|vente"
    r"|vend\w+|service|rayon|magasin|vêtements|chaussures|mode|coiffure|coiffeu\w+|livr\w+|concierge|conciergerie"
    r"|activités|ateliers?|traductions?|interprète|technicien\w*|ergo|physio|matériel|cabinet"
    # German
    r"|arbeit\w*|stellen?|job|praktik\w+|lehrstelle|lehre|ausbildung|beruf|erfahrung\w*|bereich|als|betreu\w+|pflege\w*"
    r"|begleit\w+|reinigung\w*|küche|koch|köchin|empfang|mitarbeit\w*|verkauf\w*|verkäufer\w*|hauswirtschaft|aushilfe"
    # Italian
    r"|lavor\w+|posto|impiego|tirocinio|apprendista\w*|formazione|esperienz\w+|ambito|come|assistent\w+|educat\w+"
    r"|cucin\w+|pulizi\w+|operat\w+|ausiliari\w+|animat\w+|occuparmi|cura"
    # English
    r"|work\w*|position|placement|internship|apprentice\w*|training|experience|career|as|assistant|nurse|carer|caring"
    r"|caregiver|clean\w+|cook\w*|kitchen|reception\w*|support\w*|activities|teaching|educator|care"
)
_SMALL = (
    r"à|a|au|aux|en|dans|une?|le|la|l|d|de|du|des|avec|auprès|pour|chez|petits|jeunes|personnes|adultes|situation|atteintes"
    r"|in|im|der|die|das|dem|den|einer?|einem|mit|für|von|bei|jungen|kleinen|menschen|kranken|zur|zum"
    r"|con|per|un|il|lo|i|gli|di|del|della|dei|nel|nella|nell|dell|persone|piccoli|dei|delle|all|alla|allo"
    r"|at|an?|the|with|for|of|young|people|adults|elderly|home"
)
_FIELD = (
    r"enfants?|bébés?|familles|parents|crèches?|garderies?|maternité|santé|médica(?:l|le|ux|ments?)|psych\w*|hôpit\w+"
    r"|handicap\w*|malades?|étrangers|réfugiés|femmes?|hommes?|thérap\w+|alcools?"
    r"|kindern?|kita|kindertagesstätte|kinderbetreuung|familien|gesundheit|behinder\w*|krankenh\w+|arztpraxis|spital"
    r"|psych\w*|\w*therapie|asylzentrum|flüchtlingen?"
    r"|bambin[ie]|famiglie|salute|disabil\w*|medic[oi]|malati|asilo(?: nido)?|ospedal\w+|rifugiati"
    r"|child(?:ren|care)|kids|families|health|medical|disab\w+|the sick|refugees|hospitals?"
)
_NAMED = re.compile(
    rf"(?<!\w)(?:{_NAMES})(?!\w)|(?<!\w)(?:{_WORK})(?:[\s'’-]+(?:{_SMALL}))*[\s'’-]+(?:{_FIELD})(?!\w)"
    r"(?! (?:à la maison|à charge|zu hause|a casa|a carico|at home))",
    re.IGNORECASE,
)
_SENSITIVE = re.compile(
    # family and care
    r"\benfants?\b|\bfils\b|\bfilles?\b|\bbébés?\b|\bcrèches?\b|garderie|garde d['’]|garder (?:mon|ma|mes)|enceinte"
    r"|grossesse|maternité|\bmères?\b|\bpères?\b|\bparents?\b|\bmari\b|\bmariée?|\bépou[sx]|divorc|célibataire|\bveu(?:f|ve)"
    r"|conjoint|\bfamilles?\b|familia(?:le?|ux)\b|monoparent|séparée?\b|proches? aidant|(?:horaires?|vacances) scolaires?"
    r"|sorties? d(?:e l['’]|['’])école"
    r"|(?-i:\bKind(?:es)?\b)|\bkindern?\b|kinderbetreu|\bkita\b|tochter|\bsohn\b|mutter|\bvater|\beltern|schwanger|\behe"
    r"|geschieden|scheidung|verheiratet|\bledig|alleinerziehend|witwe|famili[eä]|schulferien"
    r"|bambin|\bfigli|\bmadre\b|\bpadre\b|famigli|incinta|gravidanza|\bmarito\b|\bmoglie\b|sposat|divorzi|vedov|\bnido\b"
    r"|\bchild|\bkids?\b|daughter|\bson\b|\bsons\b|mother\b|father\b|pregnan|married|divorced|husband|\bwife\b|\bfamily\b"
    r"|single parent|widow"
    # health and disability
    r"|malad|\bsanté|handicap|invalid|dépress|anxi|psych|\bmédic|médecin|thérap|hôpit|hospital|douleur|\bmal (?:de|au|aux) "
    r"|\bdos\b|fatigu|addict|alcool|\bdrogues?\b|drogué|burn.?out|\brqth\b|accident|\bopér(?:ée?\b|ation du)|limitation"
    r"|restriction|(?-i:\bAI\b)|\b(?:rente|demande|mesure|office) ai\b|certificat médical|atelier protégé|milieu protégé"
    r"|ne (?:peux|peut|dois|doit) (?:pas|plus) (?:porter|soulever|rester|marcher|me baisser)|suivie? (?:par|au|en|à) "
    r"|krank|gesundheit|behinder|depress|\bangst|arzt|ärzt|therapie|schmerz|\brücken|süchtig|suchtprobl|\bspital"
    r"|(?:alkohol|drogen|spiel)sucht|(?-i:(?<=[a-zäöü,] )Sucht\b)|unfall|(?-i:\bIV\b)|einschränk|eingeschränkt"
    r"|nicht (?:mehr )?(?:schwer|lange) (?:heben|tragen|stehen|sitzen)"
    r"|malatt|\bmalat[oaie]\b|\bsalute\b|disabil|\bansi[ao]|\bmedic[oiah]|dolor|schiena|ospedal|infortun"
    r"|non posso (?:più )?(?:sollevare|portare|stare)"
    r"|\bsick|illness|\bhealth|disab|anxiety|doctor|\bmedical|depression|injur|disease"
    r"|(?:back|neck|knee|chronic|shoulder|joint|constant|in) pains?\b|can(?:not|'t|’t| not) (?:lift|carry|stand|sit|walk)"
    # debt and assistance
    r"|\bdett|\bpoursuites\b|\bsaisies?\b|surendett|\brsa\b|(?-i:\bRI\b)|\bau ri\b|aide sociale|\bassistance\b|chômage"
    r"|indemnit|allocation|\brentes?\b|(?:mon|ma|notre) assistante? sociale?|(?-i:\bCSR\b)|minimum vital"
    r"|schulden|verschuld|betreib(?:ung|ibung)|pfänd|sozialhilfe|sozialdienst|sozialamt|arbeitslos"
    r"|\bdebit[oi]\b|precett|pignora|\bassistenza\b|disoccup|\brendita\b"
    r"|\bdebts?\b|welfare|\bbenefits\b|unemploy|bailiff"
    # permit and origin
    r"|permis [bcflngs]\b|titre de séjour|permis de séjour|réfugi|\basile\b|étrang|nationalit|origine|mon pays|au pays"
    r"|langue maternelle|naturalis"
    r"|\bausweis [bcflngs]\b|aufenthalt|flüchtling|\basyl|ausländ|herkunft|heimat|staatsangehör|muttersprach|einbürger"
    r"|permesso (?:[bcflngs]\b|di soggiorno)|rifugiat|\basilo\b|stranier|nazionalit|mio paese|madrelingua"
    r"|(?:residence|work) permit|permit [bcflngs]\b|refugee|asylum|foreign|my country|mother tongue|citizen"
    # age
    r"|\bans\b|\bâg[eé]|retraite|\bnée? (?:en|le|au|à)\b|jahre alt|\balter\b|\d\d-?jährig|geboren|jahrgang|rentner"
    r"|\banni\b|\betà\b|\bnat[oa] (?:nel|il|in|a)\b|pension|years? old|year-old|\baged \d|\bi(?: am|['’]m) \d\d\b|my age"
    r"|retire|\bborn\b"
    # sex and belief
    r"|\bfemmes?\b|\bhommes?\b|\bfrau\b|\bmann\b|\bdonna\b|\buomo\b|woman|\ba (?:young |single )?man\b|relig|musulman"
    r"|chréti|(?:porte|mon|le|du) voile\b|kopftuch|muslim|christ(?:ian|lich)|prière|foulard",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?;\n])\s+|\n+")


def without_sensitive_sentences(text: str) -> str:
    """The text without every sentence that speaks of what a score must not know."""
    return " ".join(part for part in _SENTENCES.split(text) if part and not _is_sensitive(part)).strip()


def _is_sensitive(sentence: str) -> bool:
    return _SENSITIVE.search(_NAMED.sub(" ", sentence)) is not None
