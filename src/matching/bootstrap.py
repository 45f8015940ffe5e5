"""The only wiring: settings in, a service with its use cases out."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path

from matching.domain.profile import Profile
from matching.domain.recommendation import Recommendation
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.errors import InvalidInputError
from matching.places.gazetteer import open_gazetteer
from matching.ranking.registry import open_baseline
from matching.retrieval.encoder import open_encoder
from matching.retrieval.occupations.taxonomy import Taxonomy, load_taxonomy
from matching.settings import Settings, shipped
from matching.storage.database import open_database
from matching.use_cases.accounts import add_account, list_accounts, viewer_of
from matching.use_cases.import_file import Imported, import_file
from matching.use_cases.import_taxonomy import import_taxonomy
from matching.use_cases.recommend import recommend
from matching.use_cases.run_demo import Demo, run_demo
from matching.use_cases.why_not import WhyNot, why_not
from matching.use_cases.workplace import Workplace


class Service:
    """The use cases over one store and one data folder."""

    def __init__(self, workplace: Workplace, account: str | None = None) -> None:
        self.workplace = workplace
        self.account = account

    def viewer(self, account: str | None = None) -> Viewer:
        """Who asks: the account named, else that of the settings, else the local viewer, who has no mandate.

        An empty name is an InvalidInputError: it must not open what the local viewer sees.
        """
        if account is not None and not account.strip():
            raise InvalidInputError("Le compte indiqué est vide : le nommer, ou ne pas indiquer --as.")
        return viewer_of(self.workplace, account or self.account)

    def accounts(self) -> list[Viewer]:
        """Every account, by name."""
        return list_accounts(self.workplace)

    def add_account(
        self,
        account: str,
        *,
        role: str,
        at: datetime,
        institution: str | None = None,
        units: Sequence[str] = (),
        pes_mandate_until: datetime | None = None,
    ) -> Viewer:
        """Add or replace an account: see `use_cases.accounts`."""
        return add_account(
            self.workplace,
            account,
            role=role,
            at=at,
            institution=institution,
            units=units,
            pes_mandate_until=pes_mandate_until,
        )

    def refresh(self, *, at: datetime, step: Callable[[str], None] = lambda _: None) -> None:
        """Bring the index up to date with the catalogue, if it is not; `step` hears what is being done."""
        self.workplace.live(at, step)

    def recommend(
        self,
        profile: str | Profile,
        *,
        viewer: Viewer,
        at: datetime,
        kinds: Collection[OpportunityKind] = tuple(OpportunityKind),
        limit: int = 10,
        lang: str = "fr",
    ) -> Recommendation:
        """Ranked, explained options for one person: see `use_cases.recommend`."""
        return recommend(self.workplace, profile, viewer=viewer, at=at, kinds=kinds, limit=limit, lang=lang)

    def why_not(
        self, profile: str | Profile, opportunity: str, *, viewer: Viewer, at: datetime, lang: str = "fr"
    ) -> WhyNot:
        """Where one option stands for one person: see `use_cases.why_not`."""
        return why_not(self.workplace, profile, opportunity, viewer=viewer, at=at, lang=lang)

    def import_file(
        self,
        source: str,
        path: Path,
        *,
        at: datetime,
        unit: str | None = None,
        full: bool = False,
        rejects_file: Path | None = None,
        tick: Callable[[int], None] | None = None,
    ) -> Imported:
        """Import a file of one source: see `use_cases.import_file`."""
        return import_file(
            self.workplace, source, path, at=at, unit=unit, full=full, rejects_file=rejects_file, tick=tick
        )

    def run_demo(self, *, at: datetime) -> Demo:
        """Import the demo that ships with the service."""
        return run_demo(self.workplace, shipped("data_contracts", "v1", "examples"), at=at)

    def import_taxonomy(
        self,
        *,
        esco: Path | None = None,
        rome: Path | None = None,
        ch_isco: Path | None = None,
        places: Path | None = None,
    ) -> dict[str, int]:
        """Install ESCO, ROME, CH-ISCO-19 or the Swiss directory of localities: see `use_cases.import_taxonomy`."""
        return import_taxonomy(self.workplace, esco=esco, rome=rome, ch_isco=ch_isco, places=places)

    def close(self) -> None:
        """Give the store's connections back."""
        self.workplace.database.close()


def open_service(settings: Settings) -> Service:
    """The service on the data folder and store of the settings; tables are brought up to date."""
    if settings.store_url in {"sqlite://", "sqlite:///", "sqlite:///:memory:"}:
        raise InvalidInputError("MATCHING_DATABASE_URL désigne une base en mémoire, qui ne garderait rien.")
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = open_database(settings.store_url)
    database.migrate()
    return Service(
        Workplace(
            settings.data_dir,
            database,
            encoder=lambda: open_encoder(settings),
            taxonomy=lambda: load_taxonomy(settings.data_dir) or Taxonomy(),
            gazetteer=lambda: open_gazetteer(settings.data_dir),
            model=open_baseline,
            min_gain=settings.min_gain,
        ),
        account=settings.user,
    )
