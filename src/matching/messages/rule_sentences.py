"""The same sentences for several rules that ask the same thing."""

from collections.abc import Mapping


def for_rules(rules: tuple[str, ...], sentences: Mapping[str, str]) -> dict[str, str]:
    """Each sentence under its key for each rule."""
    return {f"rule.{rule}.{part}": sentence for rule in rules for part, sentence in sentences.items()}
