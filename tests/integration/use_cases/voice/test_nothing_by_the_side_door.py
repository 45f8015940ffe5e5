"""What is withheld is not read by other ways: a file written by hand, a reason left out, a list that became empty."""

from datetime import date, datetime

from matching.bootstrap import Service
from matching.domain.need import Need, PastMeasure, PastMeasures
from matching.domain.person import FunctionalRestriction
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.needs import Barrier, NeedLevel
from matching.domain.vocabulary.process import Role
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.situation import Strain
from matching.storage import profiles
from matching.storage.scope import EVERYTHING
from matching.visibility.people import redact

BESNIK = "p02-besnik"


def whole(service: Service, person: str) -> Profile:
    with service.workplace.database.read(EVERYTHING) as connection:
        return profiles.get(connection, person)


def test_a_file_written_by_hand_with_the_id_of_a_stored_one_opens_nothing_of_it(
    service: Service, mandated: Viewer, at: datetime
) -> None:
    """Else whoever writes restrictions into it would learn by the rest of an option whether they guessed right."""
    option = "own:ac-francais-technique"
    service.refuse_option(
        BESNIK, option, reason=RejectReason.HEALTH_CONSTRAINT, viewer=mandated, at=at, words="Trop lourd"
    )
    service.contest_fact(BESNIK, "restrictions.strain", words="Ce n'est plus vrai", viewer=mandated, at=at)
    assert service.recommend(BESNIK, viewer=mandated, at=at).resting
    guesses = [
        Profile(
            id=BESNIK,
            restrictions=(
                FunctionalRestriction(
                    strain=strain, source="confirmed", author="médecin-conseil", stated_on=date(2026, 9, 7)
                ),
            ),
        )
        for strain in Strain
    ]
    for guess in guesses:
        told = service.recommend(guess, viewer=mandated, at=at, limit=100)
        assert (told.resting, told.contested) == ((), ())
        assert service.why_not(guess, option, viewer=mandated, at=at).history == ()


def test_where_one_reason_would_tell_none_is_told(service: Service, mandated: Viewer, at: datetime) -> None:
    """A reason that is missing among others would be the telling one."""
    person = "p10-jerome"
    first, second = [card.opportunity for card in service.recommend(person, viewer=mandated, at=at).cards][:2]
    service.refuse_option(person, first, reason=RejectReason.HEALTH_CONSTRAINT, viewer=mandated, at=at)
    service.refuse_option(person, second, reason=RejectReason.BELOW_THE_PERSON, viewer=mandated, at=at)
    stranger = mandated.model_copy(update={"account": "x", "institution": None, "role": Role.COUNSELLOR})
    resting = service.recommend(person, viewer=stranger, at=at).resting
    assert {rest.opportunity for rest in resting} >= {first, second}
    assert {(rest.reason, rest.until) for rest in resting} == {(None, None)}
    listed = service.refusals(person, viewer=stranger, at=at)
    assert {(said.reason, said.rests_until, said.words) for said in listed} == {(None, None, None)}


def test_a_copy_made_for_others_tells_nothing_of_what_only_they_know(
    service: Service, mandated: Viewer, at: datetime
) -> None:
    """A lead or a guarantee is told to its parties, whatever is withheld from them; a copy has no parties."""
    person = "p03-chloe"
    kept = service.recommend(person, viewer=mandated, at=at)
    assert kept.cards
    other = mandated.model_copy(update={"account": "other"})
    for reader, cards in ((mandated, kept.cards), (other, ())):
        assert redact(whole(service, person), reader, at).withheld
        (copy,) = [copy for copy in service.shown(person, viewer=reader, at=at) if copy.id == kept.id]
        assert copy.cards == cards


def test_a_past_measure_without_code_may_be_of_any_payer(mandated: Viewer, at: datetime) -> None:
    past = PastMeasures(items=(PastMeasure(name="Mesure 2025", opportunity="own:di-14a-lausanne"),), complete=False)
    stranger = mandated.model_copy(update={"institution": None})
    assert redact(Profile(id="p", unit="u", past_measures=past), stranger, at).past_measures.items == ()


def test_the_first_hidden_need_does_not_make_the_others_known_none(mandated: Viewer, at: datetime) -> None:
    stranger = mandated.model_copy(update={"institution": None})
    debt = Need(
        barrier=Barrier.FINANCE_DEBT, level=NeedLevel.HIGH, confirmed=True, author="AS", stated_on=date(2026, 11, 2)
    )
    seen = [redact(Profile(id="p", unit="u", needs=needs), stranger, at).needs for needs in (None, (), (debt,))]
    assert seen == [None, None, None]
