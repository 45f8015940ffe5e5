"""The demo: an invented catalogue and invented people, dated around today, imported like any other files."""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from sqlalchemy import Connection

from matching.domain.unit import Unit
from matching.domain.vacancy_notice import VacancyNotice
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.word import Word
from matching.storage import marks
from matching.storage.vacancy_notices import notice_of, put
from matching.use_cases.import_file import Imported, import_file
from matching.use_cases.mandates import put_account
from matching.use_cases.units import register_unit
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day

W = TypeVar("W", bound=Word)

_ISO_DAY = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?!\d)")


@dataclass(frozen=True)
class Demo:
    """What the demo imported, whom it shows and who asks."""

    person: str
    viewer: Viewer
    imported: tuple[Imported, ...]

    @property
    def options(self) -> int:
        """How many options the demo has."""
        return sum(part.accepted for part in self.imported if part.source not in {"profiles", "reporting_duty"})

    @property
    def people(self) -> int:
        """How many people the demo has."""
        return sum(part.accepted for part in self.imported if part.source == "profiles")


def run_demo(workplace: Workplace, folder: Path, *, at: datetime) -> Demo:
    """Import the demo of a folder into a store that is empty or a demo's already; importing it again changes nothing.

    Every date is shifted by the whole weeks between the demo's anchor Monday and the Monday of `at`, so that
    weekdays, ages and deadlines stay as written. ConflictError when the store holds other data.
    """
    plan = json.loads((folder / "demo.json").read_text(encoding="utf-8"))
    today = swiss_day(at)
    weeks = weeks_between(date.fromisoformat(plan["anchor_monday"]), today)
    viewers = _words(folder / plan["accounts"], Viewer, weeks)
    units = _words(folder / plan["units"], Unit, weeks)
    notices = _words(folder / plan["notices"], VacancyNotice, weeks)
    with workplace.acting(LOCAL_VIEWER, Act.ADMINISTER, at=at, about="demo") as connection:
        marks.set_demo(connection, at=at)
        for unit in units:
            register_unit(connection, unit, author=LOCAL_VIEWER.account, at=at)
        for viewer in viewers:
            put_account(connection, viewer, author=LOCAL_VIEWER.account, at=at)
        for notice in notices:
            _receive(connection, notice, today, at=at)
    imported = []
    with TemporaryDirectory() as scratch:
        for part in plan["imports"]:
            original = folder / part["file"]
            shifted = Path(scratch) / original.name
            shifted.write_text(shift_dates(original.read_text(encoding="utf-8"), weeks), encoding="utf-8")
            unit = part.get("unit")
            part_of_it = import_file(
                workplace, part["source"], shifted, viewer=LOCAL_VIEWER, at=at, unit=unit, people="demo"
            )
            imported.append(part_of_it)
    viewer = next(viewer for viewer in viewers if viewer.account == plan["account"])
    return Demo(person=plan["person"], viewer=viewer, imported=tuple(imported))


def _words(file: Path, word: type[W], weeks: int) -> list[W]:
    text = shift_dates(file.read_text(encoding="utf-8"), weeks)
    return [word.model_validate_json(line) for line in text.splitlines()]


def _receive(connection: Connection, notice: VacancyNotice, today: date, *, at: datetime) -> None:
    """Write a notice down once its day has come, unless there is one of that day or a later one already."""
    standing = notice_of(connection, notice.opportunity)
    if notice.received_on <= today and (standing is None or standing.received_on < notice.received_on):
        put(connection, notice, author=notice.recorded_by, at=at)


def weeks_between(anchor: date, day: date) -> int:
    """Whole weeks from the anchor Monday to the Monday of a day."""
    return (day - timedelta(days=day.weekday()) - anchor).days // 7


def shift_dates(text: str, weeks: int) -> str:
    """The text with every ISO date in it moved by whole weeks; what is no date of the calendar stays."""

    def moved(found: re.Match[str]) -> str:
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return found[0]
        return (day + timedelta(weeks=weeks)).isoformat()

    return _ISO_DAY.sub(moved, text)
