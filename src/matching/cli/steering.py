"""`matching steering` and `matching portfolio`: catalogue and caseload, for whoever runs programmes."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import As, AsJson, Language
from matching.cli.progress import counting
from matching.cli.session import now, record_of, service
from matching.cli.sheets import AsFormat, Force, ToFile, write_table
from matching.domain.word import Word
from matching.messages.say import DEFAULT
from matching.use_cases.export.written import Format

if TYPE_CHECKING:
    from matching.domain.viewer import Viewer

app = typer.Typer(help="Piloter les programmes. Des tableaux, jamais une personne.", no_args_is_help=True)

Quarter = Annotated[str | None, typer.Option("--quarter", help="Un seul trimestre, par exemple 2026-Q4.")]
Weeks = Annotated[
    int, typer.Option("--weeks", help="Semaines sans proposition à partir desquelles un dossier est dit.")
]


@app.callback()
def steering() -> None:
    """Piloter les programmes. Des nombres, jamais une personne ; moins de cinq personnes ne se lit pas."""


@app.command("overlaps")
def overlaps(
    lang: Language = DEFAULT,
    to: ToFile = None,
    how: AsFormat = Format.CSV,
    force: Force = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Offres à comparer, de catalogues différents. Ce qui les distingue, et pour combien de personnes."""
    from matching.use_cases.steering.overlaps import OverlapRow

    with service() as opened, counting("Dossiers regardés") as step:
        found = opened.overlaps(viewer=opened.viewer(account), at=now(), step=step)
    _tell(found, OverlapRow, found.rows, lang, to, how, force=force, as_json=as_json)


@app.command("places")
def places(
    lang: Language = DEFAULT,
    to: ToFile = None,
    how: AsFormat = Format.CSV,
    force: Force = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Places par catégorie au fil du temps. Comptées et visées, avec le rythme qu'il faudrait."""
    from matching.use_cases.steering.places import PlacesRow

    with service() as opened:
        found = opened.places_over_time(viewer=opened.viewer(account), at=now())
    _tell(found, PlacesRow, found.rows, lang, to, how, force=force, as_json=as_json)


@app.command("state-places")
def state_places(
    path: Annotated[Path, typer.Argument(help="Fichier JSON : places comptées ou visées à un jour (place_statement).")],
    account: As = None,
) -> None:
    """Noter des places comptées ou visées. Avec qui le dit et où ; redites pour le même jour, rien n'est perdu."""
    from matching.domain.steering import PlaceStatement

    statement = record_of(path, "place_statement", PlaceStatement)
    with service() as opened:
        kept = opened.state_places(statement, viewer=opened.viewer(account), at=now())
    typer.echo(f"{kept.territory}, {kept.programme}, {kept.on:%d.%m.%Y} : noté ({kept.authority}).")


@app.command("remedies")
def remedies(
    lang: Language = DEFAULT,
    to: ToFile = None,
    how: AsFormat = Format.CSV,
    force: Force = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Ce qui a été fait contre des lacunes. Le nombre promis à côté du nouveau compte, dès le trimestre suivant."""
    from matching.use_cases.steering.remedies import RemedyRow

    with service() as opened:
        found = opened.compare_remedies(viewer=opened.viewer(account), at=now())
    _tell(found, RemedyRow, found.rows, lang, to, how, force=force, as_json=as_json)


@app.command("remedy")
def remedy(
    path: Annotated[Path, typer.Argument(help="Fichier JSON : ce qui est fait et promis (gap_remedy).")],
    account: As = None,
) -> None:
    """Noter un remède à une lacune. Ce qui est promis, par qui et pour quand."""
    from matching.domain.steering import GapRemedy

    promised = record_of(path, "gap_remedy", GapRemedy)
    with service() as opened:
        kept = opened.enter_remedy(promised, viewer=opened.viewer(account), at=now())
    typer.echo(f"{kept.id} : {promised.people_expected} personnes d'ici au {promised.by:%d.%m.%Y}.")


@app.command("skills")
def skills(
    trained: Annotated[bool, typer.Option("--trained", help="Aussi celles que des activités forment.")] = False,
    lang: Language = DEFAULT,
    to: ToFile = None,
    how: AsFormat = Format.CSV,
    force: Force = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Compétences demandées et jamais formées. Par les emplois et par les activités ; les plus demandées d'abord."""
    from matching.use_cases.steering.skills import SkillRow

    with service() as opened:
        found = opened.skills_asked(viewer=opened.viewer(account), at=now(), trained=trained)
    _tell(found, SkillRow, found.rows, lang, to, how, force=force, as_json=as_json)


@app.command("rejections")
def rejections(
    quarter: Quarter = None,
    lang: Language = DEFAULT,
    to: ToFile = None,
    how: AsFormat = Format.CSV,
    force: Force = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Pourquoi des options sont refusées. Par option, par raison et par trimestre."""
    from matching.use_cases.steering.rejections import RejectionRow

    with service() as opened:
        found = opened.rejections(viewer=opened.viewer(account), at=now(), quarter=quarter)
    _tell(found, RejectionRow, found.rows, lang, to, how, force=force, as_json=as_json)


@app.command("results")
def results(
    months: Annotated[int, typer.Option("--months", help="Mois depuis le début : 3, 6, 12, 24 ou 36.")] = 12,
    lang: Language = DEFAULT,
    to: ToFile = None,
    how: AsFormat = Format.CSV,
    force: Force = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Résultats par prestataire et type d'employeur. Bruts et à public égal, avec n et intervalle."""
    from matching.use_cases.steering.result_rows import ResultRow

    with service() as opened:
        found = opened.results(viewer=opened.viewer(account), at=now(), months=months)
    _tell(found, ResultRow, found.rows, lang, to, how, force=force, as_json=as_json)


def portfolio(
    weeks: Weeks = 8,
    counts: Annotated[bool, typer.Option("--counts", help="Seulement des nombres, de toutes les unités.")] = False,
    lang: Language = DEFAULT,
    to: ToFile = None,
    how: AsFormat = Format.CSV,
    force: Force = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Le portefeuille, et qui attend. Depuis quand, dans quelle situation, suivi de près ou non."""
    from matching.use_cases.steering.portfolio_counts import PortfolioCount
    from matching.use_cases.steering.portfolio_file import PortfolioFile

    with service() as opened:
        viewer = opened.viewer(account)
        if counts or not _reads_files(viewer):
            counted = opened.portfolio_counts(viewer=viewer, at=now())
            _tell(counted, PortfolioCount, counted.rows, lang, to, how, force=force, as_json=as_json)
            return
        own = opened.portfolio(viewer=viewer, at=now(), weeks=weeks)
    _tell(own, PortfolioFile, own.files, lang, to, how, force=force, as_json=as_json)


def _reads_files(viewer: "Viewer") -> bool:
    """Whether somebody has files of their own; whoever has not is told counts."""
    from matching.domain.permission import Permission
    from matching.domain.role_permissions import permissions_of

    return Permission.READ_PROFILES in permissions_of(viewer.role)


def _tell(
    found: Word,
    kind: type[Word],
    rows: Iterable[Word],
    lang: str,
    to: Path | None,
    how: Format,
    *,
    force: bool,
    as_json: bool,
) -> None:
    """Print an answer for people or machines, or write its table to a file."""
    from matching.cli.steered import print_steered
    from matching.use_cases.steering.sheet import sheet_of

    if to is not None:
        write_table(sheet_of(kind, tuple(rows)), to, how, lang, force=force)
    elif as_json:
        print_json(found.model_dump(mode="json"))
    else:
        print_steered(found, lang)
