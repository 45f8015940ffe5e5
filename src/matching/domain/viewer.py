"""Who is asking."""

from datetime import datetime
from typing import Annotated

from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import MandateKind, Role
from matching.domain.word import Identifier, Moment, Word, about


class Mandate(Word):
    """A dated mandate. Source: OSE art. 53b al. 6."""

    kind: Annotated[MandateKind, about("Kind.", "pes_staff")]
    valid_from: Annotated[Moment, about("Valid from.", "2026-01-01T00:00:00+01:00")]
    valid_to: Annotated[Moment | None, about("Valid to, exclusive.", "2027-01-01T00:00:00+01:00")] = None

    def holds_at(self, at: datetime) -> bool:
        """Whether the mandate is valid at the aware moment `at`."""
        return self.valid_from <= at and (self.valid_to is None or at < self.valid_to)


class Viewer(Word):
    """Who is asking: role, institution, units and mandates. Without mandate: no restricted posting."""

    account: Annotated[Identifier, about("Account.", "demo")]
    role: Annotated[Role, about("Role.", "counsellor")]
    institution: Annotated[Institution | None, about("Institution.", "orp")] = None
    units: Annotated[
        tuple[Identifier, ...] | None,
        about("Units whose files are visible; absent: all, for local use without accounts.", ["vd-uc-lausanne"]),
    ] = ()
    mandates: Annotated[tuple[Mandate, ...], about("Mandates.", [])] = ()

    def has_mandate(self, kind: MandateKind, at: datetime) -> bool:
        """Whether a mandate of that kind is valid at `at`."""
        return any(mandate.kind is kind and mandate.holds_at(at) for mandate in self.mandates)


LOCAL_VIEWER = Viewer(account="local", role=Role.LOCAL, units=None)
"""Whoever uses the service on their own machine without an account: all files there, no restricted posting."""
