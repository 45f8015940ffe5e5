"""The report of an import, the same through every door."""

from typing import Annotated, Literal

from matching.domain.word import Identifier, Moment, Word, about
from matching.storage.imports import ImportRun
from matching.use_cases.import_file import Imported


class ImportFinding(Word):
    """Something to know of one row."""

    line: Annotated[int, about("Line; 0 is the whole file.", 12, ge=0)]
    field: Annotated[str, about("Field; empty is the whole row.", "criteria.min_age")]
    reason: Annotated[str, about("What is wrong, or to know.", "doit être un nombre entier")]
    kind: Annotated[Literal["rejected", "warned"], about("Whether the row was refused.", "rejected")]


class Counts(Word):
    """What a file did to the store, in rows."""

    id: Annotated[Identifier, about("Id of the run.", "i-1f2e")]
    source: Annotated[Identifier, about("Source.", "measures")]
    accepted: Annotated[int, about("Rows accepted.", 40, ge=0)]
    warned: Annotated[int, about("Of them, with something to know.", 2, ge=0)]
    rejected: Annotated[int, about("Rows refused.", 1, ge=0)]
    added: Annotated[int, about("Added, or come back.", 3, ge=0)]
    changed: Annotated[int, about("Changed.", 1, ge=0)]
    unchanged: Annotated[int, about("As they were.", 36, ge=0)]
    withdrawn: Annotated[int, about("Withdrawn.", 0, ge=0)]


class ImportReport(Counts):
    """What came of an import just made."""

    rows: Annotated[int, about("Rows read.", 41, ge=0)]
    withdrew: Annotated[bool, about("What the file no longer tells was withdrawn.", False)]
    findings: Annotated[tuple[ImportFinding, ...], about("Rows refused, then those with something to know.", [])]


class RunReport(Counts):
    """What came of an earlier import."""

    at: Annotated[Moment, about("When.", "2026-11-16T06:00:00+01:00")]


def report_of(imported: Imported) -> ImportReport:
    """The report of an import."""
    return ImportReport(
        id=imported.id,
        source=imported.source,
        rows=imported.rows,
        accepted=imported.accepted,
        warned=imported.warned_rows,
        rejected=imported.rejected_rows,
        **vars(imported.changes),
        withdrew=imported.withdrew,
        findings=(
            *(_finding(each.line, each.field, each.reason, "rejected") for each in imported.rejected),
            *(_finding(each.line, each.field, each.reason, "warned") for each in imported.warned),
        ),
    )


def report_of_run(run: ImportRun) -> RunReport:
    """The report of a run as it was written down."""
    told = vars(run)
    return RunReport(**{name: told[name] for name in RunReport.model_fields})


def _finding(line: int, field: str, reason: str, kind: Literal["rejected", "warned"]) -> ImportFinding:
    return ImportFinding(line=line, field=field, reason=reason, kind=kind)
