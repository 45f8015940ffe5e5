"""Les phrases sur l'ordre d'une liste classée, en français."""

MESSAGES: dict[str, str] = {
    "slate.order.baseline": "Le modèle en service n'est pas utilisable pour l'instant : classé par le modèle livré.",
    "slate.order.drawn": (
        "Ordre tiré au sort entre options presque égales ; il en coûte {cost} point d'apport attendu par option."
    ),
    "card.note.drawn": "Place tirée au sort entre {count} options presque égales ; les autres valent presque autant.",
}
