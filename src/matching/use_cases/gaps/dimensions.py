"""What a person is counted under: place, the language they can follow, who could pay. Never sex, age or permit."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import Payer
from matching.domain.vocabulary.situation import Country, Language, LanguageLevel
from matching.eligibility.rules.payer import payer_masks
from matching.snapshot.columns import bits, position

UNKNOWN = "unknown"
OTHER_PLACES = "*"

LEAST_FILES = 20
"""Municipalities of fewer files are counted together, by canton: a house figure, below which most cells stay hidden."""

LEAST_LEVEL = LanguageLevel.A2
"""The level from which somebody can follow a measure held in a language: a house figure."""

ANSWERS_FOR: Mapping[Payer, str] = MappingProxyType(
    {
        Payer.AC: "ac",
        Payer.AS_CANTON: "assistance",
        Payer.AS_COMMUNE: "assistance",
        Payer.DI: "di",
        Payer.STATE_FR: "fr",
        Payer.DEPT_FR: "fr",
    }
)
"""The code of those for whom a payer answers alone. Source: `payer_of`."""

HELD_IN = (Language.FR, Language.DE, Language.IT, Language.EN)
"""Languages that measures are held in."""


def municipality_of(profile: Profile) -> tuple[str, str] | None:
    """(canton or département, municipality) as the file has them; None when one of them is not known."""
    home = profile.residence
    if home is None or home.region is None or home.municipality is None:
        return None
    return home.region, home.municipality


def places_of(people: Sequence[Profile], least_files: int = LEAST_FILES) -> list[str]:
    """The place of each: "VD/Lausanne", "VD/*" where few files are of it or it is not known, else unknown.

    The store holds no table of districts: these are the municipality and, where few live there, the canton.
    """
    named = [municipality_of(person) for person in people]
    files = Counter(named)
    found = []
    for person, place in zip(people, named, strict=True):
        if place is not None and files[place] >= least_files:
            found.append("/".join(place))
        else:
            home = person.residence
            found.append(f"{home.region}/{OTHER_PLACES}" if home and home.region else UNKNOWN)
    return found


def language_of(profile: Profile) -> str:
    """The best of the languages measures are held in, from A2 on; "none" below that in all, else unknown."""
    levels = {
        skill.language: position(skill.level)
        for skill in profile.languages.items
        if skill.level is not None and skill.language in HELD_IN
    }
    best = max(HELD_IN, key=lambda language: levels.get(language, -1))
    if levels.get(best, -1) >= position(LEAST_LEVEL):
        return best.value
    listed = {skill.language for skill in profile.languages.items if skill.level is not None}
    return "none" if levels or profile.languages.complete or listed >= set(HELD_IN) else UNKNOWN


def payer_of(profile: Profile, on: date) -> str:
    """Who answers for the person by what is known: ac, assistance, both, di (alone or beside), fr, none or unknown."""
    home = profile.residence
    if home is not None and home.country is Country.FR:
        return "fr"
    met, unknown = payer_masks(profile, on)
    insured, assisted = met & bits([Payer.AC]), met & bits([Payer.AS_CANTON, Payer.AS_COMMUNE])
    if met & bits([Payer.DI]):
        return "di"
    if insured:
        return "ac_and_assistance" if assisted else "ac"
    if assisted:
        return "assistance"
    return UNKNOWN if unknown else "none"
