"""Italian sentences on the order of a ranked slate."""

MESSAGES: dict[str, str] = {
    "slate.order.baseline": "Il modello in servizio non è utilizzabile per ora: ordinato dal modello fornito.",
    "slate.order.drawn": (
        "Ordine sorteggiato tra opzioni quasi uguali; costa {cost} punti di beneficio atteso per opzione."
    ),
    "card.note.drawn": "Posto sorteggiato tra {count} opzioni quasi uguali; le altre valgono quasi altrettanto.",
}
