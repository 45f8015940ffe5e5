"""The place of a French offer: département from its codes, municipality unless the label names a wider area."""

import re
from typing import Any

from matching.catalogue.postings import present
from matching.catalogue.reading import Reading
from matching.domain.vocabulary.situation import Country
from matching.places.names import name_key

# Names of départements, which offers give when the municipality is not told. Source: INSEE, code officiel géographique.
_DEPARTEMENTS = """
Ain, Aisne, Allier, Alpes-de-Haute-Provence, Hautes-Alpes, Alpes-Maritimes, Ardèche, Ardennes, Ariège, Aube, Aude,
Aveyron, Bouches-du-Rhône, Calvados, Cantal, Charente, Charente-Maritime, Cher, Corrèze, Corse-du-Sud, Haute-Corse,
Côte-d'Or, Côtes-d'Armor, Creuse, Dordogne, Doubs, Drôme, Eure, Eure-et-Loir, Finistère, Gard, Haute-Garonne, Gers,
Gironde, Hérault, Ille-et-Vilaine, Indre, Indre-et-Loire, Isère, Jura, Landes, Loir-et-Cher, Loire, Haute-Loire,
Loire-Atlantique, Loiret, Lot, Lot-et-Garonne, Lozère, Maine-et-Loire, Manche, Marne, Haute-Marne, Mayenne,
Meurthe-et-Moselle, Meuse, Morbihan, Moselle, Nièvre, Nord, Oise, Orne, Pas-de-Calais, Puy-de-Dôme,
Pyrénées-Atlantiques, Hautes-Pyrénées, Pyrénées-Orientales, Bas-Rhin, Haut-Rhin, Rhône, Haute-Saône, Saône-et-Loire,
Sarthe, Savoie, Haute-Savoie, Seine-Maritime, Seine-et-Marne, Yvelines, Deux-Sèvres, Somme, Tarn, Tarn-et-Garonne,
Var, Vaucluse, Vendée, Vienne, Haute-Vienne, Vosges, Yonne, Territoire de Belfort, Essonne, Hauts-de-Seine,
Seine-Saint-Denis, Val-de-Marne, Val-d'Oise, Guadeloupe, Martinique, Guyane, La Réunion, Mayotte"""
_REGIONS = """
Auvergne-Rhône-Alpes, Bourgogne-Franche-Comté, Bretagne, Centre-Val de Loire, Corse, Grand Est, Hauts-de-France,
Île-de-France, Normandie, Nouvelle-Aquitaine, Occitanie, Pays de la Loire, Provence-Alpes-Côte d'Azur, PACA"""


def _keys(names: str) -> frozenset[str]:
    return frozenset(name_key(name) for name in names.split(","))


_WIDER = _keys(_DEPARTEMENTS) | _keys(_REGIONS) | {"france", "france entiere"}
_LABEL = re.compile(r"(\d{2,3}|2[AB])\s*-\s*(.+)", re.IGNORECASE)
_CODE = re.compile(r"(?:\d{2}|2[AB])\d{3}", re.IGNORECASE)


def departement(code: str | None) -> str | None:
    """The département of an INSEE code or a postcode ("07019" and "07200" -> "07", "97105" -> "971"); None otherwise.

    Corsican postcodes start with 20: 200 and 201 are 2A, 202 and 206 are 2B.
    """
    if not code or not _CODE.fullmatch(code):
        return None
    head = code[:3].upper()
    if head.startswith(("97", "98")):
        return head
    if head.startswith("20"):
        return "2A" if head in {"200", "201"} else "2B"
    return None if head[:2] in {"00", "96", "99"} else head[:2]


def split_label(label: str | None) -> tuple[str | None, str | None]:
    """Département and municipality of "07 - AUBENAS"; the latter None when the label names a wider area."""
    found = _LABEL.fullmatch(label.strip()) if label else None
    code = found[1].upper() if found else None
    name = found[2].strip() if found else (label or "").strip()
    if code == "99":
        return None, None
    return code, None if name_key(name) in _WIDER or not name else name


def is_french(label: str | None) -> bool:
    """Whether a label without code names France, a region or a département."""
    return bool(label) and name_key(label or "") in _WIDER


def padded(code: str | None) -> str | None:
    """A code in capitals, with the first zero that spreadsheets drop ("7019" -> "07019", "7" -> "07")."""
    if code is None:
        return None
    code = code.strip().upper()
    if code.isascii() and code.isdigit() and len(code) in {1, 4}:
        return f"0{code}"
    return code


def place_by_columns(reading: Reading) -> dict[str, Any] | None:
    """A place by the columns that French tables and services share; None when they say nothing of it."""
    commune, postcode = (padded(reading.line(column, 20)) for column in ("code_insee", "code_postal"))
    region = departement(commune) or departement(postcode)
    if postcode and departement(postcode) is None:
        reading.warn("code_postal", f"« {postcode} » n'est pas un code postal : laissé de côté")
        postcode = None
    found = present(region=region, municipality=reading.line("commune"), postcode=postcode) | reading.coordinates()
    return {"country": Country.FR} | found if found else None
