"""Refusals after a decision, in German, Italian and English: corrections, steps, observations, outcomes.

By the French sentence as it is raised, its facts in braces.
"""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "Cette correction est déjà {status} ; en proposer une autre.": (
        "Diese Berichtigung ist schon {status}; eine andere vorschlagen.",
        "Questa correzione è già {status}; proporne un'altra.",
        "This correction is {status} already; propose another one.",
    ),
    (
        "Un début le {day} n'est pas possible : il manque, datée d'un jour avant, la décision de l'institution qui "
        "paie ou une garantie qui couvre ce jour ; la demander d'abord."
    ): (
        (
            "Ein Beginn am {day} ist nicht möglich: Es fehlt, mit einem Datum davor, der Entscheid der Institution, "
            "die zahlt, oder eine Garantie für diesen Tag; zuerst anfragen."
        ),
        (
            "Un inizio il {day} non è possibile: manca, datata di un giorno prima, la decisione dell'istituzione "
            "che paga o una garanzia che copre quel giorno; chiederla prima."
        ),
        (
            "A start on {day} is not possible: dated a day before, the decision of the paying institution or a "
            "guarantee that covers that day is missing; ask for it first."
        ),
    ),
    "Un début s'enregistre le jour venu ; indiquer un jour passé ou celui d'aujourd'hui.": (
        "Ein Beginn wird am Tag selbst festgehalten; heute oder einen vergangenen Tag angeben.",
        "Un inizio si registra il giorno stesso; indicare oggi o un giorno passato.",
        "A start is recorded once the day has come; state today or a day before.",
    ),
    "Un début ne précède pas le jour où l'option a été montrée ; corriger le jour.": (
        "Ein Beginn liegt nicht vor dem Tag, an dem das Angebot gezeigt wurde; den Tag berichtigen.",
        "Un inizio non precede il giorno in cui l'opzione è stata mostrata; correggere il giorno.",
        "A start does not come before the day on which the option was shown; correct the day.",
    ),
    "La fin se place entre le début et aujourd'hui ; corriger le jour.": (
        "Das Ende liegt zwischen dem Beginn und heute; den Tag berichtigen.",
        "La fine sta tra l'inizio e oggi; correggere il giorno.",
        "The end lies between the start and today; correct the day.",
    ),
    "Pour {verb}, indiquer au moins un motif.": (
        "Für «{verb}» mindestens einen Grund angeben.",
        "Per «{verb}» indicare almeno un motivo.",
        "To {verb}, give at least one reason.",
    ),
    "Mettre en attente se fait sans motif, ou avec un motif et un jour ; indiquer les deux.": (
        "Zurückstellen geht ohne Grund, oder mit Grund und Tag; beide angeben.",
        "Si mette in attesa senza motivo, o con un motivo e un giorno; indicare entrambi.",
        "Putting on hold takes no reason, or a reason and a day; state both.",
    ),
    "Le jour indiqué est celui où une attente ou un repos finit : un jour à venir.": (
        "Der Tag ist der, an dem ein Aufschub oder eine Ruhe endet: ein Tag in der Zukunft.",
        "Il giorno indicato è quello in cui finisce un'attesa o un riposo: un giorno a venire.",
        "The day is the one on which a wait or a rest ends: a day to come.",
    ),
    "Votre institution ne prescrit pas cette option à cette personne ; la prescrivent : {named}.": (
        "Ihre Dienststelle weist dieses Angebot dieser Person nicht zu; es weisen zu: {named}.",
        "La sua istituzione non prescrive questa opzione a questa persona; la prescrivono: {named}.",
        "Your institution does not prescribe this option to this person; these do: {named}.",
    ),
    "Cette option est déjà en cours pour cette personne (« {status} ») ; continuer depuis l'historique.": (
        "Dieses Angebot läuft für diese Person schon («{status}»); im Verlauf weitermachen.",
        "Questa opzione è già in corso per questa persona («{status}»); continuare dalla cronologia.",
        "This option is already under way for this person (“{status}”); go on from the history.",
    ),
    "Cette option n'est plus au catalogue ; la refuser ou demander de nouvelles options.": (
        "Dieses Angebot ist nicht mehr im Katalog; es ablehnen oder neue Angebote verlangen.",
        "Questa opzione non è più nel catalogo; rifiutarla o chiedere nuove opzioni.",
        "This option is no longer in the catalogue; reject it or ask for new options.",
    ),
    "Cette option n'est plus au catalogue ; retirer la proposition.": (
        "Dieses Angebot ist nicht mehr im Katalog; den Vorschlag zurückziehen.",
        "Questa opzione non è più nel catalogo; ritirare la proposta.",
        "This option is no longer in the catalogue; withdraw the proposal.",
    ),
    "« Faux » dit ce qui est juste, et si c'est le dossier ou la fiche qui est à corriger.": (
        "«Falsch» sagt, was richtig ist, und ob Dossier oder Angebot zu berichtigen ist.",
        "«Falso» dice che cosa è giusto, e se va corretto il dossier o la scheda.",
        "“Wrong” says what is right, and whether the file or the card is to be corrected.",
    ),
    "Seul « faux » propose une correction ; la retirer, ou changer l'avis.": (
        "Nur «falsch» schlägt eine Berichtigung vor; sie weglassen, oder das Urteil ändern.",
        "Solo «falso» propone una correzione; toglierla, o cambiare il parere.",
        "Only “wrong” proposes a correction; leave it out, or change the verdict.",
    ),
    "Aucune raison {reason} pour {option} dans {slate} ; vérifier les trois.": (
        "Kein Grund {reason} für {option} in {slate}; alle drei prüfen.",
        "Nessuna ragione {reason} per {option} in {slate}; verificare tutte e tre.",
        "No reason {reason} for {option} in {slate}; check all three.",
    ),
    "Aucune option {option} n'a été montrée ici sous {slate} ; vérifier les deux.": (
        "Unter {slate} wurde hier kein Angebot {option} gezeigt; beides prüfen.",
        "Qui non è stata mostrata nessuna opzione {option} con {slate}; verificare entrambi.",
        "No option {option} was shown here under {slate}; check both.",
    ),
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
            "Die Person hat nicht zugestimmt, dass Ihre Dienststelle verwendet, was diese Tatsache sagt; ihr "
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
