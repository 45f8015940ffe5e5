"""The page of all rules, docs/rules.md: `python -m matching.eligibility.rule_table > docs/rules.md`.

It is made from the rules, their French sentences and the examples that test them, tests/rules/*.yaml, or those of
another folder given as the argument.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.measures import MeasureCode
from matching.eligibility.rule import Rule
from matching.eligibility.rules import RULES
from matching.errors import InvalidInputError
from matching.messages.say import catalogue

Example = Mapping[str, Any]
Examples = Mapping[str, Sequence[Example]]
"""Examples by the id of their rule: each says why (`because`), for which `option`, and what is `expected`."""

_HEAD = """# Règles

{rules} conditions qui peuvent écarter une option ou poser une question ; {statutory} viennent d'un texte, les
autres sont ce qu'un prestataire demande. Une règle est remplie, non remplie ou à vérifier ; elle se tait sur les
options qu'elle ne concerne pas. Ce qui est à vérifier pose une question et n'écarte rien. « Tranche » dit qui peut
y répondre, si la question n'en dit pas plus. Ce que seul le prestataire sait est un avertissement. Une règle tirée
d'un texte nomme la version qui a été lue et vaut dès le jour de cette version. Dans une phrase, « … » tient la
place d'un fait de la personne ou de l'option. Personnes et options des exemples sont inventées.

Page produite par `python -m matching.eligibility.rule_table > docs/rules.md`, ne pas la modifier à la main.
"""
_SUBJECTS = {
    "age": "Âge",
    "availability": "Disponibilité, horaires et rythme",
    "deadlines": "Délais de demande",
    "disability_insurance": "Assurance-invalidité",
    "durations": "Durées",
    "employers": "Employeurs",
    "health": "Santé et travail convenable",
    "iae": "Insertion par l'activité économique (France)",
    "immersion": "Immersion",
    "languages": "Langues",
    "needs": "Besoins",
    "neuchatel": "Neuchâtel",
    "offer": "L'offre elle-même",
    "payer": "Qui paie",
    "permits": "Titres de séjour et droit de travailler",
    "qualifications": "Formation, permis de conduire, prérequis",
    "residence": "Domicile",
    "rsa": "Accompagnement RSA (France)",
    "statuses": "Situations",
    "travel": "Trajet",
    "unemployment_insurance": "Assurance-chômage",
    "vaud": "Vaud",
}
"""Subjects as a caseworker calls them; one without a line here is a KeyError, and fails a test."""
_EXPECTED = {"met": "remplie", "not_met": "non remplie", "unknown": "à vérifier"}
_OPTIONS: dict[str, str] = {member.value: member.fr for member in (*MeasureCode, *OpportunityKind)}
_PLACEHOLDER = re.compile(r"\{[^}]*\}")


def read_examples(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The examples by rule from all files of a folder; a file that lists none by rule is left out.

    InvalidInputError when the folder holds no file or the YAML reader, a tool of development, is not installed.
    """
    try:
        import yaml
    except ImportError as missing:
        raise InvalidInputError("Lire les exemples demande PyYAML : `pip install pyyaml`, ou `make test`.") from missing
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise InvalidInputError(f"{folder} ne contient aucun exemple de règle (*.yaml) ; indiquer le bon dossier.")
    found: dict[str, list[dict[str, Any]]] = {}
    for file in files:
        document = yaml.safe_load(file.read_text(encoding="utf-8"))
        for rule, examples in document.items() if isinstance(document, dict) else ():
            found.setdefault(rule, []).extend(examples)
    return found


def rule_page(examples: Examples, rules: Sequence[Rule] = RULES) -> str:
    """The page in Markdown, by subject in alphabetical order, the rules of a subject in the order in which they run."""
    by_title = sorted(rules, key=lambda rule: _folded(_title(rule)))
    subjects = [(title, list(of_it)) for title, of_it in groupby(by_title, key=_title)]
    contents = [f"- [{title}](#{_anchor(title)}) : {', '.join(map(_link, of_it))}\n" for title, of_it in subjects]
    sections = [
        f"\n## {title}\n" + "".join(_section(rule, examples.get(rule.id, ())) for rule in of_it)
        for title, of_it in subjects
    ]
    head = _HEAD.format(rules=len(rules), statutory=sum(rule.law is not None for rule in rules))
    return head + "\n## Sommaire\n\n" + "".join(contents) + "".join(sections)


def _section(rule: Rule, examples: Sequence[Example]) -> str:
    lines = "".join(f"- {name} : {text}\n" for name, text in _lines(rule))
    if not examples:
        return f"\n### {rule.id}\n\n{lines}"
    rows = "".join(f"| {' | '.join(map(_cell, _row(example)))} |\n" for example in examples)
    return f"\n### {rule.id}\n\n{lines}\n| Exemple | Option | Règle |\n|---|---|---|\n{rows}"


def _lines(rule: Rule) -> Iterator[tuple[str, str]]:
    law = rule.law
    if law is None:
        yield "Texte", "critère du prestataire"
    else:
        until = f" au {law.valid_to:%d.%m.%Y}" if law.valid_to else ""
        yield "Texte", law.reference
        yield "Version lue", law.version_seen
        yield "Vaut", f"{'du' if until else 'dès le'} {law.valid_from:%d.%m.%Y}{until}"
    yield "Concerne", _concerned(rule)
    for part in ("met", "not_met"):
        yield from ((_EXPECTED[part].capitalize(), sentence) for sentence in _sentences(rule, part))
    yield "Tranche", ", parfois ".join(each.fr for each in (rule.asks, *rule.may_ask))
    yield from (("Question", sentence) for sentence in _sentences(rule, "question"))
    if rule.remedy is not None:
        yield from (("Plus petit changement", sentence) for sentence in _sentences(rule, "change"))


def _concerned(rule: Rule) -> str:
    named = [*(kind.fr for kind in rule.kinds or ()), *(f"{code.fr} (`{code}`)" for code in rule.codes or ())]
    return ", ".join(named) or "les options qui le demandent"


def _sentences(rule: Rule, part: str) -> Iterator[str]:
    """The French sentences of a part, its variants after it; each once."""
    key = f"rule.{rule.id}.{part}"
    said = (text for name, text in catalogue("fr").items() if name == key or name.startswith(f"{key}."))
    yield from dict.fromkeys(_PLACEHOLDER.sub("…", text) for text in said)


def _row(example: Example) -> tuple[str, str, str]:
    return str(example["because"]), _option(example["option"]), _EXPECTED[example["expected"]]


def _option(option: str | Mapping[str, Any]) -> str:
    """An option as examples write it: the code of a measure, or facts of one; facts without code are a vacancy's."""
    named = option if isinstance(option, str) else option.get("code", option.get("kind", OpportunityKind.VACANCY))
    return _OPTIONS[named]


def _title(rule: Rule) -> str:
    return _SUBJECTS[rule.subject]


def _folded(title: str) -> str:
    return title.casefold().replace("â", "a").replace("é", "e")


def _link(rule: Rule) -> str:
    return f"[{rule.id}](#{rule.id})"


def _anchor(heading: str) -> str:
    """The anchor that code hosts give a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(rule_page(read_examples(Path(sys.argv[1] if len(sys.argv) > 1 else "tests/rules"))))
