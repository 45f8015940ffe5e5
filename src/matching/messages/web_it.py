"""Le parole delle pagine, in italiano."""

MESSAGES: dict[str, str] = {
    "web.labelled": "{label}: {value}",
    "web.name": "Matching",
    "web.skip": "Al contenuto",
    "web.nav": "Navigazione",
    "web.nav.files": "I miei incarti",
    "web.language": "Lingua",
    "web.signout": "Uscire",
    "web.signin": "Accesso",
    "web.signin.do": "Entrare",
    "web.signin.note": "Finita la sessione, nulla resta in questo browser.",
    "web.account": "Conto",
    "web.password": "Password",
    "web.about": "Come sono ordinate le opzioni",
    "web.glossary": "Glossario",
    "web.keys": "Aiuto per la tastiera",
    "web.refused": "Questo non è stato fatto",
    "web.problem.nothing_here": "A questo indirizzo non c'è nulla; tornare all'inizio.",
    "web.problem.too_long": "Ciò che è stato inviato è troppo lungo; inviarne meno alla volta.",
    "web.problem.too_many": "Troppe richieste in poco tempo; aspettare un po' e ricominciare.",
    "web.problem.unreadable": (
        "Una parte del servizio non può essere letta; avvisare l'amministrazione con il numero {number}."
    ),
    "web.problem.fault": (
        "Il servizio ha commesso un errore, che è annotato; nulla di ciò che era salvato è perso. "
        "Segnalarlo con il numero {number}."
    ),
    "web.back": "Tornare all'inizio",
    "web.caseload": "I miei incarti",
    "web.caseload.read": "Incarti: {files}; senza nulla in corso da {weeks} settimane: {waiting}.",
    "web.caseload.answers": "Risposte dovute ai datori di lavoro",
    "web.caseload.files": "Incarti, prima quelli che chiedono qualcosa",
    "web.caseload.none": "Nessun incarto è aperto a questo conto.",
    "web.file": "Incarto",
    "web.attention": "Da vedere",
    "web.objective": "Obiettivo",
    "web.on_assistance": "In assistenza da",
    "web.without_work": "Senza lavoro da",
    "web.proposed_on": "Ultimo passo",
    "web.due_on": "Prossima scadenza",
    "web.overdue": "in ritardo",
    "web.due": "da rispondere entro il {day}",
    "web.due.unknown": "scadenza non nota",
    "web.sign.review_overdue": "revisione in ritardo",
    "web.sign.due_soon": "scadenza vicina",
    "web.sign.waits": "nulla in corso",
    "web.unknown": "non noto",
    "web.person.situation": "Situazione",
    "web.person.radius": "{km} km al massimo",
    "web.person.licences": "licenza {held}",
    "web.person.no_licence": "senza licenza di condurre",
    "web.person.vehicle.yes": "veicolo",
    "web.person.vehicle.no": "senza veicolo",
    "web.person.none": "nessuno",
    "web.needs": "Bisogni",
    "web.need.confirmed": "confermato con la persona",
    "web.need.unaddressed": "Nessuna opzione di questo elenco dice di rispondervi.",
    "web.need.stated": "non ancora confermato",
    "web.withheld": "Senza consenso, qui non si usa: {what}.",
    "web.options": "Opzioni",
    "web.degraded": "Servizio ridotto: manca la graduatoria abituale. Le condizioni sono verificate.",
    "web.shown_at": "Mostrato il {at}.",
    "web.again": "cercare di nuovo",
    "web.map": "Da {home} a {place}: {km} km in linea d'aria.",
    "web.map.radius": "Tratteggiata, la distanza che la persona accetta: {km} km.",
    "web.filter.kinds": "Generi",
    "web.filter.within": "Al massimo",
    "web.filter.within.what": "Ciò che non ha un luogo noto resta nell'elenco.",
    "web.filter.certain": "solo condizioni soddisfatte",
    "web.filter": "Filtrare",
    "web.resting": "Opzioni a riposo (rifiutate, bloccate o già seguite): {count}",
    "web.rests_until": "fino al {day}",
    "web.card.more": "Vedere tutto: condizioni, ragioni, denaro",
    "web.card.conditions": "Condizioni",
    "web.card.why": "Perché a questo posto",
    "web.truth.met": "adempiuta",
    "web.truth.unknown": "da verificare",
    "web.truth.not_met": "non adempiuta",
    "web.judge": "Il suo parere",
    "web.judge.right": "giusto",
    "web.judge.beside_the_point": "fuori tema",
    "web.decide": "Decidere",
    "web.decide.elsewhere": "La sua istituzione non prescrive questa opzione.",
    "web.decide.by": "La prescrivono: {who}.",
    "web.done.next": "il seguito",
    "web.undo": "Annullare",
    "web.undone": "Decisione annullata; sull'opzione si decide di nuovo.",
    "web.notes.shared": "Da vedere per più opzioni:",
    "web.notes.see": "Da vedere: la nota sopra l'elenco",
    "web.verb.accept": "Accettare…",
    "web.verb.reject": "Rifiutare…",
    "web.verb.defer": "Mettere in attesa…",
    "web.in_words": "In parole (facoltativo)",
    "web.until.reject": "A riposo fino al (facoltativo)",
    "web.until.defer": "Fino al (con un motivo)",
    "web.judge.wrong": "sbagliato…",
    "web.judge.right_is": "Che cosa è giusto",
    "web.judge.profile": "L'incarto è da correggere",
    "web.judge.catalogue": "La scheda è da correggere",
    "web.caseload.answers.unknown": "Senza scadenza nota: {count}",
    "web.defer.plain": "Mettere in attesa senza motivo",
    "web.because": "Motivo",
    "web.styleguide": "Gli elementi delle pagine",
    "web.styleguide.what": (
        "Tutto ciò di cui le pagine sono fatte, in un colpo d'occhio. Un Cantone cambia un file: tokens.css."
    ),
    "web.styleguide.text": "Testo",
    "web.styleguide.notices": "Avvisi e segni",
    "web.styleguide.forms": "Moduli",
    "web.styleguide.tables": "Tabelle",
    "web.about.what": (
        "Questo servizio confronta, per una persona accompagnata, impieghi, misure e posti in imprese sociali, e li "
        "mostra in un solo elenco."
    ),
    "web.about.conditions.title": "Prima le condizioni",
    "web.about.conditions": (
        "Ogni condizione di una legge o di un fornitore è adempiuta, non adempiuta o da verificare. Una condizione non "
        "adempiuta esclude l'opzione; «Perché no?» dice quale."
    ),
    "web.about.order.title": "Poi l'ordine",
    "web.about.order": (
        "Il posto dice che cosa l'opzione potrebbe portare all'obiettivo convenuto. Ogni riga del calcolo è mostrata, "
        "e la loro somma è il punteggio."
    ),
    "web.about.unknown.title": "Ciò che non si sa",
    "web.about.unknown": "Un fatto non noto non esclude nulla: abbassa un poco, e diventa una domanda da fare.",
    "web.about.human.title": "Chi decide",
    "web.about.human": (
        "Decide una persona, mai il servizio: non accetta, non ordina e non sanziona nulla. Rifiutare costa tanti "
        "passi quanto accettare."
    ),
    "web.about.never.title": "Ciò che non conta mai",
    "web.about.never": (
        "Sesso, età, nazionalità, famiglia, salute, debiti e durata dell'assistenza non entrano nel punteggio. Una "
        "legge può leggere alcuni di questi fatti; la condizione lo dice."
    ),
    "web.about.contest.title": "I suoi diritti",
    "web.about.contest": (
        "La persona può rifiutare, contestare un fatto o una ragione, chiedere un esame da parte di un essere umano, o "
        "non essere messa in graduatoria: riceve allora l'elenco delle sole regole."
    ),
    "web.keys.what": (
        "Questi tasti aiutano nella pagina di una persona, fuori dai campi di testo; tutto va anche senza."
    ),
    "web.keys.j": "opzione seguente",
    "web.keys.k": "opzione precedente",
    "web.keys.a": "motivi per accettare",
    "web.keys.r": "motivi per rifiutare",
    "web.keys.d": "motivi per mettere in attesa",
    "web.keys.help": "questa pagina",
    "web.word.option": "opzione",
    "web.word.option.is": "un impiego, una misura o un posto in un'impresa sociale",
    "web.word.vacancy": "impiego",
    "web.word.vacancy.is": "un posto annunciato da un datore di lavoro",
    "web.word.measure": "misura",
    "web.word.measure.is": "un'attività, un sussidio o un assegno che un ente finanzia",
    "web.word.placement": "posto in un'impresa sociale",
    "web.word.placement.is": "un posto di lavoro accompagnato, o un contratto d'inserimento",
    "web.word.payer": "ente finanziatore",
    "web.word.payer.is": (
        "chi paga: assicurazione contro la disoccupazione, assistenza sociale, assicurazione invalidità, o in Francia "
        "lo Stato e il dipartimento"
    ),
    "web.word.condition": "condizione",
    "web.word.condition.is": "ciò che una legge o un fornitore chiede; adempiuta, non adempiuta o da verificare",
    "web.word.question": "domanda",
    "web.word.question.is": "ciò che resta da chiedere, e a chi, per chiarire una condizione",
    "web.word.next_step": "prossimo passo",
    "web.word.next_step.is": "l'opzione che toglie un ostacolo e ne apre altre",
    "web.word.points": "punti",
    "web.word.points.is": "l'unità del punteggio: l'apporto atteso per l'obiettivo convenuto",
    "web.word.evidence": "prova",
    "web.word.evidence.is": "ciò su cui poggia la graduatoria: pesi fissati a mano, una simulazione o risultati di qui",
    "web.word.rest": "riposo",
    "web.word.rest.is": "un'opzione rifiutata o già seguita non è riproposta per un tempo; resta trovabile",
    "web.word.head_start": "vantaggio temporale",
    "web.word.head_start.is": (
        "cinque giorni lavorativi in cui solo il servizio di collocamento vede un posto annunciato (art. 21a LStrI)"
    ),
    "web.word.guarantee": "garanzia",
    "web.word.guarantee.is": "l'accordo di un'istituzione di pagare, prima dell'inizio",
    "web.word.effect": "effetto",
    "web.word.effect.is": (
        "ciò che una misura cambia per chi la conclude: livello di lingua, certificato, ostacolo tolto"
    ),
}
