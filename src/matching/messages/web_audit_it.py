"""Le frasi della pagina del registro."""

MESSAGES: dict[str, str] = {
    "web.audit.nav": "Registro",
    "web.audit": "Chi ha fatto che cosa",
    "web.audit.what": (
        "Ogni lettura e ogni scrittura vi lascia una voce, anche questa pagina. I dossier sono numeri, senza nome."
    ),
    "web.audit.chain": "La catena",
    "web.audit.verify": "Verificare tutta la catena",
    "web.audit.verify.what": "Rilegge tutte le voci e le righe di cui parlano; non cambia nulla.",
    "web.audit.whole": "Tutto è come è stato scritto.",
    "web.audit.changed": "Non sono come sono state scritte: {count}.",
    "web.audit.verified": "Voci lette: {entries}; righe lette: {rows}.",
    "web.audit.unanchored": "Voci che l'àncora non conosce (arresto dopo la scrittura): {count}.",
    "web.audit.entries": "Voci: {count}",
    "web.audit.act": "Atto",
    "web.audit.first": "Dal",
    "web.audit.last": "Al",
    "web.audit.number": "N.",
    "web.audit.at": "Quando",
    "web.audit.about": "A proposito di",
    "web.audit.files": "Dossier",
    "web.audit.cut": "Tagliato: qui ci sono solo le ultime {most} voci; per le altre restringere i criteri.",
    "web.audit.csv": "Il file CSV contiene al massimo {most} voci, le ultime per prime.",
    "web.audit.none": "Nessuna voce corrisponde a questi criteri.",
    "web.audit.pages": "Pagine del registro",
    "web.audit.latest": "Ultime voci",
    "web.audit.earlier": "Voci precedenti",
}
