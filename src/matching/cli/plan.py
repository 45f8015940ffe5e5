"""`matching plan`: one objective and a sequence for a person, a part for each side."""

from datetime import datetime
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.days import day
from matching.cli.options import DAYS, As, AsJson, Language
from matching.cli.session import now, service
from matching.domain.plan import Plan, PlanPart
from matching.messages.say import DEFAULT

app = typer.Typer(help="Le plan d'une personne : un objectif, la part de chacun.", no_args_is_help=True)

ProfileId = Annotated[str, typer.Option("--profile", help="Identifiant d'un dossier.")]


@app.command("show")
def show(profile: ProfileId, lang: Language = DEFAULT, as_json: AsJson = False, account: As = None) -> None:
    """Le plan, et qui mène le suivi."""
    with service() as opened:
        shown = opened.plan(profile, viewer=opened.viewer(account), at=now(), lang=lang)
    if as_json:
        plan, lead = shown.plan, shown.lead
        print_json(
            {
                "profile": shown.profile,
                "plan": plan and plan.model_dump(mode="json"),
                "lead": lead and lead.model_dump(mode="json"),
                "notes": list(shown.notes),
            }
        )
        return
    if shown.plan is None:
        typer.echo(f"Aucun plan pour {shown.profile}.")
    else:
        _print(shown.plan)
    if shown.lead is not None:
        typer.echo(f"Mène le suivi : {shown.lead.institution.fr}.")
    for note in shown.notes:
        typer.echo(note)


@app.command("part")
def part(
    profile: ProfileId,
    text: Annotated[str, typer.Argument(help="Ce qui sera fait, en mots.")],
    of_person: Annotated[bool, typer.Option("--person", help="Ce sont les mots de la personne.")] = False,
    dissent: Annotated[str | None, typer.Option("--dissent", help="Ce avec quoi cette partie n'est pas d'accord.")] = (
        None
    ),
    objective: Annotated[
        str | None,
        typer.Option("--objective", help="À la première part : job, training, stabilisation ou lasting_adapted_work."),
    ] = None,
    step: Annotated[list[str] | None, typer.Option("--step", help="Une étape ; se répète, dans l'ordre.")] = None,
    review_on: Annotated[
        datetime | None, typer.Option("--review-on", formats=DAYS, help="Quand le plan sera revu ensemble.")
    ] = None,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Écrire sa part, ou noter celle de la personne."""
    with service() as opened:
        plan = opened.write_part(
            profile,
            text,
            viewer=opened.viewer(account),
            at=now(),
            of_person=of_person,
            dissent=dissent,
            objective=objective,
            steps=step,
            review_on=review_on.date() if review_on else None,
        )
    _say(plan, as_json=as_json)


@app.command("agree")
def agree(profile: ProfileId, as_json: AsJson = False, account: As = None) -> None:
    """Enregistrer que les trois parties sont d'accord."""
    with service() as opened:
        plan = opened.agree_plan(profile, viewer=opened.viewer(account), at=now())
    _say(plan, as_json=as_json)


def _say(plan: Plan, *, as_json: bool) -> None:
    if as_json:
        print_json(plan.model_dump(mode="json"))
    else:
        _print(plan)


def _print(plan: Plan) -> None:
    agreed = f"convenu le {day(plan.agreed_at)}" if plan.agreed_at else "pas encore convenu"
    typer.echo(f"Objectif : {plan.objective.fr} ({agreed}).")
    for number, step in enumerate(plan.steps, start=1):
        typer.echo(f"  {number}. {step}")
    for one in plan.parts:
        typer.echo(f"  {_side(one)} : {_stopped(one.text)}" + (f" Désaccord : {one.dissent}" if one.dissent else ""))
    if plan.review_on:
        typer.echo(f"  À revoir ensemble le {plan.review_on:%d.%m.%Y}.")
    if plan.agreed_at and any(one.dissent for one in plan.parts):
        typer.echo("  Convenu malgré le désaccord noté.")


def _stopped(text: str) -> str:
    """The text with a full stop at its end, if it has no other."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _side(one: PlanPart) -> str:
    return one.role.fr if one.role else "la personne, dans ses mots"
