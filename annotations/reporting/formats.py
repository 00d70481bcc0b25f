"""The forms a verdict report is written in; pages and the command line both read this table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotations.reporting.document import report_pdf
from annotations.reporting.page import report_html
from annotations.reporting.table import report_csv
from annotations.reporting.workbook import report_workbook
from annotations.selectors.report import Report


@dataclass(frozen=True, slots=True)
class Format:
    """``write`` gives the whole file; text is UTF-8. It may raise FormatUnavailableError."""

    content_type: str
    write: Callable[[Report], bytes]


FORMATS: Mapping[str, Format] = {
    "html": Format("text/html; charset=utf-8", lambda report: report_html(report).encode()),
    # Excel takes a CSV file for UTF-8 only where a byte order mark says so.
    "csv": Format("text/csv; charset=utf-8", lambda report: report_csv(report).encode("utf-8-sig")),
    "xlsx": Format(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", report_workbook
    ),
    "pdf": Format("application/pdf", report_pdf),
}


def file_name(report: Report, extension: str) -> str:
    """The file's name: story and day, "ferry-fire-2026-03-02.csv"."""
    return f"{report.story.slug}-{report.made_at:%Y-%m-%d}.{extension}"
