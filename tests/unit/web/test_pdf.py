"""The PDF is made here alone: nothing is fetched, and a machine without Pango says so in one sentence."""

import sys

import pytest

from matching.errors import NotInstalledError
from matching.web.pdf import pdf_of

PAGE = "<!doctype html><html lang='fr'><head><title>Lettre</title></head><body><h1>Bonjour</h1>{}</body></html>"


def test_a_tagged_pdf_in_its_language() -> None:
    pdf = pdf_of(PAGE.format("<p>Rien n'est décidé.</p>"), ["h1 { color: black }"])
    assert pdf.startswith(b"%PDF-")
    assert b"/MarkInfo" in pdf or b"/ObjStm" in pdf


@pytest.mark.parametrize("address", ["file:///etc/passwd", "https://example.org/x.png", "http://127.0.0.1:1/x.png"])
def test_nothing_is_fetched_from_disk_or_network(address: str) -> None:
    from weasyprint.urls import FatalURLFetchingError

    with pytest.raises(FatalURLFetchingError):
        pdf_of(PAGE.format(f"<img src='{address}' alt=''>"), [])


@pytest.mark.parametrize("lacking", [ImportError("no module"), OSError("cannot load library 'libpango-1.0-0'")])
def test_without_pango_it_is_one_sentence(monkeypatch: pytest.MonkeyPatch, lacking: Exception) -> None:
    class Finder:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise lacking

    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    with pytest.raises(NotInstalledError, match="Pango"):
        pdf_of(PAGE.format(""), [])
