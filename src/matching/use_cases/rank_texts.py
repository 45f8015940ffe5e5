"""Rank lines of text against other texts by the channels of the search: meaning, same words, occupations in common."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
import numpy.typing as npt

from matching.errors import InvalidInputError
from matching.retrieval.fusion import CHANNELS, Channel, best_first
from matching.retrieval.occupations.label_table import has_labels, label_table
from matching.retrieval.text_corpus import Occupations, TextCorpus
from matching.use_cases.workplace import Workplace

_QUERIES_AT_ONCE = 64


def rank_texts(
    workplace: Workplace,
    corpus: Sequence[str],
    queries: Iterable[str],
    *,
    channels: Collection[Channel] | None = None,
    limit: int | None = None,
    step: Callable[[str], None] = lambda _: None,
) -> Iterator[tuple[str, npt.NDArray[np.int64]]]:
    """Each query, as it comes, with the places of the corpus's texts from 0, best first; equal ones in their order.

    `channels` None takes all, the occupations only when some are installed. `limit` keeps the first ones. The corpus is
    read before the first query; `step` hears "labels" and "corpus" when those are computed. InvalidInputError when the
    occupation channel is asked for and no ESCO is installed.
    """
    if channels is None:
        channels = [channel for channel in CHANNELS if channel != "occupation" or has_labels(workplace.taxonomy)]
    occupations = None
    if "occupation" in channels:
        if not has_labels(workplace.taxonomy):
            raise InvalidInputError(
                "Le canal occupation demande des métiers installés : `matching taxonomy import --esco DOSSIER`, "
                "ou retirer ce canal de --channels."
            )
        table = label_table(workplace.taxonomy, workplace.encoder, workplace.data_dir, step)
        occupations = Occupations(workplace.taxonomy, table)
    step("corpus")
    texts = TextCorpus(corpus, workplace.encoder, channels, occupations)
    return _ranked(texts, iter(queries), limit)


def _ranked(
    texts: TextCorpus, queries: Iterator[str], limit: int | None
) -> Iterator[tuple[str, npt.NDArray[np.int64]]]:
    while some := list(islice(queries, _QUERIES_AT_ONCE)):
        for query, scores in zip(some, texts.scores(some), strict=True):
            yield query, best_first(scores, limit)
