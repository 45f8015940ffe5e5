"""`matching contest`: what the person says is wrong, and the answer they are owed."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from matching.cli.console import PlainConsole, print_json
from matching.cli.options import As, AsJson, PersonOption
from matching.cli.session import now, service
from matching.domain.vocabulary.process import ContestOutcome
from matching.errors import InvalidInputError

if TYPE_CHECKING:
    from matching.domain.voice import Contest
    from matching.storage.ledger import Entry

app = typer.Typer(
    help="Contestations de la personne. Un fait ou une raison, dans ses mots ; chacune reçoit une réponse.",
    no_args_is_help=True,
)


@app.command("add")
def add(
    profile: PersonOption,
    words: Annotated[str, typer.Option("--words", help="Dans les mots de la personne.")],
    fact: Annotated[
        str | None, typer.Option("--fact", help="Champ du dossier : languages, mobility, needs, ...")
    ] = None,
    recommendation: Annotated[str | None, typer.Option("--recommendation", help="Liste montrée.")] = None,
    opportunity: Annotated[str | None, typer.Option("--opportunity", help="Option de cette liste.")] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", help="Code de la raison, que donne `matching shown`.")
    ] = None,
    account: As = None,
) -> None:
    """Noter une contestation. Un champ du dossier, ou une raison d'une liste montrée."""
    at = now()
    with service() as opened:
        viewer = opened.viewer(account)
        if fact is not None and not (recommendation or opportunity or reason):
            entry = opened.contest_fact(profile, fact, words=words, viewer=viewer, at=at)
        elif fact is None and recommendation and opportunity and reason:
            entry = opened.contest_reason(
                profile,
                recommendation=recommendation,
                opportunity=opportunity,
                reason=reason,
                words=words,
                viewer=viewer,
                at=at,
            )
        else:
            raise InvalidInputError("Contester --fact, ou bien --recommendation, --opportunity et --reason ensemble.")
    typer.echo(f"Contestation notée : {entry.id}.")
    typer.echo(f"Ensuite : vérifier, puis `matching contest answer {entry.id} --outcome ... --text ...`.")


@app.command("answer")
def answer(
    id_: Annotated[str, typer.Argument(help="Identifiant de la contestation.", metavar="ID")],
    outcome: Annotated[ContestOutcome, typer.Option("--outcome", help="Ce qu'il en est.")],
    text: Annotated[str, typer.Option("--text", help="La réponse, en mots.")],
    account: As = None,
) -> None:
    """Répondre à une contestation."""
    with service() as opened:
        opened.answer_contest(id_, outcome=outcome, answer=text, viewer=opened.viewer(account), at=now())
    typer.echo(f"Réponse notée pour {id_}.")


@app.command("list")
def list_(
    profile: Annotated[str | None, typer.Option("--profile", help="D'un seul dossier.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Aussi celles qui ont leur réponse.")] = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Les contestations qui attendent une réponse. La plus ancienne d'abord."""
    with service() as opened:
        found = opened.contests(viewer=opened.viewer(account), at=now(), profile=profile, answered=everything)
    if as_json:
        print_json([_record(entry) for entry in found])
        return
    from matching.cli.days import day
    from matching.messages.say import DEFAULT
    from matching.use_cases.voice.contested import what_in_words

    console = PlainConsole()
    for entry in found:
        word = entry.word
        what = what_in_words(word, DEFAULT)
        about = f"{what} ({word.opportunity})" if word.opportunity else what
        console.print(f"{day(word.at)} {entry.id} ; {word.profile} conteste {about} : « {word.words} »")
        if word.outcome is not None:
            console.print(f"  {word.outcome.fr} : {word.answer}")
    if not found:
        console.print("Aucune contestation.")


def _record(entry: "Entry[Contest]") -> dict[str, Any]:
    return {"id": entry.id, **entry.word.model_dump(mode="json")}
