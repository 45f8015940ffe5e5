"""English sentences on the order of a ranked slate."""

MESSAGES: dict[str, str] = {
    "slate.order.baseline": "The model in service cannot be used for now: ordered by the model that ships.",
    "slate.order.drawn": (
        "Order drawn by lot among nearly equal options; it costs {cost} points of expected gain per option."
    ),
    "card.note.drawn": "Place drawn by lot among {count} nearly equal options; the others are nearly as good.",
}
