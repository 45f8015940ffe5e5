"""`matching lead`: which institution leads a person's case."""

from datetime import datetime, timedelta
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.days import day
from matching.cli.options import DAYS, As, AsJson
from matching.cli.session import now, service
from matching.contracts.reasons import word_from
from matching.domain.plan import CaseLead
from matching.domain.vocabulary.catalogue import Institution
from matching.working_days.swiss_time import SWISS_TIME

app = typer.Typer(help="Qui mène le suivi d'une personne. Une seule institution à la fois.", no_args_is_help=True)

_MOMENTS = [*DAYS, "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d.%m.%Y %H:%M"]

ProfileId = Annotated[str, typer.Option("--profile", help="Identifiant d'un dossier.")]


@app.command("set")
def set_(
    profile: ProfileId,
    institution: Annotated[Institution, typer.Option("--institution", help="Institution qui mène.")],
    valid_from: Annotated[
        datetime, typer.Option("--from", formats=_MOMENTS, help="Dès ce jour ou ce moment, heure suisse.")
    ],
    valid_to: Annotated[
        datetime | None,
        typer.Option("--to", formats=_MOMENTS, help="Jusqu'à ce moment, non compris ; un jour : sa première heure."),
    ] = None,
    mandated_by: Annotated[Institution | None, typer.Option("--mandated-by", help="Institution qui mandate.")] = None,
    power_of_attorney: Annotated[
        bool, typer.Option("--power-of-attorney", help="La procuration écrite de la personne existe.")
    ] = False,
    hand_over: Annotated[bool, typer.Option("--hand-over", help="Mettre fin à la conduite en cours.")] = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Dire qui mène le suivi. Avec --hand-over, la conduite en cours finit au même moment."""
    lead = word_from(
        CaseLead,
        "Conduite du suivi refusée",
        {
            "profile": profile,
            "institution": institution,
            "mandated_by": mandated_by,
            "power_of_attorney": power_of_attorney,
            "valid_from": _swiss(valid_from),
            "valid_to": valid_to and _swiss(valid_to),
        },
    )
    with service() as opened:
        record = opened.hand_over_lead if hand_over else opened.set_lead
        lead = record(lead, viewer=opened.viewer(account), at=now())
    _say([lead], as_json=as_json)


@app.command("show")
def show(profile: ProfileId, as_json: AsJson = False, account: As = None) -> None:
    """Qui a mené, mène et mènera le suivi."""
    with service() as opened:
        leads = opened.leads(profile, viewer=opened.viewer(account), at=now())
    _say(leads, as_json=as_json)
    if not leads and not as_json:
        typer.echo(f"Aucune conduite du suivi à montrer pour {profile} ; voir `matching lead set --help`.")


def _say(leads: list[CaseLead], *, as_json: bool) -> None:
    if as_json:
        print_json([lead.model_dump(mode="json") for lead in leads])
        return
    for lead in leads:
        until = f" au {day(lead.valid_to - timedelta(microseconds=1))} inclus" if lead.valid_to else ""
        mandate = f", sur mandat de {lead.mandated_by.fr}" if lead.mandated_by else ""
        typer.echo(f"{lead.institution.fr} : du {day(lead.valid_from)}{until}{mandate}")


def _swiss(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=SWISS_TIME)
