"""`matching import reporting_duty`: whole or not at all, and what is visible changes with it."""

import json
from pathlib import Path

from tests.e2e.command_line.saying import Run, assert_refused, contents

HEAD = "year,territory,ch_isco\n"


def listed(folder: Path, *lines: str) -> Path:
    path = folder / "list.csv"
    path.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def postings(folder: Path) -> Path:
    """Two invented postings of yesterday whose source does not say whether they had to be announced."""
    told = [
        {
            "id": code,
            "status": "PUBLISHED_PUBLIC",
            "jobCenterCode": "VDA12",
            "publication": {"startDate": "2026-11-17", "publicDisplay": True},
            "jobContent": {
                "jobDescriptions": [{"languageIsoCode": "fr", "title": f"Poste {code}", "description": "Texte."}],
                "location": {"cantonCode": "VD", "city": "Renens", "postalCode": "1020"},
                "occupations": [{"chIsco5Code": code}],
            },
        }
        for code in ("93130", "52231")
    ]
    path = folder / "postings.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def seen(run: Run, *arguments: str) -> set[str]:
    """Which of the two postings the viewer may ask about, for an invented registered person."""
    asked = {
        code: run("why-not", "--profile", "p01-amelie", "--opportunity", f"job_room:{code}", *arguments).code
        for code in ("93130", "52231")
    }
    return {code for code, exit_code in asked.items() if exit_code == 0}


def test_the_list_decides_where_the_source_is_silent(run: Run, on_copy: Path, tmp_path: Path) -> None:
    assert run("import", "job_room", postings(tmp_path)).code == 0
    assert seen(run) == {"52231"}  # the invented list of the demo: 9313 must be announced, 52231 need not
    assert seen(run, "--as", "demo") == {"93130", "52231"}
    said = run("import", "reporting_duty", listed(tmp_path, "2026,CH,52231"), "--full", "--json").json()
    assert (said["added"], said["withdrawn"]) == (1, 7)
    assert seen(run) == {"93130"}
    assert run("import", "reporting_duty", listed(tmp_path, "2026,VD,93130")).code == 0
    assert seen(run) == set()


def test_a_list_with_a_hole_is_not_imported(run: Run, on_copy: Path, tmp_path: Path) -> None:
    before = contents(on_copy)
    said = run("import", "reporting_duty", listed(tmp_path, "2026,CH,52231", "2026,CH,9313x"), "--full")
    assert_refused(said, "Rien n'a été importé", "ligne 3", "ch_isco")
    assert contents(on_copy) == before
