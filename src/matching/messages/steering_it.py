"""Italian sentences of steering: what each table counts, and how to read it."""

MESSAGES: dict[str, str] = {
    "steering.written": "{rows} righe scritte: {file}",
    "steering.empty": "Nulla da mostrare.",
    "steering.at_least": "almeno {least}",
    "steering.hidden": "nascosto",
    "steering.no_statement": "Nessuno ha ancora annotato posti contati o previsti.",
    "steering.nothing_known": "Nessuno ha rilevato questo risultato.",
    "steering.pair.alike": "Somiglianza {likeness}, distanza {kilometres} km; bisogni comuni: {needs}.",
    "steering.pair.differ": "Differiscono per: {differs}.",
    "steering.pair.market": (
        "Mercato: {either} persone (entrambe {both}, solo la prima {only_first}, solo la seconda "
        "{only_second}); posti liberi: {free_places}."
    ),
    "steering.all.options": "Tutte le opzioni",
    "steering.all.reasons": "tutti i motivi",
    "steering.all.of_type": "tutti",
    "steering.all.categories": "totale",
    "steering.all.groups": "totale",
    "steering.title.Overlaps": "Offerte da confrontare, di cataloghi diversi, contate il {counted_on}",
    "steering.read.Overlaps": (
        "{offers} attività e {people} dossier guardati. Un doppione può giustificarsi con la grandezza del "
        "mercato: va valutato, nulla ne consegue."
    ),
    "steering.limits.Overlaps": (
        "Somiglianza da 0 a 1, elencate da {least} (valore interno). Mercato: le persone a cui l'una o l'altra "
        "non è chiusa e che la raggiungono. Sussidi e assegni non sono confrontati."
    ),
    "steering.title.PlacesOverTime": "Posti per categoria, {at}",
    "steering.read.PlacesOverTime": (
        "Contati e previsti come li ha detti un'autorità. Ritmo in posti all'anno: necessario, dall'ultimo "
        "conteggio all'obiettivo; osservato, tra gli ultimi due conteggi."
    ),
    "steering.limits.PlacesOverTime": (
        "Nella seconda tabella, le offerte del catalogo di oggi: i loro posti liberi non sono tutti i loro posti."
    ),
    "steering.title.Remedies": "Rimedi alle lacune, {at}",
    "steering.read.Remedies": "Il numero promesso accanto al nuovo conteggio, dal trimestre dopo l'inserimento.",
    "steering.limits.Remedies": ("Una lacuna cambia anche per altre cause: la tabella dice di quanto, non perché."),
    "steering.title.SkillsAsked": "Competenze richieste dagli impieghi e non formate da nessuna attività, {at}",
    "steering.read.SkillsAsked": (
        "{vacancies} impieghi visibili a tutti, di cui {asking} richiedono una competenza; {activities} attività "
        "e posti guardati."
    ),
    "steering.limits.SkillsAsked": (
        "Formata: un effetto, un certificato o il titolo le si avvicina, o il testo la nomina. Quanto "
        "un'attività forma senza dirlo qui manca."
    ),
    "steering.title.Rejections": "Rifiuti per opzione e per motivo, contati il {counted_on}",
    "steering.read.Rejections": (
        "Motivi dati dalla consulenza o dalla persona, una volta per proposta. Trimestri contati: {quarters}."
    ),
    "steering.limits.Rejections": (
        "{options} opzioni rifiutate da cinque persone o più; le altre non sono elencate. «nascosto»: meno di "
        "cinque persone, o il numero se ne dedurrebbe."
    ),
    "steering.title.Results": "Risultati a {months} mesi dall'inizio, contati il {counted_on}",
    "steering.read.Results": (
        "Ciò che nessuno ha rilevato è sconosciuto, mai un insuccesso, e lasciare l'assistenza non è un impiego. "
        "Tra parentesi, l'intervallo al 95 %."
    ),
    "steering.limits.Results": (
        "A pubblico uguale: quanto vi avrebbero raggiunto tutte le persone, da {least} risultati noti (valore "
        "interno). «Non distinto»: lo scarto può essere casuale."
    ),
    "steering.title.Portfolio": "Portafoglio, {at}",
    "steering.read.Portfolio": (
        "{people} dossier nelle unità di questo account; prima quelli per cui da {weeks} settimane nulla è in corso."
    ),
    "steering.limits.Portfolio": "Sconosciuto è una classe. La data è la prossima scadenza che il dossier dice.",
    "steering.title.PortfolioCounts": "Portafogli in cifre, contati il {counted_on}",
    "steering.read.PortfolioCounts": (
        "Persone di tutte le unità; l'attesa decorre dall'ultimo giorno in cui qualcosa era in corso. "
        "Sconosciuto è una classe."
    ),
    "steering.limits.PortfolioCounts": (
        "Per unità: nel file (--to) e in JSON. «nascosto»: meno di cinque, o il numero se ne dedurrebbe."
    ),
    "steering.head.free_places": "Posti liberi",
    "steering.head.category": "Categoria",
    "steering.head.distance": "Scarto",
    "steering.head.needed_per_year": "Ritmo necessario",
    "steering.head.observed_per_year": "Ritmo osservato",
    "steering.head.standing": "Stato",
    "steering.head.territory": "Territorio",
    "steering.head.offers": "Offerte",
    "steering.head.offers_unknown": "Posti non noti",
    "steering.head.what": "Rimedio",
    "steering.head.need": "Bisogno",
    "steering.head.promised_by": "Promesso da",
    "steering.head.by": "Entro il",
    "steering.head.people_expected": "Promesso",
    "steering.head.people_before": "Prima",
    "steering.head.people_now": "Adesso",
    "steering.head.state": "Stato",
    "steering.head.skill": "Competenza",
    "steering.head.also": "Detta anche",
    "steering.head.vacancies": "Impieghi",
    "steering.head.share": "Parte",
    "steering.head.trained_by": "Attività",
    "steering.head.title": "Opzione",
    "steering.head.provider": "Fornitore o datore di lavoro",
    "steering.head.reason": "Motivo",
    "steering.head.side": "Da chi dipende",
    "steering.head.people": "Persone",
    "steering.head.given": "Volte",
    "steering.head.employer": "Tipo di datore di lavoro",
    "steering.head.name": "Fornitore",
    "steering.head.began": "Inizi",
    "steering.head.known": "Noti",
    "steering.head.reached": "Raggiunto",
    "steering.head.raw": "Grezzo",
    "steering.head.adjusted": "A pubblico uguale",
    "steering.head.profile": "Dossier",
    "steering.head.on_assistance": "In assistenza da",
    "steering.head.without_work": "Senza impiego da",
    "steering.head.objective": "Obiettivo",
    "steering.head.plan": "Piano",
    "steering.head.proposed_on": "Ultimo passo",
    "steering.head.due_on": "Scadenza",
    "steering.head.due": "Di che cosa",
    "steering.head.dimension": "Visto per",
    "steering.head.group": "Classe",
    "steering.code.payer": "pagatore",
    "steering.code.provider": "fornitore",
    "steering.code.language": "lingua",
    "steering.code.place": "luogo",
    "steering.code.criteria": "condizioni",
    "steering.code.duration": "durata",
    "steering.code.legal_basis": "base legale",
    "steering.code.observed": "contato",
    "steering.code.target": "previsto",
    "steering.code.occupation": "occupazione",
    "steering.code.socioprofessional": "socioprofessionali",
    "steering.code.professional": "professionali",
    "steering.code.reached": "raggiunto",
    "steering.code.on_pace": "al ritmo giusto",
    "steering.code.behind": "in ritardo",
    "steering.code.missed": "mancato",
    "steering.code.past": "scadenza passata, non contato quel giorno",
    "steering.code.unknown": "sconosciuto",
    "steering.code.too_soon": "troppo presto",
    "steering.code.kept": "mantenuto",
    "steering.code.partly": "in parte",
    "steering.code.not_kept": "non mantenuto",
    "steering.code.job": "impiego senza sussidio, uscita duratura",
    "steering.code.transition": "impiego sussidiato, uscita di transizione",
    "steering.code.training": "formazione, uscita positiva",
    "steering.code.above": "sopra",
    "steering.code.below": "sotto",
    "steering.code.not_told_apart": "non distinto",
    "steering.code.social_enterprise": "impresa sociale",
    "steering.code.organiser": "organizzatore di misure",
    "steering.code.firm": "impresa",
    "steering.code.aci": "ACI",
    "steering.code.siae_ai": "associazione intermediaria (AI)",
    "steering.code.ei": "EI",
    "steering.code.eiti": "EITI",
    "steering.code.etti": "ETTI",
    "steering.code.ea": "impresa adattata (EA)",
    "steering.code.eatt": "EATT",
    "steering.code.geiq": "GEIQ",
    "steering.code.opcs": "OPCS",
    "steering.code.under_1": "meno di un anno",
    "steering.code.1_to_2": "da 1 a 2 anni",
    "steering.code.2_to_4": "da 2 a 4 anni",
    "steering.code.over_4": "4 anni e più",
    "steering.code.none": "nessuno",
    "steering.code.not_agreed": "non convenuto",
    "steering.code.agreed": "convenuto",
    "steering.code.own": "la nostra istituzione",
    "steering.code.other": "un'altra",
    "steering.code.nobody": "nessuna istituzione",
    "steering.code.consent": "consenso",
    "steering.code.iae_pass": "PASS IAE",
    "steering.code.guarantee": "garanzia di pagamento",
    "steering.code.lead": "conduzione del caso",
    "steering.code.framework_period": "termine quadro",
    "steering.code.registration": "iscrizione",
    "steering.code.fitness": "parere d'idoneità",
    "steering.code.on_assistance": "in assistenza da",
    "steering.code.without_work": "senza impiego da",
    "steering.code.objective": "obiettivo",
    "steering.code.assistance": "aiuto ricevuto",
    "steering.code.not_concerned": "non al RSA",
    "steering.code.3_or_more": "3 e più",
    "steering.code.unemployment": "assicurazione contro la disoccupazione",
    "steering.code.heaviest_need": "bisogno più pesante",
    "steering.code.confirmed_needs": "bisogni confermati",
    "steering.code.follow_up": "accompagnamento",
    "steering.code.fr_track": "percorso RSA",
    "steering.code.plan": "piano",
    "steering.code.due": "scadenza",
    "steering.code.waiting": "attesa",
    "steering.code.takes_part": "partecipa ora",
    "steering.code.under_4_weeks": "meno di 4 settimane",
    "steering.code.4_to_8_weeks": "da 4 a 8 settimane",
    "steering.code.8_to_13_weeks": "da 8 a 13 settimane",
    "steering.code.13_to_26_weeks": "da 13 a 26 settimane",
    "steering.code.26_to_52_weeks": "da 26 a 52 settimane",
    "steering.code.over_52_weeks": "52 settimane e più",
    "steering.code.never": "ancora nulla di proposto",
    "steering.code.before": "prima",
    "steering.code.review": "revisione del piano",
    "steering.code.overdue": "in ritardo",
    "steering.code.soon": "entro 90 giorni",
    "steering.code.later": "più tardi",
    "steering.code.none_known": "nessuna conosciuta",
}
