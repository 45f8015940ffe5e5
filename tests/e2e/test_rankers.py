"""A ranker is promoted while the service runs, ranks from the next answer on, and goes again in one step."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.rankers import exported, in_other_points

from matching.bootstrap import Service, open_service
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import Evidence, Role
from matching.errors import ConflictError, DamagedError, ForbiddenError, MatchingError, NotFoundError
from matching.settings import Settings
from matching.storage.audit_entries import entries
from matching.storage.scope import NOBODY

PERSON = "p01-amelie"
BASELINE = "baseline-2"
SCIENTIST = Viewer(account="scientist", role=Role.DATA_SCIENTIST)


@pytest.fixture
def own(demo: Service, tmp_path: Path) -> Iterator[Service]:
    """A service over a copy of the demo."""
    folder = Path(shutil.copytree(demo.workplace.data_dir, tmp_path / "data"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        yield service


@pytest.fixture
def viewer(own: Service) -> Viewer:
    return own.viewer("demo")


def slate(service: Service, viewer: Viewer, at: datetime) -> Any:
    return service.recommend(PERSON, viewer=viewer, at=at)


def test_promoted_used_rolled_back_and_replayed(own: Service, viewer: Viewer, at: datetime) -> None:
    first = slate(own, viewer, at)
    exported(own, "local-1")
    assert slate(own, viewer, at).versions.model == BASELINE  # nobody promoted it
    assert [each.version for each in own.promote("local-1", viewer=SCIENTIST, at=at).rankers if each.current] == [
        "local-1"
    ]
    second = slate(own, viewer, at)
    assert (second.versions.model, second.versions.evidence, second.degraded) == ("local-1", Evidence.LOCAL, False)
    assert [card.score for card in second.cards] != [card.score for card in first.cards]
    for card in second.cards:
        assert sum(line.points for line in card.contributions) == pytest.approx(card.score, abs=1e-9)
    exported(own, "local-2", lift=1.0)
    own.promote("local-2", viewer=SCIENTIST, at=at)
    third = slate(own, viewer, at)
    assert third.versions.model == "local-2"
    assert own.rollback(viewer=SCIENTIST, at=at).before == BASELINE
    assert slate(own, viewer, at).versions.model == "local-1"
    own.rollback(viewer=SCIENTIST, at=at)
    again = slate(own, viewer, at)
    assert again.versions.model == BASELINE
    assert [card.score for card in again.cards] == [card.score for card in first.cards]
    with pytest.raises(ConflictError, match="rien ne l'a précédé"):
        own.rollback(viewer=SCIENTIST, at=at)
    for shown in (first, second, third):
        found = own.replay(shown.id, viewer=viewer, at=at)
        assert (found.identical, found.model) == (True, shown.versions.model)


def test_a_list_hangs_on_what_a_model_says_not_on_the_size_of_its_points(
    own: Service, viewer: Viewer, at: datetime
) -> None:
    """Bands, the least gain shown and what is near equal are stated in hand-set points and follow a model's scale."""
    told = Settings(data_dir=own.workplace.data_dir, exploration=True, exploration_max_cost=5)
    with closing(open_service(told)) as drawing:
        before, width = slate(own, viewer, at), lot(drawing, viewer, at)
        exported(own, "other-points", model=in_other_points(0.1))
        own.promote("other-points", viewer=SCIENTIST, at=at)
        after, narrower = slate(own, viewer, at), lot(drawing, viewer, at)
    assert [card.opportunity for card in after.cards] == [card.opportunity for card in before.cards]
    assert [card.band for card in after.cards] == [card.band for card in before.cards]
    assert [card.score for card in after.cards] == pytest.approx([0.1 * (card.score or 0) for card in before.cards])
    assert narrower == pytest.approx(0.1 * width)
    said = "Apport probable sous le seuil fixé (0.05 point)."
    assert any(why_hidden(own, viewer, at, option) == said for option in own.workplace.live(at).snapshot.ids)


def lot(service: Service, viewer: Viewer, at: datetime) -> float:
    """What the lot costs by its scores, in points; something was drawn."""
    shown = slate(service, viewer, at)
    assert shown.versions.model in {BASELINE, "other-points"}
    assert any(card.drawn_among for card in shown.cards)
    return float(shown.exploration_cost or 0)


def why_hidden(service: Service, viewer: Viewer, at: datetime, opportunity: str) -> str | None:
    try:
        return service.why_not(PERSON, opportunity, viewer=viewer, at=at).not_shown_because
    except NotFoundError:
        return None


def test_another_process_notices_it(own: Service, viewer: Viewer, at: datetime) -> None:
    with closing(open_service(Settings(data_dir=own.workplace.data_dir))) as other:
        assert slate(other, viewer, at).versions.model == BASELINE
        exported(own, "local-1")
        own.promote("local-1", viewer=SCIENTIST, at=at)
        assert slate(other, viewer, at).versions.model == "local-1"
        own.rollback(viewer=SCIENTIST, at=at)
        assert slate(other, viewer, at).versions.model == BASELINE


def test_a_model_that_is_gone_cannot_be_replayed(own: Service, viewer: Viewer, at: datetime) -> None:
    exported(own, "local-1")
    own.promote("local-1", viewer=SCIENTIST, at=at)
    shown = slate(own, viewer, at)
    own.rollback(viewer=SCIENTIST, at=at)
    shutil.rmtree(own.workplace.rankers.root / "local-1")
    with pytest.raises(ConflictError, match="n'est pas installé ici"):
        own.replay(shown.id, viewer=viewer, at=at)


def damage(folder: Path) -> None:
    file = folder / "model.json"
    file.write_bytes(file.read_bytes().replace(b"0", b"1", 1))


def test_a_damaged_one_gives_way_to_the_baseline_and_says_so(own: Service, viewer: Viewer, at: datetime) -> None:
    exported(own, "local-1")
    own.promote("local-1", viewer=SCIENTIST, at=at)
    assert slate(own, viewer, at).versions.model == "local-1"
    whole = (own.workplace.rankers.root / "local-1" / "model.json").read_bytes()
    damage(own.workplace.rankers.root / "local-1")
    assert slate(own, viewer, at).versions.model == "local-1"  # what was loaded whole goes on
    with closing(open_service(Settings(data_dir=own.workplace.data_dir))) as other:
        said = slate(other, viewer, at)
        assert (said.versions.model, said.ranked, said.degraded) == (BASELINE, True, True)
        assert "modèle livré" in said.order
        assert other.replay(said.id, viewer=viewer, at=at).identical
        assert other.readiness(at=at)["model"] is False
        listed = other.models()
        assert listed.degraded
        assert [each.version for each in listed.unusable] == ["local-1"]
        (own.workplace.rankers.root / "local-1" / "model.json").write_bytes(whole)
        assert slate(other, viewer, at).versions.model == "local-1"  # well again by itself
        assert other.readiness(at=at)["model"] is True


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"local-1 " + b"0" * 64 + b"\nshipped\n", b"../x " + b"0" * 64])
def test_a_damaged_pointer_degrades_and_a_rollback_mends_it(
    own: Service, viewer: Viewer, at: datetime, content: bytes
) -> None:
    exported(own, "local-1")
    own.promote("local-1", viewer=SCIENTIST, at=at)
    (own.workplace.rankers.root / "current").write_bytes(content)
    said = slate(own, viewer, at)
    assert (said.versions.model, said.degraded) == (BASELINE, True)
    own.rollback(viewer=SCIENTIST, at=at)
    said = slate(own, viewer, at)
    assert (said.versions.model, said.degraded) == (BASELINE, False)


def test_what_may_not_serve_is_refused_and_what_ranks_goes_on(own: Service, viewer: Viewer, at: datetime) -> None:
    exported(own, "foreign", encoder="another")
    exported(own, "broken")
    damage(own.workplace.rankers.root / "broken")
    exported(own, "good")
    own.promote("good", viewer=SCIENTIST, at=at)
    refusals: list[tuple[str, type[MatchingError], str]] = [
        ("foreign", ConflictError, "l'encodeur another"),
        ("broken", DamagedError, "model.json"),
        ("nothing", NotFoundError, "Aucun modèle nothing"),
        ("../good", NotFoundError, "Aucun modèle"),
        ("good", ConflictError, "déjà en service"),
    ]
    for version, error, sentence in refusals:
        with pytest.raises(error, match=sentence):
            own.promote(version, viewer=SCIENTIST, at=at)
        assert slate(own, viewer, at).versions.model == "good"
    listed = own.models()
    assert [(each.version, each.current, each.promotable) for each in listed.rankers] == [
        ("good", True, True),
        (BASELINE, False, True),
        ("foreign", False, False),
    ]
    assert "another" in (listed.rankers[2].obstacle or "")
    good = listed.rankers[0]
    assert (good.n, str(good.since), str(good.until), good.encoder) == (40, "2026-01-05", "2026-10-30", listed.encoder)
    assert own.model_card("good").card == "# good"
    assert "Evidence: none" in own.model_card(BASELINE).card


def test_a_rollback_passes_over_what_cannot_be_used_any_more(own: Service, viewer: Viewer, at: datetime) -> None:
    for version in ("local-1", "local-2", "local-3"):
        exported(own, version)
        own.promote(version, viewer=SCIENTIST, at=at)
    damage(own.workplace.rankers.root / "local-2")
    assert own.models().before == "local-1"
    own.rollback(viewer=SCIENTIST, at=at)
    assert slate(own, viewer, at).versions.model == "local-1"


def test_the_baseline_can_be_promoted_and_gone_back_from(own: Service, viewer: Viewer, at: datetime) -> None:
    exported(own, "local-1")
    own.promote("local-1", viewer=SCIENTIST, at=at)
    own.promote(BASELINE, viewer=SCIENTIST, at=at)
    assert slate(own, viewer, at).versions.model == BASELINE
    own.rollback(viewer=SCIENTIST, at=at)
    assert slate(own, viewer, at).versions.model == "local-1"


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.DATA_SCIENTIST, Role.LOCAL}])
def test_nobody_else_promotes(demo: Service, at: datetime, role: Role) -> None:
    somebody = Viewer(account="x", role=role)
    with pytest.raises(ForbiddenError, match="promote_models"):
        demo.promote("local-1", viewer=somebody, at=at)
    with pytest.raises(ForbiddenError, match="promote_models"):
        demo.rollback(viewer=somebody, at=at)


def test_who_promoted_what_is_in_the_audit(own: Service, at: datetime) -> None:
    exported(own, "local-1")
    own.promote("local-1", viewer=SCIENTIST, at=at)
    with pytest.raises(ConflictError):
        own.promote("local-1", viewer=SCIENTIST, at=at)
    own.rollback(viewer=LOCAL_VIEWER, at=at)
    with own.workplace.database.read(NOBODY) as connection:
        told = [entry.told for entry in entries(connection)]
    promoted = [(each["actor"], each["about"], each["purpose"]) for each in told if each["act"] == "promote"]
    assert promoted == [("scientist", "local-1", None), ("local", "shipped", None)]


def test_an_act_that_is_not_on_record_changes_nothing(
    own: Service, viewer: Viewer, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported(own, "local-1")

    def full(*_: object, **__: object) -> None:
        raise DamagedError("disque plein")

    with monkeypatch.context() as patched:
        patched.setattr("matching.use_cases.workplace.audit_entries.append", full)
        with pytest.raises(DamagedError):
            own.promote("local-1", viewer=SCIENTIST, at=at)
    assert slate(own, viewer, at).versions.model == BASELINE
    own.promote("local-1", viewer=SCIENTIST, at=at)


def test_an_answer_is_of_one_ranker_whatever_happens_meanwhile(own: Service, viewer: Viewer, at: datetime) -> None:
    """While somebody goes back and forth, every slate is replayed to the last bit by the ranker that it names."""
    exported(own, "local-1")
    own.promote("local-1", viewer=SCIENTIST, at=at)
    slate(own, viewer, at)

    def swing() -> None:
        for _ in range(6):
            own.rollback(viewer=SCIENTIST, at=at)
            own.promote("local-1", viewer=SCIENTIST, at=at)

    with ThreadPoolExecutor(3) as pool:
        swinging = pool.submit(swing)
        slates = []
        while not swinging.done():
            slates.append(slate(own, viewer, at))
        swinging.result()
    assert slates
    for shown in slates:
        assert own.replay(shown.id, viewer=viewer, at=at).identical
