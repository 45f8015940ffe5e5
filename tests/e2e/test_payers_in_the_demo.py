"""Over the whole demo: the decision table agrees with the rules, and every card says who decides and who pays."""

from datetime import datetime

import pytest

from matching.bootstrap import Service
from matching.domain.verdict import Truth
from matching.domain.viewer import Viewer
from matching.eligibility.assess import ELIGIBLE
from matching.eligibility.payer import resolve
from matching.storage import profiles
from matching.storage.scope import EVERYTHING
from matching.working_days.swiss_time import swiss_day

WHO = {"decides", "payer", "prescribers", "guarantee", "deadline"}


def people(demo: Service) -> list[str]:
    with demo.workplace.database.read(EVERYTHING) as connection:
        return profiles.list_ids(connection)


def test_what_the_rules_find_open_somebody_may_pay(demo: Service, at: datetime) -> None:
    live, on = demo.workplace.live(at), swiss_day(at)
    options = [live.snapshot.option(row) for row in range(len(live.criteria))]
    disagreeing = []
    for id_ in people(demo):
        with demo.workplace.database.read(EVERYTHING) as connection:
            person = profiles.get(connection, id_)
        state = live.engine.assess(person, on).state
        disagreeing += [
            (id_, option.id)
            for row, option in enumerate(options)
            if state[row] == ELIGIBLE and resolve(person, option, on).truth is Truth.NOT_MET
        ]
    assert disagreeing == []


def test_every_card_says_who_decides_and_who_pays(demo: Service, counsellor: Viewer, at: datetime) -> None:
    supported = 0
    for id_ in people(demo):
        for card in demo.recommend(id_, viewer=counsellor, at=at, limit=50).cards:
            told = {line.code: line.text for line in card.lines}
            assert {"decides", "payer"} <= told.keys()
            assert (told.keys() >= WHO) is (card.kind != "vacancy")
            assert all(told[code] for code in WHO & told.keys())
            supported += " ; paie : " in told.get("support", "")
    assert supported > 0


@pytest.mark.parametrize(
    ("person", "option", "line", "says"),
    [
        ("p02-besnik", "own:ac-cariste", "payer", "assurance-chômage (AC) (LACI art. 8; art. 59 al. 3)"),
        ("p02-besnik", "own:ac-cariste", "deadline", "demande au plus tard le 27.11.2026 pour un début le 07.12.2026"),
        ("p02-besnik", "own:ac-afo", "deadline", "demande au plus tard le 07.06.2027 pour un début le 02.08.2027"),
        ("p01-amelie", "own:ac-ait", "payer", "pas assurance-chômage (AC) pour cette personne"),
        ("p01-amelie", "own:vd-acit", "payer", "aide sociale, canton par la facture sociale (LEmp VD)"),
        ("p01-amelie", "own:vd-acit", "decides", "ORP ; suivi mené par unité commune ORP-CSR"),
        ("p05-esma", "own:ne-francais-a2", "decides", "SSR (service social régional), qui mène le suivi"),
        (
            "p07-gabriela",
            "own:lu-berufliche-integration",
            "guarantee",
            "décision, ou garantie de paiement si le cas est confié (Optima) : service social communal",
        ),
        ("p08-hugo", "own:fr54-aci-jardins", "guarantee", "agrément ou convention"),
    ],
)
def test_personas(
    demo: Service, counsellor: Viewer, at: datetime, person: str, option: str, line: str, says: str
) -> None:
    answer = demo.why_not(person, option, viewer=counsellor, at=at)
    told = {shown.code: shown.text for shown in answer.lines}
    assert told[line].startswith(says)
