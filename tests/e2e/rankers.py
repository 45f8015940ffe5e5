"""Rankers to put into service in tests: the baseline's tables lifted, so that every score moves, or upside down."""

from datetime import UTC, date, datetime

from matching.bootstrap import Service
from matching.domain.vocabulary.process import Evidence
from matching.ranking.figures import Figures
from matching.ranking.manifest import Basis
from matching.ranking.model import Factor, Model, Table
from matching.ranking.registry import Release, open_baseline, write_version

BASES = {
    Evidence.LOCAL: Basis(evidence=Evidence.LOCAL, n=40, since=date(2026, 1, 5), until=date(2026, 10, 30)),
    Evidence.SIMULATED: Basis(evidence=Evidence.SIMULATED),
    Evidence.NONE: Basis(evidence=Evidence.NONE),
}


def tables(version: str, evidence: Evidence = Evidence.LOCAL, *, lift: float = 0.5) -> Model:
    """The baseline, every chance of acceptance lifted by so much on its own scale."""
    model = open_baseline()
    kinds = {
        kind: each.model_copy(
            update={"accept": each.accept.model_copy(update={"intercept": each.accept.intercept + lift})}
        )
        for kind, each in model.kinds.items()
    }
    return model.model_copy(update={"version": version, "evidence": evidence, "kinds": kinds})


def upside_down() -> Model:
    """The baseline with every table of acceptance turned round: what was likely is not, and the other way round."""

    def turned(table: Table) -> Table:
        return table.model_copy(update={"values": tuple(-value for value in table.values)})

    def other(factor: Factor) -> Factor:
        return factor.model_copy(update={"terms": {name: turned(table) for name, table in factor.terms.items()}})

    model = open_baseline()
    kinds = {kind: parts.model_copy(update={"accept": other(parts.accept)}) for kind, parts in model.kinds.items()}
    return model.model_copy(update={"version": "upside-down", "kinds": kinds})


def in_other_points(by: float) -> Model:
    """The baseline, saying the same in other points, so many of which (at most one) make one of its own."""
    model = open_baseline()
    kinds = {kind: each.model_copy(update={"gain_share": each.gain_share * by}) for kind, each in model.kinds.items()}
    return model.model_copy(update={"version": "other-points", "evidence": Evidence.LOCAL, "kinds": kinds, "scale": by})


def exported(
    service: Service,
    version: str,
    evidence: Evidence = Evidence.LOCAL,
    *,
    lift: float = 0.5,
    encoder: str | None = None,
    refused: tuple[str, ...] = (),
    model: Model | None = None,
    figures: Figures | None = None,
    run: str | None = None,
    card: str | None = None,
) -> Release:
    """A version in the registry of a service, as the training exports one."""
    return write_version(
        service.workplace.rankers.root,
        model or tables(version, evidence, lift=lift),
        basis=BASES[evidence],
        encoder=encoder or service.workplace.encoder.version,
        made_at=datetime(2026, 11, 1, tzinfo=UTC),
        card=card or f"# {version}\n",
        refused=refused,
        figures=figures,
        run=run,
    )
