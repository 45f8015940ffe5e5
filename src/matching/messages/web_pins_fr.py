"""Les mots de ce qui est gardé pour une personne, en français."""

MESSAGES: dict[str, str] = {
    "web.pins.title": "Épinglées",
    "web.pins.what": "Sous la main ; ni le rang ni le score n'en changent.",
    "web.pins.keep": "Garder ou bloquer",
    "web.pins.pin": "Épingler",
    "web.pins.pinned": "Épinglée",
    "web.pins.unpin": "Désépingler",
    "web.pins.gone": "n'est plus au catalogue",
    "web.pins.by": "{who}, le {day}",
    "web.pins.note": "Dire pourquoi…",
    "web.pins.note.do": "Noter",
    "web.pins.why": "Pourquoi la garder",
    "web.pins.block": "Bloquer…",
    "web.pins.block.what": (
        "Jusqu'à ce jour, l'option n'est plus proposée à cette personne. "
        "Elle reste visible sous « au repos » et peut être ramenée."
    ),
    "web.pins.block.choose": "choisir un motif",
    "web.pins.block.until": "Bloquée jusqu'au",
    "web.pins.block.do": "Bloquer pour cette personne",
    "web.pins.by_counsellor": "bloquée ou refusée par l'office",
    "web.pins.by_person": "refusée par la personne",
    "web.pins.lift": "Ramener",
}
