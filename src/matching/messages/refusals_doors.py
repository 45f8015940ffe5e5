"""Refusals at the door, in German, Italian and English: signing in, rights, what was typed, what is there no more.

By the French sentence as it is raised, its facts in braces.
"""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "Se connecter d'abord : cette demande ne dit pas de quel compte elle vient.": (
        "Zuerst anmelden: Diese Anfrage sagt nicht, von welchem Konto sie kommt.",
        "Prima accedere: questa richiesta non dice da quale conto viene.",
        "Sign in first: this request does not say from which account it comes.",
    ),
    "Le service d'identité n'a pas confirmé la connexion ; recommencer depuis la page de connexion.": (
        "Der Identitätsdienst hat die Anmeldung nicht bestätigt; auf der Anmeldeseite neu beginnen.",
        "Il servizio d'identità non ha confermato l'accesso; ricominciare dalla pagina di accesso.",
        "The identity service did not confirm the sign-in; start again from the sign-in page.",
    ),
    "Le service d'identité tarde à répondre à d'autres ; recommencer dans un instant depuis la page de connexion.": (
        "Der Identitätsdienst lässt andere warten; in einem Moment auf der Anmeldeseite neu beginnen.",
        "Il servizio d'identità tarda a rispondere ad altri; ricominciare tra poco dalla pagina di accesso.",
        "The identity service keeps others waiting; start again in a moment from the sign-in page.",
    ),
    "Cette connexion est déjà terminée, ou a duré trop longtemps ; recommencer depuis la page de connexion.": (
        "Diese Anmeldung ist schon beendet oder hat zu lange gedauert; auf der Anmeldeseite neu beginnen.",
        "Questo accesso è già concluso o è durato troppo; ricominciare dalla pagina di accesso.",
        "This sign-in is over already, or took too long; start again from the sign-in page.",
    ),
    "Aucun service d'identité n'est réglé ici ; indiquer MATCHING_OIDC_ISSUER.": (
        "Hier ist kein Identitätsdienst eingerichtet; MATCHING_OIDC_ISSUER angeben.",
        "Qui non è impostato nessun servizio d'identità; indicare MATCHING_OIDC_ISSUER.",
        "No identity service is set up here; state MATCHING_OIDC_ISSUER.",
    ),
    (
        "Le service d'identité vous connaît, mais aucun compte d'ici ne vous est lié ; s'adresser à qui gère les "
        "comptes."
    ): (
        (
            "Der Identitätsdienst kennt Sie, aber kein Konto hier ist mit Ihnen verbunden; wenden Sie sich an die "
            "Kontenverwaltung."
        ),
        "Il servizio d'identità la conosce, ma nessun conto di qui le è legato; rivolgersi a chi gestisce i conti.",
        "The identity service knows you, but no account here is linked to you; ask whoever manages accounts.",
    ),
    "Ce compte et ce mot de passe ne vont pas ensemble ; les saisir à nouveau, ou s'adresser à qui gère les comptes.": (
        "Dieses Konto und dieses Passwort passen nicht zusammen; neu eingeben, oder an die Kontenverwaltung wenden.",
        "Questo conto e questa password non vanno insieme; inserirli di nuovo, o rivolgersi a chi gestisce i conti.",
        "This account and this password do not go together; type them again, or ask whoever manages accounts.",
    ),
    "Trop d'essais sans succès pour ce compte ; réessayer dans {seconds} s.": (
        "Zu viele erfolglose Versuche für dieses Konto; in {seconds} s erneut versuchen.",
        "Troppi tentativi falliti per questo conto; riprovare tra {seconds} s.",
        "Too many failed attempts for this account; try again in {seconds} s.",
    ),
    "Aucune session en cours sous ce jeton ; se connecter.": (
        "Unter diesem Token läuft keine Sitzung; anmelden.",
        "Nessuna sessione in corso con questo token; accedere.",
        "No session is open under this token; sign in.",
    ),
    "Le jeton « {token} » ne couvre pas le droit « {permission} » ({code}) ; en créer un autre qui le couvre.": (
        "Das Token «{token}» deckt das Recht «{permission}» ({code}) nicht; ein anderes anlegen, das es deckt.",
        "Il token «{token}» non copre il diritto «{permission}» ({code}); crearne un altro che lo copra.",
        "The token “{token}” does not cover the right “{permission}” ({code}); create another one that does.",
    ),
    "Aucun jeton ne donne le droit « {permission} » ({code}) ; se connecter.": (
        "Kein Token gibt das Recht «{permission}» ({code}); anmelden.",
        "Nessun token dà il diritto «{permission}» ({code}); accedere.",
        "No token gives the right “{permission}” ({code}); sign in.",
    ),
    "Cette page date d'une autre session ; la recharger et recommencer.": (
        "Diese Seite stammt aus einer anderen Sitzung; neu laden und noch einmal beginnen.",
        "Questa pagina è di un'altra sessione; ricaricarla e ricominciare.",
        "This page is from another session; reload it and start again.",
    ),
    "Ce formulaire ne vient pas d'une page de ce service ; rouvrir la page et recommencer.": (
        "Dieses Formular kommt nicht von einer Seite dieses Dienstes; die Seite neu öffnen und noch einmal beginnen.",
        "Questo modulo non viene da una pagina di questo servizio; riaprire la pagina e ricominciare.",
        "This form does not come from a page of this service; open the page again and start over.",
    ),
    "Cette adresse ou ce formulaire n'est pas complet.": (
        "Diese Adresse oder dieses Formular ist nicht vollständig.",
        "Questo indirizzo o questo modulo non è completo.",
        "This address or this form is not complete.",
    ),
    "Rien ne se trouve à cette adresse.": (
        "Unter dieser Adresse ist nichts.",
        "Non c'è nulla a questo indirizzo.",
        "There is nothing at this address.",
    ),
    "Les pages ne parlent pas « {lang} » ; langues : {languages}.": (
        "Die Seiten gibt es nicht auf «{lang}»; Sprachen: {languages}.",
        "Le pagine non parlano «{lang}»; lingue: {languages}.",
        "The pages do not speak “{lang}”; languages: {languages}.",
    ),
    "La langue « {lang} » n'existe pas ici ; langues : {languages}.": (
        "Die Sprache «{lang}» gibt es hier nicht; Sprachen: {languages}.",
        "La lingua «{lang}» qui non esiste; lingue: {languages}.",
        "There is no language “{lang}” here; languages: {languages}.",
    ),
    "Le rôle « {role} » ne permet pas {doing} ; le permettent : {roles}.{hint}": (
        "Die Rolle «{role}» erlaubt nicht, {doing}; es erlauben: {roles}.{hint}",
        "Il ruolo «{role}» non permette {doing}; lo permettono: {roles}.{hint}",
        "The role “{role}” does not allow {doing}; these do: {roles}.{hint}",
    ),
    "Le rôle « {role} » n'a pas le droit « {permission} » ({code}) ; l'ont : {roles}.{hint}": (
        "Die Rolle «{role}» hat das Recht «{permission}» ({code}) nicht; es haben: {roles}.{hint}",
        "Il ruolo «{role}» non ha il diritto «{permission}» ({code}); lo hanno: {roles}.{hint}",
        "The role “{role}” does not have the right “{permission}” ({code}); these do: {roles}.{hint}",
    ),
    " Choisir un tel compte avec --as.": (
        " Ein solches Konto mit --as wählen.",
        " Scegliere un tale conto con --as.",
        " Choose such an account with --as.",
    ),
    "d'avoir une part dans un plan": (
        "einen Teil in einem Plan zu haben",
        "di avere una parte in un piano",
        "having a part in a plan",
    ),
    "d'enregistrer une suite": (
        "festzuhalten, was folgte",
        "di registrare un seguito",
        "recording an outcome",
    ),
    "d'écarter une correction": (
        "eine Berichtigung zu verwerfen",
        "di scartare una correzione",
        "dismissing a correction",
    ),
    "d'écarter une observation": (
        "eine Beobachtung zu verwerfen",
        "di scartare un'osservazione",
        "dismissing an observation",
    ),
    "d'écrire à une personne accompagnée": (
        "einer begleiteten Person zu schreiben",
        "di scrivere a una persona seguita",
        "writing to a person",
    ),
    "de confirmer une correction": (
        "eine Berichtigung zu bestätigen",
        "di confermare una correzione",
        "confirming a correction",
    ),
    "de confirmer une observation": (
        "eine Beobachtung zu bestätigen",
        "di confermare un'osservazione",
        "confirming an observation",
    ),
    "de demander au prestataire": (
        "den Anbieter anzufragen",
        "di chiedere al fornitore",
        "asking the provider",
    ),
    "de demander une garantie ni d'enregistrer un début": (
        "eine Garantie zu verlangen oder einen Beginn festzuhalten",
        "di chiedere una garanzia né di registrare un inizio",
        "asking for a guarantee or recording a start",
    ),
    "de décider d'une proposition": (
        "über einen Vorschlag zu entscheiden",
        "di decidere di una proposta",
        "deciding on a proposal",
    ),
    "de juger une explication": (
        "eine Erklärung zu beurteilen",
        "di giudicare una spiegazione",
        "judging an explanation",
    ),
    "de proposer des personnes": (
        "Personen vorzuschlagen",
        "di proporre persone",
        "proposing people",
    ),
    "de retirer une proposition": (
        "einen Vorschlag zurückzuziehen",
        "di ritirare una proposta",
        "withdrawing a proposal",
    ),
    "de soumettre une proposition au payeur": (
        "einen Vorschlag dem Kostenträger vorzulegen",
        "di sottoporre una proposta all'ente finanziatore",
        "putting a proposal to the payer",
    ),
    "de traiter des dossiers": (
        "Dossiers zu bearbeiten",
        "di trattare dossier",
        "handling dossiers",
    ),
    "de lire des corrections": (
        "Berichtigungen zu lesen",
        "di leggere correzioni",
        "reading corrections",
    ),
    "de lire des observations": (
        "Beobachtungen zu lesen",
        "di leggere osservazioni",
        "reading observations",
    ),
    "de lire des propositions": (
        "Vorschläge zu lesen",
        "di leggere proposte",
        "reading proposals",
    ),
    "de lire des suites": (
        "zu lesen, was folgte",
        "di leggere seguiti",
        "reading outcomes",
    ),
    "de noter la parole d'une personne": (
        "festzuhalten, was eine Person sagt",
        "di annotare ciò che dice una persona",
        "noting what a person says",
    ),
    "de noter la réponse d'une personne": (
        "die Antwort einer Person festzuhalten",
        "di annotare la risposta di una persona",
        "noting a person's answer",
    ),
    "Aucun dossier {file} ici ; vérifier l'identifiant et le compte.": (
        "Hier gibt es kein Dossier {file}; Kennung und Konto prüfen.",
        "Qui non c'è nessun dossier {file}; verificare l'identificativo e il conto.",
        "There is no file {file} here; check the id and the account.",
    ),
    "Plusieurs de vos unités ont un dossier {file} ; demander avec un compte d'une seule unité.": (
        "Mehrere Ihrer Einheiten haben ein Dossier {file}; mit einem Konto einer einzigen Einheit anfragen.",
        "Più unità sue hanno un dossier {file}; chiedere con un conto di una sola unità.",
        "Several of your units have a file {file}; ask with an account of one unit.",
    ),
    "Ce dossier vient d'être effacé ; il n'y a plus rien à y noter.": (
        "Dieses Dossier wurde soeben gelöscht; es gibt darin nichts mehr festzuhalten.",
        "Questo dossier è appena stato cancellato; non c'è più nulla da annotarvi.",
        "This file has just been erased; there is nothing left to note in it.",
    ),
    "Rien n'est enregistré ici sous {id} ; vérifier l'identifiant et le compte.": (
        "Unter {id} ist hier nichts festgehalten; Kennung und Konto prüfen.",
        "Qui non è registrato nulla con {id}; verificare l'identificativo e il conto.",
        "Nothing is recorded here under {id}; check the id and the account.",
    ),
    "Quelqu'un d'autre vient de modifier cette entrée ; la relire avant de la changer.": (
        "Jemand anderes hat diesen Eintrag soeben geändert; ihn neu lesen, bevor Sie ihn ändern.",
        "Qualcun altro ha appena modificato questa voce; rileggerla prima di cambiarla.",
        "Somebody else has just changed this entry; read it again before you change it.",
    ),
    "Quelqu'un d'autre écrit dans la base {store} ; réessayer dans un moment.": (
        "Jemand anderes schreibt in die Datenbank {store}; in einem Moment erneut versuchen.",
        "Qualcun altro scrive nella base {store}; riprovare tra poco.",
        "Somebody else is writing to the store {store}; try again in a moment.",
    ),
    "Un texte contient un signe qui ne peut pas être enregistré ; le retirer.": (
        "Ein Text enthält ein Zeichen, das nicht gespeichert werden kann; es entfernen.",
        "Un testo contiene un segno che non può essere registrato; toglierlo.",
        "A text holds a sign that cannot be stored; remove it.",
    ),
    "Cette clé d'idempotence a déjà servi à une autre demande ; en prendre une nouvelle.": (
        "Dieser Idempotenzschlüssel stand schon für eine andere Anfrage; einen neuen nehmen.",
        "Questa chiave d'idempotenza è già servita a un'altra richiesta; prenderne una nuova.",
        "This idempotency key has served another request already; take a new one.",
    ),
    "La clé d'idempotence compte de 1 à {most} caractères ; la corriger.": (
        "Der Idempotenzschlüssel hat 1 bis {most} Zeichen; ihn berichtigen.",
        "La chiave d'idempotenza ha da 1 a {most} caratteri; correggerla.",
        "The idempotency key has 1 to {most} characters; correct it.",
    ),
    "La même demande est déjà en cours ; la répéter dans un instant.": (
        "Dieselbe Anfrage läuft schon; sie in einem Moment wiederholen.",
        "La stessa richiesta è già in corso; ripeterla tra un momento.",
        "The same request is under way already; repeat it in a moment.",
    ),
    "Cette entrée en est à la version {version} ; la relire et indiquer la version que l'on change.": (
        "Dieser Eintrag steht bei Version {version}; ihn neu lesen und angeben, welche Version geändert wird.",
        "Questa voce è alla versione {version}; rileggerla e indicare la versione che si cambia.",
        "This entry is at version {version}; read it again and state which version is changed.",
    ),
    (
        "Cette entrée a changé entre-temps : elle en est à la version {version}, la demande porte sur {on} ; la "
        "relire avant de la changer."
    ): (
        (
            "Dieser Eintrag wurde inzwischen geändert: Er steht bei Version {version}, die Anfrage gilt {on}; ihn "
            "neu lesen, bevor Sie ihn ändern."
        ),
        (
            "Questa voce è cambiata nel frattempo: è alla versione {version}, la richiesta riguarda {on}; "
            "rileggerla prima di cambiarla."
        ),
        (
            "This entry has changed meanwhile: it is at version {version}, the request is about {on}; read it "
            "again before you change it."
        ),
    ),
    "la version {version}": (
        "Version {version}",
        "la versione {version}",
        "version {version}",
    ),
    "une version qu'aucune lecture n'a donnée": (
        "einer Version, die niemand gelesen hat",
        "una versione che nessuna lettura ha dato",
        "a version that nobody has read",
    ),
    "Il manque un jour, « {field} » ; l'indiquer.": (
        "Ein Tag fehlt, «{field}»; ihn angeben.",
        "Manca un giorno, «{field}»; indicarlo.",
        "A day is missing, “{field}”; state it.",
    ),
    "Une compétence compte au plus {most} signes ; raccourcir « {line}… ».": (
        "Eine Kompetenz zählt höchstens {most} Zeichen; «{line}…» kürzen.",
        "Una competenza conta al massimo {most} caratteri; abbreviare «{line}…».",
        "A skill counts at most {most} characters; shorten “{line}…”.",
    ),
    "Il manque le jour ; l'indiquer.": (
        "Der Tag fehlt; ihn angeben.",
        "Manca il giorno; indicarlo.",
        "The day is missing; state it.",
    ),
    "« {typed} » n'est pas un nombre ; l'écrire comme 1200 ou 1200.50.": (
        "«{typed}» ist keine Zahl; wie 1200 oder 1200.50 schreiben.",
        "«{typed}» non è un numero; scriverlo come 1200 o 1200.50.",
        "“{typed}” is not a number; write it like 1200 or 1200.50.",
    ),
    "« {typed} » n'est pas un jour ; l'écrire comme 2027-01-31.": (
        "«{typed}» ist kein Tag; wie 2027-01-31 schreiben.",
        "«{typed}» non è un giorno; scriverlo come 2027-01-31.",
        "“{typed}” is not a day; write it like 2027-01-31.",
    ),
    "« {typed} » n'est pas un nombre entier ; l'écrire comme 80.": (
        "«{typed}» ist keine ganze Zahl; wie 80 schreiben.",
        "«{typed}» non è un numero intero; scriverlo come 80.",
        "“{typed}” is not a whole number; write it like 80.",
    ),
    "Un niveau est indiqué sans sa langue ; choisir la langue.": (
        "Ein Niveau ist ohne seine Sprache angegeben; die Sprache wählen.",
        "Un livello è indicato senza la sua lingua; scegliere la lingua.",
        "A level is stated without its language; choose the language.",
    ),
    (
        "Le PDF demande Pango, qui n'est pas installé sur cette machine ; imprimer la page, ou demander à "
        "l'exploitation d'installer Pango."
    ): (
        (
            "Das PDF braucht Pango, das auf dieser Maschine nicht installiert ist; die Seite drucken, oder den "
            "Betrieb bitten, Pango zu installieren."
        ),
        (
            "Il PDF richiede Pango, che non è installato su questa macchina; stampare la pagina, o chiedere a chi "
            "gestisce il servizio di installare Pango."
        ),
        (
            "The PDF needs Pango, which is not installed on this machine; print the page, or ask operations to "
            "install Pango."
        ),
    ),
    "Cette page n'a pas de tableau « {table} » ; tableaux : {tables}.": (
        "Diese Seite hat keine Tabelle «{table}»; Tabellen: {tables}.",
        "Questa pagina non ha una tabella «{table}»; tabelle: {tables}.",
        "This page has no table “{table}”; tables: {tables}.",
    ),
    "De l'unité « {unit} », aucun nombre ne peut être dit ; en choisir une de la liste.": (
        "Von der Einheit «{unit}» kann keine Zahl gesagt werden; eine aus der Liste wählen.",
        "Dell'unità «{unit}» non si può dire nessun numero; sceglierne una della lista.",
        "Of the unit “{unit}” no number can be told; choose one of the list.",
    ),
    "Aucune option {option} ; vérifier son identifiant.": (
        "Kein Angebot {option}; seine Kennung prüfen.",
        "Nessuna opzione {option}; verificare il suo identificativo.",
        "No option {option}; check its id.",
    ),
    "Le nombre d'options à montrer et la place de la première doivent être 1 ou plus.": (
        "Die Zahl der Angebote und der Rang des ersten müssen 1 oder mehr sein.",
        "Il numero di opzioni da mostrare e il posto della prima devono essere 1 o più.",
        "The number of options to show and the place of the first must be 1 or more.",
    ),
    "Une liste classée n'a pas de pages ; demander plus d'options avec la limite.": (
        "Eine gereihte Liste hat keine Seiten; mit der Grenze mehr Angebote verlangen.",
        "Una lista classificata non ha pagine; chiedere più opzioni con il limite.",
        "A ranked list has no pages; ask for more options with the limit.",
    ),
    "de voir cette liste": (
        "diese Liste zu sehen",
        "di vedere questa lista",
        "seeing this list",
    ),
    "Le dernier jour, {last}, précède le premier, {first} ; corriger l'un des deux.": (
        "Der letzte Tag, {last}, liegt vor dem ersten, {first}; einen der beiden berichtigen.",
        "L'ultimo giorno, {last}, precede il primo, {first}; correggere uno dei due.",
        "The last day, {last}, is before the first, {first}; correct one of them.",
    ),
    "« {act} » n'est pas un acte du journal ; en choisir un de la liste.": (
        "«{act}» ist keine Handlung des Protokolls; eine aus der Liste wählen.",
        "«{act}» non è un atto del registro; sceglierne uno della lista.",
        "“{act}” is no act of the audit; choose one of the list.",
    ),
}
