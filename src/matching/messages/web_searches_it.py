"""Le parole delle ricerche salvate per una persona, in italiano."""

MESSAGES: dict[str, str] = {
    "web.searches.title": "Ricerche salvate",
    "web.searches.by_night": "Riviste ogni notte.",
    "web.searches.new": "Nuove opzioni dal {day}: {count}",
    "web.searches.none": "Niente di nuovo dal {day}.",
    "web.searches.all_kinds": "Tutti i generi",
    "web.searches.within": "al massimo a {km} km",
    "web.searches.certain": "solo condizioni soddisfatte",
    "web.searches.open": "Vedere ora questa ricerca",
    "web.searches.looked": "Visto",
    "web.searches.remove": "Togliere",
    "web.searches.save": "Salvare questo filtro…",
    "web.searches.save.do": "Salvare",
    "web.searches.what": (
        "Questo filtro è guardato ogni notte: ciò che arriva nel catalogo per questa persona è "
        "annunciato qui e nell'elenco dei dossier."
    ),
    "web.searches.words": "Perché, in parole",
}
