"""Die Wörter der Suchen, die für eine Person gespeichert sind, auf Deutsch."""

MESSAGES: dict[str, str] = {
    "web.searches.title": "Gespeicherte Suchen",
    "web.searches.by_night": "Jede Nacht nachgesehen.",
    "web.searches.new": "Neue Angebote seit {day}: {count}",
    "web.searches.none": "Nichts Neues seit {day}.",
    "web.searches.all_kinds": "Alle Arten",
    "web.searches.within": "höchstens {km} km entfernt",
    "web.searches.certain": "nur erfüllte Bedingungen",
    "web.searches.open": "Diese Suche jetzt ansehen",
    "web.searches.looked": "Gesehen",
    "web.searches.remove": "Entfernen",
    "web.searches.save": "Diesen Filter speichern…",
    "web.searches.save.do": "Speichern",
    "web.searches.what": (
        "Dieser Filter wird jede Nacht angewandt: Was für diese Person in den Katalog kommt, steht "
        "hier und in der Liste der Dossiers."
    ),
    "web.searches.words": "Wofür, in Worten",
}
