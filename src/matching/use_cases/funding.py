"""The money of an option for one person: the decision table, with the case lead and the guarantees on file."""

from dataclasses import dataclass
from datetime import date, datetime

from matching.domain.guarantee import PaymentGuarantee
from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.plan import CaseLead
from matching.domain.profile import Profile
from matching.domain.telling import INSTITUTION_CATEGORIES
from matching.domain.viewer import Viewer
from matching.eligibility.payer import resolve
from matching.explanation.payers import Funding
from matching.storage.agreements import GUARANTEES, lead_at
from matching.use_cases.workplace import Workplace


@dataclass(frozen=True)
class OnFile:
    """What was agreed about one person, as far as the viewer may know it."""

    lead: CaseLead | None = None
    guarantees: tuple[PaymentGuarantee, ...] = ()

    def funding(self, person: Profile, option: AnyOpportunity, on: date) -> Funding:
        """Who leads, pays and prescribes an option, and the latest guarantee for it or for its kind."""
        code = None if isinstance(option, Vacancy) else option.code
        fitting = [
            one
            for one in self.guarantees
            if one.opportunity == option.id or (one.opportunity is None and one.code is code)
        ]
        found = resolve(person, option, on, lead=self.lead)
        return Funding(found, fitting[-1] if fitting else None, frozenset(person.withheld))


def on_file(workplace: Workplace, profile: str | Profile, person: Profile, viewer: Viewer, at: datetime) -> OnFile:
    """The lead and the guarantees of a stored file, without those that tell what is withheld from the viewer.

    `profile` is what was asked about and has been loaded for the viewer, `person` the same as the viewer may see it.
    A profile that was handed over is its bearer's: nothing is on file for it.
    """
    if isinstance(profile, Profile):
        return OnFile()
    with workplace.reading(viewer) as connection:
        lead = lead_at(connection, profile, at)
        guarantees = [entry.word for entry in GUARANTEES.current(connection, subjects=[profile])]
    led = lead.word if lead and may_be_told(person, viewer, lead.word) else None
    return OnFile(led, tuple(one for one in guarantees if may_be_told(person, viewer, one)))


def may_be_told(person: Profile, viewer: Viewer, agreed: CaseLead | PaymentGuarantee) -> bool:
    """Whether the viewer's institution is a party to it, or naming the institutions in it tells nothing withheld."""
    match agreed:
        case CaseLead():
            parties = agreed.institution, agreed.mandated_by
        case PaymentGuarantee():
            parties = agreed.payer, agreed.requested_for
    known = {party for party in parties if party is not None}
    withheld = set(person.withheld)
    return viewer.institution in known or not any(INSTITUTION_CATEGORIES[party] & withheld for party in known)
