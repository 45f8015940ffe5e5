"""How data·inclusion words things: kinds of service, themes, publics, areas, ways to apply. Source: its schema v1."""

import re
from dataclasses import dataclass

from matching.catalogue.french_places import departement, padded
from matching.catalogue.reading import Reading
from matching.domain.vocabulary.measures import MeasureCode, MeasureForm, MeasureType
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.standing import Status

# Themes by their longest prefix. An empty tuple: the theme answers to no barrier, so that anybody may need it.
_BARRIERS: dict[str, tuple[Barrier, ...]] = {
    "choisir-un-metier": (Barrier.PROJECT,),
    "creer-une-entreprise": (),
    "difficultes-administratives-ou-juridiques": (Barrier.ADMIN_LEGAL,),
    "difficultes-financieres": (Barrier.FINANCE_DEBT,),
    "equipement-et-alimentation": (Barrier.FINANCE_DEBT,),
    "famille": (Barrier.FAMILY_CHILDCARE,),
    "lecture-ecriture-calcul": (Barrier.LITERACY,),
    "lecture-ecriture-calcul--maitriser-le-francais": (Barrier.COMMUNICATION_LANGUAGE, Barrier.LITERACY),
    "logement-hebergement": (Barrier.HOUSING,),
    "mobilite": (Barrier.MOBILITY,),
    "numerique": (Barrier.DIGITAL,),
    "preparer-sa-candidature": (Barrier.SEARCH,),
    "remobilisation": (Barrier.CONFIDENCE,),
    "remobilisation--lien-social": (Barrier.ISOLATION,),
    "sante": (Barrier.HEALTH,),
    "sante--constituer-un-dossier-mdph-invalidite": (Barrier.DISABILITY, Barrier.HEALTH),
    "se-former": (Barrier.SKILLS,),
    "souvrir-a-linternational": (),
    "trouver-un-emploi": (Barrier.SEARCH,),
}

# A person qualifies when one public holds. None: no status of ours says it, so that the whole list says nothing.
_PUBLICS: dict[str, tuple[Status, ...] | None] = {
    "tous-publics": (),
    "beneficiaires-des-minimas-sociaux": (Status.RSA, Status.ASS, Status.AAH, Status.SOCIAL_ASSISTANCE),
    "demandeurs-emploi": (Status.PES_REGISTERED,),
    "jeunes": (Status.YOUTH,),
    "seniors": (Status.SENIOR,),
    "personnes-en-situation-de-handicap": (Status.RQTH, Status.AAH),
    "personnes-en-situation-juridique-specifique": (Status.JUSTICE,),
    "personnes-exilees": (Status.REFUGEE_OR_ASYLUM,),
    "residents-qpv-frr": (Status.QPV_RESIDENT, Status.FRR_RESIDENT),
    "actifs": None,
    "etudiants": None,
    "familles": None,
    "femmes": None,
    "personnes-en-situation-durgence": None,
}
_JOB_THEMES = ("preparer-sa-candidature", "trouver-un-emploi", "choisir-un-metier", "souvrir-a-linternational")
_EPCI = re.compile(r"\d{9}")
_COMMUNE = re.compile(r"(?:\d{2}|2[AB])\d{3}")
_DEPARTEMENT = re.compile(r"\d{2,3}|2[AB]")
_FRANCE = frozenset({"FRANCE", "99100"})
_MOBILISED_BY = {"usagers": "la personne elle-même", "professionnels": "un professionnel qui l'accompagne"}
_HOW = {
    "envoyer-un-courriel": "par courriel",
    "se-presenter": "sur place",
    "telephoner": "par téléphone",
    "utiliser-lien-mobilisation": "par le lien",
}


@dataclass(frozen=True)
class Kind:
    """What a type of service is in our words."""

    form: MeasureForm
    code: MeasureCode
    type: MeasureType


def kind(reading: Reading, themes: list[str]) -> Kind:
    """Form, code and type by the type of service; the type of the measure also by its themes."""
    told = reading.line("type")
    match told:
        case "accompagnement":
            own = any(theme.startswith("creer-une-entreprise") for theme in themes)
            does = MeasureType.SELF_EMPLOYMENT if own else MeasureType.COACHING
            return Kind(MeasureForm.ACTIVITY, MeasureCode.FR_SUPPORT, does)
        case "formation":
            return Kind(MeasureForm.ACTIVITY, MeasureCode.FR_TRAINING, _course(themes))
        case "atelier" | "information":
            return Kind(MeasureForm.ACTIVITY, MeasureCode.FR_WORKSHOP, _workshop(themes))
        case "aide-financiere" | "aide-materielle":
            return Kind(MeasureForm.ALLOWANCE, MeasureCode.FR_AID, MeasureType.ALLOWANCE)
        case None:
            reading.warn("type", "type de service absent : mesure sans code particulier")
        case _:
            reading.warn("type", f"type de service inconnu « {told[:40]} » : mesure sans code particulier")
    return Kind(MeasureForm.ACTIVITY, MeasureCode.OTHER, _workshop(themes))


def needs(reading: Reading, themes: list[str]) -> list[Barrier]:
    """Barriers the themes answer to; none when one theme is open to anybody, since one need must be the person's."""
    found: dict[Barrier, None] = {}
    for theme in themes:
        known = next((_BARRIERS[prefix] for prefix in _prefixes(theme) if prefix in _BARRIERS), None)
        if known is None:
            reading.warn("thematiques", f"thématique inconnue « {theme[:60]} » : aucun besoin retenu comme critère")
        if not known:
            return []
        found |= dict.fromkeys(known)
    return list(found)


def statuses(reading: Reading) -> list[Status]:
    """Statuses of which one must hold; none, with a warning, when one public cannot be told by a status."""
    found: dict[Status, None] = {}
    publics = reading.texts("publics")
    for public in publics:
        known = _PUBLICS.get(public)
        if known is None:
            reading.warn("publics", f"« {public[:60]} » ne correspond à aucun statut : aucun critère, texte conservé")
            return []
        if not known:
            return []
        found |= dict.fromkeys(known)
    return list(found)


def residence(reading: Reading) -> list[str]:
    """Territories of which one must be the person's; none, with a warning, when one area cannot be resolved."""
    commune = padded(reading.line("code_insee", 20))
    territories: dict[str, None] = {}
    for told in reading.texts("zone_eligibilite"):
        territory = _territory(padded(told) or "")
        if territory is None and _EPCI.fullmatch(told) and departement(commune):
            reading.warn("zone_eligibilite", f"intercommunalité {told} : remplacée par le département de la commune")
            territory = f"FR-{departement(commune)}"
        if territory is None:
            reading.warn("zone_eligibilite", f"zone « {told[:20]} » non résolue : aucun critère de résidence")
            return []
        territories[territory] = None
    return list(territories)


def procedure(reading: Reading) -> str | None:
    """How to apply, in words; no name, address or number of a contact person."""
    by = [_MOBILISED_BY[told] for told in reading.texts("mobilisable_par") if told in _MOBILISED_BY]
    how = [_HOW[told] for told in reading.texts("modes_mobilisation") if told in _HOW]
    link = reading.line("lien_mobilisation", 2_083)
    sentences = [
        f"Demande par {' ou '.join(by)}." if by else None,
        f"Contact {', '.join(how)}." if how else None,
        reading.text("mobilisation_precisions", 3_000),
        link if link and link.startswith(("https://", "http://")) else None,
    ]
    return "\n".join(filter(None, sentences)) or None


def _territory(code: str) -> str | None:
    if code in _FRANCE:
        return "FR"
    if _COMMUNE.fullmatch(code) and departement(code):
        return f"FR-{departement(code)}-{code}"
    if _DEPARTEMENT.fullmatch(code) and code not in {"00", "99"}:
        return f"FR-{code}"
    return None


def _prefixes(theme: str) -> tuple[str, str]:
    return theme, theme.partition("--")[0]


def _course(themes: list[str]) -> MeasureType:
    if "lecture-ecriture-calcul--maitriser-le-francais" in themes:
        return MeasureType.LANGUAGE_COURSE
    if any(theme.startswith(("lecture-ecriture-calcul", "numerique")) for theme in themes):
        return MeasureType.BASIC_COURSE
    return MeasureType.VOCATIONAL_TRAINING


def _workshop(themes: list[str]) -> MeasureType:
    if any(theme.startswith(_JOB_THEMES) for theme in themes):
        return MeasureType.JOB_SEARCH_HELP
    if any(theme.startswith("creer-une-entreprise") for theme in themes):
        return MeasureType.SELF_EMPLOYMENT
    if any(theme.startswith("remobilisation") for theme in themes):
        return MeasureType.SOCIAL_STABILISATION
    return MeasureType.OBSTACLE_REMOVAL
