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
        "Elle reste visible sous « au repos » et peut être reprise."
    ),
    "web.pins.block.choose": "choisir un motif",
    "web.pins.block.until": "Bloquée jusqu'au",
    "web.pins.block.do": "Bloquer pour cette personne",
    "web.pins.by_counsellor": "mise de côté par l'office",
    "web.pins.by_person": "refusée par la personne",
    "web.pins.lift": "Reprendre",
    "web.pins.attended": "déjà suivie",
    "web.pins.attended_or_running": "déjà suivie ou en cours, dernier jour non connu",
    "web.pins.running": "en cours jusqu'au {day}",
}
