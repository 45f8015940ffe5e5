"""Le parole delle pagine di gestione, in italiano."""

MESSAGES: dict[str, str] = {
    "web.manager.nav": "Gestione",
    "web.manager.tab.gaps": "Lacune",
    "web.manager.tab.remedies": "Rimedi",
    "web.manager.tab.capacity": "Posti rari",
    "web.manager.tab.places": "Posti nel tempo",
    "web.manager.tab.overlaps": "Sovrapposizioni",
    "web.manager.tab.results": "Risultati",
    "web.manager.tab.rejections": "Rifiuti",
    "web.manager.tab.portfolios": "Portafogli",
    "web.manager.tab.report": "Rapporto",
    "web.manager.gaps": "Che cosa manca al catalogo",
    "web.manager.remedies": "Rimedi alle lacune",
    "web.manager.capacity": "Posti rari e il loro prezzo",
    "web.manager.places": "Posti per categoria nel tempo",
    "web.manager.overlaps": "Offerte da confrontare",
    "web.manager.results": "Risultati per fornitore",
    "web.manager.rejections": "Perché delle opzioni sono rifiutate",
    "web.manager.portfolios": "Portafogli in cifre",
    "web.manager.report": "Rapporto di gestione",
    "web.manager.report.made": "Redatto il {at}.",
    "web.manager.report.counts": "Numeri, mai una persona: ciò che ne indicherebbe meno di cinque è nascosto.",
    "web.manager.report.print": "Stampare",
    "web.manager.report.contents": "Contenuto",
    "web.manager.csv": "CSV",
    "web.manager.csv.of": "Scaricare la tabella in CSV",
    "web.manager.counted": "{what}: {count}",
    "web.manager.counted_on": "Contato il {day}, per una settimana.",
    "web.manager.how": "Come leggere questi numeri",
    "web.manager.optional": "(facoltativo)",
    "web.manager.choose": "Scegliere…",
    "web.manager.any.language": "tutte",
    "web.manager.any.payer": "tutti",
    "web.manager.entered": "È annotato.",
    "web.manager.form.gap": "La lacuna",
    "web.manager.form.promise": "Ciò che è promesso",
    "web.manager.form.which": "Quali posti",
    "web.manager.form.count": "Quanti, per categoria",
    "web.manager.form.source": "Fonte",
    "web.manager.share": "Quota",
    "web.manager.quarter": "T{number} {year}",
    "web.manager.gaps.chosen": "Scelto",
    "web.manager.gaps.without": "Togliere {name}",
    "web.manager.gaps.all": "Tutti i bisogni",
    "web.manager.gaps.by": "Visto per",
    "web.manager.gaps.by.need": "Per bisogno",
    "web.manager.gaps.by.district": "Per luogo",
    "web.manager.gaps.by.language": "Per lingua",
    "web.manager.gaps.by.payer": "Per pagatore possibile",
    "web.manager.gaps.by.kind": "Per genere di opzione",
    "web.manager.gaps.became": "Che cosa ne è",
    "web.manager.untold": "Senza numero che si possa dire: {what}.",
    "web.manager.gaps.where": "Luogo",
    "web.manager.gaps.type": "Genere",
    "web.manager.gaps.availability": "Disponibilità richiesta",
    "web.manager.gaps.at_most": "al massimo {percent} %",
    "web.manager.gaps.dashed": "Tratteggiato: ciò che è nascosto.",
    "web.manager.gaps.offers.read": (
        "Ogni offerta è stata aggiunta al catalogo e tutto ricontato: la seconda si aggiunge alla prima."
    ),
    "web.manager.gaps.reached_more": "Persone in più",
    "web.manager.gaps.rule": "Regola o criterio",
    "web.manager.gaps.kept_out": "Escluse da essa sola",
    "web.manager.gaps.step": "In più, con un passo",
    "web.manager.gaps.question": "Ciò che non è noto",
    "web.manager.gaps.left_open": "Bisogno lasciato aperto",
    "web.manager.remedies.none": "Nessun rimedio è annotato.",
    "web.manager.remedies.entered": "Rimedi annotati",
    "web.manager.remedies.gap": "Lacuna",
    "web.manager.remedies.before_now": "Prima, adesso",
    "web.manager.remedies.enter": "Annotare un rimedio",
    "web.manager.remedies.enter.read": (
        "Ciò che è promesso resta com'è annotato. Quante persone hanno oggi la lacuna si legge dall'ultimo conteggio."
    ),
    "web.manager.remedies.dash": "«–»: non ancora contato, o da una a quattro persone, o un numero che lo direbbe.",
    "web.manager.remedies.before": (
        "«Prima» conta le persone il cui bisogno è lì sicuramente una lacuna; la tabella delle lacune per luogo "
        "mostra tutti i bisogni, anche coperti o non noti."
    ),
    "web.manager.remedies.not_counted": (
        "Non nell'ultimo conteggio: ha i Cantoni e dipartimenti dei dossier, e i loro comuni da {least} dossier in su."
    ),
    "web.manager.field.need": "Bisogno",
    "web.manager.field.territory": "Cantone o dipartimento",
    "web.manager.field.territory.hint": "Per esempio CH-NE o FR-07.",
    "web.manager.field.district": "Comune",
    "web.manager.field.district.hint": "Vuoto: tutto il Cantone. Scritto come nella tabella delle lacune.",
    "web.manager.field.language": "Lingua",
    "web.manager.field.payer": "Pagatore",
    "web.manager.field.what": "Che cosa si fa",
    "web.manager.field.opportunity": "Identificativo della nuova opzione",
    "web.manager.field.people_expected": "Persone attese",
    "web.manager.field.by": "Entro il",
    "web.manager.field.promised_by": "Promesso da (servizio o funzione)",
    "web.manager.field.programme": "Programma",
    "web.manager.field.kind": "Contati o previsti",
    "web.manager.field.on": "Alla fine del giorno",
    "web.manager.field.occupation": "Occupazione",
    "web.manager.field.socioprofessional": "Socioprofessionali",
    "web.manager.field.professional": "Professionali",
    "web.manager.field.authority": "Chi lo dice (servizio o funzione)",
    "web.manager.field.reference": "Dove è scritto",
    "web.manager.places.state": "Annotare posti contati o previsti",
    "web.manager.places.state.read": (
        "Una categoria vuota è sconosciuta, non zero. Ridetto per lo stesso giorno "
        "vale il nuovo numero; il vecchio resta."
    ),
    "web.manager.places.next": "annotare un altro numero di questi posti",
    "web.manager.places.catalogue": "Il catalogo oggi",
    "web.manager.places.catalogue.read": (
        "I posti in imprese sociali che tutti possono vedere; i loro posti liberi non sono tutti i loro posti."
    ),
    "web.manager.capacity.none": "Nessuna notte ha ancora calcolato prezzi qui.",
    "web.manager.capacity.none.read": (
        "I prezzi dei posti rari si calcolano di notte, una volta al giorno; li avvia chi gestisce il "
        "servizio. Senza, nessun punteggio scende per un posto raro."
    ),
    "web.manager.capacity.over": (
        "Questi prezzi valevano fino al {day}; non sono più dedotti dai punteggi. Nessuna notte è seguita."
    ),
    "web.manager.capacity.options": "Opzioni più richieste dei loro posti",
    "web.manager.capacity.one_more": "Un posto in più",
    "web.manager.capacity.session": "di cui questo inizio",
    "web.manager.capacity.payers": "Budget dei pagatori",
    "web.manager.capacity.taken": "Nel piano, del resto",
    "web.manager.capacity.groups": "Chi resterebbe senza opzione",
    "web.manager.capacity.groups.read": (
        "«Tutto preso»: la probabilità media che nessuna delle prime opzioni di una "
        "persona abbia ancora una proposta per lei."
    ),
    "web.manager.capacity.no_room": "Senza prezzi, con prezzi",
    "web.manager.capacity.how.chance": (
        "Probabilità propria: quella stimata di un impiego senza alcuna opzione, le persone in quattro quarti. "
        "Quarto 1: le probabilità più basse; quarto 4: le più alte."
    ),
    "web.manager.capacity.how.proposals": (
        "Proposte possibili: {places} per posto, perché non tutte portano a un'entrata. È un valore interno, "
        "regolato da chi gestisce il servizio."
    ),
    "web.manager.capacity.how.price": (
        "Prezzo: i punti tolti al punteggio dell'opzione per tutti. «Un posto in più»: i punti che le sue "
        "proposte porterebbero insieme."
    ),
    "web.manager.capacity.how.days": (
        "Prezzi e piano sono quelli dei giorni dal {from_day} al {to_day}; i numeri di persone, invece, sono "
        "contati per una settimana."
    ),
    "web.manager.market": "Mercato",
    "web.manager.market.only_first": "Solo la prima",
    "web.manager.market.both": "Entrambe",
    "web.manager.market.only_second": "Solo la seconda",
    "web.manager.market.either": "L'una o l'altra",
    "web.manager.overlaps.none": "Nessuna coppia di offerte raggiunge una somiglianza di {least}.",
    "web.manager.overlaps.pairs": "Coppie, prima le più simili",
    "web.manager.overlaps.first": "Prima offerta, pagatore",
    "web.manager.overlaps.second": "Seconda offerta, pagatore",
    "web.manager.overlaps.likeness": "Somiglianza",
    "web.manager.overlaps.differ": "Differiscono per",
    "web.manager.overlaps.needs": "Bisogni comuni:",
    "web.manager.results.months": "Mesi dall'inizio",
    "web.manager.results.at": "A {months} mesi",
    "web.manager.results.provider": "Per fornitore",
    "web.manager.results.employer": "Per tipo di datore di lavoro",
    "web.manager.results.standing": "Accanto agli altri",
    "web.manager.results.began": (
        "«Inizi»: le persone venute all'inizio di un'opzione che tutti possono conoscere, senza limite di data, "
        "anche se {months} mesi non sono passati."
    ),
    "web.manager.results.few": "Non confrontati, per nome e senza ordine",
    "web.manager.results.why.few_known": "meno di {least} risultati noti",
    "web.manager.results.why.hidden": "numeri nascosti",
    "web.manager.results.why.alone": "nessun altro da confrontare",
    "web.manager.rejections.read": (
        "Motivi dati dalla consulenza o dalla persona, una volta per proposta, nel trimestre in cui furono dati."
    ),
    "web.manager.rejections.quarters": "Motivi per trimestre, tutte le opzioni",
    "web.manager.rejections.course": "Andamento, ogni riga nella sua scala",
    "web.manager.rejections.until": "fino al {day}",
    "web.manager.rejections.ever": "In tutto",
    "web.manager.rejections.masked": "«nascosto»: meno di cinque persone, o il numero se ne dedurrebbe.",
    "web.manager.rejections.dash": "«–»: nessuno, o troppo pochi per dirlo.",
    "web.manager.rejections.options": "Opzioni rifiutate più spesso",
    "web.manager.rejections.quarter": "Trimestre",
    "web.manager.rejections.listed": "{options} opzioni rifiutate da cinque persone o più; le altre non sono elencate.",
    "web.manager.rejections.none_listed": "Nessuna opzione è elencata: servono rifiuti di cinque persone o più.",
    "web.manager.rejections.given": "Quante volte",
    "web.manager.portfolios.unit": "Unità",
    "web.manager.portfolios.all": "Tutte le unità",
    "web.manager.portfolios.masked": "«nascosto»: meno di cinque persone, o il numero se ne dedurrebbe.",
    "web.manager.portfolios.unlisted": "Un'unità di cui nulla può essere detto non figura.",
    "web.word.gap": "lacuna",
    "web.word.gap.is": (
        "un bisogno confermato che nessuna offerta del catalogo raggiunge, e questo è certo: ciò che non si sa non lo è"
    ),
    "web.word.masked": "nascosto",
    "web.word.masked.is": (
        "un numero di meno di cinque persone, o che ne farebbe indovinare uno; «almeno» dice ciò che si può dire"
    ),
    "web.word.place_price": "prezzo di un posto",
    "web.word.place_price.is": (
        "ciò che è dedotto dal punteggio di un'opzione più richiesta dei suoi posti; nessuno vi è assegnato"
    ),
    "web.word.adjusted": "a pari persone",
    "web.word.adjusted.is": (
        "il risultato che un fornitore avrebbe se tutti accogliessero persone con le stesse possibilità"
    ),
}
