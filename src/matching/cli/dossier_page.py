"""A dossier as a counsellor reads it before handing it over: what stands here may leave, and nothing else."""

from collections.abc import Iterator

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from matching.cli.console import PlainConsole
from matching.domain.employer_answer import Dossier
from matching.domain.person import Education, FunctionalRestriction, LanguageSkill, Occupation
from matching.domain.profile import Profile
from matching.messages.say import say
from matching.storage.ledger import Entry

_TO_COMPLETE = "liste peut-être incomplète"
_SOURCES = {"self_declared": "selon la personne", "confirmed": "confirmé"}


def print_dossier(entry: Entry[Dossier]) -> None:
    """The whole of a dossier, with labels in words."""
    console = PlainConsole()
    word = entry.word
    console.print(Text(f"{word.title} ({word.opportunity})", style="bold"))
    console.print(f"Dossier {entry.id} : {word.profile}, {word.state.fr}")
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", no_wrap=True, width=18)
    table.add_column()
    for label, text in _content(word.content):
        table.add_row(label, text)
    console.print(Padding(table, (0, 3), expand=False))
    console.print(Text(say("fr", "shortlist.human"), style="dim"))


def _content(person: Profile) -> Iterator[tuple[str, str]]:
    """(label, text) of every part of a profile that may leave; what is unknown or stays has no line."""
    for place, occupation in enumerate(person.occupations or ()):
        yield "" if place else "Métiers", _occupation(occupation)
    skills = [f"{skill.label} [{skill.code}]" if skill.code else skill.label for skill in person.skills.items]
    yield from _listed("Compétences", skills, complete=person.skills.complete)
    yield from _listed("Langues", map(_language, person.languages.items), complete=person.languages.complete)
    if person.education is not None and (education := _education(person.education)):
        yield "Formation", education
    available = person.availability
    if available.percent is not None:
        yield "Disponibilité", f"{available.percent} %"
    if available.schedules is not None:
        yield "Horaires", ", ".join(each.fr for each in available.schedules) or "aucun"
    if available.start_from is not None:
        yield "Dès le", f"{available.start_from:%d.%m.%Y}"
    if available.work_pace_percent is not None:
        yield "Rythme", f"{available.work_pace_percent} % d'une place ordinaire"
    if person.mobility.licences is not None:
        yield "Permis de conduire", ", ".join(each.fr for each in person.mobility.licences) or "aucun"
    for place, restriction in enumerate(person.restrictions or ()):
        yield "" if place else "À éviter", _restriction(restriction)


def _listed(label: str, items: Iterator[str] | list[str], *, complete: bool) -> Iterator[tuple[str, str]]:
    if found := list(items):
        yield label, ", ".join(found) + ("" if complete else f" ({_TO_COMPLETE})")


def _occupation(held: Occupation) -> str:
    parts = [held.title]
    if held.target:
        parts.append("visé")
    if held.years is not None:
        parts.append(f"{held.years:g} ans")
    if held.last_year is not None:
        parts.append(f"jusqu'en {held.last_year}")
    codes = "".join(f" [{code.scheme} {code.code}]" for code in held.codes)
    return ", ".join(parts) + codes


def _language(skill: LanguageSkill) -> str:
    return f"{skill.language.fr} {skill.level.fr if skill.level else '(niveau non connu)'}"


def _education(education: Education) -> str:
    recognised = {True: "reconnue ici", False: "non reconnue ici", None: None}[education.recognised]
    level = education.level.fr if education.level else None
    return ", ".join(part for part in (level, education.field, recognised) if part)


def _restriction(restriction: FunctionalRestriction) -> str:
    until = f", à revoir le {restriction.expires_on:%d.%m.%Y}" if restriction.expires_on else ""
    said = f"{_SOURCES[restriction.source]}, {restriction.author}, le {restriction.stated_on:%d.%m.%Y}"
    return f"{restriction.strain.fr} ({said}{until})"
