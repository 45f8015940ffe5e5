"""Settings: read once from the environment, then passed in. Importing this module reads nothing."""

import os
from importlib.resources import files
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from matching.errors import DamagedError

_RATE = r"^[1-9][0-9]{0,8}/(second|minute|hour|day)$"


def default_data_dir() -> Path:
    """Where everything that is written lives unless MATCHING_DATA_DIR says otherwise (XDG base directories)."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "matching"


def shipped(*parts: str) -> Path:
    """A file that ships with the service: in the wheel under `matching/_shipped`, else in the checkout."""
    package = Path(str(files("matching")))
    for root in (package / "_shipped", package.parent.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise DamagedError(f"{'/'.join(parts)} manque à cette installation ; réinstaller matching.")


class Settings(BaseSettings):
    """Everything that can be set, each from the environment variable MATCHING_<NAME>."""

    model_config = SettingsConfigDict(env_prefix="MATCHING_", env_ignore_empty=True, frozen=True, extra="ignore")

    data_dir: Path = Field(default_factory=default_data_dir, description="Folder for the store, snapshots, taxonomies.")
    database_url: str | None = Field(
        default=None, description="SQLAlchemy address; default: SQLite in the data folder."
    )
    encoder: str | None = Field(
        default=None, description="A sentence-transformers name or path, or `full`; default: the shipped encoder."
    )
    user: str | None = Field(default=None, description="The account that asks when --as is not given.")
    master_key: SecretStr | None = Field(
        default=None,
        description="Key of 32 bytes in base64 that seals people's keys; default: a file in the data folder.",
    )
    audit_anchor: Path | None = Field(
        default=None, description="File that each entry of the audit is noted in; default: in the data folder."
    )
    oidc_issuer: str | None = Field(
        default=None, description="Address of the identity provider, as it names itself; default: local accounts only."
    )
    oidc_client_id: str | None = Field(
        default=None, description="The name under which that provider knows the service."
    )
    oidc_client_secret: SecretStr | None = Field(default=None, description="The secret shared with that provider.")
    min_gain: float = Field(
        default=0.5,
        allow_inf_nan=False,
        description="Options whose score stays below are not shown, in hand-set points.",
    )
    exploration: bool = Field(
        default=False, description="Places among nearly equal options are drawn by lot, visibly; for learning."
    )
    exploration_width: float = Field(
        default=0.5, gt=0, allow_inf_nan=False, description="Options this many hand-set points apart are nearly equal."
    )
    exploration_temperature: float = Field(
        default=0.5,
        gt=0,
        allow_inf_nan=False,
        description="How level the lot is, in such points; small: as the scores.",
    )
    exploration_max_cost: float = Field(
        default=0.01,
        ge=0,
        allow_inf_nan=False,
        description="What the lot may cost: expected points per option seen.",
    )
    prices: bool = Field(default=True, description="Prices of scarce places are taken off scores, where there are any.")
    proposals_per_person: int = Field(
        default=10, ge=1, le=50, description="Proposals that the nightly programme plans for one person at most."
    )
    proposals_per_place: float = Field(
        default=15.0,
        ge=1,
        le=100,
        allow_inf_nan=False,
        description="Proposals that the nightly programme plans for one place, as few of them end in a start.",
    )
    price_share: float = Field(
        default=0.5,
        gt=0,
        le=1,
        allow_inf_nan=False,
        description="Share of what one more proposal would bring that is taken off scores.",
    )
    price_days: int = Field(default=3, ge=1, le=14, description="Days for which the prices of a night hold.")
    session_weeks: int = Field(
        default=26, ge=1, le=104, description="Weeks ahead within which the starts of an option with places count."
    )
    wait_per_week: float = Field(
        default=0.02,
        ge=0,
        le=1,
        allow_inf_nan=False,
        description="What a week of waiting for a later start of an option loses there, in hand-set points.",
    )

    max_body_bytes: int = Field(default=1_000_000, ge=1_000, description="Longest body of a request, in bytes.")
    max_upload_bytes: int = Field(default=100_000_000, ge=1_000, description="Longest file to import, in bytes.")
    requests_per_account: str = Field(
        default="300/minute", pattern=_RATE, description="What one account may ask of one process."
    )
    requests_per_address: str = Field(
        default="600/minute", pattern=_RATE, description="What one network address may ask of one process."
    )
    sign_ins_per_address: str = Field(
        default="30/minute", pattern=_RATE, description="How often one network address may try to sign in."
    )
    public_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/?#]+(/[^?#]*)?$",
        description="Address by which browsers reach the service, for the identity provider; default: as asked.",
    )
    tracking_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/?#@]+(/[^?#@]*)?$",
        description="Address of the pages of MLflow, that a model's page leads to; the service itself never asks it.",
    )
    open_metrics: bool = Field(
        default=False, description="Anybody who reaches the service may read /metrics; else an administrator."
    )

    @property
    def anchor_file(self) -> Path:
        """Where entries of the audit are noted outside of the store."""
        return self.audit_anchor or self.data_dir / "audit" / "anchor.log"

    @property
    def store_url(self) -> str:
        """The SQLAlchemy address of the store."""
        return self.database_url or f"sqlite:///{self.data_dir / 'matching.sqlite'}"
