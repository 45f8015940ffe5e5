"""The night's look at every search that goes on: what it lists now and did not know when somebody last looked."""

from datetime import datetime

from matching.domain.permission import Permission
from matching.domain.search import SavedSearch, SearchFind
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.storage.kept import SEARCH_FINDS, SEARCHES
from matching.storage.ledger import Entry
from matching.storage.scope import as_the_house
from matching.use_cases.kept.listing import listed
from matching.use_cases.kept.news import finds_of, going_on
from matching.use_cases.nightly.everyone import of_their_unit
from matching.use_cases.person_file import PersonFile, read_files_of
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.units import all_units
from matching.use_cases.workplace import Workplace

_ABOUT = "searches"


def look_for_news(workplace: Workplace, *, viewer: Viewer, at: datetime) -> int:
    """Look at all of them at an aware moment, as the units of the files may; how many know of news is returned.

    Postings in their head start are in nobody's. Who wants a ranking is passed over while nothing can rank. What was
    looked at, removed or erased meanwhile is left as it is. ForbiddenError for whoever may not run the night.
    """
    refuse_role_without(viewer, Permission.ALLOCATE)
    with workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about=_ABOUT) as connection, as_the_house(connection):
        searches = going_on(SEARCHES.current(connection))
        files = read_files_of(connection, dict.fromkeys(each.person or "" for each in searches))
        before = finds_of(SEARCH_FINDS.current(connection))
        institutions = {unit.id: unit.institution for unit in all_units(connection)}
    brought = 0
    for each in searches:
        file = files.get(each.person or "")
        if file is None or (file.ranked and not workplace.can_rank):
            continue
        find = _looked_for(workplace, each, file, of_their_unit(file, institutions), at)
        brought += bool(find.options)
        known = before.get(each.id)
        if find.options != (known.options if known else ()) or (known and find.withheld != known.withheld):
            _keep(workplace, each, find, viewer=viewer, at=at)
    return brought


def _looked_for(
    workplace: Workplace, entry: Entry[SavedSearch], file: PersonFile, seer: Viewer, at: datetime
) -> SearchFind:
    search, live = entry.word, workplace.live(at)
    now = listed(workplace, live, file, seer, sought=search.sought, at=at)
    known = frozenset(search.known)
    new = tuple(option for option in now.first if option not in known)
    return SearchFind(search=entry.id, at=at, options=new, withheld=now.withheld)


def _keep(workplace: Workplace, entry: Entry[SavedSearch], find: SearchFind, *, viewer: Viewer, at: datetime) -> None:
    """Write down what was found, unless the search has changed since it was read."""
    with workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about=_ABOUT) as connection, as_the_house(connection):
        now = SEARCHES.find(connection, entry.id)
        if now is None or now.version != entry.version:
            return
        id_ = f"{_ABOUT}:{entry.id}"
        begun = Entry(id_, 0, entry.subject, entry.unit, viewer.account, at, find, entry.person)
        before = SEARCH_FINDS.find(connection, id_) or begun
        SEARCH_FINDS.revise(connection, before, find, author=viewer.account, at=at)
