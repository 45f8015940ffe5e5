"""The French rules against their second reading, on people and places where their edges are dense."""

from hypothesis import HealthCheck, given, settings
from tests.unit.eligibility.french_generators import FRENCH_OPTIONS, ON, people
from tests.unit.eligibility.french_law_by_hand import read_french_law

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.eligibility.rules import RULES
from matching.snapshot.columns import compile_criteria

COLUMNS = compile_criteria(FRENCH_OPTIONS)
FRENCH = [rule for rule in RULES if rule.subject in {"iae", "immersion", "rsa"}]
TRUTHS = {True: Truth.MET, False: Truth.NOT_MET, None: Truth.UNKNOWN}


@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(person=people)
def test_french_rules_say_what_a_slow_reading_says(person: Profile) -> None:
    found = {rule.id: rule.truths(person, COLUMNS, ON) for rule in FRENCH}
    for row, option in enumerate(FRENCH_OPTIONS):
        by_hand = {rule: TRUTHS[reading] for rule, reading in read_french_law(person, option, ON).items()}
        by_rules = {rule: Truth(int(truths[row])) for rule, truths in found.items() if truths[row] != Truth.SILENT}
        assert by_rules == by_hand, option.id
