"""Les mots des recherches enregistrées pour une personne, en français."""

MESSAGES: dict[str, str] = {
    "web.searches.title": "Recherches enregistrées",
    "web.searches.by_night": "Regardées chaque nuit.",
    "web.searches.new": "Nouvelles options depuis le {day} : {count}",
    "web.searches.none": "Rien de nouveau depuis le {day}.",
    "web.searches.all_kinds": "Tous les genres",
    "web.searches.within": "à {km} km au plus",
    "web.searches.certain": "conditions remplies seulement",
    "web.searches.open": "Voir cette recherche maintenant",
    "web.searches.looked": "Vu",
    "web.searches.remove": "Retirer",
    "web.searches.save": "Enregistrer ce filtre…",
    "web.searches.save.do": "Enregistrer",
    "web.searches.what": (
        "Ce filtre est regardé chaque nuit : ce qui arrive au catalogue pour cette personne est "
        "annoncé ici et dans la liste des dossiers."
    ),
    "web.searches.words": "Pour quoi, en quelques mots",
}
