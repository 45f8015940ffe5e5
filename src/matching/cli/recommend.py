"""`matching recommend`: ranked, explained options for one person."""

from typing import Annotated

import typer

from matching.cli.options import (
    As,
    AsJson,
    Kind,
    Lang,
    Language,
    ProfileOption,
    now,
    print_json,
    profile_of,
    service,
    viewer_of,
)
from matching.cli.progress import working


def recommend(
    profile: ProfileOption,
    kind: Annotated[list[Kind] | None, typer.Option("--kind", help="Un genre d'option ; se répète.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help="Nombre d'options montrées.")] = 10,
    lang: Language = Lang.FR,
    details: Annotated[bool, typer.Option("--details", help="Montrer l'arithmétique de chaque score.")] = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Options classées et expliquées pour une personne."""
    from matching.cli.slate import print_recommendation
    from matching.domain.vocabulary.catalogue import OpportunityKind

    kinds = [OpportunityKind[each.name] for each in kind or Kind]
    at = now()
    person = profile_of(profile)
    with service() as opened:
        viewer = viewer_of(opened, account)
        with working("Index") as step:
            opened.workplace.live(at, step)
        answer = opened.recommend(person, viewer=viewer, at=at, kinds=kinds, limit=limit, lang=lang.value)
    if as_json:
        print_json(answer.model_dump(mode="json"))
    else:
        print_recommendation(answer, details=details)
