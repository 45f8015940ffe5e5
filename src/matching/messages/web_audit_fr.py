"""Les phrases de la page du journal."""

MESSAGES: dict[str, str] = {
    "web.audit.nav": "Journal",
    "web.audit": "Qui a fait quoi",
    "web.audit.what": (
        "Chaque lecture et chaque écriture y laisse une entrée, celle de cette page aussi. Les "
        "dossiers y sont des nombres, sans nom."
    ),
    "web.audit.chain": "La chaîne",
    "web.audit.verify": "Vérifier la chaîne entière",
    "web.audit.verify.what": "Relit toutes les entrées et les lignes dont elles parlent ; ne change rien.",
    "web.audit.whole": "Tout est tel qu'il a été écrit.",
    "web.audit.changed": "Ne sont pas telles qu'elles ont été écrites : {count}.",
    "web.audit.verified": "Entrées lues : {entries} ; lignes lues : {rows}.",
    "web.audit.unanchored": "Entrées que l'ancre ne connaît pas (arrêt brutal après l'écriture) : {count}.",
    "web.audit.entries": "Entrées : {count}",
    "web.audit.act": "Acte",
    "web.audit.first": "Du",
    "web.audit.last": "Au",
    "web.audit.number": "N°",
    "web.audit.at": "Quand",
    "web.audit.about": "Au sujet de",
    "web.audit.files": "Dossiers",
    "web.audit.cut": "Coupé : seules les {most} dernières entrées sont ici ; resserrer les critères pour les autres.",
    "web.audit.csv": "Le fichier CSV contient au plus {most} entrées, les dernières d'abord.",
    "web.audit.none": "Aucune entrée ne répond à ces critères.",
    "web.audit.pages": "Pages du journal",
    "web.audit.latest": "Dernières entrées",
    "web.audit.earlier": "Entrées précédentes",
}
