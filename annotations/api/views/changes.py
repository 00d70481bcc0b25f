"""The change feed: every committed change once, in one order."""

import time
from threading import BoundedSemaphore

from django.conf import settings
from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.pagination import DEFAULT_SIZE, MAX_SIZE, page_size
from annotations.api.permissions import caller_of
from annotations.api.problems import QueryError
from annotations.api.serializers.changes import FeedSerializer
from annotations.api.views.base import ApiViewSet, choice_of, number_of
from annotations.models import Change
from annotations.selectors.changes import KINDS, described, position_of, settled_changes

LONGEST_WAIT = 20
LATEST = "latest"
_LOOK_EVERY = 0.5
# Calls that wait each hold a thread of the web server; some must stay free to answer others.
_waiters = BoundedSemaphore(settings.API_FEED_WAITERS)


class ChangeViewSet(ApiViewSet):
    """What happened, for programs that keep up.

    A client that gives the last ``cursor`` it got as ``after`` receives every committed change
    that it may see exactly once, in one order, however many write at the same time.
    """

    queryset = Change.objects.none()
    serializer_class = FeedSerializer
    pagination_class = None
    filter_backends = []
    untagged = ("retrieve",)
    query_parameters = {"retrieve": frozenset({"after", "wait", "kind", "story", "page_size"})}

    @extend_schema(
        summary="Changes since a cursor",
        responses=FeedSerializer,
        parameters=[
            OpenApiParameter(
                "after",
                {"type": "string", "pattern": r"^(latest|\d{1,18})$"},
                description="The cursor you got last; nothing for the beginning, or latest.",
            ),
            OpenApiParameter(
                "wait",
                {"type": "integer", "minimum": 0, "maximum": LONGEST_WAIT, "default": 0},
                description="Seconds to wait for a change where there is none yet; a busy "
                "service may answer earlier.",
            ),
            OpenApiParameter("kind", {"type": "string", "enum": list(KINDS)}),
            OpenApiParameter("story", {"type": "integer", "minimum": 1}),
            OpenApiParameter(
                "page_size",
                {"type": "integer", "minimum": 1, "maximum": MAX_SIZE, "default": DEFAULT_SIZE},
            ),
        ],
    )
    def retrieve(self, request: Request) -> Response:
        size = page_size(request)
        after = request.query_params.get("after", "")
        changes = _chosen(request)
        if after == LATEST:
            last = changes.reverse().values_list("pk", flat=True).first()
            return Response({"results": [], "cursor": last and str(last), "more": False})
        found = _waited_for(changes, size + 1, number_of(request, "wait", 0, LONGEST_WAIT) or 0)
        page = found[:size]
        return Response(
            {
                "results": [described(change) for change in page],
                "cursor": str(page[-1].pk) if page else after or None,
                "more": len(found) > size,
            }
        )


def _chosen(request: Request) -> QuerySet[Change]:
    """The changes behind ``after`` that the query asks for."""
    after = request.query_params.get("after", "")
    position = None
    if after not in {"", LATEST}:
        number = number_of(request, "after", 0, 10**18)
        position = position_of(number or 0, caller_of(request))
        if position is None:
            raise QueryError({"after": ["This is no cursor of ours."]})
    changes = settled_changes(caller_of(request), after=position).select_related("actor")
    kind = choice_of(request, "kind", KINDS)
    if kind is not None:
        changes = changes.filter(object_type=kind)
    story = number_of(request, "story", 1, 10**18)
    return changes if story is None else changes.filter(story=story)


def _waited_for(changes: QuerySet[Change], limit: int, seconds: int) -> list[Change]:
    """The first changes, waited for where there are none yet and a place to wait is free."""
    found = list(changes[:limit])
    if found or not seconds or not _waiters.acquire(blocking=False):
        return found
    deadline = time.monotonic() + seconds
    try:
        while not found and time.monotonic() < deadline:
            time.sleep(_LOOK_EVERY)
            found = list(changes[:limit])
    finally:
        _waiters.release()
    return found
