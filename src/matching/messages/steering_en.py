"""The sentences of steering, in English: what each table counts, and how to read it."""

MESSAGES: dict[str, str] = {
    "steering.written": "{rows} rows written: {file}",
    "steering.empty": "Nothing to show.",
    "steering.at_least": "at least {least}",
    "steering.hidden": "hidden",
    "steering.no_statement": "Nobody has noted any places counted or aimed at yet.",
    "steering.nothing_known": "Nobody has recorded this result.",
    "steering.pair.alike": "Likeness {likeness}, distance {kilometres} km; needs in common: {needs}.",
    "steering.pair.differ": "They differ in: {differs}.",
    "steering.pair.market": (
        "Market: {either} people (both {both}, only the first {only_first}, only the second {only_second}); "
        "free places: {free_places}."
    ),
    "steering.all.options": "All options",
    "steering.all.reasons": "all reasons",
    "steering.all.of_type": "all",
    "steering.all.categories": "total",
    "steering.all.groups": "total",
    "steering.title.Overlaps": "Offers to compare, from different catalogues, counted on {counted_on}",
    "steering.read.Overlaps": (
        "{offers} activities and {people} files looked at. The size of the market can justify two alike: "
        "that is to be judged, nothing follows from it."
    ),
    "steering.limits.Overlaps": (
        "Likeness from 0 to 1, listed from {least} on (house figure). Market: people to whom one or the other is "
        "not closed and who can reach it. Subsidies and allowances are not compared."
    ),
    "steering.title.PlacesOverTime": "Places by category, {at}",
    "steering.read.PlacesOverTime": (
        "Counted and aimed at as an authority has stated. Pace in places a year: needed, from the last count "
        "to the target; observed, between the last two counts."
    ),
    "steering.limits.PlacesOverTime": (
        "The second table shows the offers of today's catalogue: their free places are not all their places."
    ),
    "steering.title.Remedies": "Remedies for gaps, {at}",
    "steering.read.Remedies": "The number promised beside the new count, from the quarter after the entry.",
    "steering.limits.Remedies": "A gap also changes for other reasons: the table says by how much, not why.",
    "steering.title.SkillsAsked": "Skills that jobs ask for and no activity teaches, {at}",
    "steering.read.SkillsAsked": (
        "{vacancies} jobs visible to all, of which {asking} ask for a skill; {activities} "
        "activities and places looked at."
    ),
    "steering.limits.SkillsAsked": (
        "Taught: an effect, a certificate or the title comes close to it, or the text names it. What an "
        "activity teaches without saying so is missing here."
    ),
    "steering.title.Rejections": "Refusals by option and reason, counted on {counted_on}",
    "steering.read.Rejections": (
        "Reasons given by the counsellor or the person, once per proposal. Quarters counted: {quarters}."
    ),
    "steering.limits.Rejections": (
        "{options} options refused by five people or more; the others are not listed. Shown as “hidden”: "
        "fewer than five people, or the number could be worked out."
    ),
    "steering.title.Results": "Results {months} months after the start, counted on {counted_on}",
    "steering.read.Results": (
        "What nobody has recorded is unknown, never a failure, and leaving assistance is not a job. "
        "In brackets, the 95% interval."
    ),
    "steering.limits.Results": (
        "Like for like: what everyone would have reached there, from {least} known results (house figure). "
        "Shown as “not told apart”: the difference may be chance."
    ),
    "steering.title.Portfolio": "Caseload, {at}",
    "steering.read.Portfolio": (
        "{people} files of your units; first those for whom nothing has been under way for {weeks} weeks."
    ),
    "steering.limits.Portfolio": "Unknown is a group of its own. The date is the next deadline the file states.",
    "steering.title.PortfolioCounts": "Caseloads in numbers, counted on {counted_on}",
    "steering.read.PortfolioCounts": (
        "People of all units; the wait runs from the last day when something was under way. "
        "Unknown is a group of its own."
    ),
    "steering.limits.PortfolioCounts": (
        "By unit: in the file (--to) and in JSON. Shown as “hidden”: fewer than five, or it could be worked out."
    ),
    "steering.head.free_places": "Free places",
    "steering.head.category": "Category",
    "steering.head.distance": "Difference",
    "steering.head.needed_per_year": "Pace needed",
    "steering.head.observed_per_year": "Pace observed",
    "steering.head.standing": "Status",
    "steering.head.territory": "Territory",
    "steering.head.offers": "Offers",
    "steering.head.offers_unknown": "Places not known",
    "steering.head.what": "Remedy",
    "steering.head.need": "Need",
    "steering.head.promised_by": "Promised by",
    "steering.head.by": "By",
    "steering.head.people_expected": "Promised",
    "steering.head.people_before": "Before",
    "steering.head.people_now": "Now",
    "steering.head.state": "Status",
    "steering.head.skill": "Skill",
    "steering.head.also": "Also called",
    "steering.head.vacancies": "Jobs",
    "steering.head.share": "Share",
    "steering.head.trained_by": "Activities",
    "steering.head.title": "Option",
    "steering.head.provider": "Provider or employer",
    "steering.head.reason": "Reason",
    "steering.head.side": "Whom it lies with",
    "steering.head.people": "People",
    "steering.head.given": "Times",
    "steering.head.employer": "Type of employer",
    "steering.head.name": "Provider",
    "steering.head.began": "Started",
    "steering.head.known": "Known",
    "steering.head.reached": "Reached",
    "steering.head.raw": "Raw",
    "steering.head.adjusted": "Like for like",
    "steering.head.profile": "File",
    "steering.head.on_assistance": "On assistance for",
    "steering.head.without_work": "Without work for",
    "steering.head.objective": "Objective",
    "steering.head.plan": "Plan",
    "steering.head.proposed_on": "Last step",
    "steering.head.due_on": "Deadline",
    "steering.head.due": "Of what",
    "steering.head.dimension": "Seen by",
    "steering.head.group": "Group",
    "steering.code.payer": "payer",
    "steering.code.provider": "provider",
    "steering.code.language": "language",
    "steering.code.place": "place",
    "steering.code.criteria": "conditions",
    "steering.code.duration": "duration",
    "steering.code.legal_basis": "legal basis",
    "steering.code.observed": "counted",
    "steering.code.target": "aimed at",
    "steering.code.occupation": "occupational",
    "steering.code.socioprofessional": "socio-professional",
    "steering.code.professional": "professional",
    "steering.code.reached": "reached",
    "steering.code.on_pace": "on pace",
    "steering.code.behind": "behind",
    "steering.code.missed": "missed",
    "steering.code.past": "day past, not counted on it",
    "steering.code.unknown": "unknown",
    "steering.code.too_soon": "too soon",
    "steering.code.kept": "kept",
    "steering.code.partly": "partly",
    "steering.code.not_kept": "not kept",
    "steering.code.job": "job without subsidy, lasting exit",
    "steering.code.transition": "subsidised job, transition exit",
    "steering.code.training": "training, positive exit",
    "steering.code.above": "above",
    "steering.code.below": "below",
    "steering.code.not_told_apart": "not told apart",
    "steering.code.social_enterprise": "social enterprise",
    "steering.code.organiser": "organiser of measures",
    "steering.code.firm": "company",
    "steering.code.aci": "ACI",
    "steering.code.siae_ai": "association intermédiaire",
    "steering.code.ei": "EI",
    "steering.code.eiti": "EITI",
    "steering.code.etti": "ETTI",
    "steering.code.ea": "adapted enterprise (EA)",
    "steering.code.eatt": "EATT",
    "steering.code.geiq": "GEIQ",
    "steering.code.opcs": "OPCS",
    "steering.code.under_1": "under 1 year",
    "steering.code.1_to_2": "1 to 2 years",
    "steering.code.2_to_4": "2 to 4 years",
    "steering.code.over_4": "4 years and more",
    "steering.code.none": "none",
    "steering.code.not_agreed": "not agreed",
    "steering.code.agreed": "agreed",
    "steering.code.own": "our institution",
    "steering.code.other": "another one",
    "steering.code.nobody": "no institution",
    "steering.code.consent": "consent",
    "steering.code.iae_pass": "PASS IAE",
    "steering.code.guarantee": "payment guarantee",
    "steering.code.lead": "case lead",
    "steering.code.framework_period": "framework period",
    "steering.code.registration": "registration",
    "steering.code.fitness": "opinion on fitness",
    "steering.code.on_assistance": "on assistance for",
    "steering.code.without_work": "without work for",
    "steering.code.objective": "objective",
    "steering.code.assistance": "assistance received",
    "steering.code.not_concerned": "not on RSA",
    "steering.code.3_or_more": "3 and more",
    "steering.code.unemployment": "unemployment insurance",
    "steering.code.heaviest_need": "heaviest need",
    "steering.code.confirmed_needs": "confirmed needs",
    "steering.code.follow_up": "follow-up",
    "steering.code.fr_track": "RSA track",
    "steering.code.plan": "plan",
    "steering.code.due": "deadline",
    "steering.code.waiting": "wait",
    "steering.code.takes_part": "taking part now",
    "steering.code.under_4_weeks": "under 4 weeks",
    "steering.code.4_to_8_weeks": "4 to 8 weeks",
    "steering.code.8_to_13_weeks": "8 to 13 weeks",
    "steering.code.13_to_26_weeks": "13 to 26 weeks",
    "steering.code.26_to_52_weeks": "26 to 52 weeks",
    "steering.code.over_52_weeks": "52 weeks and more",
    "steering.code.never": "nothing proposed yet",
    "steering.code.before": "before",
    "steering.code.review": "plan review",
    "steering.code.overdue": "overdue",
    "steering.code.soon": "within 90 days",
    "steering.code.later": "later",
    "steering.code.none_known": "none known",
}
