from django.urls import URLPattern, URLResolver, include, path, re_path
from rest_framework.routers import SimpleRouter

from annotations.api.views import (
    changes,
    corpus,
    corrections,
    discussion,
    documents,
    files,
    guidelines,
    links,
    queue,
    reviews,
    tokens,
    webhooks,
    workflow,
)
from annotations.selectors.exports import EXPORTS

app_name = "api"

router = SimpleRouter()
router.register("sources", corpus.SourceViewSet)
router.register("stories", corpus.StoryViewSet)
router.register("articles", corpus.ArticleViewSet)
router.register("claims", workflow.ClaimViewSet, basename="claim")
router.register("queue", queue.QueueViewSet, basename="queue")
router.register("figures", corrections.FigureViewSet)
router.register("groups", links.FigureGroupViewSet)
router.register("links", links.FigureLinkViewSet)
router.register("reviews", reviews.ReviewViewSet)
router.register("verdicts", reviews.VerdictViewSet)
router.register("comments", discussion.CommentViewSet)
router.register("mentions", discussion.MentionViewSet, basename="mention")
router.register("guidelines", guidelines.GuidelineViewSet)
router.register("webhooks", webhooks.WebhookViewSet)
router.register("deliveries", webhooks.DeliveryViewSet)
router.register("tokens", tokens.TokenViewSet)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(router.urls)),
    path("account/", tokens.AccountViewSet.as_view({"get": "retrieve"}), name="account"),
    path("agreement/", discussion.AgreementViewSet.as_view({"get": "retrieve"}), name="agreement"),
    re_path(
        r"^stories/(?P<pk>\d{1,18})/report/$",
        files.ReportViewSet.as_view({"get": "retrieve"}),
        name="story-report",
    ),
    re_path(
        rf"^exports/(?P<kind>{'|'.join(EXPORTS)})/$",
        files.ExportViewSet.as_view({"get": "retrieve"}),
        name="export",
    ),
    path("queue/", queue.QueueViewSet.as_view({"get": "left"}), name="queue"),
    path("changes/", changes.ChangeViewSet.as_view({"get": "retrieve"}), name="changes"),
    path("schema/", documents.SchemaView.as_view(), name="schema"),
    path("docs/", documents.SwaggerView.as_view(), name="docs"),
    re_path(r"^[\s\S]*$", documents.NowhereView.as_view()),
]
