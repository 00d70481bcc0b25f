"""The verdict report of a story, to read and print, or as a file."""

from csp.decorators import csp_update
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from annotations.models import Story
from annotations.reporting.document import FormatUnavailableError
from annotations.reporting.formats import FORMATS, file_name
from annotations.reporting.page import STYLE_HASH, report_html
from annotations.selectors.report import verdict_report
from annotations.web.access import Request, signed_in


@require_safe
@signed_in()
@csp_update({"style-src": [STYLE_HASH]})  # type: ignore[arg-type]  # it takes any view
def report(request: Request, slug: str) -> HttpResponseBase:
    """The report in the browser; it carries its own style, which its hash admits."""
    return HttpResponse(report_html(verdict_report(get_object_or_404(Story, slug=slug))))


@require_safe
@signed_in()
def report_file(request: Request, slug: str, extension: str) -> HttpResponseBase:
    """The report as a download in one of ``FORMATS``."""
    made = verdict_report(get_object_or_404(Story, slug=slug))
    form = FORMATS[extension]
    try:
        written = form.write(made)
    except FormatUnavailableError as error:
        return render(request, "web/unavailable.html", {"reason": error}, status=503)
    disposition = content_disposition_header(True, file_name(made, extension))  # noqa: FBT003
    return HttpResponse(
        written,
        content_type=form.content_type,
        headers={"Content-Disposition": disposition or "attachment"},
    )
