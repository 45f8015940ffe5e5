"""What may leave to receivers outside counselling: nothing that depends on what a person did after a proposal.

No refusal of a counsellor or a person, no start, attendance or outcome of a named person, no words somebody wrote
freely. So a refusal, a no-show or a dropout reads as if nothing had been proposed, or as if all had gone well; nor do
rows that are counted tell it. A payer and a provider read what was asked of themselves and what they answered, and a
provider who came to its place. Statistics get nothing that hangs on a person, named or not: a row per person is no
statistic, and small cells are suppressed where persons are counted. Source: design 1, promise 4; domain 3.4 and 3.5.
"""

from collections.abc import Mapping
from types import MappingProxyType

from matching.contracts.allowed_within import OPPORTUNITY, Allowed, fields
from matching.domain.vocabulary.receivers import Receiver

_APPLICATION = (
    fields("id languages.complete skills.complete education.level education.recognised education.field")
    | fields("language level", "languages.items")
    | fields("title codes.scheme codes.code years last_year target", "occupations")
    | fields("label code", "skills.items")
    | fields("percent schedules start_from", "availability")
    | fields("mobility.licences")
)
"""What one tells an employer: the work one has done, what one can do, when one is free."""

_ADAPTED = fields("availability.work_pace_percent") | fields(
    "strain source author stated_on expires_on", "restrictions"
)
"""Places and measures, whose providers must fit the work to the person; an employer learns neither pace nor limits."""

_KNOWN_OF_WORK = _APPLICATION | fields("unit objective mobility.vehicle mobility.radius_km")
_AGREED = fields("profile objective steps parts.role parts.text review_on agreed_at")
_LEAD = fields("profile institution mandated_by valid_from valid_to")
_GUARANTEE = fields("profile opportunity code payer amount currency valid_from valid_to status")
_DOSSIER = fields("profile opportunity title kind handed_over_at")

_AN_OFFICE_INVOLVED: Allowed = {
    "profile": _KNOWN_OF_WORK,
    "plan": _AGREED,
    "case_lead": _LEAD,
    "payment_guarantee": _GUARANTEE,
    "opportunity": OPPORTUNITY,
}

OUTSIDE: Mapping[Receiver, Allowed] = MappingProxyType(
    {
        Receiver.CASE_SYSTEM: {
            **_AN_OFFICE_INVOLVED,
            "proposal": fields("profile opportunity kind title code status"),
            "unit": fields("id name institution territory closed_on"),
        },
        Receiver.SOCIAL_OFFICE: _AN_OFFICE_INVOLVED,
        Receiver.PLACEMENT_OFFICE: _AN_OFFICE_INVOLVED,
        Receiver.PAYER: {
            "payment_guarantee": _GUARANTEE | fields("requested_by requested_for reason"),
            "proposal": fields("profile opportunity kind title code status")
            | fields("step at text institution granted", "step"),
            "payer_decision": fields("step at text institution granted"),
            "opportunity": OPPORTUNITY,
        },
        Receiver.PROVIDER: {
            "profile": _APPLICATION | _ADAPTED,
            "proposal": fields("profile opportunity kind title status")
            | fields("step at state on sendable_text came completed", "step"),
            "dossier": _DOSSIER | fields(" ".join(_APPLICATION | _ADAPTED), "content"),
            "opportunity": OPPORTUNITY,
        },
        Receiver.EMPLOYER: {
            "profile": _APPLICATION,
            "dossier": _DOSSIER | fields(" ".join(_APPLICATION), "content"),
        },
        Receiver.STATISTICS: {
            "opportunity": OPPORTUNITY,
            "unit": fields("id name institution territory closed_on"),
        },
    }
)
"""By receiver."""
