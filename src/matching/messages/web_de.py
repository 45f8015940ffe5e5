"""Die Worte der Seiten, auf Deutsch."""

MESSAGES: dict[str, str] = {
    "web.labelled": "{label}: {value}",
    "web.name": "Matching",
    "web.skip": "Zum Inhalt",
    "web.nav": "Navigation",
    "web.nav.files": "Meine Dossiers",
    "web.language": "Sprache",
    "web.signout": "Abmelden",
    "web.signin": "Anmeldung",
    "web.signin.do": "Anmelden",
    "web.signin.note": "Nach der Sitzung bleibt in diesem Browser nichts zurück.",
    "web.account": "Konto",
    "web.password": "Passwort",
    "web.about": "Wie die Angebote geordnet sind",
    "web.glossary": "Glossar",
    "web.keys": "Tastenhilfe",
    "web.refused": "Das ist nicht geschehen",
    "web.problem.nothing_here": "Unter dieser Adresse ist nichts; zum Anfang zurückkehren.",
    "web.problem.too_long": "Das Gesendete ist zu lang; weniger auf einmal senden.",
    "web.problem.too_many": "Zu viele Anfragen in kurzer Zeit; etwas warten und neu beginnen.",
    "web.problem.unreadable": (
        "Ein Teil des Dienstes kann nicht gelesen werden; die Verwaltung mit der Nummer {number} benachrichtigen."
    ),
    "web.problem.fault": (
        "Der Dienst hat einen Fehler gemacht, der notiert ist; von Gespeichertem geht nichts "
        "verloren. Ihn mit der Nummer {number} melden."
    ),
    "web.back": "Zurück zum Anfang",
    "web.caseload": "Meine Dossiers",
    "web.caseload.read": "Dossiers: {files}; ohne Laufendes seit {weeks} Wochen: {waiting}.",
    "web.caseload.answers": "Ausstehende Antworten an Arbeitgeber",
    "web.caseload.files": "Dossiers, zuerst jene, die etwas brauchen",
    "web.caseload.none": "Diesem Konto steht kein Dossier offen.",
    "web.file": "Dossier",
    "web.attention": "Zu beachten",
    "web.objective": "Ziel",
    "web.on_assistance": "In der Sozialhilfe seit",
    "web.without_work": "Ohne Arbeit seit",
    "web.proposed_on": "Letzter Schritt",
    "web.due_on": "Nächste Frist",
    "web.overdue": "überfällig",
    "web.due": "zu beantworten bis {day}",
    "web.due.unknown": "Frist nicht bekannt",
    "web.sign.review_overdue": "Überprüfung überfällig",
    "web.sign.due_soon": "Frist naht",
    "web.sign.waits": "nichts läuft",
    "web.unknown": "nicht bekannt",
    "web.person.situation": "Situation",
    "web.person.radius": "höchstens {km} km",
    "web.person.licences": "Führerausweis {held}",
    "web.person.no_licence": "ohne Führerausweis",
    "web.person.vehicle.yes": "Fahrzeug",
    "web.person.vehicle.no": "ohne Fahrzeug",
    "web.person.none": "keine",
    "web.needs": "Bedürfnisse",
    "web.need.confirmed": "mit der Person bestätigt",
    "web.need.unaddressed": "Kein Angebot dieser Liste sagt, dass es darauf antwortet.",
    "web.need.stated": "noch nicht bestätigt",
    "web.withheld": "Ohne Einwilligung wird hier nicht benutzt: {what}.",
    "web.options": "Angebote",
    "web.degraded": "Eingeschränkter Betrieb: die übliche Reihung fehlt. Die Bedingungen sind geprüft.",
    "web.shown_at": "Gezeigt am {at}.",
    "web.again": "neu suchen",
    "web.map": "Von {home} nach {place}: {km} km Luftlinie.",
    "web.map.radius": "Gestrichelt, wie weit die Person fährt: {km} km.",
    "web.filter.kinds": "Arten",
    "web.filter.within": "Höchstens",
    "web.filter.within.what": "Was keinen bekannten Ort hat, bleibt in der Liste.",
    "web.filter.certain": "nur erfüllte Bedingungen",
    "web.filter": "Filtern",
    "web.resting": "Ruhende Angebote (abgelehnt, gesperrt oder schon besucht): {count}",
    "web.rests_until": "bis {day}",
    "web.card.more": "Alles zeigen: Bedingungen, Gründe, Geld",
    "web.card.conditions": "Bedingungen",
    "web.card.why": "Warum auf diesem Rang",
    "web.truth.met": "erfüllt",
    "web.truth.unknown": "zu prüfen",
    "web.truth.not_met": "nicht erfüllt",
    "web.judge": "Ihr Urteil",
    "web.judge.right": "richtig",
    "web.judge.beside_the_point": "nebensächlich",
    "web.decide": "Entscheiden",
    "web.decide.elsewhere": "Ihre Dienststelle weist dieses Angebot nicht zu.",
    "web.decide.by": "Es weisen zu: {who}.",
    "web.done.next": "wie es weitergeht",
    "web.undo": "Rückgängig machen",
    "web.undone": "Entscheid rückgängig gemacht; über das Angebot ist neu zu entscheiden.",
    "web.notes.shared": "Bei mehreren Angeboten zu beachten:",
    "web.notes.see": "Zu beachten: die Bemerkung über der Liste",
    "web.verb.accept": "Vormerken…",
    "web.verb.reject": "Ablehnen…",
    "web.verb.defer": "Zurückstellen…",
    "web.in_words": "In Worten (fakultativ)",
    "web.until.reject": "Ruht bis (fakultativ)",
    "web.until.defer": "Bis (mit einem Grund)",
    "web.judge.wrong": "falsch…",
    "web.judge.right_is": "Was richtig ist",
    "web.judge.profile": "Das Dossier ist zu berichtigen",
    "web.judge.catalogue": "Der Eintrag ist zu berichtigen",
    "web.caseload.answers.unknown": "Ohne bekannte Frist: {count}",
    "web.defer.plain": "Ohne Grund zurückstellen",
    "web.because": "Grund",
    "web.styleguide": "Die Bausteine der Seiten",
    "web.styleguide.what": (
        "Alles, woraus die Seiten bestehen, auf einen Blick. Ein Kanton ändert eine Datei: tokens.css."
    ),
    "web.styleguide.text": "Text",
    "web.styleguide.notices": "Hinweise und Zeichen",
    "web.styleguide.forms": "Formulare",
    "web.styleguide.tables": "Tabellen",
    "web.about.what": (
        "Dieser Dienst vergleicht für eine begleitete Person Stellen, Massnahmen und Plätze in Sozialfirmen und zeigt "
        "sie in einer einzigen Liste."
    ),
    "web.about.conditions.title": "Zuerst die Bedingungen",
    "web.about.conditions": (
        "Jede Bedingung eines Gesetzes oder Anbieters ist erfüllt, nicht erfüllt oder zu prüfen. Eine nicht erfüllte "
        "schliesst das Angebot aus; «Warum nicht?» sagt, welche."
    ),
    "web.about.order.title": "Dann die Reihenfolge",
    "web.about.order": (
        "Der Rang sagt, was das Angebot für das vereinbarte Ziel bringen könnte. Jede Zeile der Rechnung steht da, "
        "ihre Summe ist der Wert."
    ),
    "web.about.unknown.title": "Was man nicht weiss",
    "web.about.unknown": "Eine unbekannte Angabe schliesst nichts aus: sie senkt ein wenig und wird zur Frage.",
    "web.about.human.title": "Wer entscheidet",
    "web.about.human": (
        "Ein Mensch entscheidet, nie der Dienst: er merkt nichts vor, verfügt nichts und straft nicht. Ablehnen kostet "
        "so wenig Schritte wie Vormerken."
    ),
    "web.about.never.title": "Was nie zählt",
    "web.about.never": (
        "Geschlecht, Alter, Nationalität, Familie, Gesundheit, Schulden und Dauer der Sozialhilfe gehen nicht in den "
        "Wert ein. Ein Gesetz kann manches davon lesen; die Bedingung sagt es."
    ),
    "web.about.contest.title": "Ihre Rechte",
    "web.about.contest": (
        "Die Person kann ablehnen, eine Angabe oder einen Grund bestreiten, eine Prüfung durch Menschen verlangen "
        "oder auf die Reihung verzichten: dann gilt die Liste der Regeln allein."
    ),
    "web.keys.what": (
        "Diese Tasten helfen auf der Seite einer Person, ausserhalb von Textfeldern; alles geht auch ohne."
    ),
    "web.keys.j": "nächstes Angebot",
    "web.keys.k": "voriges Angebot",
    "web.keys.a": "Gründe vorzumerken",
    "web.keys.r": "Gründe abzulehnen",
    "web.keys.d": "Gründe zurückzustellen",
    "web.keys.help": "diese Seite",
    "web.word.option": "Angebot",
    "web.word.option.is": "eine Stelle, eine Massnahme oder ein Platz in einer Sozialfirma",
    "web.word.vacancy": "Stelle",
    "web.word.vacancy.is": "eine von einem Arbeitgeber ausgeschriebene Stelle",
    "web.word.measure": "Massnahme",
    "web.word.measure.is": "eine Aktivität, ein Zuschuss oder ein Beitrag, den ein Kostenträger bezahlt",
    "web.word.placement": "Platz in einer Sozialfirma",
    "web.word.placement.is": "ein begleiteter Arbeitsplatz oder ein Integrationsvertrag",
    "web.word.payer": "Kostenträger",
    "web.word.payer.is": (
        "wer bezahlt: Arbeitslosenversicherung, Sozialhilfe, Invalidenversicherung, in Frankreich Staat und Département"
    ),
    "web.word.condition": "Bedingung",
    "web.word.condition.is": "was ein Gesetz oder ein Anbieter verlangt; erfüllt, nicht erfüllt oder zu prüfen",
    "web.word.question": "Frage",
    "web.word.question.is": "was noch zu fragen ist, und wen, um eine Bedingung zu klären",
    "web.word.next_step": "nächster Schritt",
    "web.word.next_step.is": "das Angebot, das ein Hindernis hebt und andere öffnet",
    "web.word.points": "Punkte",
    "web.word.points.is": "die Einheit des Werts: der erwartete Beitrag zum vereinbarten Ziel",
    "web.word.evidence": "Beleg",
    "web.word.evidence.is": (
        "worauf die Reihung beruht: von Hand gesetzte Gewichte, eine Simulation oder hiesige Ergebnisse"
    ),
    "web.word.rest": "Ruhe",
    "web.word.rest.is": (
        "ein abgelehntes oder schon besuchtes Angebot wird eine Zeit nicht vorgeschlagen; es bleibt auffindbar"
    ),
    "web.word.head_start": "Vorsprung",
    "web.word.head_start.is": (
        "fünf Arbeitstage, in denen nur die Arbeitsvermittlung eine gemeldete Stelle sieht (Art. 21a AIG)"
    ),
    "web.word.guarantee": "Kostengutsprache",
    "web.word.guarantee.is": "die Zusage einer Institution zu bezahlen, vor dem Beginn",
    "web.word.effect": "Wirkung",
    "web.word.effect.is": (
        "was eine Massnahme für jene ändert, die sie abschliessen: Sprachniveau, Zertifikat, ein gehobenes Hindernis"
    ),
}
