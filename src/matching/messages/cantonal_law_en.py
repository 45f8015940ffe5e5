"""The sentences of the cantonal rules (Vaud, Neuchâtel), in English: finding, question and change, by rule."""

from matching.messages.rule_sentences import for_rules

_RI = {
    "met": "The person receives social assistance in Vaud (revenu d'insertion, RI).",
    "not_met": "The person does not receive social assistance in Vaud (revenu d'insertion, RI), required here.",
    "unknown": "It is not known whether the person receives social assistance in Vaud (revenu d'insertion, RI).",
    "question": "Does the person receive social assistance in Vaud (revenu d'insertion, RI)?",
}


MESSAGES: dict[str, str] = {
    **for_rules(("vd_ri_employment", "vd_ri_social", "vd_uc_ri"), _RI),
    "rule.vd_acit_no_allowances.met": "No unemployment allowances left: the cantonal route is open.",
    "rule.vd_acit_no_allowances.not_met": (
        "Daily allowances are left: apply for the job induction allowance (AIT) of unemployment insurance."
    ),
    "rule.vd_acit_no_allowances.unknown": "It is not known whether any unemployment allowances are left.",
    "rule.vd_acit_no_allowances.question": "Does the person still have unemployment allowances?",
    "rule.vd_mip_registered.met": "The person is registered with the regional employment centre (ORP).",
    "rule.vd_mip_registered.not_met": "The person is not registered with the regional employment centre (ORP).",
    "rule.vd_mip_registered.unknown": (
        "It is not known whether the person is registered with the regional employment centre (ORP)."
    ),
    "rule.vd_mip_registered.question": "Is the person registered with the regional employment centre (ORP)?",
    "rule.vd_mip_registered.change": (
        "With registration at the regional employment centre (ORP), the condition would be met."
    ),
    "rule.vd_forjad_age.met": "FORJAD: aged 18 to 25; the person is {has}.",
    "rule.vd_forjad_age.not_met": "FORJAD: aged 18 to 25; the person is {has}.",
    "rule.vd_forjad_age.unknown": "FORJAD: aged 18 to 25; the date of birth is not known.",
    "rule.vd_forjad_age.question": "What is the person's date of birth?",
    "rule.vd_formad_age.met": "FORMAD: over 25; the person is {has}.",
    "rule.vd_formad_age.not_met": "FORMAD: over 25; the person is {has}.",
    "rule.vd_formad_age.unknown": "FORMAD: over 25; the date of birth is not known.",
    "rule.vd_formad_age.question": "What is the person's date of birth?",
    "rule.vd_no_initial_training.met": "No initial training completed.",
    "rule.vd_no_initial_training.not_met": "Initial training already completed: {has}.",
    "rule.vd_no_initial_training.unknown": "It is not known whether recognised initial training has been completed.",
    "rule.vd_no_initial_training.unknown.payer": (
        "Training: {has}. The authority decides whether it counts as completed."
    ),
    "rule.vd_no_initial_training.question": "What training has the person completed, and is it recognised?",
    "rule.vd_no_initial_training.question.payer": "Does the training “{has}” count as initial training?",
    "rule.vd_canton.met": "The person lives in the canton of Vaud.",
    "rule.vd_canton.not_met": "The person does not live in the canton of Vaud.",
    "rule.vd_canton.unknown": "It is not known whether the person lives in the canton of Vaud.",
    "rule.vd_canton.question": "Does the person live in the canton of Vaud?",
    "rule.vd_uc_canton.met": "The person lives in the canton of Vaud.",
    "rule.vd_uc_canton.not_met": "The person does not live in the canton of Vaud.",
    "rule.vd_uc_canton.unknown": "It is not known whether the person lives in the canton of Vaud.",
    "rule.vd_uc_canton.question": "Does the person live in the canton of Vaud?",
    "rule.vd_uc_availability.met": "Joint unit: at least 50%; the person's availability is {has}%.",
    "rule.vd_uc_availability.not_met": "Joint unit: at least 50%; the person's availability is {has}%.",
    "rule.vd_uc_availability.unknown": "Joint unit: at least 50%; the availability is not known.",
    "rule.vd_uc_availability.question": "For what workload is the person available, in per cent?",
    "rule.vd_uc_availability.change": "With an availability of {asked}%, the condition would be met.",
    "rule.vd_uc_age.met": "Joint unit: aged 26 to 60; the person is {has}.",
    "rule.vd_uc_age.not_met": "Joint unit: aged 26 to 60; the person is {has}.",
    "rule.vd_uc_age.unknown": "Joint unit: aged 26 to 60; the date of birth is not known.",
    "rule.vd_uc_age.question": "What is the person's date of birth?",
    "rule.vd_uc_follow_up.met": "The person is not exempt from follow-up.",
    "rule.vd_uc_follow_up.not_met": "The person is exempt from follow-up.",
    "rule.vd_uc_follow_up.unknown": "The kind of follow-up is not known.",
    "rule.vd_uc_follow_up.question": "Is the person exempt from follow-up?",
    "rule.vd_uc_disability.met": "No disability insurance application or pension under way.",
    "rule.vd_uc_disability.unknown": "The person's disability insurance status is not known.",
    "rule.vd_uc_disability.unknown.law": (
        "Disability insurance: {has}. The rule is ambiguous; a human being has to decide."
    ),
    "rule.vd_uc_disability.question": "Is there a disability insurance application, measure or pension?",
    "rule.vd_uc_disability.question.law": (
        "Does the joint unit take the person on despite their disability insurance status?"
    ),
    "rule.vd_mis_first.met": (
        "Not registered with the regional employment centre (ORP) or not fit for placement: "
        "the social services centre (CSR) can propose a social measure."
    ),
    "rule.vd_mis_first.not_met": (
        "Registered with the regional employment centre (ORP) and fit for placement: "
        "the route is that of professional measures."
    ),
    "rule.vd_mis_first.unknown": (
        "Meant for people who cannot go to the regional employment centre (ORP) at first: to be checked."
    ),
    "rule.vd_mis_first.unknown.unit": (
        "Registered, fit for placement and followed by both services: the social services centre (CSR) decides."
    ),
    "rule.vd_mis_first.question": (
        "Is the person registered with the regional employment centre (ORP) and fit for placement?"
    ),
    "rule.vd_mis_first.question.unit": (
        "Does the social services centre (CSR) accept a social measure for a person followed by both services?"
    ),
    "rule.vd_mis_t_youth.met": "Measure for young people; the person is {has}.",
    "rule.vd_mis_t_youth.unknown": "Measure for young people, with no age written; the person is {has}.",
    "rule.vd_mis_t_youth.unknown.not_known": "Measure for young people; the date of birth is not known.",
    "rule.vd_mis_t_youth.question": "Does the social services centre (CSR) accept the transition measure at age {has}?",
    "rule.vd_mis_t_youth.question.not_known": "What is the person's date of birth?",
    "rule.vd_formad_no_activity.met": "The person has no activity, as FORMAD requires.",
    "rule.vd_formad_no_activity.not_met": "The person has an activity; FORMAD is for people who have none.",
    "rule.vd_formad_no_activity.unknown": "It is not known whether the person has an activity.",
    "rule.vd_formad_no_activity.question": "Does the person have an activity today?",
    "rule.ne_canton.met": "The person lives in the canton of Neuchâtel.",
    "rule.ne_canton.not_met": "The person does not live in the canton of Neuchâtel.",
    "rule.ne_canton.unknown": "It is not known whether the person lives in the canton of Neuchâtel.",
    "rule.ne_canton.question": "Does the person live in the canton of Neuchâtel?",
    "rule.ne_eso_age.met": "Productive social enterprise: aged 30 to 65; the person is {has}.",
    "rule.ne_eso_age.not_met": "Productive social enterprise: aged 30 to 65; the person is {has}.",
    "rule.ne_eso_age.unknown": "Productive social enterprise: aged 30 to 65; the date of birth is not known.",
    "rule.ne_eso_age.question": "What is the person's date of birth?",
    "rule.ne_eso_family.met": "No family to support: the possible wage can be enough.",
    "rule.ne_eso_family.not_met": "Meant for people with no family to support; dependent children: {has}.",
    "rule.ne_eso_family.unknown": "Meant for people with no family to support; the family is not known.",
    "rule.ne_eso_family.question": "Does the person have dependent children?",
    "rule.ne_eso_debts.met": "No debt enforcement under way.",
    "rule.ne_eso_debts.unknown": "Debt enforcement under way: a wage can set it going again, to be explained first.",
    "rule.ne_eso_debts.unknown.not_known": "Debt enforcement not known; a wage would set it going again.",
    "rule.ne_eso_debts.question": "Has the effect of a wage on debt enforcement been explained?",
    "rule.ne_eso_debts.question.not_known": "Is debt enforcement under way?",
    "rule.ne_eso_pace.met": "Work pace observed {has}%: below that of the regular labour market.",
    "rule.ne_eso_pace.not_met": "Ordinary work pace ({has}%): aim directly for the regular labour market.",
    "rule.ne_eso_pace.unknown": (
        "Meant for a work pace below that of the regular labour market; it has not been observed."
    ),
    "rule.ne_eso_pace.question": "What work pace has been observed, as a percentage of an ordinary job?",
    "rule.ne_cm_age.met": "Case management: up to age 30; the person is {has}.",
    "rule.ne_cm_age.not_met": "Case management: up to age 30; the person is {has}.",
    "rule.ne_cm_age.unknown": "Case management: up to age 30; the date of birth is not known.",
    "rule.ne_cm_age.unknown.exactly_30": "Aged {has}: the text “up to age 30” does not settle it.",
    "rule.ne_cm_age.question": "What is the person's date of birth?",
    "rule.ne_cm_age.question.exactly_30": "Does “up to age 30” include the year after the 30th birthday?",
}
