"""Miniature nomenclatures in the published formats: invented concepts and titles under a few official codes."""

from pathlib import Path

import pytest

BAKERY = "http://data.europa.eu/esco/occupation/bakery-seller"
CHEESE = "http://data.europa.eu/esco/occupation/cheese-seller"
ROOFS = "http://data.europa.eu/esco/occupation/roof-gardener"


def write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def esco(tmp_path: Path) -> Path:
    folder = tmp_path / "esco"
    write(
        folder / "fr" / "occupations_fr.csv",
        "conceptUri,preferredLabel,altLabels\n"
        f"{BAKERY},vendeur de pain/vendeuse de pain,vendeuse de brioches|vendeur de brioches\n"
        f"{ROOFS},jardinier de toits/jardinière de toits,\n",
    )
    write(
        folder / "en" / "occupations_en.csv",
        "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status\n"
        f'Occupation,{BAKERY},5223,bread seller,"bread vendor\nbun seller",released\n'
        f"Occupation,{CHEESE},5223,cheese seller,,released\n"
        f"Occupation,{ROOFS},6113,roof gardener,,released\n"
        "Occupation,http://data.europa.eu/esco/occupation/gone,9999,gone,,obsolete\n",
    )
    write(
        folder / "en" / "ISCOGroups_en.csv",
        "conceptType,conceptUri,code,preferredLabel\n"
        "ISCOGroup,http://data.europa.eu/esco/isco/C5223,5223,Shop people\n",
    )
    write(
        folder / "fr_v1.0" / "occupations_fr.csv",
        "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,description\n"
        f"Occupation,{BAKERY},5211,vendeur ancien,crieur de pain,\n"
        f"Occupation,{CHEESE},5211,fromager ambulant,,\n",
    )
    return folder


@pytest.fixture
def rome(tmp_path: Path) -> Path:
    folder = tmp_path / "rome"
    write(
        folder / "unix_referentiel_code_rome_v460_utf8.csv",
        '"code_rome","libelle_rome","code_rome_parent"\n'
        '"D1106","Vendeur / Vendeuse de pain","D1106"\n'
        '"D1107","Vendeur / Vendeuse de nuit","D1106"\n'
        '"D1201","Vendeur / Vendeuse de parapluies","D1201"\n',
    )
    write(
        folder / "unix_referentiel_appellation_v460_utf8.csv",
        '"code_ogr","libelle_appellation_long","libelle_appellation_court","code_rome"\n'
        '"1","Vendeur / Vendeuse de pain rassis","Vendeur(se) de pain rassis","D1106"\n'
        '"2","Fromager / Fromagère de gare","Fromager(ère) de gare","D1106"\n'
        '"3","Jardinier / Jardinière de comptoir","Jardinier(ère) de comptoir","D1106"\n',
    )
    write(
        folder / "rome_to_esco_20300101.csv",
        "Mapping project name,invented\n\n"
        "classification 1 ID,classification 1 prefered label,classification 2 ID,classification 2 prefered label,"
        "mapping relation\n"
        f"{BAKERY},vendeur,1,Vendeur,skos:exactMatch\n"
        f"{CHEESE},fromager,2,Fromager,skos:closeMatch\n"
        f"{ROOFS},jardinier,3,Jardinier,skos:broadMatch\n"
        f"{ROOFS},jardinier,99,Inconnu,skos:exactMatch\n",
    )
    return folder


@pytest.fixture
def ch_isco(tmp_path: Path) -> Path:
    folder = tmp_path / "ch_isco"
    rows = {
        "MAJORGROUP": ["5,Dienste,Services,Servizi"],
        "SUBMAJORGROUP": ["52,Verkauf,Vente,Vendita"],
        "MINORGROUP": ["522,Läden,Magasins,Negozi"],
        "UNITGROUP": ['5220,"Läden, onA","Magasins, sip","Negozi, s.a.i."', "5223,Brotläden,Boulangers,Panetterie"],
        "TYP": ['52200,"Läden, onA","Magasins, sip","Negozi, s.a.i."', "52230,Brotläden,Boulangers,Panetterie"],
    }
    for level, lines in rows.items():
        write(folder / f"DV_CH_ISCO_19_{level}.csv", "\n".join(["code,de,fr,it", *lines, ""]))
    return folder
