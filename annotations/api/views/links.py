"""Figure groups and links."""

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from annotations import dispatch
from annotations.api import filters
from annotations.api.idempotency import idempotent
from annotations.api.permissions import IsReviewer, WithinScope, caller_of
from annotations.api.serializers import links
from annotations.api.views.base import ReadViewSet, body_of
from annotations.models import FigureGroup, FigureLink
from annotations.services.decisions import decide_link


class FigureGroupViewSet(ReadViewSet):
    """Figures of one story that state the same quantity of the same thing."""

    queryset = FigureGroup.objects.all()
    filterset_class = filters.FigureGroupFilters

    def get_serializer_class(self) -> type[BaseSerializer]:
        detailed = self.action == "retrieve"
        return links.FigureGroupDetailSerializer if detailed else links.FigureGroupSerializer

    def get_queryset(self) -> QuerySet[FigureGroup]:
        groups = super().get_queryset()
        if self.action != "retrieve":
            return groups
        members = FigureLink.objects.select_related("figure__article__source").defer(
            "figure__article__text"
        )
        return groups.prefetch_related(
            Prefetch(
                "links", members.order_by("figure__article__published_at", "figure__article_id")
            ),
            "origins",
        )


class FigureLinkViewSet(ReadViewSet):
    """Figures' memberships of groups: proposed by the machine, decided by people."""

    queryset = FigureLink.objects.all()
    serializer_class = links.FigureLinkSerializer
    filterset_class = filters.FigureLinkFilters

    def get_permissions(self) -> list:
        return [WithinScope(), IsReviewer()] if self.action == "decision" else [WithinScope()]

    @extend_schema(
        request=links.LinkDecisionBody,
        responses=links.LinkDecisionSerializer,
        summary="Confirm or reject a link",
    )
    @action(detail=True, methods=["post"])
    @idempotent
    def decision(self, request: Request, pk: str) -> Response:
        same = body_of(links.LinkDecisionBody, request)["same"]
        link = self.get_object()
        group, figure = link.group, link.figure
        answer = {"figure": figure.pk, "group": group.pk, "same": same}
        decide_link(figure=figure, group=group, same=same, actor=caller_of(request))
        dispatch.story_changed(group.story_id)
        return Response(answer)
