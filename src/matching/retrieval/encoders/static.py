"""A table of token vectors read by numpy: the vectors are those that sentence-transformers gives for the same folder.

The code is our own because importing model2vec took six tenths of a second, more than an answer needs, and because it
leaves out unknown tokens and the end of long texts, which sentence-transformers reads. A test holds it against
both.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matching.errors import DamagedError
from matching.retrieval.encoders.embedding import Embedding, Role, Vectors, unit
from matching.retrieval.encoders.folder import modules

_WORD_BOUNDARY = "▁"
"""All that the tokenizer leaves of a word in a script it does not know: no meaning."""

_TOKENS_AT_ONCE = 1_024
_CHARACTERS_AT_ONCE = 1_000_000
_TEXTS_AT_ONCE = 1_024


def open_static(folder: Path) -> Embedding:
    """The encoder in a folder of a `StaticEmbedding`; the table may be float16 on disk, it is float32 in memory.

    A text without any token that the table knows gives the zero vector. The whole text is read.
    Raises `DamagedError` when the files are not such a table and its tokenizer.
    """
    from tokenizers import Tokenizer

    place = next(place for kind, place in modules(folder) if kind.endswith("StaticEmbedding"))
    table = _table(place / "model.safetensors")
    try:
        tokenizer = Tokenizer.from_file(str(place / "tokenizer.json"))
    except Exception as error:  # the library raises nothing narrower
        raise DamagedError(
            f"L'encodeur est endommagé : {place / 'tokenizer.json'} ne peut pas être lu ; le réinstaller."
        ) from error
    if tokenizer.get_vocab_size() > len(table):
        raise DamagedError(
            f"L'encodeur est endommagé : table et mots de {place} ne vont pas ensemble ; le réinstaller."
        )
    tokenizer.no_padding()
    known = np.ones(len(table), dtype=np.bool_)
    names_of_nothing = (_WORD_BOUNDARY, getattr(tokenizer.model, "unk_token", None), "<unk>", "[UNK]")
    for name in names_of_nothing:
        if name is not None and (token := tokenizer.token_to_id(name)) is not None:
            known[token] = False

    def embed(texts: list[str], _role: Role) -> Vectors:
        vectors = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
        for first, some in _pieces(texts):
            encoded = tokenizer.encode_batch_fast(some, add_special_tokens=False)
            _add_up(table, known, [encoding.ids for encoding in encoded], vectors[first : first + len(some)])
        return unit(vectors)

    return Embedding(table.shape[1], embed)


def _table(file: Path) -> Vectors:
    """(n_tokens, dimension) float32. Those of model2vec may be quantised: row `mapping[token]` times `weights[token]`.

    Source: `StaticEmbedding` of sentence-transformers.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(file, "numpy") as content:
            names = set(content.keys())
            name = "embedding.weight" if "embedding.weight" in names else "embeddings"
            table = np.asarray(content.get_tensor(name)).astype(np.float32, copy=False)
            if "mapping" in names:
                table = table[content.get_tensor("mapping")]
            if "weights" in names:
                table = table * content.get_tensor("weights").astype(np.float32)[:, np.newaxis]
    except (OSError, SafetensorError, IndexError, TypeError) as error:
        raise DamagedError(f"L'encodeur est endommagé : {file} ne peut pas être lu ; le réinstaller.") from error
    if table.ndim != 2 or not np.isfinite(table).all():
        raise DamagedError(f"L'encodeur est endommagé : {file} n'est pas une table de vecteurs ; le réinstaller.")
    return table


def _pieces(texts: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The texts in pieces of bounded size, with the place of each piece's first text."""
    first = size = 0
    for end, text in enumerate(texts, start=1):
        size += len(text)
        if size >= _CHARACTERS_AT_ONCE or end - first == _TEXTS_AT_ONCE or end == len(texts):
            yield first, list(texts[first:end])
            first, size = end, 0


def _add_up(table: Vectors, known: npt.NDArray[np.bool_], tokens: list[list[int]], sums: Vectors) -> None:
    """Add the rows of each text's tokens to `sums` (n_texts, d), zero before, a bounded number of rows at a time.

    Texts without any known token stay zero. The sum of a text does not depend on the texts beside it.
    """
    lengths = np.array([len(each) for each in tokens])
    flat = np.fromiter(chain.from_iterable(tokens), dtype=np.int64, count=int(lengths.sum()))
    ends = np.cumsum(lengths)
    starts = ends - lengths
    text = 0
    while text < len(tokens):
        after = max(text + 1, int(np.searchsorted(ends, starts[text] + _TOKENS_AT_ONCE, side="right")))
        filled = text + np.flatnonzero(lengths[text:after])
        for low in range(int(starts[text]), int(ends[after - 1]), _TOKENS_AT_ONCE):  # more than one for a long text
            piece = flat[low : min(low + _TOKENS_AT_ONCE, int(ends[after - 1]))]
            sums[filled] += np.add.reduceat(table[piece], np.maximum(starts[filled] - low, 0), axis=0)
        text = after
    told = np.logical_or.reduceat(known[flat], starts[lengths > 0]) if len(flat) else np.empty(0, np.bool_)
    sums[np.flatnonzero(lengths)[~told]] = 0
