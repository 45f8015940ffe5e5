"""What a person says: consents, refusals, contests, and the wish for no ranking."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from matching.api.bodies import Strict
from matching.api.recorded import Recorded, recorded
from matching.api.who import GuardedRoute, requires
from matching.domain.need import Consent
from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import ConsentPurpose, DataCategory
from matching.domain.vocabulary.process import ContestOutcome
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.voice import Contest, RankingChoice, Refusal
from matching.domain.word import Identifier, Moment, Text, Word, about
from matching.entrance.asked import At, EntryId, OpportunityId, ProfileId, TheService
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["voices"])

_Reading = Annotated[SignedIn, requires(Permission.READ_PROFILES)]
_Writing = Annotated[SignedIn, requires(Permission.RECORD_VOICE)]


class ConsentGiven(Word):
    """A written consent, from now on."""

    to_institution: Annotated[Institution, about("Who may use the data.", "orp")]
    from_institution: Annotated[Institution | None, about("Who holds the data.", "csr")] = None
    purpose: Annotated[ConsentPurpose, about("What for.", "matching")] = ConsentPurpose.MATCHING
    categories: Annotated[tuple[DataCategory, ...], about("Which data.", ["health"])]
    valid_to: Annotated[Moment | None, about("Until.", "2027-10-01T09:00:00+02:00")] = None


class ConsentWithdrawn(Word):
    """The end of consents, from now on."""

    to_institution: Annotated[Institution, about("Who may no longer use the data.", "orp")]
    purpose: Annotated[ConsentPurpose, about("What for.", "matching")] = ConsentPurpose.MATCHING
    categories: Annotated[tuple[DataCategory, ...], about("Which data; without any, all.", ["health"])] = ()


class RankingWanted(Word):
    """Ranked by the model, or the list of the rules alone."""

    ranked: Annotated[bool, about("Options may be ranked.", False)]


class RefusalSaid(Word):
    """A no to one option."""

    opportunity: Annotated[Identifier, about("Option.", "own:mip-atelier-velo")]
    reason: Annotated[RejectReason, about("Why.", "too_far")]
    said_by: Annotated[Literal["person", "counsellor"], about("Whose no it is.", "person")] = "person"
    words: Annotated[Text | None, about("In their own words.", "Une heure et demie de trajet")] = None
    until: Annotated[date | None, about("Day until which it rests.", "2027-01-22")] = None


class FactContested(Word):
    """A field of the file that the person says is wrong."""

    fact: Annotated[Identifier, about("Field of the file.", "languages")]
    words: Annotated[Text, about("In the person's words.", "Je parle français depuis vingt ans", min_length=1)]


class ReasonContested(Word):
    """A reason on a card that the person says is wrong."""

    recommendation: Annotated[Identifier, about("Recommendation.", "r-01J")]
    opportunity: Annotated[Identifier, about("Option on it.", "own:mip-atelier-velo")]
    reason: Annotated[Identifier, about("Rule or feature of that card.", "distance")]
    words: Annotated[Text, about("In the person's words.", "C'est à dix minutes", min_length=1)]


class ContestAnswered(Word):
    """What came of a contest."""

    outcome: Annotated[ContestOutcome, about("What came of it.", "corrected")]
    answer: Annotated[Text, about("In words.", "Niveau corrigé : C1", min_length=1)]


@router.get("/profiles/{profile}/consents")
def list_consents(profile: ProfileId, service: TheService, at: At, signed: _Reading) -> tuple[Consent, ...]:
    """The consents of a person as they stand."""
    return service.consents(profile, viewer=signed.viewer, at=at)


@router.post("/profiles/{profile}/consents", status_code=201)
def give_consent(
    profile: ProfileId, sent: Annotated[ConsentGiven, Strict()], service: TheService, at: At, signed: _Writing
) -> Consent:
    """Write down a written consent; it holds from the next request on."""
    return service.give_consent(
        profile,
        to_institution=sent.to_institution,
        from_institution=sent.from_institution,
        purpose=sent.purpose,
        categories=sent.categories,
        valid_to=sent.valid_to,
        viewer=signed.viewer,
        at=at,
    )


@router.post("/profiles/{profile}/consents/withdrawals", status_code=204)
def withdraw_consent(
    profile: ProfileId, sent: Annotated[ConsentWithdrawn, Strict()], service: TheService, at: At, signed: _Writing
) -> None:
    """Withdraw consents to an institution for a purpose; it holds from the next request on."""
    service.withdraw_consent(
        profile,
        to_institution=sent.to_institution,
        purpose=sent.purpose,
        categories=sent.categories or tuple(DataCategory),
        viewer=signed.viewer,
        at=at,
    )


@router.put("/profiles/{profile}/ranking")
def choose_ranking(
    profile: ProfileId, sent: Annotated[RankingWanted, Strict()], service: TheService, at: At, signed: _Writing
) -> RankingChoice:
    """Write down whether the person wants options ranked."""
    return service.choose_ranking(profile, ranked=sent.ranked, viewer=signed.viewer, at=at)


@router.get("/profiles/{profile}/refusals")
def list_refusals(profile: ProfileId, service: TheService, at: At, signed: _Reading) -> list[Refusal]:
    """What the person has refused, as far as whoever asks may know it."""
    return service.refusals(profile, viewer=signed.viewer, at=at)


@router.post("/profiles/{profile}/refusals", status_code=201)
def refuse_option(
    profile: ProfileId, sent: Annotated[RefusalSaid, Strict()], service: TheService, at: At, signed: _Writing
) -> Refusal:
    """Write down a no to one option; it rests for as long as the reason says."""
    return service.refuse_option(
        profile,
        sent.opportunity,
        reason=sent.reason,
        said_by=sent.said_by,
        words=sent.words,
        until=sent.until,
        viewer=signed.viewer,
        at=at,
    )


@router.delete("/profiles/{profile}/refusals/{opportunity:path}", status_code=204)
def lift_refusal(profile: ProfileId, opportunity: OpportunityId, service: TheService, at: At, signed: _Writing) -> None:
    """The person asks for an option that rests: it stands again."""
    service.lift_refusal(profile, opportunity, viewer=signed.viewer, at=at)


@router.get("/profiles/{profile}/contests")
def list_contests(
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Reading,
    answered: Annotated[bool, Query(description="Those that have their answer as well.")] = False,
) -> list[Recorded[Contest]]:
    """What the person contests, oldest first."""
    found = service.contests(viewer=signed.viewer, at=at, profile=profile, answered=answered)
    return [recorded(entry) for entry in found]


@router.post("/profiles/{profile}/contests", status_code=201)
def contest(
    profile: ProfileId,
    sent: Annotated[FactContested | ReasonContested, Strict()],
    service: TheService,
    at: At,
    signed: _Writing,
) -> Recorded[Contest]:
    """Write down that the person contests a field of the file, or a reason on a card they were shown."""
    if isinstance(sent, FactContested):
        found = service.contest_fact(profile, sent.fact, words=sent.words, viewer=signed.viewer, at=at)
    else:
        found = service.contest_reason(profile, **sent.model_dump(), viewer=signed.viewer, at=at)
    return recorded(found)


@router.post("/contests/{contest}/answer")
def answer_contest(
    contest: EntryId, sent: Annotated[ContestAnswered, Strict()], service: TheService, at: At, signed: _Writing
) -> Recorded[Contest]:
    """Answer a contest, once."""
    found = service.answer_contest(contest, outcome=sent.outcome, answer=sent.answer, viewer=signed.viewer, at=at)
    return recorded(found)
