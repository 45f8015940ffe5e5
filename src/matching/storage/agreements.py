"""What people and institutions agree on about a person: plans, case leads, payment guarantees."""

from datetime import datetime

from sqlalchemy import Connection

from matching.domain.guarantee import PaymentGuarantee
from matching.domain.plan import CaseLead, Plan
from matching.domain.vocabulary.needs import Objective
from matching.storage import tables
from matching.storage.fed_ledger import FedLedger
from matching.storage.ledger import Entry, PutTo

PLANS = FedLedger(tables.plans, Plan, "plan")
CASE_LEADS = FedLedger(tables.case_leads, CaseLead, "lead")
GUARANTEES = FedLedger(tables.guarantees, PaymentGuarantee, "guarantee", put_to=lambda word, _: PutTo(payer=word.payer))


def plan_of(connection: Connection, profile: str) -> Entry[Plan] | None:
    """The one plan of a person whose file was loaded before; None when there is none."""
    found = PLANS.current(connection, subjects=[profile])
    return found[0] if found else None


def agreed_objective(connection: Connection, profile: str) -> Objective | None:
    """The objective of the plan as it was last agreed; a change that is not agreed yet does not count."""
    entry = plan_of(connection, profile)
    if entry is None:
        return None
    versions = [version.word for version in PLANS.history(connection, entry.id)]
    return next((plan.objective for plan in reversed(versions) if plan.agreed_at is not None), None)


def lead_at(connection: Connection, profile: str, at: datetime) -> Entry[CaseLead] | None:
    """Who leads at an aware moment; None when nobody does."""
    leads = CASE_LEADS.current(connection, subjects=[profile])
    return next((entry for entry in leads if entry.word.holds_at(at)), None)
