"""`matching changes`: what is new for a receiver, for another system to follow."""

from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import As, AsJson
from matching.cli.session import now, service
from matching.domain.vocabulary.receivers import LeavingPurpose, Receiver


def changes(
    receiver: Annotated[Receiver, typer.Option("--receiver", help="Qui le reçoit : sa liste dit ce qui peut sortir.")],
    purpose: Annotated[LeavingPurpose, typer.Option("--purpose", help="Dans quel but ; il est noté.")],
    since: Annotated[str | None, typer.Option("--since", help="Repère de la dernière lecture ; sans, tout.")] = None,
    limit: Annotated[int, typer.Option("--limit", help="Combien au plus.")] = 100,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Lister ce qui a changé depuis un repère."""
    with service() as opened:
        page = opened.changes(
            since, receiver=receiver, purpose=purpose, viewer=opened.viewer(account), at=now(), limit=limit
        )
    if as_json:
        items = [vars(item) | {"changed_at": item.changed_at.isoformat()} for item in page.items]
        print_json({"items": items, "cursor": page.cursor, "more": page.more})
        return
    for item in page.items:
        typer.echo(f"{item.changed_at:%Y-%m-%d %H:%M} {item.kind} {item.entry}")
    typer.echo(f"Repère : {page.cursor or 'aucun, rien de nouveau'}{' ; il y en a davantage' if page.more else ''}")
