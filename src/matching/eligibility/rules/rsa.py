"""What an option asks of a person on the RSA (France): the track it is kept for. Never anything about sanctions."""

from datetime import date

import numpy as np

from matching.domain.profile import Profile
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.standing import FrTrack, Status
from matching.eligibility.facts import assistance, holds
from matching.eligibility.kleene import Truths, any_of
from matching.eligibility.rule import Facts, Law, Rule
from matching.snapshot.columns import CriteriaColumns, bits, members

_TRACKS = (FrTrack.EMPLOI, FrTrack.SOCIO_PROFESSIONNEL, FrTrack.SOCIAL)


def is_on_a_track(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """One of the tracks is the person's; whoever has the accompagnement global is on one of the three, unnamed."""
    track = assistance(profile).fr_track
    if track is None:
        named = any_of(columns.fr_tracks, 0, bits(FrTrack))
    else:
        unnamed = bits(_TRACKS) if track is FrTrack.ACCOMPAGNEMENT_GLOBAL else 0
        named = any_of(columns.fr_tracks, bits([track]), unnamed)
    return np.minimum(named, np.int8(holds(profile, Status.RSA, on)))


def _says(_profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return Facts({"asked": members(FrTrack, row.fr_tracks[0])})


RULES = (
    Rule(
        id="rsa_track",
        subject="rsa",
        asks=Asks.COUNSELLOR,
        test=is_on_a_track,
        concerns=lambda columns: columns.fr_tracks != 0,
        law=Law(
            "Loi pour le plein emploi (parcours du RSA)",
            "ash.tm.fr 900141; actu-juridique.fr, undated; code not read",
            date(2025, 1, 1),
        ),
        says=_says,
    ),
)
