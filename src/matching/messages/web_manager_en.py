"""The words of the pages of steering, in English."""

MESSAGES: dict[str, str] = {
    "web.manager.nav": "Steering",
    "web.manager.tab.gaps": "Gaps",
    "web.manager.tab.remedies": "Remedies",
    "web.manager.tab.capacity": "Scarce places",
    "web.manager.tab.places": "Places over time",
    "web.manager.tab.overlaps": "Overlaps",
    "web.manager.tab.results": "Results",
    "web.manager.tab.rejections": "Refusals",
    "web.manager.tab.portfolios": "Portfolios",
    "web.manager.tab.report": "Report",
    "web.manager.gaps": "What the catalogue lacks",
    "web.manager.remedies": "Remedies for gaps",
    "web.manager.capacity": "Scarce places and their price",
    "web.manager.places": "Places by category over time",
    "web.manager.overlaps": "Offers to compare",
    "web.manager.results": "Results by provider",
    "web.manager.rejections": "Why options are refused",
    "web.manager.portfolios": "Portfolios in numbers",
    "web.manager.report": "Steering report",
    "web.manager.report.made": "Made on {at}.",
    "web.manager.report.counts": "Numbers, never a person: whatever would tell of fewer than five is hidden.",
    "web.manager.report.print": "Print",
    "web.manager.report.contents": "Contents",
    "web.manager.csv": "CSV",
    "web.manager.csv.of": "Download the table as CSV",
    "web.manager.counted": "{what}: {count}",
    "web.manager.counted_on": "Counted on {day}, for a week.",
    "web.manager.how": "How to read these numbers",
    "web.manager.optional": "(optional)",
    "web.manager.choose": "Choose…",
    "web.manager.any.language": "any",
    "web.manager.any.payer": "any",
    "web.manager.entered": "It is written down.",
    "web.manager.form.gap": "The gap",
    "web.manager.form.promise": "What is promised",
    "web.manager.form.which": "Which places",
    "web.manager.form.count": "How many, by category",
    "web.manager.form.source": "Source",
    "web.manager.share": "Share",
    "web.manager.quarter": "Q{number} {year}",
    "web.manager.gaps.chosen": "Chosen",
    "web.manager.gaps.without": "Remove {name}",
    "web.manager.gaps.all": "All needs",
    "web.manager.gaps.by": "Seen by",
    "web.manager.gaps.by.need": "By need",
    "web.manager.gaps.by.district": "By place",
    "web.manager.gaps.by.language": "By language",
    "web.manager.gaps.by.payer": "By possible payer",
    "web.manager.gaps.by.kind": "By kind of option",
    "web.manager.gaps.became": "What becomes of them",
    "web.manager.untold": "Without a number that may be told: {what}.",
    "web.manager.gaps.where": "Place",
    "web.manager.gaps.type": "Type",
    "web.manager.gaps.availability": "Availability asked for",
    "web.manager.gaps.at_most": "{percent}% at most",
    "web.manager.gaps.dashed": "Dashed: what is hidden.",
    "web.manager.gaps.offers.read": (
        "Each offer was added to the catalogue and everybody counted again: the second comes on top of the first."
    ),
    "web.manager.gaps.reached_more": "More people",
    "web.manager.gaps.rule": "Rule or criterion",
    "web.manager.gaps.kept_out": "Kept out by it alone",
    "web.manager.gaps.step": "More, with one step",
    "web.manager.gaps.question": "What is not known",
    "web.manager.gaps.left_open": "Need left open",
    "web.manager.remedies.none": "No remedy is written down.",
    "web.manager.remedies.entered": "Remedies entered",
    "web.manager.remedies.gap": "Gap",
    "web.manager.remedies.before_now": "Before, now",
    "web.manager.remedies.enter": "Enter a remedy",
    "web.manager.remedies.enter.read": (
        "What is promised stays as it is entered. How many people are in the gap today is read from the last count."
    ),
    "web.manager.remedies.dash": "–: not counted yet, or one to four people, or a number that would tell it.",
    "web.manager.remedies.before": (
        "“Before” counts people for whom this need is certainly a gap there; the table of gaps by place shows all "
        "needs, reached and not known ones among them."
    ),
    "web.manager.remedies.not_counted": (
        "Not in the last count: it has the cantons and départements of the files, and their municipalities from "
        "{least} files on."
    ),
    "web.manager.field.need": "Need",
    "web.manager.field.territory": "Canton or département",
    "web.manager.field.territory.hint": "For example CH-NE or FR-07.",
    "web.manager.field.district": "Municipality",
    "web.manager.field.district.hint": "Empty: all of the canton. Written as in the table of gaps.",
    "web.manager.field.language": "Language",
    "web.manager.field.payer": "Payer",
    "web.manager.field.what": "What is done",
    "web.manager.field.opportunity": "Identifier of the new option",
    "web.manager.field.people_expected": "People expected",
    "web.manager.field.by": "By",
    "web.manager.field.promised_by": "Promised by (service or function)",
    "web.manager.field.programme": "Programme",
    "web.manager.field.kind": "Counted or aimed for",
    "web.manager.field.on": "At the end of the day",
    "web.manager.field.occupation": "Occupational",
    "web.manager.field.socioprofessional": "Socio-professional",
    "web.manager.field.professional": "Professional",
    "web.manager.field.authority": "Who says so (service or function)",
    "web.manager.field.reference": "Where it is written",
    "web.manager.places.state": "State places counted or aimed for",
    "web.manager.places.state.read": (
        "An empty category is unknown, not zero. Said again for the same day, the "
        "new number counts; the old one is kept."
    ),
    "web.manager.places.next": "state another number of these places",
    "web.manager.places.catalogue": "The catalogue today",
    "web.manager.places.catalogue.read": (
        "Places in social enterprises that everybody may see; their free places are not all their places."
    ),
    "web.manager.capacity.none": "No night has found prices here yet.",
    "web.manager.capacity.none.read": (
        "Prices of scarce places are found at night, once a day; whoever runs the service starts it. "
        "Without them no score is lowered for a scarce place."
    ),
    "web.manager.capacity.over": (
        "These prices held until {day}; they are taken off no score any more. No night has followed."
    ),
    "web.manager.capacity.options": "Options sought by more people than they have places",
    "web.manager.capacity.one_more": "One more place",
    "web.manager.capacity.session": "of these, this start",
    "web.manager.capacity.payers": "Budgets of payers",
    "web.manager.capacity.taken": "In the plan, of what is left",
    "web.manager.capacity.groups": "Who would be left without",
    "web.manager.capacity.groups.read": (
        "All taken: the mean chance that none of a person's first options has a proposal left for them."
    ),
    "web.manager.capacity.no_room": "Without prices, with prices",
    "web.manager.capacity.how.chance": (
        "Own chance: the estimated chance of a job without any option, people in four quarters. Quarter 1: the "
        "lowest chances; quarter 4: the highest."
    ),
    "web.manager.capacity.how.proposals": (
        "Possible proposals: {places} per place, as not all of them lead to a start. It is a house figure, set by "
        "whoever runs the service."
    ),
    "web.manager.capacity.how.price": (
        "Price: the points taken off the option's score for everybody. One more place: the points that its "
        "proposals would bring together."
    ),
    "web.manager.capacity.how.days": (
        "Prices and plan are those of the days from {from_day} to {to_day}; the numbers of people, however, are "
        "counted for a week."
    ),
    "web.manager.market": "Market",
    "web.manager.market.only_first": "The first alone",
    "web.manager.market.both": "Both",
    "web.manager.market.only_second": "The second alone",
    "web.manager.market.either": "Either",
    "web.manager.overlaps.none": "No pair of offers reaches a likeness of {least}.",
    "web.manager.overlaps.pairs": "Pairs, the most alike first",
    "web.manager.overlaps.first": "First offer, payer",
    "web.manager.overlaps.second": "Second offer, payer",
    "web.manager.overlaps.likeness": "Likeness",
    "web.manager.overlaps.differ": "Differ by",
    "web.manager.overlaps.needs": "Needs in common:",
    "web.manager.results.months": "Months from the start",
    "web.manager.results.at": "At {months} months",
    "web.manager.results.provider": "By provider",
    "web.manager.results.employer": "By type of employer",
    "web.manager.results.standing": "Beside the others",
    "web.manager.results.began": (
        "Starts: people who came to the start of an option that everybody may know of, whatever its date, even "
        "where {months} months are not over yet."
    ),
    "web.manager.results.few": "Not compared, by name and in no order",
    "web.manager.results.why.few_known": "fewer than {least} known results",
    "web.manager.results.why.hidden": "numbers hidden",
    "web.manager.results.why.alone": "no other to compare with",
    "web.manager.rejections.read": (
        "Reasons given by counsellors or by the person, once per proposal, in the quarter in which they were given."
    ),
    "web.manager.rejections.quarters": "Reasons by quarter, all options",
    "web.manager.rejections.course": "Course, each line to its own scale",
    "web.manager.rejections.until": "up to {day}",
    "web.manager.rejections.ever": "In all",
    "web.manager.rejections.masked": "Hidden: fewer than five people, or the number would follow.",
    "web.manager.rejections.dash": "A dash: none, or too few to be told.",
    "web.manager.rejections.options": "Options refused most often",
    "web.manager.rejections.quarter": "Quarter",
    "web.manager.rejections.listed": "{options} options refused by five people or more; the others are not listed.",
    "web.manager.rejections.none_listed": "No option is listed: that takes refusals of five people or more.",
    "web.manager.rejections.given": "How often",
    "web.manager.portfolios.unit": "Unit",
    "web.manager.portfolios.all": "All units",
    "web.manager.portfolios.masked": "Hidden: fewer than five people, or the number would follow.",
    "web.manager.portfolios.unlisted": "A unit of which nothing may be told is not listed.",
    "web.word.gap": "gap",
    "web.word.gap.is": (
        "a confirmed need that no offer of the catalogue reaches, for certain: what is not known is none"
    ),
    "web.word.masked": "hidden",
    "web.word.masked.is": (
        "a number of fewer than five people, or one that would give such a number "
        "away; “at least” says what may be told"
    ),
    "web.word.place_price": "price of a place",
    "web.word.place_price.is": (
        "what is taken off the score of an option sought by more people than it has places; nobody is assigned to it"
    ),
    "web.word.adjusted": "for equal people",
    "web.word.adjusted.is": "the result a provider would have had if all took in people with the same chances",
}
