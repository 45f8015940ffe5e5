"""Contracts and exits of the IAE, and the steps of the RSA, for Hugo and Inès: lines of the kind "procedure"."""

from datetime import date, datetime, timedelta

import pytest
from tests.e2e.personas.lines import ALL, people_of

from matching.bootstrap import Service
from matching.domain.iae_exit import exit_kind
from matching.domain.insertion_france import RsaPathway
from matching.domain.opportunity import AnyOpportunity
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import ContractKind, SiaeKind
from matching.domain.vocabulary.process import Asks, OutcomeKind
from matching.eligibility.assess import Engine
from matching.eligibility.rsa_steps import review_due
from matching.explanation.verdicts import verdict_in_words
from matching.snapshot.columns import compile_criteria

SUPPORT = "own:fr54-accompagnement-global"


def options_of(demo: Service, at: datetime) -> list[AnyOpportunity]:
    live = demo.workplace.live(at)
    return [live.snapshot.option(row) for row in range(len(live.criteria))]


def said_on(demo: Service, person: str | Profile, option: str, line: str, viewer: Viewer, at: datetime) -> str:
    slate = demo.recommend(person, viewer=viewer, at=at, limit=ALL)
    (card,) = (card for card in slate.cards if card.opportunity == option)
    return next(shown.text for shown in card.lines if shown.code == line)


@pytest.mark.parametrize("person", people_of("an_etti_has_no_cddi"))
def test_an_etti_has_no_cddi(demo: Service, files: dict[str, Profile], at: datetime, person: str) -> None:
    ettis = [option for option in options_of(demo, at) if option.siae_kind is SiaeKind.ETTI]
    assert ettis
    for option in ettis:
        assert option.contract is ContractKind.TEMPORARY_AGENCY
        doubtful = option.model_copy(update={"contract": ContractKind.CDDI})
        said = {}
        for entry in (option, doubtful):
            told = Engine(compile_criteria([entry])).verdicts(files[person], 0, at.date())
            said[entry.contract] = next((one for one in told if one.rule.id == "iae_entry"), None)
        sound, wrong = said[ContractKind.TEMPORARY_AGENCY], said[ContractKind.CDDI]
        assert sound is None or sound.truth is Truth.MET
        assert wrong is not None
        assert (wrong.truth, wrong.asks) == (Truth.UNKNOWN, Asks.PROVIDER)
        assert "contrat de mission" in verdict_in_words(wrong, "fr").sentence


@pytest.mark.parametrize("person", people_of("another_siae_is_a_positive_exit"))
def test_another_siae_is_a_positive_exit(demo: Service, counsellor: Viewer, at: datetime, person: str) -> None:
    options = {option.id: option for option in options_of(demo, at)}
    slate = demo.recommend(person, viewer=counsellor, at=at, limit=ALL)
    shown = [options[card.opportunity] for card in slate.cards]
    siae = [option for option in shown if option.siae_kind in {SiaeKind.EI, SiaeKind.ETTI, SiaeKind.ACI}]
    assert len(siae) >= 2
    for months in (None, 3, 6, 24):
        assert {exit_kind(option, months) for option in siae} == {OutcomeKind.IAE_POSITIVE}
    jobs = [option for option in shown if option.kind == "vacancy" and option.siae_kind is None]
    assert OutcomeKind.IAE_DURABLE in {exit_kind(option, 7) for option in jobs}


def with_steps(profile: Profile, **changes: object) -> Profile:
    assert profile.insertion_france is not None
    rsa = (profile.insertion_france.rsa or RsaPathway()).model_copy(update=changes)
    return profile.model_copy(update={"insertion_france": profile.insertion_france.model_copy(update={"rsa": rsa})})


@pytest.mark.parametrize("person", people_of("hours_lowered_on_request"))
def test_hours_lowered_on_request(
    demo: Service, counsellor: Viewer, files: dict[str, Profile], at: datetime, person: str
) -> None:
    """Asked for: said with day and ground. Not asked for: the grounds are named, and the hours stay as agreed."""

    def said(profile: Profile) -> str:
        return said_on(demo, profile, SUPPORT, "activity_hours", counsellor, at)

    told = files[person]
    asked = "moins d'heures demandées le 22.10.2026 (parent isolé sans garde pour un enfant de moins de 12 ans)"
    assert said(told).endswith(f"6 h convenues par semaine ; {asked}")
    fifteen = with_steps(told, hours_per_week=15, fewer_hours_asked_on=None, fewer_hours_ground=None)
    words = said(fifteen)
    assert "15 h convenues par semaine" in words
    assert "demandées le" not in words
    assert "à sa demande" in words
    assert "parent isolé" in words
    assert "handicap" in words
    assert "aucune heure" in said(with_steps(told, hours_per_week=0))


@pytest.mark.parametrize("person", people_of("reexamined_after_twelve_months"))
def test_reexamined_after_twelve_months(
    demo: Service, counsellor: Viewer, files: dict[str, Profile], at: datetime, person: str
) -> None:
    told = files[person]
    assert review_due(told) == (date(2027, 9, 8), date(2027, 9, 8))
    words = said_on(demo, person, SUPPORT, "rsa", counsellor, at)
    assert "orientation du 08.09.2026" in words
    assert "à réexaminer le 08.09.2027" in words
    assert "08.03.2027" not in words
    unhindered = told.model_copy(update={"needs": ()})
    assert review_due(unhindered) == (date(2027, 3, 8), date(2027, 3, 8))
    reviewed = with_steps(told, reexamined_on=date(2027, 9, 1))
    assert review_due(reviewed) == (date(2028, 9, 1), date(2028, 9, 1))
    assert timedelta(days=364) < date(2027, 9, 8) - date(2026, 9, 8)
