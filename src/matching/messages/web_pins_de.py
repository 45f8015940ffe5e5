"""Die Wörter zu dem, was für eine Person gemerkt wird, auf Deutsch."""

MESSAGES: dict[str, str] = {
    "web.pins.title": "Angeheftet",
    "web.pins.what": "Zur Hand; Rang und Punkte ändern sich dadurch nicht.",
    "web.pins.keep": "Anheften oder sperren",
    "web.pins.pin": "Anheften",
    "web.pins.pinned": "Angeheftet",
    "web.pins.unpin": "Loslösen",
    "web.pins.gone": "nicht mehr im Katalog",
    "web.pins.by": "{who}, am {day}",
    "web.pins.note": "Sagen, warum…",
    "web.pins.note.do": "Festhalten",
    "web.pins.why": "Warum es angeheftet wird",
    "web.pins.block": "Sperren…",
    "web.pins.block.what": (
        "Bis zu diesem Tag wird das Angebot dieser Person nicht mehr vorgeschlagen. "
        "Es bleibt unter «ruhend» sichtbar und kann wieder aufgenommen werden."
    ),
    "web.pins.block.choose": "Grund wählen",
    "web.pins.block.until": "Gesperrt bis",
    "web.pins.block.do": "Für diese Person sperren",
    "web.pins.by_counsellor": "vom Amt beiseitegelegt",
    "web.pins.by_person": "von der Person abgelehnt",
    "web.pins.lift": "Wieder aufnehmen",
    "web.pins.attended": "schon besucht",
    "web.pins.attended_or_running": "schon besucht oder laufend, letzter Tag unbekannt",
    "web.pins.running": "läuft bis {day}",
}
