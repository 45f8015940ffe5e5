"""`matching recommend`: ranked, explained options for one person."""

from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import As, AsJson, Language, ProfileOption
from matching.cli.progress import working
from matching.cli.session import now, profile_of, service
from matching.domain.sought import FARTHEST_KM
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.messages.say import DEFAULT


def recommend(
    profile: ProfileOption,
    kind: Annotated[list[OpportunityKind] | None, typer.Option("--kind", help="Un genre d'option ; se répète.")] = None,
    within: Annotated[
        int | None,
        typer.Option("--within", min=1, max=FARTHEST_KM, help="Kilomètres au plus ; ce qui n'est pas connu reste."),
    ] = None,
    certain: Annotated[
        bool, typer.Option("--certain", help="Seulement ce dont toutes les conditions sont remplies.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help="Nombre d'options montrées.")] = 10,
    start: Annotated[
        int, typer.Option("--start", min=1, help="Place de la première, dans une liste sans classement.")
    ] = 1,
    lang: Language = DEFAULT,
    details: Annotated[
        bool, typer.Option("--details", help="Montrer toute la fiche, ses codes et l'arithmétique du score.")
    ] = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Options classées et expliquées pour une personne."""
    from matching.cli.slate import print_recommendation

    at = now()
    person = profile_of(profile)
    with service() as opened:
        viewer = opened.viewer(account)
        with working("Index") as step:
            opened.refresh(at=at, step=step)
        answer = opened.recommend(
            person,
            viewer=viewer,
            at=at,
            kinds=kind or tuple(OpportunityKind),
            limit=limit,
            start=start,
            lang=lang,
            within_km=within,
            certain=certain,
        )
    if as_json:
        print_json(answer.model_dump(mode="json"))
    else:
        print_recommendation(answer, details=details)
