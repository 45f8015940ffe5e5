"""German sentences on what the person says: consent, refusal, history, contest."""

MESSAGES: dict[str, str] = {
    "withheld.verdict": "Nicht bekannt und ohne Einwilligung der Person für Sie nicht verfügbar.",
    "question.settles": (
        "Die Antwort allein würde {settled} von {of} Angeboten klären und betrifft {count}; darf offen bleiben."
    ),
    "question.purpose": "Klärt eine Bedingung bei {count} von {of} betrachteten Angeboten; darf offen bleiben.",
    "slate.order": "Ohne Rangfolge, wie gewünscht: nach Art, erfüllte Bedingungen zuerst, dann nach Titel.",
    "slate.order.degraded": (
        "Die Rangfolge steht zurzeit nicht zur Verfügung: nach Art, erfüllte Bedingungen zuerst, dann nach Titel."
    ),
    "slate.page": "Angebote {first} bis {last} von {listed}; weiter mit --start {next}.",
    "slate.page.last": "Angebote {first} bis {last} von {listed}.",
    "slate.page.beyond": "Die Liste hat {listed} Angebote; so weit hinten steht keines.",
    "slate.resting": "Ruht; am selben Tag wieder da, wenn die Person es wünscht",
    "slate.contested": "Von der Person bestritten",
    "slate.empty.resting": "Alles, was dieser Person offensteht, ruht zurzeit.",
    "shown.title": "Gezeigt am {day} ({id})",
    "shown.narrower": "Mit Rechten erstellt, die dieses Konto nicht hat; die Kopie beim Konto {account} verlangen.",
    "shown.none": "Für dieses Dossier wurde noch nichts gezeigt.",
    "history.done": "Schon besucht: {name}, beendet am {day}.",
    "history.repeat": "Wiederholung: {name}, schon besucht, beendet am {day}, vor {months} Monaten.",
    "history.times": "Massnahmen dieser Art schon besucht: {count}.",
    "history.refused": "Abgelehnt am {day}: {reason}.",
    "history.refused.untold": "Abgelehnt am {day}.",
    "history.lifted": "Von der Person am {day} wieder gewünscht.",
    "rest": "Ruht seit {since} ({why}), {until}.",
    "rest.no_rest": "Sie ruht nicht: dieser Grund nimmt sie nicht von den nächsten Listen.",
    "rest.like": "Ruht seit {since}, ähnlich wie ein abgelehntes Angebot ({why}), {until}.",
    "rest.until": "bis {day}",
    "rest.open": "bis sich die Lage ändert",
    "rest.end.untold": "Ende für Sie nicht verfügbar",
    "rest.untold": "Grund für Sie nicht verfügbar",
    "rest.alike": "{text} Ähnliche Angebote, die mit ihm ruhen ({count}): {titles}.",
    "contested": "Die Person bestreitet «{what}» seit {day}; noch keine Antwort.",
}
