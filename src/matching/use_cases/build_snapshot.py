"""Build the snapshot of the catalogue: every option of every status, never a person."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from matching.domain.opportunity import AnyOpportunity
from matching.places.gazetteer import Gazetteer
from matching.retrieval.encoder import Encoder
from matching.retrieval.occupations.taxonomy import Taxonomy
from matching.retrieval.search import SearchIndex
from matching.snapshot.columns import compile_criteria
from matching.snapshot.publication import compile_publication
from matching.snapshot.store import write_snapshot
from matching.snapshot.traits import compile_traits
from matching.storage import opportunities
from matching.storage.database import Database
from matching.use_cases.located import located
from matching.visibility import open_to_all

FORMAT = "3"
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
    with database.read() as connection:
        state = opportunities.state(connection)
        records = list(opportunities.current_records(connection))
        options = [_with_position(option, gazetteer) for option in opportunities.all_current(connection)]
    step("columns")
    publication = compile_publication(options)
    groups = {
        "criteria": compile_criteria(options).arrays(),
        "publication": publication.arrays(),
        "traits": compile_traits(options).arrays(),
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
        "taxonomy": taxonomy.version,
        "places": gazetteer.version,
    }


def _with_position(option: AnyOpportunity, gazetteer: Gazetteer) -> AnyOpportunity:
    """The option at its place's coordinates."""
    return option if option.place is None else option.model_copy(update={"place": located(option.place, gazetteer)})
