"""Free places as a provider counted them: they stand until somebody tells a later count.

Sources are delivered whole, mostly without saying of which day their places are; what was counted on the spot since
then would be lost with the next delivery. `counted_on` is empty where the places are those of the source.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import ValidationError
from sqlalchemy import Connection, bindparam, select, update

from matching.domain.opportunity import AnyOpportunity, Capacity, opportunity_type
from matching.storage.catalogue_state import CatalogueLog
from matching.storage.payloads import payload_of
from matching.storage.tables import opportunities

_COUNTED = select(opportunities.c.id, opportunities.c.payload).where(
    opportunities.c.id.in_(bindparam("ids", expanding=True)), opportunities.c.counted_on.is_not(None)
)


def put(connection: Connection, option: AnyOpportunity, capacity: Capacity, *, at: datetime) -> None:
    """Keep what the provider of a stored option counted on a day, at the aware moment `at`."""
    log = CatalogueLog(connection)
    payload, digest = payload_of(option.model_copy(update={"capacity": capacity}))
    here = opportunities.c.id == option.id
    connection.execute(update(opportunities).where(here).values(counted_on=capacity.as_of))
    anew = update(opportunities).where(here, opportunities.c.digest != digest)
    if connection.execute(anew.values(payload=payload, digest=digest, changed_at=at)).rowcount:
        log.add(f"+{option.id}\n{digest}\n")
    log.write()


def standing(connection: Connection, items: Sequence[AnyOpportunity]) -> Mapping[str, Capacity]:
    """By id, the counts that stand against what the items tell; a stored option that cannot be read has none."""
    told = {item.id: item for item in items}
    found = {}
    for row in connection.execute(_COUNTED, {"ids": list(told)}):
        try:
            counted = opportunity_type.validate_json(row.payload)
        except ValidationError:
            continue
        if _outlives(counted, told[row.id]):
            found[row.id] = counted.capacity
    return found


def _outlives(counted: AnyOpportunity, told: AnyOpportunity) -> bool:
    """Whether a count stands: the provider is the same, and nothing later is told.

    Of the same day the provider's own stands; so a file that is imported again changes nothing.
    """
    day, told_day = counted.capacity.as_of, told.capacity.as_of
    if counted.provider_id != told.provider_id or day is None:
        return False
    return told_day is None or told_day <= day or told.capacity == Capacity(as_of=told_day)
