"""Build the snapshot of the catalogue: every option of every status, never a person."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matching.domain.opportunity import AnyOpportunity
from matching.places.gazetteer import Gazetteer
from matching.retrieval.encoder import Encoder
from matching.retrieval.neutral import RULES_VERSION
from matching.retrieval.occupations.taxonomy import Taxonomy
from matching.retrieval.search import SearchIndex
from matching.retrieval.text_version import TEXT_VERSION
from matching.snapshot.columns import compile_criteria
from matching.snapshot.publication import compile_publication
from matching.snapshot.store import write_snapshot
from matching.snapshot.traits import compile_traits
from matching.storage import catalogue_state, employer_flags, opportunities, reporting_occupations
from matching.storage.database import Database
from matching.storage.scope import NOBODY
from matching.use_cases.located import located
from matching.visibility.options import open_to_all

FORMAT = "11"
"""Raise it when the columns or the search index mean something else than before: snapshots are built again."""


def build_snapshot(
    root: Path,
    database: Database,
    encoder: Encoder,
    taxonomy: Taxonomy,
    gazetteer: Gazetteer,
    *,
    at: datetime,
    step: Callable[[str], None] = lambda _: None,
) -> str:
    """Write a new snapshot from the catalogue and put it into use; its version. `step` hears what is being done."""
    with database.read(NOBODY) as connection:
        state = catalogue_state.state(connection)
        listed = reporting_occupations.read_list(connection)
        flags = employer_flags.all_flags(connection)
        records = list(opportunities.current_records(connection))
        options = [_with_position(option, gazetteer) for option in opportunities.all_current(connection)]
    step("columns")
    publication = compile_publication(options, listed)
    groups = {
        "criteria": compile_criteria(options, flags).arrays(),
        "publication": publication.arrays(),
        "traits": compile_traits(options).arrays(),
        "records": {"digest": digests(text for _, text in records)},
    }
    step("vectors")
    groups |= SearchIndex.build(options, encoder, taxonomy, open_to_all(publication, at)).groups()
    step("files")
    return write_snapshot(
        root, records=records, groups=groups, meta=expected_meta(state, encoder, taxonomy, gazetteer), at=at
    )


def expected_meta(catalogue_state: str, encoder: Encoder, taxonomy: Taxonomy, gazetteer: Gazetteer) -> dict[str, str]:
    """What a snapshot must have been built with to be current."""
    return {
        "format": FORMAT,
        "catalogue": catalogue_state,
        "encoder": encoder.version,
        "forms": RULES_VERSION,
        "text": TEXT_VERSION,
        "taxonomy": taxonomy.version,
        "places": gazetteer.version,
    }


def digests(texts: Iterable[str]) -> NDArray[np.uint64]:
    """(n,) a digest of each record's text, whose sums stand for sets of records."""
    return np.fromiter(
        (int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) for text in texts), np.uint64
    )


def _with_position(option: AnyOpportunity, gazetteer: Gazetteer) -> AnyOpportunity:
    """The option at its place's coordinates."""
    return option if option.place is None else option.model_copy(update={"place": located(option.place, gazetteer)})
