"""An invented training, and a log of nothing."""

import pytest

pd = pytest.importorskip("pandas", reason="needs the extra [train]: make training")
from matching.domain.vocabulary.process import Evidence  # noqa: E402
from matching_training.fit.contested import Contested  # noqa: E402
from matching_training.log.tables import FEEDBACK, OUTCOMES, SHOWN, Log  # noqa: E402
from matching_training.release.trained import Condition, Gate, Source, Trained  # noqa: E402

MET = Condition("enough", True, "400 décisions, 300 suffisent.")  # noqa: FBT003
UNKNOWN = Condition("value", None, "La valeur ne peut pas être estimée : 12 cas effectifs.")


def empty_log() -> Log:
    """A log in which nothing was ever shown."""
    moments = {"at", "decided_at", "stated_at"}
    shown, outcomes, feedback = (
        pd.DataFrame({name: pd.Series(dtype="datetime64[ns, UTC]" if name in moments else "O") for name in columns})
        for columns in (SHOWN, OUTCOMES, FEEDBACK)
    )
    return Log(shown, outcomes, feedback, until=pd.Timestamp("2026-11-02", tz="UTC"))


def trained(version: str = "r-1", *, conditions: tuple[Condition, ...] = (MET,)) -> Trained:
    moment = pd.Timestamp("2026-11-02", tz="UTC")
    source = Source(
        digest="d" * 64,
        evidence=Evidence.SIMULATED,
        people=40,
        slates=100,
        shown=800,
        decisions=400,
        outcomes=90,
        first=moment,
        until=moment + pd.Timedelta(days=400),
    )
    return Trained(
        version=version,
        base="baseline-2",
        source=source,
        parameters={"seed": 1},
        metrics={"auc_accept": 0.71234, "value_gain": -0.2},
        gate=Gate(conditions),
        kept={"placement.gain": "12 suites connues, il en faut 50"},
        contested=(Contested("distance", 30, 4, 3, doubt=0.14, keeps=0.86, for_the_gate=False),),
        tables={"Calibration": pd.DataFrame({"kind": ["vacancy"], "ece": [0.0312]})},
    )
