"""`matching shown`: the person's copy of what was shown, as whoever asks may read it."""

from matching.cli.console import PlainConsole, print_json
from matching.cli.options import As, AsJson, PersonOption
from matching.cli.session import now, service


def shown(profile: PersonOption, as_json: AsJson = False, account: As = None) -> None:
    """Copie de ce qui a été montré pour une personne. La dernière fois d'abord, avec les codes à contester."""
    from matching.cli.days import day
    from matching.cli.slate import print_recommendation
    from matching.messages.say import DEFAULT, say

    with service() as opened:
        slates = opened.shown(profile, viewer=opened.viewer(account), at=now())
    if as_json:
        print_json([slate.model_dump(mode="json") for slate in slates])
        return
    for slate in slates:
        introduction = say(slate.language, "shown.title", day=day(slate.at), id=slate.id)
        print_recommendation(slate, codes=True, introduction=introduction)
    if not slates:
        PlainConsole().print(say(DEFAULT, "shown.none"))
