"""Italian sentences on what the person says: consent, refusal, history, contest."""

MESSAGES: dict[str, str] = {
    "withheld.verdict": "Non noto, e non disponibile qui senza il consenso della persona.",
    "question.settles": (
        "La risposta basterebbe a chiarire {settled} delle {of} opzioni e ne riguarda {count}; può restare senza "
        "risposta."
    ),
    "question.purpose": "Chiarisce una condizione per {count} delle {of} opzioni guardate; può restare senza risposta.",
    "slate.order": "Senza graduatoria, come desiderato: per genere, prima le condizioni adempiute, poi per titolo.",
    "slate.order.degraded": (
        "La graduatoria per ora non è disponibile: per genere, prima le condizioni adempiute, poi per titolo."
    ),
    "slate.page": "Opzioni da {first} a {last} su {listed}; il seguito con --start {next}.",
    "slate.page.last": "Opzioni da {first} a {last} su {listed}.",
    "slate.page.beyond": "La lista conta {listed} opzioni; a questo posto non c'è nulla.",
    "slate.resting": "In pausa, da riprendere il giorno stesso se la persona lo chiede",
    "slate.contested": "Contestato dalla persona",
    "slate.empty.resting": "Tutto ciò che è aperto a questa persona è in pausa.",
    "shown.title": "Mostrato il {day} ({id})",
    "shown.narrower": "Risposta fatta con diritti che questo account non ha; chiedere la copia all'account {account}.",
    "shown.none": "Per questo dossier non è ancora stato mostrato nulla.",
    "history.done": "Già seguita: {name}, terminata il {day}.",
    "history.repeat": "Ripetizione: {name}, già seguita, terminata il {day}, {months} mesi fa.",
    "history.times": "Misure di questo genere già seguite: {count}.",
    "history.refused": "Rifiutata il {day}: {reason}.",
    "history.refused.untold": "Rifiutata il {day}.",
    "history.lifted": "Chiesta di nuovo dalla persona il {day}.",
    "rest": "In pausa dal {since} ({why}), {until}.",
    "rest.no_rest": "Non è in pausa: questo motivo non la toglie dalle prossime liste.",
    "rest.like": "In pausa dal {since}, vicina a un'opzione rifiutata ({why}), {until}.",
    "rest.until": "fino al {day}",
    "rest.open": "finché la situazione non cambia",
    "rest.end.untold": "fine non disponibile con questo account",
    "rest.untold": "motivo non disponibile con questo account",
    "rest.alike": "{text} Opzioni vicine in pausa con lei ({count}): {titles}.",
    "contested": "La persona contesta «{what}» dal {day}; ancora nessuna risposta.",
}
