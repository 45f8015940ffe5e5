"""Die Sätze der Seite des Protokolls."""

MESSAGES: dict[str, str] = {
    "web.audit.nav": "Protokoll",
    "web.audit": "Wer was getan hat",
    "web.audit.what": (
        "Jedes Lesen und jedes Schreiben hinterlässt einen Eintrag, auch diese Seite. Dossiers "
        "sind hier Zahlen, ohne Namen."
    ),
    "web.audit.chain": "Die Kette",
    "web.audit.verify": "Die ganze Kette prüfen",
    "web.audit.verify.what": "Liest alle Einträge und die Zeilen, von denen sie sprechen; ändert nichts.",
    "web.audit.whole": "Alles ist so, wie es geschrieben wurde.",
    "web.audit.changed": "Nicht so, wie geschrieben wurde: {count}.",
    "web.audit.verified": "Gelesene Einträge: {entries}; gelesene Zeilen: {rows}.",
    "web.audit.unanchored": "Einträge, die der Anker nicht kennt (Abbruch nach dem Schreiben): {count}.",
    "web.audit.entries": "Einträge: {count}",
    "web.audit.act": "Handlung",
    "web.audit.first": "Vom",
    "web.audit.last": "Bis",
    "web.audit.number": "Nr.",
    "web.audit.at": "Wann",
    "web.audit.about": "Worüber",
    "web.audit.files": "Dossiers",
    "web.audit.cut": "Abgeschnitten: Hier stehen nur die letzten {most} Einträge; für die anderen enger filtern.",
    "web.audit.csv": "Die CSV-Datei enthält höchstens {most} Einträge, die letzten zuerst.",
    "web.audit.none": "Kein Eintrag entspricht diesen Angaben.",
    "web.audit.pages": "Seiten des Protokolls",
    "web.audit.latest": "Neueste Einträge",
    "web.audit.earlier": "Frühere Einträge",
}
