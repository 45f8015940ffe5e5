"""Who may prescribe an option to a person: asked before a decision is offered, and again when one is written."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.eligibility.decision_table import TABLE
from matching.eligibility.payer import resolve
from matching.storage.agreements import lead_at
from matching.use_cases.funding import may_be_told
from matching.working_days.swiss_time import swiss_day


def other_prescribers(
    connection: Connection, person: Profile, option: AnyOpportunity, viewer: Viewer, at: datetime
) -> tuple[Institution, ...]:
    """The institutions that prescribe an option to a person, when the viewer's is none of them; else empty.

    `person` is the person as the viewer may see them. By the decision table, the option and the case lead at an aware
    moment, as the card says it: those of every row that may apply; where no row says, those whom the option names
    itself, else all of those rows. Unknown facts leave several that may; nobody has to prescribe a job.
    """
    if isinstance(option, Vacancy):
        return ()
    led = lead_at(connection, person.id, at)
    lead = led.word if led and may_be_told(person, viewer, led.word) else None
    found = resolve(person, option, swiss_day(at), lead=lead)
    of_rows = {who for line in found.lines for who in TABLE[line.row].prescribers}
    may = found.prescribers or option.prescribers or of_rows
    return () if viewer.institution in may else tuple(one for one in Institution if one in may)


def prescribed_elsewhere(
    connection: Connection, person: Profile, options: Iterable[AnyOpportunity], viewer: Viewer, at: datetime
) -> dict[str, tuple[Institution, ...]]:
    """Of some options, by id, those that others prescribe, not the viewer's institution: who does."""
    told = {option.id: other_prescribers(connection, person, option, viewer, at) for option in options}
    return {id_: others for id_, others in told.items() if others}
