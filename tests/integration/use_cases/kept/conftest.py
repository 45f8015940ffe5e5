"""Beside the demo, the small office that stands on each engine."""

from tests.integration.proposals.conftest import office, shared

__all__ = ["office", "shared"]
