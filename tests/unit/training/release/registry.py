"""What a registry says ranks, as whoever looks into it sees it."""

from typing import Any

from mlflow import MlflowClient

from matching_training.release.tracking import CHAMPION, NAME


def champion(*, uri: str) -> str | None:
    """The version that the alias names; None where it names none."""
    client: Any = MlflowClient(tracking_uri=uri, registry_uri=uri)
    if CHAMPION not in client.get_registered_model(NAME).aliases:
        return None
    version: str = client.get_model_version_by_alias(NAME, CHAMPION).tags["version"]
    return version
