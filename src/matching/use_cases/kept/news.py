"""What came since saved searches were last looked at: for one person, and for a whole caseload at once."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from matching.domain.permission import Permission
from matching.domain.search import SavedSearch, SearchFind
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.storage.kept import SEARCH_FINDS, SEARCHES
from matching.storage.ledger import Entry
from matching.use_cases.kept.fresh import Fresh, news_of
from matching.use_cases.kept.searched import SearchAlert, Searched
from matching.use_cases.person_file import PersonFile, read_file, read_files_of
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace


def list_searches(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> tuple[Searched, ...]:
    """The searches that go on for a person, as they were saved, each with what came since somebody looked.

    NotFoundError when the file does not exist for this viewer.
    """
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        file = read_file(connection, profile)
        searches, finds = searches_of(connection, profile)
    return told_searches(workplace, file, searches, finds, viewer=viewer, at=at)


def searches_of(connection: Connection, profile: str) -> tuple[list[Entry[SavedSearch]], dict[str, SearchFind]]:
    """The searches that go on for a person, and by search what the last night found."""
    searches = going_on(SEARCHES.current(connection, subjects=[profile]))
    return searches, finds_of(SEARCH_FINDS.current(connection, subjects=[profile])) if searches else {}


def told_searches(
    workplace: Workplace,
    file: PersonFile,
    searches: list[Entry[SavedSearch]],
    finds: dict[str, SearchFind],
    *,
    viewer: Viewer,
    at: datetime,
) -> tuple[Searched, ...]:
    """Searches as `list_searches` tells them."""
    if not searches:
        return ()
    fresh = Fresh(workplace, workplace.live(at), _all_news(searches, finds), viewer=viewer, at=at)
    return tuple(_searched(each, finds.get(each.id), file, fresh, viewer) for each in searches)


def search_alerts(workplace: Workplace, *, viewer: Viewer, at: datetime) -> tuple[SearchAlert, ...]:
    """For whom of the viewer's files options came since somebody looked, by their ids; one look at all of them.

    ForbiddenError for whoever may not read files.
    """
    refuse_role_without(viewer, Permission.READ_PROFILES)
    with workplace.acting(viewer, Act.LIST_FILES, at=at, about="searches") as connection:
        finds = finds_of(SEARCH_FINDS.current(connection))
        searches = [each for each in _with_a_find(connection, finds) if news_of(each.word, finds.get(each.id))]
        files = read_files_of(connection, dict.fromkeys(each.person or "" for each in searches))
    if not searches:
        return ()
    fresh = Fresh(workplace, workplace.live(at), _all_news(searches, finds), viewer=viewer, at=at)
    about: dict[str, list[Entry[SavedSearch]]] = {}
    for each in searches:
        about.setdefault(each.person or "", []).append(each)
    told = (_alert(files[number], own, finds, fresh) for number, own in about.items() if number in files)
    return tuple(sorted((each for each in told if each is not None), key=lambda each: each.profile))


def going_on(entries: Iterable[Entry[SavedSearch]]) -> list[Entry[SavedSearch]]:
    """Those that nobody has removed."""
    return [each for each in entries if each.word.removed_at is None]


def finds_of(entries: Iterable[Entry[SearchFind]]) -> dict[str, SearchFind]:
    """What the last night found, by search."""
    return {each.word.search: each.word for each in entries}


def _with_a_find(connection: Connection, finds: dict[str, SearchFind]) -> list[Entry[SavedSearch]]:
    return going_on(SEARCHES.current(connection)) if any(find.options for find in finds.values()) else []


def _all_news(searches: Iterable[Entry[SavedSearch]], finds: dict[str, SearchFind]) -> set[str]:
    return {option for each in searches for option in news_of(each.word, finds.get(each.id))}


def _alert(
    file: PersonFile, own: Iterable[Entry[SavedSearch]], finds: dict[str, SearchFind], fresh: Fresh
) -> SearchAlert | None:
    found = [(each, {row for row, _ in fresh.of(file, each.word, finds.get(each.id))}) for each in own]
    brought = [(each, rows) for each, rows in found if rows]
    if not brought:
        return None
    return SearchAlert(
        profile=file.profile.id,
        searches=tuple(each.id for each, _ in brought),
        new=len(set.union(*(rows for _, rows in brought))),
        since=min(each.word.looked_at for each, _ in brought),
    )


def _searched(
    entry: Entry[SavedSearch], find: SearchFind | None, file: PersonFile, fresh: Fresh, viewer: Viewer
) -> Searched:
    """The search with its news; another's words are left out where something is withheld."""
    word = entry.word
    may_read = word.saved_by == viewer.account or not fresh.withholds(file)
    return Searched(
        id=entry.id,
        profile=word.profile,
        sought=word.sought,
        words=word.words if may_read else None,
        saved_by=word.saved_by,
        at=word.at,
        looked_at=word.looked_at,
        new=fresh.told(file, word, find),
    )
