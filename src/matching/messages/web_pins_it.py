"""Le parole di ciò che è conservato per una persona, in italiano."""

MESSAGES: dict[str, str] = {
    "web.pins.title": "Appuntate",
    "web.pins.what": "A portata di mano; né il rango né il punteggio ne cambiano.",
    "web.pins.keep": "Conservare o bloccare",
    "web.pins.pin": "Appuntare",
    "web.pins.pinned": "Appuntata",
    "web.pins.unpin": "Togliere",
    "web.pins.gone": "non è più nel catalogo",
    "web.pins.by": "{who}, il {day}",
    "web.pins.note": "Dire perché…",
    "web.pins.note.do": "Annotare",
    "web.pins.why": "Perché conservarla",
    "web.pins.block": "Bloccare…",
    "web.pins.block.what": (
        "Fino a quel giorno l'opzione non è più proposta a questa persona. "
        "Resta visibile tra quelle a riposo e si può riprendere."
    ),
    "web.pins.block.choose": "scegliere un motivo",
    "web.pins.block.until": "Bloccata fino al",
    "web.pins.block.do": "Bloccare per questa persona",
    "web.pins.by_counsellor": "messa da parte dall'ufficio",
    "web.pins.by_person": "rifiutata dalla persona",
    "web.pins.lift": "Riprendere",
    "web.pins.attended": "già seguita",
    "web.pins.attended_or_running": "già seguita o in corso, ultimo giorno non noto",
    "web.pins.running": "in corso fino al {day}",
}
