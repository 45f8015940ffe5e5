"""Die Sätze zur Steuerung, auf Deutsch: was jede Tabelle zählt und wie sie zu lesen ist."""

MESSAGES: dict[str, str] = {
    "steering.written": "{rows} Zeilen geschrieben: {file}",
    "steering.empty": "Nichts zu zeigen.",
    "steering.at_least": "mindestens {least}",
    "steering.hidden": "verdeckt",
    "steering.no_statement": "Noch niemand hat gezählte oder angestrebte Plätze festgehalten.",
    "steering.nothing_known": "Niemand hat dieses Ergebnis erhoben.",
    "steering.pair.alike": "Ähnlichkeit {likeness}, Entfernung {kilometres} km; gemeinsame Bedürfnisse: {needs}.",
    "steering.pair.differ": "Unterschiede: {differs}.",
    "steering.pair.market": (
        "Markt: {either} Personen (beide {both}, nur das erste {only_first}, nur das zweite {only_second}); "
        "freie Plätze: {free_places}."
    ),
    "steering.all.options": "Alle Angebote",
    "steering.all.reasons": "alle Gründe",
    "steering.all.of_type": "alle",
    "steering.all.categories": "Total",
    "steering.all.groups": "Total",
    "steering.title.Overlaps": "Angebote zum Vergleichen, aus verschiedenen Katalogen, gezählt am {counted_on}",
    "steering.read.Overlaps": (
        "{offers} Aktivitäten und {people} Dossiers betrachtet. Die Grösse des Marktes kann ein doppeltes "
        "Angebot rechtfertigen: das ist zu beurteilen."
    ),
    "steering.limits.Overlaps": (
        "Ähnlichkeit von 0 bis 1, aufgeführt ab {least} (eigener Wert). Markt: wem das eine oder andere nicht "
        "verschlossen ist und wer es erreicht. Zuschüsse und Beiträge werden nicht verglichen."
    ),
    "steering.title.PlacesOverTime": "Plätze nach Kategorie, {at}",
    "steering.read.PlacesOverTime": (
        "Gezählt und angestrebt, wie eine Behörde es gesagt hat. Tempo in Plätzen pro Jahr: nötig von der "
        "letzten Zählung zum Ziel, beobachtet zwischen den letzten zwei."
    ),
    "steering.limits.PlacesOverTime": (
        "In der zweiten Tabelle die Angebote des heutigen Katalogs: ihre freien Plätze sind nicht alle ihre Plätze."
    ),
    "steering.title.Remedies": "Abhilfen für Lücken, {at}",
    "steering.read.Remedies": ("Die versprochene Zahl neben der neuen Zählung, ab dem Quartal nach der Eingabe."),
    "steering.limits.Remedies": (
        "Eine Lücke ändert sich auch aus anderen Gründen: die Tabelle sagt, um wie viel, nicht warum."
    ),
    "steering.title.SkillsAsked": "Kompetenzen, die Stellen verlangen und keine Aktivität vermittelt, {at}",
    "steering.read.SkillsAsked": (
        "{vacancies} Stellen, die alle sehen, davon verlangen {asking} eine Kompetenz; {activities} "
        "Aktivitäten und Plätze betrachtet."
    ),
    "steering.limits.SkillsAsked": (
        "Vermittelt: eine Wirkung, ein Zertifikat oder der Titel kommt ihr nahe, oder der Text nennt sie. "
        "Was nicht gesagt ist, fehlt hier."
    ),
    "steering.title.Rejections": "Ablehnungen nach Angebot und Grund, gezählt am {counted_on}",
    "steering.read.Rejections": (
        "Gründe, die Beratung oder Person nannten, je Vorschlag einmal. Gezählte Quartale: {quarters}."
    ),
    "steering.limits.Rejections": (
        "{options} Angebote von fünf oder mehr Personen abgelehnt; die anderen stehen nicht hier. "
        "«verdeckt»: unter fünf, oder die Zahl liesse sich ableiten."
    ),
    "steering.title.Results": "Ergebnisse {months} Monate nach Beginn, gezählt am {counted_on}",
    "steering.read.Results": (
        "Was niemand erhoben hat, ist unbekannt, nie ein Misserfolg; die Sozialhilfe verlassen ist keine "
        "Stelle. In Klammern das 95-%-Intervall."
    ),
    "steering.limits.Results": (
        "Bei gleichen Personen: was alle dort erreicht hätten, ab {least} bekannten Ergebnissen (eigener "
        "Wert). «Nicht unterscheidbar»: der Abstand kann Zufall sein."
    ),
    "steering.title.Portfolio": "Portfolio, {at}",
    "steering.read.Portfolio": (
        "{people} Dossiers Ihrer Dienststellen; zuerst jene, für die seit {weeks} Wochen nichts läuft."
    ),
    "steering.limits.Portfolio": ("Unbekannt ist eine Klasse. Das Datum ist die nächste Frist, die das Dossier nennt."),
    "steering.title.PortfolioCounts": "Portfolios in Zahlen, gezählt am {counted_on}",
    "steering.read.PortfolioCounts": (
        "Personen aller Dienststellen; Warten zählt ab dem letzten Tag, an dem etwas lief. Unbekannt ist eine Klasse."
    ),
    "steering.limits.PortfolioCounts": (
        "Nach Dienststelle: in der Datei (--to) und in JSON. «verdeckt»: unter fünf, oder die Zahl wäre ableitbar."
    ),
    "steering.head.free_places": "Freie Plätze",
    "steering.head.category": "Kategorie",
    "steering.head.distance": "Abstand",
    "steering.head.needed_per_year": "Nötiges Tempo",
    "steering.head.observed_per_year": "Beobachtetes Tempo",
    "steering.head.standing": "Stand",
    "steering.head.territory": "Gebiet",
    "steering.head.offers": "Angebote",
    "steering.head.offers_unknown": "Plätze unbekannt",
    "steering.head.what": "Abhilfe",
    "steering.head.need": "Bedürfnis",
    "steering.head.promised_by": "Versprochen von",
    "steering.head.by": "Bis",
    "steering.head.people_expected": "Versprochen",
    "steering.head.people_before": "Vorher",
    "steering.head.people_now": "Jetzt",
    "steering.head.state": "Stand",
    "steering.head.skill": "Kompetenz",
    "steering.head.also": "Auch genannt",
    "steering.head.vacancies": "Stellen",
    "steering.head.share": "Anteil",
    "steering.head.trained_by": "Aktivitäten",
    "steering.head.title": "Angebot",
    "steering.head.provider": "Anbieter oder Arbeitgeber",
    "steering.head.reason": "Grund",
    "steering.head.side": "Bei wem es liegt",
    "steering.head.people": "Personen",
    "steering.head.given": "Mal",
    "steering.head.employer": "Art des Arbeitgebers",
    "steering.head.name": "Anbieter",
    "steering.head.began": "Begonnen",
    "steering.head.known": "Bekannt",
    "steering.head.reached": "Erreicht",
    "steering.head.raw": "Roh",
    "steering.head.adjusted": "Bei gleichen Personen",
    "steering.head.profile": "Dossier",
    "steering.head.on_assistance": "Unterstützt seit",
    "steering.head.without_work": "Ohne Arbeit seit",
    "steering.head.objective": "Ziel",
    "steering.head.plan": "Plan",
    "steering.head.proposed_on": "Letzter Schritt",
    "steering.head.due_on": "Frist",
    "steering.head.due": "Wovon",
    "steering.head.dimension": "Nach",
    "steering.head.group": "Klasse",
    "steering.code.payer": "Kostenträger",
    "steering.code.provider": "Anbieter",
    "steering.code.language": "Sprache",
    "steering.code.place": "Ort",
    "steering.code.criteria": "Bedingungen",
    "steering.code.duration": "Dauer",
    "steering.code.legal_basis": "Rechtsgrundlage",
    "steering.code.observed": "gezählt",
    "steering.code.target": "Ziel",
    "steering.code.occupation": "Beschäftigung",
    "steering.code.socioprofessional": "sozialberuflich",
    "steering.code.professional": "beruflich",
    "steering.code.reached": "erreicht",
    "steering.code.on_pace": "im Tempo",
    "steering.code.behind": "im Rückstand",
    "steering.code.missed": "verfehlt",
    "steering.code.past": "Frist vorbei, an diesem Tag nicht gezählt",
    "steering.code.unknown": "unbekannt",
    "steering.code.too_soon": "zu früh",
    "steering.code.kept": "gehalten",
    "steering.code.partly": "teilweise",
    "steering.code.not_kept": "nicht gehalten",
    "steering.code.job": "Stelle ohne Zuschuss, dauerhafter Austritt",
    "steering.code.transition": "Stelle mit Zuschuss, Übergangsaustritt",
    "steering.code.training": "Ausbildung, positiver Austritt",
    "steering.code.above": "darüber",
    "steering.code.below": "darunter",
    "steering.code.not_told_apart": "nicht unterscheidbar",
    "steering.code.social_enterprise": "Sozialfirma",
    "steering.code.organiser": "Massnahmenanbieter",
    "steering.code.firm": "Betrieb",
    "steering.code.aci": "ACI",
    "steering.code.siae_ai": "Vermittlungsverein (AI)",
    "steering.code.ei": "EI",
    "steering.code.eiti": "EITI",
    "steering.code.etti": "ETTI",
    "steering.code.ea": "angepasster Betrieb (EA)",
    "steering.code.eatt": "EATT",
    "steering.code.geiq": "GEIQ",
    "steering.code.opcs": "OPCS",
    "steering.code.under_1": "unter 1 Jahr",
    "steering.code.1_to_2": "1 bis 2 Jahre",
    "steering.code.2_to_4": "2 bis 4 Jahre",
    "steering.code.over_4": "4 Jahre und mehr",
    "steering.code.none": "keiner",
    "steering.code.not_agreed": "nicht vereinbart",
    "steering.code.agreed": "vereinbart",
    "steering.code.own": "unsere Institution",
    "steering.code.other": "eine andere",
    "steering.code.nobody": "keine Institution",
    "steering.code.consent": "Einwilligung",
    "steering.code.iae_pass": "PASS IAE",
    "steering.code.guarantee": "Kostengutsprache",
    "steering.code.lead": "Fallführung",
    "steering.code.framework_period": "Rahmenfrist",
    "steering.code.registration": "Anmeldung",
    "steering.code.fitness": "Eignungsauskunft",
    "steering.code.on_assistance": "unterstützt seit",
    "steering.code.without_work": "ohne Arbeit seit",
    "steering.code.assistance": "Unterstützung",
    "steering.code.not_concerned": "kein RSA",
    "steering.code.3_or_more": "3 und mehr",
    "steering.code.objective": "Ziel",
    "steering.code.unemployment": "Arbeitslosenversicherung",
    "steering.code.heaviest_need": "schwerstes Bedürfnis",
    "steering.code.confirmed_needs": "bestätigte Bedürfnisse",
    "steering.code.follow_up": "Begleitung",
    "steering.code.fr_track": "RSA-Weg",
    "steering.code.plan": "Plan",
    "steering.code.due": "Frist",
    "steering.code.waiting": "Warten",
    "steering.code.takes_part": "nimmt jetzt teil",
    "steering.code.under_4_weeks": "unter 4 Wochen",
    "steering.code.4_to_8_weeks": "4 bis 8 Wochen",
    "steering.code.8_to_13_weeks": "8 bis 13 Wochen",
    "steering.code.13_to_26_weeks": "13 bis 26 Wochen",
    "steering.code.26_to_52_weeks": "26 bis 52 Wochen",
    "steering.code.over_52_weeks": "52 Wochen und mehr",
    "steering.code.never": "noch nichts vorgeschlagen",
    "steering.code.before": "früher",
    "steering.code.review": "Überprüfung des Plans",
    "steering.code.overdue": "überfällig",
    "steering.code.soon": "innert 90 Tagen",
    "steering.code.later": "später",
    "steering.code.none_known": "keine bekannt",
}
