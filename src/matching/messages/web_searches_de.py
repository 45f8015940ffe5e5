"""Die Wörter der Suchen, die für eine Person gespeichert sind, auf Deutsch."""

MESSAGES: dict[str, str] = {
    "web.searches.title": "Gespeicherte Suchen",
    "web.searches.by_night": "Jede Nacht nachgesehen.",
    "web.searches.new": "Neue Angebote seit {day}: {count}",
    "web.searches.none": "Nichts Neues seit {day}.",
    "web.searches.all_kinds": "Alle Arten",
    "web.searches.only_met": "alle Bedingungen erfüllt",
    "web.searches.only_met.long": "Nur, wessen Bedingungen alle erfüllt sind",
    "web.searches.open": "Diese Suche jetzt ansehen",
    "web.searches.looked": "Gesehen",
    "web.searches.remove": "Entfernen",
    "web.searches.save": "Suche speichern…",
    "web.searches.save.do": "Speichern",
    "web.searches.what": (
        "Was für diese Person neu ins Angebot kommt, steht hier und in der Liste der Dossiers. "
        "Ist nichts angekreuzt, gilt es für alle Arten."
    ),
    "web.searches.kinds": "Welche Arten",
    "web.searches.words": "Wofür, in Worten",
}
