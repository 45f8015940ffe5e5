"""What consents come to: the last word of the person counts, in whatever order papers come in."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matching.domain.consents import same_paper, standing
from matching.domain.need import Consent
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import ConsentPurpose, DataCategory
from matching.domain.vocabulary.process import Role
from matching.visibility.people import redact

START = datetime(2026, 10, 1, tzinfo=UTC)
HEALTH, DEBT = DataCategory.HEALTH, DataCategory.DEBT
TO = (Institution.ORP, Institution.OAI)


def moment(hours: int) -> datetime:
    return START + timedelta(hours=hours)


def consent(given: int, *categories: DataCategory, to: Institution = TO[0], withdrawn: int | None = None) -> Consent:
    return Consent(
        to_institution=to,
        purpose=ConsentPurpose.MATCHING,
        categories=categories or (HEALTH,),
        given_at=moment(given),
        withdrawn_at=None if withdrawn is None else moment(withdrawn),
    )


def test_an_old_paper_revives_nothing() -> None:
    assert standing([consent(0, withdrawn=10), consent(0)]) == (consent(0, withdrawn=10),)


def test_a_later_gift_is_a_new_word() -> None:
    assert standing([consent(0, withdrawn=10), consent(11)]) == (consent(0, withdrawn=10), consent(11))


def test_a_withdrawal_of_one_category_leaves_the_others() -> None:
    no = consent(5, HEALTH, withdrawn=5)
    assert standing([consent(0, HEALTH, DEBT), no]) == (consent(0, HEALTH, withdrawn=5), consent(0, DEBT), no)


def test_another_institution_or_purpose_is_another_consent() -> None:
    other = consent(0, to=Institution.OAI)
    evaluation = consent(0).model_copy(update={"purpose": ConsentPurpose.EVALUATION})
    assert standing([other, evaluation, consent(0, withdrawn=3)])[:2] == (other, evaluation)


def test_the_same_paper_is_told_by_what_was_given() -> None:
    assert same_paper(consent(0, withdrawn=9)) == same_paper(consent(0)) != same_paper(consent(1))


@st.composite
def papers(draw: st.DrawFn) -> Consent:
    """A paper given at some hour, perhaps withdrawn at the same hour or later."""
    given_at = draw(st.integers(0, 9))
    withdrawn = draw(st.none() | st.integers(given_at, 12))
    return consent(given_at, draw(st.sampled_from([HEALTH, DEBT])), to=draw(st.sampled_from(TO)), withdrawn=withdrawn)


def last_word(told: Sequence[Consent], category: DataCategory, at: int) -> bool:
    """Read plainly: of all that was said up to `at` about a category to the ORP, is the latest a yes? A tie is a no."""
    said = [
        (when, says)
        for paper in told
        if paper.to_institution is Institution.ORP and category in paper.categories
        for when, says in ((paper.given_at, "yes"), (paper.withdrawn_at, "no"))
        if when is not None and when <= moment(at)
    ]
    latest = max((when for when, _ in said), default=None)
    return latest is not None and all(says == "yes" for when, says in said if when == latest)


@given(st.lists(papers(), max_size=7), st.integers(0, 12))
def test_the_last_word_counts_in_whatever_order_papers_come(told: list[Consent], at: int) -> None:
    viewer = Viewer(account="cp", role=Role.COUNSELLOR, institution=Institution.ORP, units=("u",))
    for order in (told, told[::-1]):
        person = Profile(id="p", unit="u", in_debt_enforcement=True, restrictions=(), consents=standing(order))
        seen = redact(person, viewer, moment(at))
        assert (seen.restrictions is not None) == last_word(told, HEALTH, at)
        assert (seen.in_debt_enforcement is not None) == last_word(told, DEBT, at)


@given(st.lists(papers(), max_size=7))
def test_what_stands_stands_when_it_is_told_again(told: list[Consent]) -> None:
    once = standing(told)
    assert standing(once) == once
    assert set(standing([*told, *once])) == set(once)
