"""What a writer was not told survives their writing, and what they state counts."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.eligibility.generators import profiles

from matching.domain.need import PastMeasure, PastMeasures
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Role
from matching.domain.vocabulary.step_reasons import DropoutReason
from matching.visibility.people import redact
from matching.visibility.sent_back import keeping_withheld

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)


def telling_to(institution: Institution | None) -> Callable[[Profile], Profile]:
    viewer = Viewer(account="x", role=Role.COUNSELLOR, institution=institution, units=("u",))
    return lambda profile: redact(profile, viewer, AT)


@given(profiles, st.sampled_from([None, *Institution]))
def test_sending_back_what_was_told_changes_nothing(profile: Profile, institution: Institution | None) -> None:
    stored = profile.model_copy(update={"unit": "u", "withheld": ()})
    telling = telling_to(institution)
    assert keeping_withheld(telling(stored).model_copy(update={"withheld": ()}), stored, telling) == stored


@given(profiles, profiles, st.sampled_from([None, *Institution]))
def test_what_is_sent_is_what_the_writer_reads_afterwards(
    profile: Profile, other: Profile, institution: Institution | None
) -> None:
    """Of whatever they may be told; whether something was withheld makes no difference to it."""
    telling = telling_to(institution)
    stored = profile.model_copy(update={"unit": "u", "withheld": ()})
    sent = other.model_copy(update={"unit": "u", "withheld": (), "consents": stored.consents})
    read, expected = map(telling, (keeping_withheld(sent, stored, telling), sent))
    assert read.model_copy(update={"needs": None}) == expected.model_copy(update={"needs": None})
    assert (read.needs or ()) == (expected.needs or ())


def test_items_told_in_part_keep_the_rest() -> None:
    left = PastMeasure(name="Cours", code=MeasureCode.CH_AS_LANGUAGE, dropout_reason=DropoutReason.ILLNESS)
    hidden = PastMeasure(name="Programme", code=MeasureCode.VD_MIP)
    open_to_all = PastMeasure(name="Immersion", ended_on=date(2026, 1, 9), dropout_reason=DropoutReason.PRISON)
    stored = Profile(id="p", unit="u", past_measures=PastMeasures(items=(left, hidden, open_to_all), complete=True))
    telling = telling_to(Institution.ORP)
    told = telling(stored)
    assert [item.name for item in told.past_measures.items] == ["Immersion"]
    new = PastMeasure(name="Atelier")
    items = (*told.past_measures.items, new)
    sent = told.model_copy(update={"past_measures": PastMeasures(items=items)})
    kept = keeping_withheld(sent, stored, telling)
    assert kept.past_measures == PastMeasures(items=(open_to_all, new, left, hidden), complete=True)
    gone = told.model_copy(update={"past_measures": PastMeasures(items=(new,))})
    assert keeping_withheld(gone, stored, telling).past_measures.items == (new, left, hidden)
