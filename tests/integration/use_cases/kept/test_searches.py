"""A search goes on for a person: the night finds what came since, a posting in its head start is news to nobody."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from matching.bootstrap import Service
from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.person import Availability
from matching.domain.sought import EVERYTHING_SOUGHT, Sought
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.reasons import RejectReason
from matching.errors import ConflictError, ForbiddenError, NotFoundError
from matching.storage import opportunities, profiles
from matching.storage.kept import SEARCH_FINDS, SEARCHES
from matching.storage.scope import EVERYTHING
from matching.use_cases.kept.searches import MOST

DAY = timedelta(days=1)
MEASURES = Sought(kinds=(OpportunityKind.MEASURE,))
VACANCIES = Sought(kinds=(OpportunityKind.VACANCY,))


def option(service: Service, viewer: Viewer, person: str, kind: OpportunityKind, at: datetime) -> AnyOpportunity:
    """What stands first for a person, to be copied."""
    found = service.recommend(person, viewer=viewer, at=at, kinds=(kind,)).cards[0]
    live = service.workplace.live(at)
    row = live.snapshot.row_of(found.opportunity)
    assert row is not None
    return live.snapshot.option(row)


def add(service: Service, *new: AnyOpportunity, at: datetime) -> None:
    with service.workplace.database.begin(EVERYTHING) as connection:
        for each in new:
            opportunities.upsert(connection, [each], source=each.id.partition(":")[0], at=at)


def night(service: Service, at: datetime) -> int:
    return service.look_for_news(viewer=LOCAL_VIEWER, at=at)


def news(service: Service, person: str, viewer: Viewer, at: datetime) -> list[str]:
    return [each.opportunity for one in service.searches(person, viewer=viewer, at=at) for each in one.new]


def counted(service: Service, viewer: Viewer, at: datetime) -> dict[str, int]:
    return {each.profile: each.new for each in service.search_alerts(viewer=viewer, at=at)}


def test_what_came_since_is_told_until_somebody_has_looked(
    service: Service, mandated: Viewer, unmandated: Viewer, at: datetime
) -> None:
    person = "p03-chloe"
    like = option(service, unmandated, person, OpportunityKind.MEASURE, at)
    saved = service.save_search(person, sought=MEASURES, words="Un cours", viewer=mandated, at=at)
    night(service, at)
    assert news(service, person, mandated, at) == []
    add(service, like.model_copy(update={"id": "own:new-course", "title": "Cours tout neuf"}), at=at)
    assert news(service, person, mandated, at) == []  # nobody has looked for any yet
    assert night(service, at + DAY) >= 1
    (one,) = service.searches(person, viewer=mandated, at=at + DAY)
    assert [(each.opportunity, each.title, each.kind) for each in one.new] == [
        ("own:new-course", "Cours tout neuf", OpportunityKind.MEASURE)
    ]
    (alert,) = [each for each in service.search_alerts(viewer=unmandated, at=at + DAY) if each.profile == person]
    assert (alert.new, alert.since, alert.searches) == (1, at, (saved.id,))
    looked = service.look_at_search(person, saved.id, viewer=unmandated, at=at + DAY)
    assert (looked.new, looked.looked_at) == ((), at + DAY)
    night(service, at + 2 * DAY)
    assert person not in counted(service, mandated, at + 2 * DAY)


def test_a_search_of_another_kind_or_with_conditions_to_be_met_leaves_it_out(
    service: Service, unmandated: Viewer, at: datetime
) -> None:
    person = "p06-francois"
    cards = service.recommend(person, viewer=unmandated, at=at, limit=50).cards
    to_check = next(card for card in cards if card.eligibility.state == "review")
    others_kinds = tuple(set(OpportunityKind) - {to_check.kind})
    others = service.save_search(person, sought=Sought(kinds=others_kinds), viewer=unmandated, at=at)
    met = service.save_search(person, sought=Sought(certain=True), viewer=unmandated, at=at)
    every = service.save_search(person, viewer=unmandated, at=at)
    live = service.workplace.live(at)
    row = live.snapshot.row_of(to_check.opportunity)
    assert row is not None
    add(service, live.snapshot.option(row).model_copy(update={"id": "own:to-check"}), at=at)
    night(service, at)
    found = {one.id: [each.state for each in one.new] for one in service.searches(person, viewer=unmandated, at=at)}
    assert found == {others.id: [], met.id: [], every.id: ["review"]}
    (alert,) = [each for each in service.search_alerts(viewer=unmandated, at=at) if each.profile == person]
    assert (alert.new, alert.searches) == (1, (every.id,))


def in_head_start(like: AnyOpportunity, id_: str, until: datetime) -> AnyOpportunity:
    assert isinstance(like, Vacancy)
    restricted = {"reporting_obligation": True, "reporting_obligation_end": until.date()}
    publication = type(like.publication).model_validate(like.publication.model_dump() | restricted)
    return like.model_copy(update={"id": id_, "publication": publication})


def test_a_posting_in_its_head_start_is_news_to_nobody_until_it_is_open_to_all(
    service: Service, mandated: Viewer, unmandated: Viewer, at: datetime
) -> None:
    person = "p01-amelie"
    like = option(service, unmandated, person, OpportunityKind.VACANCY, at)
    saved = service.save_search(person, sought=VACANCIES, viewer=mandated, at=at)
    add(service, in_head_start(like, "job_room:secret", at + 2 * DAY), at=at)
    assert "job_room:secret" in {
        card.opportunity for card in service.recommend(person, viewer=mandated, at=at, limit=50).cards
    }
    night(service, at)
    for viewer in (mandated, unmandated):
        assert news(service, person, viewer, at) == []
        assert person not in counted(service, viewer, at)
    service.look_at_search(person, saved.id, viewer=mandated, at=at)
    assert b"secret" not in known_of(service, saved.id)  # who looked with a mandate leaves no trace of what they saw
    night(service, at + 3 * DAY)
    for viewer in (mandated, unmandated):
        assert news(service, person, viewer, at + 3 * DAY) == ["job_room:secret"]


def known_of(service: Service, search: str) -> bytes:
    with service.workplace.database.read(EVERYTHING) as connection:
        return SEARCHES.get(connection, search).word.model_dump_json().encode()


def test_news_are_told_by_the_rules_and_the_refusals_of_today(
    service: Service, unmandated: Viewer, at: datetime
) -> None:
    person = "p07-gabriela"
    like = option(service, unmandated, person, OpportunityKind.VACANCY, at)
    service.save_search(person, sought=VACANCIES, viewer=unmandated, at=at)
    add(service, *(like.model_copy(update={"id": id_}) for id_ in ("own:job-1", "own:job-2")), at=at)
    night(service, at)
    assert sorted(news(service, person, unmandated, at)) == ["own:job-1", "own:job-2"]
    service.refuse_option(person, "own:job-1", reason=RejectReason.TOO_FAR, viewer=unmandated, at=at)
    assert news(service, person, unmandated, at) == ["own:job-2"]
    with service.workplace.database.begin(EVERYTHING) as connection:
        source = {each.id for each in opportunities.all_current(connection)} - {"own:job-2"}
        opportunities.withdraw_missing(connection, source="own", ids=source, at=at)
    assert news(service, person, unmandated, at) == []
    assert person not in counted(service, unmandated, at)


def test_who_may_use_less_of_the_file_is_told_of_none(
    service: Service, mandated: Viewer, unmandated: Viewer, from_orp: Viewer, at: datetime
) -> None:
    person = next(
        each.profile
        for each in service.people(viewer=mandated, at=at)
        if service.show_profile(each.profile, viewer=from_orp, at=at).profile.withheld
        and not set(service.show_profile(each.profile, viewer=from_orp, at=at).profile.withheld)
        <= set(service.show_profile(each.profile, viewer=unmandated, at=at).profile.withheld)
        and each.profile not in {"p01-amelie", "p03-chloe", "p06-francois", "p07-gabriela", "p05-esma"}
    )
    like = option(service, unmandated, person, OpportunityKind.MEASURE, at)
    service.save_search(person, words="Dettes d'abord", viewer=unmandated, at=at)
    add(service, like.model_copy(update={"id": "own:for-one"}), at=at)
    night(service, at)
    assert counted(service, unmandated, at)[person] == 1
    assert person not in counted(service, from_orp, at)
    (told,) = service.searches(person, viewer=from_orp, at=at)
    assert (told.new, told.words) == ((), None)


def test_the_same_search_is_one_and_there_are_ten_at_most(service: Service, unmandated: Viewer, at: datetime) -> None:
    person = "p04-daniel"
    one = service.save_search(person, sought=MEASURES, viewer=unmandated, at=at)
    assert service.save_search(person, sought=MEASURES, viewer=unmandated, at=at).id == one.id
    backwards = Sought(kinds=tuple(reversed(OpportunityKind)))
    everything = service.save_search(person, sought=backwards, viewer=unmandated, at=at)
    assert everything.sought == EVERYTHING_SOUGHT
    assert service.save_search(person, viewer=unmandated, at=at).id == everything.id
    for number in range(MOST - 2):
        service.save_search(person, words=f"Recherche {number}", viewer=unmandated, at=at)
    with pytest.raises(ConflictError, match="en retirer une"):
        service.save_search(person, words="Une de trop", viewer=unmandated, at=at)
    service.remove_search(person, one.id, viewer=unmandated, at=at)
    assert len(service.searches(person, viewer=unmandated, at=at)) == MOST - 1
    for act in (service.remove_search, service.look_at_search):
        with pytest.raises(NotFoundError, match="n'est pas enregistrée"):
            act(person, one.id, viewer=unmandated, at=at)


def test_who_may_not(service: Service, mandated: Viewer, at: datetime) -> None:
    elsewhere = mandated.model_copy(update={"units": ("ne-elsewhere",)})
    saved = service.save_search("p02-besnik", viewer=mandated, at=at)
    told: dict[str, Any] = {"viewer": elsewhere, "at": at}
    for refused in (
        lambda: service.save_search("p02-besnik", **told),
        lambda: service.look_at_search("p02-besnik", saved.id, **told),
        lambda: service.remove_search("p02-besnik", saved.id, **told),
        lambda: service.searches("p02-besnik", **told),
    ):
        with pytest.raises(NotFoundError):
            refused()
    assert service.search_alerts(**told) == ()
    with pytest.raises(NotFoundError):
        service.look_at_search("p03-chloe", saved.id, viewer=mandated, at=at)
    with pytest.raises(ForbiddenError, match="keep_options"):
        service.save_search("p02-besnik", viewer=LOCAL_VIEWER, at=at)
    with pytest.raises(ForbiddenError, match="allocate"):
        service.look_for_news(viewer=mandated, at=at)


def test_the_audit_tells_and_erasing_takes_it_away(service: Service, unmandated: Viewer, at: datetime) -> None:
    person, later = "p05-esma", at + timedelta(hours=1)
    service.save_search(person, viewer=unmandated, at=at)
    with service.workplace.database.begin(EVERYTHING) as connection:
        able = profiles.get(connection, person).model_copy(update={"availability": Availability(percent=100)})
        profiles.upsert(connection, [able], at=at)
    like = option(service, unmandated, person, OpportunityKind.VACANCY, at)
    add(service, like.model_copy(update={"id": "own:for-esma"}), at=at)
    night(service, at)
    assert counted(service, unmandated, at)[person] == 1
    service.erase(person, viewer=unmandated, at=later)
    night(service, later)
    assert person not in counted(service, unmandated, later)
    with service.workplace.database.read(EVERYTHING) as connection:
        subjects = {entry.subject for ledger in (SEARCHES, SEARCH_FINDS) for entry in ledger.current(connection)}
    assert person not in subjects
