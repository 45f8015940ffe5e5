"""`matching detect` and `matching detection set`: whom several institutions might look at, by a canton's criteria."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import As, AsJson, Language
from matching.cli.session import now, record_of, service
from matching.messages.say import DEFAULT

app = typer.Typer(help="Critères cantonaux de détection systématique.", no_args_is_help=True)


@app.callback()
def detection() -> None:
    """Critères cantonaux de détection : ceux du canton seul, avec leur base légale ; aucun n'est livré."""


@app.command("set")
def set_(
    path: Annotated[Path, typer.Argument(help="Fichier JSON des critères d'un canton, avec leur base légale.")],
    account: As = None,
) -> None:
    """Enregistrer les critères d'un canton. Dès une date ; ceux du même jour sont remplacés, rien n'est perdu."""
    from matching.domain.detection import DetectionCriteria

    criteria = record_of(path, "detection_criteria", DetectionCriteria)
    with service() as opened:
        kept = opened.set_detection_criteria(criteria, viewer=opened.viewer(account), at=now())
    count = len(kept.criteria)
    typer.echo(
        f"{kept.canton} : {count} critères dès le {kept.valid_from:%d.%m.%Y} ; base légale : {kept.legal_basis}."
    )


def detect(lang: Language = DEFAULT, as_json: AsJson = False, account: As = None) -> None:
    """Qui regarder à plusieurs institutions. Et pourquoi : une proposition, jamais une décision ni un envoi."""
    with service() as opened:
        found = opened.detect(viewer=opened.viewer(account), at=now(), lang=lang)
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        from matching.cli.detected import print_detected

        print_detected(found, lang)
