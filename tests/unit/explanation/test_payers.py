"""The lines on who decides, pays and prescribes: said for this person, open questions with whom to ask."""

from datetime import date
from typing import Any

import pytest

from matching.domain.guarantee import PaymentGuarantee
from matching.domain.opportunity import AnyOpportunity, opportunity_type
from matching.domain.plan import CaseLead
from matching.domain.profile import Profile
from matching.domain.vocabulary.needs import DataCategory
from matching.eligibility.payer import resolve
from matching.explanation.payers import Funding, funding_lines, payers_in_words
from matching.messages.say import say

ON = date(2026, 11, 23)
INSURED = {"unemployment": {"status": "open_with_days", "days_left": 140}, "assistance": {"kind": "none"}}
ART_59D = {"unemployment": {"status": "never_insured_59d"}, "assistance": {"kind": "none"}}
LUCERNE = {"country": "ch", "region": "LU"}
PAYER_OF = {"vd_mip": "as_canton", "vd_mis": "as_canton", "ch_as_social": "as_commune"} | {
    "ac_course_coll": "ac",
    "di_early": "di",
}
ASSISTED = {"unemployment": {"status": "none"}, "assistance": {"kind": "cantonal"}}


def option(code: str, **facts: Any) -> AnyOpportunity:
    kind = {"kind": "measure", "form": "activity", "type": "coaching", "id": "own:1", "title": "M"}
    return opportunity_type.validate_python({**kind, "code": code, **facts})


def person(insurances: dict[str, Any], **facts: Any) -> Profile:
    return Profile.model_validate({"id": "p-1", "insurances": insurances, **facts})


def said(
    who: Profile,
    what: AnyOpportunity,
    lang: str = "fr",
    lead: CaseLead | None = None,
    guarantee: PaymentGuarantee | None = None,
) -> dict[str, str | None]:
    return dict(funding_lines(what, Funding(resolve(who, what, ON, lead=lead), guarantee), ON, lang))


def granted(**facts: Any) -> PaymentGuarantee:
    period = {"valid_from": "2026-11-01", "valid_to": "2026-11-23"}
    base = {"profile": "p-1", "opportunity": "own:1", "payer": "social_commune", "requested_by": "a"}
    return PaymentGuarantee.model_validate({**base, **period, "status": "granted", **facts})


def test_half_and_half_names_both_and_the_article() -> None:
    lines = said(person(ART_59D), option("ac_course_coll", payer="ac", decided_by="orp", prescribers=["orp", "uc"]))
    assert lines["payer"] == "assurance-chômage (AC) et canton, moitié-moitié (LACI art. 59d)"
    assert lines["decides"] == "ORP, qui mène le suivi"
    assert lines["prescribers"] == "ORP"
    assert lines["guarantee"] == "décision de l'institution qui paie : ORP"
    german = said(person(ART_59D), option("ac_course_coll", payer="ac"), "de")
    assert german["payer"] == "Arbeitslosenversicherung (ALV) und Kanton, je zur Hälfte (AVIG Art. 59d)"


@pytest.mark.parametrize(
    ("code", "starts", "text"),
    [
        ("ac_course_coll", ["2027-01-13"], "demande au plus tard le 03.01.2027 pour un début le 13.01.2027"),
        ("ac_course_coll", ["2026-11-20", "2027-01-13"], "demande au plus tard le 03.01.2027"),
        ("ac_course_coll", ["2026-12-03"], "demande au plus tard le 23.11.2026"),
        ("ac_course_coll", ["2026-12-02", "2027-01-13"], "demande au plus tard le 03.01.2027"),
        ("ac_course_coll", ["2026-12-01", "2026-12-02"], "délai passé le 22.11.2026 pour un début le 02.12.2026"),
        ("ac_course_coll", ["2026-12-02"], "délai passé le 22.11.2026 pour un début le 02.12.2026"),
        ("ac_afo", ["2027-08-02"], "demande au plus tard le 07.06.2027 pour un début le 02.08.2027"),
        ("ac_course_coll", [], "demande au moins 10 jours avant le début (OACI art. 81e al. 1)"),
        ("ac_afo", [], "demande au moins 56 jours avant le début (OACI art. 90a al. 7-8)"),
    ],
)
def test_the_deadline_is_a_day_where_the_start_is_one(code: str, starts: list[str], text: str) -> None:
    line = said(person(INSURED), option(code, payer="ac", timing={"starts_on": starts}))["deadline"]
    assert line is not None
    assert line.startswith(text)
    assert ("dès le jour de la demande" in line) is ("passé" in line)


def test_late_costs_days_only_where_the_ordinance_says_so() -> None:
    late = said(person(INSURED), option("ac_afo", payer="ac", timing={"starts_on": ["2026-12-01"]}))["deadline"]
    assert late == "délai passé le 06.10.2026 pour un début le 01.12.2026 (OACI art. 90a al. 7-8)"
    assert said(person(ASSISTED), option("ch_as_social", payer="as_canton"))["deadline"] == "aucun délai légal connu"


@pytest.mark.parametrize(
    ("who", "code", "payer", "days", "text"),
    [
        (
            ASSISTED,
            "ch_as_social",
            "as_canton",
            10,
            "aucun délai légal connu ; la fiche demande 10 jours avant le début",
        ),
        (INSURED, "ac_tep", "ac", 10, "demande au moins 10 jours avant le début (OACI art. 81e al. 1)"),
        (
            INSURED,
            "ac_tep",
            "ac",
            20,
            "demande au moins 10 jours avant le début (OACI art. 81e al. 1) ; la fiche demande 20 jours avant le début",
        ),
        (ASSISTED, "other", None, 5, "la fiche demande 5 jours avant le début"),
        (ASSISTED, "di_placement", "di", 5, "sans objet"),
    ],
)
def test_the_deadline_of_the_entry_stands_beside_that_of_the_law(
    who: dict[str, Any], code: str, payer: str | None, days: int, text: str
) -> None:
    facts = {"timing": {"rolling": True, "application_deadline_days": days}, **({"payer": payer} if payer else {})}
    known = {**who, "disability": {"status": "none"}}
    assert said(person(known), option(code, **facts))["deadline"] == text


def test_what_is_open_is_said_with_its_question_and_whom_to_ask() -> None:
    line = said(person({"assistance": {"kind": "none"}}, birth_date="1996-01-01"), option("ac_tep", payer="ac"))[
        "payer"
    ]
    assert line is not None
    assert line.startswith(
        "à établir : assurance-chômage (AC) (LACI art. 8; art. 59 al. 3) ou assurance-chômage (AC) et"
    )
    assert ", ou non. Où en est le droit au chômage" in line
    assert line.endswith("indemnités restantes ? (à demander à la personne)")


def test_several_who_may_pay_are_named_without_an_or_not() -> None:
    both = {"assistance": {"kind": "cantonal"}, "unemployment": {"status": "none"}, "disability": {"status": "measure"}}
    place = opportunity_type.validate_python(
        {"kind": "placement", "id": "own:1", "title": "P", "code": "ne_isp", "payers": ["as_commune", "di"]}
    )
    assert said(person(both), place)["payer"] == (
        "à établir : aide sociale, commune ou assurance-invalidité (AI). "
        "Plusieurs institutions peuvent payer : laquelle prend en charge ? (à demander à l'institution qui paie)"
    )


def test_each_question_stands_on_the_line_it_would_settle() -> None:
    lines = said(person(ASSISTED, residence=LUCERNE), option("ch_as_professional", payer="as_commune"))
    assert lines["payer"] == "aide sociale, commune"
    assert "Optima" in (lines["guarantee"] or "")
    registered = {"registered": True, "country": "ch"}
    ri = {"assistance": {"kind": "ri"}, "placement": "apt"}
    lines = said(person(ri, pes_registration=registered), option("vd_mip", payer="as_canton", decided_by="orp"))
    assert lines["payer"] == "aide sociale, canton par la facture sociale (LEmp VD)"
    assert lines["decides"] == (
        "ORP ; suivi mené par ORP ou unité commune ORP-CSR. "
        "Le suivi est-il assuré par une unité commune ? (à demander au conseiller ou à la conseillère)"
    )


def test_a_mandated_case_needs_the_guarantee_of_whoever_pays() -> None:
    facts = {"profile": "p-1", "institution": "oai", "mandated_by": "social_commune", "power_of_attorney": True}
    lead = CaseLead.model_validate({**facts, "valid_from": "2026-11-01T00:00:00+01:00"})
    what = option("ch_as_professional", payer="as_commune", decided_by="social_commune", prescribers=["social_commune"])
    lines = said(person(ASSISTED, residence=LUCERNE), what, lead=lead)
    assert lines["decides"] == "service social communal ; suivi mené par office AI"
    assert lines["prescribers"] == "office AI"
    assert lines["guarantee"] == "garantie de paiement avant le début : service social communal"


def test_a_guarantee_on_file_says_its_state_of_the_day() -> None:
    who, what = person(ASSISTED, residence=LUCERNE), option("ch_as_professional", payer="as_commune")
    running = said(who, what, guarantee=granted())["guarantee"]
    assert "garantie accordée : service social communal, du 01.11.2026 au 23.11.2026" in (running or "")
    over = said(who, what, guarantee=granted(valid_to="2026-11-22"))["guarantee"]
    assert "garantie échue" in (over or "")


def test_what_none_of_the_payers_may_pay_says_who_could() -> None:
    ri = {"unemployment": {"status": "none"}, "assistance": {"kind": "ri", "follow_up": "professional"}}
    who = person({**ri, "placement": "apt", "disability": {"status": "none"}}, pes_registration={"registered": True})
    lines = said(who, option("ac_ait", payer="ac", decided_by="orp", prescribers=["orp"]))
    assert lines["payer"] == (
        "pas assurance-chômage (AC) pour cette personne ; voir plutôt : allocation cantonale d'initiation (VD)"
    )
    assert {lines[code] for code in ("prescribers", "guarantee", "deadline")} == {"sans objet"}


def test_a_guarantee_stands_alone_where_nothing_else_is_said() -> None:
    line = said(person({}), option("other"), guarantee=granted())["guarantee"]
    assert line == "garantie accordée : service social communal, du 01.11.2026 au 23.11.2026"


def test_nobody_is_sent_to_ask_about_what_is_withheld() -> None:
    early = option("di_early", payer="di")
    open_case = Funding(resolve(person({}), early, ON))
    withheld = Funding(open_case.resolution, withheld=frozenset({DataCategory.DISABILITY_INSURANCE}))
    asked, untold = (dict(funding_lines(early, funding, ON, "fr"))["payer"] or "" for funding in (open_case, withheld))
    assert "Une démarche auprès de l'AI" in asked
    assert untold.endswith(f"ou non. {say('fr', 'withheld.verdict')}")
    assert "?" not in untold


@pytest.mark.parametrize("option_code", ["vd_mip", "ch_as_social", "ac_course_coll", "di_early", "vd_mis"])
def test_all_that_is_withheld_leaves_no_question_about_it(option_code: str) -> None:
    what = option(option_code, payer=PAYER_OF[option_code], decided_by="csr", prescribers=["csr"])
    found = resolve(person({}, residence=LUCERNE), what, ON)
    lines = dict(funding_lines(what, Funding(found, withheld=frozenset(DataCategory)), ON, "fr"))
    about = [say("fr", f"payer.question.{one.key}") for one in found.questions if one.tells]
    assert about
    assert not any(question in (line or "") for question in about for line in lines.values())


def test_nothing_is_said_where_nothing_is_known() -> None:
    bare = option("other")
    assert payers_in_words(resolve(person({}), bare, ON), "fr") is None
    assert set(said(person({}), bare).values()) == {None}
