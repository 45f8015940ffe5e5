"""The tokenizer of the static encoder: pieces of words learned from this field, blind to gender, and random splits."""

import json
import random
from collections.abc import Sequence
from typing import Any

from matching.retrieval.neutral import RULES

PIECES = 32_000
UNKNOWN = 0
WITHOUT_MEANING = ("<unk>", "▁")
"""What the tokenizer makes of a word in a script it does not know."""
_LONGEST = 24
"""Letters of the longest piece."""
_UNKNOWN_SCORE = -25.0
_DIGITS = 6
_NOISE = 3.0
"""Spread of the noise on the scores of pieces when a word is split at random."""


def train_tokenizer(texts: Sequence[str]) -> Any:
    """A unigram tokenizer of 32,000 pieces: small letters, one form for both genders, letters, digits, + and #.

    The rewriting rules are those of `matching.retrieval.neutral`; they are written into the tokenizer, so that every
    runtime that reads it is blind to gender alike.
    """
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            *(normalizers.Replace(Regex(pattern), literal) for pattern, literal in RULES),
            normalizers.Replace(Regex(r"[^\p{L}\p{N}\p{M}+#]+"), " "),
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True),
        ]
    )
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=PIECES,
        unk_token="<unk>",  # noqa: S106 - a token of text
        special_tokens=["<unk>"],
        show_progress=False,
        max_piece_length=_LONGEST,
        shrinking_factor=0.75,
        n_sub_iterations=2,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return _ordered(tokenizer)


def _ordered(tokenizer: Any) -> Any:
    """The same pieces in an order that does not hang on the last digits of their scores, which threads change."""
    from tokenizers import Tokenizer

    written = json.loads(tokenizer.to_str())
    (unknown, *pieces) = written["model"]["vocab"]
    rounded = [(piece, round(score, _DIGITS)) for piece, score in pieces]
    written["model"]["vocab"] = [unknown, *sorted(rounded, key=lambda entry: (-entry[1], entry[0]))]
    return Tokenizer.from_str(json.dumps(written))


class Splitter:
    """Splits words into pieces as the tokenizer does, or otherwise: a compound must mean what its parts mean."""

    def __init__(self, tokenizer: Any, seed: int) -> None:
        """Wrap a unigram tokenizer; the same seed gives the same splits."""
        self._tokenizer = tokenizer
        self._scores: dict[str, float] = dict(json.loads(tokenizer.to_str())["model"]["vocab"])
        self._numbers: dict[str, int] = tokenizer.get_vocab()
        self._draw = random.Random(seed)  # noqa: S311 - no secret
        self._splits: dict[str, list[list[int]]] = {}

    def split(self, text: str) -> list[int]:
        """Piece numbers of a text with some of its words split another way; another result each time."""
        numbers: list[int] = []
        for word in self._tokenizer.normalizer.normalize_str(text).split():
            if word not in self._splits:
                self._splits[word] = [self._best(f"▁{word}", noise) for noise in (0.0, _NOISE, _NOISE, _NOISE)]
            ways = self._splits[word]
            numbers += ways[0] if self._draw.random() < 0.4 else self._draw.choice(ways)
        return numbers

    def _best(self, word: str, noise: float) -> list[int]:
        """The likeliest split of a word (Viterbi), after noise on the scores of longer pieces."""
        best = [0.0] + [float("-inf")] * len(word)
        start_of = [0] * (len(word) + 1)
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + _LONGEST) + 1):
                score = self._scores.get(word[start:end])
                if score is None:
                    if end > start + 1:
                        continue
                    score = _UNKNOWN_SCORE
                elif noise and end - start > 2:
                    score += noise * self._draw.gauss(0, 1) - noise * 0.7 * (end - start >= 6)
                if best[start] + score > best[end]:
                    best[end], start_of[end] = best[start] + score, start
        pieces = []
        end = len(word)
        while end:
            pieces.append(self._numbers.get(word[start_of[end] : end], UNKNOWN))
            end = start_of[end]
        return pieces[::-1]
