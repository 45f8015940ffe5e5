"""`matching gaps`: what the catalogue lacks, in counts, for whoever steers programmes."""

from collections.abc import Collection
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import As, AsJson, Language
from matching.cli.session import now, service
from matching.cli.sheets import AsFormat, Force, ToFile, prepare_table, write_table
from matching.disclosure.protect import LEAST
from matching.errors import InvalidInputError
from matching.messages.say import DEFAULT, say
from matching.use_cases.export.written import Format
from matching.use_cases.gaps.sheets import GapTable, gap_sheet

_By = Annotated[
    str, typer.Option("--by", help="Dimensions, avec des virgules : need, district, language, payer, kind.")
]
_Offers = Annotated[int, typer.Option("--offers", help="Nouvelles offres à chercher et à vérifier ; 0 : aucune.")]
_Criteria = Annotated[int, typer.Option("--criteria", help="Règles qui excluent le plus, à vérifier ; 0 : aucune.")]
_Table = Annotated[GapTable | None, typer.Option("--table", help="Lequel des tableaux --to écrit ; sinon lines.")]


def gaps(
    by: _By = "need,district",
    offers: _Offers = 3,
    criteria: _Criteria = 3,
    lang: Language = DEFAULT,
    to: ToFile = None,
    how: AsFormat = Format.CSV,
    table: _Table = None,
    force: Force = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Ce qui manque au catalogue. En nombres, sans personne ; rien sous cinq ; chaque promesse est recomptée."""
    looked_for = [part for part, most in {"offers": offers, "criteria": criteria}.items() if most]
    chosen = table or GapTable.LINES
    prepare_table(to, table, force=force)
    refuse_not_looked_for(chosen, looked_for)
    with service() as opened:
        from matching.cli.progress import counting

        with counting("Dossiers") as step:
            found = opened.gaps(
                viewer=opened.viewer(account),
                at=now(),
                by=[name.strip() for name in by.split(",") if name.strip()],
                offers=offers,
                criteria=criteria,
                lang=lang,
                step=step,
            )
    if to is not None:
        write_table(gap_sheet(found, chosen), to, how, lang, force=force)
        if chosen is GapTable.LINES and found.hidden_lines:
            typer.echo(say(lang, "gaps.hidden", count=found.hidden_lines, least=LEAST))
    elif as_json:
        print_json(found.model_dump(mode="json"))
    else:
        from matching.cli.gap_table import print_gaps

        print_gaps(found, lang, looked_for)


def refuse_not_looked_for(table: GapTable, looked_for: Collection[str]) -> None:
    """InvalidInputError for a table that was not asked for: an empty file would say that there is nothing."""
    if table in {GapTable.CRITERIA, GapTable.OFFERS} and table.value not in looked_for:
        raise InvalidInputError(f"--{table} 0 ne cherche rien : pas de tableau « {table} » ; en demander au moins 1.")
