"""English sentences of the slate and of the answer to why not."""

MESSAGES: dict[str, str] = {
    "slate.title": "Options for {person}, {day}",
    "slate.considered": "Visible options looked at: {count}.",
    "slate.next_step": "Next step",
    "slate.others": "Other options",
    "slate.more": "All about an option, with its codes: --details; an option that is missing: matching why-not.",
    "slate.questions": "Ask next",
    "slate.human": "These are proposals: a human being decides; saying no here takes as little effort as saying yes.",
    "state.eligible": "conditions met",
    "state.review": "to be checked",
    "state.not_eligible": "conditions not met",
    "card.for": "For",
    "card.against": "Against",
    "card.to_check": "To check",
    "card.met": "Met",
    "card.met.count": "{count} conditions met",
    "card.matched": "Close skills",
    "card.missing": "Not named",
    "card.warnings": "To ask",
    "card.notes": "Good to know",
    "card.ask": "Not known",
    "card.line": "Line",
    "card.points": "Points",
    "card.code": "Code",
    "card.code.of": "Reason or condition (contest it with --reason)",
    "card.sum": "Score",
    "why.condition": "Condition",
    "why.law": "Article",
    "why.change": "What would meet it (verified)",
    "why.opens": "With these changes, every condition would be met: {changes}",
    "why.hidden": "Not among the options shown: {reason}",
    "why.hidden.tried": (
        "Already attended or under way according to the file, last day not known: it is not proposed again."
    ),
    "why.hidden.search": "Too far from the person's project and experience to be compared with the best.",
    "why.hidden.weak": "Likely gain below the threshold set ({least} points).",
    "why.hidden.unlinked": (
        "Nothing known here links the person to disability insurance: the measure is not proposed unasked."
    ),
    "why.hidden.others": "Other options come before it among the {count} shown.",
    "why.rank": "Rank {rank} of {of} open options, before the diversity rule.",
}
