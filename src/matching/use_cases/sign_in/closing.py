"""An account is closed: every door to it at once, and what it wrote keeps its author."""

from datetime import datetime

from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.errors import ConflictError
from matching.storage import accounts, api_tokens, credentials, oidc_links, sessions
from matching.use_cases.mandates import end_mandates_in
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace


def deactivate_account(workplace: Workplace, account: str, *, viewer: Viewer, at: datetime) -> None:
    """Close an account at an aware moment: password, links, sessions, tokens and mandates end with it.

    Added again it opens, and has none of them. ForbiddenError unless the viewer manages accounts, ConflictError for
    their own (somebody must be left to open it), NotFoundError without such an account.
    """
    refuse_role_without(viewer, Permission.MANAGE_ACCOUNTS)
    if viewer.account == account:
        raise ConflictError("Personne ne ferme son propre compte ; le demander à qui d'autre gère les comptes.")
    with workplace.acting(viewer, Act.ADMINISTER, at=at, about=account) as connection:
        accounts.hold(connection, account)
        credentials.remove(connection, account)
        oidc_links.remove_all(connection, account)
        api_tokens.remove_all(connection, account)
        sessions.end_all(connection, account)
        end_mandates_in(connection, account, author=viewer.account, at=at)
        accounts.close(connection, account, at=at)
