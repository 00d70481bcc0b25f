"""A verdict report as an Excel workbook: the table, and a sheet that says what it is."""

import io
from datetime import UTC, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from annotations.reporting.table import COLUMNS, report_rows
from annotations.selectors.report import Report

# Excel's own limit for the text of a cell.
_LONGEST = 32_767
_WIDE = {"claim", "ruling", "unknown", "stale_reason", "figures"}
_WIDTHS = {True: 60, False: 18}


def report_workbook(report: Report) -> bytes:
    """The workbook's file. Every text is stored as text, so none is run as a formula."""
    book = Workbook()
    about = book.active
    assert isinstance(about, Worksheet)
    about.title = "Report"
    _fill(about, _summary(report))
    about.column_dimensions["A"].width = 24
    about.column_dimensions["B"].width = 48
    _fill_verdicts(book.create_sheet("Verdicts"), report)
    book.active = 1 if report.entries else 0
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _summary(report: Report) -> list[list[Any]]:
    return [
        ["Story", report.story.title],
        ["Made at (UTC)", report.made_at],
        ["Verdicts", len(report.entries)],
        ["Stale verdicts", report.stale],
        *([f"Rated {rating.replace('_', ' ')}", count] for rating, count in report.ratings),
        *([f"Claims {state.replace('_', ' ')}", count] for state, count in report.states),
    ]


def _fill_verdicts(sheet: Worksheet, report: Report) -> None:
    _fill(sheet, [list(COLUMNS), *([*row.values()] for row in report_rows(report))])
    for number, name in enumerate(COLUMNS, start=1):
        sheet.cell(1, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS[name in _WIDE]
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions


def _fill(sheet: Worksheet, rows: list[list[Any]]) -> None:
    for line, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(line, column)
            assert isinstance(cell, Cell)
            _write(cell, value)


def _write(cell: Cell, value: Any) -> None:
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, datetime):
        cell.value = value.astimezone(UTC).replace(tzinfo=None)
    elif isinstance(value, str | list):
        text = value if isinstance(value, str) else "; ".join(value)
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST]
        cell.data_type = "s"
    else:
        cell.value = value
