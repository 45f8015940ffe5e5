"""`matching why-not`: where one option stands for one person."""

from typing import Annotated

import typer

from matching.cli.options import (
    As,
    AsJson,
    Lang,
    Language,
    ProfileOption,
    now,
    print_json,
    profile_of,
    service,
    viewer_of,
)


def why_not(
    profile: ProfileOption,
    opportunity: Annotated[str, typer.Option("--opportunity", help="Identifiant de l'option.")],
    lang: Language = Lang.FR,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Pourquoi une option n'est pas proposée, et ce qui le changerait."""
    from matching.cli.slate import print_why_not

    person = profile_of(profile)
    with service() as opened:
        viewer = viewer_of(opened, account)
        answer = opened.why_not(person, opportunity, viewer=viewer, at=now(), lang=lang.value)
    if as_json:
        print_json(answer.model_dump(mode="json"))
    else:
        print_why_not(answer, lang.value)
