"""A no rests the option by its reason, stays readable, leaves no trace to who may not know, and ends when asked."""

from datetime import date, datetime, timedelta

import pytest

from matching.bootstrap import Service
from matching.domain.need import PastMeasure, PastMeasures
from matching.domain.person import Mobility
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import DataCategory
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.voice import Refusal
from matching.errors import ConflictError, IdempotencyKeyReusedError, InvalidInputError, NotFoundError
from matching.storage import profiles
from matching.storage.idempotency import IdempotencyKey
from matching.storage.scope import EVERYTHING
from matching.storage.voices import REFUSALS
from matching.use_cases.person_file import load_file
from matching.use_cases.situation import stand


def shown(service: Service, person: str | Profile, viewer: Viewer, at: datetime) -> set[str]:
    return {card.opportunity for card in service.recommend(person, viewer=viewer, at=at, limit=100).cards}


def resting(service: Service, person: str | Profile, viewer: Viewer, at: datetime) -> set[str]:
    return {rest.opportunity for rest in service.recommend(person, viewer=viewer, at=at).resting}


def change(service: Service, person: str, at: datetime, **fields: object) -> None:
    """Write the file anew with other facts, as an import does."""
    with service.workplace.database.begin(EVERYTHING) as connection:
        whole = profiles.get(connection, person).model_copy(update=fields)
        profiles.upsert(connection, [whole], at=at)


def test_what_does_not_interest_rests_sixty_days_and_what_is_like_it(
    service: Service, mandated: Viewer, at: datetime
) -> None:
    person, first, like = "p06-francois", "own:ne-isp-archives", "own:ne-eso-archives"
    options = shown(service, person, mandated, at)
    assert {first, like} <= options
    refusal = service.refuse_option(
        person, first, reason=RejectReason.NOT_INTERESTED, words="Pas pour moi", viewer=mandated, at=at
    )
    assert refusal.rests_until == date(2027, 1, 17)
    answer = service.recommend(person, viewer=mandated, at=at, limit=100)
    assert not {first, like} & {card.opportunity for card in answer.cards}
    rest = next(rest for rest in answer.resting if rest.opportunity == first)
    assert rest == service.rest_of(person, first, viewer=mandated, at=at)
    assert (rest.reason, rest.since, rest.until) == (RejectReason.NOT_INTERESTED, at.date(), refusal.rests_until)
    live = service.workplace.live(at)
    assert live.snapshot.option(live.snapshot.row_of(like) or 0).title in rest.like
    assert rest.alike == len(rest.like)
    for option in (first, like):
        why = service.why_not(person, option, viewer=mandated, at=at)
        assert why.not_shown_because is not None
        assert "17.01.2027" in why.not_shown_because
        assert why.rank is None
    assert first in resting(service, person, mandated, datetime(2027, 1, 17, 23, 59, tzinfo=at.tzinfo))
    assert first not in resting(service, person, mandated, datetime(2027, 1, 18, tzinfo=at.tzinfo))
    service.lift_refusal(person, like, viewer=mandated, at=at)
    assert {first, like} <= shown(service, person, mandated, at)
    cards = service.recommend(person, viewer=mandated, at=at, limit=100).cards
    (card,) = [card for card in cards if card.opportunity == first]
    assert any("Refusée le 18.11.2026" in note for note in card.notes)
    assert any("Redemandée" in note for note in card.notes)


def test_a_job_refused_says_nothing_of_other_employers_jobs(service: Service, mandated: Viewer, at: datetime) -> None:
    person, first, like = "p10-jerome", "job_room:ecu-testeur-medical", "job_room:lau-testeur"
    assert {first, like} <= shown(service, person, mandated, at)
    service.refuse_option(person, first, reason=RejectReason.NOT_INTERESTED, viewer=mandated, at=at)
    options = shown(service, person, mandated, at)
    assert like in options
    assert first not in options
    (rest,) = service.recommend(person, viewer=mandated, at=at).resting
    assert (rest.alike, rest.like) == (0, ())


def test_of_two_refusals_the_later_reason_is_told_and_the_later_end_holds(
    service: Service, mandated: Viewer, at: datetime
) -> None:
    person, first, like = "p12-thierry", "own:fr07-permis", "own:fr07-mobilite-solidaire"
    service.refuse_option(person, first, reason=RejectReason.NOT_INTERESTED, viewer=mandated, at=at)
    short = at.date() + timedelta(days=3)
    service.refuse_option(person, like, reason=RejectReason.NOT_NOW, until=short, viewer=mandated, at=at)
    told = service.rest_of(person, like, viewer=mandated, at=at)
    assert told is not None
    assert (told.reason, told.until) == (RejectReason.NOT_NOW, date(2027, 1, 17))
    later = at + timedelta(minutes=1)
    service.refuse_option(person, first, reason=RejectReason.TOO_FAR, viewer=mandated, at=later)
    told = service.rest_of(person, first, viewer=mandated, at=later)
    assert told is not None
    assert (told.reason, told.until) == (RejectReason.TOO_FAR, None)
    assert service.rest_of(person, "own:fr07-mobilite-solidaire", viewer=mandated, at=later) is not None
    service.refuse_option(person, "own:ac-ait", reason=RejectReason.QUALITY_DOUBT, viewer=mandated, at=later)
    assert service.rest_of(person, "own:ac-ait", viewer=mandated, at=later) is None


@pytest.mark.parametrize(
    ("refused", "alike", "unlike"),
    [
        ("own:ac-tep", "own:ac-tep-ne", "own:ac-ait"),
        ("own:fr07-permis", "own:fr07-mobilite-solidaire", "own:fr07-accompagnement-global"),
    ],
)
def test_like_measures_share_code_type_and_need(
    service: Service, mandated: Viewer, at: datetime, refused: str, alike: str, unlike: str
) -> None:
    live = service.workplace.live(at)
    person = load_file(service.workplace, "p12-thierry", mandated).profile
    no = Refusal(
        profile=person.id,
        opportunity=refused,
        reason=RejectReason.NOT_INTERESTED,
        at=at,
        rests_until=at.date() + timedelta(days=60),
    )
    seen = stand(service.workplace, live, person, viewer=mandated, at=at, refusals=[no])
    rests = {live.snapshot.ids[row] for row in seen.history.rests}
    assert {refused, alike} <= rests
    assert unlike not in rests


def test_a_constraint_rests_until_the_facts_behind_it_change(service: Service, mandated: Viewer, at: datetime) -> None:
    person = "p11-marion"
    option = min(shown(service, person, mandated, at))
    service.refuse_option(person, option, reason=RejectReason.TOO_FAR, viewer=mandated, at=at)
    much_later = at + timedelta(days=20)
    assert option in resting(service, person, mandated, much_later)
    whole = load_file(service.workplace, person, mandated).profile
    change(service, person, at, months_without_work=7)
    assert option in resting(service, person, mandated, much_later)
    change(service, person, at, mobility=Mobility(licences=whole.mobility.licences, vehicle=True, radius_km=80))
    assert option not in resting(service, person, mandated, much_later)
    assert option in shown(service, person, mandated, at)


def test_a_reason_that_tells_of_withheld_data_is_not_told(service: Service, mandated: Viewer, at: datetime) -> None:
    person, later = "p07-gabriela", at + timedelta(minutes=1)
    option = min(shown(service, person, mandated, at))
    service.refuse_option(
        person, option, reason=RejectReason.HEALTH_CONSTRAINT, words="Mon dos", viewer=mandated, at=at
    )
    stranger = mandated.model_copy(update={"institution": Institution.ORGANISER})
    assert DataCategory.HEALTH in service.recommend(person, viewer=stranger, at=later).withheld
    (told,) = service.refusals(person, viewer=mandated, at=later)
    assert (told.reason, told.words, told.facts) == (RejectReason.HEALTH_CONSTRAINT, "Mon dos", None)
    (masked,) = service.refusals(person, viewer=stranger, at=later)
    assert (masked.reason, masked.words, masked.facts) == (None, None, None)
    answer = service.recommend(person, viewer=stranger, at=later)
    assert [rest.reason for rest in answer.resting if rest.opportunity == option] == [None]
    assert "Mon dos" not in answer.model_dump_json()


def test_a_restricted_posting_among_the_refusals_leaves_no_trace(
    service: Service, mandated: Viewer, unmandated: Viewer, at: datetime
) -> None:
    person, later = "p01-amelie", at + timedelta(minutes=1)
    live = service.workplace.live(at)
    before = service.recommend(person, viewer=unmandated, at=later, limit=100)
    secret = next(
        card.opportunity
        for card in service.recommend(person, viewer=mandated, at=at, limit=100).cards
        if "posting" in card.mandate_only
        and live.snapshot.option(live.snapshot.row_of(card.opportunity) or 0).occupations
    )
    service.refuse_option(person, secret, reason=RejectReason.NOT_INTERESTED, viewer=mandated, at=at)
    assert secret in resting(service, person, mandated, later)
    after = service.recommend(person, viewer=unmandated, at=later, limit=100)
    for field in ("cards", "resting", "questions", "purposes", "considered", "empty_because"):
        assert getattr(after, field) == getattr(before, field), field
    assert service.refusals(person, viewer=unmandated, at=later) == []
    sentences = set()
    for option in (secret, "job_room:nowhere"):
        for act in (
            lambda option: service.refuse_option(person, option, reason=RejectReason.COST, viewer=unmandated, at=later),
            lambda option: service.lift_refusal(person, option, viewer=unmandated, at=later),
        ):
            with pytest.raises(NotFoundError) as refused:
                act(option)
            sentences.add(str(refused.value).replace(option, "ID"))
    assert len(sentences) == 1


def test_what_was_done_rests_twelve_months_and_says_it_is_a_repeat(
    service: Service, mandated: Viewer, at: datetime
) -> None:
    """The same option rests, its like carry the note; the person asks, and it stands again the same day."""
    person, option = "p01-amelie", "own:vd-garde-relais"
    done = PastMeasure(name="Garde-relais", opportunity=option, ended_on=date(2026, 8, 31), completed=True)
    change(service, person, at, past_measures=PastMeasures(items=(done,)))
    assert option in resting(service, person, mandated, at)
    assert option not in shown(service, person, mandated, at)
    service.lift_refusal(person, option, viewer=mandated, at=at)
    cards = service.recommend(person, viewer=mandated, at=at, limit=100).cards
    (card,) = [card for card in cards if card.opportunity == option]
    assert "Répétition : Garde-relais, déjà suivie, terminée le 31.08.2026, il y a 2 mois." in card.notes
    assert not any("Refusée" in note for note in card.notes)
    history = service.why_not(person, option, viewer=mandated, at=at).history
    assert history
    assert set(history) <= set(card.notes)
    long_ago = done.model_copy(update={"ended_on": date(2024, 8, 31)})
    change(
        service,
        person,
        at,
        past_measures=PastMeasures(items=(long_ago, done.model_copy(update={"ended_on": date(2025, 11, 17)}))),
    )
    history = service.why_not(person, option, viewer=mandated, at=at).history
    assert "Déjà suivie : Garde-relais, terminée le 17.11.2025." in history
    assert "Mesures de ce genre déjà suivies : 2." in history


def test_what_a_refusal_needs(service: Service, mandated: Viewer, provider: Viewer, at: datetime) -> None:
    person = "p03-chloe"
    option = min(shown(service, person, mandated, at))
    for reason, words, until in (
        (RejectReason.NOT_NOW, None, None),
        (RejectReason.OTHER, None, None),
        (RejectReason.COST, None, date(2026, 11, 17)),
    ):
        with pytest.raises(InvalidInputError):
            service.refuse_option(person, option, reason=reason, words=words, until=until, viewer=mandated, at=at)
    with pytest.raises(NotFoundError):  # a provider reaches no file
        service.refuse_option(person, option, reason=RejectReason.COST, viewer=provider, at=at)
    with pytest.raises(ConflictError):
        service.lift_refusal(person, option, viewer=mandated, at=at)
    with service.workplace.database.read(EVERYTHING) as connection:
        assert REFUSALS.current(connection, subjects=[person]) == []
    service.refuse_option(person, option, reason=RejectReason.NOT_NOW, until=date(2026, 12, 1), viewer=mandated, at=at)
    assert option in resting(service, person, mandated, datetime(2026, 12, 1, 22, 59, tzinfo=at.tzinfo))
    assert option not in resting(service, person, mandated, datetime(2026, 12, 2, tzinfo=at.tzinfo))


def test_a_refusal_without_rest_stays_on_the_card(service: Service, mandated: Viewer, at: datetime) -> None:
    person = "p12-thierry"
    option = min(shown(service, person, mandated, at))
    service.refuse_option(person, option, reason=RejectReason.QUALITY_DOUBT, viewer=mandated, at=at)
    cards = service.recommend(person, viewer=mandated, at=at, limit=100).cards
    (card,) = [card for card in cards if card.opportunity == option]
    assert "Refusée le 18.11.2026 : doute sur la qualité." in card.notes


def test_asked_twice_under_one_key_it_is_written_once(service: Service, mandated: Viewer, at: datetime) -> None:
    person, option = "p12-thierry", "own:fr07-permis"
    keys = [IdempotencyKey.of(name, {"option": option}) for name in ("refuse", "lift")]

    def written() -> int:
        with service.workplace.database.read(EVERYTHING) as connection:
            return len(REFUSALS.current(connection, subjects=[person]))

    before = written()
    told = [
        service.refuse_option(
            person, option, reason=RejectReason.NOT_NOW, until=at.date(), viewer=mandated, at=at, once=keys[0]
        )
        for _ in range(2)
    ]
    assert told[0] == told[1]
    assert written() == before + 1
    for _ in range(2):
        service.lift_refusal(person, option, viewer=mandated, at=at, once=keys[1])
    with pytest.raises(ConflictError, match="n'est pas en repos"):
        service.lift_refusal(person, option, viewer=mandated, at=at)
    with pytest.raises(IdempotencyKeyReusedError):
        service.lift_refusal(person, option, viewer=mandated, at=at, once=IdempotencyKey.of("lift", {"option": "x"}))
