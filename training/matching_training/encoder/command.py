"""`matching-train encoder`: from ESCO and our own texts to a folder that the service opens."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.progress import Progress

from matching.settings import Settings
from matching_training.encoder.corpus import gather, read_own
from matching_training.encoder.esco import read_concepts
from matching_training.encoder.export import refuse_unwritable, write_static
from matching_training.encoder.held_out import find, left_out
from matching_training.encoder.learn import Learned, Recipe, learn

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    esco: Path
    out: Path | None
    full: bool
    seed: int
    steps: int | None
    hold_out: int


def run(request: Request) -> None:
    """Train, write the folder and say where; with occupations held out print how well they are found instead."""
    settings = Settings()
    folder = request.out or settings.data_dir / "encoder" / ("full" if request.full else "static")
    refuse_unwritable(folder)
    recipe = replace(Recipe(), seed=request.seed, steps=request.steps or Recipe().steps)
    console = Console(stderr=True)
    concepts = read_concepts(request.esco)
    held = left_out(concepts, request.hold_out)
    corpus = gather([concept for concept in concepts if concept.uri not in held], read_own())
    cache = settings.data_dir / "encoder" / "teacher.npz"
    with Progress(console=console) as progress:
        learned = learn(corpus, recipe, cache, progress)
        if request.full and not held:
            _write_full(folder, corpus, learned, recipe, progress)
    if held:
        encode = encoding(learned)
        for found in find(encode, concepts, held):
            print(f"{found.query}->{found.labels} n={found.n} MRR={found.mrr:.3f}")  # noqa: T201 - this is the output
        return
    if not request.full:
        write_static(folder, learned.tokenizer, learned.table)
    console.print(
        f"Encodeur écrit dans {folder} ; l'essayer : MATCHING_ENCODER={folder} matching embed", soft_wrap=True
    )


def _write_full(folder: Path, corpus: Any, learned: Learned, recipe: Recipe, progress: Progress) -> None:
    from matching_training.encoder.full import tune, write_full
    from matching_training.encoder.pairs import Pairs
    from matching_training.encoder.teacher import open_teacher

    teacher = open_teacher()
    pairs = Pairs(corpus, recipe.mixture, recipe.seed)
    layer = tune(teacher, learned.head, corpus, pairs, recipe.full_steps, recipe.seed, progress)
    write_full(folder, learned, teacher, layer)


def encoding(learned: Learned) -> Callable[[list[str]], Floats]:
    """The encoder as a function from texts to unit vectors (n, d), before it is written anywhere."""

    def encode(texts: list[str]) -> Floats:
        vectors = np.zeros((len(texts), learned.table.shape[1]), dtype=np.float32)
        for row, each in enumerate(learned.tokenizer.encode_batch(texts, add_special_tokens=False)):
            if each.ids:
                vectors[row] = learned.table[each.ids].mean(axis=0)
        return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))

    return encode
