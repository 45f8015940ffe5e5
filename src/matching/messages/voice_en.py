"""English sentences on what the person says: consent, refusal, history, contest."""

MESSAGES: dict[str, str] = {
    "withheld.verdict": "Not known, and not available to you without the person's consent.",
    "question.settles": (
        "The answer would be enough to settle {settled} of the {of} options and concerns {count}; may be left "
        "unanswered."
    ),
    "question.purpose": "Would settle a condition for {count} of the {of} options looked at; may be left unanswered.",
    "slate.order": "Not ranked, as wished: by kind, conditions met first, then by title.",
    "slate.order.degraded": "Ranking is not available for now: by kind, conditions met first, then by title.",
    "slate.page": "Options {first} to {last} of {listed}; continue with --start {next}.",
    "slate.page.last": "Options {first} to {last} of {listed}.",
    "slate.page.beyond": "The list has {listed} options; there is nothing at this place.",
    "slate.resting": "Resting; back the same day if the person asks for it",
    "slate.contested": "Contested by the person",
    "slate.empty.resting": "Everything open to this person is resting for now.",
    "shown.title": "Shown on {day} ({id})",
    "shown.narrower": "Answer given with rights this account does not have; ask the account {account} for the copy.",
    "shown.none": "Nothing has been shown for this file yet.",
    "history.done": "Already attended: {name}, ended on {day}.",
    "history.repeat": "Repeat: {name}, already attended, ended on {day}, {months} months ago.",
    "history.times": "Measures of this kind already attended: {count}.",
    "history.refused": "Refused on {day}: {reason}.",
    "history.refused.untold": "Refused on {day}.",
    "history.lifted": "Asked for again by the person on {day}.",
    "rest": "Resting since {since} ({why}), {until}.",
    "rest.no_rest": "It does not rest: this reason does not keep it off the next lists.",
    "rest.like": "Resting since {since}, being close to a refused option ({why}), {until}.",
    "rest.until": "until {day}",
    "rest.open": "until the situation changes",
    "rest.end.untold": "end not available to you",
    "rest.untold": "reason not available to you",
    "rest.alike": "{text} Close options that rest with it ({count}): {titles}.",
    "contested": "The person has contested “{what}” since {day}; no reply yet.",
}
