"""`matching ranking`: whether a person's options are ranked, or listed by the rules alone."""

import typer

from matching.cli.options import As, PersonOption
from matching.cli.session import now, service

app = typer.Typer(help="Classement, ou liste des seules règles. La personne choisit.", no_args_is_help=True)


@app.command("opt-out")
def opt_out(profile: PersonOption, account: As = None) -> None:
    """La personne ne veut pas de classement. Les mêmes options, dans un ordre neutre."""
    with service() as opened:
        opened.choose_ranking(profile, ranked=False, viewer=opened.viewer(account), at=now())
    typer.echo(f"Noté pour {profile} : la liste complète, sans classement.")


@app.command("opt-in")
def opt_in(profile: PersonOption, account: As = None) -> None:
    """La personne veut à nouveau un classement."""
    with service() as opened:
        opened.choose_ranking(profile, ranked=True, viewer=opened.viewer(account), at=now())
    typer.echo(f"Noté pour {profile} : options classées.")
