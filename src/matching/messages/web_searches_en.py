"""The words of the searches saved for a person, in English."""

MESSAGES: dict[str, str] = {
    "web.searches.title": "Saved searches",
    "web.searches.by_night": "Looked at every night.",
    "web.searches.new": "New options since {day}: {count}",
    "web.searches.none": "Nothing new since {day}.",
    "web.searches.all_kinds": "All kinds",
    "web.searches.within": "within {km} km",
    "web.searches.certain": "only conditions met",
    "web.searches.open": "See this search now",
    "web.searches.looked": "Seen",
    "web.searches.remove": "Remove",
    "web.searches.save": "Save this filter…",
    "web.searches.save.do": "Save",
    "web.searches.what": (
        "This filter is looked at every night: what comes into the catalogue for this person is "
        "announced here and in the list of files."
    ),
    "web.searches.words": "What for, in words",
}
