"""The command line: one module per command; data on stdout, progress and errors on stderr; exit codes 0, 1, 2."""

import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from matching.cli import (
    allocate,
    answer,
    audit,
    changes,
    consent,
    contest,
    contracts,
    demo,
    detection,
    embed,
    employers,
    erase,
    export,
    gaps,
    guarantee,
    import_file,
    lead,
    pathways,
    people,
    plan,
    postings,
    rank_texts,
    ranking,
    recommend,
    refuse,
    replay,
    serve,
    shortlist,
    shown,
    sources,
    steering,
    taxonomy,
    tokens,
    units,
    users,
    why_not,
)
from matching.cli.console import one_line, prepare_streams, silence
from matching.cli.exit_codes import INTERRUPTED, REFUSED
from matching.cli.misuse import is_bare, misuse_in_words
from matching.errors import MatchingError

_ORDER = (
    *("demo", "import", "sources"),
    *("people", "recommend", "why-not", "pathways", "shown"),
    *("consent", "ranking", "refuse", "contest"),
    *("postings", "shortlist"),
    *("plan", "lead", "guarantee", "answer", "detect", "portfolio"),
    *("gaps", "allocate", "steering"),
)
"""The commands of everyday work as the help lists them, by purpose; those of the house come after them."""


_NOT_TEXT = "Un argument n'est pas du texte en UTF-8 ; vérifier les caractères copiés ou saisis."


class _ByPurpose(TyperGroup):
    """The commands in the order of the help."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, those for everyday work first."""
        names = super().list_commands(ctx)
        return sorted(names, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))


app = typer.Typer(
    name="matching",
    cls=_ByPurpose,
    help=(
        "Emplois, mesures et entreprises sociales pour une personne : classés et expliqués. Sans compte (--as), "
        "on voit tous les dossiers de sa propre base, et aucune annonce à accès restreint."
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("demo")(demo.demo)
app.command("import")(import_file.import_)
app.command("sources")(sources.sources)
app.command("people")(people.people)
app.command("recommend")(recommend.recommend)
app.command("why-not")(why_not.why_not)
app.command("pathways")(pathways.pathways)
app.add_typer(answer.app, name="answer")
app.command("shown")(shown.shown)
app.add_typer(consent.app, name="consent")
app.add_typer(ranking.app, name="ranking")
app.add_typer(refuse.app, name="refuse")
app.add_typer(contest.app, name="contest")
app.command("postings")(postings.postings)
app.add_typer(shortlist.app, name="shortlist")
app.add_typer(plan.app, name="plan")
app.add_typer(lead.app, name="lead")
app.add_typer(guarantee.app, name="guarantee")
app.command("detect")(detection.detect)
app.add_typer(detection.app, name="detection")
app.add_typer(steering.app, name="steering")
app.command("portfolio")(steering.portfolio)
app.add_typer(allocate.app, name="allocate")
app.command("gaps")(gaps.gaps)
app.command("erase")(erase.erase)
app.add_typer(audit.app, name="audit")
app.add_typer(users.app, name="users")
users.app.add_typer(tokens.app, name="tokens")
app.add_typer(units.app, name="units")
app.add_typer(employers.app, name="employers")
app.add_typer(taxonomy.app, name="taxonomy")
app.command("serve")(serve.serve)
app.add_typer(contracts.app, name="contracts")
app.command("export")(export.export)
app.command("changes")(changes.changes)
app.command("replay")(replay.replay)
app.command("embed")(embed.embed)
app.command("rank-texts")(rank_texts.rank_texts)


def run() -> None:
    """Run a command; whatever is refused is one line on stderr and exit code 2, never a traceback."""
    prepare_streams()
    try:
        code = _run()
        sys.stdout.flush()
    except MatchingError as refusal:
        _refuse(f"{refusal} Voir `matching {refusal.command}`." if refusal.command else str(refusal))
    except TyperException as misuse:
        if is_bare(misuse):
            sys.stderr.write(f"{misuse.format_message()}\n")
            sys.exit(REFUSED)
        _refuse(misuse_in_words(misuse))
    except typer.Abort:
        _refuse("Interrompu.")
    except BrokenPipeError:
        silence()
        code = 0
    except OSError as failure:
        about = f" : {failure.filename}" if failure.filename else ""
        _refuse(f"Le système refuse de lire ou d'écrire ({failure.strerror}{about}).")
    except UnicodeEncodeError as fault:
        _refuse(_fault_in_words(fault) if all(map(_is_text, sys.argv)) else _NOT_TEXT)
    except Exception as fault:  # noqa: BLE001 - exit code 1, Python's own for a fault, would say "some rows rejected"
        _refuse(_fault_in_words(fault))
    if code == INTERRUPTED:
        _refuse("Interrompu.")
    sys.exit(code)


def _run() -> int:
    try:
        return app(standalone_mode=False) or 0
    except SystemExit as left:
        if isinstance(left.__context__, BrokenPipeError):  # typer ends with 1 when the reader has left
            raise left.__context__ from None
        raise


def _is_text(argument: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in argument)


def _fault_in_words(fault: Exception) -> str:
    """A fault of ours, with its place for whoever mends it and without the data it stumbled on."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"Faute du programme ({type(fault).__name__}, {Path(last.filename).name} ligne {last.lineno}) ; la signaler."


def _refuse(sentence: str) -> NoReturn:
    try:
        sys.stdout.flush()
    except OSError:
        silence()  # else Python tries once more at its end, and complains
    sys.stderr.write(f"Erreur : {one_line(sentence)}\n")
    sys.exit(REFUSED)
