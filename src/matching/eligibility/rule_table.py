"""The table of all rules, as printed in docs/rules.md: `python -m matching.eligibility.rule_table > docs/rules.md`."""

import sys
from collections.abc import Sequence

from matching.eligibility.rule import Rule
from matching.eligibility.rules import RULES

_HEAD = """# Rules

Every condition that can exclude an option or raise a question. A rule is met, not met or unknown, and silent about
options that do not ask for it. "Asks" says who can settle an unknown one, "law" where the text itself is ambiguous;
what only the provider knows is a warning and lowers nothing. A statutory rule names the text that was read and holds
from the day of that version. Generated: `python -m matching.eligibility.rule_table > docs/rules.md`.

| id | subject | concerns | reference | version seen | from | asks |
|---|---|---|---|---|---|---|
"""


def rule_table(rules: Sequence[Rule] = RULES) -> str:
    """The page in Markdown, one line per rule in the order in which they run."""
    return _HEAD + "".join(f"| {' | '.join(_cells(rule))} |\n" for rule in rules)


def _cells(rule: Rule) -> tuple[str, ...]:
    concerns = ", ".join([*(kind.value for kind in rule.kinds or ()), *(code.value for code in rule.codes or ())])
    law = rule.law
    stands = (law.reference, law.version_seen, law.valid_from.isoformat()) if law else ("provider's criterion", "", "")
    return rule.id, rule.subject, concerns or "options that state it", *stands, rule.asks.value


if __name__ == "__main__":
    sys.stdout.write(rule_table())
