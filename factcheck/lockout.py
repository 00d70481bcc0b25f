"""Signing in after too many failures: whom it counts against, and what is said."""

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from math import ceil

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from annotations.api.problems import MEDIA_TYPE, problem

_TOO_MANY = 429
_LONGEST_NAME = 150


def name_tried(request: HttpRequest, credentials: Mapping[str, str] | None) -> str:
    """The name that failures count against, whichever way it is typed."""
    given = credentials or request.POST
    name = unicodedata.normalize("NFKC", str(given.get("username") or ""))
    return name.casefold()[:_LONGEST_NAME]


def address_of(request: HttpRequest) -> str:
    """The caller's address: behind a proxy of ours, the one that the proxy saw."""
    if settings.BEHIND_PROXY:
        forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return str(request.META.get("REMOTE_ADDR", ""))


def locked_out(
    request: HttpRequest, response: HttpResponse, credentials: Mapping[str, str] | None
) -> HttpResponse:
    """The answer to an attempt that has to wait: the same for names that nobody has."""
    seconds = _seconds_left(request, credentials)
    minutes = ceil(seconds / 60)
    said = f"Too many failed attempts. Try again in {minutes} minute{'s'[: minutes > 1]}."
    if request.path.startswith("/api/"):
        answer: HttpResponse = JsonResponse(
            problem(_TOO_MANY, said), status=_TOO_MANY, content_type=MEDIA_TYPE
        )
    else:
        form = AuthenticationForm(request, initial={"username": request.POST.get("username", "")})
        context = {"form": form, "refusal": said, "next": request.POST.get("next", "")}
        answer = render(request, "web/sign_in.html", context, status=_TOO_MANY)
    answer["Retry-After"] = str(seconds)
    return answer


def _seconds_left(request: HttpRequest, credentials: Mapping[str, str] | None) -> int:
    attempts = AxesProxyHandler.get_implementation().get_user_attempts(request, credentials)
    latest = max((row.attempt_time for rows in attempts for row in rows), default=timezone.now())
    ends: datetime = latest + settings.AXES_COOLOFF_TIME
    return max(1, ceil((ends - timezone.now()).total_seconds()))
