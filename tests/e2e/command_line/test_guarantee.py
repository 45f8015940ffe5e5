"""`matching guarantee` and `matching lead`: an Optima case from the mandate to the start, and what the card says."""

import json
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import Run, assert_refused

PERSON = "p07-gabriela"
OPTION = "own:lu-sf-digi"


@pytest.fixture
def office(run: Run, on_copy: Path) -> Run:
    """The demo with the commune's social service and its paying office."""
    run(
        "users",
        "add",
        "anita",
        "--role",
        "social_worker",
        "--institution",
        "social_commune",
        "--unit",
        "lu-sozialdienst",
    )
    for account, institution in (("kasse", "social_commune"), ("iv", "oai")):
        unit = ("--institution", institution, "--territory", "CH-LU", "--name", account)
        assert run("units", "add", f"lu-{account}", *unit).code == 0
        run("users", "add", account, "--role", "payer", "--institution", institution, "--unit", f"lu-{account}")
    return run


def request(run: Run, *more: str) -> str:
    arguments = ("--profile", PERSON, "--opportunity", OPTION, "--payer", "social_commune")
    period = ("--from", "2026-12-01", "--to", "2027-02-28")
    made = run("guarantee", "request", *arguments, *period, *more, "--as", "anita", "--json").json()
    assert (made["status"], made["requested_by"]) == ("requested", "anita")
    id_: str = made["id"]
    return id_


def lines_of_the_card(run: Run, account: str = "anita") -> dict[str, str]:
    slate = run("recommend", "--profile", PERSON, "--as", account, "--kind", "placement", "--json").json()
    card = next(card for card in slate["cards"] if card["opportunity"] == OPTION)
    told = run("why-not", "--profile", PERSON, "--opportunity", OPTION, "--as", account, "--json").json()
    shown = {line["code"]: line["text"] for line in card["lines"]}
    assert {line["code"]: line["text"] for line in told["lines"]}.items() <= shown.items()
    return shown


def test_from_the_mandate_to_the_start(office: Run) -> None:
    before = lines_of_the_card(office)
    assert "si le cas est confié (Optima)" in before["guarantee"]
    mandate = ("--mandated-by", "social_commune", "--power-of-attorney")
    led = office(
        "lead", "set", "--profile", PERSON, "--institution", "oai", "--from", "2026-11-02", *mandate, "--as", "anita"
    )
    assert (led.code, led.out) == (0, "office AI : du 02.11.2026, sur mandat de service social communal\n")
    id_ = request(office, "--amount", "4800", "--currency", "CHF")
    mandated = lines_of_the_card(office)
    assert mandated["guarantee"].startswith("garantie de paiement avant le début : ")
    assert mandated["guarantee"].endswith("garantie demandée : service social communal, du 01.12.2026 au 28.02.2027")
    assert mandated["prescribers"] == "office AI"
    early = office("guarantee", "activate", id_, "--on", "2026-12-07", "--as", "anita")
    assert_refused(early, "demandée", "accordée (par l'institution qui paie)")
    assert_refused(office("guarantee", "grant", id_, "--as", "iv"), id_)
    assert office("guarantee", "list", "--as", "iv").out == ""
    granted = office("guarantee", "grant", id_, "--reason", "Trois mois", "--as", "kasse")
    assert (granted.code, granted.err) == (0, "")
    assert "accordée" in granted.out
    assert_refused(office("guarantee", "activate", id_, "--on", "2027-03-08", "--as", "anita"))
    begun = office("guarantee", "activate", id_, "--on", "2026-12-07", "--as", "anita", "--json").json()
    assert (begun["status"], begun["started_on"]) == ("active", "2026-12-07")
    assert "garantie accordée" in lines_of_the_card(office)["guarantee"]
    assert f"{id_} : accordée, commence le 07.12.2026" in office("guarantee", "list", "--as", "kasse").out
    assert_refused(
        office("guarantee", "exhaust", id_, "--as", "kasse"), "accordée", "par qui accompagne la personne, au début"
    )
    seen = office("guarantee", "list", "--as", "kasse", "--json").json()
    assert [(entry["id"], entry["profile"]) for entry in seen] == [(id_, PERSON)]
    assert "dit pourquoi" in office("guarantee", "revoke", id_, "--as", "kasse").err
    assert office("guarantee", "revoke", id_, "--reason", "Fin du budget", "--as", "kasse").code == 0
    assert_refused(office("guarantee", "exhaust", id_, "--as", "kasse"), "état final")


def test_refused_is_final(office: Run) -> None:
    id_ = request(office)
    assert office("guarantee", "refuse", id_, "--reason", "Hors budget", "--as", "kasse").code == 0
    assert_refused(office("guarantee", "grant", id_, "--as", "kasse"), "refusée")
    assert "refusée" in lines_of_the_card(office)["guarantee"]


@pytest.mark.parametrize(
    ("arguments", "mention"),
    [
        (("--payer", "ssr", "--opportunity", OPTION), "ne peut pas payer"),
        (("--payer", "bank", "--opportunity", OPTION), "payer"),
        (("--payer", "social_commune"), "soit"),
        (("--payer", "social_commune", "--opportunity", "own:none"), "own:none"),
    ],
)
def test_what_is_no_request(office: Run, arguments: tuple[str, ...], mention: str) -> None:
    period = ("--from", "2026-12-01", "--to", "2027-02-28")
    assert_refused(office("guarantee", "request", "--profile", PERSON, *arguments, *period, "--as", "anita"), mention)
    assert office("guarantee", "list", "--as", "kasse", "--json").json() == []


def test_one_leads_at_a_time_and_a_hand_over_ends_the_former(office: Run) -> None:
    own = ("lead", "set", "--profile", PERSON, "--institution", "social_commune", "--as", "anita")
    assert "Aucune conduite" in office("lead", "show", "--profile", PERSON, "--as", "anita").out
    assert office(*own, "--from", "02.11.2026").code == 0
    other = ("lead", "set", "--profile", PERSON, "--institution", "oai", "--from", "2026-12-01", "--as", "anita")
    assert_refused(office(*other), "mandat")
    mandate = ("--mandated-by", "social_commune", "--power-of-attorney")
    assert_refused(office(*other, *mandate), "mène déjà")
    assert office(*other, *mandate, "--hand-over").code == 0
    former, latter = json.loads(office("lead", "show", "--profile", PERSON, "--as", "anita", "--json").out)
    shown = office("lead", "show", "--profile", PERSON, "--as", "anita").out
    assert "service social communal : du 02.11.2026 au 30.11.2026 inclus" in shown
    assert former["valid_to"] == latter["valid_from"] == "2026-11-30T23:00:00Z"
    assert_refused(office("lead", "show", "--profile", PERSON, "--as", "demo-ssr"), PERSON)


def test_whoever_sits_in_for_a_unit_speaks_for_its_institution(office: Run) -> None:
    """The demo's account is of a common unit in Vaud; this file is a Lucerne commune's."""
    set_ = ("lead", "set", "--profile", PERSON, "--institution", "oai", "--from", "2026-11-02", "--power-of-attorney")
    assert_refused(office(*set_, "--as", "demo"), "sur mandat de service social communal")
    assert_refused(office(*set_, "--mandated-by", "uc", "--as", "demo"), "--mandated-by social_commune")
    own = ("lead", "set", "--profile", PERSON, "--institution", "uc", "--from", "2026-11-02")
    assert_refused(office(*own, "--as", "demo"), "service social communal")
    said = office(*set_, "--mandated-by", "social_commune", "--as", "demo")
    assert said.out == "office AI : du 02.11.2026, sur mandat de service social communal\n"
