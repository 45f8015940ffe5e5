"""Where a body takes some codes of a closed list alone, they are those that its use case takes."""

from typing import get_args

from matching.api.routes.agreements import GuaranteeAnswered
from matching.api.routes.vacancies import CandidateFeedback, PostingFeedback
from matching.domain.guarantee import OF_THE_PAYER
from matching.domain.word import Word
from matching.use_cases.shortlist.feedback import OF_CANDIDATE, OF_POSTING


def choices(word: type[Word], field: str) -> set[str]:
    return set(get_args(word.model_fields[field].annotation))


def test_choices() -> None:
    assert choices(GuaranteeAnswered, "status") == {each.value for each in OF_THE_PAYER}
    assert choices(PostingFeedback, "feedback") == {each.value for each in OF_POSTING}
    assert choices(CandidateFeedback, "feedback") == {each.value for each in OF_CANDIDATE}
