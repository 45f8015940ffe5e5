"""`matching shortlist`: people for a posting, a place or free seats, and the answer to the employer, step by step."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import DAYS, As, AsJson, Language
from matching.cli.progress import working
from matching.cli.session import now, service
from matching.domain.vocabulary.dossiers import DossierState, EmployerFeedback, NoticeDatum
from matching.errors import InvalidInputError
from matching.messages.say import DEFAULT

if TYPE_CHECKING:
    from matching.domain.employer_answer import Dossier
    from matching.domain.shortlist import EmployerAnswer
    from matching.storage.ledger import Entry

app = typer.Typer(
    help="Personnes pour une annonce ou une place. Aussi : dossiers et réponse à l'employeur.",
    invoke_without_command=True,
)

Opportunity = Annotated[str, typer.Option("--opportunity", help="Identifiant de l'option.")]
UnitOption = Annotated[
    str | None, typer.Option("--unit", help="Unité pour laquelle vous répondez, si plusieurs sont les vôtres.")
]
DossierArgument = Annotated[str, typer.Argument(help="Identifiant du dossier préparé.")]


@app.callback()
def shortlist(
    context: typer.Context,
    opportunity: Annotated[str | None, typer.Option("--opportunity", help="Identifiant de l'option.")] = None,
    lang: Language = DEFAULT,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Personnes de vos unités pour une option, sans note ni rang, ou « aucun dossier disponible »."""
    if context.invoked_subcommand is not None:
        return
    if opportunity is None:
        raise InvalidInputError("Indiquer l'option avec --opportunity ; voir `matching shortlist --help`.")
    from matching.cli.shortlist_page import print_shortlist

    at = now()
    with service() as opened:
        viewer = opened.viewer(account)
        with working("Index") as step:
            opened.refresh(at=at, step=step)
        answer = opened.shortlist(opportunity, viewer=viewer, at=at, lang=lang)
    if as_json:
        print_json(answer.model_dump(mode="json"))
    else:
        print_shortlist(answer)


@app.command("notice")
def notice(
    opportunity: Opportunity,
    received: Annotated[
        datetime | None,
        typer.Option("--received", formats=DAYS, help="Jour de réception ; à défaut aujourd'hui."),
    ] = None,
    missing: Annotated[
        list[NoticeDatum] | None,
        typer.Option(
            "--missing", help="Donnée obligatoire qui manque (art. 53b al. 2 OSE), à répéter ; sinon complète."
        ),
    ] = None,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Noter quand l'annonce a été reçue. Complète, elle fait courir le délai de réponse."""
    with service() as opened:
        answer = opened.record_notice(
            opportunity,
            viewer=opened.viewer(account),
            at=now(),
            received_on=received.date() if received else None,
            missing=missing or (),
        )
    _print_answer(answer, as_json=as_json)


@app.command("request")
def request(opportunity: Opportunity, as_json: AsJson = False, account: As = None) -> None:
    """Demander des dossiers à toutes les unités. Celles du service de l'emploi du canton compétent."""
    with service() as opened:
        answer = opened.request_dossiers(opportunity, viewer=opened.viewer(account), at=now())
    _print_answer(answer, as_json=as_json)


@app.command("searched")
def searched(opportunity: Opportunity, unit: UnitOption = None, as_json: AsJson = False, account: As = None) -> None:
    """Dire que votre unité a cherché et ne propose personne."""
    with service() as opened:
        answer = opened.unit_searched(opportunity, unit=unit, viewer=opened.viewer(account), at=now())
    _print_answer(answer, as_json=as_json)


@app.command("none-available")
def none_available(
    opportunity: Opportunity, unit: UnitOption = None, as_json: AsJson = False, account: As = None
) -> None:
    """Noter qu'aucun dossier n'est disponible. L'employeur en a été informé, pour toutes les unités."""
    with service() as opened:
        answer = opened.none_available(opportunity, unit=unit, viewer=opened.viewer(account), at=now())
    _print_answer(answer, as_json=as_json)


@app.command("propose")
def propose(
    opportunity: Opportunity,
    profile: Annotated[str, typer.Option("--profile", help="Identifiant d'un dossier de vos unités.")],
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Préparer le dossier d'une personne. Ce qui peut partir, rien d'autre ; rien n'est envoyé."""
    with service() as opened:
        entry = opened.prepare_dossier(opportunity, profile, viewer=opened.viewer(account), at=now())
    _print_dossier(entry, as_json=as_json)


@app.command("hand-over")
def hand_over(dossier: DossierArgument, as_json: AsJson = False, account: As = None) -> None:
    """Noter que vous avez remis un dossier vous-même."""
    with service() as opened:
        entry = opened.hand_over(dossier, viewer=opened.viewer(account), at=now())
    _print_dossier(entry, as_json=as_json)


@app.command("withdraw")
def withdraw(dossier: DossierArgument, as_json: AsJson = False, account: As = None) -> None:
    """Retirer un dossier préparé qui n'a pas été remis."""
    with service() as opened:
        entry = opened.withdraw_dossier(dossier, viewer=opened.viewer(account), at=now())
    _print_dossier(entry, as_json=as_json)


@app.command("feedback")
def feedback(
    said: Annotated[EmployerFeedback, typer.Argument(help="Ce qui est revenu.")],
    dossier: Annotated[str | None, typer.Option("--dossier", help="Dossier remis dont il s'agit.")] = None,
    opportunity: Annotated[str | None, typer.Option("--opportunity", help="Annonce dont il s'agit.")] = None,
    account: As = None,
) -> None:
    """Noter le retour de l'employeur. Ou du prestataire, sur une personne ou sur l'annonce."""
    if (dossier is None) == (opportunity is None):
        raise InvalidInputError("Indiquer --dossier pour une personne, ou --opportunity pour l'annonce.")
    with service() as opened:
        viewer = opened.viewer(account)
        if dossier is not None:
            noted = opened.candidate_feedback(dossier, said, viewer=viewer, at=now())
        else:
            noted = opened.posting_feedback(opportunity or "", said, viewer=viewer, at=now())
    before = f" ; corrige : {noted.corrects.fr} -> {said.fr}" if noted.corrects else ""
    typer.echo(f"Noté : {said.fr}{before}.")


def _print_answer(answer: "EmployerAnswer", *, as_json: bool) -> None:
    from matching.cli.shortlist_page import print_answer

    if as_json:
        print_json(answer.model_dump(mode="json"))
    else:
        print_answer(answer, DEFAULT)


def _print_dossier(entry: "Entry[Dossier]", *, as_json: bool) -> None:
    from matching.cli.dossier_page import print_dossier

    if as_json:
        content = entry.word.content.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        print_json({"id": entry.id, **entry.word.model_dump(mode="json", exclude_none=True), "content": content})
        return
    print_dossier(entry)
    if entry.word.state is DossierState.PREPARED:
        typer.echo(f"Ensuite : le remettre vous-même, puis `matching shortlist hand-over {entry.id}`.")
