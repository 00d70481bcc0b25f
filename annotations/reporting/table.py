"""A verdict report as a table: one row for each verdict."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from annotations.selectors.report import Report, ReportEntry, ReportFigure
from annotations.selectors.tabular import csv_lines

COLUMNS: Mapping[str, Callable[[ReportEntry], Any]] = {
    "claim_id": lambda entry: entry.claim_id,
    "claim": lambda entry: entry.claim,
    "speaker": lambda entry: entry.speaker,
    "rating": lambda entry: entry.rating,
    "ruling": lambda entry: entry.ruling,
    "unknown": lambda entry: entry.unknown,
    "stale": lambda entry: entry.stale,
    "stale_reason": lambda entry: entry.stale_reason,
    "figures": lambda entry: [_figure(figure) for figure in entry.figures],
    "agreeing_sources": lambda entry: _sources(entry),
    "conflicting_sources": lambda entry: [
        f"{name} ({value})" for figure in entry.figures for name, value in figure.conflicting
    ],
    "source": lambda entry: entry.source,
    "article": lambda entry: entry.article,
    "url": lambda entry: entry.url,
    "published_at": lambda entry: entry.published_at,
    "article_sha256": lambda entry: entry.article_sha256,
    "evidence_pages": lambda entry: [page.url for page in entry.pages],
    "signed_by": lambda entry: entry.signed_by,
    "signed_at": lambda entry: entry.signed_at,
    "methodology": lambda entry: entry.methodology,
}


def report_rows(report: Report) -> Iterator[dict[str, Any]]:
    """One mapping of ``COLUMNS`` for each verdict, in the report's order."""
    for entry in report.entries:
        yield {name: value(entry) for name, value in COLUMNS.items()}


def report_csv(report: Report) -> str:
    """The rows as CSV, cells that a spreadsheet would run made harmless."""
    return "".join(csv_lines(report_rows(report), COLUMNS))


def _figure(figure: ReportFigure) -> str:
    return (
        f"{figure.text} = {figure.value}"
        f" ({_counted(figure.outlets, 'outlet')}, {_counted(figure.origins, 'origin')})"
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _sources(entry: ReportEntry) -> list[str]:
    return list(dict.fromkeys(name for figure in entry.figures for name in figure.agreeing))
