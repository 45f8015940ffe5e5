"""The full tier: the teacher itself, its last layers tuned on this field, beside the static encoder."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rich.progress import Progress

from matching_training.encoder.corpus import Corpus
from matching_training.encoder.export import move_into, write_manifest
from matching_training.encoder.head import Head
from matching_training.encoder.learn import Recipe
from matching_training.encoder.pairs import Pairs
from matching_training.encoder.teacher import DIMENSION, Teacher, mean, padded

_TUNED = ("layer.8.", "layer.9.", "layer.10.", "layer.11.")
_BATCH, _ADVERTS = 96, 24
"""Pairs per step, of labels and of adverts, whose texts are many times as long."""
_LABEL_TOKENS = 24
"""Tokens read of labels and descriptions while tuning."""
_RATE = 3e-5
_SCALE = 20.0
_WARM_UP = 30
_LONGEST = 512
PREFIX = "query: "
_SPECIAL = {
    "bos_token": "<s>",
    "eos_token": "</s>",
    "unk_token": "<unk>",
    "pad_token": "<pad>",
    "cls_token": "<s>",
    "sep_token": "</s>",
}


def tune(teacher: Teacher, head: Head, corpus: Corpus, recipe: Recipe, progress: Progress) -> Any:
    """Tune the last four layers in place on pairs of texts, under the head as it is; returns the head as a torch layer.

    Multiple-negatives ranking in both directions, as for the token table; pairs of one concept are no negatives.
    """
    import torch

    torch.manual_seed(recipe.seed)
    steps = recipe.full_steps
    pairs = Pairs(corpus, recipe.mixture, recipe.seed)
    layer = torch.nn.Linear(*head.weights.shape)
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(head.weights.T))
        layer.bias.copy_(torch.from_numpy(head.bias))
    for name, parameter in teacher.network.named_parameters():
        parameter.requires_grad = any(tuned in name for tuned in _TUNED)
    layer.requires_grad_(requires_grad=False)
    layers = [parameter for parameter in teacher.network.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(layers, lr=_RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, (step + 1) / _WARM_UP) * max(0.05, 1 - step / steps)
    )
    teacher.network.train()
    task = progress.add_task("Encodeur complet", total=steps)
    for _ in range(steps):
        batch = pairs.batch(_BATCH)
        size, longest = (_ADVERTS, _LONGEST) if batch.adverts else (_BATCH, _LABEL_TOKENS)
        sides = [_vectors(teacher, layer, corpus, rows[:size], longest) for rows in (batch.first, batch.second)]
        loss = _loss(sides, batch.negatives()[:size, :size])
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(layers, 1.0)
        optimiser.step()
        schedule.step()
        progress.update(task, advance=1, description=f"Encodeur complet (perte {loss.item():.2f})")
    teacher.network.eval()
    return layer


def write_full(folder: Path, static: Path, teacher: Teacher, layer: Any) -> None:
    """Write the composite of a static encoder's folder and the tuned transformer: the cosine is the mean of both."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as aside:
        place = Path(aside)
        shutil.copytree(static, place / "static", ignore=shutil.ignore_patterns("manifest.json", "*.md"))
        _write_transformer(place / "transformer", teacher, layer)
        composite = {"parts": ["static", "transformer"], "weights": [0.5, 0.5]}
        (place / "composite.json").write_text(json.dumps(composite, indent=2) + "\n", "utf-8")
        write_manifest(place)
        folder.mkdir(exist_ok=True)
        move_into(place, folder)


def _write_transformer(folder: Path, teacher: Teacher, layer: Any) -> None:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Dense, Normalize
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import PreTrainedTokenizerFast

    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=teacher.tokenizer,
        model_max_length=_LONGEST,
        **_SPECIAL,
    )
    with tempfile.TemporaryDirectory() as aside:
        teacher.network.save_pretrained(aside)
        tokenizer.save_pretrained(aside)
        transformer = Transformer(aside, max_seq_length=_LONGEST)
    dense = Dense(DIMENSION, layer.out_features, bias=True, activation_function=torch.nn.Identity())
    dense.linear.load_state_dict(layer.state_dict())
    modules = [transformer, Pooling(DIMENSION, pooling_mode="mean"), dense, Normalize()]
    prompts = {"query": PREFIX, "document": PREFIX}
    SentenceTransformer(modules=modules, device="cpu", prompts=prompts).save_pretrained(str(folder))


def _vectors(teacher: Teacher, layer: Any, corpus: Corpus, rows: list[int], longest: int) -> Any:
    import torch

    texts = [PREFIX + corpus.items[row].words for row in rows]
    tokens, mask = padded([encoding.ids[:longest] for encoding in teacher.tokenizer.encode_batch(texts)])
    states = teacher.network(input_ids=tokens, attention_mask=mask).last_hidden_state
    return torch.nn.functional.normalize(layer(mean(states, mask)), dim=1)


def _loss(sides: list[Any], negatives: npt.NDArray[np.bool_]) -> Any:
    import torch

    scores = (_SCALE * sides[0] @ sides[1].T).masked_fill(~torch.from_numpy(negatives), -1e4)
    target = torch.arange(len(negatives))
    cross_entropy = torch.nn.functional.cross_entropy
    return (cross_entropy(scores, target) + cross_entropy(scores.T, target)) / 2
