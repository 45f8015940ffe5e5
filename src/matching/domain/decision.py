"""What people answered: the counsellor, the person, the payer; and the word on single explanations."""

from typing import Annotated, Literal

from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import AcceptReason, FeedbackVerdict, Verb
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.word import Identifier, Moment, Text, Word, about


class Decision(Word):
    """A named counsellor's accept, reject or defer. A proposal, never an assignment."""

    id: Annotated[Identifier, about("Id.", "d-01J")]
    recommendation: Annotated[Identifier, about("Recommendation.", "r-01J")]
    opportunity: Annotated[Identifier, about("Option.", "own:mip-atelier-velo")]
    verb: Annotated[Verb, about("What was decided.", "reject")]
    accept_reasons: Annotated[tuple[AcceptReason, ...], about("Why accepted.", ["matches_project"])] = ()
    reject_reasons: Annotated[tuple[RejectReason, ...], about("Why rejected.", ["too_far"])] = ()
    text: Annotated[Text | None, about("In the counsellor's words.", "Horaires incompatibles avec l'école")] = None
    good_idea: Annotated[bool | None, about("Good idea all the same.", True)] = None
    shareable_with_person: Annotated[bool, about("May be told to the person.", True)] = False
    author: Annotated[Identifier, about("Account.", "demo")]
    at: Annotated[Moment, about("When.", "2026-11-21T08:05:00+01:00")]


class PersonAnswer(Word):
    """The person's own answer: free to accept or refuse a proposal."""

    decision: Annotated[Identifier, about("Decision.", "d-01J")]
    answer: Annotated[Literal["accepted", "declined", "thinking"], about("Answer.", "accepted")]
    text: Annotated[Text | None, about("In the person's words.", "D'accord, si je commence après l'école")] = None
    at: Annotated[Moment, about("When.", "2026-11-23T10:00:00+01:00")]


class PayerDecision(Word):
    """The payer's decision; a measure starts only after it."""

    decision: Annotated[Identifier, about("Decision.", "d-01J")]
    institution: Annotated[Institution, about("Payer.", "oai")]
    granted: Annotated[bool, about("Granted.", True)]
    text: Annotated[Text | None, about("Reason or conditions.", "Pour trois mois")] = None
    at: Annotated[Moment, about("When.", "2026-11-30T10:00:00+01:00")]


class ReasonFeedback(Word):
    """The counsellor's word on one explanation; a wrong fact becomes a correction to confirm."""

    recommendation: Annotated[Identifier, about("Recommendation.", "r-01J")]
    opportunity: Annotated[Identifier, about("Option.", "job_room:123")]
    reason: Annotated[Identifier, about("Feature or rule of the explanation.", "distance")]
    verdict: Annotated[FeedbackVerdict, about("Verdict.", "wrong")]
    correction: Annotated[Text | None, about("What is right.", "La personne a déménagé à Morges")] = None
    author: Annotated[Identifier, about("Account.", "demo")]
    at: Annotated[Moment, about("When.", "2026-11-21T08:06:00+01:00")]
