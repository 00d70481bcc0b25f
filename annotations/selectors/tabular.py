"""Rows as CSV text that a spreadsheet may open without running what a cell says."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

# What makes a spreadsheet take a cell for a formula, also behind what it strips.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> Iterator[str]:
    """The rows as lines of CSV, a header first, one line at a time.

    Lists are joined by "; ", other values within them are JSON; a text that a spreadsheet would
    run gets an apostrophe before it, numbers stay numbers.
    """
    columns = list(columns)
    yield _line(columns)
    for row in rows:
        yield _line([cell(row.get(column)) for column in columns])


def cell(value: Any) -> Any:
    """The value as a cell of CSV holds it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return defused(_text(value))


def defused(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return "; ".join(map(_text, value))
    return json.dumps(value, ensure_ascii=False, default=str)


def _line(cells: Iterable[Any]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
