"""`matching-train schedule` writes lines that cron and systemd take as they are, whatever stands in the settings."""

import re
import shutil
import subprocess
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from pydantic import SecretStr
from tests.integration.proposals.people import viewer

from matching.bootstrap import open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.domain.vocabulary.acts import Act
from matching.errors import InvalidInputError
from matching.settings import Settings
from matching.use_cases.mandates import put_account
from matching_training import main
from matching_training.commands.schedule import Every, Request, as_cron, as_systemd, job_of

ODD = """un dossier à 100 %, d'ici "là" $HOME \\ fin"""


def request(every: Every = "monthly", **told: str) -> Request:
    return Request(every, "cron", told.get("account"), told.get("registry"))


def settings(tmp_path: Path) -> Settings:
    return Settings(
        data_dir=tmp_path / ODD, user="dora", master_key=SecretStr("hidden"), database_url="postgresql://x:y@z"
    )


def of_cron(line: str, undone: str = "%") -> list[str]:
    """What the shell gets of a line, word by word, of a cron that takes a backslash away before the signs `undone`."""
    said = re.sub(r"\\(.)|%", lambda found: _passed_on(found, undone), line, flags=re.DOTALL)
    show = 'for word; do printf "%s\\n" "$word"; done'
    asked = ["sh", "-c", f"set -- {said}\n{show}"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.splitlines()  # noqa: S603 - our own words


def _passed_on(found: re.Match[str], undone: str) -> str:
    assert found[0] != "%", "cron ends the command here"
    return found[1] if found[1] in undone else found[0]


@pytest.mark.parametrize("undone", ["%", "%\\"], ids=["cronie", "vixie"])
@pytest.mark.parametrize("name", [r"50\% d'avis", r"a\\%b\\", r"\\\%%\%", "C:\\x\\"])
def test_every_cron_gives_back_backslashes_and_percent_signs(tmp_path: Path, name: str, undone: str) -> None:
    told = as_cron(job_of(request(registry=name), Settings(data_dir=tmp_path / name)))
    data_dir, *_, registry = of_cron(told.splitlines()[-1].split(" ", 5)[-1], undone)
    assert (data_dir, registry) == (f"MATCHING_DATA_DIR={tmp_path / name}", name)


def test_an_encoder_in_a_folder_is_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("mine", "full"):
        (tmp_path / folder).mkdir()
    for encoder, written in (("mine", str(tmp_path / "mine")), ("full", "full"), ("some/model", "some/model")):
        job = job_of(request(), Settings(data_dir=tmp_path, encoder=encoder))
        assert job.variables["MATCHING_ENCODER"] == written


@pytest.mark.parametrize(
    "registry", ["http://bob:s3cret@x", "http://token@x", "postgresql://x/y?password=s3cret", "http://b:s3\ncret@x"]
)
def test_an_address_with_a_secret_is_not_written_down(tmp_path: Path, registry: str) -> None:
    with pytest.raises(InvalidInputError, match="MLFLOW_TRACKING_USERNAME et MLFLOW_TRACKING_PASSWORD") as refused:
        job_of(request(registry=registry), settings(tmp_path))
    assert "s3" not in str(refused.value)


def test_a_line_for_cron_means_what_was_set_and_tells_no_secret(tmp_path: Path) -> None:
    told = as_cron(job_of(request(registry="http://x/?a=1&b=%20"), settings(tmp_path)))
    *comments, line = told.splitlines()
    assert all(comment.startswith("# ") for comment in comments)
    assert "MATCHING_DATABASE_URL, MATCHING_MASTER_KEY" in comments[-1]
    assert "hidden" not in told
    assert "x:y" not in told
    minute, hour, day, month, weekday, rest = line.split(" ", 5)
    assert (minute, hour, day, month, weekday) == ("0", "3", "1", "*", "*")
    data_dir, user, program, *arguments = of_cron(rest)
    assert (data_dir, user) == (f"MATCHING_DATA_DIR={tmp_path / ODD}", "MATCHING_USER=dora")
    assert Path(program).name == "matching-train"
    assert arguments == ["cycle", "--registry", "http://x/?a=1&b=%20"]


def test_the_account_named_goes_before_that_of_the_settings(tmp_path: Path) -> None:
    assert "MATCHING_USER=elise " in as_cron(job_of(request(account="elise"), settings(tmp_path)))


@pytest.mark.parametrize("every", ["weekly", "monthly", "quarterly"])
def test_units_are_taken_by_systemd(tmp_path: Path, every: Every) -> None:
    told = as_systemd(job_of(request(every, registry=ODD), settings(tmp_path)))
    head, timer = told.split("# matching-train.timer\n")
    service = head.split("# matching-train.service\n")[1]
    odd = ODD.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    assert f'Environment="MATCHING_DATA_DIR={tmp_path}/{odd}"' in service
    assert f'"--registry" "{odd.replace("$", "$$")}"' in service
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not here")
    for name, text in (("service", service), ("timer", timer)):
        (tmp_path / f"matching-train.{name}").write_text(
            text.replace(str(service_program(service)), "/bin/sh"), "utf-8"
        )
    units = [str(tmp_path / f"matching-train.{name}") for name in ("service", "timer")]
    found = subprocess.run(["systemd-analyze", "verify", *units], check=False, capture_output=True, text=True)  # noqa: S603, S607
    assert "matching-train" not in found.stderr
    calendar = timer.split("OnCalendar=")[1].splitlines()[0]
    subprocess.run(["systemd-analyze", "calendar", calendar], check=True, capture_output=True)  # noqa: S603, S607


def service_program(service: str) -> str:
    return service.split('ExecStart="')[1].split('"', maxsplit=1)[0]


def test_what_fits_on_no_line_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="ne tient pas sur une ligne"):
        job_of(request(registry="http://x\n* * * * * rm"), settings(tmp_path))


def test_an_account_that_could_not_run_it_gets_no_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], at: datetime
) -> None:
    monkeypatch.setenv("MATCHING_DATA_DIR", str(tmp_path))
    with (
        closing(open_service(Settings())) as service,
        service.workplace.acting(LOCAL_VIEWER, Act.ADMINISTER, at=at, about="test") as connection,
    ):
        for account, role in (("dora", "data_scientist"), ("anna", "auditor")):
            put_account(connection, viewer(account, role, None), author=LOCAL_VIEWER.account, at=at)
    for account, code, word in (("nobody", 2, "nobody"), ("anna", 2, "Erreur : "), ("dora", 0, "")):
        monkeypatch.setattr("sys.argv", ["matching-train", "schedule", "--as", account])
        with pytest.raises(SystemExit) as ended:
            main.run()
        said = capsys.readouterr()
        assert (ended.value.code, "MATCHING_USER=dora" in said.out) == (code, account == "dora")
        assert word in said.err
