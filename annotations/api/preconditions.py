"""If-Match: a write that goes by what its caller saw is refused where that has changed."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.http import parse_etags
from rest_framework.request import Request

from annotations.api.problems import ProblemError, StaleTagError
from annotations.models import Claim
from annotations.services.errors import StaleVersionError
from annotations.services.transitions import lock_claim

HEADER = "If-Match"
# A claim's tag is its version, a point, and what else its representation hangs on.
_TAG = re.compile(r'"(\d{1,9})(?:\.[0-9a-f]*)?"')


@contextmanager
def matching(
    request: Request, claim: Claim, lock: Callable[[Claim], Claim] = lock_claim
) -> Iterator[None]:
    """A transaction in which the claim stays at a version that the caller has seen.

    ``lock`` takes the locks that what is done then needs, in their order. Without If-Match any
    version will do. Raises StaleVersionError where the claim is at another, ProblemError where
    the header holds no tag of a claim, and what ``lock`` raises.
    """
    versions = _versions(request)
    with transaction.atomic():
        if versions:
            current = lock(claim).version
            if current not in versions:
                raise StaleVersionError(current)
        yield


def compare_tag(request: Request, current: str) -> None:
    """Raises StaleTagError where If-Match holds other tags than the ``current`` one, and
    ProblemError where it holds none; without If-Match any will do."""
    header = request.headers.get(HEADER, "").strip()
    if header in {"", "*"}:
        return
    tags = parse_etags(header)
    if not tags:
        raise ProblemError(f"{HEADER} holds no tag: give the ETag of what you saw.")
    if current not in tags:
        raise StaleTagError(current)


def _versions(request: Request) -> set[int]:
    header = request.headers.get(HEADER, "").strip()
    if header in {"", "*"}:
        return set()
    tags = [_TAG.fullmatch(tag) for tag in parse_etags(header)]
    versions = {int(tag[1]) for tag in tags if tag}
    if not versions:
        raise ProblemError(f'{HEADER} holds no tag of a claim, such as "3" for its version 3.')
    return versions
