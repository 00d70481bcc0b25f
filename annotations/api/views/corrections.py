"""What people correct: claims and figures added, changed, split, merged, taken back."""

from http import HTTPStatus
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from annotations import dispatch
from annotations.api.idempotency import idempotent
from annotations.api.permissions import IsReviewer, WithinScope, caller_of
from annotations.api.preconditions import matching
from annotations.api.schema import conditional_write
from annotations.api.serializers import corrections as bodies
from annotations.api.serializers.claims import ClaimSerializer, FigureSerializer
from annotations.api.views.base import body_of
from annotations.api.views.claims import ClaimReads, FigureReads
from annotations.models import Article, Claim
from annotations.services.corrections import (
    add_claim,
    correct_claim,
    merge_claims,
    split_claim,
)
from annotations.services.decisions import decide_pair
from annotations.services.figure_corrections import add_figure, correct_figure, withdraw_figure
from annotations.services.transitions import lock_with_article


class ClaimCorrections(ClaimReads):
    """Corrections of claims: nothing is overwritten, new claims take the place of the old."""

    @extend_schema(
        request=bodies.NewClaimBody, responses={201: ClaimSerializer}, summary="Add a missed claim"
    )
    @idempotent
    def create(self, request: Request) -> Response:
        body = body_of(bodies.NewClaimBody, request)
        article = Article.objects.filter(pk=body.pop("article")).first()
        if article is None:
            raise ValidationError({"article": ["There is no such article."]})
        claim = add_claim(article=article, annotator=caller_of(request), **body)
        return self._made(request, [claim], one=True)

    @conditional_write
    @extend_schema(
        request=bodies.ClaimCorrectionBody,
        responses={201: ClaimSerializer},
        summary="Put a corrected claim in its place",
    )
    @action(detail=True, methods=["post"])
    @idempotent
    def correct(self, request: Request, pk: str) -> Response:
        body = body_of(bodies.ClaimCorrectionBody, request)
        claim = self.get_object()
        with matching(request, claim, lock_with_article):
            corrected = correct_claim(claim=claim, annotator=caller_of(request), **body)
        return self._made(request, [corrected], one=True)

    @conditional_write
    @extend_schema(
        request=bodies.SplitBody,
        responses={201: ClaimSerializer(many=True)},
        summary="Make two claims of it",
    )
    @action(detail=True, methods=["post"])
    @idempotent
    def split(self, request: Request, pk: str) -> Response:
        body = body_of(bodies.SplitBody, request)
        claim = self.get_object()
        with matching(request, claim, lock_with_article):
            parts = split_claim(claim=claim, annotator=caller_of(request), **body)
        return self._made(request, parts)

    @extend_schema(
        request=bodies.MergeBody,
        responses={201: ClaimSerializer},
        summary="Make one claim of several",
    )
    @action(detail=False, methods=["post"])
    @idempotent
    def merge(self, request: Request) -> Response:
        asked = dict.fromkeys(body_of(bodies.MergeBody, request)["claims"])
        found = self.get_queryset().in_bulk(asked)
        missing = [str(pk) for pk in asked if pk not in found]
        if missing:
            raise ValidationError({"claims": [f"There is no claim {', '.join(missing)}."]})
        merged = merge_claims(claims=list(found.values()), annotator=caller_of(request))
        return self._made(request, [merged], one=True)

    def _made(self, request: Request, claims: Any, *, one: bool = False) -> Response:
        """The claims that were made; their story is linked with them."""
        for article_id in {claim.article_id for claim in claims}:
            dispatch.article_ingested(article_id)
        shown = [self.one(request, claim.pk) for claim in claims]
        return Response(shown[0] if one else shown, status=HTTPStatus.CREATED)


class FigureViewSet(FigureReads):
    """Quantities in claims, and what people correct of them."""

    def get_permissions(self) -> list[BasePermission]:
        reads = self.request.method in {"GET", "HEAD"}
        return [WithinScope()] if reads else [WithinScope(), IsReviewer()]

    @extend_schema(
        request=bodies.NewFigureBody,
        responses={201: FigureSerializer},
        summary="Add a missed figure",
    )
    @idempotent
    def create(self, request: Request) -> Response:
        body = body_of(bodies.NewFigureBody, request)
        claim = Claim.objects.select_related("article").filter(pk=body.pop("claim")).first()
        if claim is None:
            raise ValidationError({"claim": ["There is no such claim."]})
        figure = add_figure(claim=claim, annotator=caller_of(request), **body)
        dispatch.article_ingested(figure.article_id)
        return Response(FigureSerializer(figure).data, status=HTTPStatus.CREATED)

    @extend_schema(
        request=bodies.FigureCorrectionBody,
        responses={201: FigureSerializer},
        summary="Put a corrected figure in its place",
    )
    @action(detail=True, methods=["post"])
    @idempotent
    def correct(self, request: Request, pk: str) -> Response:
        body = body_of(bodies.FigureCorrectionBody, request)
        figure = correct_figure(figure=self.get_object(), annotator=caller_of(request), **body)
        dispatch.article_ingested(figure.article_id)
        return Response(FigureSerializer(figure).data, status=HTTPStatus.CREATED)

    @extend_schema(responses={204: None}, summary="Take back what is no figure")
    def destroy(self, request: Request, pk: str) -> Response:
        figure = self.get_object()
        withdraw_figure(figure=figure, annotator=caller_of(request))
        dispatch.article_ingested(figure.article_id)
        return Response(status=HTTPStatus.NO_CONTENT)

    @extend_schema(
        request=bodies.PairDecisionBody,
        responses={204: None},
        summary="Decide whether two figures state the same",
    )
    @action(detail=True, methods=["post"])
    @idempotent
    def decision(self, request: Request, pk: str) -> Response:
        body = body_of(bodies.PairDecisionBody, request)
        first = self.get_object()
        second = self.get_queryset().filter(pk=body["other"]).first()
        if second is None:
            raise ValidationError({"other": ["There is no such figure."]})
        decide_pair(first=first, second=second, same=body["same"], actor=caller_of(request))
        if first.article.story_id is not None:
            dispatch.story_changed(first.article.story_id)
        return Response(status=HTTPStatus.NO_CONTENT)
