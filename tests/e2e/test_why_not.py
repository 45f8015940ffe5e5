"""Why not: the rules' own verdicts, changes that were run, and a word on what the slate leaves out."""

from datetime import datetime
from pathlib import Path

from matching.bootstrap import Service, open_service
from matching.domain.insurance import DisabilityInsurance
from matching.domain.need import PastMeasure, PastMeasures
from matching.domain.opportunity import Publication, Vacancy
from matching.domain.person import Mobility
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.postings import PostingStatus
from matching.domain.vocabulary.standing import DiStatus
from matching.messages.say import say
from matching.settings import Settings
from matching.storage import opportunities, profiles
from matching.storage.scope import EVERYTHING


def stored(demo: Service, person: str) -> Profile:
    with demo.workplace.database.read(EVERYTHING) as connection:
        return profiles.get(connection, person)


def test_what_was_already_done_is_said_and_not_proposed_again(demo: Service, counsellor: Viewer, at: datetime) -> None:
    amelie = stored(demo, "p01-amelie")
    done = PastMeasure(name="Garde-relais", opportunity="own:vd-garde-relais", completed=True)
    again = amelie.model_copy(update={"past_measures": PastMeasures(items=(*amelie.past_measures.items, done))})
    answer = demo.why_not(again, "own:vd-garde-relais", viewer=counsellor, at=at)
    assert answer.not_shown_because is not None
    assert "suivie" in answer.not_shown_because
    assert answer.rank is None
    slate = demo.recommend(again, viewer=counsellor, at=at, limit=100)
    assert "own:vd-garde-relais" not in {card.opportunity for card in slate.cards}


def test_every_open_option_is_shown_or_says_why_it_is_not(demo: Service, counsellor: Viewer, at: datetime) -> None:
    shown = {card.opportunity for card in demo.recommend("p01-amelie", viewer=counsellor, at=at).cards}
    for id_ in demo.workplace.live(at).snapshot.ids[::4]:
        answer = demo.why_not("p01-amelie", id_, viewer=counsellor, at=at)
        if answer.eligibility.state == "not_eligible":
            assert answer.eligibility.rules
        else:
            assert (answer.not_shown_because is None) == (id_ in shown), id_


def test_early_intervention_needs_something_known_that_links_the_person_to_it(
    demo: Service, counsellor: Viewer, at: datetime
) -> None:
    def early_for(person: str | Profile) -> tuple[bool, str | None]:
        slate = demo.recommend(person, viewer=counsellor, at=at, limit=200)
        answer = demo.why_not(person, "own:di-early", viewer=counsellor, at=at)
        assert answer.eligibility.state == "review"
        return "own:di-early" in {card.opportunity for card in slate.cards}, answer.not_shown_because

    besnik = stored(demo, "p02-besnik")
    told = besnik.insurances
    nothing = {"restrictions": None, "insurances": told.model_copy(update={"disability": None})}
    unlinked = besnik.model_copy(update=nothing)  # nothing is said of his capacity for work, no procedure
    assert early_for(unlinked) == (False, say("fr", "why.hidden.unlinked"))
    half_able = DisabilityInsurance(status=DiStatus.NONE, incapacity_percent=50)
    insurances = told.model_copy(update={"disability": half_able})
    assert early_for(unlinked.model_copy(update={"insurances": insurances})) == (True, None)


def test_no_measure_of_the_disability_insurance_is_proposed_where_nothing_of_health_is_known(
    demo: Service, counsellor: Viewer, at: datetime
) -> None:
    known = stored(demo, "p03-chloe")
    nothing = {"restrictions": None, "insurances": known.insurances.model_copy(update={"disability": None})}
    chloe = known.model_copy(update=nothing)
    slate = demo.recommend(chloe, viewer=counsellor, at=at, limit=200)
    assert not [card.opportunity for card in slate.cards if card.opportunity.startswith("own:di-")]
    answer = demo.why_not(chloe, "own:di-orientation", viewer=counsellor, at=at)
    assert answer.not_shown_because == say("fr", "why.hidden.unlinked")


def test_the_changes_named_are_enough(demo: Service, counsellor: Viewer, at: datetime) -> None:
    """A job just out of reach: the smallest change is the distance itself, and with it nothing is unmet."""
    near = stored(demo, "p11-marion").model_copy(update={"mobility": Mobility(licences=(), radius_km=1)})
    answer = demo.why_not(near, "france_travail:210AUB1", viewer=counsellor, at=at)
    assert answer.eligibility.rules == ("travel",)
    assert len(answer.changes) == 1
    wide = near.model_copy(update={"mobility": Mobility(licences=(), radius_km=6)})
    assert demo.why_not(wide, "france_travail:210AUB1", viewer=counsellor, at=at).eligibility.state == "eligible"


def test_a_law_that_cannot_be_changed_names_no_change(demo: Service, counsellor: Viewer, at: datetime) -> None:
    answer = demo.why_not("p01-amelie", "own:vd-forjad", viewer=counsellor, at=at)
    assert answer.eligibility.state == "not_eligible"
    assert answer.changes == ()


def test_a_file_that_says_nothing_still_gets_vacancies(tmp_path: Path, at: datetime) -> None:
    """More vacancies than a channel keeps, and no channel with anything to say."""
    service = open_service(Settings(data_dir=tmp_path / "data"))
    public = Publication(status=PostingStatus.PUBLISHED_PUBLIC, reporting_obligation=False)
    jobs = [Vacancy(id=f"own:v{n}", title=f"Poste {n}", publication=public) for n in range(350)]
    with service.workplace.database.begin(EVERYTHING) as connection:
        opportunities.upsert(connection, jobs, source="own", at=at)
    answer = service.why_not(Profile(id="z"), "own:v0", viewer=LOCAL_VIEWER, at=at)
    assert answer.of == 300
    slate = service.recommend(Profile(id="z"), viewer=LOCAL_VIEWER, at=at)
    assert slate.considered == 350
    assert slate.empty_because is None or "règles" not in slate.empty_because
    service.close()
