"""`matching postings`: the announced postings whose answer or feedback is still to come."""

from matching.cli.console import print_json
from matching.cli.options import As, AsJson, Language
from matching.cli.progress import working
from matching.cli.session import now, service
from matching.messages.say import DEFAULT, say


def postings(lang: Language = DEFAULT, as_json: AsJson = False, account: As = None) -> None:
    """Annonces à suivre, celles en retard d'abord. Une réponse à l'employeur ou un retour est attendu."""
    from matching.cli.console import PlainConsole
    from matching.explanation.due import due_in_words

    at = now()
    with service() as opened:
        viewer = opened.viewer(account)
        with working("Index") as step:
            opened.refresh(at=at, step=step)
        found = opened.postings_due(viewer=viewer, at=at)
    if as_json:
        print_json([due.model_dump(mode="json") for due in found])
        return
    console = PlainConsole()
    if not found:
        console.print(say(lang, "postings.none"))
    for due in found:
        where = f" ({due.canton})" if due.canton else ""
        console.print(f"{due.opportunity} : {due.title}{where}")
        console.print(f"  {due_in_words(due, lang)}")
        if due.missing:
            console.print(f"  {say(lang, 'answer.missing', units=list(due.missing))}")
        if due.open_feedback:
            console.print(f"  {say(lang, 'postings.open_feedback', dossiers=list(due.open_feedback))}")
