"""Comments on claims, drafts of reviews, and how far reviewers agree."""

from http import HTTPStatus

from django.db.models import QuerySet
from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import mixins
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api import filters
from annotations.api.idempotency import idempotent
from annotations.api.permissions import IsReviewer, WithinScope, caller_of
from annotations.api.serializers import discussion
from annotations.api.views.base import ApiViewSet, ReadViewSet, body_of, story_asked
from annotations.api.views.claims import ClaimReads
from annotations.models import Comment, ReviewDraft
from annotations.selectors.agreement import agreement
from annotations.selectors.claims import claims_for
from annotations.selectors.comments import comments_visible_to, mentions_of
from annotations.services.comments import retract_comment, write_comment
from annotations.services.drafts import discard_draft, save_draft


class CommentViewSet(ReadViewSet):
    """Comments that the caller may see: they are as blind as the reviews they may give away."""

    queryset = Comment.objects.none()
    serializer_class = discussion.CommentSerializer
    filterset_class = filters.CommentFilters

    def get_permissions(self) -> list[BasePermission]:
        reads = self.request.method in {"GET", "HEAD"}
        return [WithinScope()] if reads else [WithinScope(), IsReviewer()]

    def get_queryset(self) -> QuerySet[Comment]:
        if getattr(self, "swagger_fake_view", False):
            return super().get_queryset()
        return comments_visible_to(caller_of(self.request))

    @extend_schema(
        request=discussion.NewCommentBody,
        responses={201: discussion.CommentSerializer},
        summary="Say something of a claim",
    )
    @idempotent
    def create(self, request: Request) -> Response:
        body = body_of(discussion.NewCommentBody, request)
        author = caller_of(request)
        claim = claims_for(author).filter(pk=body["claim"]).first()
        if claim is None:
            raise ValidationError({"claim": ["There is no such claim."]})
        parent = self.get_queryset().filter(pk=body["parent"]).first() if body["parent"] else None
        if body["parent"] and parent is None:
            raise ValidationError({"parent": ["There is no such comment."]})
        comment = write_comment(claim=claim, author=author, body=body["body"], parent=parent)
        return Response(discussion.CommentSerializer(comment).data, status=HTTPStatus.CREATED)

    @extend_schema(responses={204: None}, summary="Take your comment back")
    def destroy(self, request: Request, pk: str) -> Response:
        retract_comment(comment=self.get_object(), author=caller_of(request))
        return Response(status=HTTPStatus.NO_CONTENT)


class MentionViewSet(mixins.ListModelMixin, ApiViewSet):
    """The comments that mention the caller, as far as they may see them."""

    queryset = Comment.objects.none()
    serializer_class = discussion.CommentMentionSerializer
    permission_classes = [WithinScope, IsReviewer]
    orders = ("-id", "id")

    def get_queryset(self) -> QuerySet[Comment]:
        if getattr(self, "swagger_fake_view", False):
            return super().get_queryset()
        return mentions_of(caller_of(self.request)).defer("claim__article__text")


class DraftActions(ClaimReads):
    """The caller's draft of a review, kept as it is typed."""

    untagged = ("draft",)

    @extend_schema(responses=discussion.DraftSerializer, summary="Your draft")
    @action(detail=True)
    def draft(self, request: Request, pk: str) -> Response:
        row = ReviewDraft.objects.filter(
            claim=self.get_object(), reviewer=caller_of(request)
        ).first()
        if row is None:
            raise Http404
        return Response(discussion.DraftSerializer(row).data)

    @extend_schema(
        request=discussion.DraftBody,
        responses=discussion.DraftSerializer,
        summary="Keep what you have typed",
    )
    @draft.mapping.put
    def save_draft(self, request: Request, pk: str) -> Response:
        body = body_of(discussion.DraftBody, request)
        row = save_draft(claim=self.get_object(), reviewer=caller_of(request), **body)
        return Response(discussion.DraftSerializer(row).data)

    @extend_schema(responses={204: None}, summary="Throw your draft away")
    @draft.mapping.delete
    def discard_draft(self, request: Request, pk: str) -> Response:
        discard_draft(claim=self.get_object(), reviewer=caller_of(request))
        return Response(status=HTTPStatus.NO_CONTENT)


class AgreementViewSet(ApiViewSet):
    """How far reviewers agree, for the newsroom."""

    serializer_class = discussion.AgreementSerializer
    permission_classes = [WithinScope, IsReviewer]
    pagination_class = None
    query_parameters = {"retrieve": frozenset({"story"})}

    @extend_schema(
        responses=discussion.AgreementSerializer,
        summary="Agreement of a story, or of all",
        parameters=[OpenApiParameter("story", {"type": "integer", "minimum": 1})],
    )
    def retrieve(self, request: Request) -> Response:
        story = story_asked(request)
        return Response(discussion.AgreementSerializer(agreement(story)).data)
