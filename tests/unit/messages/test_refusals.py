"""Refusals in four languages: whatever a page may refuse with is translated, and facts stand where they belong."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

import matching
from matching import errors
from matching.domain.vocabulary.process import ProposalStatus, Role
from matching.errors import ConflictError, MatchingError, Said
from matching.messages.refusals import refused_in, translations

SOURCE = Path(matching.__file__).parent
OTHERS = ("de", "it", "en")
RAISED = {name for name, what in vars(errors).items() if isinstance(what, type) and issubclass(what, MatchingError)}
SPEAKING = (RAISED - {"DamagedError"}) | {"Said"}
"""What a sentence is given to; faults of the service itself name files, for whoever runs it."""

SEEN = (
    *("web/**/*.py", "use_cases/**/*.py", "entrance/*.py", "domain/*.py", "identity/oidc.py"),
    *("storage/ledger.py", "storage/idempotency.py", "storage/person_keys.py"),
)
ON_NO_PAGE = frozenset(
    {
        *("accounts", "case_leads", "changes", "consents", "contests", "criteria_of_cantons"),
        *("employer_flags", "erase", "export", "import_file", "imports", "institution_answers"),
        *("night", "oidc", "profiles", "rank_texts", "rankers", "replay", "single_sign_on"),
        *("sources", "stated", "taking", "workplace", "written"),
    }
)
"""Files with sentences that the command line and the API alone can meet: French until somebody needs them."""


def files() -> list[Path]:
    return sorted({path for pattern in SEEN for path in SOURCE.glob(pattern)})


def texts(node: ast.expr, constants: dict[str, ast.expr]) -> Iterator[str]:
    """The strings that an expression may be: itself, a constant of its file, or a value of a table of its file."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Name(id=name) if name in constants:
            yield from texts(constants[name], constants)
        case ast.Subscript(value=ast.Name(id=name)):
            yield from (str(each.value) for each in ast.walk(constants[name]) if isinstance(each, ast.Constant))
        case ast.JoinedStr():
            yield ast.unparse(node)


def sentences(path: Path) -> Iterator[str]:
    """Every sentence, or part of one, that a file refuses with."""
    tree = ast.parse(path.read_text())
    constants: dict[str, ast.expr] = {}
    for line in tree.body:
        match line:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                constants[name] = value
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in SPEAKING:
                yield from texts(first, constants)
            case ast.Call(func=ast.Name(id="refuse_other_roles"), args=[_, _, doing]):
                yield from texts(doing, constants)


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_what_a_page_refuses_with_is_said_in_every_language(path: Path) -> None:
    if path.stem in ON_NO_PAGE and "web" not in path.parts:
        pytest.skip("on no page")
    assert [text for text in sentences(path) if text not in translations("de")] == []


def test_enough_is_looked_at() -> None:
    assert len({text for path in files() for text in sentences(path)} & translations("de").keys()) > 150


def test_no_translation_is_left_over() -> None:
    everywhere = {text for path in SOURCE.rglob("*.py") for text in sentences(path)}
    assert translations("de").keys() - everywhere == set()


@pytest.mark.parametrize("lang", OTHERS)
def test_translations_have_the_same_facts_and_are_short(lang: str) -> None:
    for french, other in translations(lang).items():
        named = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (french, other)]
        assert named[0] == named[1], french
        assert 0 < len(other) <= 200, french
        assert other != french or "{" in french, french


def test_facts_are_read_in_the_language_of_the_sentence() -> None:
    refusal = ConflictError(
        "Cette proposition en est à « {now} » ; « {wanted} » ne peut pas suivre ; permis ensuite : {steps}.",
        now=ProposalStatus.ACCEPTED,
        wanted=ProposalStatus.STARTED,
        steps=[
            Said("« {step} » ({who})", step=ProposalStatus.WITHDRAWN, who=Said("par la personne")),
            Said("plus rien"),
        ],
    )
    steps = f"«{ProposalStatus.WITHDRAWN.de}» (durch die Person), nichts mehr"
    expected = (
        f"Dieser Vorschlag steht bei «{ProposalStatus.ACCEPTED.de}»; «{ProposalStatus.STARTED.de}» kann nicht folgen"
    )
    assert refused_in("de", refusal) == f"{expected}; danach erlaubt: {steps}."
    assert str(refusal) == refused_in("fr", refusal)
    assert ProposalStatus.ACCEPTED.fr in str(refusal)


def test_without_a_translation_all_of_it_is_french() -> None:
    refusal = ConflictError("Depuis {day}, {role} attend.", day=date(2026, 12, 1), role=Role.PAYER)
    assert refused_in("de", refusal) == str(refusal) == "Depuis 01.12.2026, payeur attend."


def test_braces_of_what_was_typed_stay_braces() -> None:
    assert str(ConflictError("Dans {ceci}, rien.")) == "Dans {ceci}, rien."
    assert str(ConflictError("« {typed} » n'est pas un jour", typed="{0}")) == "« {0} » n'est pas un jour"
