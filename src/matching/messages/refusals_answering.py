"""Refusals of payers, providers, employers and managers, in German, Italian and English.

By the French sentence as it is raised, its facts in braces.
"""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "Cette garantie est {now} ; elle ne peut pas devenir {wanted}. Permis ensuite : {steps}.": (
        "Diese Garantie ist «{now}»; sie kann nicht «{wanted}» werden. Danach erlaubt: {steps}.",
        "Questa garanzia è «{now}»; non può diventare «{wanted}». Poi è permesso: {steps}.",
        "This guarantee is “{now}”; it cannot become “{wanted}”. Allowed next: {steps}.",
    ),
    "{step} ({how})": (
        "{step} ({how})",
        "{step} ({how})",
        "{step} ({how})",
    ),
    "par qui accompagne la personne, au début": (
        "durch wer die Person begleitet, beim Beginn",
        "da chi segue la persona, all'inizio",
        "by whoever accompanies the person, at the start",
    ),
    "d'elle-même après son dernier jour": (
        "von selbst nach ihrem letzten Tag",
        "da sola dopo il suo ultimo giorno",
        "by itself after its last day",
    ),
    "plus rien, c'est un état final": (
        "nichts mehr, das ist ein Endzustand",
        "più nulla, è uno stato finale",
        "nothing any more, this state is final",
    ),
    "« {status} » n'est pas une réponse du payeur ; réponses possibles : {allowed}.": (
        "«{status}» ist keine Antwort des Kostenträgers; mögliche Antworten: {allowed}.",
        "«{status}» non è una risposta dell'ente finanziatore; risposte possibili: {allowed}.",
        "“{status}” is no answer of the payer; possible answers: {allowed}.",
    ),
    "Seule l'institution qui paie ({payer}) répond à cette demande ; la lui laisser.": (
        "Nur die Institution, die zahlt ({payer}), beantwortet diese Anfrage; sie ihr überlassen.",
        "Solo l'istituzione che paga ({payer}) risponde a questa richiesta; lasciargliela.",
        "Only the institution that pays ({payer}) answers this request; leave it to them.",
    ),
    "Seule l'institution à qui la demande est adressée y répond ; la lui laisser.": (
        "Nur die angefragte Institution antwortet; es ihr überlassen.",
        "Solo l'istituzione a cui è rivolta la richiesta risponde; lasciargliela.",
        "Only the institution that was asked answers; leave it to them.",
    ),
    "Un emploi n'a pas de payeur à qui demander ; une aide se propose pour elle-même.": (
        "Eine Stelle hat keinen Kostenträger, den man anfragt; eine Hilfe wird für sich vorgeschlagen.",
        "Un impiego non ha un ente finanziatore a cui chiedere; un aiuto si propone da solo.",
        "A job has no payer to ask; a subsidy is proposed on its own.",
    ),
    "{payer} ne peut pas payer cela pour cette personne ; selon la table des payeurs : {payers}{codes}.": (
        "{payer} kann das für diese Person nicht zahlen; nach der Tabelle der Kostenträger: {payers}{codes}.",
        "{payer} non può pagare questo per questa persona; secondo la tabella degli enti: {payers}{codes}.",
        "{payer} cannot pay this for this person; by the table of payers: {payers}{codes}.",
    ),
    " (code à indiquer : {codes})": (
        " (anzugebender Code: {codes})",
        " (codice da indicare: {codes})",
        " (code to state: {codes})",
    ),
    "Un refus du prestataire dit son motif, et lui seul ; corriger le motif.": (
        "Eine Absage des Anbieters sagt ihren Grund, und nur sie; den Grund berichtigen.",
        "Un rifiuto del fornitore dice il suo motivo, e solo quello; correggere il motivo.",
        "A provider's refusal says its reason, and nothing else does; correct the reason.",
    ),
    "Les places se comptent un jour passé ou aujourd'hui ; corriger la date.": (
        "Plätze werden für heute oder einen vergangenen Tag gezählt; das Datum berichtigen.",
        "I posti si contano oggi o un giorno passato; correggere la data.",
        "Places are counted today or on a day before; correct the date.",
    ),
    "Une attente ne s'indique que sans place libre ; retirer l'une ou l'autre.": (
        "Eine Wartezeit gibt man nur ohne freien Platz an; eines von beiden weglassen.",
        "Un'attesa si indica solo senza posti liberi; togliere l'una o l'altro.",
        "A wait is stated only without a free place; leave one of them out.",
    ),
    "Les places sont déjà connues au {day} ; indiquer un compte plus récent.": (
        "Die Plätze sind schon per {day} bekannt; eine neuere Zahl angeben.",
        "I posti sono già noti al {day}; indicare un conteggio più recente.",
        "The places are known as of {day} already; state a newer count.",
    ),
    "{unit} a déjà répondu à l'employeur.": (
        "{unit} hat dem Arbeitgeber schon geantwortet.",
        "{unit} ha già risposto al datore di lavoro.",
        "{unit} has answered the employer already.",
    ),
    "{unit} a préparé un dossier pour cette annonce ; le remettre ou le retirer d'abord.": (
        "{unit} hat für diese Meldung ein Dossier vorbereitet; es zuerst übergeben oder zurückziehen.",
        "{unit} ha preparato un dossier per questo annuncio; prima consegnarlo o ritirarlo.",
        "{unit} has prepared a dossier for this posting; hand it over or withdraw it first.",
    ),
    "« Aucun dossier » ne peut pas encore être dit ; sans réponse : {silent}.": (
        "«Kein Dossier» kann noch nicht gesagt werden; ohne Antwort: {silent}.",
        "«Nessun dossier» non si può ancora dire; senza risposta: {silent}.",
        "“None available” cannot be said yet; without an answer: {silent}.",
    ),
    "« Aucun dossier » serait faux : {unit} a préparé un dossier pour cette annonce.": (
        "«Kein Dossier» wäre falsch: {unit} hat für diese Meldung ein Dossier vorbereitet.",
        "«Nessun dossier» sarebbe falso: {unit} ha preparato un dossier per questo annuncio.",
        "“None available” would be wrong: {unit} has prepared a dossier for this posting.",
    ),
    "Votre institution ne permet pas de proposer des personnes pour cette option.": (
        "Ihre Dienststelle erlaubt nicht, Personen für dieses Angebot vorzuschlagen.",
        "La sua istituzione non permette di proporre persone per questa opzione.",
        "Your institution does not allow proposing people for this option.",
    ),
    "La personne n'entre pas en ligne de compte : {why}": (
        "Die Person kommt nicht in Frage: {why}",
        "La persona non entra in considerazione: {why}",
        "The person does not qualify: {why}",
    ),
    "{file} a déjà un dossier pour cette option.": (
        "{file} hat für dieses Angebot schon ein Dossier.",
        "{file} ha già un dossier per questa opzione.",
        "{file} has a dossier for this option already.",
    ),
    "Ce dossier est déjà {state}.": (
        "Dieses Dossier ist schon {state}.",
        "Questo dossier è già {state}.",
        "This dossier is {state} already.",
    ),
    "Le consentement ne couvre plus tout ce dossier ; le retirer et le préparer à nouveau.": (
        "Das Einverständnis deckt nicht mehr das ganze Dossier; es zurückziehen und neu vorbereiten.",
        "Il consenso non copre più tutto questo dossier; ritirarlo e prepararlo di nuovo.",
        "The consent no longer covers all of this dossier; withdraw it and prepare it again.",
    ),
    "« {feedback} » se dit d'une annonce, pas d'une personne.": (
        "«{feedback}» sagt man von einer Meldung, nicht von einer Person.",
        "«{feedback}» si dice di un annuncio, non di una persona.",
        "“{feedback}” is said of a posting, not of a person.",
    ),
    "« {feedback} » se dit d'une personne : indiquer le dossier envoyé.": (
        "«{feedback}» sagt man von einer Person: das gesandte Dossier angeben.",
        "«{feedback}» si dice di una persona: indicare il dossier inviato.",
        "“{feedback}” is said of a person: state the dossier that was sent.",
    ),
    "Ce dossier n'a pas été remis : rien ne peut en revenir.": (
        "Dieses Dossier wurde nicht übergeben: Es kann nichts davon zurückkommen.",
        "Questo dossier non è stato consegnato: non può tornarne nulla.",
        "This dossier was not handed over: nothing can come back of it.",
    ),
    (
        "La personne n'a pas consenti, ou plus, à ce que son dossier soit envoyé par {by} ; le lui demander, puis "
        "noter ce consentement."
    ): (
        (
            "Die Person hat nicht oder nicht mehr zugestimmt, dass {by} ihr Dossier sendet; sie fragen, dann das "
            "Einverständnis festhalten."
        ),
        (
            "La persona non ha acconsentito, o non più, a che {by} invii il suo dossier; chiederglielo, poi "
            "annotare il consenso."
        ),
        "The person has not agreed, or no longer, that {by} sends their dossier; ask them, then note this consent.",
    ),
    "ce compte": (
        "dieses Konto",
        "questo conto",
        "this account",
    ),
    "Une annonce ne peut pas être reçue le {day}, qui est à venir.": (
        "Eine Meldung kann nicht am {day} eingegangen sein, der in der Zukunft liegt.",
        "Un annuncio non può essere ricevuto il {day}, che deve ancora venire.",
        "A posting cannot have been received on {day}, which is yet to come.",
    ),
    "{option} n'est pas une annonce soumise à l'obligation d'annoncer.": (
        "{option} ist keine Stelle, die der Meldepflicht untersteht.",
        "{option} non è un posto soggetto all'obbligo di annuncio.",
        "{option} is no posting under the obligation to report.",
    ),
    "Répondre à un employeur demande un mandat valable du service public de l'emploi.": (
        "Einem Arbeitgeber zu antworten, braucht ein gültiges Mandat der öffentlichen Arbeitsvermittlung.",
        "Rispondere a un datore di lavoro richiede un mandato valido del servizio pubblico di collocamento.",
        "Answering an employer takes a valid mandate of the public employment service.",
    ),
    "L'employeur a déjà une réponse pour cette annonce.": (
        "Der Arbeitgeber hat für diese Meldung schon eine Antwort.",
        "Il datore di lavoro ha già una risposta per questo annuncio.",
        "The employer has an answer for this posting already.",
    ),
    "Aucune unité du service public de l'emploi n'est enregistrée pour {where} ; la faire enregistrer.": (
        "Für {where} ist keine Einheit der öffentlichen Arbeitsvermittlung eingetragen; sie eintragen lassen.",
        "Per {where} non è registrata nessuna unità del servizio pubblico di collocamento; farla registrare.",
        "No unit of the public employment service is registered for {where}; have it registered.",
    ),
    "le canton {canton}": (
        "den Kanton {canton}",
        "il Cantone {canton}",
        "the canton {canton}",
    ),
    "le canton compétent, qui n'est pas connu": (
        "den zuständigen Kanton, der nicht bekannt ist",
        "il Cantone competente, che non è noto",
        "the competent canton, which is not known",
    ),
    "Aucune de vos unités n'a à répondre pour cette annonce.": (
        "Keine Ihrer Einheiten hat für diese Meldung zu antworten.",
        "Nessuna delle sue unità deve rispondere per questo annuncio.",
        "None of your units has to answer for this posting.",
    ),
    "Indiquer pour laquelle de vos unités vous répondez : {units}.": (
        "Angeben, für welche Ihrer Einheiten Sie antworten: {units}.",
        "Indicare per quale delle sue unità risponde: {units}.",
        "State for which of your units you answer: {units}.",
    ),
    "Le tableau des lacunes n'est plus là ; redemander les lacunes.": (
        "Die Tabelle der Lücken ist nicht mehr da; die Lücken neu verlangen.",
        "La tabella delle lacune non c'è più; richiederle di nuovo.",
        "The table of gaps is no longer there; ask for the gaps again.",
    ),
    "Les lacunes ne se comptent pas par « {unknown} » ; dimensions possibles : {known}.": (
        "Lücken werden nicht nach «{unknown}» gezählt; mögliche Dimensionen: {known}.",
        "Le lacune non si contano per «{unknown}»; dimensioni possibili: {known}.",
        "Gaps are not counted by “{unknown}”; possible dimensions: {known}.",
    ),
    "{name} vaut de 0 à {most}, pas {number} ; corriger ce nombre.": (
        "{name} reicht von 0 bis {most}, nicht {number}; diese Zahl berichtigen.",
        "{name} vale da 0 a {most}, non {number}; correggere questo numero.",
        "{name} goes from 0 to {most}, not {number}; correct this number.",
    ),
    "Aucune catégorie n'a de nombre de places ; en indiquer une au moins.": (
        "Keine Kategorie hat eine Zahl von Plätzen; mindestens eine angeben.",
        "Nessuna categoria ha un numero di posti; indicarne almeno una.",
        "No category has a number of places; state at least one.",
    ),
    "Un compte du {day} est à venir ; corriger le jour, ou indiquer des places visées.": (
        "Eine Zählung vom {day} liegt in der Zukunft; den Tag berichtigen, oder die Plätze als Ziel angeben.",
        "Un conteggio del {day} deve ancora venire; correggere il giorno, o indicare posti previsti.",
        "A count of {day} is yet to come; correct the day, or state places aimed at.",
    ),
    "Le nombre de semaines doit être entre 1 et {most} ; il est de {weeks}.": (
        "Die Zahl der Wochen liegt zwischen 1 und {most}; sie ist {weeks}.",
        "Il numero di settimane deve stare tra 1 e {most}; è {weeks}.",
        "The number of weeks must be between 1 and {most}; it is {weeks}.",
    ),
    "Le trimestre « {quarter} » n'est pas compté ; choisir parmi {quarters}.": (
        "Das Quartal «{quarter}» wird nicht gezählt; wählen aus {quarters}.",
        "Il trimestre «{quarter}» non è contato; scegliere tra {quarters}.",
        "The quarter “{quarter}” is not counted; choose from {quarters}.",
    ),
    "Il n'y a ni canton ni département « {territory} » ; l'écrire comme CH-NE ou FR-07.": (
        "Es gibt weder Kanton noch Département «{territory}»; schreiben wie CH-NE oder FR-07.",
        "Non c'è né cantone né dipartimento «{territory}»; scriverlo come CH-NE o FR-07.",
        "There is no canton or département “{territory}”; write it like CH-NE or FR-07.",
    ),
    "Le {day} n'est pas entre le {first} et le {last} ; corriger l'année.": (
        "Der {day} liegt nicht zwischen dem {first} und dem {last}; das Jahr berichtigen.",
        "Il {day} non è tra il {first} e il {last}; correggere l'anno.",
        "{day} does not lie between {first} and {last}; correct the year.",
    ),
    "Ce remède est déjà noté, le {day} ; un autre en diffère, par ce qui est fait ou promis.": (
        "Diese Abhilfe ist schon festgehalten, am {day}; eine andere tut oder verspricht etwas anderes.",
        "Questo rimedio è già annotato, il {day}; un altro fa o promette qualcosa di diverso.",
        "This remedy is entered already, on {day}; another one does or promises something else.",
    ),
    "Le {day} est passé : un remède est promis pour une date à venir.": (
        "Der {day} ist vorbei: Eine Abhilfe wird für ein künftiges Datum versprochen.",
        "Il {day} è passato: un rimedio si promette per una data a venire.",
        "{day} is over: a remedy is promised for a date to come.",
    ),
    "Rien n'est relevé à {months} mois du début ; choisir parmi {known}.": (
        "{months} Monate nach Beginn wird nichts erhoben; wählen aus {known}.",
        "A {months} mesi dall'inizio non si rileva nulla; scegliere tra {known}.",
        "Nothing is measured {months} months from the start; choose from {known}.",
    ),
    "Un refus ou une révocation dit pourquoi à qui a demandé ; écrire le motif.": (
        "Eine Ablehnung oder ein Widerruf sagt der anfragenden Stelle, warum; den Grund schreiben.",
        "Un rifiuto o una revoca dice il perché a chi ha chiesto; scrivere il motivo.",
        "A refusal or a revocation tells whoever asked why; write the reason.",
    ),
    "Indiquer soit une option du catalogue, soit un genre de mesure.": (
        "Entweder ein Angebot des Katalogs oder eine Art von Massnahme angeben.",
        "Indicare o un'opzione del catalogo o un genere di misura.",
        "State either an option of the catalogue or a kind of measure.",
    ),
    "La période de la garantie finit avant de commencer ; corriger les dates.": (
        "Die Garantie endet, bevor sie beginnt; die Daten berichtigen.",
        "Il periodo della garanzia finisce prima di cominciare; correggere le date.",
        "The period of the guarantee ends before it begins; correct the dates.",
    ),
    "Un montant va avec sa monnaie ; indiquer les deux ou aucun.": (
        "Zu einem Betrag gehört seine Währung; beide angeben oder keines.",
        "Un importo va con la sua valuta; indicare entrambi o nessuno.",
        "An amount goes with its currency; state both or neither.",
    ),
    "Aucune mesure ni place {option} ; vérifier l'identifiant.": (
        "Keine Massnahme und kein Platz {option}; die Kennung prüfen.",
        "Nessuna misura né posto {option}; verificare l'identificativo.",
        "No measure or place {option}; check the id.",
    ),
    "La garantie va du {first} au {last} ; elle ne couvre pas un début le {day}.": (
        "Die Garantie gilt vom {first} bis {last}; sie deckt keinen Beginn am {day}.",
        "La garanzia va dal {first} al {last}; non copre un inizio il {day}.",
        "The guarantee runs from {first} to {last}; it does not cover a start on {day}.",
    ),
    "La garantie a été accordée le {day} : elle doit précéder le début, qui peut avoir lieu dès le lendemain.": (
        "Die Garantie wurde am {day} erteilt: Sie muss vor dem Beginn liegen, der ab dem Folgetag möglich ist.",
        "La garanzia è stata concessa il {day}: deve precedere l'inizio, possibile dal giorno dopo.",
        "The guarantee was granted on {day}: it must precede the start, which may be from the day after.",
    ),
}
