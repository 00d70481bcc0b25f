"""Claims, their status, and the figures in them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api import filters
from annotations.api.conditional import version_tag
from annotations.api.permissions import caller_of, may_write
from annotations.api.problems import NotModified
from annotations.api.rows.claims import claim_rows, columns_of, status_rows
from annotations.api.serializers import claims, links
from annotations.api.views.base import ApiViewSet, ReadViewSet, body_of
from annotations.models import Claim, Figure
from annotations.selectors.claims import claims_for
from annotations.selectors.figures import same_figure_elsewhere


class ClaimRows(ApiViewSet):
    """Claims as the caller may see them."""

    serializer_class = claims.ClaimSerializer
    queryset = Claim.objects.none()
    reading_posts: tuple[str, ...] = ()

    def get_queryset(self) -> QuerySet[Claim]:
        if getattr(self, "swagger_fake_view", False):
            return super().get_queryset()
        return claims_for(caller_of(self.request))

    def represent(self, request: Request, rows: Sequence[Any]) -> list[dict[str, Any]]:
        return claim_rows(rows, user=caller_of(request), writes=may_write(request))

    def one(self, request: Request, pk: int | str) -> dict[str, Any]:
        """The claim's representation. Raises Http404."""
        rows = list(columns_of(self.get_queryset().filter(pk=pk).order_by()))
        if not rows:
            raise Http404
        self.version = rows[0]["version"]
        return self.represent(request, rows)[0]


@extend_schema_view(list=extend_schema(summary="Claims with status, figures and ratings"))
class ClaimReads(ClaimRows, ReadViewSet):
    """Checkable statements of articles, with their figures, visible reviews and verdict."""

    filterset_class = filters.ClaimFilters
    orders = ("id", "-id", "changed_at", "-changed_at", "score", "-score")
    ranges = {"changed_since": "changed_at", "min_score": "score"}
    reading_posts = ("statuses",)
    expand = staticmethod(columns_of)

    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset())) or []
        return self.get_paginated_response(self.represent(request, page))

    def retrieve(self, request: Request, pk: str) -> Response:
        return Response(self.one(request, pk))

    def compare_tags(self, request: Request, known: Sequence[str]) -> None:
        """A status changes with its claim's version: less is looked up than for other reads."""
        if self.action != "status":
            super().compare_tags(request, known)
        elif known:
            claims = self.get_queryset().filter(pk=self.kwargs["pk"]).order_by()
            version = claims.values_list("version", flat=True).first()
            if version is not None and version_tag(version) in known:
                raise NotModified(version_tag(version))

    @extend_schema(responses=claims.ClaimStatusSerializer, summary="A claim's status")
    @action(detail=True)
    def status(self, request: Request, pk: str) -> Response:
        row = status_rows(self.get_queryset().filter(pk=pk).order_by()).first()
        if row is None:
            raise Http404
        self.tag = version_tag(row["version"])
        return Response(row)

    @extend_schema(
        request=claims.StatusesBody,
        responses=claims.StatusesSerializer,
        summary="The status of up to 500 claims",
    )
    @action(detail=False, methods=["post"], url_path="status")
    def statuses(self, request: Request) -> Response:
        asked = dict.fromkeys(body_of(claims.StatusesBody, request)["claims"])
        found = {row["claim"]: row for row in status_rows(self.get_queryset().filter(pk__in=asked))}
        return Response(
            {
                "results": [found[pk] for pk in asked if pk in found],
                "missing": [pk for pk in asked if pk not in found],
            }
        )


class FigureReads(ReadViewSet):
    """Quantities in claims: intervals with their meaning."""

    queryset = Figure.objects.filter(withdrawn_at__isnull=True).select_related("link")
    serializer_class = claims.FigureSerializer
    filterset_class = filters.FigureFilters

    @extend_schema(
        responses=links.ElsewhereSerializer, summary="The same figure in the other articles"
    )
    @action(detail=True)
    def elsewhere(self, request: Request, pk: str) -> Response:
        elsewhere = same_figure_elsewhere(self.get_object())
        return Response(links.ElsewhereSerializer(elsewhere).data)
