"""Files of people: read as consent allows, written by whoever has read them, and why not this option."""

from typing import Annotated

from fastapi import APIRouter, Response

from matching.api.bodies import Strict
from matching.api.etags import TAGGED, IsNew, ReadVersion, etag, version_to_write
from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.domain.profile import Profile
from matching.entrance.asked import At, Lang, OpportunityId, ProfileId, TheService
from matching.errors import InvalidInputError, PreconditionRequiredError
from matching.use_cases.sign_in.signed_in import SignedIn, refuse_without
from matching.use_cases.why_not import WhyNot

router = APIRouter(route_class=GuardedRoute, tags=["profiles"])


@router.get("/profiles/{profile}", responses={200: {"headers": TAGGED}})
def read_profile(
    profile: ProfileId,
    service: TheService,
    at: At,
    response: Response,
    signed: Annotated[SignedIn, requires(Permission.READ_PROFILES)],
) -> Profile:
    """The file of a person as its unit wrote it; what lacks consent is unknown, and `withheld` says so."""
    found = service.show_profile(profile, viewer=signed.viewer, at=at)
    response.headers["ETag"] = etag(found.revision)
    return found.profile


@router.put(
    "/profiles/{profile}",
    status_code=204,
    responses={
        201: {"description": "Made.", "headers": TAGGED},
        204: {"description": "Written.", "headers": TAGGED},
    },
)
def write_profile(
    profile: ProfileId,
    sent: Annotated[Profile, Strict()],
    service: TheService,
    at: At,
    signed: Annotated[SignedIn, requires(Permission.WRITE_PROFILES)],
    read: ReadVersion,
    is_new: IsNew,
) -> Response:
    """Write a file whole, as it was read or new. What was withheld from whoever writes stays as it is."""
    revision = version_to_write(read, is_new=is_new)
    if sent.id != profile:
        raise InvalidInputError("L'identifiant du dossier n'est pas celui de l'adresse ; corriger l'un des deux.")
    if sent.consents:
        refuse_without(signed, Permission.RECORD_VOICE)
    if revision is None:
        made = service.create_profile(sent, viewer=signed.viewer, at=at)
        return Response(status_code=201, headers={"ETag": etag(made), "Location": f"/v1/profiles/{profile}"})
    written = service.replace_profile(sent, revision=revision, viewer=signed.viewer, at=at)
    return Response(status_code=204, headers={"ETag": etag(written)})


@router.delete("/profiles/{profile}", status_code=204)
def erase_profile(
    profile: ProfileId,
    service: TheService,
    at: At,
    revision: ReadVersion,
    signed: Annotated[SignedIn, requires(Permission.ERASE_PROFILES)],
) -> None:
    """Erase a person for good: file and history. The version that was read says that it is meant."""
    if revision is None:
        raise PreconditionRequiredError("Indiquer la version lue avec If-Match (l'ETag) : un effacement est définitif.")
    service.erase(profile, revision=revision, viewer=signed.viewer, at=at)


@router.get("/profiles/{profile}/why-not/{opportunity:path}")
def why_not(
    profile: ProfileId,
    opportunity: OpportunityId,
    service: TheService,
    at: At,
    lang: Lang,
    signed: Annotated[SignedIn, requires(Permission.RECOMMEND)],
) -> WhyNot:
    """Where one option stands for one person, and what would change it."""
    return service.why_not(profile, opportunity, viewer=signed.viewer, at=at, lang=lang)
