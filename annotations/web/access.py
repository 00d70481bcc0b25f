"""Who may see a page: the signed-in, and of them the roles it is for."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from annotations.models import Role, User

P = ParamSpec("P")


class Request(HttpRequest):
    """A request of a signed-in user, as htmx's middleware leaves it."""

    user: User
    htmx: HtmxDetails


View = Callable[Concatenate[Request, P], HttpResponseBase]


def signed_in(*roles: Role) -> Callable[[View[P]], Callable[..., HttpResponseBase]]:
    """Let in the signed-in of these roles (of every role where none is named).

    Others are sent to sign in, or refused with 403. A fragment's request moves the whole page, so
    that no sign-in form ever lands inside a panel.
    """

    def decorate(view: View[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            known = cast(Request, request)
            if not request.user.is_authenticated:
                return _to_sign_in(known)
            if roles and known.user.role not in roles:
                raise PermissionDenied(f"This page is for {_named(roles)}.")
            return view(known, *args, **kwargs)

        return guarded

    return decorate


def safe_next(request: HttpRequest, fallback: str) -> str:
    """The address the form asked to go to, if it is one of ours."""
    target = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        return target
    return fallback


def _to_sign_in(request: Request) -> HttpResponseBase:
    if request.htmx:
        query = urlencode({"next": request.htmx.current_url_abs_path or "/"})
        return HttpResponseClientRedirect(f"{reverse('web:sign-in')}?{query}")
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")


def _named(roles: tuple[Role, ...]) -> str:
    return " and ".join(f"{role.label}s" for role in roles)
