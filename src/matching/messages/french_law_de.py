"""Die Sätze der Regeln Frankreichs, auf Deutsch: Befund, Frage und ausreichende Änderung, je Regel."""

MESSAGES: dict[str, str] = {
    "rule.iae_eligibility.met": "Kriterien der Eingliederung durch Arbeit (IAE) erfüllt: {held}.",
    "rule.iae_eligibility.unknown": "Bekannte IAE-Kriterien: {held}. Eine ermächtigte Stelle kann ergänzen.",
    "rule.iae_eligibility.unknown.none": "Kein IAE-Kriterium bekannt; eine ermächtigte Stelle kann es feststellen.",
    "rule.iae_eligibility.question": "Bestätigt eine ermächtigte Stelle die Berechtigung zur IAE?",
    "rule.iae_eligibility.question.none": "Bestätigt eine ermächtigte Stelle die Berechtigung zur IAE?",
}
