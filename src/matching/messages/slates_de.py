"""German sentences on the order of a ranked slate."""

MESSAGES: dict[str, str] = {
    "slate.order.baseline": "Das Modell im Einsatz ist zurzeit nicht nutzbar: nach dem mitgelieferten Modell geordnet.",
    "slate.order.drawn": (
        "Reihenfolge unter fast gleichen Angeboten ausgelost; das kostet {cost} Punkt erwarteten Nutzens je Angebot."
    ),
    "card.note.drawn": "Platz unter {count} fast gleichwertigen Angeboten ausgelost; die anderen sind fast ebenso gut.",
}
