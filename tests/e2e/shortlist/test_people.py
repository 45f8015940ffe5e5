"""Who stands on a shortlist: the filter's own answer, one's own units, registered people, and no score at all."""

import json
import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.bootstrap import Service
from matching.domain.insurance import PesRegistration
from matching.domain.profile import Profile
from matching.domain.shortlist import Candidate, Shortlist
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import Band
from matching.domain.vocabulary.situation import Country
from matching.errors import NotFoundError
from matching.storage import profiles
from matching.use_cases.person_file import PersonFile
from matching.use_cases.shortlist.people import Bench, Fitted, in_order

BAKERY = "job_room:lau-vente-boulangerie"
SEWING = "own:ne-isp-couture"
SALES = "own:vd-mip-vente"
FULL = "own:vd-mip-atelier-velo"
OPTIONS = (BAKERY, SEWING, SALES, FULL, "own:ac-stage-pro", "own:fr54-aci-jardins", "job_room:lau-vente-textile")


def people_of(demo: Service, viewer: Viewer) -> list[Profile]:
    with demo.workplace.reading(viewer) as connection:
        return list(profiles.all_visible(connection))


def named(shown: Shortlist) -> set[str]:
    return {candidate.profile for candidate in shown.candidates}


def test_a_restricted_posting_brings_registered_people_with_reasons(
    demo: Service, counsellor: Viewer, at: datetime
) -> None:
    shown = demo.shortlist(BAKERY, viewer=counsellor, at=at)
    assert "p01-amelie" in named(shown)
    registered = {
        person.id
        for person in people_of(demo, counsellor)
        if person.pes_registration
        and person.pes_registration.country is Country.CH
        and person.pes_registration.holds_on(at.date())
    }
    assert named(shown) <= registered
    amelie = next(candidate for candidate in shown.candidates if candidate.profile == "p01-amelie")
    assert "Même métier que déjà exercé." in amelie.reasons
    assert amelie.met
    assert shown.none_because is None
    assert shown.fallen_out == ()


def test_a_place_in_neuchatel_says_what_is_demanded_beside_what_is_known(demo: Service, at: datetime) -> None:
    shown = demo.shortlist(SEWING, viewer=demo.viewer("demo-ssr"), at=at)
    assert named(shown) == {"p05-esma", "p06-francois"}
    assert shown.answer is None
    assert shown.places == "places libres : 2, état au 13.11.2026"
    beside = {
        candidate.profile: {line.code: (line.demanded, line.known) for line in candidate.demands}
        for candidate in shown.candidates
    }
    assert beside["p06-francois"]["pace"] == ("rien d'indiqué", "60 %")
    assert beside["p05-esma"]["pace"] == ("rien d'indiqué", "non connu")
    assert beside["p05-esma"]["availability"] == ("au moins 40 %", "50 %")
    assert beside["p05-esma"]["languages"] == ("français A1", "français : A2")


def test_free_seats_of_a_measure_and_seats_nobody_knows(demo: Service, counsellor: Viewer, at: datetime) -> None:
    seats = demo.shortlist(SALES, viewer=counsellor, at=at)
    by_start = "2 le 11.01.2027, 6 le 08.02.2027"
    assert seats.places == f"places libres par départ : {by_start}, état au 13.11.2026"
    assert "p01-amelie" in named(seats)
    assert demo.shortlist("own:ac-stage-pro", viewer=counsellor, at=at).places == "non connu, à demander"


def test_when_nobody_fits_none_is_said_with_what_rules_out_how_many(
    demo: Service, counsellor: Viewer, at: datetime
) -> None:
    shown = demo.shortlist(FULL, viewer=counsellor, at=at)
    assert shown.candidates == ()
    assert shown.none_because
    counts = {fallen.rule: fallen.people for fallen in shown.fallen_out}
    assert counts["capacity"] == shown.considered == len(people_of(demo, counsellor))
    assert list(counts.values()) == sorted(counts.values(), reverse=True)


@pytest.mark.parametrize("opportunity", OPTIONS)
def test_it_says_for_each_person_what_why_not_says(
    demo: Service, counsellor: Viewer, at: datetime, opportunity: str
) -> None:
    """The same tests as the filter's: an open option is a place on the shortlist, with the same verdicts."""
    shown = {
        candidate.profile: candidate for candidate in demo.shortlist(opportunity, viewer=counsellor, at=at).candidates
    }
    for person in people_of(demo, counsellor):
        try:
            answer = demo.why_not(person.id, opportunity, viewer=counsellor, at=at)
        except NotFoundError:
            assert person.id not in shown
            continue
        assert (person.id in shown) == (answer.eligibility.state != "not_eligible"), person.id
        if person.id in shown:
            candidate = shown[person.id]
            said = {(v.rule, v.truth, v.sentence) for v in answer.verdicts}
            assert {(v.rule, v.truth, v.sentence) for v in (*candidate.met, *candidate.open)} == said
            assert all(v.question and v.asks for v in candidate.open)


def test_neither_score_nor_rank_is_anywhere(demo: Service, counsellor: Viewer, at: datetime) -> None:
    keys: set[str] = set()

    def walk(part: object) -> None:
        if isinstance(part, dict):
            keys.update(part)
            for value in part.values():
                walk(value)
        elif isinstance(part, list):
            for value in part:
                walk(value)

    for opportunity in OPTIONS:
        walk(json.loads(demo.shortlist(opportunity, viewer=counsellor, at=at).model_dump_json()))
    assert keys & {"score", "rank", "points", "band", "interval", "contributions", "value"} == set()


@given(counts=st.lists(st.tuples(st.sampled_from(Band), st.integers(0, 3), st.integers(0, 3)), max_size=8))
def test_the_order_is_that_of_fit_questions_and_conditions_then_a_lot(counts: list[tuple[Band, int, int]]) -> None:
    verdict = {"rule": "r", "truth": "met", "sentence": "s"}
    crowd = [
        Fitted(
            Candidate.model_validate(
                {
                    "profile": f"p{n}",
                    "met": [verdict] * met,
                    "open": [verdict | {"truth": "unknown"}] * asked,
                    "demands": [],
                }
            ),
            band,
        )
        for n, (band, met, asked) in enumerate(counts)
    ]
    bands = {each.candidate.profile: list(Band).index(each.band or Band.UNCLEAR) for each in crowd}
    shown = in_order(crowd, "own:a")
    keys = [(bands[one.profile], len(one.open), -len(one.met)) for one in shown]
    assert keys == sorted(keys)
    assert in_order(reversed(crowd), "own:a") == shown
    near = {Band.STRONG, Band.MEDIUM}
    fits = {each.candidate.profile: "close" if each.band in near else "far" for each in crowd}
    assert [one.group for one in shown] == [fits[one.profile] for one in shown]
    assert [one.group for one in shown] == sorted(one.group or "" for one in shown)


def test_the_lot_differs_from_option_to_option() -> None:
    crowd = [Fitted(Candidate(profile=f"p{n:02}", met=(), open=(), demands=()), Band.WEAK) for n in range(20)]
    orders = {tuple(one.profile for one in in_order(crowd, f"own:{n}")) for n in range(5)}
    assert len(orders) == 5


def test_whoever_the_work_fits_comes_first(demo: Service, counsellor: Viewer, at: datetime) -> None:
    """A seller before an engineer for a bakery, whatever is still to be asked of either."""
    shown = [
        one.profile for one in demo.shortlist("job_room:lau-vente-boulangerie", viewer=counsellor, at=at).candidates
    ]
    assert shown[0] == "p01-amelie"


UNITS = ("vd-uc-lausanne", "vd-orp-lausanne", "vd-csr-payerne", "ne-ssr-neuchatel", "fr54-dept", "nowhere")


@settings(max_examples=40, deadline=None)
@given(units=st.sets(st.sampled_from(UNITS)), opportunity=st.sampled_from(OPTIONS))
def test_nobody_of_a_foreign_unit_ever_appears(units: set[str], opportunity: str) -> None:
    demo, counsellor, at = _DEMO["demo"], _DEMO["counsellor"], _DEMO["at"]
    viewer = counsellor.model_copy(update={"units": tuple(units)})
    shown = demo.shortlist(opportunity, viewer=viewer, at=at)
    own = {person.id for person in people_of(demo, viewer)}
    assert named(shown) <= own
    assert {candidate.unit for candidate in shown.candidates} <= units
    assert shown.considered == len(own)
    assert all(fallen.people <= len(own) for fallen in shown.fallen_out)
    foreign = {person.id for person in people_of(demo, counsellor)} - own
    assert not any(id_ in shown.model_dump_json() for id_ in foreign)


days = st.dates(date(2026, 11, 10), date(2026, 11, 26))
registrations = st.none() | st.builds(
    PesRegistration,
    registered=st.booleans(),
    country=st.sampled_from(Country),
    valid_from=st.none() | days,
    valid_to=st.none() | days,
)


@settings(max_examples=200, deadline=None)
@given(registration=registrations)
def test_for_a_restricted_posting_only_who_is_registered_that_day(registration: PesRegistration | None) -> None:
    demo, counsellor, at = _DEMO["demo"], _DEMO["counsellor"], _DEMO["at"]
    live = demo.workplace.live(at)
    row = live.snapshot.row_of(BAKERY)
    option = live.snapshot.option(row)
    bench = Bench.of(demo.workplace, live, row, option, viewer=counsellor, at=at, lang="fr")
    whole = next(person for person in people_of(demo, counsellor) if person.id == "p01-amelie")
    file = PersonFile(whole.model_copy(update={"pes_registration": registration}), stored=True)
    ruled_out = bench.look(file).ruled_out
    today = at.date()
    may = (
        registration is not None
        and registration.registered
        and registration.country is Country.CH
        and (registration.valid_from or today) <= today <= (registration.valid_to or today)
    )
    assert [one.rule for one in ruled_out] == ([] if may else ["pes_registration"])


_DEMO: dict[str, Any] = {}


@pytest.fixture(autouse=True)
def _shared(demo: Service, counsellor: Viewer, at: datetime) -> None:
    """Hypothesis draws many examples for one fixture: the demo is read, never written."""
    _DEMO.update(demo=demo, counsellor=counsellor, at=at)


@pytest.mark.parametrize("account", ["demo-csr", "demo-ssr", "demo-fr", None])
def test_whoever_has_no_right_gets_the_answer_for_an_unknown_option(
    demo: Service, at: datetime, account: str | None
) -> None:
    sentences = set()
    for id_ in (BAKERY, "job_room:bus-quai", "job_room:does-not-exist"):
        with pytest.raises(NotFoundError) as refusal:
            demo.shortlist(id_, viewer=demo.viewer(account), at=at)
        sentences.add(re.sub(re.escape(id_), "ID", str(refusal.value)))
    with pytest.raises(NotFoundError) as refusal:
        demo.why_not("p12-thierry", "nothing", viewer=LOCAL_VIEWER, at=at)
    sentences.add(str(refusal.value).replace("nothing", "ID"))
    assert len(sentences) == 1
    assert demo.postings_due(viewer=demo.viewer(account), at=at) == []


def test_a_mandate_that_lapses_closes_posting_answer_and_deadlines_at_once(
    demo: Service, counsellor: Viewer, at: datetime
) -> None:
    lapsed = counsellor.model_copy(
        update={"mandates": tuple(m.model_copy(update={"valid_to": at}) for m in counsellor.mandates)}
    )
    before = at - timedelta(seconds=1)
    assert demo.shortlist(BAKERY, viewer=lapsed, at=before).answer is not None
    assert demo.postings_due(viewer=lapsed, at=before)
    with pytest.raises(NotFoundError):
        demo.shortlist(BAKERY, viewer=lapsed, at=at)
    assert demo.postings_due(viewer=lapsed, at=at) == []


def test_after_the_head_start_the_posting_is_there_for_all_and_its_answer_for_the_service_alone(
    demo: Service, counsellor: Viewer, at: datetime
) -> None:
    opened = "job_room:lau-service-clients"
    with_mandate = demo.shortlist(opened, viewer=counsellor, at=at)
    assert with_mandate.answer is not None
    assert [unit.unit for unit in with_mandate.answer.units] == ["vd-orp-lausanne", "vd-orp-renens", "vd-uc-lausanne"]
    without = demo.shortlist(opened, viewer=demo.viewer("demo-csr"), at=at)
    assert without.answer is None
    assert without.dossiers == ()


def test_what_lacks_consent_appears_nowhere(demo: Service, counsellor: Viewer, at: datetime) -> None:
    """A counsellor whose institution has no consent: restrictions stay unknown, in verdicts and sentences alike."""
    stranger = counsellor.model_copy(update={"institution": Institution.LMMT})
    mine = demo.shortlist("own:vd-pl-recyclage", viewer=counsellor, at=at)
    theirs = demo.shortlist("own:vd-pl-recyclage", viewer=stranger, at=at)

    def strains(shown: Shortlist) -> dict[str, str]:
        return {c.profile: v.truth for c in shown.candidates for v in (*c.met, *c.open) if v.rule == "strains"}

    assert "met" in strains(mine).values()
    assert set(strains(theirs).values()) == {"unknown"}


def test_it_speaks_german(demo: Service, counsellor: Viewer, at: datetime) -> None:
    shown = demo.shortlist(SEWING, viewer=counsellor, at=at, lang="de")
    assert shown.language == "de"
    assert {line.label for line in shown.candidates[0].demands} >= {"Arbeitstempo", "Verfügbarkeit"}


def test_asking_writes_nothing(demo: Service, counsellor: Viewer, at: datetime) -> None:
    path = Path(demo.workplace.database.engine.url.database or "")
    before = path.read_bytes()
    demo.shortlist(BAKERY, viewer=counsellor, at=at)
    demo.postings_due(viewer=counsellor, at=at)
    assert path.read_bytes() == before
