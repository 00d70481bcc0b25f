"""The addresses of the pages."""

from django.urls import URLPattern, URLResolver, path

from annotations.reporting.formats import FORMATS
from annotations.web.views import (
    accounts,
    agreement,
    articles,
    claims,
    comments,
    contested,
    corrections,
    mentions,
    queue,
    reports,
    rules,
    stories,
)

app_name = "web"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", accounts.home, name="home"),
    path("sign-in/", accounts.sign_in, name="sign-in"),
    path("sign-out/", accounts.sign_out, name="sign-out"),
    path("queue/", queue.queue, name="queue"),
    path("queue/next/", queue.take_next, name="queue-next"),
    path("queue/<int:pk>/submit/", queue.submit, name="queue-submit"),
    path("queue/<int:pk>/skip/", queue.skip, name="queue-skip"),
    path("queue/<int:pk>/release/", queue.release, name="queue-release"),
    path("queue/<int:pk>/renew/", queue.renew, name="queue-renew"),
    path("articles/<int:pk>/", articles.article, name="article"),
    path("articles/<int:pk>/claims/add/", corrections.add_claim, name="claim-add"),
    path("articles/<int:pk>/figures/add/", corrections.add_figure, name="figure-add"),
    path("figures/<int:pk>/correct/", corrections.correct_figure, name="figure-correct"),
    path("figures/<int:pk>/withdraw/", corrections.withdraw_figure, name="figure-withdraw"),
    path("claims/<int:pk>/", claims.claim, name="claim"),
    path("claims/<int:pk>/comments/", comments.write, name="comment"),
    path("comments/<int:pk>/retract/", comments.retract, name="comment-retract"),
    path("claims/<int:pk>/draft/", claims.draft, name="draft"),
    path("claims/<int:pk>/<str:action>/", claims.act, name="act"),
    path("figures/<int:pk>/link/", claims.link, name="link"),
    path("stories/", stories.stories, name="stories"),
    path("stories/<slug:slug>/", stories.story, name="story"),
    path("stories/<slug:slug>/agreement/", agreement.agreement, name="agreement"),
    path("stories/<slug:slug>/rules/", rules.rules, name="rules"),
    path("stories/<slug:slug>/rules/guideline/", rules.publish, name="guideline-publish"),
    path("stories/<slug:slug>/rules/reviews/", rules.set_reviews, name="reviews-needed"),
    path("mentions/", mentions.mentions, name="mentions"),
    path("stories/<slug:slug>/report/", reports.report, name="report"),
    *(
        path(
            f"stories/<slug:slug>/report.{extension}",
            reports.report_file,
            {"extension": extension},
            name=f"report-{extension}",
        )
        for extension in FORMATS
    ),
    path("contested/", contested.contested, name="contested"),
]
