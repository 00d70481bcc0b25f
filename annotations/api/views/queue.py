"""The queue of claims to review."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.permissions import IsReviewer, WithinScope, caller_of
from annotations.api.serializers import reviews
from annotations.api.views.base import body_of, story_asked, story_of
from annotations.api.views.claims import ClaimRows
from annotations.models import Lease
from annotations.selectors.queue import queue_status
from annotations.services.queue import lease_next


class QueueViewSet(ClaimRows):
    """Claims that wait for a review of the caller's, the most urgent first, under leases."""

    permission_classes = [WithinScope, IsReviewer]
    filterset_class = None
    pagination_class = None

    untagged = ("left",)
    query_parameters = {"left": frozenset({"story"})}

    @extend_schema(
        responses=reviews.QueueSerializer,
        summary="What is left for you",
        parameters=[OpenApiParameter("story", {"type": "integer", "minimum": 1})],
    )
    def left(self, request: Request) -> Response:
        story = story_asked(request)
        status = queue_status(caller_of(request), story)
        return Response(reviews.QueueSerializer(status).data)

    @extend_schema(
        request=reviews.QueueBody,
        responses=reviews.HandedOutSerializer,
        summary="Take the next claim",
        description="The claim that you hold already, or the most urgent that you may review.",
    )
    @action(detail=False, methods=["post"])
    def next(self, request: Request) -> Response:
        story = story_of(body_of(reviews.QueueBody, request)["story"])
        annotator = caller_of(request)
        claim = lease_next(annotator=annotator, story=story)
        lease = Lease.objects.filter(claim=claim, annotator=annotator).first() if claim else None
        return Response(
            {
                "claim": self.one(request, claim.pk) if claim else None,
                "lease": reviews.LeaseSerializer(lease).data if lease else None,
                "queue": reviews.QueueSerializer(queue_status(annotator, story)).data,
            }
        )
