"""What leaves to nobody: a field is on a list of some receiver or here, a test fails for any other."""

from collections.abc import Mapping
from types import MappingProxyType

WORDS_THAT_STAY = frozenset(
    {
        "viewer",
        "mandate",
        "employer_flag",
        "reporting_occupation",
        "detection_criteria",
        "payer_budget",
        "priority",
        "price_list",
        "published_answer",
        "published_table",  # what is shown of it is told by the answers that read it
        "place_statement",
        "gap_remedy",
        "gaps",  # counts, to whoever steers programmes
        "rule_record",
        "criteria",  # as parts of an option alone
        "effect",
        "search_find",  # told as part of a saved search, to whoever may use as much of the file
    }
)
"""Words that leave to nobody by themselves, with all that is in them."""

FIELDS_THAT_STAY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "refusal": frozenset({"facts"}),  # a digest of the file, for the store alone
        "saved_search": frozenset({"known"}),  # for the store alone, to know what is news
        "pin": frozenset({"mandate_only"}),  # for the store alone, to know who may be told
        "outside_option": frozenset({"withheld_then"}),  # alike
    }
)
"""Fields that leave to nobody, by their word."""
