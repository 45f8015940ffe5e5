"""Die Worte der Seiten zur Steuerung, auf Deutsch."""

MESSAGES: dict[str, str] = {
    "web.manager.nav": "Steuerung",
    "web.manager.tab.gaps": "Lücken",
    "web.manager.tab.remedies": "Abhilfen",
    "web.manager.tab.capacity": "Knappe Plätze",
    "web.manager.tab.places": "Plätze im Zeitverlauf",
    "web.manager.tab.overlaps": "Überschneidungen",
    "web.manager.tab.results": "Ergebnisse",
    "web.manager.tab.rejections": "Ablehnungen",
    "web.manager.tab.portfolios": "Portfolios",
    "web.manager.tab.report": "Bericht",
    "web.manager.gaps": "Was dem Katalog fehlt",
    "web.manager.remedies": "Abhilfen für Lücken",
    "web.manager.capacity": "Knappe Plätze und ihr Preis",
    "web.manager.places": "Plätze nach Kategorie im Zeitverlauf",
    "web.manager.overlaps": "Angebote zum Vergleichen",
    "web.manager.results": "Ergebnisse nach Anbieter",
    "web.manager.rejections": "Warum Angebote abgelehnt werden",
    "web.manager.portfolios": "Portfolios in Zahlen",
    "web.manager.report": "Steuerungsbericht",
    "web.manager.report.made": "Erstellt am {at}.",
    "web.manager.report.counts": "Zahlen, nie eine Person: was weniger als fünf verriete, ist verdeckt.",
    "web.manager.report.print": "Drucken",
    "web.manager.report.contents": "Inhalt",
    "web.manager.csv": "CSV",
    "web.manager.csv.of": "Tabelle als CSV herunterladen",
    "web.manager.counted": "{what}: {count}",
    "web.manager.counted_on": "Gezählt am {day}, für eine Woche.",
    "web.manager.how": "Wie diese Zahlen zu lesen sind",
    "web.manager.optional": "(fakultativ)",
    "web.manager.choose": "Wählen…",
    "web.manager.any.language": "alle",
    "web.manager.any.payer": "alle",
    "web.manager.entered": "Es ist festgehalten.",
    "web.manager.form.gap": "Die Lücke",
    "web.manager.form.promise": "Was versprochen ist",
    "web.manager.form.which": "Welche Plätze",
    "web.manager.form.count": "Wie viele, nach Kategorie",
    "web.manager.form.source": "Quelle",
    "web.manager.share": "Anteil",
    "web.manager.quarter": "Q{number} {year}",
    "web.manager.gaps.chosen": "Gewählt",
    "web.manager.gaps.without": "{name} entfernen",
    "web.manager.gaps.all": "Alle Bedürfnisse",
    "web.manager.gaps.by": "Gesehen nach",
    "web.manager.gaps.by.need": "Nach Bedarf",
    "web.manager.gaps.by.district": "Nach Ort",
    "web.manager.gaps.by.language": "Nach Sprache",
    "web.manager.gaps.by.payer": "Nach möglichem Kostenträger",
    "web.manager.gaps.by.kind": "Nach Art des Angebots",
    "web.manager.gaps.became": "Was daraus wird",
    "web.manager.untold": "Ohne Zahl, die gesagt werden darf: {what}.",
    "web.manager.gaps.where": "Ort",
    "web.manager.gaps.type": "Art",
    "web.manager.gaps.availability": "Verlangte Verfügbarkeit",
    "web.manager.gaps.at_most": "höchstens {percent} %",
    "web.manager.gaps.dashed": "Gestrichelt: was verdeckt ist.",
    "web.manager.gaps.offers.read": (
        "Jedes Angebot wurde dem Katalog beigefügt und alles nachgezählt: das zweite kommt zum ersten hinzu."
    ),
    "web.manager.gaps.reached_more": "Personen mehr",
    "web.manager.gaps.rule": "Regel oder Kriterium",
    "web.manager.gaps.kept_out": "Nur durch sie ferngehalten",
    "web.manager.gaps.step": "Mehr, mit einem Schritt",
    "web.manager.gaps.question": "Was nicht bekannt ist",
    "web.manager.gaps.left_open": "Bedarf bleibt offen",
    "web.manager.remedies.none": "Keine Abhilfe ist festgehalten.",
    "web.manager.remedies.entered": "Festgehaltene Abhilfen",
    "web.manager.remedies.gap": "Lücke",
    "web.manager.remedies.before_now": "Vorher, jetzt",
    "web.manager.remedies.enter": "Abhilfe festhalten",
    "web.manager.remedies.enter.read": (
        "Was versprochen ist, bleibt, wie es festgehalten ist. Wie viele heute "
        "betroffen sind, steht in der letzten Zählung."
    ),
    "web.manager.remedies.dash": (
        "«–»: noch nicht gezählt, oder eine bis vier Personen, oder eine Zahl, die es verriete."
    ),
    "web.manager.remedies.before": (
        "«Vorher» zählt die Personen, bei denen dieser Bedarf dort sicher eine Lücke ist; die Tabelle der Lücken "
        "nach Ort zeigt jeden Bedarf, auch gedeckten und nicht bekannten."
    ),
    "web.manager.remedies.not_counted": (
        "Nicht in der letzten Zählung: Sie hat die Kantone und Départements der Dossiers, und deren Gemeinden ab "
        "{least} Dossiers."
    ),
    "web.manager.field.need": "Bedarf",
    "web.manager.field.territory": "Kanton oder Département",
    "web.manager.field.territory.hint": "Zum Beispiel CH-NE oder FR-07.",
    "web.manager.field.district": "Gemeinde",
    "web.manager.field.district.hint": "Leer: der ganze Kanton. Geschrieben wie in der Tabelle der Lücken.",
    "web.manager.field.language": "Sprache",
    "web.manager.field.payer": "Kostenträger",
    "web.manager.field.what": "Was getan wird",
    "web.manager.field.opportunity": "Kennung des neuen Angebots",
    "web.manager.field.people_expected": "Erwartete Personen",
    "web.manager.field.by": "Bis zum",
    "web.manager.field.promised_by": "Versprochen von (Dienst oder Funktion)",
    "web.manager.field.programme": "Programm",
    "web.manager.field.kind": "Gezählt oder angestrebt",
    "web.manager.field.on": "Am Ende des Tages",
    "web.manager.field.occupation": "Beschäftigung",
    "web.manager.field.socioprofessional": "Sozialberuflich",
    "web.manager.field.professional": "Beruflich",
    "web.manager.field.authority": "Wer es sagt (Dienst oder Funktion)",
    "web.manager.field.reference": "Wo es steht",
    "web.manager.places.state": "Gezählte oder angestrebte Plätze festhalten",
    "web.manager.places.state.read": (
        "Eine leere Kategorie ist unbekannt, nicht null. Für denselben Tag neu "
        "gesagt, gilt die neue Zahl; die alte bleibt."
    ),
    "web.manager.places.next": "eine weitere Zahl dieser Plätze festhalten",
    "web.manager.places.catalogue": "Der Katalog heute",
    "web.manager.places.catalogue.read": (
        "Die Plätze in Sozialfirmen, die alle sehen können; ihre freien Plätze sind nicht alle ihre Plätze."
    ),
    "web.manager.capacity.none": "Noch keine Nacht hat hier Preise berechnet.",
    "web.manager.capacity.none.read": (
        "Die Preise knapper Plätze werden nachts berechnet, einmal am Tag; der Betrieb löst das aus. "
        "Ohne sie sinkt kein Wert wegen eines knappen Platzes."
    ),
    "web.manager.capacity.over": (
        "Diese Preise galten bis {day}; sie werden nicht mehr abgezogen. Keine Nacht ist gefolgt."
    ),
    "web.manager.capacity.options": "Angebote, die gefragter sind, als sie Plätze haben",
    "web.manager.capacity.one_more": "Ein Platz mehr",
    "web.manager.capacity.session": "davon dieser Beginn",
    "web.manager.capacity.payers": "Budgets der Kostenträger",
    "web.manager.capacity.taken": "Im Plan, vom Rest",
    "web.manager.capacity.groups": "Wer ohne Angebot bliebe",
    "web.manager.capacity.groups.read": (
        "«Alles vergeben»: die mittlere Chance, dass keines der ersten Angebote einer "
        "Person noch einen Vorschlag für sie hat."
    ),
    "web.manager.capacity.no_room": "Ohne Preise, mit Preisen",
    "web.manager.capacity.how.chance": (
        "Eigene Chance: die geschätzte Chance auf eine Stelle ohne jedes Angebot, die Personen in vier Vierteln. "
        "Viertel 1: die tiefsten Chancen; Viertel 4: die höchsten."
    ),
    "web.manager.capacity.how.proposals": (
        "Mögliche Vorschläge: {places} je Platz, denn nicht jeder führt zu einem Eintritt. Das ist ein eigener "
        "Wert, den der Betrieb einstellt."
    ),
    "web.manager.capacity.how.price": (
        "Preis: die Punkte, die für alle vom Wert des Angebots abgezogen werden. «Ein Platz mehr»: die Punkte, "
        "die dessen Vorschläge zusammen brächten."
    ),
    "web.manager.capacity.how.days": (
        "Preise und Plan sind die der Tage vom {from_day} bis {to_day}; die Zahlen der Personen dagegen sind für "
        "eine Woche gezählt."
    ),
    "web.manager.market": "Markt",
    "web.manager.market.only_first": "Nur das erste",
    "web.manager.market.both": "Beide",
    "web.manager.market.only_second": "Nur das zweite",
    "web.manager.market.either": "Das eine oder andere",
    "web.manager.overlaps.none": "Kein Paar von Angeboten erreicht eine Ähnlichkeit von {least}.",
    "web.manager.overlaps.pairs": "Paare, die ähnlichsten zuerst",
    "web.manager.overlaps.first": "Erstes Angebot, Kostenträger",
    "web.manager.overlaps.second": "Zweites Angebot, Kostenträger",
    "web.manager.overlaps.likeness": "Ähnlichkeit",
    "web.manager.overlaps.differ": "Unterschiede",
    "web.manager.overlaps.needs": "Gemeinsame Bedürfnisse:",
    "web.manager.results.months": "Monate seit Beginn",
    "web.manager.results.at": "Nach {months} Monaten",
    "web.manager.results.provider": "Nach Anbieter",
    "web.manager.results.employer": "Nach Art des Arbeitgebers",
    "web.manager.results.standing": "Neben den anderen",
    "web.manager.results.began": (
        "«Begonnen»: wer zum Beginn eines Angebots kam, das alle kennen dürfen, ohne Grenze des Datums, auch wenn "
        "{months} Monate noch nicht um sind."
    ),
    "web.manager.results.few": "Nicht verglichen, nach Namen und ohne Rang",
    "web.manager.results.why.few_known": "unter {least} bekannte Ergebnisse",
    "web.manager.results.why.hidden": "Zahlen verdeckt",
    "web.manager.results.why.alone": "kein anderer zum Vergleichen",
    "web.manager.rejections.read": (
        "Gründe, die Beratung oder Person nannten, je Vorschlag einmal, im Quartal, in dem sie genannt wurden."
    ),
    "web.manager.rejections.quarters": "Gründe nach Quartal, alle Angebote",
    "web.manager.rejections.course": "Verlauf, jede Zeile in eigenem Massstab",
    "web.manager.rejections.until": "bis {day}",
    "web.manager.rejections.ever": "Insgesamt",
    "web.manager.rejections.masked": "«verdeckt»: unter fünf Personen, oder die Zahl liesse sich ableiten.",
    "web.manager.rejections.dash": "«–»: keine, oder zu wenige, um es zu sagen.",
    "web.manager.rejections.options": "Am häufigsten abgelehnte Angebote",
    "web.manager.rejections.quarter": "Quartal",
    "web.manager.rejections.listed": (
        "{options} Angebote von fünf oder mehr Personen abgelehnt; die anderen stehen nicht hier."
    ),
    "web.manager.rejections.none_listed": (
        "Kein Angebot steht hier: dafür braucht es Ablehnungen von fünf oder mehr Personen."
    ),
    "web.manager.rejections.given": "Wie oft",
    "web.manager.portfolios.unit": "Stelle",
    "web.manager.portfolios.all": "Alle Stellen",
    "web.manager.portfolios.masked": "«verdeckt»: unter fünf Personen, oder die Zahl liesse sich ableiten.",
    "web.manager.portfolios.unlisted": "Eine Stelle, von der nichts gesagt werden darf, fehlt.",
    "web.word.gap": "Lücke",
    "web.word.gap.is": (
        "ein bestätigter Bedarf, den kein Angebot des Katalogs erreicht, und das ist "
        "sicher: was man nicht weiss, ist keine"
    ),
    "web.word.masked": "verdeckt",
    "web.word.masked.is": (
        "eine Zahl unter fünf Personen, oder eine, die eine solche verriete; «mindestens» sagt, was gesagt werden darf"
    ),
    "web.word.place_price": "Preis eines Platzes",
    "web.word.place_price.is": (
        "was vom Wert eines Angebots abgezogen wird, das gefragter ist, als es Plätze hat; niemand wird zugeteilt"
    ),
    "web.word.adjusted": "bei gleichen Personen",
    "web.word.adjusted.is": "das Ergebnis, das ein Anbieter hätte, wenn alle Personen mit gleichen Chancen aufnähmen",
}
