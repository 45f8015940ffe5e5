"""`matching demo`: the whole way on invented data, without arguments and without network."""

import typer

from matching.cli.console import print_json
from matching.cli.options import AsJson
from matching.cli.progress import working
from matching.cli.session import now, service


def demo(as_json: AsJson = False) -> None:
    """La démonstration, sur des données inventées. Importe catalogue et dossiers, montre les options d'une personne."""
    from matching.cli.slate import print_recommendation

    at = now()
    with service() as opened:
        with working("Démonstration") as step:
            shown = opened.run_demo(at=at)
            opened.refresh(at=at, step=step)
        answer = opened.recommend(shown.person, viewer=shown.viewer, at=at)
    if as_json:
        print_json(answer.model_dump(mode="json"))
    else:
        print_recommendation(answer, introduction=f"{shown.options} options et {shown.people} dossiers, tous inventés.")
        account, person = shown.viewer.account, shown.person
        typer.echo(f"Ensuite : matching recommend --profile {person} --as {account} --details")
        typer.echo(f"          matching people --as {account}")
