"""Nothing in the product is about a sanction: no option's card, no sentence, closed list, field or command."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import numpy as np
import pytest
import typer
from tests.e2e.personas.lines import ALL, people_of

from matching.bootstrap import Service
from matching.cli.main import app
from matching.contracts.benefit_control import is_of_benefit_control
from matching.contracts.vocabularies import closed_lists
from matching.contracts.words import WORDS
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.messages.say import LANGUAGES, catalogue
from matching.use_cases.situation import stand

SANCTION = re.compile(
    r"sanction|sanzion|sanktion|pénalit|penalt|einstelltag|einstellung in der anspruch|leistungskürzung|bestraf|punir"
    r"|punition|(jours?|suspension|suspendre) d[ue]s? (suspension|droit|indemnité)|radiation|amende"
)
NONE_OF_THEM = re.compile(r"\b(never|jamais|aucune?|nie|keine|mai)\b")


def speaks_of_sanctions(text: str) -> bool:
    """Whether a text is about one; it may say that there is none."""
    return any(
        SANCTION.search(sentence) and not NONE_OF_THEM.search(sentence)
        for sentence in re.split(r"[.;\n]", text.casefold())
    )


def names_and_texts(schema: Any) -> Iterator[tuple[str, str]]:
    """Field names and descriptions of a schema, at every depth."""
    if isinstance(schema, dict):
        for name, field in schema.get("properties", {}).items():
            yield name, str(field.get("description", ""))
        yield "", str(schema.get("description", ""))
        for part in schema.values():
            yield from names_and_texts(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from names_and_texts(part)


def commands(command: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every command with its help, its options among them."""
    options = (getattr(option, "help", None) or "" for option in command.params)
    names = (name for option in command.params for name in option.opts)
    yield path, "\n".join([path, command.help or "", *options, *names])
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, f"{path} {name}")


@pytest.mark.parametrize("person", people_of("nothing_speaks_of_sanctions"))
def test_nothing_speaks_of_sanctions(
    demo: Service, counsellor: Viewer, files: dict[str, Profile], at: datetime, person: str
) -> None:
    assert speaks_of_sanctions("Sanktion: 15 Einstelltage")
    assert speaks_of_sanctions("Une sanction est proposée. Il n'y en a aucune.")
    assert not speaks_of_sanctions("They are never used to control or to sanction.")

    live = demo.workplace.live(at)
    visible = np.flatnonzero(stand(demo.workplace, live, files[person], viewer=counsellor, at=at).visible)
    assert len(visible) > 80
    for lang in ("fr", "de"):
        slate = demo.recommend(person, viewer=counsellor, at=at, limit=ALL, lang=lang)
        assert len(slate.cards) >= 5
        assert not speaks_of_sanctions(slate.model_dump_json())
    for option in (live.snapshot.option(int(row)).id for row in visible):
        answer = demo.why_not(person, option, viewer=counsellor, at=at)
        assert not speaks_of_sanctions(answer.model_dump_json()), option

    sentences = {(lang, key): text for lang in LANGUAGES for key, text in catalogue(lang).items()}
    assert len(sentences) > 1500
    assert [key for key, text in sentences.items() if speaks_of_sanctions(text)] == []
    labels = [
        f"{name}.{member.value} {member.fr} {member.de} {name}"
        for name, found in closed_lists().items()
        for member in found
    ]
    assert len(labels) > 300
    assert [label for label in labels if speaks_of_sanctions(label)] == []
    fields = {each for word in WORDS.values() for each in names_and_texts(word.json_schema())}
    assert len(fields) > 400
    assert [each for each in fields if is_of_benefit_control(each[0]) or speaks_of_sanctions(each[1])] == []
    told = dict(commands(typer.main.get_command(app), "matching"))
    assert len(told) > 30
    assert [path for path, text in told.items() if speaks_of_sanctions(text)] == []
