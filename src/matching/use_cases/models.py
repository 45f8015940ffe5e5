"""The rankers there are and the encoder beside them; a person puts one into service, and takes the step back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from sqlalchemy import Connection

from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import Evidence
from matching.domain.word import Identifier, Moment, Text, Word, about
from matching.errors import ConflictError, DamagedError, MatchingError
from matching.ranking.current import BASELINE, Named, flip, sole_promoter, stack_of
from matching.ranking.drift_report import DriftReport, last_drift
from matching.ranking.figures import Figures
from matching.ranking.model import Model
from matching.ranking.registry import (
    Release,
    baseline_card,
    read_version,
    refuse_gated,
    refuse_other_encoder,
    versions_in,
)
from matching.storage import trainings
from matching.storage.scope import NOBODY
from matching.use_cases.rankers import refuse_altered, refuse_simulated
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace


class RankerShown(Word):
    """One ranker."""

    version: Annotated[Identifier, about("Version.", "baseline-1")]
    evidence: Annotated[Evidence, about("What it rests on.", "none")]
    horizon_months: Annotated[int, about("Horizon of its score, months from the start.", 12, ge=1)]
    current: Annotated[bool, about("It ranks now.", True)]
    shipped: Annotated[bool, about("The baseline that ships with the service.", True)] = False
    made_at: Annotated[Moment | None, about("When it was written.", "2026-11-21T08:00:00+01:00")] = None
    n: Annotated[int | None, about("Options it learned from.", 820, ge=1)] = None
    since: Annotated[date | None, about("First day of what it learned from.", "2026-01-05")] = None
    until: Annotated[date | None, about("Last day of what it learned from.", "2026-10-30")] = None
    features: Annotated[tuple[Identifier, ...], about("Features it reads, in their order.", ["distance"])] = ()
    encoder: Annotated[Identifier | None, about("Encoder it was trained with.", "1f2e3d4c5b6a")] = None
    learned_here: Annotated[bool, about("It was learned on this store, as its audit tells.", True)] = False
    promotable: Annotated[bool, about("It may be put into service here, now.", True)] = False
    obstacle: Annotated[Text | None, about("Why it may not.", "Appris avec un autre encodeur.")] = None


class UnusableRanker(Word):
    """A version whose files cannot be used."""

    version: Annotated[Identifier, about("Version.", "local-2026-11")]
    because: Annotated[Text, about("Why.", "model.json n'est pas le fichier qui a été écrit.")]


class ModelsShown(Word):
    """What ranks, and what reads the texts."""

    rankers: Annotated[tuple[RankerShown, ...], about("Rankers, the current one first.", [])]
    encoder: Annotated[Identifier, about("Version of the encoder.", "1f2e3d4c5b6a")]
    unusable: Annotated[tuple[UnusableRanker, ...], about("Versions that cannot be used.", [])] = ()
    before: Annotated[Identifier | None, about("Version that a rollback returns to.", "baseline-1")] = None
    degraded: Annotated[bool, about("What was promoted cannot be used; the shipped one stands in.", False)] = False


class RankerCard(Word):
    """What a ranker is, in words."""

    version: Annotated[Identifier, about("Version.", "baseline-1")]
    card: Annotated[str, about("Its card, as Markdown.", "# Fiche")]


@dataclass(frozen=True)
class FiguresShown:
    """The figures of a ranker, None where none were written, and its run in MLflow, where one is known."""

    version: str
    figures: Figures | None = None
    run: str | None = None


def list_models(workplace: Workplace) -> ModelsShown:
    """Rankers and encoder there are; DamagedError when the encoder or the shipped ranker cannot be read."""
    encoder, ranker, baseline = workplace.encoder.version, workplace.ranker, workplace.baseline
    current = ranker.model.version
    shown = [_shipped(baseline, current=current == baseline.version)]
    unusable = []
    with workplace.database.read(NOBODY) as connection:
        trained = trainings.trained_here(connection)
        for version in versions_in(workplace.rankers.root):
            try:
                release = read_version(workplace.rankers.root, version)
                refuse_altered(trained, release)
            except MatchingError as why:
                unusable.append(UnusableRanker(version=version, because=str(why)))
                continue
            obstacle = _obstacle(connection, release, encoder)
            shown.append(
                _trained(release, current=version == current, learned_here=version in trained, obstacle=obstacle)
            )
    return ModelsShown(
        rankers=tuple(sorted(shown, key=lambda each: not each.current)),
        encoder=encoder,
        unusable=tuple(unusable),
        before=_before(workplace, baseline),
        degraded=ranker.stands_in,
    )


def model_card(workplace: Workplace, version: str) -> RankerCard:
    """The card of a ranker; NotFoundError when there is none of that version, DamagedError when it is damaged."""
    if version == workplace.baseline.version:
        return RankerCard(version=version, card=baseline_card())
    return RankerCard(version=version, card=read_version(workplace.rankers.root, version).card)


@contextmanager
def noting_training(workplace: Workplace, release: Release, *, viewer: Viewer, at: datetime) -> Iterator[None]:
    """Put on record, at an aware moment, which version is learned here and what its manifest is, once it is written.

    What stands inside writes it; where that fails, nothing was learned. ForbiddenError for roles that do not train.
    """
    refuse_role_without(viewer, Permission.READ_LEARNING_LOG)
    about = trainings.told(release.manifest.version, release.digest)
    with workplace.acting(viewer, Act.TRAIN, at=at, about=about):
        yield


def model_figures(workplace: Workplace, version: str, *, viewer: Viewer) -> FiguresShown:
    """The figures of a ranker; the baseline, and versions of before, have none.

    ForbiddenError without the right to read models, NotFoundError and DamagedError as in `model_card`.
    """
    refuse_role_without(viewer, Permission.READ_MODELS)
    if version == workplace.baseline.version:
        return FiguresShown(version)
    release = read_version(workplace.rankers.root, version)
    return FiguresShown(version, release.figures, release.manifest.run)


def drift_found(workplace: Workplace, *, viewer: Viewer) -> DriftReport | None:
    """The last report on drift; None where nobody looked yet. ForbiddenError and DamagedError as in `model_figures`."""
    refuse_role_without(viewer, Permission.READ_MODELS)
    return last_drift(workplace.data_dir)


def promote(
    workplace: Workplace, version: str, *, viewer: Viewer, at: datetime, seen: str | None = None
) -> ModelsShown:
    """Put a version into service at an aware moment: from the next answer on it ranks, in every process.

    `seen` is the version that ranked when it was decided. ForbiddenError without the right, NotFoundError when there
    is no such version, ConflictError when it ranks already, another than `seen` does, or it may not here (another
    encoder, features that are not computed, simulated data, its gate not passed), DamagedError when it is damaged: then
    what ranked goes on.
    """
    refuse_role_without(viewer, Permission.PROMOTE_MODELS)
    root = workplace.rankers.root
    with sole_promoter(root):
        _refuse_changed(workplace, seen)
        named, stack = _named(workplace, version), _stack(workplace)
        if stack[:1] == (named,):
            raise ConflictError("Le modèle {version} est déjà en service.", version=version)
        with flip(root, (named, *stack)), workplace.acting(viewer, Act.PROMOTE, at=at, about=named.version):
            pass  # the act is on record before what ranks changes, and nothing changes when it is not
    return list_models(workplace)


def rollback(
    workplace: Workplace, *, viewer: Viewer, at: datetime, seen: str | None = None, to: str | None = None
) -> ModelsShown:
    """Return to what ranked before, at an aware moment, past versions that cannot be used any more.

    `seen` is the version that ranked when it was decided, `to` the one that was to rank again. ForbiddenError without
    the right, ConflictError when nothing was before the baseline, or either is another by now.
    """
    refuse_role_without(viewer, Permission.PROMOTE_MODELS)
    root = workplace.rankers.root
    with sole_promoter(root):
        _refuse_changed(workplace, seen)
        if to is not None and to != _before(workplace, workplace.baseline):
            raise ConflictError("Entre-temps, un retour ne mènerait plus à {to} ; rouvrir la page et vérifier.", to=to)
        below = _stack(workplace)[1:] if _is_whole(workplace) else (BASELINE,)
        while below and not _is_usable(workplace, below[0]):
            below = below[1:]
        if not below:
            raise ConflictError("Le modèle livré est en service et rien ne l'a précédé : il n'y a pas où revenir.")
        with flip(root, below), workplace.acting(viewer, Act.PROMOTE, at=at, about=below[0].version):
            pass
    return list_models(workplace)


def _refuse_changed(workplace: Workplace, seen: str | None) -> None:
    """ConflictError where another version ranks than whoever decided had before them."""
    current = workplace.ranker.model.version
    if seen not in {None, current}:
        raise ConflictError(
            "Entre-temps, {now} est en service et non plus {seen} ; rouvrir la page et vérifier.",
            now=current,
            seen=seen,
        )


def _named(workplace: Workplace, version: str) -> Named:
    """What stands in the stack for a version that may be put into service."""
    if version == workplace.baseline.version:
        return BASELINE
    release = workplace.rankers.usable(version)
    refuse_gated(release)
    return Named(version, release.digest)


def _stack(workplace: Workplace) -> tuple[Named, ...]:
    """What is in use and was before; one that cannot be read is replaced, the baseline below it."""
    return stack_of(workplace.rankers.root) if _is_whole(workplace) else ()


def _is_whole(workplace: Workplace) -> bool:
    try:
        stack_of(workplace.rankers.root)
    except DamagedError:
        return False
    return True


def _is_usable(workplace: Workplace, named: Named) -> bool:
    if named.is_shipped:
        return True
    try:
        workplace.rankers.usable(named.version, named.digest)
    except MatchingError:
        return False
    return True


def _before(workplace: Workplace, baseline: Model) -> str | None:
    """The version that a rollback would return to."""
    if not _is_whole(workplace):
        return baseline.version
    below = [each for each in _stack(workplace)[1:] if _is_usable(workplace, each)]
    if not below:
        return None
    return baseline.version if below[0].is_shipped else below[0].version


def _obstacle(connection: Connection, release: Release, encoder: str) -> str | None:
    """Why a version that is whole may not rank here; None when it may."""
    try:
        refuse_other_encoder(release, encoder)
        refuse_simulated(connection, release)
        refuse_gated(release)
    except ConflictError as why:
        return str(why)
    return None


def _shipped(model: Model, *, current: bool) -> RankerShown:
    return RankerShown(
        version=model.version,
        evidence=model.evidence,
        horizon_months=model.horizon_months,
        current=current,
        shipped=True,
        promotable=True,
    )


def _trained(release: Release, *, current: bool, learned_here: bool, obstacle: str | None) -> RankerShown:
    told = release.manifest
    return RankerShown(
        version=told.version,
        evidence=told.basis.evidence,
        horizon_months=release.model.horizon_months,
        current=current,
        made_at=told.made_at,
        n=told.basis.n,
        since=told.basis.since,
        until=told.basis.until,
        features=told.features,
        encoder=told.encoder,
        learned_here=learned_here,
        promotable=obstacle is None,
        obstacle=obstacle,
    )
