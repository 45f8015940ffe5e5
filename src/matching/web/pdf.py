"""A page of paper as PDF, made on this machine alone: nothing is fetched, from the network or from the disk."""

from collections.abc import Sequence

from matching.errors import NotInstalledError


def pdf_of(html: str, styles: Sequence[str]) -> bytes:
    """A PDF (PDF/UA-1, tagged for screen readers) of a whole HTML document with the texts of its style sheets.

    NotInstalledError where Pango, which sets the text, is not on the machine.
    """
    try:
        from weasyprint import CSS, HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:  # the library is there, what it loads from the system is not
        raise NotInstalledError(
            "Le PDF demande Pango, qui n'est pas installé sur cette machine ; imprimer la page, ou demander à "
            "l'exploitation d'installer Pango."
        ) from error
    nothing = URLFetcher(allowed_protocols=(), fail_on_errors=True)
    document = HTML(string=html, url_fetcher=nothing)
    sheets = [CSS(string=each, url_fetcher=nothing) for each in styles]
    pdf: bytes = document.write_pdf(stylesheets=sheets, pdf_variant="pdf/ua-1")
    return pdf
