"""`matching refuse`: a no to one option, which rests; `lift` the day the person asks for it again."""

from datetime import datetime
from typing import Annotated

import typer

from matching.cli.console import PlainConsole, print_json
from matching.cli.options import DAYS, As, AsJson, PersonOption
from matching.cli.session import now, service
from matching.domain.vocabulary.consequences import FACTS_BEHIND
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.voice import Refusal
from matching.errors import InvalidInputError

app = typer.Typer(help="Refus d'une option par la personne. Elle repose, et revient sur demande.")

OptionId = Annotated[str, typer.Option("--opportunity", help="Identifiant de l'option.")]


@app.callback(invoke_without_command=True)
def refuse(
    context: typer.Context,
    profile: Annotated[str | None, typer.Option("--profile", help="Identifiant d'un dossier.")] = None,
    opportunity: Annotated[str | None, typer.Option("--opportunity", help="Identifiant de l'option.")] = None,
    reason: Annotated[RejectReason | None, typer.Option("--reason", help="Motif.")] = None,
    words: Annotated[str | None, typer.Option("--words", help="Dans ses propres mots.")] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", formats=DAYS, help="Repose jusqu'à ce jour inclus.")
    ] = None,
    counsellor: Annotated[bool, typer.Option("--by-counsellor", help="C'est le refus du conseil.")] = False,
    account: As = None,
) -> None:
    """Noter le refus d'une option."""
    if context.invoked_subcommand is not None:
        return
    if profile is None or opportunity is None or reason is None:
        raise InvalidInputError(
            "Un refus demande --profile, --opportunity et --reason ; voir `matching refuse --help`."
        )
    from matching.messages.say import DEFAULT, say
    from matching.use_cases.history import resting_in_words

    with service() as opened:
        viewer = opened.viewer(account)
        opened.refuse_option(
            profile,
            opportunity,
            reason=reason,
            words=words,
            until=until.date() if until else None,
            said_by="counsellor" if counsellor else "person",
            viewer=viewer,
            at=now(),
        )
        rest = opened.rest_of(profile, opportunity, viewer=viewer, at=now())
    told = resting_in_words(rest, DEFAULT) if rest else say(DEFAULT, "rest.no_rest")
    PlainConsole().print(f"Refus de {opportunity} noté pour {profile}. {told}", soft_wrap=True)


@app.command("lift")
def lift(profile: PersonOption, opportunity: OptionId, account: As = None) -> None:
    """La personne redemande une option : elle revient le jour même."""
    with service() as opened:
        opened.lift_refusal(profile, opportunity, viewer=opened.viewer(account), at=now())
    typer.echo(f"{opportunity} est de nouveau proposable pour {profile}.")


@app.command("list")
def list_(profile: PersonOption, as_json: AsJson = False, account: As = None) -> None:
    """Les refus d'une personne, leurs motifs et leurs repos."""
    with service() as opened:
        found = opened.refusals(profile, viewer=opened.viewer(account), at=now())
    if as_json:
        print_json([refusal.model_dump(mode="json") for refusal in found])
        return
    from matching.cli.days import day

    console = PlainConsole()
    for refusal in found:
        why = refusal.reason.fr if refusal.reason else "motif non disponible"
        lifted = f" ; levé le {refusal.lifted_on:%d.%m.%Y}" if refusal.lifted_on else ""
        console.print(f"{day(refusal.at)} {refusal.opportunity} : {why}{_until(refusal)}{lifted}")
        if refusal.words:
            console.print(f"  « {refusal.words} »")
    if not found:
        console.print(f"Aucun refus pour {profile}.")


def _until(refusal: Refusal) -> str:
    if refusal.rests_until is not None:
        return f", en repos jusqu'au {refusal.rests_until:%d.%m.%Y}"
    return ", en repos tant que la situation ne change pas" if refusal.reason in FACTS_BEHIND else ""
