"""`matching allocate`: the nightly prices of scarce places, and what an authority states about them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import As, AsJson, Language
from matching.cli.progress import counting
from matching.cli.session import now, record_of, service
from matching.cli.sheets import AsFormat, Force, ToFile, prepare_table, write_table
from matching.errors import InvalidInputError
from matching.messages.say import DEFAULT, say
from matching.use_cases.allocation.sheets import PlanTable, plan_sheet
from matching.use_cases.export.written import Format

if TYPE_CHECKING:
    from matching.domain.price_list import PriceList

app = typer.Typer(help="Prix des places rares ; personne n'est attribué.")


_Table = Annotated[PlanTable | None, typer.Option("--table", help="Lequel des tableaux --to écrit ; sinon options.")]


@app.callback(invoke_without_command=True)
def allocate(
    context: typer.Context,
    lang: Language = DEFAULT,
    to: ToFile = None,
    how: AsFormat = Format.CSV,
    table: _Table = None,
    force: Force = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Calculer les prix des places rares pour les jours qui suivent. Le soir ; rien n'est proposé à personne."""
    if context.invoked_subcommand is not None:
        if to is not None:
            raise InvalidInputError(f"--to se met après « {context.invoked_subcommand} », pas avant.")
        return
    prepare_table(to, table, force=force)
    with service() as opened, counting(say(lang, "allocation.people")) as step:
        viewer, at = opened.viewer(account), now()
        found = opened.allocate(viewer=viewer, at=at, step=step)
        opened.count_the_week(viewer=viewer, at=at)
        opened.look_for_news(viewer=viewer, at=at)
    _tell(found, lang, to, how, table, force=force, as_json=as_json)


@app.command("plan")
def plan(
    lang: Language = DEFAULT,
    to: ToFile = None,
    how: AsFormat = Format.CSV,
    table: _Table = None,
    force: Force = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Relire le plan et les prix de la dernière nuit."""
    prepare_table(to, table, force=force)
    with service() as opened:
        found = opened.last_plan(viewer=opened.viewer(account))
    _tell(found, lang, to, how, table, force=force, as_json=as_json)


@app.command("budget")
def budget(
    path: Annotated[Path, typer.Argument(help="Fichier JSON du budget d'un payeur pour une année.")],
    lang: Language = DEFAULT,
    account: As = None,
) -> None:
    """Enregistrer ce qu'un payeur peut encore accorder. Le dernier état remplace les précédents, rien n'est perdu."""
    from matching.domain.payer_budget import PayerBudget

    stated = record_of(path, "payer_budget", PayerBudget)
    with service() as opened:
        kept = opened.set_budget(stated, viewer=opened.viewer(account), at=now())
    facts = {"payer": kept.payer, "year": kept.year, "left": kept.left}
    typer.echo(say(lang, "allocation.budget.kept", **facts, authority=kept.authority, reference=kept.reference))


@app.command("priority")
def priority(
    path: Annotated[Path, typer.Argument(help="Fichier JSON d'une priorité, datée, avec l'autorité qui la décide.")],
    lang: Language = DEFAULT,
    account: As = None,
) -> None:
    """Enregistrer qui passe d'abord, par décision de qui. Le produit n'en livre aucune."""
    from matching.domain.priority import Priority

    stated = record_of(path, "priority", Priority)
    with service() as opened:
        kept = opened.set_priority(stated, viewer=opened.viewer(account), at=now())
    days = {"from_day": kept.valid_from, "to_day": kept.valid_to}
    by = {"authority": kept.authority, "reference": kept.reference}
    typer.echo(say(lang, "allocation.priority.kept", label=kept.label, weight=kept.weight, **days, **by))


def _tell(
    found: "PriceList",
    lang: str,
    to: Path | None,
    how: Format,
    table: PlanTable | None,
    *,
    force: bool,
    as_json: bool,
) -> None:
    """Print the night for people or machines, or write one of its tables to a file."""
    if to is not None:
        write_table(plan_sheet(found.plan, table or PlanTable.OPTIONS), to, how, lang, force=force)
    elif as_json:
        print_json(found.model_dump(mode="json"))
    else:
        from matching.cli.allocated import print_allocated

        print_allocated(found, lang)
