"""Searches that go on for a person: saved, looked at, removed; what came since is told without any mail."""

from collections.abc import Iterable
from datetime import datetime

from matching.contracts.reasons import word_from
from matching.domain.permission import Permission
from matching.domain.search import SavedSearch
from matching.domain.sought import EVERYTHING_SOUGHT, Sought
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.errors import ConflictError, NotFoundError
from matching.storage.kept import SEARCH_FINDS, SEARCHES
from matching.storage.ledger import Entry
from matching.use_cases.kept.fresh import news_of
from matching.use_cases.kept.listing import KNOWN, Listed, listed, seer_of
from matching.use_cases.kept.news import going_on, list_searches
from matching.use_cases.kept.searched import Searched
from matching.use_cases.person_file import hold_file, read_file
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace

MOST = 10
"""So many searches go on for one person at once: a house figure."""


def save_search(
    workplace: Workplace,
    profile: str,
    *,
    viewer: Viewer,
    at: datetime,
    sought: Sought = EVERYTHING_SOUGHT,
    words: str | None = None,
) -> Searched:
    """Go on looking for options for a person from an aware moment on; the same search twice is one.

    NotFoundError when the file does not exist for this viewer, ConflictError beyond ten searches, ForbiddenError for
    other roles.
    """
    refuse_role_without(viewer, Permission.KEEP_OPTIONS)
    wanted = sought.model_copy(update={"kinds": tuple(kind for kind in OpportunityKind if kind in sought.kinds)})
    now = _listed_now(workplace, profile, wanted, viewer=viewer, at=at)
    with workplace.acting(viewer, Act.KEEP, at=at) as connection:
        hold_file(connection, profile)
        alive = going_on(SEARCHES.current(connection, subjects=[profile]))
        same = [each for each in alive if (each.word.sought, each.word.words) == (wanted, words)]
        if not same and len(alive) >= MOST:
            raise ConflictError(
                "{most} recherches sont déjà enregistrées pour ce dossier ; en retirer une d'abord.", most=MOST
            )
        by = {"saved_by": viewer.account, "at": at, "looked_by": viewer.account, "looked_at": at}
        said = {"profile": profile, "sought": wanted, "words": words, "known": now.options}
        id_ = (
            same[0].id
            if same
            else SEARCHES.add(
                connection,
                word_from(SavedSearch, "Recherche non enregistrée", {**said, **by}),
                subject=profile,
                author=viewer.account,
                at=at,
            ).id
        )
    return _as_it_stands(workplace, profile, id_, viewer=viewer, at=at)


def look_at_search(workplace: Workplace, profile: str, search: str, *, viewer: Viewer, at: datetime) -> Searched:
    """Note that somebody has looked: what is listed now and what the night had found is known from here on.

    NotFoundError, in the same words, for a search that there is not here.
    """
    refuse_role_without(viewer, Permission.KEEP_OPTIONS)
    with workplace.reading(viewer) as connection:
        read_file(connection, profile)
        word = _one(SEARCHES.current(connection, subjects=[profile]), search).word
    now = _listed_now(workplace, profile, word.sought, viewer=viewer, at=at)
    with workplace.acting(viewer, Act.KEEP, at=at) as connection:
        hold_file(connection, profile)
        entry = _one(SEARCHES.current(connection, subjects=[profile]), search)
        find = next(
            (each.word for each in SEARCH_FINDS.current(connection, subjects=[profile]) if each.word.search == search),
            None,
        )
        known = tuple(dict.fromkeys((*news_of(entry.word, find), *now.options, *entry.word.known)))[:KNOWN]
        looked = {"known": known, "looked_by": viewer.account, "looked_at": at}
        SEARCHES.revise(connection, entry, entry.word.model_copy(update=looked), author=viewer.account, at=at)
    return _as_it_stands(workplace, profile, search, viewer=viewer, at=at)


def remove_search(workplace: Workplace, profile: str, search: str, *, viewer: Viewer, at: datetime) -> None:
    """Go on looking no longer; errors as in `look_at_search`."""
    refuse_role_without(viewer, Permission.KEEP_OPTIONS)
    with workplace.acting(viewer, Act.KEEP, at=at) as connection:
        hold_file(connection, profile)
        entry = _one(SEARCHES.current(connection, subjects=[profile]), search)
        removed = entry.word.model_copy(update={"removed_at": at, "known": ()})
        SEARCHES.revise(connection, entry, removed, author=viewer.account, at=at)


def _listed_now(
    workplace: Workplace,
    profile: str,
    sought: Sought,
    *,
    viewer: Viewer,
    at: datetime,
) -> Listed:
    """What a search lists at that moment; nothing is held meanwhile."""
    with workplace.reading(viewer) as connection:
        file = read_file(connection, profile)
        seer = seer_of(connection, file)
    return listed(workplace, workplace.live(at), file, seer, sought=sought, at=at)


def _one(entries: Iterable[Entry[SavedSearch]], search: str) -> Entry[SavedSearch]:
    found = next((each for each in going_on(entries) if each.id == search), None)
    if found is None:
        raise NotFoundError(
            "La recherche {search} n'est pas enregistrée pour ce dossier ; relire leur liste.", search=search
        )
    return found


def _as_it_stands(workplace: Workplace, profile: str, search: str, *, viewer: Viewer, at: datetime) -> Searched:
    stands = list_searches(workplace, profile, viewer=viewer, at=at)
    return next(each for each in stands if each.id == search)
