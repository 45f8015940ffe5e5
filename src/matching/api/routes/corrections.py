"""What is said of an explanation or seen of a participant, and the corrections that both propose."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Response

from matching.api.bodies import Strict
from matching.api.conditions import TheChange
from matching.api.etags import MADE_WITH_TAG, WITH_TAG
from matching.api.once import Once
from matching.api.pages import Page, ThePage
from matching.api.recorded import Recorded, tagged
from matching.api.who import GuardedRoute, requires
from matching.domain.feedback import Corrected, Correction, ReasonFeedback
from matching.domain.observation import Observation
from matching.domain.permission import Permission
from matching.domain.person import LanguageSkill, Skill
from matching.domain.vocabulary.process import FeedbackVerdict
from matching.domain.word import IDENTIFIER_PATTERN, Identifier, Percent, Text, Word, about
from matching.entrance.asked import At, EntryId, ProfileId, RecommendationId, TheService
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["corrections"])

_Reading = Annotated[SignedIn, requires(Permission.READ_PROFILES)]
_Confirming = Annotated[SignedIn, requires(Permission.CONFIRM_OBSERVATION)]
_Amending = Annotated[SignedIn, requires(Permission.WRITE_PROFILES)]


class FeedbackSent(Word):
    """A counsellor's word on one explanation."""

    opportunity: Annotated[Identifier, about("Option on the card.", "own:mip-atelier-velo")]
    verdict: Annotated[FeedbackVerdict, about("Verdict.", "wrong")]
    correction: Annotated[Text | None, about("What is right.", "La personne a déménagé à Morges")] = None
    corrects: Annotated[Corrected | None, about("Whose fact is wrong.", "profile")] = None


class ObservationSent(Word):
    """What a provider saw of its participant, in the grid that all providers share."""

    opportunity: Annotated[Identifier, about("Where it was seen.", "own:atelier-velo")]
    seen_from: Annotated[date, about("Seen from.", "2026-10-01")]
    seen_to: Annotated[date, about("Seen to.", "2026-10-31")]
    with_consent: Annotated[bool, about("The person agreed; without that nothing is kept.", True)]
    skills: Annotated[tuple[Skill, ...], about("Skills seen.", [{"label": "Réparer une crevaison"}])] = ()
    work_pace_percent: Annotated[Percent | None, about("Pace against an ordinary workplace.", 70)] = None
    attendance_percent: Annotated[Percent | None, about("Attendance.", 95)] = None
    language: Annotated[
        LanguageSkill | None, about("Level in a language spoken there.", {"language": "fr", "level": "a2"})
    ] = None
    text: Annotated[Text | None, about("In words.", "Travaille avec soin.")] = None


class ObservationShown(Word):
    """The person has seen an observation."""

    answer: Annotated[Text | None, about("The person's answer.", "D'accord")] = None


class CorrectionDecided(Word):
    """What a counsellor says to a correction."""

    answer: Annotated[Text | None, about("Why, in words.", "Niveau corrigé")] = None


@router.post("/recommendations/{recommendation}/reasons/{reason}/feedback", status_code=201, responses=MADE_WITH_TAG)
def give_feedback(
    recommendation: RecommendationId,
    reason: Annotated[
        str,
        Path(
            description="Rule or feature of the card.",
            examples=["distance"],
            min_length=1,
            max_length=160,
            pattern=IDENTIFIER_PATTERN,
        ),
    ],
    sent: Annotated[FeedbackSent, Strict()],
    service: TheService,
    at: At,
    once: Once,
    response: Response,
    signed: Annotated[SignedIn, requires(Permission.GIVE_FEEDBACK)],
) -> Recorded[ReasonFeedback]:
    """Say that an explanation is right, wrong or beside the point; said again, it is a new version."""
    said = service.give_feedback(
        recommendation,
        sent.opportunity,
        reason,
        sent.verdict,
        correction=sent.correction,
        corrects=sent.corrects,
        viewer=signed.viewer,
        at=at,
        once=once.of(sent),
    )
    return tagged(response, said)


@router.get("/profiles/{profile}/observations")
def list_observations(
    profile: ProfileId, service: TheService, at: At, page: ThePage, signed: _Reading
) -> Page[Observation]:
    """What providers saw of a person, as far as whoever asks may know it."""
    return page.of(service.observations_of(profile, viewer=signed.viewer, at=at))


@router.post("/profiles/{profile}/observations", status_code=201, responses=MADE_WITH_TAG)
def record_observation(
    profile: ProfileId,
    sent: Annotated[ObservationSent, Strict()],
    service: TheService,
    at: At,
    once: Once,
    response: Response,
    signed: Annotated[SignedIn, requires(Permission.RECORD_OBSERVATION)],
) -> Recorded[Observation]:
    """Note what was seen of one's own participant; it counts once they have seen it and a counsellor has confirmed."""
    seen = {name: getattr(sent, name) for name in ObservationSent.model_fields}
    return tagged(
        response, service.record_observation(profile, **seen, viewer=signed.viewer, at=at, once=once.of(sent))
    )


@router.post("/observations/{observation}/shown", responses=WITH_TAG)
def show_observation(
    observation: EntryId,
    sent: Annotated[ObservationShown, Strict()],
    service: TheService,
    change: TheChange,
    response: Response,
    signed: Annotated[SignedIn, requires(Permission.RECORD_PERSON_ANSWER)],
) -> Recorded[Observation]:
    """Note that the person has seen an observation, with their answer if they give one."""
    shown = service.show_observation(
        observation,
        answer=sent.answer,
        viewer=signed.viewer,
        **change.of(sent),
    )
    return tagged(response, shown)


@router.post("/observations/{observation}/confirmation", responses=WITH_TAG)
def confirm_observation(
    observation: EntryId,
    service: TheService,
    change: TheChange,
    response: Response,
    signed: _Confirming,
) -> Recorded[Observation]:
    """Confirm an observation that the person has seen: it counts, and proposes corrections of the file."""
    confirmed = service.confirm_observation(observation, viewer=signed.viewer, **change.of())
    return tagged(response, confirmed)


@router.post("/observations/{observation}/dismissal", responses=WITH_TAG)
def dismiss_observation(
    observation: EntryId,
    service: TheService,
    change: TheChange,
    response: Response,
    signed: _Confirming,
) -> Recorded[Observation]:
    """Dismiss an observation: it counts nowhere, and stays on record."""
    dismissed = service.dismiss_observation(observation, viewer=signed.viewer, **change.of())
    return tagged(response, dismissed)


@router.get("/profiles/{profile}/corrections")
def list_corrections(
    profile: ProfileId, service: TheService, at: At, page: ThePage, signed: _Reading
) -> Page[Correction]:
    """What is or was proposed to be corrected for a person."""
    return page.of(service.corrections_of(profile, viewer=signed.viewer, at=at))


@router.post("/corrections/{correction}/confirmation", responses=WITH_TAG)
def confirm_correction(
    correction: EntryId,
    sent: Annotated[CorrectionDecided, Strict()],
    service: TheService,
    change: TheChange,
    response: Response,
    signed: _Amending,
) -> Recorded[Correction]:
    """Confirm a correction: what has a field of the file is written there."""
    confirmed = service.confirm_correction(
        correction,
        answer=sent.answer,
        viewer=signed.viewer,
        **change.of(sent),
    )
    return tagged(response, confirmed)


@router.post("/corrections/{correction}/dismissal", responses=WITH_TAG)
def dismiss_correction(
    correction: EntryId,
    sent: Annotated[CorrectionDecided, Strict()],
    service: TheService,
    change: TheChange,
    response: Response,
    signed: _Amending,
) -> Recorded[Correction]:
    """Dismiss a correction: nothing changes, and what was proposed stays on record."""
    dismissed = service.dismiss_correction(
        correction,
        answer=sent.answer,
        viewer=signed.viewer,
        **change.of(sent),
    )
    return tagged(response, dismissed)
