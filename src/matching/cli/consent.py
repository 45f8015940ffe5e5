"""`matching consent`: what the person allows, to whom and what for; the last word counts."""

from datetime import datetime, timedelta
from typing import Annotated

import typer

from matching.cli.console import PlainConsole, print_json
from matching.cli.options import DAYS, As, AsJson, PersonOption
from matching.cli.session import now, service
from matching.domain.need import Consent
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import ConsentPurpose, DataCategory

app = typer.Typer(help="Consentements d'une personne : donnés, retirés, en cours.", no_args_is_help=True)

To = Annotated[
    Institution,
    typer.Option("--to", help="Institution qui peut utiliser les données ; pour un dossier, celle qui le remet."),
]
Purpose = Annotated[ConsentPurpose, typer.Option("--purpose", help="À quoi elles servent.")]
Categories = Annotated[list[DataCategory] | None, typer.Option("--category", help="Catégorie de données ; se répète.")]


@app.command("give")
def give(
    profile: PersonOption,
    to: To,
    category: Categories = None,
    purpose: Purpose = ConsentPurpose.MATCHING,
    holder: Annotated[Institution | None, typer.Option("--from", help="Institution qui détient les données.")] = None,
    valid_to: Annotated[datetime | None, typer.Option("--valid-to", formats=DAYS, help="Dernier jour, inclus.")] = None,
    account: As = None,
) -> None:
    """Noter un consentement donné par écrit."""
    from matching.cli.days import after

    end = None if valid_to is None else after(valid_to)
    with service() as opened:
        opened.give_consent(
            profile,
            to_institution=to,
            categories=category or (),
            purpose=purpose,
            from_institution=holder,
            valid_to=end,
            viewer=opened.viewer(account),
            at=now(),
        )
    typer.echo(f"Consentement noté pour {profile} : il vaut dès maintenant.")


@app.command("withdraw")
def withdraw(
    profile: PersonOption,
    to: To,
    category: Categories = None,
    purpose: Purpose = ConsentPurpose.MATCHING,
    account: As = None,
) -> None:
    """Noter un retrait. Sans --category, tout ce que cette institution pouvait utiliser."""
    with service() as opened:
        opened.withdraw_consent(
            profile,
            to_institution=to,
            categories=category or tuple(DataCategory),
            purpose=purpose,
            viewer=opened.viewer(account),
            at=now(),
        )
    typer.echo(f"Retrait noté pour {profile} : il vaut dès la prochaine demande.")


@app.command("list")
def list_(profile: PersonOption, as_json: AsJson = False, account: As = None) -> None:
    """Les consentements d'une personne, tels qu'ils valent."""
    at = now()
    with service() as opened:
        found = opened.consents(profile, viewer=opened.viewer(account), at=now())
    if as_json:
        print_json([consent.model_dump(mode="json") for consent in found])
        return
    console = PlainConsole()
    lines = dict.fromkeys(_line(consent, at) for consent in found if consent.written)  # the same one twice is one
    for line in lines:
        console.print(line, soft_wrap=True)
    if not lines:
        console.print(f"Aucun consentement pour {profile}.")


def _line(consent: Consent, at: datetime) -> str:
    from matching.cli.days import day

    to = f"à {consent.to_institution.fr}"
    if consent.from_institution is not None:
        to += f", de {consent.from_institution.fr}"
    data = ", ".join(category.fr for category in consent.categories) or "aucune donnée sensible"
    if consent.withdrawn_at is not None and consent.withdrawn_at <= at:
        state = f"retiré le {day(consent.withdrawn_at)}"
    elif consent.valid_to is None:
        state = f"donné le {day(consent.given_at)}, vaut jusqu'au retrait"
    else:
        end = day(consent.valid_to - timedelta(microseconds=1))
        state = f"fini le {end}" if consent.valid_to <= at else f"donné le {day(consent.given_at)}, vaut jusqu'au {end}"
    return f"{consent.purpose.fr} ; {to} : {data} ; {state}"
