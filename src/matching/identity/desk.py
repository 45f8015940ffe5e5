"""What signing in works with: how passwords are hashed, how long sessions live, and the identity provider, if any."""

from dataclasses import dataclass, field

from matching.errors import InvalidInputError
from matching.identity.lifetimes import Lifetimes
from matching.identity.oidc import OidcProvider
from matching.identity.passwords import Passwords
from matching.settings import Settings


@dataclass(frozen=True)
class Desk:
    """The front desk of a service."""

    passwords: Passwords = field(default_factory=Passwords)
    lifetimes: Lifetimes = field(default_factory=Lifetimes)
    provider: OidcProvider | None = None


def open_desk(settings: Settings) -> Desk:
    """The desk of the settings; InvalidInputError when those of the identity provider are incomplete."""
    if settings.oidc_issuer is None:
        return Desk()
    if settings.oidc_client_id is None:
        raise InvalidInputError("MATCHING_OIDC_ISSUER est indiqué sans MATCHING_OIDC_CLIENT_ID ; indiquer les deux.")
    provider = OidcProvider(settings.oidc_issuer, settings.oidc_client_id, settings.oidc_client_secret)
    return Desk(provider=provider)
