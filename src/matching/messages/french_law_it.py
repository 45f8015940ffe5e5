"""Italian sentences of the rules of France: finding, question and change that would do, by rule."""

_SERVIZIO = "Un servizio abilitato (France Travail, dipartimento, mission locale, Cap emploi...)"

MESSAGES: dict[str, str] = {
    "rule.iae_eligibility.met": "Criteri dell'IAE (inserimento tramite l'attività economica) adempiuti: {held}.",
    "rule.iae_eligibility.met.pass": "PASS IAE valido fino al {day}, qualunque sia la struttura.",
    "rule.iae_eligibility.met.diagnosis": (
        "Ammissibile all'IAE secondo la valutazione di un servizio abilitato del {day}."
    ),
    "rule.iae_eligibility.not_met": (
        "Non ammissibile all'IAE secondo la valutazione di un servizio abilitato del {day}."
    ),
    "rule.iae_eligibility.unknown": "Nessun criterio di livello 1; ne mancano {missing} di livello 2.",
    "rule.iae_eligibility.question": "Un servizio abilitato riconosce l'ammissibilità, anche senza questi criteri?",
    "rule.iae_eligibility.unknown.level_1": "Basta un solo criterio di livello 1; nessuno è ancora noto.",
    "rule.iae_eligibility.question.level_1": "Basta uno solo di questi criteri, altrimenti valuta un servizio "
    "abilitato: quale è adempiuto ({open})?",
    "rule.iae_eligibility.unknown.prescriber": (
        "La struttura non può ammettere da sola: ci vuole un servizio abilitato."
    ),
    "rule.iae_eligibility.question.prescriber": _SERVIZIO + " conferma l'ammissibilità all'IAE?",
    "rule.iae_eligibility.unknown.employer": (
        "Valutazione di un datore di lavoro del {day}: vale solo per la sua struttura."
    ),
    "rule.iae_eligibility.question.employer": "La valutazione del {day} viene da questa struttura, "
    "o un servizio abilitato riconosce l'ammissibilità?",
    "rule.iae_eligibility.unknown.eiti": "Numero di criteri di livello 2 richiesto da una EITI: testo non letto.",
    "rule.iae_eligibility.question.eiti": "Quanti criteri di livello 2 ci vogliono per una EITI?",
    "rule.iae_eligibility.unknown.suspended": "PASS IAE sospeso dal {day}.",
    "rule.iae_eligibility.question.suspended": "La sospensione del PASS IAE del {day} può terminare?",
    "rule.iae_eligibility.unknown.narrow": "PASS IAE prolungato fino al {day}, forse solo in AI e ACI.",
    "rule.iae_eligibility.question.narrow": "Il PASS IAE prolungato fino al {day} vale in questa struttura?",
    "rule.iae_eligibility.unknown.ended": (
        "Il PASS IAE è terminato il {day}; il termine d'attesa per uno nuovo non è stato letto."
    ),
    "rule.iae_eligibility.question.ended": "È possibile un nuovo PASS IAE dopo quello terminato il {day}?",
    "rule.cddi_months.met": "{has} mesi già svolti in CDDI: resta il tempo per firmare (24 mesi in tutto).",
    "rule.cddi_months.not_met": "{has} mesi già svolti in CDDI: il limite di 60 mesi è raggiunto.",
    "rule.cddi_months.unknown": "{has} mesi già svolti in CDDI su 24: oltre, va chiesto un prolungamento.",
    "rule.cddi_months.question": "È concesso un prolungamento del CDDI "
    "(fine di una formazione, 50 anni e più, RQTH, altro caso)?",
    "rule.cddi_months.unknown.untold": "Non si sa quanti mesi sono già stati svolti in CDDI (24 in tutto).",
    "rule.cddi_months.question.untold": "Quanti mesi ha già lavorato la persona in CDDI?",
    "rule.cddi_hours.met": "CDDI di {hours} ore alla settimana, entro la norma (da 20 a 35).",
    "rule.cddi_hours.unknown": "CDDI di {hours} ore alla settimana: sotto le 20 ore ci vuole una deroga.",
    "rule.cddi_hours.question": "È concessa una deroga per un CDDI di {hours} ore alla settimana?",
    "rule.cdi_inclusion.met": "CDI d'inclusion possibile: 57 anni o più e dodici mesi di percorso.",
    "rule.cdi_inclusion.not_met": "CDI d'inclusion: solo dai 57 anni e dopo dodici mesi di percorso.",
    "rule.cdi_inclusion.unknown": "CDI d'inclusion: i dodici mesi di percorso sono da confermare.",
    "rule.cdi_inclusion.question": "La persona ha dodici mesi di percorso d'inserimento?",
    "rule.cdi_inclusion.unknown.age": "CDI d'inclusion dai 57 anni: l'età non è nota.",
    "rule.cdi_inclusion.question.age": "Qual è la data di nascita della persona?",
    "rule.ea_rqth.met": "Disabilità riconosciuta sul lavoro (RQTH), come richiede un'impresa adattata (EA).",
    "rule.ea_rqth.not_met": "Un'impresa adattata (EA) richiede una disabilità riconosciuta sul lavoro (RQTH).",
    "rule.ea_rqth.unknown": "Non si sa se c'è una disabilità riconosciuta sul lavoro (RQTH).",
    "rule.ea_rqth.question": "La persona ha una RQTH, o desidera chiederla?",
    "rule.iae_entry.met": "Struttura e contratto annunciati vanno insieme.",
    "rule.iae_entry.unknown": "La scheda annuncia un CDDI di più di 35 ore alla settimana.",
    "rule.iae_entry.question": "Quante ore alla settimana prevede il contratto?",
    "rule.iae_entry.unknown.etti": "La scheda annuncia un CDDI; una ETTI assume con contratti di missione.",
    "rule.iae_entry.question.etti": "Quale contratto propone la ETTI: una missione?",
    "rule.iae_entry.unknown.no_siae": "La scheda parla di IAE; questa struttura non è una SIAE.",
    "rule.iae_entry.question.no_siae": "Quale contratto propone questa struttura, fuori dall'IAE?",
    "rule.immersion_agreement.unknown": "Immersione: condizioni fissate dalla convenzione, testo non letto.",
    "rule.immersion_agreement.question": "Il servizio abilitato accetta questa immersione e la sua convenzione?",
    "rule.rsa_track.met": "Percorso RSA interessato: {asked}.",
    "rule.rsa_track.not_met": "Riservato a chi riceve il RSA in questo percorso: {asked}.",
    "rule.rsa_track.unknown": "Riservato a questo percorso RSA: {asked}; quello della persona è da confermare.",
    "rule.rsa_track.question": "La persona è orientata verso questo percorso RSA: {asked}?",
    "rsa.hours.counts": (
        "conta come attività del contratto d'impegno (contrat d'engagement; RSA: almeno 15 ore alla settimana, da "
        "adattare)"
    ),
    "rsa.hours.agreed": "{hours} ore convenute alla settimana",
    "rsa.hours.none": "nessuna ora convenuta",
    "rsa.hours.asked": "meno ore chieste il {day} ({ground})",
    "rsa.hours.asked_open": "meno ore chieste il {day}, motivo da precisare",
    "rsa.hours.grounds": "su sua richiesta, meno ore o nessuna: {grounds}",
    "rsa.hours.maybe": "da confermare con la persona di riferimento",
    "rsa.track": "{track}",
    "rsa.oriented": "orientamento del {day}",
    "rsa.orientation.due": "orientamento da parte del dipartimento fino al {day}, poi di France Travail",
    "rsa.orientation.late": "termine di sei settimane scaduto il {day}: orienta France Travail",
    "rsa.orientation.open": "orientamento da fare, data della domanda di RSA non nota",
    "rsa.review.due": "orientamento sociale da riesaminare il {day}",
    "rsa.review.open": "orientamento sociale da riesaminare il {day}, o il {later} se gli ostacoli persistono",
    "rsa.review.undated": "orientamento sociale da riesaminare, data non nota",
    "rsa.engagement.signed": "contratto d'impegno (contrat d'engagement) firmato il {day}",
    "rsa.engagement.open": "contratto d'impegno (contrat d'engagement) non firmato o data non nota",
    "rsa.barriers": "ostacoli confermati dell'accompagnamento globale (accompagnement global): {barriers}",
}
