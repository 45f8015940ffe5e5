"""What stands around a slate on the page of one person: the file is read once for all of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from matching.domain.profile import Profile
from matching.domain.proposal import Proposal
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.process import WITH_THE_PERSON
from matching.storage import opportunities
from matching.storage.ledger import Entry
from matching.use_cases.kept.news import searches_of, told_searches
from matching.use_cases.kept.outside import outside_of
from matching.use_cases.kept.pinned import Pinned
from matching.use_cases.kept.pins import standing_pins, told_pins
from matching.use_cases.kept.proposed_outside import ProposedOutside
from matching.use_cases.kept.searched import Searched
from matching.use_cases.person_file import read_file
from matching.use_cases.proposals.prescribing import prescribed_elsewhere
from matching.use_cases.proposals.reading import proposals_in
from matching.use_cases.proposals.waiting import waiting_in
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.unaddressed import unaddressed_needs
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact


@dataclass(frozen=True)
class Around:
    """The person as this viewer may see them, what was decided and kept, and how much waits for a word.

    `prescribed_elsewhere` are the shown options that only others than the viewer's institution prescribe, and who does;
    `unaddressed` the weighty needs that none of them says it answers.
    """

    person: Profile
    proposals: list[Entry[Proposal]]
    pins: tuple[Pinned, ...]
    outside: tuple[ProposedOutside, ...]
    searches: tuple[Searched, ...]
    waiting: int
    prescribed_elsewhere: Mapping[str, tuple[Institution, ...]]
    unaddressed: frozenset[Barrier]


def around_person(
    workplace: Workplace,
    profile: str,
    *,
    viewer: Viewer,
    at: datetime,
    lang: str = "fr",
    options: Collection[str] = (),
) -> Around:
    """What stands around a person and the `options` shown at an aware moment, each part as its own use case tells it.

    NotFoundError when the file does not exist for this viewer, ForbiddenError for a role that accompanies nobody.
    """
    refuse_other_roles(viewer, WITH_THE_PERSON, "de lire des propositions")
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        file = read_file(connection, profile)
        person = redact(file.profile, viewer, at)
        proposals = proposals_in(connection, file, viewer, at)
        outside = outside_of(connection, person, viewer)
        waiting = waiting_in(connection, person, viewer, at)
        pins = standing_pins(connection, profile)
        listed = list(opportunities.current_among(connection, options))
        elsewhere = prescribed_elsewhere(connection, person, listed, viewer, at)
        searches, finds = searches_of(connection, profile)
    return Around(
        person=person,
        proposals=proposals,
        pins=told_pins(workplace, file, pins, viewer=viewer, at=at, lang=lang),
        outside=outside,
        searches=told_searches(workplace, file, searches, finds, viewer=viewer, at=at),
        waiting=waiting,
        prescribed_elsewhere=elsewhere,
        unaddressed=unaddressed_needs(person, listed),
    )
