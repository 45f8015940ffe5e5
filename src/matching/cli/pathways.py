"""`matching pathways`: what measures would open for one person."""

from matching.cli.console import print_json
from matching.cli.options import As, AsJson, Language, ProfileOption
from matching.cli.session import now, profile_of, service
from matching.messages.say import DEFAULT


def pathways(
    profile: ProfileOption,
    lang: Language = DEFAULT,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Ce que des mesures ouvriraient. Seules ou deux à la suite, vérifié ; une liste, jamais un choix."""
    person = profile_of(profile)
    with service() as opened:
        answer = opened.pathways(person, viewer=opened.viewer(account), at=now(), lang=lang)
    if as_json:
        print_json(answer.model_dump(mode="json"))
    else:
        from matching.cli.pathways_page import print_pathways

        print_pathways(answer, lang)
