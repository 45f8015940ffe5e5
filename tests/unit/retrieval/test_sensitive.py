"""What a person says of family, health, debt, permit, age or assistance never becomes their text; work stays."""

import time
import unicodedata

import pytest

from matching.retrieval.sensitive import without_sensitive_sentences

ABOUT_THE_PERSON = {
    "fr": [
        "J'ai deux enfants à la crèche.",
        "Maman seule, mes enfants sont à l'école jusqu'à midi.",
        "Je dois accompagner les enfants et garder mon père malade.",
        "Mon fils a 3 ans et n'a pas de place en garderie.",
        "Une garde d'enfants n'est pas encore trouvée.",
        "Je suis divorcée et je vis seule avec ma fille.",
        "Je suis enceinte de quatre mois.",
        "Concilier travail et enfants est difficile.",
        "J'ai mal au dos depuis un accident.",
        "À cause de ma santé je ne peux plus faire ce travail.",
        "Le médecin m'interdit le travail lourd.",
        "Mon emploi après un séjour à l'hôpital a été perdu.",
        "Je suis suivie par le service de psychiatrie.",
        "Je ne peux plus porter de charges.",
        "Je touche une rente AI à 50 %.",
        "Reconnue travailleuse handicapée (RQTH).",
        "J'ai fait un burn-out l'an dernier.",
        "Une personne en situation de handicap comme moi a besoin de temps.",
        "J'ai des poursuites et une saisie sur salaire.",
        "Une saisie de salaire est en cours.",
        "Mon salaire est saisi.",
        "Je rembourse des crédits.",
        "Retenue sur salaire chaque mois.",
        "Je vois un psy.",
        "Je bois trop.",
        "Mes dettes sont lourdes, l'office des poursuites attend.",
        "Je suis au RI depuis 2 ans.",
        "Je vis de l'aide sociale, mon assistante sociale le sait.",
        "Après le chômage, plus aucune indemnité.",
        "J'ai un permis F, je suis réfugiée.",
        "Mon titre de séjour expire en mars.",
        "Langue maternelle tigrinya, arrivée de mon pays en 2021.",
        "J'ai 54 ans et personne ne me répond.",
        "À mon âge, c'est difficile.",
        "Né en 1968, je pense à la retraite.",
        "Femme musulmane, je porte le voile.",
        "Je suis diabétique.",
        "Mon genou ne tient plus.",
        "J'ai subi une opération à l'épaule.",
        "Mon livret F ne me permet pas de voyager.",
        "Je suis papa de trois filles.",
        "Donnez-moi des horaires d'école et un bus.",
    ],
    "de": [
        "Ich habe zwei Kinder.",
        "Meine Tochter geht in die Kita.",
        "Die Kinderbetreuung ist nicht geregelt.",
        "Ich bin alleinerziehend und geschieden.",
        "Ich arbeite wenig, denn mein Kind ist klein.",
        "Ich pflege meine Mutter zu Hause.",
        "Wegen Rückenschmerzen kann ich nicht lange stehen.",
        "Mein Arzt hat mich krankgeschrieben.",
        "Seit dem Unfall bin ich eingeschränkt.",
        "Ich hatte eine Depression und mache eine Therapie.",
        "Ich kann nicht mehr schwer heben.",
        "Die IV prüft meinen Antrag.",
        "Er kämpft mit einer Sucht.",
        "Ich habe Schulden und Betreibungen.",
        "Mein Lohn wird gepfändet.",
        "Ich lebe von der Sozialhilfe.",
        "Ich bin seit Monaten arbeitslos.",
        "Ich habe den Ausweis F.",
        "Meine Aufenthaltsbewilligung läuft ab.",
        "Als Flüchtling aus Eritrea bin ich 2019 gekommen.",
        "Muttersprache Tigrinya.",
        "Ich bin 58 Jahre alt.",
        "55-jährig und voller Energie.",
        "Ich trage ein Kopftuch.",
        "Ich bin schwerhörig.",
        "Meine Knie sind kaputt.",
        "Ich bekomme Ergänzungsleistungen.",
    ],
    "it": [
        "Ho due figli piccoli.",
        "Mia figlia va all'asilo nido.",
        "Sono divorziata e vivo con i bambini.",
        "Sono incinta di tre mesi.",
        "Mia madre è malata e la curo io.",
        "Ho dolori alla schiena.",
        "Il medico mi ha vietato di sollevare pesi.",
        "Per motivi di salute lavoro a metà tempo.",
        "Sono invalida al 50 per cento.",
        "Soffro di ansia.",
        "Non posso più stare in piedi a lungo.",
        "Ho molti debiti e un precetto esecutivo.",
        "Vivo di assistenza sociale.",
        "Sono disoccupato da due anni.",
        "Ho il permesso F.",
        "Sono rifugiata, il mio paese è in guerra.",
        "Madrelingua somala.",
        "Ho 56 anni.",
        "La mia età è un problema.",
        "Sono una donna musulmana.",
        "Ho problemi al cuore.",
    ],
    "en": [
        "I have three children.",
        "My daughter starts daycare in June.",
        "I am a single parent.",
        "My family needs me in the evening.",
        "I am pregnant.",
        "I live with my husband and his mother.",
        "I have chronic pain in my knee.",
        "For health reasons I work part time.",
        "My doctor says no heavy work.",
        "I cannot lift anything.",
        "I was sick for a year.",
        "I live with a disability.",
        "I suffer from depression.",
        "I have debts.",
        "I live on welfare benefits.",
        "I have been unemployed since spring.",
        "I came as a refugee and have a permit F.",
        "My residence permit ends soon.",
        "I am a foreigner; my mother tongue is Tamil.",
        "I am 57 and nobody answers.",
        "I was born in 1967.",
        "I am a young woman and a Muslim.",
        "I have trouble with my heart.",
        "I look after my grandson.",
    ],
}
WORK = {
    "fr": [
        "Je cherche un poste dans la petite enfance.",
        "J'ai travaillé dans une école comme concierge.",
        "J'aimerais devenir aide-soignante.",
        "Je vise un emploi d'assistante médicale.",
        "Je suis pédicure et j'aime mon métier.",
        "J'ai travaillé pendant 8 ans comme vendeuse.",
        "J'ai dix ans d'expérience en cuisine.",
        "Mon stage en crèche m'a plu.",
        "Je veux travailler avec des enfants.",
        "M'occuper de personnes âgées me plaît.",
        "Formation d'assistante en soins et santé communautaire.",
        "J'ai fait le nettoyage à l'hôpital.",
        "Secrétaire médicale dans un cabinet.",
        "Infirmière en psychiatrie.",
        "Éducateur auprès de personnes en situation de handicap.",
        "Expérience dans une maison de retraite.",
        "Femme de chambre dans un hôtel.",
        "Vendeuse en vêtements pour enfants.",
        "J'ai les profils et les repères du métier.",
        "Saisie de données et classement.",
        "Je me suis familiarisée avec Excel.",
        "Assistance technique par téléphone.",
        "J'ai vendu du pain et des pâtisseries.",
        "Une entreprise familiale me conviendrait.",
        "Je parle plusieurs langues étrangères.",
        "J'ai suivi une formation de cariste.",
        "Permis de conduire et permis B avec voiture.",
        "J'ai travaillé dans une droguerie.",
        "Garder des enfants me plairait comme métier.",
        "Il aime son métier et retire les colis au guichet.",
        "Conduire un bus scolaire.",
        "Accueil dans un cabinet médical.",
        "Soigner les animaux à la ferme.",
    ],
    "de": [
        "Ich suche eine Stelle in der Kinderbetreuung.",
        "Praktikum in einer Kita.",
        "Ich möchte im Gesundheitswesen arbeiten.",
        "Ausbildung als Fachfrau Gesundheit.",
        "Krankenpflege war mein Beruf.",
        "Sie sucht eine Stelle im Lager.",
        "Ich habe Arbeit im Krankenhaus gehabt, in der Küche.",
        "Betreuung von Menschen mit Behinderung.",
        "Arztsekretärin in einer Gemeinschaftspraxis.",
        "Ich habe den Führerausweis B.",
        "Zehn Jahre Erfahrung im Verkauf.",
        "Man kann mich überall einsetzen.",
        "Kindergarten oder Hort als Arbeitsort.",
        "Ich habe in einem Familienbetrieb gelernt.",
        "Im Schuldienst als Abwart gearbeitet.",
        "Ich habe es versucht und gern gemacht.",
        "Ich arbeite gern mit Kindern.",
        "Ehemaliger Hilfskoch im Spital.",
    ],
    "it": [
        "Vorrei un lavoro con bambini.",
        "Cerco un posto come segretaria medica.",
        "Ho lavorato in ospedale come addetta alle pulizie.",
        "Dieci anni di esperienza in cucina.",
        "Assistenza clienti al telefono.",
        "Assistenza agli anziani a domicilio.",
        "Esperienza con persone disabili.",
        "Formazione nel settore della salute.",
        "Tirocinio in un asilo nido.",
        "Parlo due lingue straniere.",
        "Ho lavorato per 5 anni in un magazzino.",
        "Aiuto cuoco in un ristorante.",
    ],
    "en": [
        "I want to work with children.",
        "Work in a hospital kitchen.",
        "Health care assistant.",
        "I would like to be a medical secretary.",
        "Training in childcare.",
        "I like any kind of work outdoors.",
        "Support for people with disabilities.",
        "I speak two foreign languages.",
        "Ten years in a family business.",
        "Caring for the elderly in a retirement home.",
        "I am kind and patient.",
        "Warehouse work, early shift.",
    ],
}

# More of both, several on a line.
SAID_SHORTLY = """
Je suis séropositif. | Je suis porteur du VIH. | J'ai la cinquantaine. | 54 printemps | Moi, c'est 54 printemps !
Quinquagénaire | Je suis ukrainienne. | Je suis autiste. | Personne bipolaire
En fauteuil roulant depuis 2015. | J'ai une sclérose en plaques. | Je suis schizophrène. | Arthrose aux mains.
J'ai fait un AVC. | Infarctus en 2020. | Je viens du Kosovo. | Je suis sans-papiers. | Frontalier | J'ai des jumeaux.
Un petit garçon à élever seule. | Je suis insolvable. | Faillite personnelle en 2019. | Je vis du social.
Je suis juif. | Catholique pratiquante | Pas pendant le ramadan. | Je suis homosexuel. | Je suis gay.
Sorti de prison en mars. | J'ai un casier judiciaire. | Je suis toute seule. | J'habite avec ma sœur.
J'ai 54 et je cherche un emploi.
Suis kosovare. | Handicape, refugie, divorcee. | Ma sante ne va pas.
J'ai vécu en Érythrée. | Condamné à une peine avec sursis. | Ich sitze im Rollstuhl. | Ich bin 58.
Ich bin 58 und suche Arbeit. | Ich habe Rheuma. | Türkin | Ich bin Türkin. | Mama von zwei
Privatkonkurs im letzten Jahr. | Verlustscheine | Ich komme aus dem Kosovo. | Ich bin schwul. | Ich bin jüdisch.
Katholisch erzogen. | Im Gefängnis gewesen. | Vorbestraft | Ich habe Zwillinge. | Autist | HIV-positiv
Nach dem Schlaganfall. | Ich lebe vom Amt. | Ich bin Grenzgängerin. | Anfang fünfzig
Sono cieco. | Sono sordo. | Sono albanese.
Una mamma sola. | Ho un bimbo. | Vengo dal Marocco. | Sieropositivo | Sono ebrea. | Sono gay. | Sono stato in carcere.
Ho avuto un infarto. | In sedia a rotelle. | Cinquantenne | Ho due gemelli. | Fallimento personale | Sono frontaliera.
Vivo da sola. | Sono autistico. | I use a wheelchair. | I have HIV. | I am fifty.
I have twins. | My baby is small. | I'm a mum. | I am bankrupt. | On the dole. | I come from Ukraine. | I am Jewish.
I am gay. | I was in prison. | I’m autistic. | I had a stroke. | In my fifties.
I am on my own. | I am a Catholic. | I live with my brother.
"""
WORK_SHORTLY = """
Je suis boulangère de métier. | Je suis ponctuelle et organisée. | J'ai une voiture et le permis de conduire.
J'ai un CFC de cuisinier. | Je suis disponible tout de suite. | Je parle albanais. | Français B1, allemand A2.
J'ai appris à coudre sur une machine. | Je viens de terminer une formation. | La langue portugaise m'est utile.
Un poste à Neuchâtel, à Bienne ou à Aubenas. | Travailler en Suisse romande. | Je suis à l'aise avec les clients.
J'ai servi au restaurant. | Une cuisine italienne me tenterait. | Livrer en camionnette dans le canton de Vaud.
Je parle bien français, portugais et un peu allemand. | Améliorer mon français. | Je suis maçon.
Je cherche à Grandson. | J'ai l'habitude des chantiers. | J'ai de l'expérience en caisse. | Ranger une réserve
Prothésiste dentaire | Ich bin gelernter Schreiner. | Ich habe Erfahrung im Lager. | Ich bin pünktlich und zuverlässig.
Deutsch sprechen | Ich spreche Albanisch und Türkisch. | Ich suche eine Stelle in Zürich oder Leuk.
Ich habe als Köchin gearbeitet. | Ich bin unabhängig und flexibel.
Ich habe einen Staplerausweis und kann im Lager arbeiten. | Am Vormittag, 50 Prozent. | Sono muratore.
Ho lavorato in un magazzino. | Ho la patente di guida. | Sono autista di camion. | Parlo portoghese.
Sono puntuale e precisa. | Un posto in Ticino o a Lugano. | Ho esperienza in cucina. | Nella Svizzera italiana.
I am a carpenter. | I have worked in a shop. | I have a driving licence. | I speak Arabic and French. | I am reliable.
I have experience with customers. | I would like to learn a trade. | Jewellery shop assistant
I have good computer skills.
"""


# A word of origin is cut out of a sentence of work, which stays.
ORIGIN_CUT = {
    "Albanais, je cherche un emploi.": "je cherche un emploi.",
    "Je suis française et je cherche un poste de vente.": "je cherche un poste de vente.",
    "Je suis portugais, je parle français.": "je parle français.",
    "Vendeuse albanaise, je parle albanais.": "Vendeuse je parle albanais.",
    "Suissesse, je cherche un emploi.": "je cherche un emploi.",
    "Ukrainienne et motivée.": "et motivée.",
    "Femme de ménage de nationalité portugaise, libre le matin.": "Femme de ménage libre le matin.",
    "Cuisinier d'origine érythréenne cherche un poste.": "Cuisinier cherche un poste.",
    "Ressortissante portugaise cherche un poste dans la vente.": "cherche un poste dans la vente.",
    "Nationalité : kosovare, poste de vente souhaité.": "poste de vente souhaité.",
    "Ich bin Portugiesin und suche eine Stelle.": "suche eine Stelle.",
    "Syrischer Schneider": "Schneider",
    "Köchin eritreischer Herkunft sucht Stelle.": "Köchin sucht Stelle.",
    "Turca, cerco un lavoro.": "cerco un lavoro.",
    "Sono italiano e cerco un lavoro in cucina.": "cerco un lavoro in cucina.",
    "Cuoca di nazionalità marocchina cerca un posto.": "Cuoca cerca un posto.",
    "Somali, looking for work.": "looking for work.",
    "I am Turkish and I want a job.": "I want a job.",
    "Baker of Syrian origin looking for work.": "Baker looking for work.",
}


def shortly(text: str) -> list[str]:
    return [sentence for line in text.strip().splitlines() for sentence in line.split(" | ")]


def sentences(of: dict[str, list[str]]) -> list[str]:
    return [sentence for language in of.values() for sentence in language]


def test_there_is_enough_of_both() -> None:
    assert len(sentences(ABOUT_THE_PERSON)) >= 40
    assert len(sentences(WORK)) >= 40
    assert len(shortly(SAID_SHORTLY)) >= 60
    assert len(shortly(WORK_SHORTLY)) >= 40


@pytest.mark.parametrize("sentence", sentences(ABOUT_THE_PERSON) + shortly(SAID_SHORTLY))
def test_a_statement_about_the_person_is_left_out(sentence: str) -> None:
    assert without_sensitive_sentences(sentence) == ""
    assert without_sensitive_sentences(sentence.upper()) == ""


@pytest.mark.parametrize(("sentence", "left"), ORIGIN_CUT.items())
def test_a_word_of_origin_is_cut_out_of_a_sentence_of_work(sentence: str, left: str) -> None:
    assert without_sensitive_sentences(sentence) == left


@pytest.mark.parametrize("sentence", sentences(WORK) + shortly(WORK_SHORTLY))
def test_a_sentence_about_work_stays_word_for_word(sentence: str) -> None:
    assert without_sensitive_sentences(sentence) == sentence


def test_only_the_sentence_concerned_is_left_out() -> None:
    text = "Je cherche un poste dans la vente. J'ai deux enfants. Le samedi me convient !\nJ'ai 54 ans\nBon contact."
    assert without_sensitive_sentences(text) == (
        "Je cherche un poste dans la vente. Le samedi me convient ! Bon contact."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Je cherche un poste dans la petite enfance car mes enfants sont à la crèche.",
        "Je veux travailler avec mes enfants à côté.",
        "J'aimerais devenir aide-soignante, malgré ma santé.",
        "Lavoro con bambini, ma ho due figli.",
        "Ich suche eine Stelle in der Kinderbetreuung, weil ich selbst Kinder habe.",
        "Work with children would suit me because I have kids.",
        "Ce travail avec les enfants à la maison ne va pas.",
        "C'est difficile de travailler avec des enfants.",
        "Je dois accompagner les enfants le matin.",
        "Comme les enfants sont petits, je cherche un temps partiel.",
        "Je travaille avec un handicap.",
        "Ich arbeite mit einer Behinderung.",
        "I work with health problems.",
    ],
)
def test_a_project_does_not_carry_the_person_s_own_matters_along(sentence: str) -> None:
    assert without_sensitive_sentences(sentence) == ""


def test_accents_written_in_two_parts_hide_nothing() -> None:
    assert without_sensitive_sentences(unicodedata.normalize("NFD", "Ma santé est fragile.")) == ""


@pytest.mark.parametrize(
    "piece",
    ["travail de la ", "je suis ", "a ", "d'", "parle de la ", "j'ai,", "-", "x.\n", "vingt", "\ufdfa", "é", " "],
)
def test_reading_time_of_a_hostile_text_grows_with_its_length_alone(piece: str) -> None:
    """Eight times the text takes some eight times as long; what goes back over what it has read takes 64 times."""

    def seconds(characters: int) -> float:
        text = (piece * characters)[:characters]
        taken = []
        for _ in range(3):
            start = time.thread_time()
            without_sensitive_sentences(text)
            taken.append(time.thread_time() - start)
        return min(taken)

    assert seconds(16_000) < 24 * seconds(2_000)


def test_nothing_stays_nothing() -> None:
    assert without_sensitive_sentences("") == ""
    assert without_sensitive_sentences(" \n ") == ""
