"""A verdict report as a PDF, printed from its page."""

import logging

from annotations.reporting.page import report_html
from annotations.selectors.report import Report

# It warns of every rule of the page that is for screens.
logging.getLogger("weasyprint").setLevel(logging.ERROR)


class FormatUnavailableError(Exception):
    """The machine lacks what a format needs; the message says what."""


def report_pdf(report: Report) -> bytes:
    """The PDF's file. Nothing is fetched: the page needs no other file.

    Raises FormatUnavailableError where the libraries that draw text are not installed.
    """
    try:
        # Loaded when it is wanted, since it looks for libraries of the system.
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError as error:
        raise FormatUnavailableError(
            "PDF needs the Pango library, which is not installed here "
            f"(Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0): {error}"
        ) from error
    fetcher = URLFetcher(allowed_protocols=["data"])
    return bytes(HTML(string=report_html(report), url_fetcher=fetcher).write_pdf())
