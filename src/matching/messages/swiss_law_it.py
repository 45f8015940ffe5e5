"""Italian sentences of the Swiss rules: finding, question and change that would do, by rule."""

from matching.messages.rule_sentences import for_rules

_ASSICURAZIONE = {
    "met": "Assicurazione contro la disoccupazione: {standing}. Questa misura è aperta.",
    "not_met": "Assicurazione contro la disoccupazione: {standing}. Questa misura non è aperta (art. 59 segg. LADI).",
    "unknown": "La situazione nei confronti dell'assicurazione contro la disoccupazione non è nota.",
    "unknown.payer": "Assicurazione contro la disoccupazione: {standing}. Va verificato se questa misura è aperta.",
    "not_met.days_59d": (
        "Senza periodo di contribuzione (art. 59d LADI): i {days} giorni di misure in due anni sono esauriti."
    ),
    "unknown.days_59d": (
        "Senza periodo di contribuzione (art. 59d LADI): al massimo {days} giorni in due anni; giorni usati non noti."
    ),
    "question.days_59d": "Quanti giorni di misure sono stati usati negli ultimi due anni (art. 59d LADI)?",
    "unknown.dismissal": (
        "Minacciata di disoccupazione: una misura è possibile solo dopo un licenziamento collettivo."
    ),
    "question.dismissal": "La persona è minacciata da un licenziamento collettivo?",
    "unknown.age": "Indennità esaurite: la misura resta aperta oltre i 50 anni, ma l'età non è nota.",
    "unknown.exactly_50": "Indennità esaurite, 50 anni: il testo «oltre 50 anni» lascia aperta la questione.",
    "question": (
        "Qual è la situazione con l'assicurazione contro la disoccupazione (termine quadro, indennità rimanenti)?"
    ),
    "question.payer": "La cassa o l'URC ammette questa misura in questa situazione?",
    "question.age": "Qual è la data di nascita della persona?",
    "question.exactly_50": "L'art. 59 cpv. 3bis LADI si applica dai 50 anni compiuti?",
}
_COLLOCAMENTO_DIFFICILE = {
    "met": "Collocamento difficile riconosciuto: {held}.",
    "not_met": "Nessun motivo noto di collocamento difficile (art. 90 OADI).",
    "unknown": "Collocamento difficile: da verificare ({open}).",
    "question": "Per la persona vale uno di questi motivi: {open}?",
}
_DURATA = {
    "met": "Dura al massimo {weeks} settimane; il limite legale è di {limit}.",
    "unknown": "Annuncia fino a {weeks} settimane; il limite noto è di {limit}.",
    "question": "È ammessa una durata di {weeks} settimane, oltre il limite di {limit}?",
}
_DURATA_USUALE = {
    "met": "Dura al massimo {weeks} settimane; la durata usuale è di {limit}.",
    "unknown": "Annuncia fino a {weeks} settimane; la durata usuale è di {limit}.",
    "question": "È ammessa una durata di {weeks} settimane, oltre quella usuale di {limit}?",
}
_CON_DOMANDA = {
    "not_met": "Nessuna pratica AI in corso: questa misura segue una domanda all'Ufficio AI.",
    "unknown": "Decide l'Ufficio AI; senza la sua decisione non c'è alcun diritto.",
    "question": "L'Ufficio AI concede questa misura?",
}
_DANNO = {
    "not_met": "Né pratica AI né danno alla salute segnalato: oggi non c'è nulla da chiedere all'Ufficio AI.",
    "unknown": "Decide l'Ufficio AI; senza la sua decisione non c'è alcun diritto.",
    "question": "L'Ufficio AI concede questa misura?",
}


MESSAGES: dict[str, str] = {
    "rule.oaci_81e_deadline.met": "Domanda fino al {day} per l'ultima sessione ({days} giorni prima).",
    "rule.oaci_81e_deadline.unknown": (
        "Ultima sessione, termine scaduto il {day}: prestazioni solo dal giorno della domanda."
    ),
    "rule.oaci_81e_deadline.question": "L'URC ammette ancora una domanda dopo il {day}?",
    "rule.lse_26_permit.met": "La persona può lavorare e cambiare datore di lavoro in Svizzera.",
    "rule.lse_26_permit.not_met": "Il permesso non consente di lavorare o di cambiare datore di lavoro.",
    "rule.lse_26_permit.unknown": "Diritto di lavorare o di cambiare datore di lavoro in Svizzera: da verificare.",
    "rule.lse_26_permit.question": "Il permesso consente di lavorare e di cambiare datore di lavoro in Svizzera?",
    "rule.lse_26_employer.met": "Nessuna segnalazione registrata su questo datore di lavoro.",
    "rule.lse_26_employer.not_met": (
        "Datore di lavoro segnalato: il servizio di collocamento non può collocarvi nessuno."
    ),
    "rule.lse_26_employer.unknown": "Segnalazione del datore di lavoro: da verificare.",
    "rule.lse_26_employer.question": "Il datore di lavoro è segnalato al servizio di collocamento?",
    **for_rules(
        ("laci_60_course", "laci_60_training", "laci_59_employment", "laci_59_semo", "laci_59_specific"), _ASSICURAZIONE
    ),
    **for_rules(("laci_64a_hard_to_place", "laci_65_hard_to_place"), _COLLOCAMENTO_DIFFICILE),
    "rule.laci_64a_semo.met": "La persona cerca un posto di formazione dopo la scuola dell'obbligo.",
    "rule.laci_64a_semo.not_met": "Previsto per chi cerca una prima formazione dopo la scuola dell'obbligo.",
    "rule.laci_64a_semo.unknown": "Ricerca di un posto di formazione o livello scolastico: da verificare.",
    "rule.laci_64a_semo.unknown.payer": "Scuola non conclusa: l'URC decide se la misura è adatta.",
    "rule.laci_64a_semo.question": "La persona cerca un posto di formazione, e che cosa ha concluso?",
    "rule.laci_64a_semo.question.payer": "L'URC ammette il semestre di motivazione senza la scuola conclusa?",
    "rule.laci_66_framework.met": "Il termine quadro dura fino al {end}, abbastanza per gli assegni.",
    "rule.laci_66_framework.not_met": "Il termine quadro scade il {end}; deve coprire {months} mesi.",
    "rule.laci_66_framework.unknown": (
        "La fine del termine quadro non è nota; deve coprire tutta la durata degli assegni."
    ),
    "rule.laci_66_framework.unknown.age": "Termine quadro fino al {end}: bastano 6 mesi, 12 dai 50 anni; età non nota.",
    "rule.laci_66_framework.question": "Quando scade il termine quadro?",
    "rule.laci_66_framework.question.age": "Qual è la data di nascita della persona?",
    "rule.laci_66a_age.met": "30 anni o più: l'età richiesta per gli assegni di formazione è raggiunta.",
    "rule.laci_66a_age.not_met": "Gli assegni di formazione richiedono 30 anni; la persona ha {has} anni.",
    "rule.laci_66a_age.unknown": "Gli assegni di formazione richiedono 30 anni; la data di nascita non è nota.",
    "rule.laci_66a_age.unknown.payer": "{has} anni invece di 30: l'ufficio di compensazione può derogare.",
    "rule.laci_66a_age.question": "Qual è la data di nascita della persona?",
    "rule.laci_66a_age.question.payer": "È possibile una deroga all'età di 30 anni?",
    "rule.laci_66a_training.met": "La persona non ha una formazione professionale riconosciuta.",
    "rule.laci_66a_training.unknown": "La formazione o il suo riconoscimento non è noto.",
    "rule.laci_66a_training.unknown.payer": "Formazione: {has}. Da esaminare: grandi difficoltà a trovare un impiego?",
    "rule.laci_66a_training.question": "Che formazione ha la persona, ed è riconosciuta?",
    "rule.laci_66a_training.question.payer": "L'autorità ammette grandi difficoltà a trovare un impiego?",
    "rule.laci_68_region.unknown": "Richiede un impiego fuori dalla regione e una perdita finanziaria: da verificare.",
    "rule.laci_68_region.question": "L'impiego è fuori dalla regione di domicilio, con una perdita finanziaria?",
    "rule.laci_71a_project.met": "20 anni o più, con un progetto schematico di attività indipendente.",
    "rule.laci_71a_project.not_met": "Richiede 20 anni e un progetto schematico di attività indipendente.",
    "rule.laci_71a_project.unknown": "Non si sa se la persona ha 20 anni e un progetto di attività indipendente.",
    "rule.laci_71a_project.question": "C'è un progetto schematico di attività indipendente, e a che età?",
    "rule.laci_15_placement.met": "La persona è idonea al collocamento.",
    "rule.laci_15_placement.not_met": "Inidoneità al collocamento decisa: nessuna misura (art. 8 e 15 LADI).",
    "rule.laci_15_placement.unknown": "Idoneità al collocamento: {has}. L'URC deve pronunciarsi.",
    "rule.laci_15_placement.unknown.not_known": "L'idoneità al collocamento non è nota.",
    "rule.laci_15_placement.question": "L'URC ritiene la persona idonea al collocamento?",
    "rule.laci_15_placement.question.not_known": "Qual è l'esito dell'esame dell'idoneità al collocamento?",
    "rule.laci_60_placement.met": "La persona è idonea al collocamento.",
    "rule.laci_60_placement.unknown": (
        "Idoneità al collocamento: {has}. Un corso può dispensarne (art. 60 cpv. 4 LADI)."
    ),
    "rule.laci_60_placement.unknown.not_known": "L'idoneità al collocamento non è nota.",
    "rule.laci_60_placement.question": "Idoneità al collocamento ({has}): l'URC ammette questo corso?",
    "rule.laci_60_placement.question.not_known": "Qual è l'esito dell'esame dell'idoneità al collocamento?",
    "rule.laci_64a_competition.met": "Il programma non fa concorrenza diretta alle imprese private.",
    "rule.laci_64a_competition.not_met": "Il programma fa concorrenza a imprese private (art. 64a LADI).",
    "rule.laci_64a_competition.unknown": "Il programma non dice se fa concorrenza a imprese private.",
    "rule.laci_64a_competition.question": "Il programma fa concorrenza diretta a imprese private?",
    "rule.laci_64a_after_training.met": "La pratica segue una formazione conclusa: {has}.",
    "rule.laci_64a_after_training.unknown": "Formazione: {has}. Di solito la pratica ne segue una; decide l'URC.",
    "rule.laci_64a_after_training.unknown.level": "Di solito la pratica segue una formazione; questa non è nota.",
    "rule.laci_64a_after_training.question": "L'URC ammette una pratica professionale senza formazione conclusa?",
    "rule.laci_64a_after_training.question.level": "Qual è la formazione più alta conclusa?",
    "rule.laci_65_contract.met": "Il contratto è di durata indeterminata.",
    "rule.laci_65_contract.not_met": "Gli assegni richiedono un contratto duraturo; qui è previsto: {contract}.",
    "rule.laci_65_contract.unknown": "Richiede un contratto di almeno dodici mesi; la durata non è nota.",
    "rule.laci_65_contract.question": "Il contratto è di durata indeterminata o di almeno dodici mesi?",
    "rule.laci_66a_studies.met": "Né diploma di studi superiori riconosciuto né tre anni di tali studi.",
    "rule.laci_66a_studies.not_met": "Escluso con un diploma di studi superiori o tre anni di tali studi.",
    "rule.laci_66a_studies.unknown": "Diploma superiore o tre anni di studi superiori: da verificare.",
    "rule.laci_66a_studies.unknown.law": "{has}: il testo letto non dice se conta come studi superiori.",
    "rule.laci_66a_studies.question": "La persona ha un diploma superiore riconosciuto, o ha studiato tre anni?",
    "rule.laci_66a_studies.question.law": "Questo titolo esclude gli assegni di formazione: {has}?",
    "rule.laci_66a_contract.met": "C'è un contratto di tirocinio.",
    "rule.laci_66a_contract.not_met": "Gli assegni di formazione richiedono un contratto di tirocinio.",
    "rule.laci_66a_contract.unknown": "Non si sa se la persona ha un contratto di tirocinio.",
    "rule.laci_66a_contract.question": "C'è un datore di lavoro disposto a firmare un contratto di tirocinio?",
    "rule.laci_66a_contract.change": "Con un contratto di tirocinio, la condizione sarebbe adempiuta.",
    "rule.laci_71a_no_fault.unknown": "Richiede una disoccupazione senza colpa della persona: si pronuncia la cassa.",
    "rule.laci_71a_no_fault.question": "La cassa ammette che la persona è senza lavoro senza colpa propria?",
    **for_rules(
        (
            "laci_60_duration",
            "laci_64a_duration",
            "laci_66_duration",
            "laci_66a_duration",
            "laci_71b_duration",
            "lai_14a_duration",
            "lai_14quater_duration",
            "lai_18b_duration",
        ),
        _DURATA,
    ),
    **for_rules(("laci_64a_semo_duration", "laci_70_duration", "lai_18a_duration", "ne_isp_duration"), _DURATA_USUALE),
    **for_rules(("lai_7d_early",), _DANNO),
    **for_rules(
        (
            "lai_14quater_advice",
            "lai_15_guidance",
            "lai_16_initial_training",
            "lai_17_retraining",
            "lai_18_placement",
            "lai_18a_trial",
            "lai_18abis_leasing",
            "lai_18c_contribution",
            "lai_18d_capital",
        ),
        _CON_DOMANDA,
    ),
    "rule.lai_14a_reinsertion.met": "Incapacità al lavoro: {percent} % dal {since}; una misura AI è in corso.",
    "rule.lai_14a_reinsertion.not_met": "Richiede il 50 % d'incapacità da 6 mesi, o meno di 25 anni (art. 14a LAI).",
    "rule.lai_14a_reinsertion.unknown": "Decide l'Ufficio AI: 50 % d'incapacità da 6 mesi, o meno di 25 anni.",
    "rule.lai_14a_reinsertion.question": "L'Ufficio AI concede una misura di reinserimento?",
    "rule.lai_18b_productivity.not_met": "Ritmo ordinario: l'assegno compensa un rendimento ridotto.",
    "rule.lai_18b_productivity.unknown": (
        "Richiede un rendimento sotto il salario convenuto: si pronuncia l'Ufficio AI."
    ),
    "rule.lai_18b_productivity.question": "L'Ufficio AI ritiene il rendimento inferiore al salario convenuto?",
    "rule.lai_18b_placement.met": "Una misura AI è in corso.",
    "rule.lai_18b_placement.not_met": "Situazione AI: {has}. L'assegno segue un collocamento da parte dell'Ufficio AI.",
    "rule.lai_18b_placement.unknown": "Situazione AI: {has}. L'assegno segue un collocamento da parte dell'Ufficio AI.",
    "rule.lai_18b_placement.unknown.status": "La situazione con l'AI non è nota.",
    "rule.lai_18b_placement.question": "L'Ufficio AI colloca la persona in questo posto?",
    "rule.lai_18b_placement.question.status": "È in corso una misura AI?",
}
