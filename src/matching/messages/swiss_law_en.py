"""The sentences of the Swiss rules, in English: finding, question and change that would do, by rule."""

from matching.messages.rule_sentences import for_rules

_INSURANCE = {
    "met": "Unemployment insurance: {standing}. This measure is open to the person.",
    "not_met": "Unemployment insurance: {standing}. This measure is not open to the person (art. 59 ff. LACI).",
    "unknown": "The person's unemployment insurance status is not known.",
    "unknown.payer": "Unemployment insurance: {standing}. Whether this measure is open is to be checked.",
    "not_met.days_59d": "No contributions (art. 59d LACI): the {days} days of measures in two years are used up.",
    "unknown.days_59d": "No contributions (art. 59d LACI): at most {days} days in two years; days used not known.",
    "question.days_59d": "How many days of measures were used in the last two years (art. 59d LACI)?",
    "unknown.dismissal": "Threatened with unemployment: a measure is possible only after a collective dismissal.",
    "question.dismissal": "Is the person threatened by a collective dismissal?",
    "unknown.age": "Daily allowances used up: the measure stays open to people over 50, but the age is not known.",
    "unknown.exactly_50": "Daily allowances used up, aged 50: the text “over 50” does not settle it.",
    "question": "What is the person's unemployment insurance status (framework period, daily allowances left)?",
    "question.payer": (
        "Does the unemployment fund or the regional employment centre accept this measure in this situation?"
    ),
    "question.age": "What is the person's date of birth?",
    "question.exactly_50": "Does art. 59 al. 3bis LACI apply from the 50th birthday?",
}
_HARD_TO_PLACE = {
    "met": "Placement recognised as difficult: {held}.",
    "not_met": "No known ground for difficult placement (art. 90 OACI).",
    "unknown": "Difficult placement: to be checked ({open}).",
    "question": "Does one of these grounds apply to the person: {open}?",
}
_DURATION = {
    "met": "Lasts at most {weeks} weeks; the legal limit is {limit}.",
    "unknown": "States up to {weeks} weeks; the known limit is {limit}.",
    "question": "Is a duration of {weeks} weeks accepted, beyond {limit}?",
}
_USUAL_DURATION = {
    "met": "Lasts at most {weeks} weeks; the usual duration is {limit}.",
    "unknown": "States up to {weeks} weeks; the usual duration is {limit}.",
    "question": "Is a duration of {weeks} weeks accepted, beyond {limit}?",
}
_WITH_APPLICATION = {
    "not_met": (
        "No disability insurance procedure under way: "
        "this measure follows an application to the disability insurance office."
    ),
    "unknown": "The disability insurance office decides; there is no entitlement without its decision.",
    "question": "Does the disability insurance office grant this measure?",
}
_IMPAIRMENT = {
    "not_met": (
        "No disability insurance procedure and no health impairment reported: "
        "nothing to apply for at the disability insurance office today."
    ),
    "unknown": "The disability insurance office decides; there is no entitlement without its decision.",
    "question": "Does the disability insurance office grant this measure?",
}


MESSAGES: dict[str, str] = {
    "rule.oaci_81e_deadline.met": "Apply by {day} for the last session ({days} days before).",
    "rule.oaci_81e_deadline.unknown": (
        "Last session, deadline passed on {day}: benefits only from the day of application."
    ),
    "rule.oaci_81e_deadline.question": "Does the regional employment centre still accept an application after {day}?",
    "rule.lse_26_permit.met": "The person may work and change employer in Switzerland.",
    "rule.lse_26_permit.not_met": "The residence permit does not allow working or changing employer.",
    "rule.lse_26_permit.unknown": "Right to work or to change employer in Switzerland: to be checked.",
    "rule.lse_26_permit.question": "Does the residence permit allow working and changing employer in Switzerland?",
    "rule.lse_26_employer.met": "No report on this employer is recorded.",
    "rule.lse_26_employer.not_met": "Employer reported: the employment service may not place anyone there.",
    "rule.lse_26_employer.unknown": "Whether the employer has been reported is to be checked.",
    "rule.lse_26_employer.question": "Has the employer been reported to the employment service?",
    **for_rules(
        ("laci_60_course", "laci_60_training", "laci_59_employment", "laci_59_semo", "laci_59_specific"), _INSURANCE
    ),
    **for_rules(("laci_64a_hard_to_place", "laci_65_hard_to_place"), _HARD_TO_PLACE),
    "rule.laci_64a_semo.met": "The person is looking for a training place after compulsory school.",
    "rule.laci_64a_semo.not_met": "Meant for people looking for a first training after compulsory school.",
    "rule.laci_64a_semo.unknown": "Search for a training place or level of schooling: to be checked.",
    "rule.laci_64a_semo.unknown.payer": (
        "Schooling not completed: the regional employment centre decides whether the measure is suitable."
    ),
    "rule.laci_64a_semo.question": (
        "Is the person looking for a training place, and what schooling have they completed?"
    ),
    "rule.laci_64a_semo.question.payer": (
        "Does the regional employment centre accept the motivation semester without completed schooling?"
    ),
    "rule.laci_66_framework.met": "The framework period runs until {end}, long enough for the allowance.",
    "rule.laci_66_framework.not_met": "The framework period ends on {end}; it must cover {months} months.",
    "rule.laci_66_framework.unknown": (
        "The end of the framework period is not known; it must cover the whole of the allowance."
    ),
    "rule.laci_66_framework.unknown.age": (
        "Framework period until {end}: 6 months are enough, 12 from age 50; age not known."
    ),
    "rule.laci_66_framework.question": "When does the framework period end?",
    "rule.laci_66_framework.question.age": "What is the person's date of birth?",
    "rule.laci_66a_age.met": "30 or over: the age required for the training allowance has been reached.",
    "rule.laci_66a_age.not_met": "The training allowance requires age 30; the person is {has}.",
    "rule.laci_66a_age.unknown": "The training allowance requires age 30; the date of birth is not known.",
    "rule.laci_66a_age.unknown.payer": "{has} instead of 30: the compensation office can make an exception.",
    "rule.laci_66a_age.question": "What is the person's date of birth?",
    "rule.laci_66a_age.question.payer": "Is an exception to the age of 30 possible?",
    "rule.laci_66a_training.met": "The person has no recognised vocational training.",
    "rule.laci_66a_training.unknown": "The training or its recognition is not known.",
    "rule.laci_66a_training.unknown.payer": "Training: {has}. To be examined: great difficulty in finding a job?",
    "rule.laci_66a_training.question": "What training does the person have, and is it recognised?",
    "rule.laci_66a_training.question.payer": "Does the authority accept that finding a job is very difficult?",
    "rule.laci_68_region.unknown": "Requires a job outside the region and a financial loss: to be checked.",
    "rule.laci_68_region.question": "Is the job outside the region of residence, with a financial loss?",
    "rule.laci_71a_project.met": "20 or over, with an outline of a self-employment project.",
    "rule.laci_71a_project.not_met": "Requires age 20 and an outline of a self-employment project.",
    "rule.laci_71a_project.unknown": "It is not known whether the person is 20 and has a self-employment project.",
    "rule.laci_71a_project.question": "Is there an outline of a self-employment project, and how old is the person?",
    "rule.laci_15_placement.met": "The person is fit for placement.",
    "rule.laci_15_placement.not_met": "Found unfit for placement by decision: no measure (art. 8 and 15 LACI).",
    "rule.laci_15_placement.unknown": (
        "Fitness for placement: {has}. The regional employment centre must state its position."
    ),
    "rule.laci_15_placement.unknown.not_known": "Fitness for placement is not known.",
    "rule.laci_15_placement.question": "Does the regional employment centre consider the person fit for placement?",
    "rule.laci_15_placement.question.not_known": "What did the examination of fitness for placement find?",
    "rule.laci_60_placement.met": "The person is fit for placement.",
    "rule.laci_60_placement.unknown": (
        "Fitness for placement: {has}. A course can dispense with it (art. 60 al. 4 LACI)."
    ),
    "rule.laci_60_placement.unknown.not_known": "Fitness for placement is not known.",
    "rule.laci_60_placement.question": (
        "Fitness for placement ({has}): does the regional employment centre accept this course?"
    ),
    "rule.laci_60_placement.question.not_known": "What did the examination of fitness for placement find?",
    "rule.laci_64a_competition.met": "The programme does not compete directly with private firms.",
    "rule.laci_64a_competition.not_met": "The programme competes with private firms (art. 64a LACI).",
    "rule.laci_64a_competition.unknown": "The programme does not say whether it competes with private firms.",
    "rule.laci_64a_competition.question": "Does the programme compete directly with private firms?",
    "rule.laci_64a_after_training.met": "The internship follows completed training: {has}.",
    "rule.laci_64a_after_training.unknown": (
        "Training: {has}. The internship usually follows training; the regional employment centre decides."
    ),
    "rule.laci_64a_after_training.unknown.level": "The internship usually follows training; the person's is not known.",
    "rule.laci_64a_after_training.question": (
        "Does the regional employment centre accept a professional internship without completed training?"
    ),
    "rule.laci_64a_after_training.question.level": "What is the highest education completed?",
    "rule.laci_65_contract.met": "The contract is permanent.",
    "rule.laci_65_contract.not_met": "The allowance requires a lasting contract; planned here: {contract}.",
    "rule.laci_65_contract.unknown": "Requires a contract of at least twelve months; its length is not known.",
    "rule.laci_65_contract.question": "Is the contract permanent or for at least twelve months?",
    "rule.laci_66a_studies.met": "No recognised higher-education diploma, nor three years of such studies.",
    "rule.laci_66a_studies.not_met": "Excluded with a higher-education diploma or three years of such studies.",
    "rule.laci_66a_studies.unknown": "Higher-education diploma or three years of such studies: to be checked.",
    "rule.laci_66a_studies.unknown.law": "{has}: the text read does not say whether this counts as higher education.",
    "rule.laci_66a_studies.question": (
        "Does the person have a recognised higher-education diploma, or have they studied for three years?"
    ),
    "rule.laci_66a_studies.question.law": "Does this qualification rule out the training allowance: {has}?",
    "rule.laci_66a_contract.met": "An apprenticeship contract is in hand.",
    "rule.laci_66a_contract.not_met": "The training allowance requires an apprenticeship contract.",
    "rule.laci_66a_contract.unknown": "It is not known whether the person has an apprenticeship contract.",
    "rule.laci_66a_contract.question": "Is there an employer ready to sign an apprenticeship contract?",
    "rule.laci_66a_contract.change": "With an apprenticeship contract, the condition would be met.",
    "rule.laci_71a_no_fault.unknown": (
        "Requires unemployment through no fault of the person: the unemployment fund states its position."
    ),
    "rule.laci_71a_no_fault.question": (
        "Does the unemployment fund accept that the person is out of work through no fault of their own?"
    ),
    **for_rules(
        (
            "laci_60_duration",
            "laci_64a_duration",
            "laci_66_duration",
            "laci_66a_duration",
            "laci_71b_duration",
            "lai_14a_duration",
            "lai_14quater_duration",
            "lai_18b_duration",
        ),
        _DURATION,
    ),
    **for_rules(("laci_64a_semo_duration", "laci_70_duration", "lai_18a_duration", "ne_isp_duration"), _USUAL_DURATION),
    **for_rules(("lai_7d_early",), _IMPAIRMENT),
    **for_rules(
        (
            "lai_14quater_advice",
            "lai_15_guidance",
            "lai_16_initial_training",
            "lai_17_retraining",
            "lai_18_placement",
            "lai_18a_trial",
            "lai_18abis_leasing",
            "lai_18c_contribution",
            "lai_18d_capital",
        ),
        _WITH_APPLICATION,
    ),
    "rule.lai_14a_reinsertion.met": (
        "{percent}% unable to work since {since}, and a disability insurance measure is under way."
    ),
    "rule.lai_14a_reinsertion.not_met": (
        "Requires 50% incapacity for work for 6 months, or an age under 25 (art. 14a LAI)."
    ),
    "rule.lai_14a_reinsertion.unknown": (
        "The disability insurance office decides: 50% incapacity for work for 6 months, or an age under 25."
    ),
    "rule.lai_14a_reinsertion.question": "Does the disability insurance office grant a reintegration measure?",
    "rule.lai_18b_productivity.not_met": "Ordinary work pace: the allowance makes up for reduced performance.",
    "rule.lai_18b_productivity.unknown": (
        "Requires performance below the agreed wage: the disability insurance office states its position."
    ),
    "rule.lai_18b_productivity.question": (
        "Does the disability insurance office consider the performance to be below the agreed wage?"
    ),
    "rule.lai_18b_placement.met": "A disability insurance measure is under way.",
    "rule.lai_18b_placement.not_met": (
        "Disability insurance: {has}. The allowance follows placement by the disability insurance office."
    ),
    "rule.lai_18b_placement.unknown": (
        "Disability insurance: {has}. The allowance follows placement by the disability insurance office."
    ),
    "rule.lai_18b_placement.unknown.status": "The person's disability insurance status is not known.",
    "rule.lai_18b_placement.question": "Is the disability insurance office placing the person in this job?",
    "rule.lai_18b_placement.question.status": "Is a disability insurance measure under way?",
}
