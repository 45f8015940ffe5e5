"""The command line: one module per command; data on stdout, progress and errors on stderr; exit codes 0, 1, 2."""

import os
import sys

import typer
from typer.exceptions import TyperException

from matching.cli import contracts, demo, embed, import_file, recommend, sources, taxonomy, users, why_not
from matching.errors import MatchingError

REFUSED = 2

app = typer.Typer(
    name="matching",
    help="Emplois, mesures et entreprises sociales pour une personne : classés et expliqués.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("demo")(demo.demo)
app.command("import")(import_file.import_)
app.command("sources")(sources.sources)
app.command("recommend")(recommend.recommend)
app.command("why-not")(why_not.why_not)
app.command("embed")(embed.embed)
app.add_typer(contracts.app, name="contracts")
app.add_typer(taxonomy.app, name="taxonomy")
app.add_typer(users.app, name="users")


def run() -> None:
    """Run a command; whatever is refused is one line on stderr and exit code 2, never a traceback."""
    try:
        code = app(standalone_mode=False)
    except MatchingError as refusal:
        _refuse(str(refusal))
    except TyperException as misuse:
        _refuse(f"{misuse.format_message()} Voir `matching --help`.")
    except (KeyboardInterrupt, typer.Abort):
        _refuse("Interrompu.")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has left: nothing more to say
        sys.exit(0)
    sys.exit(code or 0)


def _refuse(sentence: str) -> None:
    sys.stderr.write(" ".join(f"Erreur : {sentence}".split()) + "\n")
    sys.exit(REFUSED)
