"""`matching guarantee`: payment guarantees, asked for and answered before a start."""

from datetime import datetime
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import DAYS, As, AsJson
from matching.cli.session import now, service
from matching.domain.guarantee import PaymentGuarantee
from matching.domain.vocabulary.process import GuaranteeStatus
from matching.working_days.swiss_time import swiss_day

app = typer.Typer(help="Garanties de paiement : demandées et accordées avant un début.", no_args_is_help=True)

Guarantee = Annotated[str, typer.Argument(help="Identifiant de la garantie.")]
Reason = Annotated[str | None, typer.Option("--reason", help="Motif ou conditions.")]


@app.command("request")
def request(
    profile: Annotated[str, typer.Option("--profile", help="Identifiant d'un dossier.")],
    payer: Annotated[str, typer.Option("--payer", help="Institution qui doit payer : orp, csr, ssr, oai, ...")],
    valid_from: Annotated[datetime, typer.Option("--from", formats=DAYS, help="Premier jour.")],
    valid_to: Annotated[datetime, typer.Option("--to", formats=DAYS, help="Dernier jour.")],
    opportunity: Annotated[str | None, typer.Option("--opportunity", help="Mesure ou place du catalogue.")] = None,
    code: Annotated[str | None, typer.Option("--code", help="Genre de mesure, à défaut d'une option.")] = None,
    amount: Annotated[int | None, typer.Option("--amount", help="Montant au plus.")] = None,
    currency: Annotated[str | None, typer.Option("--currency", help="CHF ou EUR.")] = None,
    reason: Reason = None,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Demander une garantie à l'institution qui paie."""
    with service() as opened:
        entry = opened.request_guarantee(
            profile,
            payer=payer,
            viewer=opened.viewer(account),
            at=now(),
            valid_from=valid_from.date(),
            valid_to=valid_to.date(),
            opportunity=opportunity,
            code=code,
            amount=amount,
            currency=currency,
            reason=reason,
        )
    _print(entry.id, entry.word, as_json=as_json)


@app.command("grant")
def grant(guarantee: Guarantee, reason: Reason = None, as_json: AsJson = False, account: As = None) -> None:
    """Accorder, pour l'institution qui paie."""
    _answer(guarantee, GuaranteeStatus.GRANTED, reason, account, as_json=as_json)


@app.command("refuse")
def refuse(guarantee: Guarantee, reason: Reason = None, as_json: AsJson = False, account: As = None) -> None:
    """Refuser, pour l'institution qui paie."""
    _answer(guarantee, GuaranteeStatus.REFUSED, reason, account, as_json=as_json)


@app.command("revoke")
def revoke(guarantee: Guarantee, reason: Reason = None, as_json: AsJson = False, account: As = None) -> None:
    """Révoquer, pour l'institution qui paie."""
    _answer(guarantee, GuaranteeStatus.REVOKED, reason, account, as_json=as_json)


@app.command("exhaust")
def exhaust(guarantee: Guarantee, reason: Reason = None, as_json: AsJson = False, account: As = None) -> None:
    """Dire épuisée, pour l'institution qui paie."""
    _answer(guarantee, GuaranteeStatus.EXHAUSTED, reason, account, as_json=as_json)


@app.command("activate")
def activate(
    guarantee: Guarantee,
    starts_on: Annotated[datetime, typer.Option("--on", formats=DAYS, help="Jour du début.")],
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Enregistrer le début de la mesure sous cette garantie."""
    with service() as opened:
        entry = opened.activate_guarantee(
            guarantee, starts_on=starts_on.date(), viewer=opened.viewer(account), at=now()
        )
    _print(entry.id, entry.word, as_json=as_json)


@app.command("list")
def list_(
    profile: Annotated[str | None, typer.Option("--profile", help="D'un seul dossier.")] = None,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Les garanties que ce compte peut voir."""
    with service() as opened:
        entries = opened.guarantees(viewer=opened.viewer(account), at=now(), profile=profile)
    if as_json:
        print_json([_record(entry.id, entry.word) for entry in entries])
        return
    for entry in entries:
        typer.echo(_line(entry.id, entry.word))


def _answer(guarantee: str, status: GuaranteeStatus, reason: str | None, account: str | None, *, as_json: bool) -> None:
    with service() as opened:
        entry = opened.answer_guarantee(guarantee, status, viewer=opened.viewer(account), at=now(), reason=reason)
    _print(entry.id, entry.word, as_json=as_json)


def _print(id_: str, word: PaymentGuarantee, *, as_json: bool) -> None:
    if as_json:
        print_json(_record(id_, word))
    else:
        typer.echo(_line(id_, word))


def _record(id_: str, word: PaymentGuarantee) -> dict[str, object]:
    return {"id": id_, **word.model_dump(mode="json")}


def _line(id_: str, word: PaymentGuarantee) -> str:
    subject = word.opportunity or (word.code.fr if word.code else "")
    period = f"du {word.valid_from:%d.%m.%Y} au {word.valid_to:%d.%m.%Y}"
    today = swiss_day(now())
    status = word.status_on(today).fr
    if word.started_on is not None and today < word.started_on:
        status += f", commence le {word.started_on:%d.%m.%Y}"
    return f"{id_} : {status} ; {word.payer.fr} ; {word.profile}, {subject}, {period}"
