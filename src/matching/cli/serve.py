"""`matching serve`: the HTTP service, on this machine unless sign-in is set up."""

import ipaddress
from contextlib import closing
from typing import Annotated, Any

import typer

from matching.cli.session import read_settings
from matching.errors import InvalidInputError
from matching.settings import Settings

_OWN_NAMES = frozenset({"localhost", "ip6-localhost"})


def serve(
    host: Annotated[str, typer.Option("--host", help="Adresse où écouter.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port où écouter ; 0 : un libre.")] = 8000,
    workers: Annotated[
        int, typer.Option("--workers", min=1, max=64, help="Processus qui répondent, chacun avec son index.")
    ] = 1,
) -> None:
    """Répondre par HTTP, jusqu'à interruption. Documentation de l'API : /openapi.json."""
    settings = read_settings()
    if not _stays_here(host) and not sign_in_is_set_up(settings):
        raise InvalidInputError(
            f"Sans connexion des comptes configurée, le service n'écoute que sur cette machine, pas sur {host} : "
            "laisser --host 127.0.0.1, ou donner un mot de passe à un compte (`matching users`) ou indiquer "
            "MATCHING_OIDC_ISSUER."
        )
    import uvicorn  # half a second that no other command needs

    uvicorn.run(
        "matching.app:app_of_environment",
        factory=True,
        workers=workers,
        host=host,
        port=port,
        server_header=False,
        access_log=False,  # the app writes a line for each request, without what is in its address
        log_config=_log_config(),
    )


def sign_in_is_set_up(settings: Settings) -> bool:
    """Whether accounts can sign in: some has a password, or there is an identity provider."""
    from matching.bootstrap import open_service  # --help need not load the search libraries

    with closing(open_service(settings)) as service:
        return service.sign_in_is_set_up()


def _stays_here(host: str) -> bool:
    if host.casefold() in _OWN_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _log_config() -> dict[str, Any]:
    """What the server itself has to say, in lines of JSON on stderr like the rest; of a fault its type and place."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "matching.api.request_log.ServerLines"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stderr"}},
        "loggers": {"uvicorn": {"handlers": ["stderr"], "level": "INFO", "propagate": False}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
    }
