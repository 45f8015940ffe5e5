"""Refusals around one person, in German, Italian and English: deciding, letter, plan, what rests.

By the French sentence as it is raised, its facts in braces.
"""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "Un motif est indiqué deux fois ; le garder une fois.": (
        "Ein Grund ist zweimal angegeben; ihn einmal behalten.",
        "Un motivo è indicato due volte; tenerlo una volta.",
        "A reason is given twice; keep it once.",
    ),
    "Le motif « autre » se dit en mots ; ajouter un texte.": (
        "Der Grund «anderes» wird in Worten gesagt; einen Text hinzufügen.",
        "Il motivo «altro» si dice in parole; aggiungere un testo.",
        "The reason “other” is said in words; add a text.",
    ),
    "« {code} » n'est pas un motif pour {doing} {option} ; motifs possibles : {reasons}.": (
        "«{code}» ist hier kein Grund ({doing}: {option}); mögliche Gründe: {reasons}.",
        "«{code}» non è un motivo qui ({doing}: {option}); motivi possibili: {reasons}.",
        "“{code}” is no reason here ({doing}: {option}); possible reasons: {reasons}.",
    ),
    "retenir": (
        "behalten",
        "tenere",
        "keep",
    ),
    "refuser": (
        "ablehnen",
        "rifiutare",
        "reject",
    ),
    "mettre en attente": (
        "zurückstellen",
        "mettere in attesa",
        "put on hold",
    ),
    "décliner": (
        "Absage der Person",
        "declinare",
        "decline",
    ),
    "que le prestataire refuse": (
        "Absage des Anbieters",
        "rifiuto del fornitore",
        "refusal by the provider",
    ),
    "quitter": (
        "verlassen",
        "lasciare",
        "leave",
    ),
    "un emploi": (
        "Stelle",
        "un impiego",
        "a job",
    ),
    "une mesure": (
        "Massnahme",
        "una misura",
        "a measure",
    ),
    "une place en entreprise sociale": (
        "Platz im Sozialbetrieb",
        "un posto in impresa sociale",
        "a place in a social enterprise",
    ),
    "{code} = {reason}": (
        "{code} = {reason}",
        "{code} = {reason}",
        "{code} = {reason}",
    ),
    "Cette proposition en est à « {now} » ; « {wanted} » ne peut pas suivre ; permis ensuite : {steps}.": (
        "Dieser Vorschlag steht bei «{now}»; «{wanted}» kann nicht folgen; danach erlaubt: {steps}.",
        "Questa proposta è allo stato «{now}»; «{wanted}» non può seguire; poi è permesso: {steps}.",
        "This proposal stands at “{now}”; “{wanted}” cannot follow; allowed next: {steps}.",
    ),
    "« {step} » ({who})": (
        "«{step}» ({who})",
        "«{step}» ({who})",
        "“{step}” ({who})",
    ),
    "plus rien": (
        "nichts mehr",
        "più nulla",
        "nothing any more",
    ),
    "par qui prescrit": (
        "durch wer zuweist",
        "da chi prescrive",
        "by whoever prescribes",
    ),
    "par la personne": (
        "durch die Person",
        "dalla persona",
        "by the person",
    ),
    "par qui accompagne la personne": (
        "durch wer die Person begleitet",
        "da chi segue la persona",
        "by whoever accompanies the person",
    ),
    "par l'institution qui paie": (
        "durch die Institution, die zahlt",
        "dall'istituzione che paga",
        "by the institution that pays",
    ),
    "par le prestataire": (
        "durch den Anbieter",
        "dal fornitore",
        "by the provider",
    ),
    "par le prestataire ou qui accompagne la personne": (
        "durch den Anbieter oder wer die Person begleitet",
        "dal fornitore o da chi segue la persona",
        "by the provider or whoever accompanies the person",
    ),
    "par le service": (
        "durch den Dienst",
        "dal servizio",
        "by the service",
    ),
    "Aucune option n'est choisie : en cocher au moins une pour la lettre.": (
        "Kein Angebot ist gewählt: mindestens eines für den Brief ankreuzen.",
        "Nessuna opzione è scelta: sceglierne almeno una per la lettera.",
        "No option is chosen: tick at least one for the letter.",
    ),
    "{count} options sont choisies : une lettre en porte {most} au plus, en décocher.": (
        "{count} Angebote sind gewählt: Ein Brief trägt höchstens {most}, einige abwählen.",
        "{count} opzioni sono scelte: una lettera ne porta al massimo {most}, toglierne.",
        "{count} options are chosen: a letter holds {most} at most, untick some.",
    ),
    "Le {day} est passé : le jour du rendez-vous est à venir.": (
        "Der {day} ist vorbei: Der Tag des Gesprächs liegt in der Zukunft.",
        "Il {day} è passato: il giorno dell'appuntamento deve ancora venire.",
        "{day} is over: the day of the meeting is yet to come.",
    ),
    "Le contact compte {count} signes, au plus {most} ; le raccourcir.": (
        "Die Kontaktangabe hat {count} Zeichen, höchstens {most}; sie kürzen.",
        "Il contatto ha {count} caratteri, al massimo {most}; accorciarlo.",
        "The contact has {count} characters, {most} at most; shorten it.",
    ),
    "« {title} » n'est plus ouverte à cette personne selon les règles ; la retirer de la lettre.": (
        "«{title}» steht dieser Person nach den Regeln nicht mehr offen; es aus dem Brief nehmen.",
        "«{title}» non è più aperta a questa persona secondo le regole; toglierla dalla lettera.",
        "“{title}” is no longer open to this person by the rules; take it out of the letter.",
    ),
    "Un blocage finit entre aujourd'hui et le {last} ; le {day} n'y est pas, choisir un autre jour.": (
        "Eine Sperre endet zwischen heute und dem {last}; der {day} liegt nicht darin, einen anderen Tag wählen.",
        "Un blocco finisce tra oggi e il {last}; il {day} non vi rientra, scegliere un altro giorno.",
        "A block ends between today and {last}; {day} is not within, choose another day.",
    ),
    "Un blocage demande un motif et un dernier jour ; indiquer les deux.": (
        "Eine Sperre braucht einen Grund und einen letzten Tag; beide angeben.",
        "Un blocco richiede un motivo e un ultimo giorno; indicare entrambi.",
        "A block takes a reason and a last day; state both.",
    ),
    "« {reason} » n'est pas un motif de la liste ; en choisir un.": (
        "«{reason}» ist kein Grund der Liste; einen wählen.",
        "«{reason}» non è un motivo della lista; sceglierne uno.",
        "“{reason}” is no reason of the list; choose one.",
    ),
    "{option} n'est pas bloquée pour ce dossier : il n'y a rien à reprendre.": (
        "{option} ist für dieses Dossier nicht gesperrt: Es gibt nichts wieder aufzunehmen.",
        "{option} non è bloccata per questo dossier: non c'è nulla da riprendere.",
        "{option} is not blocked for this file: there is nothing to bring back.",
    ),
    "{option} n'est pas épinglée pour ce dossier ; relire la liste des épingles.": (
        "{option} ist für dieses Dossier nicht angeheftet; die Liste neu lesen.",
        "{option} non è fissata per questo dossier; rileggere la lista.",
        "{option} is not pinned for this file; read the list of pins again.",
    ),
    "{option} n'est pas en repos pour ce dossier : il n'y a rien à lever.": (
        "{option} ruht für dieses Dossier nicht: Es gibt nichts wieder aufzunehmen.",
        "{option} non è a riposo per questo dossier: non c'è nulla da riprendere.",
        "{option} is not at rest for this file: there is nothing to lift.",
    ),
    "« Pas maintenant » demande une date : indiquer jusqu'à quand.": (
        "«Nicht jetzt» braucht ein Datum: angeben, bis wann.",
        "«Non ora» richiede una data: indicare fino a quando.",
        "“Not now” takes a date: state until when.",
    ),
    "Le motif « autre » se dit en mots ; les ajouter.": (
        "Der Grund «anderes» wird in Worten gesagt; sie hinzufügen.",
        "Il motivo «altro» si dice in parole; aggiungerle.",
        "The reason “other” is said in words; add them.",
    ),
    "Le repos ne peut pas finir avant aujourd'hui ; corriger sa fin.": (
        "Die Ruhe kann nicht vor heute enden; ihr Ende berichtigen.",
        "Il riposo non può finire prima di oggi; correggerne la fine.",
        "The rest cannot end before today; correct its end.",
    ),
    "Le {day} est passé : une revue du plan est à venir.": (
        "Der {day} ist vorbei: Eine Überprüfung des Plans liegt in der Zukunft.",
        "Il {day} è passato: una verifica del piano deve ancora venire.",
        "{day} is over: a review of the plan is yet to come.",
    ),
    "Ce dossier n'a pas encore de plan ; indiquer l'objectif avec la première part, au choix {codes}.": (
        "Dieses Dossier hat noch keinen Plan; das Ziel mit dem ersten Teil angeben, zur Wahl: {codes}.",
        "Questo dossier non ha ancora un piano; indicare l'obiettivo con la prima parte, a scelta: {codes}.",
        "This file has no plan yet; state the objective with the first part, one of: {codes}.",
    ),
    "Ce dossier n'a pas de plan ; écrire d'abord une part.": (
        "Dieses Dossier hat keinen Plan; zuerst einen Teil schreiben.",
        "Questo dossier non ha un piano; scrivere prima una parte.",
        "This file has no plan; write a part first.",
    ),
    "Le plan n'a pas encore la part de chacun ; il manque : {sides}.": (
        "Im Plan fehlt noch ein Teil: {sides}.",
        "Nel piano manca ancora la parte di: {sides}.",
        "The plan does not have everyone's part yet; missing: {sides}.",
    ),
    "la personne": (
        "die Person",
        "la persona",
        "the person",
    ),
    "Seul un non se motive ; retirer les motifs et le jour.": (
        "Nur ein Nein hat Gründe; Gründe und Tag weglassen.",
        "Solo un no si motiva; togliere i motivi e il giorno.",
        "Only a no has reasons; leave reasons and day out.",
    ),
    "« Pas maintenant » demande un jour : jusqu'à quand.": (
        "«Nicht jetzt» braucht einen Tag: bis wann.",
        "«Non ora» richiede un giorno: fino a quando.",
        "“Not now” takes a day: until when.",
    ),
    "Le repos ne peut pas finir avant aujourd'hui ; corriger le jour.": (
        "Die Ruhe kann nicht vor heute enden; den Tag berichtigen.",
        "Il riposo non può finire prima di oggi; correggere il giorno.",
        "The rest cannot end before today; correct the day.",
    ),
    "La personne n'a pas à réfléchir à une proposition « {now} » ; permis ensuite : {steps}.": (
        "Über einen Vorschlag «{now}» hat die Person nicht nachzudenken; danach erlaubt: {steps}.",
        "La persona non deve riflettere su una proposta «{now}»; poi è permesso: {steps}.",
        "The person has nothing to think over in a proposal “{now}”; allowed next: {steps}.",
    ),
    "{most} propositions hors catalogue de ce compte sont en cours pour ce dossier ; en retirer une d'abord.": (
        "Von diesem Konto stehen hier schon {most} Vorschläge ausserhalb des Katalogs; zuerst einen zurückziehen.",
        "Per questo dossier ci sono già {most} proposte fuori catalogo di questo conto; ritirarne prima una.",
        "{most} proposals outside the catalogue by this account stand for this file already; withdraw one first.",
    ),
    "{most} options de ce compte sont épinglées pour ce dossier ; en retirer une d'abord.": (
        "Für dieses Dossier sind schon {most} Angebote von diesem Konto angeheftet; zuerst eines lösen.",
        "Per questo dossier sono già fissate {most} opzioni da questo conto; toglierne prima una.",
        "{most} options are pinned for this file by this account already; take one off first.",
    ),
    "{most} recherches sont déjà enregistrées pour ce dossier ; en retirer une d'abord.": (
        "Für dieses Dossier sind schon {most} Suchen gespeichert; zuerst eine entfernen.",
        "Per questo dossier sono già salvate {most} ricerche; toglierne prima una.",
        "{most} searches are saved for this file already; remove one first.",
    ),
    "La recherche {search} n'est pas enregistrée pour ce dossier ; relire leur liste.": (
        "Die Suche {search} ist für dieses Dossier nicht gespeichert; ihre Liste neu lesen.",
        "La ricerca {search} non è salvata per questo dossier; rileggere l'elenco.",
        "Search {search} is not saved for this file; read their list again.",
    ),
    "La distance demandée va de 1 à {most} km ; corriger {km}.": (
        "Die gefragte Entfernung geht von 1 bis {most} km; {km} berichtigen.",
        "La distanza chiesta va da 1 a {most} km; correggere {km}.",
        "The distance asked for goes from 1 to {most} km; correct {km}.",
    ),
}
