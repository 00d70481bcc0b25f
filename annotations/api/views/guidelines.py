"""Guidelines: how a story's reviewers rate."""

from http import HTTPStatus

from drf_spectacular.utils import extend_schema
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api import filters
from annotations.api.idempotency import idempotent
from annotations.api.permissions import IsEditor, IsReviewer, WithinScope, caller_of
from annotations.api.serializers.guidelines import GuidelineBody, GuidelineSerializer
from annotations.api.views.base import ReadViewSet, body_of, story_named
from annotations.models import Guideline
from annotations.selectors.guidelines import current_guideline
from annotations.services.guidelines import publish_guideline


class GuidelineViewSet(ReadViewSet):
    """All versions of the stories' guidelines, for the newsroom; the highest is in force."""

    queryset = Guideline.objects.select_related("published_by")
    serializer_class = GuidelineSerializer
    filterset_class = filters.GuidelineFilters

    def get_permissions(self) -> list[BasePermission]:
        return [WithinScope(), IsEditor() if self.action == "create" else IsReviewer()]

    @extend_schema(
        request=GuidelineBody,
        responses={201: GuidelineSerializer, 200: GuidelineSerializer},
        summary="Publish a story's guidelines",
        description="201 with the next version; 200 where this text is in force already.",
    )
    @idempotent
    def create(self, request: Request) -> Response:
        body = body_of(GuidelineBody, request)
        story = story_named(body["story"])
        before = current_guideline(story)
        guideline = publish_guideline(story=story, text=body["text"], editor=caller_of(request))
        return Response(
            self.get_serializer(guideline).data,
            status=HTTPStatus.OK if guideline == before else HTTPStatus.CREATED,
        )
