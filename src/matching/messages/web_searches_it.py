"""Le parole delle ricerche salvate per una persona, in italiano."""

MESSAGES: dict[str, str] = {
    "web.searches.title": "Ricerche salvate",
    "web.searches.by_night": "Riviste ogni notte.",
    "web.searches.new": "Nuove opzioni dal {day}: {count}",
    "web.searches.none": "Niente di nuovo dal {day}.",
    "web.searches.all_kinds": "Tutti i generi",
    "web.searches.only_met": "tutte le condizioni soddisfatte",
    "web.searches.only_met.long": "Solo ciò di cui tutte le condizioni sono soddisfatte",
    "web.searches.open": "Vedere ora questa ricerca",
    "web.searches.looked": "Visto",
    "web.searches.remove": "Togliere",
    "web.searches.save": "Salvare una ricerca…",
    "web.searches.save.do": "Salvare",
    "web.searches.what": (
        "Ciò che arriva nel catalogo per questa persona è annunciato qui e nell'elenco dei dossier. "
        "Senza caselle spuntate, tutti i generi."
    ),
    "web.searches.kinds": "Generi da seguire",
    "web.searches.words": "Perché, in parole",
}
