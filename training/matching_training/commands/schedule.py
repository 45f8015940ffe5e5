"""`matching-train schedule`: the lines by which cron or systemd runs `matching-train cycle`, ready to be installed."""

import re
import shlex
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import typer

from matching.domain.permission import Permission
from matching.errors import InvalidInputError
from matching.settings import Settings
from matching.use_cases.roles import refuse_role_without
from matching_training.commands.acting import acting, settings_of_environment
from matching_training.release.address import holds_secret

Every = Literal["weekly", "monthly", "quarterly"]
Form = Literal["cron", "systemd"]

_CRON: Mapping[Every, str] = {"weekly": "0 3 * * 1", "monthly": "0 3 1 * *", "quarterly": "0 3 1 1,4,7,10 *"}
_CALENDAR: Mapping[Every, str] = {
    "weekly": "Mon *-*-* 03:00:00",
    "monthly": "*-*-01 03:00:00",
    "quarterly": "*-01,04,07,10-01 03:00:00",
}
_SECRET = ("database_url", "master_key")
"""Settings that may hold a secret: named, never written."""
_UNIT = "matching-train"


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    every: Every
    form: Form
    account: str | None
    registry: str | None


@dataclass(frozen=True)
class Job:
    """One command with the variables that it needs, and the names of those that are not written down."""

    every: Every
    command: Sequence[str]
    variables: Mapping[str, str]
    withheld: Sequence[str]

    def __post_init__(self) -> None:
        """InvalidInputError for what fits on no line."""
        for told in (*self.command, *self.variables.values()):
            if not told.isprintable():
                raise InvalidInputError(f"{told!r} ne tient pas sur une ligne ; corriger ce réglage ou ce chemin.")


def run(request: Request) -> None:
    """Print the lines; ForbiddenError for an account that may not do what they ask. Nothing is installed."""
    with acting(request.account) as who:
        for needed in (Permission.READ_LEARNING_LOG, Permission.READ_PROTECTED_COPY):
            refuse_role_without(who.viewer, needed)
    job = job_of(request, settings_of_environment())
    typer.echo(as_cron(job) if request.form == "cron" else as_systemd(job))


def job_of(request: Request, settings: Settings) -> Job:
    """The cycle on the store of the settings, as the account asked for or that of the settings.

    InvalidInputError for a registry whose address holds a secret, and for what fits on no line.
    """
    if request.registry and holds_secret(request.registry):
        raise InvalidInputError(
            "L'adresse du registre contient un nom ou un mot de passe, que schedule n'écrit pas ; la donner sans, et "
            "les mettre dans MLFLOW_TRACKING_USERNAME et MLFLOW_TRACKING_PASSWORD, là où la commande tourne."
        )
    variables = {"MATCHING_DATA_DIR": str(settings.data_dir.resolve())}
    if settings.encoder:
        variables["MATCHING_ENCODER"] = _from_anywhere(settings.encoder)
    if settings.audit_anchor:
        variables["MATCHING_AUDIT_ANCHOR"] = str(settings.audit_anchor.resolve())
    if account := request.account or settings.user:
        variables["MATCHING_USER"] = account
    command = [str(Path(sys.executable).with_name("matching-train")), "cycle"]
    if request.registry:
        command += ["--registry", request.registry]
    withheld = [f"MATCHING_{name.upper()}" for name in _SECRET if getattr(settings, name) is not None]
    return Job(request.every, command, variables, withheld)


def _from_anywhere(encoder: str) -> str:
    """An encoder as it is named wherever the command runs: a folder in full, a model's name as it is."""
    folder = Path(encoder).expanduser()
    return str(folder.resolve()) if encoder != "full" and folder.is_dir() else encoder


def as_cron(job: Job) -> str:
    """A line for `crontab -e`; a percent sign would end the command there, so it is escaped.

    Crons read differently what follows a backslash, so no other and no percent sign does: in between quotes are closed
    and opened again, which means nothing to the shell.
    """
    words = [f"{name}={shlex.quote(value)}" for name, value in job.variables.items()]
    line = re.sub(r"\\(?=[\\%])", r"\\''", " ".join([*words, shlex.join(job.command)])).replace("%", r"\%")
    return "\n".join(
        [
            "# matching : instantané, dérive et challenger ; rien n'est mis en service. À ajouter avec crontab -e.",
            *_missing(job),
            f"{_CRON[job.every]} {line}",
        ]
    )


def as_systemd(job: Job) -> str:
    """A service and the timer that starts it, one after the other."""
    program, *arguments = map(_quoted, job.command)
    command = " ".join([program, *(argument.replace("$", "$$") for argument in arguments)])
    return "\n".join(
        [
            "# Deux fichiers pour ~/.config/systemd/user ; puis systemctl --user enable --now matching-train.timer",
            *_missing(job),
            f"# {_UNIT}.service",
            "[Unit]",
            "Description=matching: snapshot, drift and challenger",
            "",
            "[Service]",
            "Type=oneshot",
            *(f"Environment={_quoted(f'{name}={value}')}" for name, value in job.variables.items()),
            f"ExecStart={command}",
            "",
            f"# {_UNIT}.timer",
            "[Unit]",
            "Description=matching: when the ranker is learned anew",
            "",
            "[Timer]",
            f"OnCalendar={_CALENDAR[job.every]}",
            "Persistent=true",
            "",
            "[Install]",
            "WantedBy=timers.target",
        ]
    )


def _quoted(word: str) -> str:
    """One word of a unit file: in quotes, without specifiers."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


def _missing(job: Job) -> list[str]:
    """What whoever installs it must still provide."""
    if not job.withheld:
        return []
    return [f"# Réglages qui peuvent être secrets, à donner soi-même à la commande : {', '.join(job.withheld)}."]
