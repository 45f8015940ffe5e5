"""A saved search on each engine: the night finds what came, another unit hears nothing, a removed one is quiet."""

from datetime import timedelta

import pytest
from tests.integration.proposals.conftest import OPTIONS, Office
from tests.integration.proposals.people import COLLEAGUE, ELSEWHERE, LOCAL, OF_THE_ORP, SOCIAL

from matching.domain.opportunity import opportunity_type
from matching.errors import NotFoundError
from matching.storage import opportunities
from matching.storage.scope import EVERYTHING

NEW = OPTIONS[0] | {"id": "own:new", "title": "Atelier bois"}


def comes(office: Office) -> None:
    with office.service.workplace.database.begin(EVERYTHING) as connection:
        options = [opportunity_type.validate_python(option) for option in (*OPTIONS, NEW)]
        opportunities.upsert(connection, options, source="own", at=office.at)


def test_what_came_is_told_to_the_unit_alone(office: Office) -> None:
    service, night = office.service, office.at + timedelta(days=1)
    saved = service.save_search("p-1", words="Un atelier", viewer=SOCIAL, at=office.at)
    gone = service.save_search("p-1", words="Autre chose", viewer=SOCIAL, at=office.at)
    service.remove_search("p-1", gone.id, viewer=COLLEAGUE, at=office.at)
    comes(office)
    assert service.look_for_news(viewer=LOCAL, at=night) == 1
    assert service.look_for_news(viewer=LOCAL, at=night) == 1  # the same once more is written once
    for viewer in (SOCIAL, COLLEAGUE):
        (one,) = service.searches("p-1", viewer=viewer, at=night)
        assert [each.opportunity for each in one.new] == ["own:new"]
        (alert,) = service.search_alerts(viewer=viewer, at=night)
        assert (alert.profile, alert.new, alert.searches) == ("p-1", 1, (saved.id,))
    assert service.search_alerts(viewer=ELSEWHERE, at=night) == ()
    with pytest.raises(NotFoundError):
        service.searches("p-1", viewer=ELSEWHERE, at=night)
    service.look_at_search("p-1", saved.id, viewer=COLLEAGUE, at=night)
    assert service.search_alerts(viewer=SOCIAL, at=night) == ()


def test_whoever_may_use_less_of_the_file_is_told_of_nothing(office: Office) -> None:
    service, at = office.service, office.at
    service.save_search("p-1", words="Un atelier", viewer=SOCIAL, at=at)
    comes(office)
    service.look_for_news(viewer=LOCAL, at=at)
    assert service.search_alerts(viewer=OF_THE_ORP, at=at) == ()
    (told,) = service.searches("p-1", viewer=OF_THE_ORP, at=at)
    assert (told.new, told.words) == ((), None)
