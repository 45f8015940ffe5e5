"""Les phrases des règles de France, en français : constat, question et changement qui suffirait, par règle."""

MESSAGES: dict[str, str] = {
    "rule.iae_eligibility.met": "Critères de l'insertion par l'activité économique remplis : {held}.",
    "rule.iae_eligibility.unknown": "Critères IAE connus : {held}. Un prescripteur habilité peut compléter.",
    "rule.iae_eligibility.unknown.none": "Aucun critère IAE connu ; un prescripteur habilité peut l'établir.",
    "rule.iae_eligibility.question": "Un prescripteur habilité confirme-t-il l'éligibilité à l'IAE ?",
    "rule.iae_eligibility.question.none": "Un prescripteur habilité confirme-t-il l'éligibilité à l'IAE ?",
}
