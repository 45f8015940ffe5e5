"""The same canton through the real service: its store, its slates, its decisions, its steps and its audit.

People, catalogue, units and accounts go into an empty store that is marked as a demo; then every slate is asked for
with `recommend`, every decision and step written with the use case it has, each at its simulated moment and by an
account that may. Where the service refuses a step the proposal ends there, and the refusal is counted. Verdicts on
explanations are left out.
"""

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from heapq import heappop, heappush
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from matching.bootstrap import Service, open_service
from matching.domain.opportunity import Vacancy
from matching.domain.proposal import Proposal
from matching.domain.unit import Unit
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import OutcomeKind, ProposalStatus, Role, Verb
from matching.eligibility.decision_table import TABLE
from matching.eligibility.payer import Resolution, resolve
from matching.errors import ConflictError, MatchingError
from matching.ranking.rank import KINDS
from matching.settings import Settings
from matching.storage import marks, opportunities
from matching.storage.ledger import Entry
from matching.storage.served import SERVED_SLATES
from matching.use_cases.import_file import import_file
from matching.use_cases.mandates import put_account
from matching.use_cases.units import register_unit
from matching_training.log.appearing import refuse_not_empty, writable
from matching_training.log.files import save_log, save_tables
from matching_training.log.tables import Log
from matching_training.simulate.counsellors import accept_probability
from matching_training.simulate.course import Step
from matching_training.simulate.intakes import LOG, PROTECTED, TRUTH, people_truth, protected_of
from matching_training.simulate.people import unit_of
from matching_training.simulate.run import State, begin_state, read, visits
from matching_training.simulate.scenario import Scenario
from matching_training.simulate.texts import read as read_texts
from matching_training.simulate.world import World, begin_of, build_world
from matching_training.simulate.written import Served, outcomes_of, truth_frame

_S = ProposalStatus
_VERBS = {_S.ACCEPTED: Verb.ACCEPT, _S.REJECTED: Verb.REJECT, _S.DEFERRED: Verb.DEFER}
CATALOGUE = "sim"
"""The source under which the simulated options stand in a store."""
_OFFICES = (Institution.UC, Institution.ORP, Institution.CSR, Institution.SSR, Institution.SOCIAL_COMMUNE)


@dataclass
class Office:
    """A service, whose canton it plays, and the proposals that are under way: (slate, position) -> last entry."""

    service: Service
    world: World
    entries: dict[tuple[int, int], Entry[Proposal]] = field(default_factory=dict)
    ended: set[tuple[int, int]] = field(default_factory=set)
    refused: Counter[str] = field(default_factory=Counter)
    waiting: list[tuple[float, int, int, int, Step]] = field(default_factory=list)
    """A heap of steps to come: (day, order, slate, position, step)."""
    queued: int = 0

    def moment(self, day: float) -> datetime:
        """A simulated moment."""
        return begin_of(self.world.scenario) + timedelta(days=day)

    def day(self, number: float | None) -> date:
        """A simulated date."""
        return self.world.scenario.begin + timedelta(days=int(number or 0))

    def viewer(self, counsellor: int, institution: Institution) -> Viewer:
        """An account of a counsellor in one of the offices."""
        units = tuple(unit_of(canton) for canton in cantons())
        account = f"sim-{institution.value}-{counsellor}"
        return Viewer(account=account, role=Role.COUNSELLOR, institution=institution, units=units)

    def payer(self, institution: Institution) -> Viewer:
        """The account that answers for a paying institution in every canton."""
        units = tuple(f"{unit_of(canton)}-{institution.value}" for canton in cantons())
        return Viewer(account=f"sim-payer-{institution.value}", role=Role.PAYER, institution=institution, units=units)

    def resolution(self, person: int, option: int, at: float) -> Resolution:
        """Who pays and who prescribes."""
        return resolve(self.world.people.profiles[person], self.world.options[option], self.moment(at).date())


def cantons() -> tuple[str, ...]:
    """The cantons that people live in."""
    return tuple(sorted({place["canton"] for place in read_texts("places")}))


def simulate_through(
    scenario: Scenario,
    settings: Settings,
    folder: Path,
    *,
    seed: int | None = None,
    decisions: int | None = None,
    heard: Callable[[int, int], None] = lambda _done, _of: None,
) -> Log:
    """So many decisions through a service on the settings' data folder, which must be empty; log and truth in `folder`.

    The log written is the simulator's own account: the store holds the same. ConflictError for a store with data,
    InvalidInputError, before any work, for a `folder` that is not empty.
    """
    with writable(folder):
        refuse_not_empty(folder)
    decisions = scenario.decisions if decisions is None else decisions
    world = build_world(scenario, seed=seed)
    with closing(open_service(settings)) as service:
        office = settle(service, world)
        state = play(office, decisions=decisions, heard=heard)
        log = state.log()
        if scenario.over:
            leave(office, at=log.until.to_pydatetime())
    about = {"scenario": scenario.name, "digest": scenario.digest, "seed": world.seed, "through_service": True}
    about["refused"] = dict(office.refused)
    people = people_truth(world, state.canton.jobs())
    save_tables({"shown": truth_frame(state.canton, state.served), "people": people}, folder / TRUTH, about=about)
    save_tables({"protected": protected_of(world)}, folder / PROTECTED, about=about)
    save_log(log, folder / LOG, about=about)
    return log


def settle(service: Service, world: World) -> Office:
    """Put catalogue, units, accounts and the files of the people into an empty store, which becomes a demo's.

    Files are imported as those of an office are, unit by unit. ConflictError for a store that holds data already.
    """
    office = Office(service, world)
    at, who = begin_of(world.scenario) - timedelta(hours=1), LOCAL_VIEWER.account
    with service.workplace.acting(LOCAL_VIEWER, Act.ADMINISTER, at=at, about="demo") as connection:
        if marks.kind(connection) is not None:
            raise ConflictError("Ce dossier de données contient déjà quelque chose ; en prendre un vide.")
        marks.set_demo(connection, at=at)
        for canton in cantons():
            own = unit_of(canton)
            names = {own: Institution.UC, **{f"{own}-{each.value}": each for each in _OFFICES}}
            for id_, institution in names.items():
                told = {"id": id_, "name": f"Office simulé {id_}", "institution": institution}
                register_unit(connection, Unit.model_validate({**told, "territory": f"CH-{canton}"}), author=who, at=at)
        for institution in _OFFICES:
            put_account(connection, office.payer(institution), author=who, at=at)
            for counsellor in range(world.scenario.counsellors.count):
                put_account(connection, office.viewer(counsellor, institution), author=who, at=at)
        opportunities.upsert(connection, list(world.options), source=CATALOGUE, at=at)
    with TemporaryDirectory() as folder:
        for canton in cantons():
            unit = unit_of(canton)
            files = [profile for profile in world.people.profiles if profile.unit == unit]
            if not files:
                continue
            path = Path(folder) / f"{unit}.jsonl"
            path.write_text("".join(f"{file.model_dump_json(exclude_none=True)}\n" for file in files), encoding="utf-8")
            found = import_file(
                service.workplace, "profiles", path, viewer=LOCAL_VIEWER, at=at, unit=unit, people="demo"
            )
            if found.accepted != len(files):
                raise ConflictError(f"{found.rejected_rows} dossiers simulés sur {len(files)} n'ont pas été importés.")
    return office


def leave(office: Office, *, at: datetime) -> None:
    """Withdraw the catalogue: what the canton offered is of the past."""
    with office.service.workplace.acting(LOCAL_VIEWER, Act.IMPORT, at=at, about=CATALOGUE) as connection:
        opportunities.withdraw_missing(connection, source=CATALOGUE, ids=[], at=at)


def play(
    office: Office,
    *,
    decisions: int,
    seed: int = 0,
    heard: Callable[[int, int], None] = lambda _done, _of: None,
) -> State:
    """Make so many decisions, let all that follows from them happen and state the outcomes; the simulator's account."""
    state = begin_state(office.world)
    rng = np.random.default_rng([seed, 7, office.world.seed, office.world.intake, 0])
    for person, at in visits(state, decisions, rng):
        _let_happen(office, state, until=at)
        served = _slate(office, state, person, at)
        if served is not None:
            known = len(state.steps)
            read(state, served, rng)
            served.feedback[:] = -1  # no verdict on explanations is written into the store
            for slate, position, step in state.steps[known:]:
                office.queued += 1
                heappush(office.waiting, (step.at, office.queued, slate, position, step))
            heard(min(state.decided, decisions), decisions)
    _let_happen(office, state, until=np.inf)
    _state_outcomes(office, state)
    return state


def _slate(office: Office, state: State, person: int, at: float) -> Served | None:
    """What the service recommends, as the simulator keeps it; None where it shows nothing."""
    world = office.world
    counsellor = int(state.counsellors.of[person])
    viewer = office.viewer(counsellor, Institution.UC)
    shown = office.service.recommend(
        world.people.profiles[person].id,
        viewer=viewer,
        at=office.moment(at),
        limit=world.scenario.slate,
    )
    cards = [card for card in shown.cards if card.score is not None]
    if not cards:
        return None
    number = {id_: place for place, id_ in enumerate(world.ids)}
    options = np.array([number[card.opportunity] for card in cards])
    scores = np.array([card.score for card in cards], dtype=np.float64)
    lean = state.counsellors.lean[person, options]
    return Served(
        id=shown.id,
        number=len(state.served),
        person=person,
        counsellor=counsellor,
        at=at,
        options=options,
        eligible=_eligible(office, shown.id, viewer),
        next_step=next((number[card.opportunity] for card in cards if card.next_step), None),
        propensities=np.array([card.propensity for card in cards], dtype=np.float64),
        draws=np.full(len(cards), np.nan),  # no card says which draw; a snapshot of the store does
        drawn_among=np.array([card.drawn_among for card in cards], dtype=np.float64),
        scores=scores,
        own_chance=world.own_chance_of(office.service.workplace.model, person),
        model=shown.versions.model,
        accepting=accept_probability(world, state.canton.truth.suits[person, options], lean, scores),
        looked_at=np.zeros(len(cards), dtype=np.bool_),
        feedback=np.full(len(cards), -1),
    )


def _eligible(office: Office, recommendation: str, viewer: Viewer) -> NDArray[np.int64]:
    """(n_kinds,) how many of each kind might have been proposed, as the service wrote it down."""
    with office.service.workplace.reading(viewer) as connection:
        counts = SERVED_SLATES.get(connection, recommendation).word.eligible or {}
    return np.array([counts.get(kind, 0) for kind in KINDS], dtype=np.int64)


def _let_happen(office: Office, state: State, *, until: float) -> None:
    """Write down, in the order of time, every step that is due."""
    while office.waiting and office.waiting[0][0] <= until:
        _, _, slate, position, step = heappop(office.waiting)
        if (slate, position) in office.ended:
            continue
        served = state.served[slate]
        try:
            office.entries[slate, position] = _take(office, served, position, step)
        except MatchingError as refusal:
            office.refused[f"{step.status.value}: {type(refusal).__name__}: {str(refusal)[:120]}"] += 1
            office.ended.add((slate, position))


def _take(office: Office, served: Served, position: int, step: Step) -> Entry[Proposal]:
    """One step, by the use case it has."""
    service, at = office.service, office.moment(step.at)
    option = int(served.options[position])
    by = office.viewer(served.counsellor, _prescriber(office, served.person, option, step.at))
    if step.status in _VERBS:
        until = (at + timedelta(days=60)).date() if "not_now" in step.reasons else None
        return service.decide(
            served.id,
            office.world.ids[option],
            _VERBS[step.status],
            viewer=by,
            at=at,
            reasons=step.reasons,
            until=until,
        )
    entry = office.entries[served.number, position]
    id_, version = entry.id, entry.version
    reason = step.reasons[0] if step.reasons else None
    match step.status:
        case _S.CLIENT_ACCEPTED:
            return service.answer(id_, "accepted", viewer=by, at=at, expected_version=version)
        case _S.CLIENT_DECLINED:
            return service.answer(id_, "declined", viewer=by, at=at, reasons=step.reasons, expected_version=version)
        case _S.PAYER_REQUESTED:
            office_of = _paying(office, served.person, option, step.at)
            return service.ask_payer(id_, office_of, viewer=by, at=at, expected_version=version)
        case _S.PAYER_GRANTED | _S.PAYER_REFUSED:
            payer = office.payer(_paying(office, served.person, option, step.at))
            granted = step.status is _S.PAYER_GRANTED
            return service.payer_decides(
                id_,
                granted=granted,
                text=None if granted else "Refus simulé.",
                viewer=payer,
                at=at,
                expected_version=version,
            )
        case _S.STARTED | _S.NO_SHOW:
            on, came = office.day(step.day), step.status is _S.STARTED
            return service.start(id_, on=on, viewer=by, at=at, came=came, expected_version=version)
        case _S.COMPLETED | _S.DROPPED_OUT:
            on = office.day(step.day)
            return service.end(id_, on=on, viewer=by, at=at, dropout_reason=reason, expected_version=version)
        case _S.WITHDRAWN:
            return service.withdraw(id_, viewer=by, at=at, expected_version=version)
        case _:
            state = step.status.value
            return service.provider_moves(id_, state, viewer=by, at=at, reason=reason, expected_version=version)


def _prescriber(office: Office, person: int, option: int, at: float) -> Institution:
    """An institution that may prescribe an option to a person: the joint unit where it may."""
    offer = office.world.options[option]
    if isinstance(offer, Vacancy):
        return Institution.UC
    lines = office.resolution(person, option, at).lines
    may = {who for line in lines for who in line.prescribers or offer.prescribers or TABLE[line.row].prescribers}
    return next((institution for institution in _OFFICES if institution in may), Institution.UC)


def _paying(office: Office, person: int, option: int, at: float) -> Institution:
    """The institution that may pay; of several the first."""
    offices = office.resolution(person, option, at).offices
    return next((institution for institution in _OFFICES if institution in offices), Institution.CSR)


def _state_outcomes(office: Office, state: State) -> None:
    """State every outcome at its moment."""
    places = {
        (slate.id, office.world.ids[option]): (slate.number, position)
        for slate in state.served
        for position, option in enumerate(slate.options.tolist())
    }
    told = outcomes_of(state.canton, state.served, state.steps)
    for slate, option, fact, months, holds, day in told.itertuples(index=False):
        number, position = places[slate, option]
        if (number, position) not in office.entries:
            continue
        served = state.served[number]
        viewer = office.viewer(served.counsellor, Institution.UC)
        try:
            office.service.record_outcome(
                office.entries[number, position].id,
                OutcomeKind(fact),  # type: ignore[call-arg]  # the list is looked up by its code
                viewer=viewer,
                at=office.moment(day),
                months=None if np.isnan(months) else int(months),
                holds=bool(holds),
                source="register",
            )
        except MatchingError as refusal:
            office.refused[f"outcome {fact}: {type(refusal).__name__}: {str(refusal)[:120]}"] += 1
