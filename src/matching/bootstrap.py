"""The only wiring: settings in, a service with its use cases out."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from matching.domain.profile import Profile
from matching.domain.recommendation import Recommendation
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.errors import InvalidInputError
from matching.places.gazetteer import open_gazetteer
from matching.ranking.registry import open_baseline
from matching.retrieval.encoder import open_encoder
from matching.retrieval.occupations.taxonomy import Taxonomy, load_taxonomy
from matching.settings import Settings, shipped
from matching.storage import accounts
from matching.storage.database import open_database
from matching.use_cases import import_taxonomy
from matching.use_cases.import_file import Imported, import_file
from matching.use_cases.recommend import recommend
from matching.use_cases.run_demo import Demo, run_demo
from matching.use_cases.why_not import WhyNot, why_not
from matching.use_cases.workplace import Workplace


class Service:
    """The use cases over one store and one data folder."""

    def __init__(self, workplace: Workplace, account: str | None = None) -> None:
        self.workplace = workplace
        self.account = account

    def viewer(self, account: str | None) -> Viewer:
        """Who asks: the account of that name; without a name the local viewer, who has no mandate."""
        if account is None:
            return LOCAL_VIEWER
        with self.workplace.database.read() as connection:
            return accounts.get(connection, account)

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
    ) -> Imported:
        """Import a file of one source: see `use_cases.import_file`."""
        return import_file(self.workplace, source, path, at=at, unit=unit, full=full, rejects_file=rejects_file)

    def run_demo(self, *, at: datetime) -> Demo:
        """Import the demo that ships with the service."""
        return run_demo(self.workplace, shipped("data_contracts", "v1", "examples"), at=at)

    def import_taxonomy(self, *, esco: Path | None, rome: Path | None, ch_isco: Path | None) -> dict[str, int]:
        """Install ESCO, ROME or CH-ISCO-19."""
        return import_taxonomy.import_taxonomy(self.workplace, esco=esco, rome=rome, ch_isco=ch_isco)

    def import_places(self, directory: Path) -> int:
        """Install the official Swiss directory of localities."""
        return import_taxonomy.import_places(self.workplace, directory)

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
