"""Les mots des pages, en français."""

MESSAGES: dict[str, str] = {
    "web.labelled": "{label} : {value}",
    "web.name": "Matching",
    "web.skip": "Aller au contenu",
    "web.nav": "Navigation",
    "web.nav.files": "Mes dossiers",
    "web.language": "Langue",
    "web.signout": "Se déconnecter",
    "web.signin": "Connexion",
    "web.signin.do": "Se connecter",
    "web.signin.note": "Rien n'est gardé dans ce navigateur une fois la session finie.",
    "web.account": "Compte",
    "web.password": "Mot de passe",
    "web.about": "Comment les options sont triées",
    "web.glossary": "Glossaire",
    "web.keys": "Aide au clavier",
    "web.refused": "Cela n'est pas fait",
    "web.problem.nothing_here": "Rien ne se trouve à cette adresse ; revenir au début.",
    "web.problem.too_long": "Ce qui a été envoyé est trop long ; en envoyer moins à la fois.",
    "web.problem.too_many": "Trop de demandes en peu de temps ; attendre un peu et recommencer.",
    "web.problem.unreadable": (
        "Une partie du service ne peut pas être lue ; prévenir l'administration avec le numéro {number}."
    ),
    "web.problem.fault": (
        "Le service a commis une faute, qui est notée ; rien n'est perdu de ce qui était "
        "enregistré. La signaler avec le numéro {number}."
    ),
    "web.back": "Revenir au début",
    "web.caseload": "Mes dossiers",
    "web.caseload.read": "Dossiers : {files} ; sans rien en cours depuis {weeks} semaines : {waiting}.",
    "web.caseload.answers": "Réponses dues aux employeurs",
    "web.caseload.files": "Dossiers, ceux qui demandent quelque chose d'abord",
    "web.caseload.none": "Aucun dossier n'est ouvert à ce compte.",
    "web.file": "Dossier",
    "web.attention": "À voir",
    "web.objective": "Objectif",
    "web.on_assistance": "À l'aide depuis",
    "web.without_work": "Sans emploi depuis",
    "web.proposed_on": "Dernière démarche",
    "web.due_on": "Prochaine échéance",
    "web.overdue": "en retard",
    "web.due": "à répondre jusqu'au {day}",
    "web.due.unknown": "échéance non connue",
    "web.sign.review_overdue": "revue en retard",
    "web.sign.due_soon": "échéance proche",
    "web.sign.waits": "rien en cours",
    "web.unknown": "non connu",
    "web.person.situation": "Situation",
    "web.person.radius": "{km} km au plus",
    "web.person.licences": "permis {held}",
    "web.person.no_licence": "sans permis de conduire",
    "web.person.vehicle.yes": "véhicule",
    "web.person.vehicle.no": "sans véhicule",
    "web.person.none": "aucun",
    "web.needs": "Besoins",
    "web.need.confirmed": "confirmé avec la personne",
    "web.need.unaddressed": "Aucune option de cette liste ne dit y répondre.",
    "web.need.stated": "pas encore confirmé",
    "web.withheld": "Sans consentement, ce qui suit n'est pas utilisé ici : {what}.",
    "web.options": "Options",
    "web.degraded": "Service réduit : le classement habituel manque. Les conditions, elles, sont vérifiées.",
    "web.shown_at": "Montré le {at}.",
    "web.again": "chercher à nouveau",
    "web.map": "De {home} à {place} : {km} km à vol d'oiseau.",
    "web.map.radius": "En pointillé, la distance que la personne accepte : {km} km.",
    "web.filter.kinds": "Genres",
    "web.filter.within": "Au plus à",
    "web.filter.within.what": "Ce dont le lieu n'est pas connu reste dans la liste.",
    "web.filter.certain": "conditions remplies seulement",
    "web.filter": "Filtrer",
    "web.resting": "Options au repos (refusées, bloquées ou déjà suivies) : {count}",
    "web.rests_until": "jusqu'au {day}",
    "web.card.more": "Tout voir : conditions, raisons, argent",
    "web.card.conditions": "Conditions",
    "web.card.why": "Pourquoi à ce rang",
    "web.truth.met": "remplie",
    "web.truth.unknown": "à vérifier",
    "web.truth.not_met": "non remplie",
    "web.judge": "Votre avis",
    "web.judge.right": "juste",
    "web.judge.beside_the_point": "hors sujet",
    "web.decide": "Décider",
    "web.decide.elsewhere": "Votre institution ne prescrit pas cette option.",
    "web.decide.by": "La prescrivent : {who}.",
    "web.done.next": "la suite",
    "web.undo": "Annuler",
    "web.undone": "Décision annulée ; l'option est à nouveau à décider.",
    "web.notes.shared": "À voir pour plusieurs options :",
    "web.notes.see": "À voir : la remarque au-dessus de la liste",
    "web.verb.accept": "Retenir…",
    "web.verb.reject": "Refuser…",
    "web.verb.defer": "Mettre en attente…",
    "web.in_words": "En mots (facultatif)",
    "web.until.reject": "Repos jusqu'au (facultatif)",
    "web.until.defer": "Jusqu'au (avec un motif)",
    "web.judge.wrong": "faux…",
    "web.judge.right_is": "Ce qui est juste",
    "web.judge.profile": "Le dossier est à corriger",
    "web.judge.catalogue": "La fiche est à corriger",
    "web.caseload.answers.unknown": "Sans échéance connue : {count}",
    "web.defer.plain": "Mettre en attente sans motif",
    "web.because": "Motif",
    "web.styleguide": "Les éléments des pages",
    "web.styleguide.what": (
        "Tout ce dont les pages sont faites, à regarder d'un coup. Un canton change un fichier : tokens.css."
    ),
    "web.styleguide.text": "Texte",
    "web.styleguide.notices": "Avis et signes",
    "web.styleguide.forms": "Formulaires",
    "web.styleguide.tables": "Tableaux",
    "web.about.what": (
        "Ce service compare, pour une personne accompagnée, des emplois, des mesures et des places en entreprise "
        "sociale, et les montre dans une seule liste."
    ),
    "web.about.conditions.title": "D'abord les conditions",
    "web.about.conditions": (
        "Chaque condition d'une loi ou d'un prestataire est remplie, non remplie ou à vérifier. Une condition non "
        "remplie écarte l'option ; « Pourquoi pas ? » dit laquelle."
    ),
    "web.about.order.title": "Puis l'ordre",
    "web.about.order": (
        "Le rang dit ce que l'option pourrait apporter à l'objectif convenu. Chaque ligne du calcul est affichée, et "
        "leur somme est le score."
    ),
    "web.about.unknown.title": "Ce qu'on ne sait pas",
    "web.about.unknown": "Un fait non connu n'écarte rien : il abaisse un peu, et devient une question à poser.",
    "web.about.human.title": "Qui décide",
    "web.about.human": (
        "Une personne décide, jamais le service : il ne retient, n'ordonne et ne sanctionne rien. Refuser coûte aussi "
        "peu d'actions que retenir."
    ),
    "web.about.never.title": "Ce qui ne compte jamais",
    "web.about.never": (
        "Le sexe, l'âge, la nationalité, la famille, la santé, les dettes et la durée à l'aide n'entrent pas dans le "
        "score. Une loi peut lire certains de ces faits ; la condition le dit."
    ),
    "web.about.contest.title": "Vos droits",
    "web.about.contest": (
        "La personne peut refuser, contester un fait ou une raison, demander un examen par un être humain, ou ne pas "
        "être classée du tout : elle reçoit alors la liste des règles seules."
    ),
    "web.keys.what": (
        "Ces touches aident sur la page d'une personne, hors des champs de texte ; tout marche aussi sans."
    ),
    "web.keys.j": "option suivante",
    "web.keys.k": "option précédente",
    "web.keys.a": "motifs pour retenir",
    "web.keys.r": "motifs pour refuser",
    "web.keys.d": "motifs pour mettre en attente",
    "web.keys.help": "cette page",
    "web.word.option": "option",
    "web.word.option.is": "un emploi, une mesure ou une place en entreprise sociale",
    "web.word.vacancy": "emploi",
    "web.word.vacancy.is": "un poste annoncé par un employeur",
    "web.word.measure": "mesure",
    "web.word.measure.is": "une activité, un subside ou une allocation qu'un payeur finance",
    "web.word.placement": "place en entreprise sociale",
    "web.word.placement.is": "une place de travail encadrée, ou un contrat d'insertion",
    "web.word.payer": "payeur",
    "web.word.payer.is": (
        "qui finance : assurance-chômage, aide sociale, assurance-invalidité, ou en France l'État et le département"
    ),
    "web.word.condition": "condition",
    "web.word.condition.is": "ce qu'une loi ou un prestataire demande ; remplie, non remplie ou à vérifier",
    "web.word.question": "question",
    "web.word.question.is": "ce qu'il reste à demander, et à qui, pour régler une condition",
    "web.word.next_step": "prochaine étape",
    "web.word.next_step.is": "l'option qui lève un obstacle et en ouvre d'autres",
    "web.word.points": "points",
    "web.word.points.is": "l'unité du score : l'apport attendu pour l'objectif convenu",
    "web.word.evidence": "preuve",
    "web.word.evidence.is": (
        "ce sur quoi le classement repose : des poids fixés à la main, une simulation ou des résultats d'ici"
    ),
    "web.word.rest": "repos",
    "web.word.rest.is": "une option refusée ou déjà suivie n'est plus proposée pour un temps ; elle reste trouvable",
    "web.word.head_start": "délai de priorité",
    "web.word.head_start.is": (
        "cinq jours ouvrables pendant lesquels seul le service de l'emploi voit un poste annoncé (art. 21a LEI)"
    ),
    "web.word.guarantee": "garantie",
    "web.word.guarantee.is": "l'accord de payer d'une institution, avant le début",
    "web.word.effect": "effet",
    "web.word.effect.is": (
        "ce qu'une mesure change pour qui la termine : un niveau de langue, un certificat, un obstacle levé"
    ),
}
