"""`matching shortlist` and `matching postings`."""

import json
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import Run, assert_refused

from matching.bootstrap import open_service
from matching.domain.need import Consent
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import ConsentPurpose
from matching.settings import Settings
from matching.storage import profiles
from matching.storage.scope import EVERYTHING

BAKERY = ("--opportunity", "job_room:lau-vente-boulangerie")
DEMO = ("--as", "demo")


@pytest.fixture
def with_consent(on_copy: Path, at: datetime) -> Path:
    """Amélie agrees that her dossier is handed over."""
    agreed = Consent(
        to_institution=Institution.UC,
        purpose=ConsentPurpose.DOSSIER_TO_PROVIDER,
        categories=(),
        given_at=at - timedelta(days=1),
    )
    with (
        closing(open_service(Settings(data_dir=on_copy))) as service,
        service.workplace.database.begin(EVERYTHING) as connection,
    ):
        amelie = profiles.get(connection, "p01-amelie")
        changed = amelie.model_copy(update={"consents": (*amelie.consents, agreed)})
        profiles.upsert(connection, [changed], at=at)
    return on_copy


def test_people_with_what_is_demanded_beside_what_is_known(run: Run, on_demo: Path) -> None:
    said = run("shortlist", *BAKERY, *DEMO)
    assert (said.code, said.err) == (0, "")
    for words in ("p01-amelie", "Même métier que déjà exercé.", "Demandé", "Connu de la personne", "rien d'indiqué"):
        assert words in said.out
    assert "Aucune note n'est montrée." in " ".join(said.out.split())
    listed = run("shortlist", *BAKERY, *DEMO, "--json").json()
    assert {"p01-amelie"} <= {candidate["profile"] for candidate in listed["candidates"]}
    assert len(listed["answer"]["units"]) == 3
    german = run("shortlist", "--opportunity", "own:ne-isp-couture", "--lang", "de", "--as", "demo-ssr")
    assert "Von der Person bekannt" in german.out


def test_whom_the_work_hardly_fits_stands_apart(run: Run, on_demo: Path) -> None:
    groups = {
        each["profile"]: each["group"] for each in run("shortlist", *BAKERY, *DEMO, "--json").json()["candidates"]
    }
    assert groups["p01-amelie"] == "close"
    assert "far" in groups.values()
    text = run("shortlist", *BAKERY, *DEMO).out
    heading = text.index("Adéquation faible")
    assert all((text.index(f"\n{person} ") > heading) is (group == "far") for person, group in groups.items())


def test_postings_stand_by_day_then_canton_and_say_what_is_missing(run: Run, on_demo: Path) -> None:
    listed = [due for due in run("postings", *DEMO, "--json").json() if due["due_on"] is None]
    cantons = [due["canton"] for due in listed]
    assert len(set(cantons)) > 1
    assert cantons == sorted(cantons)
    assert "il manque : le jour de l'annonce complète." in run("postings", *DEMO).out


def test_nobody_available_is_said_with_the_counts(run: Run, on_demo: Path) -> None:
    said = run("shortlist", "--opportunity", "own:vd-mip-atelier-velo", *DEMO)
    assert said.code == 0
    assert "Aucun dossier disponible" in said.out
    assert "12  Aucune place libre." in said.out


@pytest.mark.parametrize("who", [("--as", "demo-csr"), ()])
def test_without_a_mandate_the_posting_is_as_unknown_as_none(run: Run, on_demo: Path, who: tuple[str, ...]) -> None:
    refusals = []
    for id_ in ("job_room:lau-vente-boulangerie", "job_room:nowhere"):
        said = run("shortlist", "--opportunity", id_, *who)
        assert_refused(said, id_)
        refusals.append(said.err.replace(id_, "ID"))
    assert len(set(refusals)) == 1
    assert run("postings", "--json", *who).json() == []
    assert "Aucune réponse" in run("postings", *who).out


def test_from_the_request_to_what_came_back(run: Run, with_consent: Path) -> None:
    assert "sans réponse" in run("shortlist", "request", *BAKERY, *DEMO).out
    for unit in ("vd-orp-lausanne", "vd-orp-renens"):
        assert run("shortlist", "searched", *BAKERY, "--unit", unit, *DEMO).code == 0
    assert_refused(run("shortlist", "none-available", *BAKERY, *DEMO), "Unité commune de Lausanne")
    prepared = run("shortlist", "propose", *BAKERY, "--profile", "p01-amelie", *DEMO, "--json").json()
    assert prepared["state"] == "prepared"
    assert set(prepared["content"]) <= {
        "id",
        "languages",
        "education",
        "occupations",
        "skills",
        "availability",
        "mobility",
    }
    assert "remis" in run("shortlist", "hand-over", prepared["id"], *DEMO).out
    waiting = {due["opportunity"]: due for due in run("postings", *DEMO, "--json").json()}
    assert waiting[BAKERY[1]]["open_feedback"] == [prepared["id"]]
    assert prepared["id"] in run("postings", *DEMO).out
    assert run("shortlist", "feedback", "suitable_invited", "--dossier", prepared["id"], *DEMO).code == 0
    assert run("shortlist", "feedback", "still_open", *BAKERY, *DEMO).out == "Noté : poste encore libre.\n"
    corrected = run("shortlist", "feedback", "hired", "--dossier", prepared["id"], *DEMO).out
    assert corrected == "Noté : personne engagée ; corrige : convient, personne invitée -> personne engagée.\n"
    assert "corrige" not in run("shortlist", "feedback", "hired", "--dossier", prepared["id"], *DEMO).out
    back = run("shortlist", "feedback", "suitable_invited", "--dossier", prepared["id"], *DEMO).out
    assert "corrige : personne engagée -> convient, personne invitée" in back
    assert BAKERY[1] not in {due["opportunity"] for due in run("postings", *DEMO, "--json").json()}
    shown = run("shortlist", *BAKERY, *DEMO).out
    assert "convient, personne invitée" in shown
    assert "L'employeur dit : poste encore libre." in shown
    run("users", "mandate-end", "demo")
    assert_refused(run("shortlist", *BAKERY, *DEMO), "Aucune option")
    assert_refused(run("shortlist", "feedback", "hired", "--dossier", prepared["id"], *DEMO), prepared["id"])


def test_none_available_and_a_dossier_withdrawn(run: Run, with_consent: Path) -> None:
    prepared = run("shortlist", "propose", *BAKERY, "--profile", "p01-amelie", *DEMO, "--json").json()
    assert "préparé" in run("shortlist", *BAKERY, *DEMO).out
    assert run("shortlist", "withdraw", prepared["id"], *DEMO).code == 0
    for unit in ("vd-orp-lausanne", "vd-orp-renens", "vd-uc-lausanne"):
        run("shortlist", "searched", *BAKERY, "--unit", unit, *DEMO)
    told = run("shortlist", "none-available", *BAKERY, *DEMO, "--json").json()
    assert told["answered"]
    assert "aucun dossier disponible" in json.dumps(run("shortlist", *BAKERY, *DEMO).out, ensure_ascii=False)


def test_a_dossier_without_consent_is_refused(run: Run, on_copy: Path) -> None:
    propose = ("shortlist", "propose", *BAKERY, "--profile", "p01-amelie", *DEMO)
    said = run(
        "consent", "withdraw", "--profile", "p01-amelie", "--to", "uc", "--purpose", "dossier_to_provider", *DEMO
    )
    assert said.code == 0, said
    give = "consent give --profile p01-amelie --to uc --purpose dossier_to_provider"
    assert_refused(run(*propose), "consenti", "unité commune ORP-CSR", f"`matching {give}`")


def test_a_dossier_is_read_in_words_and_says_the_next_step(run: Run, with_consent: Path) -> None:
    said = run("shortlist", "propose", *BAKERY, "--profile", "p01-amelie", *DEMO)
    assert said.code == 0
    assert "français C2" in said.out
    assert "shortlist hand-over dossiers-" in said.out
    assert '"' not in said.out


def test_a_notice_starts_the_clock_once_it_is_complete(run: Run, on_copy: Path) -> None:
    notice = ("shortlist", "notice", *BAKERY, "--received", "2026-11-16", *DEMO)
    said = run(*notice, "--missing", "workload", "--missing", "employer_name")
    assert (said.code, said.err) == (0, "")
    told = " ".join(said.out.split())
    assert "annonce incomplète, reçue le 16.11.2026 ; il manque : taux d'occupation, nom de l'employeur." in told
    assert "il manque : taux d'occupation" in " ".join(run("postings", *DEMO).out.split())
    assert "es fehlt: Arbeitspensum" in " ".join(run("postings", "--lang", "de", *DEMO).out.split())
    assert "jusqu'au 19.11.2026 inclus" in run(*notice).out
    assert run(*notice, "--json").json()["due_on"] == "2026-11-19"
    assert "jusqu'au 19.11.2026 inclus" in run("shortlist", *BAKERY, *DEMO).out
    refused = run("shortlist", "notice", *BAKERY)
    assert_refused(refused, "Aucune option")


def test_the_demo_shows_something_overdue_something_due_and_something_open(run: Run, on_demo: Path) -> None:
    due = {each["opportunity"].partition(":")[2]: each for each in run("postings", *DEMO, "--json").json()}
    assert next(iter(due)) == "ren-manoeuvre-lourd"
    assert (due["ren-manoeuvre-lourd"]["due_on"], due["ren-manoeuvre-lourd"]["overdue"]) == ("2026-11-11", True)
    assert (due["lau-rayon"]["due_on"], due["lau-rayon"]["overdue"]) == ("2026-11-19", False)
    assert due["cri-logistique-colis"]["notice"]["missing"] == ["workload", "contract_term"]
    assert due["cri-logistique-colis"]["due_on"] is None
    assert due["prilly-caisse"]["notice"] is None
    assert "En retard : elle était due le 11.11.2026." in run("postings", *DEMO).out


@pytest.mark.parametrize(
    ("arguments", "mention"),
    [
        ((), "--opportunity"),
        (("feedback", "hired"), "--dossier"),
        (("feedback", "fine", "--dossier", "d"), "no_reply"),
        (("request",), "--opportunity"),
        (("notice", *BAKERY, "--missing", "salary"), "workload"),
        (("notice", *BAKERY, "--received", "lundi"), "--received"),
        (("notice", *BAKERY, "--received", "2026-11-19"), "à venir"),
    ],
)
def test_misuse(run: Run, on_demo: Path, arguments: tuple[str, ...], mention: str) -> None:
    assert_refused(run("shortlist", *arguments, *(DEMO if arguments else ())), mention)
