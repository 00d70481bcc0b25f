"""The answer to a fault of ours: a page for people, a problem for programs."""

from django.http import HttpRequest, HttpResponse
from django.views import defaults

from annotations.api import problems


def server_error(request: HttpRequest) -> HttpResponse:
    """500, in the shape that the address promises."""
    if request.path.startswith("/api/"):
        return problems.server_error(request)
    return defaults.server_error(request)
