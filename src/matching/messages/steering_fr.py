"""Les phrases du pilotage, en français : ce que chaque tableau compte, et comment le lire."""

MESSAGES: dict[str, str] = {
    "steering.written": "{rows} lignes écrites : {file}",
    "steering.empty": "Rien à montrer.",
    "steering.at_least": "au moins {least}",
    "steering.hidden": "masqué",
    "steering.no_statement": "Personne n'a encore noté de places comptées ou visées.",
    "steering.nothing_known": "Personne n'a relevé ce résultat.",
    "steering.pair.alike": "Ressemblance {likeness}, distance {kilometres} km ; besoins communs : {needs}.",
    "steering.pair.differ": "Diffèrent par : {differs}.",
    "steering.pair.market": (
        "Marché : {either} personnes (les deux {both}, la première seule {only_first}, la seconde seule "
        "{only_second}) ; places libres : {free_places}."
    ),
    "steering.all.options": "Toutes les options",
    "steering.all.reasons": "toutes raisons",
    "steering.all.of_type": "tous",
    "steering.all.categories": "total",
    "steering.all.groups": "total",
    "steering.title.Overlaps": "Offres à comparer, de catalogues différents, comptées le {counted_on}",
    "steering.read.Overlaps": (
        "{offers} activités et {people} dossiers regardés. Un doublon peut se justifier par la taille du "
        "marché : c'est à juger, rien n'en découle."
    ),
    "steering.limits.Overlaps": (
        "Ressemblance de 0 à 1, listées dès {least} (chiffre maison). Marché : à qui l'une ou l'autre n'est pas "
        "fermée et qui l'atteint. Subsides et allocations ne sont pas comparés."
    ),
    "steering.title.PlacesOverTime": "Places par catégorie, {at}",
    "steering.read.PlacesOverTime": (
        "Comptées et visées comme une autorité l'a dit. Rythme en places par an : nécessaire, du dernier "
        "compte à la cible ; observé, entre les deux derniers comptes."
    ),
    "steering.limits.PlacesOverTime": (
        "Au second tableau, les offres du catalogue d'aujourd'hui : leurs places libres ne sont pas toutes "
        "leurs places."
    ),
    "steering.title.Remedies": "Remèdes aux lacunes, {at}",
    "steering.read.Remedies": ("Le nombre promis à côté du nouveau compte, dès le trimestre après l'entrée."),
    "steering.limits.Remedies": (
        "Une lacune change aussi pour d'autres causes : le tableau dit de combien, pas pourquoi."
    ),
    "steering.title.SkillsAsked": "Compétences demandées par les emplois et formées par aucune activité, {at}",
    "steering.read.SkillsAsked": (
        "{vacancies} emplois visibles par tous, dont {asking} demandent une compétence ; {activities} "
        "activités et places regardées."
    ),
    "steering.limits.SkillsAsked": (
        "Formée : un effet, un certificat ou le titre s'en approche, ou le texte la nomme. Ce qu'une "
        "activité forme sans le dire manque ici."
    ),
    "steering.title.Rejections": "Refus par option et par raison, comptés le {counted_on}",
    "steering.read.Rejections": (
        "Raisons données par le conseil ou par la personne, une fois par proposition. Trimestres comptés : {quarters}."
    ),
    "steering.limits.Rejections": (
        "{options} options refusées par cinq personnes ou plus ; les autres ne sont pas listées. « masqué » "
        ": moins de cinq personnes, ou le nombre s'en déduirait."
    ),
    "steering.title.Results": "Résultats à {months} mois du début, comptés le {counted_on}",
    "steering.read.Results": (
        "Ce que personne n'a relevé est inconnu, jamais un échec, et quitter l'aide n'est pas un emploi. "
        "Entre parenthèses, l'intervalle à 95 %."
    ),
    "steering.limits.Results": (
        "À public égal : ce que toutes les personnes y auraient atteint, dès {least} résultats connus "
        "(chiffre maison). « Pas distingué » : l'écart peut tenir au hasard."
    ),
    "steering.title.Portfolio": "Portefeuille, {at}",
    "steering.read.Portfolio": (
        "{people} dossiers de vos unités ; d'abord ceux pour qui rien n'est en cours depuis {weeks} semaines."
    ),
    "steering.limits.Portfolio": ("Inconnu est une classe. La date est la prochaine échéance que le dossier dit."),
    "steering.title.PortfolioCounts": "Portefeuilles en nombres, comptés le {counted_on}",
    "steering.read.PortfolioCounts": (
        "Personnes de toutes les unités ; l'attente court depuis le dernier jour où quelque chose était en cours. "
        "Inconnu est une classe."
    ),
    "steering.limits.PortfolioCounts": (
        "Par unité : dans le fichier (--to) et en JSON. « masqué » : moins de cinq, ou le nombre s'en déduirait."
    ),
    "steering.head.free_places": "Places libres",
    "steering.head.category": "Catégorie",
    "steering.head.distance": "Écart",
    "steering.head.needed_per_year": "Rythme nécessaire",
    "steering.head.observed_per_year": "Rythme observé",
    "steering.head.standing": "État",
    "steering.head.territory": "Territoire",
    "steering.head.offers": "Offres",
    "steering.head.offers_unknown": "Places non connues",
    "steering.head.what": "Remède",
    "steering.head.need": "Besoin",
    "steering.head.promised_by": "Promis par",
    "steering.head.by": "D'ici au",
    "steering.head.people_expected": "Promis",
    "steering.head.people_before": "Avant",
    "steering.head.people_now": "Maintenant",
    "steering.head.state": "État",
    "steering.head.skill": "Compétence",
    "steering.head.also": "Aussi dite",
    "steering.head.vacancies": "Emplois",
    "steering.head.share": "Part",
    "steering.head.trained_by": "Activités",
    "steering.head.title": "Option",
    "steering.head.provider": "Prestataire ou employeur",
    "steering.head.reason": "Raison",
    "steering.head.side": "À qui elle tient",
    "steering.head.people": "Personnes",
    "steering.head.given": "Fois",
    "steering.head.employer": "Type d'employeur",
    "steering.head.name": "Prestataire",
    "steering.head.began": "Débuts",
    "steering.head.known": "Connus",
    "steering.head.reached": "Atteint",
    "steering.head.raw": "Brut",
    "steering.head.adjusted": "À public égal",
    "steering.head.profile": "Dossier",
    "steering.head.on_assistance": "À l'aide depuis",
    "steering.head.without_work": "Sans emploi depuis",
    "steering.head.objective": "Objectif",
    "steering.head.plan": "Plan",
    "steering.head.proposed_on": "Dernière démarche",
    "steering.head.due_on": "Échéance",
    "steering.head.due": "De quoi",
    "steering.head.dimension": "Vu par",
    "steering.head.group": "Classe",
    "steering.code.payer": "payeur",
    "steering.code.provider": "prestataire",
    "steering.code.language": "langue",
    "steering.code.place": "lieu",
    "steering.code.criteria": "conditions",
    "steering.code.duration": "durée",
    "steering.code.legal_basis": "base légale",
    "steering.code.observed": "compté",
    "steering.code.target": "visé",
    "steering.code.occupation": "occupation",
    "steering.code.socioprofessional": "socioprofessionnelles",
    "steering.code.professional": "professionnelles",
    "steering.code.reached": "atteint",
    "steering.code.on_pace": "au rythme",
    "steering.code.behind": "en retard",
    "steering.code.missed": "manqué",
    "steering.code.past": "échéance passée, pas compté ce jour-là",
    "steering.code.unknown": "inconnu",
    "steering.code.too_soon": "trop tôt",
    "steering.code.kept": "tenu",
    "steering.code.partly": "en partie",
    "steering.code.not_kept": "pas tenu",
    "steering.code.job": "emploi sans subside, sortie durable",
    "steering.code.transition": "emploi subventionné, sortie de transition",
    "steering.code.training": "formation, sortie positive",
    "steering.code.above": "au-dessus",
    "steering.code.below": "en dessous",
    "steering.code.not_told_apart": "pas distingué",
    "steering.code.social_enterprise": "entreprise sociale",
    "steering.code.organiser": "organisateur de mesures",
    "steering.code.firm": "entreprise",
    "steering.code.aci": "ACI",
    "steering.code.siae_ai": "association intermédiaire",
    "steering.code.ei": "EI",
    "steering.code.eiti": "EITI",
    "steering.code.etti": "ETTI",
    "steering.code.ea": "entreprise adaptée",
    "steering.code.eatt": "EATT",
    "steering.code.geiq": "GEIQ",
    "steering.code.opcs": "OPCS",
    "steering.code.under_1": "moins d'un an",
    "steering.code.1_to_2": "1 à 2 ans",
    "steering.code.2_to_4": "2 à 4 ans",
    "steering.code.over_4": "4 ans et plus",
    "steering.code.none": "aucun",
    "steering.code.not_agreed": "pas convenu",
    "steering.code.agreed": "convenu",
    "steering.code.own": "notre institution",
    "steering.code.other": "une autre",
    "steering.code.nobody": "aucune institution",
    "steering.code.consent": "consentement",
    "steering.code.iae_pass": "PASS IAE",
    "steering.code.guarantee": "garantie de paiement",
    "steering.code.lead": "conduite du suivi",
    "steering.code.framework_period": "délai-cadre",
    "steering.code.registration": "inscription",
    "steering.code.fitness": "avis d'aptitude",
    "steering.code.on_assistance": "à l'aide depuis",
    "steering.code.without_work": "sans emploi depuis",
    "steering.code.objective": "objectif",
    "steering.code.assistance": "aide reçue",
    "steering.code.not_concerned": "pas au RSA",
    "steering.code.3_or_more": "3 et plus",
    "steering.code.unemployment": "assurance-chômage",
    "steering.code.heaviest_need": "besoin le plus lourd",
    "steering.code.confirmed_needs": "besoins confirmés",
    "steering.code.follow_up": "suivi",
    "steering.code.fr_track": "parcours RSA",
    "steering.code.plan": "plan",
    "steering.code.due": "échéance",
    "steering.code.waiting": "attente",
    "steering.code.takes_part": "participe maintenant",
    "steering.code.under_4_weeks": "moins de 4 semaines",
    "steering.code.4_to_8_weeks": "4 à 8 semaines",
    "steering.code.8_to_13_weeks": "8 à 13 semaines",
    "steering.code.13_to_26_weeks": "13 à 26 semaines",
    "steering.code.26_to_52_weeks": "26 à 52 semaines",
    "steering.code.over_52_weeks": "52 semaines et plus",
    "steering.code.never": "rien proposé encore",
    "steering.code.before": "avant",
    "steering.code.review": "revue du plan",
    "steering.code.overdue": "en retard",
    "steering.code.soon": "dans les 90 jours",
    "steering.code.later": "plus tard",
    "steering.code.none_known": "aucune connue",
}
