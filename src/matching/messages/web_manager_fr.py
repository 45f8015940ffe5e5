"""Les mots des pages de pilotage, en français."""

MESSAGES: dict[str, str] = {
    "web.manager.nav": "Pilotage",
    "web.manager.tab.gaps": "Lacunes",
    "web.manager.tab.remedies": "Remèdes",
    "web.manager.tab.capacity": "Places rares",
    "web.manager.tab.places": "Places dans le temps",
    "web.manager.tab.overlaps": "Recoupements",
    "web.manager.tab.results": "Résultats",
    "web.manager.tab.rejections": "Refus",
    "web.manager.tab.portfolios": "Portefeuilles",
    "web.manager.tab.report": "Rapport",
    "web.manager.gaps": "Ce qui manque au catalogue",
    "web.manager.remedies": "Remèdes aux lacunes",
    "web.manager.capacity": "Places rares et leur prix",
    "web.manager.places": "Places par catégorie au fil du temps",
    "web.manager.overlaps": "Offres à comparer",
    "web.manager.results": "Résultats par prestataire",
    "web.manager.rejections": "Pourquoi des options sont refusées",
    "web.manager.portfolios": "Portefeuilles en nombres",
    "web.manager.report": "Rapport de pilotage",
    "web.manager.report.made": "Établi le {at}.",
    "web.manager.report.counts": "Des nombres, jamais une personne : ce qui en désignerait moins de cinq est masqué.",
    "web.manager.report.print": "Imprimer",
    "web.manager.report.contents": "Contenu",
    "web.manager.csv": "CSV",
    "web.manager.csv.of": "Télécharger le tableau en CSV",
    "web.manager.counted": "{what} : {count}",
    "web.manager.counted_on": "Compté le {day}, pour une semaine.",
    "web.manager.how": "Comment lire ces nombres",
    "web.manager.optional": "(facultatif)",
    "web.manager.choose": "Choisir…",
    "web.manager.any.language": "toutes",
    "web.manager.any.payer": "tous",
    "web.manager.entered": "C'est noté.",
    "web.manager.form.gap": "La lacune",
    "web.manager.form.promise": "Ce qui est promis",
    "web.manager.form.which": "Quelles places",
    "web.manager.form.count": "Combien, par catégorie",
    "web.manager.form.source": "Source",
    "web.manager.share": "Part",
    "web.manager.quarter": "T{number} {year}",
    "web.manager.gaps.chosen": "Choisi",
    "web.manager.gaps.without": "Enlever {name}",
    "web.manager.gaps.all": "Tous les besoins",
    "web.manager.gaps.by": "Vu par",
    "web.manager.gaps.by.need": "Par besoin",
    "web.manager.gaps.by.district": "Par lieu",
    "web.manager.gaps.by.language": "Par langue",
    "web.manager.gaps.by.payer": "Par payeur possible",
    "web.manager.gaps.by.kind": "Par genre d'option",
    "web.manager.gaps.became": "Ce qu'ils deviennent",
    "web.manager.untold": "Sans nombre qui puisse être dit : {what}.",
    "web.manager.gaps.where": "Lieu",
    "web.manager.gaps.type": "Genre",
    "web.manager.gaps.availability": "Disponibilité demandée",
    "web.manager.gaps.at_most": "{percent} % au plus",
    "web.manager.gaps.dashed": "En pointillé : ce dont le sort est masqué.",
    "web.manager.gaps.offers.read": (
        "Chaque offre a été ajoutée au catalogue, et tout le monde recompté : la deuxième vient en plus de la première."
    ),
    "web.manager.gaps.reached_more": "Personnes de plus",
    "web.manager.gaps.rule": "Règle ou critère",
    "web.manager.gaps.kept_out": "Écartées par elle seule",
    "web.manager.gaps.step": "De plus, avec un pas",
    "web.manager.gaps.question": "Ce qui n'est pas connu",
    "web.manager.gaps.left_open": "Besoin laissé ouvert",
    "web.manager.remedies.none": "Aucun remède n'est noté.",
    "web.manager.remedies.entered": "Remèdes notés",
    "web.manager.remedies.gap": "Lacune",
    "web.manager.remedies.before_now": "Avant, maintenant",
    "web.manager.remedies.enter": "Noter un remède",
    "web.manager.remedies.enter.read": (
        "Ce qui est promis reste comme il est noté. Combien de personnes ont la "
        "lacune aujourd'hui se lit du dernier compte."
    ),
    "web.manager.remedies.dash": "« – » : pas encore compté, ou de une à quatre personnes, ou un nombre qui le dirait.",
    "web.manager.remedies.before": (
        "« Avant » compte les personnes dont ce besoin est sûrement une lacune en ce lieu ; le tableau des "
        "lacunes par lieu montre tous les besoins, atteints ou pas connus compris."
    ),
    "web.manager.remedies.not_counted": (
        "Pas dans le dernier compte : il a les cantons et départements des dossiers, et leurs communes dès "
        "{least} dossiers."
    ),
    "web.manager.field.need": "Besoin",
    "web.manager.field.territory": "Canton ou département",
    "web.manager.field.territory.hint": "Par exemple CH-NE ou FR-07.",
    "web.manager.field.district": "Commune",
    "web.manager.field.district.hint": "Vide : tout le canton. Écrite comme dans le tableau des lacunes.",
    "web.manager.field.language": "Langue",
    "web.manager.field.payer": "Payeur",
    "web.manager.field.what": "Ce qui est fait",
    "web.manager.field.opportunity": "Identifiant de la nouvelle option",
    "web.manager.field.people_expected": "Personnes attendues",
    "web.manager.field.by": "D'ici au",
    "web.manager.field.promised_by": "Promis par (service ou fonction)",
    "web.manager.field.programme": "Programme",
    "web.manager.field.kind": "Comptées ou visées",
    "web.manager.field.on": "À la fin du jour",
    "web.manager.field.occupation": "Occupation",
    "web.manager.field.socioprofessional": "Socioprofessionnelles",
    "web.manager.field.professional": "Professionnelles",
    "web.manager.field.authority": "Qui le dit (service ou fonction)",
    "web.manager.field.reference": "Où c'est écrit",
    "web.manager.places.state": "Noter des places comptées ou visées",
    "web.manager.places.state.read": (
        "Une catégorie vide est inconnue, pas zéro. Redit pour le même jour, le "
        "nombre est corrigé, et l'ancien reste gardé."
    ),
    "web.manager.places.next": "noter un autre nombre de ces places",
    "web.manager.places.catalogue": "Le catalogue aujourd'hui",
    "web.manager.places.catalogue.read": (
        "Les places en entreprise sociale que tous peuvent voir ; leurs places libres ne sont pas toutes leurs places."
    ),
    "web.manager.capacity.none": "Aucune nuit n'a encore calculé de prix ici.",
    "web.manager.capacity.none.read": (
        "Les prix des places rares se calculent la nuit, une fois par jour ; l'exploitation lance ce "
        "calcul. Sans lui, aucun score ne baisse pour une place rare."
    ),
    "web.manager.capacity.over": (
        "Ces prix valaient jusqu'au {day} ; ils ne sont plus déduits des scores. Aucune nuit n'a suivi."
    ),
    "web.manager.capacity.options": "Options plus demandées qu'elles n'ont de places",
    "web.manager.capacity.one_more": "Une place de plus",
    "web.manager.capacity.session": "dont ce départ",
    "web.manager.capacity.payers": "Budgets des payeurs",
    "web.manager.capacity.taken": "Au plan, du reste",
    "web.manager.capacity.groups": "Qui resterait sans option",
    "web.manager.capacity.groups.read": (
        "« Tout pris » : la chance moyenne qu'aucune des premières options d'une "
        "personne n'ait encore une proposition pour elle."
    ),
    "web.manager.capacity.no_room": "Sans prix, avec prix",
    "web.manager.capacity.how.chance": (
        "Chance propre : la chance estimée d'un emploi sans aucune option, les personnes en quatre quarts. Quart "
        "1 : les chances les plus basses ; quart 4 : les plus hautes."
    ),
    "web.manager.capacity.how.proposals": (
        "Propositions possibles : {places} par place, car toutes ne mènent pas à une entrée. C'est un chiffre "
        "maison, que l'exploitation règle."
    ),
    "web.manager.capacity.how.price": (
        "Prix : les points déduits du score de l'option pour tout le monde. « Une place de plus » : les points "
        "que ses propositions apporteraient ensemble."
    ),
    "web.manager.capacity.how.days": (
        "Les prix et le plan sont ceux des jours du {from_day} au {to_day} ; les nombres de personnes, eux, sont "
        "comptés pour une semaine."
    ),
    "web.manager.market": "Marché",
    "web.manager.market.only_first": "La première seule",
    "web.manager.market.both": "Les deux",
    "web.manager.market.only_second": "La seconde seule",
    "web.manager.market.either": "L'une ou l'autre",
    "web.manager.overlaps.none": "Aucune paire d'offres n'atteint une ressemblance de {least}.",
    "web.manager.overlaps.pairs": "Paires, les plus semblables d'abord",
    "web.manager.overlaps.first": "Première offre, payeur",
    "web.manager.overlaps.second": "Seconde offre, payeur",
    "web.manager.overlaps.likeness": "Ressemblance",
    "web.manager.overlaps.differ": "Diffèrent par",
    "web.manager.overlaps.needs": "Besoins communs :",
    "web.manager.results.months": "Mois depuis le début",
    "web.manager.results.at": "À {months} mois",
    "web.manager.results.provider": "Par prestataire",
    "web.manager.results.employer": "Par type d'employeur",
    "web.manager.results.standing": "À côté des autres",
    "web.manager.results.began": (
        "« Débuts » : les personnes venues au début d'une option que tous peuvent connaître, sans limite de date, "
        "même trop récent pour un résultat à {months} mois."
    ),
    "web.manager.results.few": "Pas comparés, par nom et sans ordre",
    "web.manager.results.why.few_known": "moins de {least} résultats connus",
    "web.manager.results.why.hidden": "nombres masqués",
    "web.manager.results.why.alone": "aucun autre à comparer",
    "web.manager.rejections.read": (
        "Raisons données par le conseil ou par la personne, une fois par proposition, "
        "dans le trimestre où elles furent données."
    ),
    "web.manager.rejections.quarters": "Raisons par trimestre, toutes options",
    "web.manager.rejections.course": "Cours, chaque ligne à son échelle",
    "web.manager.rejections.until": "jusqu'au {day}",
    "web.manager.rejections.ever": "En tout",
    "web.manager.rejections.masked": "« masqué » : moins de cinq personnes, ou le nombre s'en déduirait.",
    "web.manager.rejections.dash": "« – » : aucun, ou trop peu pour être dit.",
    "web.manager.rejections.options": "Options refusées le plus souvent",
    "web.manager.rejections.quarter": "Trimestre",
    "web.manager.rejections.listed": (
        "{options} options refusées par cinq personnes ou plus ; les autres ne sont pas listées."
    ),
    "web.manager.rejections.none_listed": "Aucune option n'est listée : il y faut des refus de cinq personnes ou plus.",
    "web.manager.rejections.given": "Combien de fois",
    "web.manager.portfolios.unit": "Unité",
    "web.manager.portfolios.all": "Toutes les unités",
    "web.manager.portfolios.masked": "« masqué » : moins de cinq personnes, ou le nombre s'en déduirait.",
    "web.manager.portfolios.unlisted": "Une unité dont rien ne peut être dit n'est pas listée.",
    "web.word.gap": "lacune",
    "web.word.gap.is": (
        "un besoin confirmé qu'aucune offre du catalogue n'atteint, et cela est certain "
        ": ce qu'on ne sait pas n'en est pas une"
    ),
    "web.word.masked": "masqué",
    "web.word.masked.is": (
        "un nombre de moins de cinq personnes, ou qui en ferait deviner un ; « au moins » dit ce qui peut être dit"
    ),
    "web.word.place_price": "prix d'une place",
    "web.word.place_price.is": (
        "ce qui est déduit du score d'une option plus demandée qu'elle n'a de places ; personne n'y est attribué"
    ),
    "web.word.adjusted": "à public égal",
    "web.word.adjusted.is": (
        "le résultat qu'un prestataire aurait eu si chacun accueillait des personnes aux mêmes chances"
    ),
}
