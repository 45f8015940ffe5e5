"""The sentences of the page of the audit."""

MESSAGES: dict[str, str] = {
    "web.audit.nav": "Audit",
    "web.audit": "Who did what",
    "web.audit.what": (
        "Each reading and each writing leaves an entry, this page too. Files are numbers here, without names."
    ),
    "web.audit.chain": "The chain",
    "web.audit.verify": "Verify the whole chain",
    "web.audit.verify.what": "Reads all entries and the rows they tell of; changes nothing.",
    "web.audit.whole": "Everything is as it was written.",
    "web.audit.changed": "Not as it was written: {count}.",
    "web.audit.verified": "Entries read: {entries}; rows read: {rows}.",
    "web.audit.unanchored": "Entries that the anchor does not know (a stop right after writing): {count}.",
    "web.audit.entries": "Entries: {count}",
    "web.audit.act": "Act",
    "web.audit.first": "From",
    "web.audit.last": "To",
    "web.audit.number": "No.",
    "web.audit.at": "When",
    "web.audit.about": "About",
    "web.audit.files": "Files",
    "web.audit.cut": "Cut: only the latest {most} entries are here; narrow the filter for the others.",
    "web.audit.csv": "The CSV file holds at most {most} entries, the latest first.",
    "web.audit.none": "No entry answers to these criteria.",
    "web.audit.pages": "Pages of the audit",
    "web.audit.latest": "Latest entries",
    "web.audit.earlier": "Earlier entries",
}
