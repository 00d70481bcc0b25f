"""The floor: the same rows as the API's through the barest code that answers them.

Served beside the API by the same process: ``gunicorn benchmarks.floor:application``.
"""

from collections import defaultdict

import django
import orjson
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import include, path

django.setup()
settings.ROOT_URLCONF = __name__

from rest_framework.permissions import IsAuthenticated  # noqa: E402
from rest_framework.request import Request  # noqa: E402
from rest_framework.views import APIView  # noqa: E402

from annotations.models import Claim, Figure, Review, Verdict  # noqa: E402

PAGE = 50


class Bare(APIView):
    permission_classes = [IsAuthenticated]
    throttle_classes = []


class Page(Bare):
    def get(self, request: Request) -> HttpResponse:
        rows = list(
            Claim.objects.filter(withdrawn_at__isnull=True, state=request.query_params["state"])
            .order_by("id")
            .values(
                "id",
                "start",
                "end",
                "text",
                "kind",
                "speaker",
                "score",
                "state",
                "version",
                "created_at",
                "changed_at",
                "article_id",
                "article__title",
                "article__url",
                "article__published_at",
                "article__story_id",
                "article__source_id",
                "article__source__name",
            )[:PAGE]
        )
        ids = [row["id"] for row in rows]
        figures, reviews, verdicts = defaultdict(list), defaultdict(list), {}
        for figure in Figure.objects.filter(claim__in=ids).values():
            figures[figure["claim_id"]].append(figure)
        for review in Review.objects.filter(claim__in=ids, superseded_at__isnull=True).values(
            "id", "claim_id", "reviewer_id", "reviewer__username", "rating", "submitted_at"
        ):
            reviews[review["claim_id"]].append(review)
        for verdict in Verdict.objects.filter(claim__in=ids, superseded_at__isnull=True).values():
            verdicts[verdict["claim_id"]] = verdict
        for row in rows:
            row["figures"] = figures[row["id"]]
            row["reviews"] = reviews[row["id"]]
            row["verdict"] = verdicts.get(row["id"])
        return _json(rows)


class Single(Bare):
    def get(self, request: Request, pk: int) -> HttpResponse:
        row = Claim.objects.values("id", "state", "version", "changed_at").get(pk=pk)
        verdicts = Verdict.objects.filter(claim=pk, superseded_at__isnull=True)
        row["verdict"] = verdicts.values(
            "id", "rating", "signed_at", "stale_at", "stale_reason"
        ).first()
        return _json(row)


def _json(data: object) -> HttpResponse:
    return HttpResponse(orjson.dumps(data), content_type="application/json")


urlpatterns = [
    path("floor/claims/", Page.as_view()),
    path("floor/claims/<int:pk>/", Single.as_view()),
    path("", include("factcheck.urls")),
]
application = get_wsgi_application()
