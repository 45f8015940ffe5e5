"""The offices of Vaud with a counsellor each, over a copy of the demo that a test may write to."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.need import Consent
from matching.domain.opportunity import Vacancy
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import ConsentPurpose, DataCategory
from matching.settings import Settings
from matching.storage import opportunities, profiles
from matching.storage.scope import EVERYTHING

COUNSELLORS = {
    "uc": ("vd-uc-lausanne", Institution.UC),
    "lausanne": ("vd-orp-lausanne", Institution.ORP),
    "renens": ("vd-orp-renens", Institution.ORP),
}


def consent(to: Institution, *, at: datetime, categories: tuple[DataCategory, ...] = ()) -> Consent:
    return Consent(
        to_institution=to,
        purpose=ConsentPurpose.DOSSIER_TO_PROVIDER,
        categories=categories,
        given_at=at - timedelta(days=3),
        valid_to=at + timedelta(days=30),
    )


def change(service: Service, person: str, at: datetime, **fields: object) -> Profile:
    """The file of a person with some fields written anew."""
    with service.workplace.database.begin(EVERYTHING) as connection:
        changed = profiles.get(connection, person).model_copy(update=fields)
        profiles.upsert(connection, [changed], at=at)
    return changed


@pytest.fixture(scope="session")
def offices_folder(demo_data: Path, tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Path:
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("offices") / "data"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        for account, (unit, institution) in COUNSELLORS.items():
            service.add_account(
                account,
                role="counsellor",
                viewer=LOCAL_VIEWER,
                at=at - timedelta(days=9),
                institution=institution,
                units=(unit,),
                pes_mandate_until=at + timedelta(days=60),
            )
        for person, (_, institution) in zip(
            ("p01-amelie", "p10-jerome", "p02-besnik"), COUNSELLORS.values(), strict=True
        ):
            with service.workplace.database.read(EVERYTHING) as connection:
                known = profiles.get(connection, person).consents
            change(service, person, at, consents=(*known, consent(institution, at=at)))
        with service.workplace.database.begin(EVERYTHING) as connection:
            noticed = [
                option.model_copy(
                    update={
                        "publication": option.publication.model_copy(
                            update={"complete_notice_at": option.publication.published_at}
                        )
                    }
                )
                for option in opportunities.all_current(connection)
                if isinstance(option, Vacancy) and option.publication.reporting_obligation
            ]
            opportunities.upsert(connection, noticed, source="job_room", at=at)
        service.refresh(at=at)
    return folder


@pytest.fixture
def offices(offices_folder: Path, tmp_path: Path) -> Iterator[Service]:
    folder = Path(shutil.copytree(offices_folder, tmp_path / "offices"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        yield service


@pytest.fixture
def uc(offices: Service) -> Viewer:
    return offices.viewer("uc")


@pytest.fixture
def lausanne(offices: Service) -> Viewer:
    return offices.viewer("lausanne")


@pytest.fixture
def renens(offices: Service) -> Viewer:
    return offices.viewer("renens")
