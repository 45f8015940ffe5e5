"""`matching gaps`: what the catalogue lacks, in counts, for whoever steers programmes."""

from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import As, AsJson, Language
from matching.cli.session import now, service
from matching.messages.say import DEFAULT

_By = Annotated[
    str, typer.Option("--by", help="Dimensions, avec des virgules : need, district, language, payer, kind.")
]
_Offers = Annotated[int, typer.Option("--offers", help="Nouvelles offres à chercher et à vérifier ; 0 : aucune.")]
_Criteria = Annotated[int, typer.Option("--criteria", help="Règles qui excluent le plus, à vérifier ; 0 : aucune.")]


def gaps(
    by: _By = "need,district",
    offers: _Offers = 3,
    criteria: _Criteria = 3,
    lang: Language = DEFAULT,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Ce qui manque au catalogue. En nombres, sans personne ; rien sous cinq ; chaque promesse est recomptée."""
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
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        from matching.cli.gap_table import print_gaps

        asked = {"offers": offers, "criteria": criteria}
        print_gaps(found, lang, [part for part, most in asked.items() if most])
