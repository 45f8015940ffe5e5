"""Refusals on the pages of models, accounts and one's own access, in German, Italian and English.

By the French sentence as it is raised, its facts in braces.
"""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "Le modèle {version} a été appris sur des données simulées : il ne sert que dans la démonstration, pas ici.": (
        "Das Modell {version} wurde auf simulierten Daten gelernt: Es dient nur in der Vorführung, nicht hier.",
        "Il modello {version} è stato appreso su dati simulati: serve solo nella dimostrazione, non qui.",
        "Model {version} was learned on simulated data: it serves in the demo alone, not here.",
    ),
    (
        "Le modèle {version} a été appris avec l'encodeur {trained}, ici sert {encoder} ; "
        "remettre cet encodeur ou entraîner un modèle avec celui d'ici."
    ): (
        (
            "Das Modell {version} wurde mit dem Encoder {trained} gelernt, hier dient {encoder}; "
            "jenen Encoder wieder einsetzen oder ein Modell mit dem hiesigen trainieren."
        ),
        (
            "Il modello {version} è stato appreso con l'encoder {trained}, qui serve {encoder}; "
            "rimettere quell'encoder o addestrare un modello con quello di qui."
        ),
        (
            "Model {version} was learned with encoder {trained}, here {encoder} serves; put that "
            "encoder back or train a model with the one here."
        ),
    ),
    "Le modèle {version} n'a pas passé le contrôle : {reasons}": (
        "Das Modell {version} hat die Prüfung nicht bestanden: {reasons}",
        "Il modello {version} non ha superato il controllo: {reasons}",
        "Model {version} did not pass the check: {reasons}",
    ),
    "Le modèle {version} est déjà en service.": (
        "Das Modell {version} ist schon im Einsatz.",
        "Il modello {version} è già in servizio.",
        "Model {version} is already in service.",
    ),
    "Entre-temps, un retour ne mènerait plus à {to} ; rouvrir la page et vérifier.": (
        "Inzwischen führte ein Schritt zurück nicht mehr zu {to}; die Seite neu öffnen und prüfen.",
        "Nel frattempo un ritorno non porterebbe più a {to}; riaprire la pagina e verificare.",
        "Meanwhile a step back would no longer lead to {to}; open the page again and check.",
    ),
    "Entre-temps, {now} est en service et non plus {seen} ; rouvrir la page et vérifier.": (
        "Inzwischen ist {now} im Einsatz und nicht mehr {seen}; die Seite neu öffnen und prüfen.",
        "Nel frattempo è in servizio {now} e non più {seen}; riaprire la pagina e verificare.",
        "Meanwhile {now} is in service and no longer {seen}; open the page again and check.",
    ),
    "Le modèle livré est en service et rien ne l'a précédé : il n'y a pas où revenir.": (
        "Das mitgelieferte Modell ist im Einsatz, und nichts ging ihm voraus: Es gibt nichts, wohin zurück.",
        "Il modello fornito è in servizio e nulla lo ha preceduto: non c'è dove tornare.",
        "The shipped model is in service and nothing came before it: there is nowhere to go back to.",
    ),
    "Rien n'a précédé le modèle en service : il n'y a pas où revenir.": (
        "Dem Modell im Einsatz ging nichts voraus: Es gibt nichts, wohin zurück.",
        "Nulla ha preceduto il modello in servizio: non c'è dove tornare.",
        "Nothing came before the model in service: there is nowhere to go back to.",
    ),
    "Aucun modèle {version} ici ; revenir à la liste des modèles.": (
        "Kein Modell {version} hier; zur Liste der Modelle zurückkehren.",
        "Nessun modello {version} qui; tornare all'elenco dei modelli.",
        "No model {version} here; go back to the list of models.",
    ),
    "Le modèle {version} n'a pas de chiffres.": (
        "Das Modell {version} hat keine Zahlen.",
        "Il modello {version} non ha cifre.",
        "Model {version} has no figures.",
    ),
    "Aucun compte {account} n'est ouvert ; revenir à la liste des comptes.": (
        "Kein Konto {account} ist offen; zur Liste der Konten zurückkehren.",
        "Nessun conto {account} è aperto; tornare all'elenco dei conti.",
        "No account {account} is open; go back to the list of accounts.",
    ),
    "Le compte {account} n'a pas de mandat en cours.": (
        "Das Konto {account} hat kein laufendes Mandat.",
        "Il conto {account} non ha un mandato in corso.",
        "Account {account} has no mandate at present.",
    ),
    "Personne ne ferme son propre compte ; le demander à qui d'autre gère les comptes.": (
        "Niemand schliesst das eigene Konto; jemand anderen bitten, der Konten verwaltet.",
        "Nessuno chiude il proprio conto; chiederlo a chi altro gestisce i conti.",
        "Nobody closes their own account; ask somebody else who manages accounts.",
    ),
    "Le mot de passe n'est pas deux fois le même ; le saisir à nouveau.": (
        "Das Passwort ist nicht zweimal dasselbe; es neu eingeben.",
        "La password non è due volte la stessa; digitarla di nuovo.",
        "The password is not the same twice; type it again.",
    ),
    "Le nouveau mot de passe n'est pas deux fois le même ; le saisir à nouveau.": (
        "Das neue Passwort ist nicht zweimal dasselbe; es neu eingeben.",
        "La nuova password non è due volte la stessa; digitarla di nuovo.",
        "The new password is not the same twice; type it again.",
    ),
    "Cette demande ne vient pas d'une session de navigateur ; se connecter.": (
        "Diese Anfrage kommt nicht aus einer Sitzung im Browser; sich anmelden.",
        "Questa richiesta non viene da una sessione del browser; accedere.",
        "This request does not come from a browser's session; sign in.",
    ),
    "Seul le compte {account} crée ses propres jetons ; le lui laisser.": (
        "Nur das Konto {account} erstellt seine eigenen Token; es ihm überlassen.",
        "Solo il conto {account} crea i propri token; lasciarlo a lui.",
        "Only account {account} makes its own tokens; leave it to them.",
    ),
    "Jeton refusé : indiquer au moins un droit qu'il donne.": (
        "Token abgelehnt: mindestens ein Recht angeben, das es gibt.",
        "Token rifiutato: indicare almeno un diritto che dà.",
        "Token refused: name at least one right that it gives.",
    ),
    "Ce jeton n'est pas ou plus valable ; en créer un autre.": (
        "Dieses Token gilt nicht oder nicht mehr; ein anderes erstellen.",
        "Questo token non è o non è più valido; crearne un altro.",
        "This token is not, or no longer, valid; make another.",
    ),
    "Jeton refusé : son nom doit avoir 1 à {most} caractères lisibles.": (
        "Token abgelehnt: Sein Name hat 1 bis {most} lesbare Zeichen.",
        "Token rifiutato: il suo nome deve avere da 1 a {most} caratteri leggibili.",
        "Token refused: its name has 1 to {most} readable characters.",
    ),
    "Jeton refusé : sa fin n'a pas de fuseau horaire ; l'indiquer.": (
        "Token abgelehnt: Seinem Ende fehlt die Zeitzone; sie angeben.",
        "Token rifiutato: la sua fine non ha fuso orario; indicarlo.",
        "Token refused: its end has no time zone; name it.",
    ),
    "Jeton refusé : sa fin doit être à venir, dans {days} jours au plus ; corriger la date.": (
        "Token abgelehnt: Sein Ende liegt in der Zukunft, höchstens {days} Tage voraus; das Datum berichtigen.",
        "Token rifiutato: la sua fine è a venire, entro {days} giorni al massimo; correggere la data.",
        "Token refused: its end is to come, within {days} days at most; correct the date.",
    ),
    "Jeton refusé : le rôle « {role} » ne donne pas ces droits à un jeton : {names} ; les retirer.": (
        "Token abgelehnt: Die Rolle «{role}» gibt einem Token diese Rechte nicht: {names}; sie wegnehmen.",
        "Token rifiutato: il ruolo «{role}» non dà questi diritti a un token: {names}; toglierli.",
        "Token refused: the role “{role}” does not give a token these rights: {names}; take them out.",
    ),
}
