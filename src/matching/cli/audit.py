"""`matching audit`: whether the audit is whole, and who did what with whose file."""

from dataclasses import asdict
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.exit_codes import SOME_REJECTED
from matching.cli.options import As, AsJson
from matching.cli.session import now, service

app = typer.Typer(help="Journal : qui a lu, proposé, noté ou effacé quoi.", no_args_is_help=True)


@app.command("verify")
def verify(as_json: AsJson = False, account: As = None) -> None:
    """Vérifier le journal entier et toutes les lignes dont il parle ; code 1 si quelque chose a été changé."""
    with service() as opened:
        verified = opened.verify_audit(viewer=opened.viewer(account), at=now())
    if as_json:
        print_json(asdict(verified))
    else:
        for finding in verified.findings:
            typer.echo(finding.text)
        end = "tout est tel qu'il a été écrit" if not verified.findings else f"anomalies : {len(verified.findings)}"
        typer.echo(f"Entrées lues : {verified.entries} ; lignes lues : {verified.rows} ; {end}.")
        if verified.unanchored:
            typer.echo(
                f"Entrées que l'ancre ne connaît pas (arrêt brutal juste après l'écriture) : {verified.unanchored}."
            )
    if verified.findings:
        raise typer.Exit(SOME_REJECTED)


@app.command("list")
def list_(
    profile: Annotated[str | None, typer.Option("--profile", help="Seulement ce dossier.")] = None,
    after: Annotated[int, typer.Option("--after", min=0, help="Après cette entrée.")] = 0,
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, help="Nombre d'entrées.")] = 100,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Lister les entrées du journal, ou celles d'un dossier."""
    at = now()
    with service() as opened:
        viewer = opened.viewer(account)
        told = opened.read_audit(viewer=viewer, at=at, profile=profile, after=after, limit=limit).entries
    if as_json:
        print_json([asdict(each) | {"at": each.at.isoformat()} for each in told])
        return
    for each in told:
        others = f" (et {each.others} autres)" if each.others else ""
        about = f" · {each.about}" if each.about else ""
        people = ", ".join(each.people)
        typer.echo(f"{each.seq}  {each.at:%d.%m.%Y %H:%M}  {each.actor}  {each.act}{about}  {people}{others}".rstrip())
