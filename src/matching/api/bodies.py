"""Bodies of requests, held to their contract as strictly as a file: no text for a number, no field too many."""

from typing import Any

from pydantic import GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema

from matching.api.problems import UnsupportedMediaError, WrongFieldsError
from matching.contracts.reasons import reason_without_value
from matching.contracts.rows import Refused, check


class Strict:
    """Marks a word that comes as a body: `Annotated[Profile, Strict()]`.

    WrongFieldsError, field by field and without values, when it does not hold; UnsupportedMediaError for other than
    JSON. What the framework itself does with a body is laxer: it takes "18" for a number.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The word's own schema, before which what was sent is read as JSON is."""
        adapter: TypeAdapter[Any] = TypeAdapter(source)

        def read(sent: Any) -> Any:
            if isinstance(sent, bytes):
                raise UnsupportedMediaError("Cette opération lit du JSON ; l'envoyer comme application/json.")
            item = check(adapter, sent, reason_without_value)
            if isinstance(item, Refused):
                raise WrongFieldsError(item.findings)
            return item

        return core_schema.no_info_before_validator_function(read, handler(source))
