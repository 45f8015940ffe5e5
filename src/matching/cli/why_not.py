"""`matching why-not`: where one option stands for one person."""

from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import As, AsJson, Language, ProfileOption
from matching.cli.session import now, profile_of, service
from matching.messages.say import DEFAULT


def why_not(
    profile: ProfileOption,
    opportunity: Annotated[str, typer.Option("--opportunity", help="Identifiant de l'option.")],
    lang: Language = DEFAULT,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Pourquoi une option n'est pas proposée. Et ce qui le changerait."""
    from matching.cli.verdicts import print_why_not

    person = profile_of(profile)
    with service() as opened:
        viewer = opened.viewer(account)
        answer = opened.why_not(person, opportunity, viewer=viewer, at=now(), lang=lang)
    if as_json:
        print_json(answer.model_dump(mode="json"))
    else:
        print_why_not(answer, lang)
