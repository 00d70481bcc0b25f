"""Rates, counted in fixed windows of a minute: one counter a caller, whatever the rate."""

import hashlib
import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from annotations.models import ApiToken

if TYPE_CHECKING:  # It imports the settings that name this module.
    from rest_framework.views import APIView

WINDOW = 60


class WindowThrottle(BaseThrottle):
    """Refuses what goes over ``API_RATES[rate]`` in the current minute."""

    def allow_request(self, request: Request, view: "APIView") -> bool:
        window = int(time.time()) // WINDOW
        return all(
            _count(f"rate:{rate}:{name}:{window}") <= settings.API_RATES[rate]
            for rate, name in self.counters(request)
        )

    def wait(self) -> float:
        """Seconds until the next window."""
        return WINDOW - time.time() % WINDOW

    def counters(self, request: Request) -> list[tuple[str, str]]:
        """Each rate that applies and the name it is counted under."""
        raise NotImplementedError


class CallerThrottle(WindowThrottle):
    """By token, account, or address where the caller is nobody."""

    def counters(self, request: Request) -> list[tuple[str, str]]:
        if isinstance(request.auth, ApiToken):
            return [("caller", f"token-{request.auth.public_id}")]
        if request.user and request.user.is_authenticated:
            return [("caller", f"user-{request.user.pk}")]
        return [("anonymous", f"address-{self.get_ident(request)}")]


class SignInThrottle(WindowThrottle):
    """By address and by account, so that neither is a way to try many passwords."""

    def counters(self, request: Request) -> list[tuple[str, str]]:
        body = request.data
        account = str(body.get("username", "") if isinstance(body, dict) else "").casefold()
        digest = hashlib.sha256(account.encode()).hexdigest()
        return [
            ("sign_in", f"address-{self.get_ident(request)}"),
            ("sign_in", f"account-{digest}"),
        ]


def _count(key: str) -> int:
    """How often the key was counted, this time included."""
    if cache.add(key, 1, timeout=2 * WINDOW):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # It was evicted in between.
        cache.set(key, 1, timeout=2 * WINDOW)
        return 1
