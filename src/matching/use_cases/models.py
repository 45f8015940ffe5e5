"""The rankers there are, and the encoder beside them."""

from typing import Annotated

from matching.domain.vocabulary.process import Evidence
from matching.domain.word import Identifier, Word, about
from matching.use_cases.workplace import Workplace


class RankerShown(Word):
    """One ranker."""

    version: Annotated[Identifier, about("Version.", "baseline-1")]
    evidence: Annotated[Evidence, about("What it rests on.", "none")]
    horizon_months: Annotated[int, about("Horizon of its score, months from the start.", 12, ge=1)]
    current: Annotated[bool, about("It ranks now.", True)]


class ModelsShown(Word):
    """What ranks, and what reads the texts."""

    rankers: Annotated[tuple[RankerShown, ...], about("Rankers, the current one first.", [])]
    encoder: Annotated[Identifier, about("Version of the encoder.", "1f2e3d4c5b6a")]


def list_models(workplace: Workplace) -> ModelsShown:
    """Rankers and encoder in use; DamagedError when one cannot be read."""
    model = workplace.model
    ranker = RankerShown(
        version=model.version, evidence=model.evidence, horizon_months=model.horizon_months, current=True
    )
    return ModelsShown(rankers=(ranker,), encoder=workplace.encoder.version)
