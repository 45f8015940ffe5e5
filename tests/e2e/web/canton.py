"""Invented people of three places, many enough for counts to be told: their needs, refusals, starts and results.

Written straight into the ledgers, as recommending to each of them would take minutes; what is counted of them is not.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from matching.bootstrap import Service
from matching.domain.decision import Decision
from matching.domain.kept import OutsideOption
from matching.domain.opportunity import AnyOpportunity
from matching.domain.outcome import Outcome
from matching.domain.participation import Start
from matching.domain.payer_budget import PayerBudget
from matching.domain.profile import Profile
from matching.domain.proposal import Proposal
from matching.domain.steering import PlaceStatement
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind, Payer
from matching.domain.vocabulary.process import OutcomeKind, Verb
from matching.storage import opportunities, profiles
from matching.storage.kept import OUTSIDE_OPTIONS
from matching.storage.ledger import Entry
from matching.storage.proposals import OUTCOMES, PROPOSALS, proposal_id
from matching.storage.scope import EVERYTHING

PLACES: tuple[tuple[str, str, str, str, float, float], ...] = (
    ("vd-uc-lausanne", "VD", "Lausanne", "1003", 46.5197, 6.6323),
    ("vd-orp-renens", "VD", "Renens", "1020", 46.5354, 6.5884),
    ("ne-ssr-chaux-de-fonds", "NE", "La Chaux-de-Fonds", "2300", 47.1035, 6.8328),
)
NEEDS = (("digital",), ("communication_language", "digital"), ("finance_debt",), ("work_rhythm", "confidence"), ())
LEVELS = ("b2", "a1", "b1")
REASONS = ("too_far", "not_interested", "childcare_or_family", "cost")
OFFERS = (
    ("own:ne-francais-a2", OpportunityKind.MEASURE, 3),
    ("own:vd-mip-tremplin", OpportunityKind.MEASURE, 7),
    ("own:vd-mis-rythme", OpportunityKind.MEASURE, 5),
    ("own:ne-fil-rouge", OpportunityKind.MEASURE, 5),
)
"""What people refuse and begin, and how many of ten have a job a year later."""
FEW = 3
"""Which of them too few begin for anything to be compared."""
OUTSIDE_TITLE = "Atelier de quartier, exemple"
"""What was proposed beside the catalogue to every fifth of them, for a need of theirs."""
WITHOUT_HOME = (1, 6, 11)
"""To whom something was for another need: too few for it to be told."""
TWIN = "own:vd-mip-tremplin"
"""What another payer has as well."""


def people(number: int, on: date) -> Iterator[Profile]:
    """So many files, each a little different."""
    for at in range(number):
        unit, region, municipality, postcode, latitude, longitude = PLACES[at % 7 % 3]
        needs = NEEDS[at % 5]
        told: dict[str, Any] = {
            "id": f"c-{at:04}",
            "unit": unit,
            "birth_date": date(1966 + at % 38, 1 + at % 12, 3),
            "residence": {"country": "ch", "region": region, "municipality": municipality, "postcode": postcode}
            | {"latitude": latitude, "longitude": longitude},
            "permit": {"kind": "citizen", "may_work": True, "may_change_employer": True},
            "languages": {"items": [{"language": "fr", "level": LEVELS[at % 3]}], "complete": True},
            "availability": {"percent": 60 + 20 * (at % 3)},
            "mobility": {"licences": [], "vehicle": False, "radius_km": 15 + at % 20},
            "insurances": {
                "unemployment": {"status": "none" if at % 4 else "open_with_days"},
                "disability": {"status": "none"},
                "assistance": {"kind": "ri" if region == "VD" else "cantonal", "since": on - timedelta(40 * (at % 60))},
            },
            "objective": ("job", "stabilisation", "training")[at % 3],
            "months_without_work": at % 70,
            "project": "Travailler en cuisine, au service ou dans la vente.",
            "needs": [
                {"barrier": each, "level": "high", "confirmed": True, "author": "assistante sociale", "stated_on": on}
                for each in needs
            ],
        }
        yield Profile.model_validate(told)


def fill(service: Service, number: int, *, manager: Viewer, at: datetime) -> None:
    """The people, what they refused of late and began two years ago; places, a budget, and the night that counts.

    Offers that do not say which needs they address, or where, are withdrawn: they leave every need open.
    """
    files = list(people(number, at.date()))
    with service.workplace.database.begin(EVERYTHING) as connection:
        profiles.upsert(connection, files, at=at)
        for source in ("measures", "placements"):
            told = [each.id for each in opportunities.all_current(connection) if _says_what_and_where(each)]
            opportunities.withdraw_missing(connection, source=source, ids=told, at=at)
        twin = next(each for each in opportunities.all_current(connection) if each.id == TWIN)
        alike = twin.model_copy(update={"id": "own:ac-tremplin", "payer": Payer.AC, "provider_id": "tremplin-ac"})
        opportunities.upsert(connection, [alike], source="twin", at=at)
        for place, file in enumerate(files):
            refused = at - timedelta(days=90 * (place % 4))
            reason = REASONS[place % len(REASONS) if place % 3 else 0]
            no = Decision(author="demo", at=refused, verb=Verb.REJECT, reject_reasons=(reason,))
            _propose(connection, file.id, place % 3, "no", [no])
            if place % 2:
                _begin(connection, file.id, place // 2 % 3, place // 6 % 10, at - timedelta(days=800))
            elif place % 10 == 0:
                _begin(connection, file.id, FEW, place // 10 % 10, at - timedelta(days=700))
            if place % 5 == 0 or place in WITHOUT_HOME:
                _propose_outside(connection, file.id, "housing" if place in WITHOUT_HOME else "digital", at)
    for statement in STATEMENTS:
        service.state_places(PlaceStatement.model_validate(COUNTED | statement), viewer=manager, at=at)
    budget = PayerBudget.model_validate(BUDGET | {"year": at.year, "stated_on": at.date()})
    service.set_budget(budget, viewer=manager, at=at)
    service.allocate(viewer=manager, at=at)


def _says_what_and_where(option: AnyOpportunity) -> bool:
    return bool(option.criteria.needs) and option.place is not None and option.place.latitude is not None


def _propose_outside(connection: Connection, person: str, need: str, at: datetime) -> None:
    said = {"kind": "measure", "title": OUTSIDE_TITLE, "offered_by": "Le quartier", "need": need}
    option = OutsideOption.model_validate({**said, "profile": person, "proposed_by": "demo", "at": at})
    OUTSIDE_OPTIONS.add(connection, option, subject=person, author="demo", at=at)


def _begin(connection: Connection, person: str, offer: int, tenth: int, began: datetime) -> None:
    """A start, and a year later whether there is a job."""
    yes = Decision(author="demo", at=began, verb=Verb.ACCEPT, accept_reasons=("client_wish",))
    start = Start(author="demo", at=began, came=True, on=began.date())
    entry = _propose(connection, person, offer, "yes", [yes, start])
    later = began + timedelta(days=370)
    outcome = Outcome(
        proposal=entry.id,
        kind=OutcomeKind.UNSUBSIDISED_JOB_AT,
        months=12,
        holds=tenth < OFFERS[offer][2],
        stated_at=later,
        source="counsellor",
    )
    OUTCOMES.add(connection, outcome, subject=person, author="demo", at=later)


def _propose(
    connection: Connection, person: str, offer: int, key: str, steps: Sequence[Decision | Start]
) -> Entry[Proposal]:
    option, kind, _ = OFFERS[offer]
    slate = f"r-{person}-{key}"
    entry: Entry[Proposal] | None = None
    for step in steps:
        word = Proposal(
            profile=person,
            recommendation=slate,
            opportunity=option,
            kind=kind,
            title=option,
            status=step.leads_to,
            step=step,
        )
        if entry is None:
            entry = PROPOSALS.add(
                connection, word, subject=person, author="demo", at=step.at, id_=proposal_id(slate, option)
            )
        else:
            entry = PROPOSALS.revise(connection, entry, word, author="demo", at=step.at)
    assert entry is not None
    return entry


COUNTED: dict[str, Any] = {
    "territory": "CH-NE",
    "programme": "programmes spécifiques d'emploi temporaire",
    "authority": "Collaboration interinstitutionnelle (CII), canton de Neuchâtel",
    "reference": "Bilan CII 2009-2013",
}
STATEMENTS: tuple[dict[str, Any], ...] = (
    {"kind": "observed", "on": "2011-12-31", "occupation": 142, "socioprofessional": 14, "professional": 48},
    {"kind": "observed", "on": "2012-12-31", "occupation": 91, "socioprofessional": 22, "professional": 86},
    {"kind": "target", "on": "2014-12-31", "occupation": 0, "socioprofessional": 58, "professional": 136},
)
"""Source: Bilan CII 2009-2013 of Neuchâtel, as in the golden example."""

BUDGET: dict[str, Any] = {
    "payer": "as_canton",
    "starts": 100,
    "granted": 40,
    "authority": "Service de l'emploi (exemple)",
    "reference": "Décision inventée",
}
