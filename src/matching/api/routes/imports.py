"""Files into the store, with the same report as on the command line."""

import re
import shutil
from pathlib import Path as FilePath
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response, UploadFile

from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.domain.word import IDENTIFIER_PATTERN
from matching.entrance.asked import At, EntryId, TheService
from matching.use_cases.import_report import ImportReport, RunReport, report_of, report_of_run
from matching.use_cases.imports import permission_for
from matching.use_cases.sign_in.signed_in import SignedIn, refuse_without

router = APIRouter(route_class=GuardedRoute, tags=["imports"])

_UNSAFE = re.compile(r"[^\w.+-]+", re.ASCII)


@router.post("/imports/{name}", status_code=201)
def import_file(
    name: Annotated[
        str, Path(description="One of the sources of the catalogue or of people.", examples=["measures"], max_length=60)
    ],
    file: UploadFile,
    request: Request,
    response: Response,
    service: TheService,
    at: At,
    signed: Annotated[SignedIn, requires(Permission.IMPORT_CATALOGUE, Permission.IMPORT_PROFILES)],
    unit: Annotated[
        str | None, Query(description="Unit that owns the files.", max_length=160, pattern=IDENTIFIER_PATTERN)
    ] = None,
    full: Annotated[bool, Query(description="Withdraw what the file no longer tells.")] = False,
) -> ImportReport:
    """Import a file: accepted rows in one transaction, the others with line, field and reason."""
    refuse_without(signed, permission_for(name))
    with TemporaryDirectory(prefix="upload-", dir=request.app.state.uploads) as folder:
        path = FilePath(folder, _file_name(file.filename))
        with path.open("wb") as copy:
            shutil.copyfileobj(file.file, copy)
        found = service.import_file(
            name, path, viewer=signed.viewer, scope=signed.permissions, at=at, unit=unit, full=full
        )
    response.headers["Location"] = f"/v1/imports/{found.id}"
    return report_of(found)


@router.get("/imports/{name}")
def read_import(
    name: EntryId,
    service: TheService,
    signed: Annotated[SignedIn, requires(Permission.IMPORT_CATALOGUE)],
) -> RunReport:
    """What came of a file of options; what came of files of people is told once, to who sent them."""
    del signed
    return report_of_run(service.show_import(name))


def _file_name(told: str | None) -> str:
    """A name for the copy: a source reads a file by how its name ends."""
    return _UNSAFE.sub("_", FilePath(told or "").name).strip(".")[-100:] or "file"
