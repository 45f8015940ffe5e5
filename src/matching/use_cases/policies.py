"""The policies that the settings state: how near-equals are drawn, how scarce places are priced."""

from matching.allocation.policy import PricePolicy
from matching.ranking.exploration import ExplorationPolicy
from matching.settings import Settings


def exploration_of(settings: Settings) -> ExplorationPolicy | None:
    """How near-equals are drawn, where that is set; InvalidInputError when the settings contradict each other."""
    if not settings.exploration:
        return None
    return ExplorationPolicy(
        width=settings.exploration_width,
        temperature=settings.exploration_temperature,
        max_cost=settings.exploration_max_cost,
    )


def pricing_of(settings: Settings) -> PricePolicy:
    """How scarce places are priced."""
    return PricePolicy(
        in_use=settings.prices,
        per_person=settings.proposals_per_person,
        per_place=settings.proposals_per_place,
        share=settings.price_share,
        days=settings.price_days,
        session_weeks=settings.session_weeks,
        wait_per_week=settings.wait_per_week,
    )
