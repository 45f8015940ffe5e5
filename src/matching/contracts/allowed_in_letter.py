"""What may stand in a letter to the person: less than the person may read, as a letter is opened at home by anybody.

Of the file nothing but its number; of the slate which options and what spoke for them; of an option its name, what it
is, where, when and what it gives. So no need, diagnosis, debt, family or insurance of anybody can stand there, nor
what is withheld from whoever writes. Every field of these words is on one of the two lists: a new one stands on
neither, so that a test fails, and until somebody decides it is in no letter.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from matching.contracts.allowed_within import Allowed, fields
from matching.contracts.told_in_person import is_told_in_person
from matching.contracts.wall import only
from matching.domain.opportunity import AnyOpportunity, Vacancy, opportunity_type
from matching.domain.recommendation import Card, Contribution
from matching.domain.telling import EVERYTHING, INSTITUTION_CATEGORIES
from matching.domain.vocabulary.needs import DataCategory

IN_A_LETTER: Allowed = MappingProxyType(
    {
        "recommendation": fields("id profile ranked")
        | fields("opportunity", "cards")
        | fields("feature value points", "cards.contributions"),
        "opportunity": fields("id kind title provider form type")
        | fields("postcode municipality country remote", "place")
        | fields("starts_on rolling min_weeks max_weeks hours_per_week", "timing")
        | fields("workload_min_percent workload_max_percent", "timing")
        | fields("paid paid_by pay travel_cost travel_advanced_by travel_free", "terms")
        | fields("aim certified certificate voluntary", "terms")
        | fields("decided_by"),
        "unit": fields("name"),
    }
)
"""By the file name of a word: its fields, dotted to the last name."""

KEPT_OUT: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "recommendation": fields("viewer at language horizon_months considered under_mandate degraded order sought")
        | fields("questions purposes empty_because listed contested withheld explores exploration_cost")
        | fields(
            "rank next_step kind title summary description provider place distance_km score interval band", "cards"
        )
        | fields("reasons reservations matched_skills missing_skills notes mandate_only propensity", "cards")
        | fields("drawn_among lines verdicts contributions.sentence", "cards")
        | fields("cards.eligibility resting versions"),
        "opportunity": fields("description language provider_id source_url updated_on valid_from valid_to source")
        | fields("occupations criteria effects publication clause capacity contract positions experience_years")
        | fields("company_size siae_kind code payer payers legal_basis prescribers objectives procedure")
        | fields("competes_with_firms category")
        | fields("region latitude longitude", "place")
        | fields("application_deadline_days", "timing")
        | fields("assistance_effect debt_effect opens_unemployment_rights childcare_hours_per_week", "terms"),
        "unit": fields("id institution territory closed_on"),
    }
)
"""What was decided to stay out, a part of a word with all that lies below it."""

_OWN_WORDS = (
    *("provider", "terms.aim", "terms.pay", "terms.paid_by"),
    *("terms.travel_cost", "terms.travel_advanced_by", "terms.certificate"),
)
"""Fields in the catalogue's own words; those of the title are looked at by themselves."""


_SHAMES = EVERYTHING - {DataCategory.UNEMPLOYMENT_INSURANCE}
"""What a discreet letter does not tell by the name of an office."""


class InALetter(NamedTuple):
    """An option as a letter may tell it: what is on no list is unknown, as is what is told `in_person` (its fields)."""

    option: AnyOpportunity
    in_person: frozenset[str]


def option_in_letter(option: AnyOpportunity, *, discreet: bool) -> InALetter:
    """What of an option may stand in a letter.

    The option is named, with its own words. A `discreet` letter, for whoever does not open their mail alone, tells a
    measure or a place without the words of it that tell of health, debt or assistance; its title among them is "title"
    of `in_person`. The name of a job tells nothing of whoever might take it.
    """
    kept = only(option.model_dump(mode="json"), IN_A_LETTER["opportunity"])
    if isinstance(option, Vacancy) or not discreet:
        return InALetter(opportunity_type.validate_python(kept), frozenset())
    silent = {"title"} if is_told_in_person(option.title) else set()
    for path in _OWN_WORDS:
        part, name = _at(kept, path)
        if isinstance(part.get(name), str) and is_told_in_person(part[name]):
            silent.add(path)
            part[name] = None
    if option.decided_by is not None and not _SHAMES.isdisjoint(INSTITUTION_CATEGORIES[option.decided_by]):
        silent.add("decided_by")
        kept["decided_by"] = None
    return InALetter(opportunity_type.validate_python(kept), frozenset(silent))


def reasons_in_letter(card: Card) -> tuple[Contribution, ...]:
    """The lines of a card's arithmetic without their sentences, which are another language's and not for a letter."""
    return tuple(each.model_copy(update={"sentence": ""}) for each in card.contributions)


def _at(document: dict[str, Any], path: str) -> tuple[dict[str, Any], str]:
    """The part of a document in which the last name of a path stands; an empty one where it is missing."""
    above, _, name = path.rpartition(".")
    return (document if not above else document.get(above) or {}), name
