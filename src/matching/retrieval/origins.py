"""Words that name a country or a people, and languages with the words that tell them from an origin.

Patterns for text that `sensitive.py` has folded: without accents, in four languages. Not here are France, Switzerland
and their places, where most of the work is, nor the names of their languages, which are skills ("français").
"""

ORIGIN = (
    r"afghan|alban(?:i|a|es|er|o)|alger(?:i|\b)|algier|angola|argentin(?!i[eè]re)|armeni|armen[oaie]\b|austral"
    r"|az[eé]r[iy]|azerba|aserba|bangla|b[eé]nin|berb[eè]r|belarus|bi[eé]lorus|weissruss|belg(?:es?\b|iq|i[eao]|is"
    r"|ium|hi|a\b)|birman|burmes|myanmar|bolivi|bosni|brésil|brasil|brazil|bulgar|burkin|burund|canad|kanad|kabyl"
    r"|cambod|kambod|camerou|camerun|kamerun|cameroon|cap[eo]?[- ]?ver[td]|kapverd|chili\b|chil(?:ien|en|ean)|cilen"
    r"|chin(?:e\b|ois|es(?!iolog)|a\b)|cines[ei]\b|cina\b|chypr|zypr|cipr(?:o\b|iot)|cor[eé](?:e\b|en|an)|korea"
    r"|costa-?ric|colombi(?:e\b|en|a)|kolumbi|comor(?:es|ien)|congo|kongo|cub(?:a\b|ain|an)|kuba|croat|kroat"
    r"|dan(?:ois|emark|ese)|dän(?:e\b|isch|emark)|danish|denmark|domini[ck]a[in]|egypt|égypt|ägypt|egizi|egitto"
    r"|équator|e[ck]uador|érythr|eritre|espagn|spani|spagn|spain|estoni|estland|éthiop|äthiop|etiop|finn?land"
    r"|finnis(?:ch|h)|finn(?:e|in)\b|gabon|gambi|géorgi[ea]|georgi[ea]|ghan|guatem|grec(?:s|que|ques|ia|e|a)?\b"
    r"|griech|greek|greece|greco|guinée|guinea|haït|haiti|hondur|hongr(?:ie|ois)|ungar|hungar|ungher|indi(?:en|an|sch"
    r"|a\b)|inde\b|inder(?:in)?\b|indones|ira(?:[knq]|ch)|perser|persi|persan|irland|irish|island|israel|israël"
    r"|(?<!suisse )italiennes?\b|italiens\b|italie\b|italiener|italia\b|(?<!svizzera )italian[ae]\b|italy|aus italien"
    r"|ivoir|ivor|côte d['’]ivoire|elfenbeink|jama[iï][ck]|japon|japan|giappon|jordani|ka[sz]a[kc]h|keni?y?a|keniot"
    r"|kirg|kow[eë][iï]t|kuwait|kosov|kosow|k[uo]?urd|curd[oaie]|laos|laot[ie]|liban|leban|letton|lettland|lett(?:e"
    r"|in)\b|latvi|lib[eé]ri[ae]|liby|libi(?:a\b|c)|lituan|litau|lithuan|madagas|malgach|mac[eé]doi?ni?|mazedon"
    r"|makedon|maghr[eé]b|magreb|malais(?!e)|malays|malt(?:ais|es[ei]\b)|mali\b|mali[ae](?:n|r\b)|maroc|marok|marocc"
    r"|morocc|maurici|mauriti|maurit|mexi[ckq]|messic|mold(?:[ao][vw]|au)|mongol|mont[eé]n[eé]gr|mo[zs]amb|népal"
    r"|nepal|nicarag|nig[eé]r|nordmaz|norv[eè]g|norweg|pakist|panam[aeé](?:[eé]?n|\b)|palestin|palästin|paragu|peru\b"
    r"|perù|peul|peruan|péru|peruv|pérou\b|philippin|fil+ippin|filipin|polon(?:ais|ia)|pologn|polen\b|polin\b"
    r"|polnisch|polacc|poland|polish\b|portug|portogh|roumain|roumani|rumän|rumen[oaie]|romen[oaie]|romeni|romanian"
    r"|russ(?:es?|in|innen|ie|isch\w*|ia\w*|land|[oai])\b|rwand|ruand|salvad|sénégal|senegal|qatar|katari|saoud"
    r"|saud(?:i|it)|serb(?:es?\b|i|[oa]\b)|sierra[ -]l[eé]on|singap|singhal|cinghal|sri[- ]?lank|tamoul|tamil"
    r"|slova[qkc]|slowak|slov[eè]n|slowen|soudan|sudan|somal|suède|suédois|schwed|svedes|svezia|swed|syr(?:i|er)"
    r"|siri(?:a|an)|tad[jsž]|tailand|ta[iï]wan|tan[zs]ani|tchad|tschad|tch[eè][qc]|tschech|czech|cec[oaih]\b|cecosl"
    r"|tchétch|tschetsch|cecen|thaï(?!r)|tibet|togo|tun[ie]s|turcs?\b|turc(?:o|a|hi\w*|he)\b|turqu(?:es?|ie)\b"
    r"|türk(?:e[ni]?|in|innen|isch\w*|iye)\b|turk(?:ey|ish|s)?\b|ukrain|ucrain|ougand|ugand|urugu|ouzb|usbek|uzbek"
    r"|vénézu|venez[uo]|vi[eê]tnam|y[eé]men|jemen|yougo|jugos|yugos|zambi|sambia|zimbab|simbab|améri[cq]|amerik"
    r"|americ?an|usa\b|états-unis|stati uniti|united states|afri[ckq]|asiat|asie\b|asien\b|asian?\b|arab|balkan"
    r"|balcan|lateinam|latino|osteurop|europe de l['’]est|autrich|österr|austria|allemagne|deutschland|germania"
    r"|germany|n[eé]erland|hollan|niederl[aä]|pays-bas|oland|dutch|netherl|paesi bassi|europ[eé](?:en|an|o\b|a\b)"
    r"|europä|n[eé]o-?z[eé]land|neuseel|new zealand|angleterre|england|inghilt|grande-bret|grossbr|brit(?:an|is|e\b"
    r"|in\b)|écoss|schott(?:e[nr]?|in|isch\w*|land)\b|scot(?:s|land|tish)|luxembourgeois|luxemburger|pri[sc]h?tina"
    r"|belgrad|sarajev|tirana|istanbul|ankara|damas\b|damask|kaboul|kabul|asmara|mogadis|bagdad|teheran|téhéran"
    r"|kinshasa|dakar|lisbon|lissab|kiev|kyiv|odess?a|alep\b|aleppo|skopje|casablanca|b[uo]u?karest|bucarest|varsovie"
    r"|(?:suis|sommes|nationalité|bin|sono|i am|i['’]m) (?:(?:une?|aussi|eine?|auch|ein|an?|also|half|franco-?"
    r"|moitié) )*(?:française?s?|franz[oö]s\w*|frances[ei]|french|suisse(?:sse)?s?|schweizer(?:in)?|svizzer[oa]|swiss"
    r"|allemande?s?|deutscher?|tedesc[oa]|german|anglaise?s?|engländer(?:in)?|ingles[ei]|english|italien|italiano"
    r"|italian|kosovar)\b"
)

_TONGUE = (
    r"\w{2,12}(?:ais|ois|isch|ese|ish|bic|gnolo?)|deutsch|\w{3,10}(?:man|nian|rian|lian|ssian|banian|serbian|croatian)"
    r"|(?:ital|ukrain|vietnam|macédon)ien|serbe|croate|bosniaque|turc|kurde|arabe|persan|tamoul|tamil|somali|russe"
    r"|roumain|bulgare|grec|thaï|french|greek|(?:serb|croat|turc|curd|arab|russ|ucrain|rumen|grec|itali|italian)o"
)
_SPEECH_BEFORE = (
    r"parl\w*|écri\w+|lis|lire|compren\w+|appren\w+|amélior\w+|enseign\w+|tradu\w+|interpr\w+|cours|langues?|niveau"
    r"|notions|bilingue|connaissances?|sprech\w*|sprich\w*|schreib\w*|lern\w*|versteh\w*|sprachen?|kurs|dolmetsch\w*"
    r"|übersetz\w*|lingu[ae]|scriv\w+|capisc\w+|impar\w+|corso|livello|speak\w*|write|read|learn\w*|languages?|lessons"
    r"|fluent"
)
_SPEECH_AFTER = (
    r"[abc][12]|courant|langue|à l['’]oral|oral|parlée?|écrite?|scolaire|sprech\w*|spreche|lernen|schreiben|fliessend"
    r"|kenntnis\w*|kurs\w*|niveau|speak\w*|lessons|course|level|fluente|fluent\w*|parlato|scritto|livello"
    r"|verhandlungssicher"
)
_LINK = (
    r"couramment|bien|très|une?|peu|le|la|les|l|de|d|du|des|en|aussi|et|ou|mon|und|oder|gut|sehr|etwas|fliessend|ein"
    r"|bisschen|wenig|auch|mein|auf|in|e|il|bene|anche|molto|po|di|and|or|some|a|little|good|fluently|my|fluent"
)
NEIGHBOUR = (
    r"françaises?|allemandes?|anglaises?|suissesses?|schweizerin(?:nen)?|französin(?:nen)?|franzosen?"
    r"|engländer(?:in(?:nen)?)?"
)
"""People of the country itself and next to it, in the forms that name no language."""

MIGRATED = (
    r"arriv|\bvenue?s?\b|vécu|vivais|grandi|quitt|fui\b|rentr|retour|kam\b|komme|gekommen|geflohen|gelebt|lebte"
    r"|aufgewachsen|zurück|venut|vissut|cresciut|fuggit|lasciat|\bcame\b|\bfled\b|\blived\b|\bgrew\b|\bleft\b|moved"
)
"""What a way from one country to another is told with."""

LANGUAGE = (
    rf"\b(?:{_SPEECH_BEFORE})(?:\W+(?:{_LINK}|{_TONGUE})\b)*\W+(?:{_TONGUE})\b"
    rf"|\b(?:langues?|langage|lingua) \w+(?:aise|oise|ienne|ese|ana)\b|\b(?:{_TONGUE})\W+(?:{_SPEECH_AFTER})\b"
)
"""A language next to a word of speech or a level: "je parle albanais", "français B1"."""

_I_AM = "je suis|ich bin|sono|i am|i'm|suis|bin"
_HOME = (
    "francaise?|suisse(?:sse)?|allemande?|anglaise?|italien(?:ne)?|deutscher?|schweizer(?:in)?|svizzer[oa]|italian[oa]?"
    "|frances[ei]|tedesc[oa]|ingles[ei]|swiss|french|german|english|pole|ire"
)
_I_SEEK = r"je\b|j'|ich\b|suche\b|io\b|cerco\b|vorrei\b|ho\b|sono\b|i\b|i'm\b|looking\b|seeking\b"
ORIGIN_FIRST = (
    rf"(?:(?:{_I_AM}) (?:(?:une?|eine?|an?|un[ao]?) )?(?:(?:{ORIGIN})\w*|{NEIGHBOUR}|{_HOME})(?:,|,? (?:et|und|e|and))"
    rf"|(?:(?:{ORIGIN})\w*|{NEIGHBOUR}|{_HOME})(?:,|,? (?:et|und|e|and))(?= (?:{_I_SEEK}))) (?=\w)"
)
"""A sentence that begins with an origin and goes on with something else."""
