"""Masculine, feminine, doubled and neutral forms of a title become one text; different words stay apart."""

import csv
import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Regex, normalizers

from matching.retrieval.folding import fold
from matching.retrieval.neutral import RULES, neutral

ONE = """
vendeur en boulangerie | vendeuse en boulangerie | vendeur/vendeuse en boulangerie | vendeur/-euse en boulangerie
vendeur en boulangerie | vendeur / vendeuse en boulangerie | vendeuse/vendeur en boulangerie | vendeurs en boulangerie
vendeur en boulangerie | vendeur·euse en boulangerie | vendeur·se en boulangerie | vendeur.euse en boulangerie
vendeur en boulangerie | vendeur-euse en boulangerie | vendeur(se) en boulangerie | vendeur-se en boulangerie
vendeur en boulangerie | vendeur (h/f) en boulangerie | vendeur h/f/x en boulangerie | vendeuse (m/f) en boulangerie
vendeur en boulangerie | vendeur ou vendeuse en boulangerie | vendeur (homme/femme) en boulangerie
employé | employée | employé(e) | employé·e | employé-e | employé/e | employé-e-s | employé·e·s | employés | employées
cuisinier | cuisinière | cuisinier/ère | cuisinier/cuisinière | cuisinier-ère | cuisinier·ère | cuisinier/-ière
informaticien | informaticienne | informaticien/-ne | informaticien(ne) | informaticien·ne
directeur commercial | directrice commerciale | directeur commercial/directrice commerciale
directeur commercial | directeur/trice commercial(e) | directeur·trice commercial·e
infirmier | infirmière | infirmiere | infirmiers | infirmières
boulanger | boulangère | boulanger/ère
conseillers | conseillères | conseiller/ère·s
assistant social | assistante sociale | assistant-e social-e | assistant·e social·e
chef d'équipe | cheffe d'équipe | chef-fe d'équipe | chef/cheffe d'équipe
sage-femme | sage-homme
femme de ménage | homme de ménage | personne de ménage | femme/homme de ménage
femme de chambre | valet de chambre
hôtesse d'accueil | hôte d'accueil | hôte/hôtesse d'accueil
ingénieur | ingénieure | ingénieur-e
patron | patronne
avocat | avocate | avocat/e | avocats | avocates
chefs | cheffes
conseiller professionnel | conseillère professionnelle
agent administratif | agente administrative | agent-e administratif-ve | agent·e administratif·ve
mitarbeiter | mitarbeiterin | mitarbeitende | mitarbeitender | mitarbeitenden
une vendeuse expérimentée cherche | un vendeur expérimenté cherche | la vendeuse expérimentée cherche
elle est prête à travailler | il est prêt à travailler
als gelernter maurer sucht er eine stelle | als gelernte maurerin sucht sie eine stelle
il cameriere | la cameriera
he worked with his team | she worked with her team
verkäufer | verkäuferin | verkäufer/in | verkäufer/-in | verkäufer:in | verkäufer*in | verkäufer*innen | verkäufer_in
verkäufer | verkäufer(in) | verkäuferinnen | verkäufer (m/w/d) | verkäufer m/w | verkäuferin (w/m/d)
verkäufer | verkäufer/verkäuferin | verkäufer und verkäuferinnen | verkäufer (alle geschlechter)
arzt | ärztin | ärzte | ärztinnen | ärzt*in
zahnarzt | zahnärztin
koch | köchin | koch/köchin | köch*in
anwalt | anwältin
bauer | bäuerin
stadtrat | stadträtin
kaufmann | kauffrau | kaufleute | kauffrau/-mann | kaufmann/-frau | kauffrau/kaufmann
fachmann betreuung | fachfrau betreuung | fachperson betreuung | fachkraft betreuung | fachmann/-frau betreuung
psychologe | psychologin
kundendienstkollege | kundendienstkollegin
angestellte | angestellter | angestellte/r | angestellte(r)
technischer leiter | technische leiterin | technische/r leiter/in | technischer leiter/technische leiterin
krankenschwester | krankenpfleger | krankenpflegerin
polizist | polizistin | polizist:innen
operatore | operatrice | operatore/trice | operatore/operatrice
commesso | commessa | commesso/a | commessa/o
impiegato | impiegata | impiegato/a
infermiere | infermiera | infermiere/a
operaio | operaia | operaio/a
dottore | dottoressa
professore | professoressa
studente | studentessa
cuoco | cuoca
segretario | segretaria
uomo delle pulizie | donna delle pulizie
waiter | waitress | waiter/waitress
salesman | saleswoman | salesperson
fireman | firewoman
steward | stewardess | steward(ess)
actor | actress | actor/actress
barman | barmaid | bartender
cleaner | cleaner (all genders) | cleaner (m/f/d) | cleaner (f/m)
"""

APART = """
mère mer | père per | frère fret | terre ter | vente vent | vienne vient | pierre pier | bière bier | chère cher
login log | matin mat | latin lat | satin sat | check-in check | plug-in plug | cousine cousin | cuisine cuisinier
heure heur | beurre beur | musée muse | année an | journée journal | marine marin | médecine médecin | science sciences
vin vins | main mains | tante tant | porte port | poste post | chaussée chausse | lait laitier | pain panier
gewinnen gewinn | beginnen beginn | innen in | darin dar | worin wo | ferien ferie | kind kinder | mann man
human hu | roman ro | woman wo | german ger | kommen kom | examen exam | d/f/i d | km/h km | python/r python
bouger bouge | banca banco | porta porto | pasta pasto | casa caso | storia storie | mela melo | testa testo
vendeur vendre | vendeur acheteur | koch kochen | arzt arznei | cuisinier cuisine | ouvrier ouvrage | chef chez
""".strip()


def _applied(text: str) -> str:
    """The rules one after the other, as the tokenizer of the encoder applies them."""
    for pattern, literal in RULES:
        text = re.sub(pattern, literal, text)
    return text


ONIGURUMA = normalizers.Sequence([normalizers.Replace(Regex(pattern), literal) for pattern, literal in RULES])


@pytest.mark.parametrize("line", ONE.strip().splitlines())
def test_all_forms_are_one(line: str) -> None:
    read = {form: fold(neutral(form)) for form in line.split(" | ")}
    assert len(set(read.values())) == 1, read


@pytest.mark.parametrize("pair", [pair for line in APART.splitlines() for pair in line.split(" | ")])
def test_different_words_stay_apart(pair: str) -> None:
    left, right = pair.split()
    assert neutral(left) != neutral(right)


PIECES = sorted({piece for piece in re.split(r"(\W)", ONE + APART) if piece not in {"", "|", "\n"}})
TEXTS = st.lists(st.sampled_from([*PIECES, " ", " ", "/", "-", "·", "(", ")", " ou ", " und "]), max_size=14).map(
    "".join
)


@given(TEXTS)
def test_both_engines_and_the_memory_of_words_say_the_same(text: str) -> None:
    assert neutral(text) == _applied(text) == ONIGURUMA.normalize_str(text)


@given(st.text("eaioursntéèäöß ²ʼ‿\u0301\n\t·/-(),hfmwd'’éi", max_size=30))
def test_both_engines_say_the_same_of_any_signs(text: str) -> None:
    assert neutral(text) == _applied(text) == ONIGURUMA.normalize_str(text)


WORDS = [word for word in re.findall(r"\w{3,}", ONE + APART) if word.isalpha()]


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_twice_is_once(text: str) -> None:
    assert neutral(neutral(text)) == neutral(text)


@pytest.mark.parametrize("line", ONE.strip().splitlines())
def test_twice_is_once_for_titles(line: str) -> None:
    for form in line.split(" | "):
        assert neutral(neutral(form)) == neutral(form)


def test_a_replacement_is_a_literal() -> None:
    assert all(re.fullmatch("[a-z]*", literal) for _, literal in RULES)


DATA = os.environ.get("MATCHING_TEST_DATA")


@pytest.mark.skipif(DATA is None, reason="MATCHING_TEST_DATA does not say where the published files are")
@pytest.mark.parametrize(
    ("file", "column", "floor"),
    [("fr/occupations_fr.csv", "preferredLabel", 0.97), ("de/occupations_de.csv", "preferredLabel", 0.965)],
)
def test_the_halves_of_published_titles_are_one(file: str, column: str, floor: float) -> None:
    """Some labels have halves that differ in more than gender ("moine/moniale"): 100 % is not there."""
    with (Path(str(DATA)) / "esco" / file).open(encoding="utf-8") as lines:
        labels = [unicodedata.normalize("NFKC", row[column]).lower() for row in csv.DictReader(lines)]
    doubles = [label.split("/") for label in labels if label.count("/") == 1]
    one = [fold(neutral(left)) == fold(neutral(right)) for left, right in doubles]
    assert len(one) > 2000
    assert sum(one) / len(one) >= floor
