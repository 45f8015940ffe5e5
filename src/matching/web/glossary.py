"""The words that the pages use and explain, by the key of their sentence."""

WORDS: tuple[str, ...] = (
    "option",
    "vacancy",
    "measure",
    "placement",
    "payer",
    "condition",
    "question",
    "next_step",
    "points",
    "evidence",
    "rest",
    "head_start",
    "guarantee",
    "effect",
    "gap",
    "masked",
    "place_price",
    "adjusted",
)
