"""Refusals about what follows a decision, in German, Italian and English: observations, starts and ends, outcomes.

By the French sentence as it is raised, its facts in braces.
"""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "Aucune participation de {file} à {option} n'a commencé chez vous ; vérifier les identifiants.": (
        "Bei Ihnen hat keine Teilnahme von {file} an {option} begonnen; die Kennungen prüfen.",
        "Da voi non è iniziata nessuna partecipazione di {file} a {option}; verificare gli identificativi.",
        "No participation of {file} in {option} has begun with you; check the ids.",
    ),
    "Cette observation est déjà {status} ; il n'y a plus rien à en décider.": (
        "Diese Beobachtung ist schon {status}; darüber gibt es nichts mehr zu entscheiden.",
        "Questa osservazione è già {status}; non c'è più nulla da decidere.",
        "This observation is {status} already; there is nothing left to decide.",
    ),
    "Sans l'accord de la personne, une observation n'est pas conservée ; le demander.": (
        "Ohne Einverständnis der Person wird keine Beobachtung aufbewahrt; danach fragen.",
        "Senza l'accordo della persona un'osservazione non si conserva; chiederlo.",
        "Without the person's consent no observation is kept; ask for it.",
    ),
    "Une observation dit au moins une chose de la grille ; la remplir.": (
        "Eine Beobachtung sagt mindestens etwas aus dem Raster; es ausfüllen.",
        "Un'osservazione dice almeno una cosa della griglia; compilarla.",
        "An observation says at least one thing of the grid; fill it in.",
    ),
    "La période observée se place entre le début et aujourd'hui ; corriger les jours.": (
        "Die beobachtete Zeit liegt zwischen dem Beginn und heute; die Tage berichtigen.",
        "Il periodo osservato sta tra l'inizio e oggi; correggere i giorni.",
        "The time observed lies between the start and today; correct the days.",
    ),
    "La personne n'a pas encore vu cette observation ; la lui montrer d'abord.": (
        "Die Person hat diese Beobachtung noch nicht gesehen; sie ihr zuerst zeigen.",
        "La persona non ha ancora visto questa osservazione; mostrargliela prima.",
        "The person has not seen this observation yet; show it to them first.",
    ),
    "« {kind} » se constate à (mois depuis le début) : {months}.": (
        "«{kind}» wird festgestellt nach (Monate seit Beginn): {months}.",
        "«{kind}» si constata a (mesi dall'inizio): {months}.",
        "“{kind}” is stated at (months from the start): {months}.",
    ),
    "aucune échéance : le fait vaut quand il arrive": (
        "kein Zeitpunkt: Die Tatsache gilt, wenn sie eintritt",
        "nessuna scadenza: il fatto vale quando avviene",
        "no horizon: the fact counts when it happens",
    ),
    "Une suite inconnue ne s'enregistre pas : dire si le fait est vrai, ou son montant.": (
        "Was nicht bekannt ist, wird nicht festgehalten: sagen, ob die Tatsache zutrifft, oder ihren Betrag.",
        "Un seguito sconosciuto non si registra: dire se il fatto è vero, o il suo importo.",
        "What is unknown is not recorded: say whether the fact is true, or its amount.",
    ),
    "« {kind} » n'est pas un montant ; dire si le fait est vrai.": (
        "«{kind}» ist kein Betrag; sagen, ob die Tatsache zutrifft.",
        "«{kind}» non è un importo; dire se il fatto è vero.",
        "“{kind}” is not an amount; say whether the fact is true.",
    ),
    (
        "« {kind} » est déjà enregistré pour cette proposition ; pour le changer, corriger ce qui est enregistré "
        "(version {version})."
    ): (
        (
            "«{kind}» ist für diesen Vorschlag schon festgehalten; um es zu ändern, das Festgehaltene berichtigen "
            "(Version {version})."
        ),
        (
            "«{kind}» è già registrato per questa proposta; per cambiarlo, correggere ciò che è registrato "
            "(versione {version})."
        ),
        "“{kind}” is recorded for this proposal already; to change it, correct what is recorded (version {version}).",
    ),
    "Depuis le {day}, il n'y a pas encore {months} mois ; constater la suite à son échéance.": (
        "Seit dem {day} sind noch keine {months} Monate vergangen; zum gegebenen Zeitpunkt feststellen.",
        "Dal {day} non sono ancora passati {months} mesi; constatare il seguito alla scadenza.",
        "{months} months have not passed yet since {day}; state it when they have.",
    ),
    (
        "La personne n'a pas consenti à ce que votre institution utilise ce que dit cette suite ; demander son "
        "accord et le noter."
    ): (
        (
            "Die Person hat nicht zugestimmt, dass Ihre Stelle verwendet, was diese Tatsache sagt; ihr "
            "Einverständnis holen und festhalten."
        ),
        (
            "La persona non ha acconsentito a che la sua istituzione usi ciò che dice questo seguito; chiedere il "
            "suo accordo e annotarlo."
        ),
        (
            "The person has not agreed that your institution uses what this fact tells; ask for their consent and "
            "note it."
        ),
    ),
    "Seul un abandon a un motif d'abandon ; retirer le motif.": (
        "Nur ein Abbruch hat einen Abbruchgrund; den Grund weglassen.",
        "Solo un abbandono ha un motivo d'abbandono; togliere il motivo.",
        "Only a dropout has a reason for dropping out; leave the reason out.",
    ),
}
