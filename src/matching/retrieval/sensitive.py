"""Words that must not reach the text that stands for a person: sentences that hold one are left out whole.

Names of persons go first (`persons.py`). Words of origin alone are cut out of a sentence of work that stays: "vendeuse
albanaise" is a saleswoman's sentence, and a mention must not cost her more than silence.

Rules may use family, health, debt, permit, origin, age, sex, belief, justice and assistance; texts and scores never do.
High recall is wanted: a sentence too many left out costs a little likeness, one too few would let a score learn what it
may not. A wish to work in health, with children or with old people is a project and stays. A sentence is read without
accents, in four languages (the order of the lists: fr, de, it, en), and goes when any of these says so:

1. What names work is set aside: names of occupations and trades (`_NAMES`), and a word of work that governs a word of
   the field through small words alone, as in "stage en crèche", "lavoro con bambini" (`_WORK`, `_SMALL`, `_FIELD`).
   Possessives are no small words, and a sentence of difficulty sets nothing aside: "travailler avec mes enfants" and
   "difficile de travailler avec des enfants" are the person's own. A language next to a word of speech or a level is
   set aside too (`_LANGUAGE`): "je parle albanais", "français B1".
2. What is left must hold no sensitive word (`_SENSITIVE`, `_MORE`), no abbreviation in capitals (`_CAPITALS`: AI, IV),
   and no country or people (`origins.py`) in what a person says to be or to have come through.
3. A clause that says what I am, have, live or come from (`_SELF`) must speak of work (`_WORK_TALK`): what no list knows
   ("je suis toute seule") goes as well.
"""

import re
import unicodedata

from matching.retrieval.origins import LANGUAGE, MIGRATED, NEIGHBOUR, ORIGIN, ORIGIN_FIRST
from matching.retrieval.persons import without_persons
from matching.retrieval.work_words import names_work

_LETTERS = str.maketrans({"œ": "oe", "Œ": "OE", "ß": "ss", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "’": "'", "ʼ": "'"})


def _folded(text: str) -> str:
    """Without accents, ligatures and invisible characters, so that "sante" and "santé" are one word."""
    plain = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return "".join(sign for sign in plain if unicodedata.category(sign) not in {"Mn", "Cf"})


def _read(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile(_folded(pattern), flags)


def _by_first_letter(pattern: str) -> str:
    """The same alternatives, those of one first letter behind it: read ten times faster."""
    groups: dict[str, list[str]] = {}
    depth, word = 0, ""
    for sign in _folded(pattern) + "|":
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            head = found.group() if (found := re.match(r"(?:\\b)?[a-z](?![?*+{])", word)) else ""
            groups.setdefault(head, []).append(word[len(head) :])
            word = ""
        else:
            word += sign
    return "|".join(f"{head}(?:{'|'.join(rest)})" for head, rest in groups.items())


_NUMBER = (
    r"(?:[1-9]|[123]\d|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|due|tre"
    r"|quattro|cinque|sei|sette|otto|nove|dieci|quindici|venti|trenta|plusieurs|quelques|diversi|molti)"
)
_SINCE = r"(?:pendant|depuis|durant|il y a|après|per|da|durante|dopo)"

_NAMES = (
    r"(?<!.)(?:richter(?:in)?|juge|giudice|judge)|all genders|alle geschlechter"
    r"|personnes (?:âgées|malades)|maisons? de retraite|(?:femmes?|hommes?"
    r"|dames?|valets?)(?: ?(?:/|ou) ?(?:femmes?|hommes?))? (?:de (?:ménage|chambre|surface)|d['’]entretien"
    r"|à tout faire)|sages?[- ](?:femmes?|hommes?)|(?:donn[ae]|uomo) delle pulizie|(?:homme|femme|mann|frau|uomo"
    r"|donna)s? ?/ ?-?(?:homme|femme|mann|frau|uomo|donna)s?|(?<=/)-?(?:frau|mann)|aides?-mineu\w+|mineu(?:rs?"
    r"|ses?) (?:de|du|au) (?:fonds?|surface|carrière)|(?:post|door|grounds|fire|sales|police|business|camera|trades"
    r"|crafts|handy|fore|fisher)wom[ae]n|assistance (?:technique|informatique|téléphonique|administrative"
    r"|de direction|à la clientèle|aux? clients?)|langues étrangères|sac à dos|(?:cuisine|restaurants?|spécialités"
    r"|plats|épicerie|traiteur|cucina|ristorante|piatti) (?:\w{3,14}(?:aise?s?|oise?s?|ien(?:ne)?s?|ese|[ai]ana|ano)"
    r"|turc|turque|grecque|thaï|arabe)|\w{3,14}(?:ische?[nrs]?|ese|ian|ish|thai) (?:küche|restaurants?|spezialitäten"
    r"|food|cuisine|kitchen|dishes)|(?:entreprise|ambiance|hôtel|boulangerie|restaurant|équipe|exploitation|aide"
    r"|esprit) familiale?|para-?médica\w+|médico-soci\w+|médico-psycho\w+|saisie (?:des?(?! salaire)|d|informatique"
    r"|comptable)|fils (?:électriques|de fer)|permis [bcd]e?1?(?:,| et| avec) (?:une? |mon |je )?(?:véhicule|voiture"
    r"|conduis)"
    r"|permis de conduire|niveau iv|soins et santé|auxiliaires? de santé|garde d['’]enfants à domicile|(?:vente"
    r"|service) d['’]alcools?|boissons alcoolisées|(?:garder|accompagner|accueillir) (?:des|de jeunes"
    r"|de petits) enfants|[sm]['’]occuper d(?:['’]|e jeunes |e petits )enfants|(?:vêtements|chaussures|mode|articles"
    r"|jouets|livres|activités|coiffure|rayon)(?: pour)? (?:enfants?|bébés?|hommes?|femmes?)|mamans? de jour"
    r"|comme (?:psychologue|médecin|thérapeute)|kranken(?:pfleg\w*|schwester|mobil\w*)|gesundheits(?:wesen|bereich"
    r"|berufe?|sektor|zentrum)|fach(?:frau|mann|person|angestellte) gesundheit|arzt(?:sekretär\w*|gehilf\w*)"
    r"|tierarzt\w*|familien(?:betrieb|unternehmen|restaurant|bäckerei)|als (?:psycholog\w+|arzt|ärztin)|(?:studio"
    r"|segretari\w+|assistent\w+|settore) medic\w+|lingue straniere|assistenza (?:clienti|tecnica|informatica"
    r"|agli anziani|domiciliare|alla clientela)|settore (?:della )?salute|occuparmi di bambini"
    r"|abbigliamento per (?:donna|uomo|bambini)|health ?care|medical (?:assistant|secretary|receptionist|equipment"
    r"|practice|office|centre)|family(?:-run| business| restaurant| bakery| hotel)|foreign languages?"
    r"|retirement homes?|doctor['’]s (?:office|surgery|practice)|hospital (?:porter|kitchen|cleaner|cook)"
    r"|looking after children as|support for people with disabilities"
    # Durations are no ages.
    rf"|{_SINCE} (?:plus de |près de |oltre |circa )?{_NUMBER} (?:ans|anni)"
    rf"|{_NUMBER} ans (?:d['’](?:expérience|activité|ancienneté)|de (?:pratique|métier|travail)|comme|dans|chez)"
    rf"|{_NUMBER} anni (?:di (?:esperienza|pratica|servizio|lavoro)|come|nel|nella|presso)"
)
_WORK = (
    r"travail\w*|métiers?|emplois?|postes?|stages?|stagiaire|apprenti\w*|formations?|expériences?|secteurs?|domaines?"
    r"|(?<!j['’])aides?|assistante?s?|secrétaires?|secrétariat|éducat\w+|animat\w+|anime\w*|encadr\w+|infirmi\w+"
    r"|soignante?s?|soins?|accompagnement|nettoy\w+|cuisine\w*|cuisini\w+|lingerie|buanderie|intendance|logistique"
    r"|réception\w*|agente?s?|employée?s?|auxiliaires?|vente|vend\w+|livr\w+|concierge\w*|interprète|technicien\w*"
    r"|matériel|cabinet|arbeit\w*|stellen?|job|praktik\w+|lehrstelle|lehre|ausbildung|beruf|erfahrung\w*|betreuung"
    r"|pflege\w*|begleitung|reinigung\w*|küche|koch|köchin|hilfskoch|empfang|mitarbeit\w*|verkauf\w*|hauswirtschaft"
    r"|aushilfe|lavor\w+|posto|impiego|tirocinio|apprendista\w*|formazione|esperienz\w+|ambito|assistent\w+|educat\w+"
    r"|cucin\w+|pulizi\w+|operat\w+(?: sociosanitari\w)?|ausiliari\w+|animat\w+|work\w*|position|placement|internship"
    r"|apprentice\w*|training|experience|assistant|nurse|carer|clean\w+|cook\w*|kitchen|reception\w*|activities"
    r"|teaching|educator"
)
_SMALL = (
    r"à|au|aux|en|dans|une?|le|la|l|d|de|du|des|les|avec|auprès|petits|jeunes|gern|in|im|der|die|das|dem|den|einer?"
    r"|einem|mit|von|jungen|kleinen|con|un|il|lo|i|gli|di|del|della|dei|nel|nella|nell|dell|delle|alla|piccoli|at|an?"
    r"|the|with|of|young"
)
_FIELD = (
    r"enfants?(?: autistes)?|(?:personnes |jeunes )autistes|bébés?|babys|familles|crèches?|garderies?|maternité|santé"
    r"|médica(?:l|le|ux|ments?)|psych\w+|hôpit\w+|malades|détenus|migrants|(?:personnes|adultes|élèves"
    r"|résidents) (?:en situation de |avec (?:un )?)?handicap\w*|étrangers|réfugiés|kindern?|kita|kindertagesstätte"
    r"|kinderbetreuung|familien|gesundheit|krankenh\w+|arztpraxis|spital|flüchtlingen?|menschen mit behinder\w*"
    r"|behinderten|\w*therapie|asylzentrum|bambin[ie]|famiglie|salute|persone (?:con disabilità|disabili)|malati|klinik"
    r"|clinique|clinica|asilo nido|ospedal\w+|rifugiati|child(?:ren|care)|kids|families|health|medical"
    r"|people with disab\w+|the sick|refugees|hospitals?"
)
_OWN_AFTER = (
    r"(?!\s(?:à la maison|à charge|fragile|zu hause|a casa|a carico|at home|problems?|issues?|reasons?|conditions?))"
)
_SENSITIVE = (
    # family and care
    r"\benfants?\b|\bfils\b|\bfilles?\b|\bbébés?\b|\bcrèches?\b|garderie|garde d['’]|garder (?:mon|ma|mes)|enceinte"
    r"|grossesse|maternité|(?<!sainte-)\bmères?\b|(?<!saint-)\bpères?\b|\bparents?\b|\bmari\b|(?<![\w-])mari(?:ee?s?|er"
    r"|age)\b|\bépou[sx]|divorc|célibataire|\bveu(?:f|ve)|conjoint|\bfamilles?\b|familia(?:le?|ux)\b|monoparent"
    r"|séparée?\b|proches? aidant|(?:horaires?|vacances) (?:scolaires?|d['’]école)|sorties? d(?:e l['’]|['’])école"
    r"|\bkindern?\b|kinderbetreu|\bkita\b|tochter|\bsohn\b|mutter|\bvater|\beltern|schwanger|\behe(?:mann|frau|partner"
    r"|leute)?\b|geschieden|scheidung|verheiratet|\bledig(?:e[nrs]?)?\b|alleinerziehend|witwe|\bfamilien?\b"
    r"|familiar(?:en?)? (?:gründ|situat|pflicht|verpf|probl)|(?:motivi|problemi) familiari|schulferien|bambin|\bfigli"
    r"|\bmadre\b|\bpadre\b|famigli|incinta|gravidanza|\bmarito\b|\bmoglie\b|sposat|divorzi|vedov|\bnido\b|\bchild"
    r"|\bkids?\b|daughter|(?:my|our|old|young) sons?\b|mother\b|father\b|pregnan|married|divorced|husband|\bwife\b"
    r"|\bfamily\b|single parent|widow|(?:my|our|his|her|little) grandsons?\b|grandchild|\benkel|nipot|genitori"
    r"|\bnonn[io]\b|\bmaman (?!de jour)|\bpapa\b|den kleinen abhol"
    # health and disability
    r"|malad|\bsanté\b|handicap|invalid|dépress|anxi|psych|\bmédic|médecin|thérap|hôpit|hospital|douleur|\bmal (?:de|au"
    r"|aux) |\bdos\b|fatigu|addict|alcool|\bdrogu(?:ees?|es?)\b|burn.?out|\brqth\b|accident|\bopér(?:ée?\b|ation du)"
    r"|limitation|restriction|\b(?:rente|demande|mesure|office) ai\b|certificat médical|milieu protégé|atelier protégé"
    r"|ne (?:peux|peut|dois|doit) (?:pas|plus) (?:porter|soulever|rester|marcher|me baisser)|suivie? (?:par|au|en|à) "
    r"|krank|gesundheit|behinder|depress|\bangst|arzt|ärzt|therapie|schmerz|\brücken|süchtig|suchtprobl|\bspital"
    r"|(?:alkohol|drogen|spiel)sucht|(?:ein|mein|sein|ihr)er sucht\b|unfall|einschränk|eingeschränkt"
    r"|nicht (?:mehr )?(?:schwer|lange) (?:heben|tragen|stehen|sitzen)|malatt|\bmalat[oaie]\b|\bsalute\b|disabil"
    r"|\bansi[ao]|\bmedic[oiah]|dolor|schiena|ospedal|infortun|non posso (?:più )?(?:sollevare|portare|stare)|\bsick"
    r"|illness|\bhealth|disab|anxiety|doctor|\bmedical|depression|injur|disease|(?:back|neck|knee|chronic|shoulder"
    r"|joint|constant|in) pains?\b|can(?:not|'t|’t| not) (?:lift|carry|stand|sit|walk)|diab[eèé]t|cancer|\bkrebs\b"
    r"|tumor|épilep|epilep|asthm|\bhernie|bandscheib|\bernia|ammalat|psichi|\bhurts?\b|alcohol|(?:mon|ma|mes"
    r"|meine?[nr]?|mi[oa]|miei|my) (?:genou|épaule|hanche|c(?:œ|oe)ur|jambe|bras\b|nuque|yeux|knie|schulter|hüfte|herz"
    r"|bein|augen|ginocchi|spall[ae]|cuore|gamb|knee|shoulder|hip\b|heart|legs?\b|eyes|back\b|neck)|opération (?:à|au"
    r"|de la|de l['’])|(?:prends|suis|sous|suivre) (?:un )?traitement|problemi al |schwerhörig|gehörlos|malentend"
    r"|malvoyant|\bsourde?\b|aveugle|\bblind\b|\bdeaf\b"
    # debt and assistance
    r"|\bdettes?\b|\bpoursuites\b|\bsaisies?\b|surendett|\brsa\b|\bau ri\b|aide sociale|\bassistance\b|chômage|indemnit"
    r"|allocation|\brentes?\b|(?:mon|ma|notre) assistante? sociale?|minimum vital|schulden|verschuld|betreibung|pfänd"
    r"|sozialhilfe|sozialdienst|sozialamt|arbeitslos|\bdebit[oi]\b|precett|pignora|\bassistenza\b|disoccup|\brendita\b"
    r"|\bdebts?\b|welfare|\bbenefits\b|unemploy|bailiff|ausgesteuert|fin de droits|social assistance|impayé"
    r"|ergänzungsleistung|prestations complémentaires"
    # permit and origin
    r"|(?:permis|livret) [bcflngs]\b|mon permis\b(?! (?:de conduire|[bcd]\b|poids|voiture|moto|cariste))"
    r"|titre de séjour|permis de séjour|réfugi|\basile\b|\bétrang|nationalit|origine|mon pays|au pays|langue maternelle"
    r"|naturalis|\bausweis [bcflngs]\b|aufenthalt|flüchtling|\basyl|ausländ|herkunft|heimat|staatsangehör|muttersprach"
    r"|einbürger|permesso (?:[bcflngs]\b|di soggiorno)|rifugiat|\basilo\b|stranier|nazionalit|mio paese|madrelingua"
    r"|(?:residence|work) permit|permit [bcflngs]\b|refugee|asylum|foreign|my country|mother tongue|citizen"
    r"|admise? provisoire|vorläufig aufgenommen|ammess[oa] provvisori|originaire|\bkomme aus\b|\bvengo d(?:a|al|alla"
    r"|all)\b|\bi(?: come| am|['’]m) from\b|(?:dans|de) (?:son|leur) pays"
    # age
    r"|\bans\b|\bag(?:ee?s?|ed)\b|retraite|\bnee (?:en|le|au|a)\b|\bne (?:en|au|a|le \d)\b|jahre alt|\balter\b"
    r"|\d\d-?jährig|geboren|jahrgang|rentner|\banni\b|\betà\b|\bnat[oa] (?:nel|il|in|a)\b|pension|years? old|year-old"
    r"|\baged \d|my age|\bi(?: am|['’]m) \d\d\b|\bretire(?:d|ment)\b|(?<!-)\bborn\b|trop (?:vieux|vieille|jeune)"
    r"|s[eé]niors?\b|zu (?:alt|jung)\b|troppo (?:vecchi|giovan)|too (?:old|young)"
    # sex and belief
    r"|\bfemmes?\b|\bhommes?\b|\bfrau\b|\bmann\b|\bdonna\b|\buomo\b|woman|\ba (?:young |single )?man\b|relig|musulman"
    r"|\bchréti|(?:porte|mon|le|du) voile\b|kopftuch|muslim|christ(?:ian|lich)|prière|(?:porte|mon|le) foulard\b"
)
_MORE = (
    # family, from the start of a word
    r"jumeaux|jumelles?|triplé|gosses?\b|heureux événement|(?:ma|mes) puces?\b|meine[rn]? kleinen?\b|gamin|mômes?\b"
    r"|garçons?\b(?! de (?:café|salle|cuisine))|frères?\b|s(?:œ|oe)urs?\b|neveux?\b|nièce|nephew|niece|cousin|concubin"
    r"|pacs|fiancé|verlobt|fidanzat|ma compagne|mon compagnon|(?:mon|ma|mes|garde du|garde la|garder? le) petite?s?\b"
    r"|au foyer\b|nourrisson|nouveau-né|à charge\b|a carico\b|ma(?:man|ma|mi)s?\b(?! de jour)|mamm[ae]\b|mutti"
    r"|pap[iy]s?\b|papàs?|babbo|bimb[oaie]\b|gemell|ragazzin|fratell|sorell|zi[oa]\b|cugin|casaling|zwilling|bruder"
    r"|schwester|geschwister|mädchen|buben?\b|knabe|kleinkind|säugling|hausfrau|twins?\b|bab(?:y|ies)\b(?!-?sit)"
    r"|mum(?:my|s)?\b|mom(?:my|s)?\b|dad(?:dy|s)?\b|toddler|newborn|neonat|brothers?\b|sisters?\b|siblings?|housewife"
    r"|daycare|boys?\b|girls?\b|girlfriend|boyfriend|garde (?:alternée|partagée|exclusive)|alimente\b|alimony"
    r"|aliment[io]\b|unterhalts(?:zahl|beitr|pflicht)|depend[ae]nts|alleinstehend|lebenspartner|babys?\b"
    # health and disability
    r"|séroposi|sieroposi|vih\b|hiv(?!er)|sida\b|aids\b|asperger|tdah?\b|ad(?:hd|hs|s)\b|bipolar|bipolai|fauteuil"
    r"|wheelchair"
    r"|autis(?:mo?|me|mus|tes?|ts?|ten|tin|ti[ck]\w*|tisch\w*)\b|sedia a rotelle|carrozzin|scl[eé]ros|sklero|schizo"
    r"|arth?r(?:os|it)|avc\b|ictus|infarct|infarkt|infart|strokes?\b|schlaganf|rheuma|rhumat|reumat|cie(?:co|ca|chi)\b"
    r"|sord[oaie]\b|sordomut|blinde[rn]?\b|taub(?:e[rn]?|stumm\w*)?\b|parkinson|alzheimer|démen(?:ce|t|za|tia)|demenz"
    r"|psys?\b|bois? (?:trop|beaucoup|plus d['’]alcool)|trinke zu viel|bevo troppo|drink too much"
    r"|fibromy|lupus|crohn|dys|legasthen|trisomi|cécité|cecità|surdité|paraly|parapl|tétrapl|gelähmt|hémipl|amput"
    r"|proth[eè]ses?\b|prosth|protes[ie]\b|béquille|krücke|crutch|stampell|endométr|migrain|migräne|emicran|hépatit"
    r"|cirrho|dialys|greff[eé]|transplant|cardia|cardio|herz(?![lo])|hypert|ipertens|bluthoch|thyro|tiroid|schilddrüs"
    r"|chimio|chemio|chemother|leuc[eé]m|leuk[aä]|lymph|linfom|oncolog|onkolog|sevrage|ohr(?:en)?\b|oreilles?\b"
    r"|(?:l['’]|un )œil\b|occhi[oa]?\b|orecchi|désintox|disintoss|entzug|reins?\b|poumon|foie\b|niere|lungen?\b|reni\b"
    r"|polmon|fegato|kidney|lungs?\b|liver|estomac|magen\b|stomach|cerveau|gehirn|cœur\b|cannabis|coca[iï]n|kokain"
    r"|héro[iï]nom|toxicom|tossicod|dipendenza|méthadon|alkohol|abhängig|trocken seit|rehab|reha\b|kur\b|trauma|ptsd"
    r"|ptbs|suic|suiz|selbstm|phobi|fobi[ae]|panik|panic|anorex|boulimi|bulimi|magersucht|obès|obes|übergewicht"
    r"|overweight|surpoids|sovrappes|insomni|apné|épuis(?:é|ant)|erschöpf|esaur|exhaust|ausgebrannt|eczém|psorias|lomba"
    r"|lumba|sciat|ischia|scolio|skolio|tendinit|karpal|canal carpien|bless(?:é|ure)|fractur|fraktur|frattur|operiert"
    r"|operat[oa]\b(?! (?:socio|di|in))|had surgery|surgery|chirurg|wirbels|incontin|bronchit|bpco\b|copd\b|muco?visc"
    r"|mukovis|vertige|schwindel|tume(?:ur|ren)|karzin|carcin|métasta|b[eé]ga(?:ie|y)|stott|stutter|balbuz|hearing"
    r"|hörgerät|appareil auditif|braille|langue des signes|gebärden|souffr|leide[nt]?\b|leidend|soffr|suffer|medik"
    r"|disorder|disturb|troubles? (?:d|musc|alim|bip|anx|neuro|psy)|(?:schlaf|angst|ess|persönlichkeits"
    r"|aufmerksamkeits)stör|klinik|en clinique|sehbehin|ipoved|non vedent|nain\b|naine\b|malform|convales|bein\b|knie\b"
    r"|curatel|curateur|tutelle|beistand|en arrêt\b|(?:mon|my|meine?|mio|mia) (?:état|condition|zustand|stato|nerven"
    r"|nerfs)"
    r"|cachets?\b|comprimés|tabletten\b|pastiglie|pills?\b|angoiss|ängste|angosci|craqué|pleur(?:e|ais|é)\b|crying"
    r"|ich weine\b|plus une goutte|bronche|souffle court|hormon|blut(?:et|en)\b|liege ich wach|schlaflos"
    r"|(?:il )?me manque (?:un|une|deux|trois) (?:doigt|main|jambe|bras|œil)|doigts? (?:coupé|en moins)|auge\b|augen\b"
    r"|geschützte[nr]?\b|(?:kann|darf) (?:ich )?(?:keine?n?|nichts?|nicht)(?: \w+){0,2} (?:mehr )?(?:heben|tragen"
    r"|stehen)"
    r"|mir die (?:hände|füsse|knie|schultern)|ci vedo|vedo poco|been clean|sober|sobre depuis"
    # family
    r"|(?:est|sont) née?s?\b|se?par(?:és|ées)\b|mon ex\b|meine?[mn]? ex\b|(?:les|mes) (?:deux|trois) (?:courent|dorment"
    r"|grandissent|vont)|copains?\b|copines?\b|allait(?:e|er|ement)\b|cong[ée] (?:parental|paternit)|pacs|concubin"
    r"|partenariat enregistr|ménage à (?:deux|trois)|vit (?:seule?|en couple|à deux)|getrennt ?lebend|konkubinat"
    r"|(?:ich|noch) stille\b|stillzeit|[oö]ma\b|opa\b|sorgerecht|alimente\b|kinderlos"
    r"|(?:eingetragene )?partnerschaft\b|convivent|compagn[oa]\b|celibe\b|nubile\b|separat[oa]$|separat[oa][.,]"
    r"|sono separat|(?:my|his|her) (?:ex|partner|fianc)|engaged to be|(?:pa|ma)ternity|custody|single(?:[.,]|$)"
    r"|single (?:mum|mom|dad|man|woman)"
    # debt and assistance
    r"|offenen? rechnungen|konto\b|fait faillite|soldi alla banca|half my wages|compte (?:en banque|bancaire|bloqué)"
    r"|banque m['’]a|(?:mein|meine|der|vom) sozialarbeit|owe\b|rav\b|taggeld|centre social|schulde\b|insolv"
    r"|faillite personnelle|(?:ma|en) faillite|privatkonkurs|(?:mein"
    r"|in|im) konkurs|bankrupt|fallit|falliment|défaut de biens|verlustschein|attestat\w+ di carenza|interdit bancaire"
    r"|huissier|ufficiale giudiz|créanci|gläubig|creditori|creditors|rembourser? (?:mes|mon|un|ma)\b|endett|indebit"
    r"|zahlungs(?:bef|unf)|commandement de p|pauvre|armut|povert[yà]|pover[oia]|sans-abri|sans abri|sdf\b|obdachl"
    r"|homeless|senzatetto|senza (?:casa|tetto)|loans?\b|arriéré|acte de défaut|vi[st] du social|vivre du social"
    r"|au social\b|aux services sociaux|vom sozial|hospice général|stempelgeld|geh\w* stempeln|stempeln geh|(?:the"
    r"|on) dole\b|universal credit|jobseeker|reddito di|sussidi|aah\b|minima sociaux|subside|aide d['’]urgence|nothilfe"
    r"|salaire (?:est|était|sera|va être) saisi|retenues? sur (?:mon |le )?salaire|lohnabtretung|kleinkredit"
    r"|(?:rembours\w+ (?:des|les|mes|un)|mes|mon) (?:crédits?|prêts?|emprunts?)\b|crédit à la consommation"
    r"|bürgergeld|hartz\b|food bank|banque alimentaire|restos du c|vom amt\b|vom staat\b|sans (?:travail|emploi"
    r"|activité)|ohne (?:arbeit|stelle|job)|stellenlos|senza lavoro|out of work|jobless|chômeu"
    # permit and origin
    r"|(?:mes|nos) papiers\b|préfecture|migrationsamt|office des migrations|(?:me|nous) renvoyer\b|expuls|abgeschob"
    r"|abschieb"
    r"|ausgeschafft|geflüchtet|geflohen|flucht\b|fuggit|fled\b|traversé (?:la|le|les|l['’])|en bateau et|canots?\b"
    r"|gommone"
    r"|schlauchboot|dinghy|permesso scad|my permit|(?:my|mon|mein|meinen|il mio) (?:accent|akzent|accento)"
    r"|(?:ma|meine|la mia|my) (?:peau|haut|pelle|skin)\b|mon nom\b|mein name\b|meinen namen|il mio nome|my name\b"
    r"|sans[- ]papiers?|papierlos|clandestin|senza (?:documenti|permesso)|undocumented|illegal|frontal(?:ier|iera|ieri)"
    r"|grenzg|cross-border|permis (?:de travail|provisoire|humanit)|autorisation de (?:séjour|travail)|(?:arbeits"
    r"|aufenthalts)?bewilligung|permesso di lavoro|passeport|passaport|passport|(?:deutsche|schweizer)[nr]? pass\b"
    r"|visas?\b|visum|il visto\b|exil|krieg\b|guerre\b|guerra\b|migrant|migré|immigr|émigr|eingewand|zugewand"
    r"|extracomun|apatrid|staatenl|apolid|stateless|statut s\b|status s\b|ethni|etni[ae]|citoyen|ressortiss|cittadin"
    r"|bürgerrecht|racines|wurzeln|radici|roots|natif\b|native\b|gebürtig|nativ[oa]\b|ausland|all['’]estero|abroad"
    r"|peau (?:noire|foncée)|couleur de (?:ma )?peau|hautfarbe|dunkelhäut|skin colou?r|pelle (?:nera|scura)|(?:arriv\w+"
    r"|venue?s?|vécu\w*) en (?:suisse|france|europe)|in die schweiz|nach (?:europa|frankreich)|(?:arrivat"
    r"|venut)[oai] in (?:svizzera|francia|europa|italia)|came to (?:switzerland|france|europe)|chez nous là-bas|gitan"
    r"|t[zs]igan|manouche|zigeun|roms?\b|sinti|gyps|jenisch"
    # age
    r"|(?:\d\d|\w+(?:ante|vingt|dix)) printemps|\w+(?:agén|tagén)aires?\b|(?:trent|quarant|cinquant|soixant)enaire"
    r"|(?:\w+ )?(?:vingt|trent|quarant|cinquant|soixant)aine\b(?! d)|octogén|(?:mitte|anfang|ende) (?:\w+zig\b|\d0)"
    r"|(?:in my |early |late |mid-?)(?:\d0s|\w+ties)\b|\w{3,10}(?:ant|vent|trent)enn[ei]\b|trenten|fift(?:y|ies)\b"
    r"|(?:dreissig|vierzig|fünfzig|sechzig|siebzig)(?:er(?:in)?|jähr\w*)?\b(?! prozent)|(?:forty|sixty|seventy)\b"
    r"|(?:mit|über|bald) \w+und(?:zwanzig|dreissig|vierzig|fünfzig|sechzig)\b|lauter junge|cheveux (?:blancs|gris)"
    r"|capelli (?:bianchi|grigi)|graue[nr]? haare|grey hair|petits jeunes"
    r"|ü\s?[456]0|[456]0\s?\+|(?:bin|sono|i am|i['’]m|turned) (?:\w+ )?[1-9]\d\b(?! (?:%|prozent|per|percent|stunden))"
    r"|j['’]ai (?:déjà |bientôt |presque )?[1-9]\d(?:$| et\b| mais)|avs\b|ahv\b|mit (?:[3-6]\d)\b(?! ?(?:%|prozent"
    r"|stunden|jahren erf|leuten|mitarb|person|kolleg))|mineure?s?\b|minderj|minorenn|volljähr|maggiorenn|anniversaire"
    r"|geburtstag|complean|birthday|fin de carrière|(?:classe|jg\.?|annata) 19[3-9]\d|(?:plus|pas|trop|très|encore"
    r"|assez|suis|bin|sono|am) (?:\w+ )?(?:jeune|vieux|vieille|jung|alt|giovane|vecchi[oa]|anzian[oa]|young|old"
    r"|elderly)\b|doyen|teenager|adolescent"
    # sex, orientation, belief
    r"|homosex|omosess|gays?\b|lesb|bisex|bisess|trans(?:genre|gen|sex|sess|ident)|trans\b(?!-)|non[- ]?bina|nicht-?bin"
    r"|queer|lgbt|schwul|hétéros|heteros|eteros|intersex|weiblich|männlich|females?\b|males?\b|femmin[ae]\b|maschio"
    r"|sexe\b|geschlecht|sesso\b|gender|en couple|juifs?\b|juives?\b|jud(?:en?|in|aïsm\w*|aism\w*)\b|jüd|ebre[oaie]\b"
    r"|ebra[ei]|jew(?:s|ish)?\b|israélit|catho|katho|cattol|protestant|évangéli|orthodox|ortodoss|ramadan|islam"
    r"|mosqu[eé]|mosche|synagog|(?:à l['’]|aller à l['’])église|in die kirche|in chiesa|to church|hindou|hindu|indù\b"
    r"|bouddh|buddh|sikh|jéhova|jehova|geova|baptist|pentecô|pfingst|adventist|mormon|athée?s?\b|athei|ate[oia]\b"
    r"|croyant|credente|believer|ma foi\b|la foi\b|mein glaube|glauben\b|fede\b|faith|(?<!vous )prie\b|prier\b|preghi"
    r"|pray(?:er|ing)?s?\b|gebet|halal|kasher|kosher|koscher|hijab|niqab|burqa|turban|kippa|il velo\b|velata"
    r"|voilée?s?\b|verschleiert|headscarf|sha?bbat|sabbat|carême|baptisé|pratiquante?"
    # housing, violence
    r"|loge\w* (?:à|dans|chez)|je vis (?:à l['’]hôtel|sans|dans (?:ma|une|la) )|allerg(?!en)|rhume|colis alimentaire"
    r"|(?:je )?dors (?:dans|chez|dehors|à la|sous)|dormir (?:dans ma|dehors)|nuits? (?:dehors|à l['’]abri)|frauenhaus"
    r"|notschlaf|schlaf\w* (?:bei|im auto|draussen)|auf dem sofa|dormo (?:in macchina|da|fuori)|sleep\w* (?:in my|rough"
    r"|on)|on (?:a|the|my|his|her) couch|shelter|hébergement d['’]urgence|foyer d['’]accueil|überfall|agress|aggress"
    r"|violen|gewalt|menac|bedroh"
    r"|minacc|threat|harcel|harass|belästig|molest|m['’](?:a|ont) (?:coinc|frapp)|geschlagen|m['’](?:a|ont) battu"
    r"|me battait|picchi|beaten|beat me"
    r"|viol(?:ée?)?\b|vergewalt|stupr|raped?\b|m['’]attend à|plainte\b|anzeige gegen|denunci"
    # justice
    r"|my record\b|ancien nom|neuen namen|changé de nom|on m['’]appelait|je jeûne|faste\b|fasting|digiuno|freikirche"
    r"|prison|emprison|gefäng|knast|carcer|galera|jail(?:ed)?\b|inmate|ex-con|détenu|détention|detenut|incarc|haft\b"
    r"|inhaft|haftst|verhaft|arrestat|arrested|casier|vorstraf|vorbestr|straf(?:re|ta|fä|ve)|bestraft|precedenti pen"
    r"|fedina|criminal|condamn|verurteil|condann|convict|tribunal|vor gericht|in court|to court|pénal|penal|peine d"
    r"|sursis|bewährung|probation|bracelet élec|fussfes|libération|libertà|on parole|la police\b|der polizei|la polizia"
    r"|the police|garde à vue|procureur|staatsanw|délit|délinq|delinq|offen[cs]e|offender|crime|juges?\b|richter\b"
    r"|giudice|judge"
)
# What I am, have, live, come from: pronouns and verbs of one language; a verb alone counts at the start of a clause.
_SELF = (
    (
        r"je|j|nous",
        r"suis|ai|etais|avais|vis|vivais|viens|venais|habite|loge|reste|porte|touche|recois|percois|depends",
    ),
    (r"je|j|nous", r"sens|fais|eleve|fete|dors|sommes|avons|vivons|venons|habitons"),
    (r"ich|wir", r"bin|war|habe?|hatte|komme|kam|lebe|lebte|sitze|wohne|stamme|werde|wurde|gehe|trage|beziehe|bekomme"),
    (r"ich|wir", r"erhalte|nehme|fuhle|gehore|sind|haben|leben|kommen|wohnen"),
    (r"i|we", r"am|m|was|have|ve|had|lived?|come|came|sit|use|wear|get|got|receive|feel|belong|go|are"),
    (r"", r"sono|ho|vengo|vivo|abito|siedo|ero|avevo|prendo|ricevo|porto|sto|siamo|abbiamo|viviamo"),
    (r"", r"(?<!.)(?:suis|ai|vis|viens|bin|habe?|komme|lebe|sitze)"),
)
_CLAUSES = (
    r"[,;:.!?()–—/]+|\b(?:et|mais|car|donc|parce que|puisque|und|aber|denn|weil|dass|da|e|ma|perché|and|but|because|as"
    r"|so) (?=(?:je|j['’]|nous|ich|wir|i|i['’]m|we|sono|ho|vengo|vivo)\b)"
)
# Words that make a clause one of work: its places, papers, hours, qualities, and what is done there.
_WORK_TALK = (
    r"travail|postes?\b|postul|emplois?\b|employ|métier|expérience|formation|formée? |diplôm|cfc\b|afp\b|cap\b|bep\b"
    r"|bac\b|bts\b|brevet|certificat de|maturité|licence|master|bachelor|étud|école d|appren|appris|stages?\b|stagi"
    r"|atelier|équipe|client|magasin|boutique|caisse|encaiss|chantier|bureau|cuisin|machine|permis de conduire"
    r"|permis b,? |permis c|horaire|disponib|libre|temps partiel|temps plein|plein temps|mi-temps|contact|compétence"
    r"|contrat|entreprise|usine|entrepôt|dépôt|hôtel|restaura|industri|bâtiment|commerc|secteur|domaine|patron"
    r"|employeur|entretien|candidat|cherch|cours\b|ordinateur|informati|excel|word\b|outil|logiciel|voiture|véhicule"
    r"|scooter|vélo\b|référence|missions?\b|de pratique|vend[ua]|vendeu|nettoy|ménage\b|ponctuel|motivé|sérieu|organis"
    r"|autonom|polyvalen|rapid|dynami|patiente?\b(?! [àadeiobv])|souriant|sociable|flexib|fiable|minuti|rigour|soigneu"
    r"|calme|à l['’]aise|curieu|créati|volontaire|courageu|habile|manuel|adroit|honnête|accueil|efficace|méthod|précis"
    r"|débrouill|passionn|intéress|gér(?:é|er|ais)|dirig|encadr|livrais|livreu|servi[re]?\b|serveu|fabriqu|conduit"
    r"|répar|install|constru|peint|cous[ue]|soud(?!ain)|plant(?:é|er)|taill|plonge\b|mobile\b|habitu|freude|auge für"
    r"|brav[oa] a|prête? à|me former|kiosque|manual|with my hands|de mes mains|stapler|rédig|tradui|enseign|animé"
    r"|animat|conseil|emball|trié|préparé|prépar|décharg|montage|monteu|maçon|menuis|charpent|électric|plomb|carrel"
    r"|couvreur|jardin|paysag|agricult|boulang|pâtiss|bouch(?:er|ère)|barman|coiff|esthét|secrét|comptab|ingénieu"
    r"|techni|mécani"
    r"|chauff(?!age)|cariste|manutention|logisti|opérat|ouvri|manœuvre|manoeuvre|concierge|couturi|infirmi|soign"
    r"|pédicur"
    r"|auxiliaire|éducat|profess|interpr|graphi|archiv|architect|dessin|réception|téléphon|assistant|responsable|chef"
    r"|gestion|horlog|imprim|agente? d|aide-|sécurité|projet|parl(?:e|er|é)\b|langues?\b|niveau|améliorer|stellen?\b"
    r"|beruf|job|ausbild|lehr(?:e\b|stelle|abschl|er)|praktik|erfahr|abschluss|abgeschl|diplom|efz\b|eba\b|führer(?:aus"
    r"|sch)|fahraus|auto\b|team|kund|verkauf|verkäuf|lager|büro|küche|werk|baustelle|bau\b|maschin|reinig|geputzt|kasse"
    r"|schicht|pensum|prozent|teilzeit|vollzeit|kenntnis|sprach|sprech|kurs|bewerb|beworben|vorstellungs|firma|betrieb"
    r"|branche|gastro|hotel|pflege|gepflegt|betreu|fabrik|handw|computer|gelernt|lernen|gekocht|koch|köch|geführt"
    r"|geleitet|bedient|repar|montier|gebaut|gemalt|genäht|absolv|beworben|geliefert|gefahren|geschickt|fahrer|gern"
    r"|pünktl|zuverl|selb?ständ|freundl|geduld|sorgf|genau|fleiss|ruhig|verfüg|interess|maurer|maler|schreiner|zimmerm"
    r"|elektr|sanitär|schweiss|gärtner|landwirt|bäck|kondit|metzg|kellner|service|kassier|friseu|sekret|kauf|buchh"
    r"|mechan|hauswart|schneider|fach|erzieher|übersetz|dolmetsch|uhrmach|hilfs|arbeit|angestellt|lavor|posto|impieg"
    r"|mestier|esperien|tirocin|officina|squadra|negozi|cassa\b|cassier|cantier|uffici|cucin|macchin|patente|orari"
    r"|turn[io]|pulit|puliz|guidat|gestit|imparat|studiat|corso|magazz|azienda|ditta|fabbric|puntual|motivat|affidab"
    r"|flessib|pazien|precis|socievol|contatto|colloqui|cerco|qualific|abilità|competenz|contratto|settore|alberg"
    r"|ristor|murator|imbianch|falegn|elettric|idraul|saldat|giardin|contadin|panett|pasticc|macella|cuoc|camerier"
    r"|baris|commess|parrucch|segret|contab|ingegn|tecnic|meccan|autista|opera[it]|portin|sart[ao]\b|inferm|badant"
    r"|insegn|tradutt|addett|ordinat|cordial|veloc|parlo|work|position|experienc|training|trained|degree|intern"
    r"|placement|customer|shops?\b|stores?\b|cash|offices?\b|kitchen|licen[cs]e|driv(?:e|ing)|schedul|availab|shift"
    r"|skill|course|wareh|factor|clean|cook|sold\b|sell(?!es)|serve|built|build|manag|led\b|learn|taught|teach|reliab"
    r"|punct"
    r"|careful|friendly|quick|calm|interview|appl(?:y|ied)|part[- ]time|full[- ]time|own car|a car|van\b|truck|forklift"
    r"|trade|compan|bricklay|paint|carpent|weld|garden|farm|bak(?:er|ing)|butcher|wait(?:er|ress)|bartend|sales|hairdr"
    r"|account|engineer|nurse|carer|tailor|seamst|designer|librar|clerk|courier|kind\b|excel|speak|computers?\b"
)


_NAMED = _read(
    rf"(?<!\w)(?:{_NAMES})(?!\w)|(?<!\w)(?:{_WORK})(?:[\s'-]+(?:{_SMALL}))*[\s'-]+(?:{_FIELD})(?!\w){_OWN_AFTER}",
    re.IGNORECASE,
)
_LANGUAGE = _read(LANGUAGE, re.IGNORECASE)
_FORBIDDEN = _read(rf"\b(?:{_by_first_letter(_MORE)})|{_by_first_letter(_SENSITIVE)}")
_WATCHED = _read(rf"\b(?:{_by_first_letter(f'{_MORE}|{ORIGIN}|{NEIGHBOUR}')})|{_by_first_letter(_SENSITIVE)}")
_FAR = _read(rf"\b(?:{_by_first_letter(ORIGIN)})")
_NEAR = _read(rf"\b(?:{NEIGHBOUR})\b")
_MIGRATED = _read(MIGRATED)
_ORIGIN_FIRST = _read(ORIGIN_FIRST)
_CAPITALS = _read(r"\b(?:K(?:ind(?:es)?|IND)|AI|IV|RI|CSR)\b|(?<=[a-z,] )Sucht\b")
_AT_WORK = _read(
    rf"\b(?:{_by_first_letter(_WORK_TALK)})|arbeit|angestellt|fahrer(?:in)?\b|verkäufer|mechaniker|monteur"
    rf"|führerausweis"
)
_ABOUT_ME = [(_read(rf"\b(?:{who})\b"), _read(rf"\b(?:{what})\b")) for who, what in _SELF]
_CLAUSE_ENDS = _read(_CLAUSES)
_STRUGGLE = _read(r"difficil|impossible|compliqué|besoin|schwierig|unmöglich|difficult|hard to|need", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?;\n])\s+|\n+")


def without_sensitive_sentences(text: str) -> str:
    """The text without every sentence that speaks of what a score must not know, and without names and origins."""
    parts = (_told(part) for part in _SENTENCES.split(without_persons(text, _speaks_of_work)) if part.strip(" ."))
    return " ".join(part for part in parts if part).strip()


def _speaks_of_work(words: str) -> bool:
    return _AT_WORK.search(_folded(words).lower()) is not None


def _told(sentence: str) -> str:
    """What may be told of a sentence: all, all but words of origin, or nothing."""
    words = sentence.split()
    folded = " ".join(_folded(sentence).split()).split(" ")
    if len(words) != len(folded):  # a word of invisible signs alone
        words = folded
    if found := _ORIGIN_FIRST.match(" ".join(folded).lower()):
        before = found.group().count(" ")
        words, folded = words[before:], folded[before:]
        sentence = " ".join(words)
    said = " ".join(folded)
    left = _LANGUAGE.sub(" ", said if _STRUGGLE.search(said) else _NAMED.sub(" ", said))
    watched = _WATCHED.search(left.lower())
    if _CAPITALS.search(left) or (watched and _FORBIDDEN.search(left.lower())):
        return ""
    clauses = (part.strip() for part in _CLAUSE_ENDS.split(said.lower()))
    about_me = [part for part in clauses if any(who.search(part) and what.search(part) for who, what in _ABOUT_ME)]
    if not all(_AT_WORK.search(part) or names_work(part) for part in about_me):
        return ""
    if not watched:
        return sentence
    if _MIGRATED.search(said.lower()) or any(_FAR.search(part) for part in about_me):
        return ""
    return _without_origins(words, folded, needs_work=_FAR.search(left.lower()) is not None)


def _without_origins(words: list[str], folded: list[str], *, needs_work: bool) -> str:
    """A sentence of work without its words of origin; nothing where more than single words would have to go."""
    said = " ".join(folded)
    apart = {place for found in (*_LANGUAGE.finditer(said), *_NAMED.finditer(said)) for place in range(*found.span())}
    kept, place = [], 0
    for word, read in zip(words, folded, strict=True):
        if place in apart or not (_FAR.search(read.lower()) or _NEAR.search(read.lower())):
            kept.append((word, read))
        place += len(read) + 1
    left = " ".join(read for _, read in kept)
    still = _LANGUAGE.sub(" ", _NAMED.sub(" ", left)).lower()
    if _FAR.search(still) or _NEAR.search(still) or (needs_work and not _AT_WORK.search(left.lower())):
        return ""
    return " ".join(word for word, _ in kept).strip(" ,;")
