"""The sentences of the rules of France, in English: finding, question and change that would do, by rule."""

_PRESCRIBER = "an authorised prescriber (France Travail, département, mission locale, Cap emploi, etc.)"

MESSAGES: dict[str, str] = {
    "rule.iae_eligibility.met": "Criteria of integration through economic activity (IAE) met: {held}.",
    "rule.iae_eligibility.met.pass": "PASS IAE valid until {day}, whatever the organisation.",
    "rule.iae_eligibility.met.diagnosis": "Eligible for IAE according to a prescriber's assessment of {day}.",
    "rule.iae_eligibility.not_met": "Not eligible for IAE according to a prescriber's assessment of {day}.",
    "rule.iae_eligibility.unknown": "No level 1 criterion met; level 2 criteria missing: {missing}.",
    "rule.iae_eligibility.question": (
        "Does an authorised prescriber recognise the eligibility, even without these criteria?"
    ),
    "rule.iae_eligibility.unknown.level_1": "A single level 1 criterion is enough; none is known yet.",
    "rule.iae_eligibility.question.level_1": "Just one of these criteria is enough, otherwise an authorised prescriber "
    "assesses: which one is met ({open})?",
    "rule.iae_eligibility.unknown.prescriber": (
        "The organisation does not prescribe: an authorised prescriber is needed."
    ),
    "rule.iae_eligibility.question.prescriber": f"Does {_PRESCRIBER} confirm the eligibility for IAE?",
    "rule.iae_eligibility.unknown.employer": (
        "Employer's assessment of {day}: it holds only for that employer's organisation."
    ),
    "rule.iae_eligibility.question.employer": "Does the assessment of {day} come from this organisation, "
    "or does an authorised prescriber recognise the eligibility?",
    "rule.iae_eligibility.unknown.eiti": "Number of level 2 criteria required by an EITI: text not read.",
    "rule.iae_eligibility.question.eiti": "How many level 2 criteria does an EITI require?",
    "rule.iae_eligibility.unknown.suspended": "PASS IAE suspended since {day}.",
    "rule.iae_eligibility.question.suspended": "Can the suspension of the PASS IAE of {day} be ended?",
    "rule.iae_eligibility.unknown.narrow": (
        "PASS IAE extended until {day}, perhaps only in an association intermédiaire (AI) or an ACI."
    ),
    "rule.iae_eligibility.question.narrow": "Is the PASS IAE extended until {day} valid in this organisation?",
    "rule.iae_eligibility.unknown.ended": (
        "The PASS IAE ended on {day}; the text on the wait before a new one was not read."
    ),
    "rule.iae_eligibility.question.ended": "Is a new PASS IAE possible after the one that ended on {day}?",
    "rule.cddi_months.met": "{has} months already worked on a CDDI: a contract can still be signed (24 months in all).",
    "rule.cddi_months.not_met": "{has} months already worked on a CDDI: the ceiling of 60 months has been reached.",
    "rule.cddi_months.unknown": (
        "{has} months already worked on a CDDI (24 in all): beyond that, an extension has to be requested."
    ),
    "rule.cddi_months.question": "Is an extension of the CDDI granted "
    "(end of training, aged 50 and over, RQTH, other case)?",
    "rule.cddi_months.unknown.untold": (
        "It is not known how many months have already been worked on a CDDI (24 in all)."
    ),
    "rule.cddi_months.question.untold": "How many months has the person already worked on a CDDI?",
    "rule.cddi_hours.met": "CDDI of {hours} hours a week, as the rule asks (20 to 35).",
    "rule.cddi_hours.unknown": "CDDI of {hours} hours a week: below 20 hours, an exemption is needed.",
    "rule.cddi_hours.question": "Is an exemption granted for a CDDI of {hours} hours a week?",
    "rule.cdi_inclusion.met": "CDI d'inclusion possible: 57 or over and twelve months of integration.",
    "rule.cdi_inclusion.not_met": "CDI d'inclusion: only from age 57 and after twelve months of integration.",
    "rule.cdi_inclusion.unknown": "CDI d'inclusion: the twelve months of integration are still to be confirmed.",
    "rule.cdi_inclusion.question": "Has the person completed twelve months of integration?",
    "rule.cdi_inclusion.unknown.age": "CDI d'inclusion from age 57: the age is not known.",
    "rule.cdi_inclusion.question.age": "What is the person's date of birth?",
    "rule.ea_rqth.met": "Disability recognised for work (RQTH), as an adapted enterprise requires.",
    "rule.ea_rqth.not_met": "An adapted enterprise requires a disability recognised for work (RQTH).",
    "rule.ea_rqth.unknown": "It is not known whether a disability is recognised for work (RQTH).",
    "rule.ea_rqth.question": "Does the person have an RQTH, or would they like to apply for one?",
    "rule.iae_entry.met": "The organisation and the contract announced go together.",
    "rule.iae_entry.unknown": "The entry announces a CDDI of more than 35 hours a week.",
    "rule.iae_entry.question": "How many hours a week does the contract comprise?",
    "rule.iae_entry.unknown.etti": "The entry announces a CDDI; an ETTI employs people on assignment contracts.",
    "rule.iae_entry.question.etti": "Which contract does the ETTI offer: an assignment?",
    "rule.iae_entry.unknown.no_siae": "The entry speaks of IAE; this organisation is not an SIAE.",
    "rule.iae_entry.question.no_siae": "Which contract does this organisation offer, outside IAE?",
    "rule.immersion_agreement.unknown": "Immersion: conditions set by the agreement, text not read.",
    "rule.immersion_agreement.question": "Does the prescriber accept this immersion and its agreement?",
    "rule.rsa_track.met": "RSA track concerned: {asked}.",
    "rule.rsa_track.not_met": "Only for people on the RSA on this track: {asked}.",
    "rule.rsa_track.unknown": "Only for this RSA track: {asked}; the person's is still to be confirmed.",
    "rule.rsa_track.question": "Has the person been directed to this RSA track: {asked}?",
    "rsa.hours.counts": (
        "counts as an activity of the engagement contract (RSA: at least 15 hours a week, to be adapted)"
    ),
    "rsa.hours.agreed": "{hours} hours a week agreed",
    "rsa.hours.none": "no hours agreed",
    "rsa.hours.asked": "fewer hours requested on {day} ({ground})",
    "rsa.hours.asked_open": "fewer hours requested on {day}, reason to be specified",
    "rsa.hours.grounds": "at the person's request, fewer hours or none: {grounds}",
    "rsa.hours.maybe": "to be confirmed with the contact person",
    "rsa.track": "{track}",
    "rsa.oriented": "orientation of {day}",
    "rsa.orientation.due": "orientation by the département until {day}, after that by France Travail",
    "rsa.orientation.late": "six-week deadline passed on {day}: France Travail decides on the orientation",
    "rsa.orientation.open": "orientation still to be done, date of the RSA application not known",
    "rsa.review.due": "social orientation to be reviewed on {day}",
    "rsa.review.open": "social orientation to be reviewed on {day}, or on {later} if obstacles persist",
    "rsa.review.undated": "social orientation to be reviewed, date not known",
    "rsa.engagement.signed": "engagement contract signed on {day}",
    "rsa.engagement.open": "engagement contract not signed or date not known",
    "rsa.barriers": "confirmed obstacles under the comprehensive support (accompagnement global): {barriers}",
}
