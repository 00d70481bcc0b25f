"""Sources, stories and articles."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from annotations import dispatch
from annotations.api import filters
from annotations.api.conditional import content_tag
from annotations.api.idempotency import idempotent, idempotent_after
from annotations.api.permissions import IsEditor, IsReviewer, WithinScope, caller_of
from annotations.api.preconditions import compare_tag
from annotations.api.problems import NotModified
from annotations.api.schema import conditional_write
from annotations.api.serializers import corpus, links
from annotations.api.serializers.guidelines import GuidelineSerializer
from annotations.api.serializers.versions import ArticleEditsSerializer
from annotations.api.views.base import ReadViewSet, body_of, story_named
from annotations.models import Article, Source, Story
from annotations.selectors.figures import figure_matrix
from annotations.selectors.guidelines import current_guideline
from annotations.selectors.versions import article_edits
from annotations.services.reviewing import set_reviews_needed
from annotations.services.stories import create_story, move_article
from annotations.services.submission import document_handed_in, submit_article
from annotations.services.transitions import lock_story


class SourceViewSet(ReadViewSet):
    """Outlets, agencies, government bodies and other publishers."""

    queryset = Source.objects.all()
    serializer_class = corpus.SourceSerializer
    filterset_class = filters.SourceFilters
    orders = ("id", "-id", "name", "-name")


class StoryViewSet(ReadViewSet):
    """Sets of articles about one event."""

    queryset = Story.objects.all()
    serializer_class = corpus.StorySerializer
    filterset_class = filters.StoryFilters

    def get_permissions(self) -> list[BasePermission]:
        match self.action:
            case "partial_update":
                return [WithinScope(), IsEditor()]
            case "create" | "guideline":
                return [WithinScope(), IsReviewer()]
        return [WithinScope()]

    @extend_schema(
        request=corpus.StoryBody, responses={201: corpus.StorySerializer}, summary="Make a story"
    )
    @idempotent
    def create(self, request: Request) -> Response:
        body = body_of(corpus.StoryBody, request)
        story = create_story(actor=caller_of(request), **body)
        return Response(self.get_serializer(story).data, status=HTTPStatus.CREATED)

    def compare_tags(self, request: Request, known: Sequence[str]) -> None:
        """A single story's tag goes by the story alone: it is what If-Match names."""
        if self.action != "retrieve":
            super().compare_tags(request, known)
            return
        self.tag = _story_tag(self.get_object())
        if self.tag in known:
            raise NotModified(self.tag)

    @conditional_write
    @extend_schema(
        request=corpus.StorySettingsBody,
        responses=corpus.StorySerializer,
        summary="Change how the story is reviewed",
    )
    def partial_update(self, request: Request, pk: str) -> Response:
        body = body_of(corpus.StorySettingsBody, request)
        story = self.get_object()
        with transaction.atomic():
            story = lock_story(story.pk)
            compare_tag(request, _story_tag(story))
            if "reviews_needed" in body:
                story = set_reviews_needed(
                    story=story, number=body["reviews_needed"], editor=caller_of(request)
                )
        self.tag = _story_tag(story)
        return Response(corpus.StorySerializer(story).data)

    @extend_schema(responses=GuidelineSerializer, summary="The guidelines in force")
    @action(detail=True)
    def guideline(self, request: Request, pk: str) -> Response:
        guideline = current_guideline(self.get_object())
        if guideline is None:
            raise NotFound("The story has no guidelines.")
        return Response(GuidelineSerializer(guideline).data)

    @extend_schema(
        responses=links.MatrixSerializer, summary="Who states which quantity, side by side"
    )
    @action(detail=True, url_path="figures")
    def matrix(self, request: Request, pk: str) -> Response:
        matrix = figure_matrix(self.get_object())
        return Response(links.MatrixSerializer(matrix).data)


def _handed_in(request: Request) -> dict[str, Any]:
    """What the body hands in, read or fetched."""
    body = body_of(corpus.ArticleBody, request)
    story = body.pop("story")
    document = document_handed_in(**body)
    return {"document": document, "source": body["source"], "story": story}


class ArticleViewSet(ReadViewSet):
    """Immutable texts as published; a changed text is a new article that supersedes the old."""

    queryset = Article.objects.select_related("source", "superseded_by")
    filterset_class = filters.ArticleFilters
    orders = ("id", "-id", "published_at", "-published_at")
    ranges = {"published_after": "published_at", "published_before": "published_at"}

    def get_permissions(self) -> list[BasePermission]:
        match self.action:
            case "move":
                return [WithinScope(), IsEditor()]
            case "create":
                return [WithinScope(), IsReviewer()]
        return [WithinScope()]

    def get_serializer_class(self) -> type[BaseSerializer]:
        return (
            corpus.ArticleTextSerializer if self.action == "retrieve" else corpus.ArticleSerializer
        )

    def get_queryset(self) -> QuerySet[Article]:
        articles = super().get_queryset().defer("superseded_by__text")
        match self.action:
            case "list":
                return articles.defer("text")
            case "edits":
                return articles.select_related("supersedes").defer("text", "supersedes__text")
        return articles

    @extend_schema(
        request=corpus.ArticleBody,
        responses={201: corpus.IngestedSerializer, 200: corpus.IngestedSerializer},
        summary="Hand in an article",
        description="201 where it is new or a new version; 200 where the text is known already.",
    )
    @idempotent_after(_handed_in)
    def create(self, request: Request, **handed_in: Any) -> Response:
        ingested = submit_article(actor=caller_of(request), **handed_in)
        dispatch.article_ingested(ingested.article.pk)
        answer = {"outcome": ingested.outcome.value, "article": ingested.article}
        known = ingested.outcome == "known"
        return Response(
            corpus.IngestedSerializer(answer).data,
            status=HTTPStatus.OK if known else HTTPStatus.CREATED,
        )

    @extend_schema(
        request=corpus.MoveBody,
        responses=corpus.ArticleSerializer,
        summary="Move every version of the article to another story",
    )
    @action(detail=True, methods=["post"])
    @idempotent
    def move(self, request: Request, pk: str) -> Response:
        story = story_named(body_of(corpus.MoveBody, request)["story"])
        article = self.get_object()
        left = article.story_id
        move_article(article=article, story=story, actor=caller_of(request))
        for story_id in {left, story.pk} - {None}:
            dispatch.story_changed(story_id)
        return Response(corpus.ArticleSerializer(article).data)

    @extend_schema(responses=ArticleEditsSerializer, summary="What this version changed")
    @action(detail=True)
    def edits(self, request: Request, pk: str) -> Response:
        edits = article_edits(self.get_object())
        if edits is None:
            raise NotFound("This is the first version of the article.")
        return Response(ArticleEditsSerializer(edits).data)


def _story_tag(story: Story) -> str:
    return content_tag(corpus.StorySerializer(story).data)
