"""How France Travail words things: contracts, hours, experience, licences, languages, levels of education."""

import re
from typing import Any

from matching.catalogue.reading import Reading
from matching.domain.vocabulary.catalogue import ContractKind
from matching.domain.vocabulary.situation import EducationLevel, Language, LanguageLevel, LicenceCategory
from matching.places.names import name_key

FULL_TIME_HOURS = 35  # a week; Source: Code du travail L3121-27

_CONTRACTS = {
    "CDI": ContractKind.PERMANENT,
    "DIN": ContractKind.PERMANENT,  # CDI intérimaire
    "CDD": ContractKind.FIXED_TERM,
    "SAI": ContractKind.FIXED_TERM,
    "MIS": ContractKind.TEMPORARY_AGENCY,
    "TTI": ContractKind.SUBSIDISED,  # intérim d'insertion
    "DDI": ContractKind.CDDI,
    "CCE": ContractKind.SELF_EMPLOYED,  # profession commerciale
    "FRA": ContractKind.SELF_EMPLOYED,
    "LIB": ContractKind.SELF_EMPLOYED,
    "REP": ContractKind.SELF_EMPLOYED,
}
_NATURES = (
    (re.compile(r"apprentissage|professionnalisation|alternance", re.IGNORECASE), ContractKind.APPRENTICESHIP),
    (re.compile(r"\binsertion\b", re.IGNORECASE), ContractKind.CDDI),
    (re.compile(r"contrat unique|\bCUI\b|\bPEC\b|\bCAE\b|emploi compétences", re.IGNORECASE), ContractKind.SUBSIDISED),
    (re.compile(r"\bstage\b", re.IGNORECASE), ContractKind.INTERNSHIP),
)
_APPRENTICE_TITLE = re.compile(
    r"^\W*(?:en )?(?:alternance|apprenti(?:e|ssage)?|alternante?)\b|\ben (?:alternance|apprentissage)\b|"
    r"\(\s*(?:alternance|apprentissage)\s*\)|[-–|]\s*(?:alternance|apprentissage)\s*$",
    re.IGNORECASE,
)
_HOURS = re.compile(r"(?<!\d)(\d{1,2})\s*H\s*(\d{2})?(?!\d)", re.IGNORECASE)
_SPAN = re.compile(r"(\d{1,3})\s*(an|mois|semaine|jour)", re.IGNORECASE)
_WEEKS = {"an": 52.0, "mois": 52 / 12, "semaine": 1.0, "jour": 1 / 7}
_YEARS = {"an": 1.0, "mois": 1 / 12, "semaine": 1 / 52, "jour": 1 / 365}

_LICENCES = (
    (re.compile(r"\b(?:BE|EB|B96)\b|B mention 79"), LicenceCategory.BE, True),
    (re.compile(r"^B\b"), LicenceCategory.B, True),
    (re.compile(r"^A\b"), LicenceCategory.A, True),
    (re.compile(r"^C\b"), LicenceCategory.C, True),
    (re.compile(r"^CE\b"), LicenceCategory.C, False),  # asks for more than the list can say
    (re.compile(r"^D\b"), LicenceCategory.D, True),
    (re.compile(r"^DE\b"), LicenceCategory.D, False),
)
_EDUCATION = (
    (re.compile(r"\bbac\s*\+\s*[3-9]", re.IGNORECASE), EducationLevel.UNIVERSITY),
    (re.compile(r"\bbac\s*\+\s*[12]\b", re.IGNORECASE), EducationLevel.HIGHER_VOCATIONAL),
    (re.compile(r"\bbac\b|baccalauréat", re.IGNORECASE), EducationLevel.BACCALAUREATE),
    (re.compile(r"\bCAP\b|\bBEP\b"), EducationLevel.VOCATIONAL),
    (re.compile(r"brevet|\bCFG\b|\bBEPC\b|3ème|4ème|2nde?\b|seconde", re.IGNORECASE), EducationLevel.COMPULSORY),
    (re.compile(r"aucune formation|primaire|secondaire jusqu", re.IGNORECASE), EducationLevel.NONE),
)
_LANGUAGES = {name_key(language.fr): language for language in Language} | {
    "persan": Language.FA,
    "dari": Language.FA,
    "chinois mandarin": Language.ZH,
    "mandarin": Language.ZH,
}
# No level is told: the least at which a language is of use at work, so that nobody is left out by an assumption.
ASSUMED_LEVEL = LanguageLevel.A2


def contract(reading: Reading, title: str) -> ContractKind | None:
    """The contract from type, nature, the mark of alternance and the title."""
    code = (reading.line("typeContrat") or "").upper()
    nature = " ".join(filter(None, (reading.line("natureContrat"), reading.line("typeContratLibelle"))))
    if reading.flag("alternance"):
        return ContractKind.APPRENTICESHIP
    for pattern, kind in _NATURES:
        if pattern.search(nature):
            return kind
    found = _CONTRACTS.get(code)
    if found is None and code:
        reading.warn("typeContrat", f"contrat inconnu « {code[:20]} » : laissé de côté")
    return (
        ContractKind.APPRENTICESHIP if found is ContractKind.FIXED_TERM and _APPRENTICE_TITLE.search(title) else found
    )


def weeks(contract_label: str | None) -> int | None:
    """The duration told with a contract ("CDD - 6 Mois" -> 26), in weeks."""
    return _span(contract_label, _WEEKS, 520)


def experience_years(reading: Reading) -> float | None:
    """Years of experience demanded; None when only wished (S) or not told in years."""
    label = reading.line("experienceLibelle")
    if not label or reading.line("experienceExige") == "S":
        return None
    if "débutant" in label.casefold():
        return 0.0
    found = _SPAN.search(label)
    return min(60.0, round(int(found[1]) * _YEARS[found[2].casefold()], 2)) if found else None


def workload(reading: Reading) -> dict[str, Any]:
    """Hours a week and the share of full time (35 hours, at most 100 %), rounded down."""
    told = reading.line("dureeTravailLibelle") or next(iter(reading.texts("contexteTravail.horaires")), "")
    found = _HOURS.search(told)
    if found:
        hours = int(found[1]) + int(found[2] or 0) / 60
        if 0 < hours <= 80:
            percent = min(100, int(100 * hours / FULL_TIME_HOURS))
            return {
                "hours_per_week": round(hours, 2),
                "workload_min_percent": percent,
                "workload_max_percent": percent,
            }
    share = f"{reading.line('dureeTravailLibelleConverti') or ''} {told}".casefold()
    return {"workload_min_percent": 100, "workload_max_percent": 100} if "temps plein" in share else {}


def licences(reading: Reading) -> tuple[list[LicenceCategory], list[dict[str, Any]]]:
    """Licences demanded (E), and as wished or demanded skills what the closed list cannot say."""
    demanded: list[LicenceCategory] = []
    skills: list[dict[str, Any]] = []
    for entry in reading.objects("permis"):
        permit = Reading(entry, reading.zone)
        label = permit.line("libelle", 200)
        if not label:
            continue
        required = permit.line("exigence") == "E"
        known = next(((found, whole) for pattern, found, whole in _LICENCES if pattern.search(label)), None)
        if required and known and known[0] not in demanded:
            demanded.append(known[0])
        if not (required and known and known[1]):
            skills.append({"label": f"Permis {label}", "required": required})
    return demanded, skills


def languages(reading: Reading) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Languages demanded (E) at the least level of use, since none is told; wished or unlisted ones as skills."""
    demanded: dict[Language, dict[str, Any]] = {}
    skills: list[dict[str, Any]] = []
    for entry in reading.objects("langues"):
        told = Reading(entry, reading.zone)
        label = told.line("libelle", 200)
        if not label:
            continue
        known = _LANGUAGES.get(name_key(label))
        required = told.line("exigence") == "E"
        if required and known:
            demanded[known] = {"language": known, "level": ASSUMED_LEVEL}
            reading.warn("langues", f"{label} exigé sans niveau : {ASSUMED_LEVEL.fr} retenu comme minimum")
        else:
            skills.append({"label": f"{label} (langue)", "required": required})
    return list(demanded.values()), skills


def education(reading: Reading) -> EducationLevel | None:
    """The least of the levels demanded (E): several are alternatives."""
    levels = list(EducationLevel)
    demanded: list[EducationLevel] = []
    for entry in reading.objects("formations"):
        told = Reading(entry, reading.zone)
        label = told.line("niveauLibelle")
        if told.line("exigence") != "E" or not label:
            continue
        known = next((level for pattern, level in _EDUCATION if pattern.search(label)), None)
        if known is None:
            reading.warn("formations", f"niveau inconnu « {label[:60]} » : laissé de côté")
        else:
            demanded.append(known)
    least = min(demanded, key=levels.index, default=None)
    return None if least is EducationLevel.NONE else least


def skills(reading: Reading) -> list[dict[str, Any]]:
    """Skills with their ROME code; E is demanded, S wished."""
    found = []
    for entry in reading.objects("competences"):
        told = Reading(entry, reading.zone)
        label = told.line("libelle")
        if label:
            code = told.line("code", 120)
            found.append(
                {
                    "label": label,
                    "required": told.line("exigence") == "E",
                    **({"code": code, "scheme": "rome"} if code else {}),
                }
            )
    return found


def pay(reading: Reading) -> str | None:
    """The wage in words; an amount of zero is no amount."""
    told = reading.line("salaire.libelle")
    if told and re.search(r"\d", told) and not re.search(r"[1-9]", told.partition(" sur ")[0]):
        told = None
    comment = reading.line("salaire.commentaire")
    words = told or comment
    return f"{told} ({comment})" if told and comment and len(told) + len(comment) < 290 else words


def _span(label: str | None, units: dict[str, float], most: int) -> int | None:
    found = _SPAN.search(label or "")
    length = round(int(found[1]) * units[found[2].casefold()]) if found else None
    return length if length is not None and 0 < length <= most else None
