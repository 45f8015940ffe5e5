"""Les phrases sur la parole de la personne : consentement, refus, histoire, contestation, en français."""

MESSAGES: dict[str, str] = {
    "withheld.verdict": "Non connu, et non disponible pour vous sans le consentement de la personne.",
    "question.settles": (
        "La réponse suffirait à régler {settled} des {of} options et en concerne {count} ; peut rester sans réponse."
    ),
    "question.purpose": "Réglerait une condition de {count} des {of} options regardées ; peut rester sans réponse.",
    "slate.order": "Sans classement, comme souhaité : par genre, conditions remplies d'abord, puis par titre.",
    "slate.order.degraded": (
        "Le classement n'est pas disponible pour l'instant : par genre, conditions remplies d'abord, puis par titre."
    ),
    "slate.page": "Options {first} à {last} sur {listed} ; la suite avec --start {next}.",
    "slate.page.last": "Options {first} à {last} sur {listed}.",
    "slate.page.beyond": "La liste compte {listed} options ; rien à cette place.",
    "slate.resting": "En repos, à reprendre le jour même si la personne le demande",
    "slate.contested": "Contesté par la personne",
    "slate.empty.resting": "Tout ce qui est ouvert à cette personne est en repos.",
    "shown.title": "Montré le {day} ({id})",
    "shown.narrower": "Réponse faite avec des droits que ce compte n'a pas ; demander la copie au compte {account}.",
    "shown.none": "Rien n'a encore été montré pour ce dossier.",
    "history.done": "Déjà suivie : {name}, terminée le {day}.",
    "history.repeat": "Répétition : {name}, déjà suivie, terminée le {day}, il y a {months} mois.",
    "history.times": "Mesures de ce genre déjà suivies : {count}.",
    "history.refused": "Refusée le {day} : {reason}.",
    "history.refused.untold": "Refusée le {day}.",
    "history.lifted": "Redemandée par la personne le {day}.",
    "rest": "En repos depuis le {since} ({why}), {until}.",
    "rest.no_rest": "Elle ne repose pas : ce motif ne l'écarte pas des prochaines listes.",
    "rest.like": "En repos depuis le {since}, proche d'une option refusée ({why}), {until}.",
    "rest.until": "jusqu'au {day}",
    "rest.open": "jusqu'à ce que la situation change",
    "rest.end.untold": "fin non disponible pour vous",
    "rest.untold": "motif non disponible pour vous",
    "rest.alike": "{text} Options proches qui reposent avec elle ({count}) : {titles}.",
    "contested": "La personne conteste « {what} » depuis le {day} ; pas encore de réponse.",
}
