"""Les mots des recherches enregistrées pour une personne, en français."""

MESSAGES: dict[str, str] = {
    "web.searches.title": "Recherches enregistrées",
    "web.searches.by_night": "Regardées chaque nuit.",
    "web.searches.new": "Nouvelles options depuis le {day} : {count}",
    "web.searches.none": "Rien de nouveau depuis le {day}.",
    "web.searches.all_kinds": "Tous les genres",
    "web.searches.only_met": "toutes conditions remplies",
    "web.searches.only_met.long": "Seulement ce dont toutes les conditions sont remplies",
    "web.searches.open": "Voir cette recherche maintenant",
    "web.searches.looked": "Vu",
    "web.searches.remove": "Retirer",
    "web.searches.save": "Enregistrer une recherche…",
    "web.searches.save.do": "Enregistrer",
    "web.searches.what": (
        "Ce qui arrive au catalogue pour cette personne est annoncé ici et dans la liste des dossiers. "
        "Sans case cochée, tous les genres."
    ),
    "web.searches.kinds": "Genres à suivre",
    "web.searches.words": "Pour quoi, en quelques mots",
}
