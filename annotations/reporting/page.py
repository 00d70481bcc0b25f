"""A verdict report as one HTML file that needs nothing else: to read, print, send or publish."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from annotations.models import Claim, Rating
from annotations.selectors.report import Report

_STYLE = (Path(__file__).parent / "report.css").read_text()
# What a Content-Security-Policy allows the file's own style by.
STYLE_HASH = f"'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'"


def report_html(report: Report) -> str:
    """The whole file; what comes from articles and people is escaped."""
    context = {
        "report": report,
        "ratings": [(Rating(rating), count) for rating, count in report.ratings],
        "states": [(Claim.State(state).label, count) for state, count in report.states if count],
        "entries": [(entry, Rating(entry.rating).label) for entry in report.entries],
        "style": mark_safe(_STYLE),  # noqa: S308 - a file of ours
        "style_hash": mark_safe(STYLE_HASH),  # noqa: S308 - base64 in quotes
    }
    return render_to_string("report/report.html", context)
