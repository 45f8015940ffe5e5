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
        "Es bleibt unter «ruhend» sichtbar und kann zurückgeholt werden."
    ),
    "web.pins.block.choose": "Grund wählen",
    "web.pins.block.until": "Gesperrt bis",
    "web.pins.block.do": "Für diese Person sperren",
    "web.pins.by_counsellor": "von der Stelle gesperrt oder abgelehnt",
    "web.pins.by_person": "von der Person abgelehnt",
    "web.pins.lift": "Zurückholen",
}
