"""The words of what is kept for a person, in English."""

MESSAGES: dict[str, str] = {
    "web.pins.title": "Pinned",
    "web.pins.what": "At hand; neither rank nor score changes by it.",
    "web.pins.keep": "Keep or block",
    "web.pins.pin": "Pin",
    "web.pins.pinned": "Pinned",
    "web.pins.unpin": "Unpin",
    "web.pins.gone": "no longer in the catalogue",
    "web.pins.by": "{who}, on {day}",
    "web.pins.note": "Say why…",
    "web.pins.note.do": "Note",
    "web.pins.why": "Why keep it",
    "web.pins.block": "Block…",
    "web.pins.block.what": (
        "Until that day the option is not proposed to this person. "
        "It stays visible among those at rest and can be brought back."
    ),
    "web.pins.block.choose": "choose a reason",
    "web.pins.block.until": "Blocked until",
    "web.pins.block.do": "Block for this person",
    "web.pins.by_counsellor": "set aside by the office",
    "web.pins.by_person": "refused by the person",
    "web.pins.lift": "Bring back",
    "web.pins.attended": "already attended",
    "web.pins.attended_or_running": "already attended or under way, last day not known",
    "web.pins.running": "under way until {day}",
}
