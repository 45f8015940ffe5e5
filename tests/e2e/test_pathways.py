"""What a measure opens is what a whole new look at the changed file finds; restricted postings leave no trace in it."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.criteria import Criteria, LanguageDemand
from matching.domain.effect import CertificateEffect, LanguageEffect
from matching.domain.insurance import PesRegistration
from matching.domain.opportunity import AnyOpportunity, Capacity, Measure, Place, Publication, Timing, Vacancy
from matching.domain.person import Availability, Languages, LanguageSkill, Mobility, Occupation, Residence
from matching.domain.profile import Profile
from matching.domain.recommendation import Card
from matching.domain.viewer import LOCAL_VIEWER, Mandate, Viewer
from matching.domain.vocabulary.catalogue import CapacityStatus
from matching.domain.vocabulary.postings import PostingStatus
from matching.domain.vocabulary.process import Role
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.situation import Language, LanguageLevel, LicenceCategory
from matching.eligibility.assess import ELIGIBLE, NOT_ELIGIBLE, REVIEW
from matching.errors import InvalidInputError, NotFoundError
from matching.pathways.applied import applied
from matching.pathways.suitable import near_enough
from matching.settings import Settings
from matching.storage import opportunities
from matching.storage.audit_entries import entries
from matching.storage.scope import EVERYTHING, NOBODY
from matching.use_cases.pathways.outlook import Outlook
from matching.use_cases.person_file import load_file
from matching.use_cases.situation import look_at
from matching.use_cases.slate_of import without_link

PEOPLE = [
    *("p01-amelie", "p02-besnik", "p03-chloe", "p04-daniel", "p05-esma", "p06-francois", "p07-gabriela"),
    "p10-jerome",
]


def test_what_opens_is_what_a_whole_new_look_finds(demo: Service, counsellor: Viewer, at: datetime) -> None:
    """Thirty people and measures at random; a thousand: tests/benchmarks/pathways.py."""
    live, draw = demo.workplace.live(at), Random()
    rows = [row for row in range(len(live.criteria)) if live.snapshot.option(row).kind != "vacancy"]
    for _ in range(30):
        person, row = draw.choice(PEOPLE), draw.choice(rows)
        file = load_file(demo.workplace, person, counsellor)
        told: dict[str, Any] = {"viewer": counsellor, "at": at, "refusals": file.refusals}
        before = look_at(demo.workplace, live, file.profile, **told)
        after = look_at(demo.workplace, live, applied(file.profile, live.snapshot.option(row)), **told)
        was, now = before.assessment.state, after.assessment.state
        fits, unlinked = near_enough(after.candidates), without_link(live, after)
        suits = {
            found
            for place, found in enumerate(after.candidates.rows.tolist())
            if not unlinked[place]
            and found not in before.history.rests
            and (fits[place] or live.snapshot.option(found).kind != "vacancy")
        }
        unlocks = Outlook(demo.workplace, live, before, file).unlocks(row)
        where = f"{person} {live.snapshot.ids[row]}"
        assert set(unlocks.opened.tolist()) == {r for r in suits if was[r] == NOT_ELIGIBLE}, where
        assert set(unlocks.opened[unlocks.certain].tolist()) == {
            r for r in suits if was[r] == NOT_ELIGIBLE and now[r] == ELIGIBLE
        }, where
        assert set(unlocks.settled.tolist()) == {r for r in suits if was[r] == REVIEW and now[r] == ELIGIBLE}, where


def test_the_forklift_course_opens_the_warehouse(demo: Service, counsellor: Viewer, at: datetime) -> None:
    answer = demo.pathways("p02-besnik", viewer=counsellor, at=at)
    first = answer.pathways[0]
    assert [step.opportunity for step in first.steps] == ["own:ac-cariste"]
    assert [option.opportunity for option in first.options] == ["job_room:ecu-cariste"]
    assert (first.opens.options, first.opens.jobs, first.opens.to_check) == (1, 1, 0)
    assert first.removes == ("Permis manquants : cariste (CACES, permis élévateur).",)
    assert (first.least_weeks, first.most_weeks, first.waiting_weeks, first.order) == (2, 2, None, "alone")


def test_a_weighty_need_names_what_lifts_it_or_that_nothing_does(
    demo: Service, counsellor: Viewer, at: datetime
) -> None:
    care, language = demo.pathways("p05-esma", viewer=counsellor, at=at).obstacles
    assert (care.barrier, care.level, care.lifted_by) == ("family_childcare", "blocking", ())
    assert [step.opportunity for step in language.lifted_by] == ["own:ne-francais-a2"]


def test_a_subscription_opens_what_is_too_far(demo: Service, counsellor: Viewer, at: datetime) -> None:
    first = demo.pathways("p03-chloe", viewer=counsellor, at=at).pathways[0]
    assert [step.opportunity for step in first.steps] == ["own:vd-abonnement"]
    assert first.steps[0].effects == ("trajets possibles jusqu'à 40 km, si la personne les veut",)
    assert "job_room:lau-accueil-clinique" in {option.opportunity for option in first.options}
    assert all(option.distance_km is None or 15 < option.distance_km <= 40 for option in first.options)
    answer = demo.why_not("p03-chloe", "job_room:lau-accueil-clinique", viewer=counsellor, at=at)
    assert [[step.opportunity for step in way.steps] for way in answer.measures_that_open] == [["own:vd-abonnement"]]


def test_the_card_of_a_measure_says_what_it_opens_and_that_of_a_subsidy_does_not(
    demo: Service, counsellor: Viewer, at: datetime
) -> None:
    def lines(card: Card) -> dict[str, str]:
        return {line.code: line.text for line in card.lines}

    cards = {card.opportunity: card for card in demo.recommend("p02-besnik", viewer=counsellor, at=at, limit=50).cards}
    assert lines(cards["own:ac-cariste"])["opens"].startswith("1 option convenable de plus (1 emploi")
    french = lines(cards["own:ac-francais-technique"])
    assert (french["lifts"], "opens" in french) == ("langue, communication", False)
    assert french["opens_nothing"] == "aucune option convenable de plus selon les règles"
    silent = lines(cards["own:ac-ait"])  # its effects are not stated: that is no zero
    assert not {"opens", "opens_nothing", "lifts"} & set(silent)
    assert not [card for card in cards.values() if card.kind == "vacancy" and "opens" in lines(card)]


def test_a_place_says_how_many_open_jobs_ask_for_the_skill_it_gives(demo: Service, at: datetime) -> None:
    slate = demo.recommend("p12-thierry", viewer=demo.viewer("demo-fr"), at=at, limit=50)
    (place,) = (card for card in slate.cards if card.opportunity == "own:fr07-ei-logistique")
    assert {line.code: line.text for line in place.lines}["opens"].endswith(
        "1 emploi convenable déjà ouvert demande une compétence acquise ainsi"
    )


def test_reading_them_is_in_the_audit_and_a_stranger_finds_no_file(
    demo_data: Path, tmp_path: Path, at: datetime
) -> None:
    folder = Path(shutil.copytree(demo_data, tmp_path / "own"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        service.pathways("p02-besnik", viewer=service.viewer("demo"), at=at)
        with service.workplace.database.read(NOBODY) as connection:
            told = [entry.told for entry in entries(connection)]
        assert (told[-1]["act"], told[-1]["actor"]) == ("explain", "demo")
        with pytest.raises(NotFoundError):
            service.pathways("p02-besnik", viewer=service.viewer("demo-ssr"), at=at)
        with pytest.raises(InvalidInputError, match="langue"):
            service.pathways("p02-besnik", viewer=service.viewer("demo"), at=at, lang="xx")


def test_who_wants_no_ranking_is_told_by_the_rules_alone(demo_data: Path, tmp_path: Path, at: datetime) -> None:
    folder = Path(shutil.copytree(demo_data, tmp_path / "own"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        viewer = service.viewer("demo")
        service.choose_ranking("p02-besnik", ranked=False, viewer=viewer, at=at)
        answer = service.pathways("p02-besnik", viewer=viewer, at=at)
    assert not answer.judged
    assert answer.pathways[0].in_words.startswith("1 option de plus selon les seules règles")
    assert all(way.opens.far_from_project == 0 for way in answer.pathways)


def test_what_alone_excludes_suitable_jobs_is_named_with_the_nearest(
    demo: Service, counsellor: Viewer, at: datetime
) -> None:
    (travel,) = demo.pathways("p03-chloe", viewer=counsellor, at=at).excluding
    assert travel.rule == "travel"
    assert "28 km" in travel.example
    assert [(each.opportunity, each.jobs) for each in travel.answered_by] == [("own:vd-abonnement", 2)]
    besnik = demo.pathways("p02-besnik", viewer=counsellor, at=at).excluding
    assert {each.rule: each.jobs for each in besnik} == {"laci_16_health": 2, "licences": 1}
    answers = {each.rule: [measure.opportunity for measure in each.answered_by] for each in besnik}
    assert answers == {"laci_16_health": [], "licences": ["own:ac-cariste"]}


# a small catalogue of its own ---------------------------------------------------------------------------------------

LAUSANNE = Place(country="ch", region="VD", latitude=46.52, longitude=6.63)
FAR = Place(country="ch", region="VD", latitude=46.80, longitude=6.63)
PUBLIC = Publication(status=PostingStatus.PUBLISHED_PUBLIC, reporting_obligation=False)
RESTRICTED = Publication(
    status=PostingStatus.PUBLISHED_RESTRICTED,
    reporting_obligation=True,
    reporting_obligation_end="2026-11-30",
    office_canton="VD",
)
SELLER = Profile(
    id="p-seller",
    residence=Residence(country="ch", region="VD", latitude=46.52, longitude=6.63),
    languages=Languages(items=(LanguageSkill(language=Language.FR, level=LanguageLevel.A1),), complete=True),
    mobility=Mobility(licences=(), radius_km=100),
    availability=Availability(percent=100),
    occupations=(Occupation(title="Vendeuse en boulangerie"), Occupation(title="Vendeuse", target=True)),
    project="Retrouver un poste de vente en boulangerie",
    pes_registration=PesRegistration(registered=True, country="ch"),
)


def job(number: str, place: Place | None, publication: Publication = PUBLIC, **asked: Any) -> Vacancy:
    title = asked.pop("title", "Vendeuse en boulangerie")
    level = asked.pop("french", None)
    french = (LanguageDemand(language=Language.FR, level=level),) if level else ()
    return Vacancy(
        id=f"own:{number}",
        title=title,
        description=f"{title}.",
        place=place,
        publication=publication,
        criteria=Criteria(languages=french, **asked),
    )


def course(number: str, reaches: LanguageLevel, asked: LanguageLevel | None = None) -> Measure:
    return Measure(
        id=f"own:{number}",
        title=f"Cours de français {reaches.fr}",
        form="activity",
        type="language_course",
        criteria=Criteria(languages=(LanguageDemand(language=Language.FR, level=asked),) if asked else ()),
        effects=(LanguageEffect(language=Language.FR, level=reaches),),
        timing=Timing(min_weeks=10, max_weeks=12, workload_max_percent=40, rolling=True),
        capacity=Capacity(status=CapacityStatus.WAITING_LIST, waiting_weeks=4),
    )


LICENCE = Measure(
    id="own:licence",
    title="Permis de conduire",
    form="activity",
    type="coaching",
    effects=(CertificateEffect(name="Permis de conduire", licence=LicenceCategory.B),),
    timing=Timing(min_weeks=8, workload_max_percent=20, rolling=True),
)
B = (LicenceCategory.B,)
OPTIONS: list[AnyOpportunity] = [
    course("a2", LanguageLevel.A2),
    course("b1", LanguageLevel.B1, LanguageLevel.A2),
    LICENCE,
    job("near-a2", LAUSANNE, french=LanguageLevel.A2),
    job("far-a2", FAR, french=LanguageLevel.A2),
    job("nowhere-a2", None, french=LanguageLevel.A2),
    job("secret-a2", LAUSANNE, RESTRICTED, french=LanguageLevel.A2),
    job("other-a2", LAUSANNE, title="Ingénieur logiciel en cryptographie", french=LanguageLevel.A2),
    job("job-b1", LAUSANNE, french=LanguageLevel.B1),
    job("driving-a2", LAUSANNE, french=LanguageLevel.A2, licences=B),
]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Iterator[Service]:
    with closing(open_service(Settings(data_dir=tmp_path_factory.mktemp("small") / "data"))) as service:
        with service.workplace.database.begin(EVERYTHING) as connection:
            opportunities.upsert(connection, OPTIONS, source="own", at=at)
        yield service


def ways_of(service: Service, at: datetime, viewer: Viewer = LOCAL_VIEWER) -> dict[tuple[str, ...], Any]:
    answer = service.pathways(SELLER, viewer=viewer, at=at)
    return {tuple(step.opportunity for step in way.steps): way for way in answer.pathways}


def test_counts_kinds_nearness_and_what_is_far_from_the_project(small: Service, at: datetime) -> None:
    opens = ways_of(small, at)["own:a2",].opens
    assert (opens.options, opens.jobs, opens.measures, opens.far_from_project) == (4, 3, 1, 1)
    assert (opens.nearest_km, opens.within_10_km, opens.within_30_km, opens.distance_unknown) == (0.0, 1, 1, 1)


def test_a_restricted_posting_counts_under_a_mandate_and_leaves_no_trace_without(small: Service, at: datetime) -> None:
    mandate = Mandate(kind="pes_staff", valid_from="2026-01-01T00:00:00+01:00")
    staff = Viewer(account="x", role=Role.COUNSELLOR, mandates=(mandate,))
    assert ways_of(small, at, staff)["own:a2",].opens.jobs == 4
    without = small.pathways(SELLER, viewer=LOCAL_VIEWER, at=at).model_dump_json()
    assert "secret" not in without
    with pytest.raises(NotFoundError):
        small.why_not(SELLER, "own:secret-a2", viewer=LOCAL_VIEWER, at=at)


def test_one_course_opens_the_next_and_two_open_measures_open_together(small: Service, at: datetime) -> None:
    ways = ways_of(small, at)
    assert set(ways) == {("own:a2",), ("own:a2", "own:b1"), ("own:licence", "own:a2")}
    onward, together = ways["own:a2", "own:b1"], ways["own:licence", "own:a2"]
    assert [option.opportunity for option in onward.options] == ["own:job-b1"]
    assert (onward.order, onward.least_weeks, onward.most_weeks, onward.waiting_weeks) == ("after", 20, 24, 4)
    assert onward.steps[1].state == "opened"
    assert [option.opportunity for option in together.options] == ["own:driving-a2"]
    assert (together.order, together.least_weeks, together.most_weeks) == ("together", 10, None)
    assert together.waiting_weeks is None  # of the licence nothing is known


def test_why_not_names_the_measures_that_open_it(small: Service, at: datetime) -> None:
    def opened_by(option: str) -> list[tuple[str, ...]]:
        found = small.why_not(SELLER, option, viewer=LOCAL_VIEWER, at=at).measures_that_open
        return [tuple(step.opportunity for step in way.steps) for way in found]

    assert opened_by("own:near-a2") == [("own:a2",)]
    assert set(opened_by("own:driving-a2")) == {("own:licence", "own:a2")}
    assert opened_by("own:job-b1") == []  # the course that reaches it is not open today
    assert opened_by("own:a2") == []  # open already


def test_what_was_refused_is_not_counted_while_it_rests(demo_data: Path, tmp_path: Path, at: datetime) -> None:
    folder = Path(shutil.copytree(demo_data, tmp_path / "own"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        viewer = service.viewer("demo")
        service.refuse_option(
            "p02-besnik", "job_room:ecu-cariste", reason=RejectReason.NOT_INTERESTED, viewer=viewer, at=at
        )
        answer = service.pathways("p02-besnik", viewer=viewer, at=at)
    assert "job_room:ecu-cariste" not in json.dumps(answer.model_dump(mode="json"))
