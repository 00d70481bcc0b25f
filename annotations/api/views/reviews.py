"""Reviews and verdicts, to read."""

from django.db.models import QuerySet

from annotations.api import filters
from annotations.api.permissions import caller_of
from annotations.api.serializers.reviews import ReviewSerializer, VerdictSerializer
from annotations.api.views.base import ReadViewSet
from annotations.models import Review, Verdict
from annotations.selectors.reviews import reviews_visible_to


class ReviewViewSet(ReadViewSet):
    """Reviews that the caller may see: nobody's before one has submitted one's own."""

    queryset = Review.objects.none()
    serializer_class = ReviewSerializer
    filterset_class = filters.ReviewFilters

    def get_queryset(self) -> QuerySet[Review]:
        if getattr(self, "swagger_fake_view", False):
            return super().get_queryset()
        return reviews_visible_to(caller_of(self.request)).select_related("reviewer")


class VerdictViewSet(ReadViewSet):
    """Signed outcomes; a later one supersedes an earlier, none is overwritten."""

    queryset = Verdict.objects.filter(claim__withdrawn_at__isnull=True).select_related("signed_by")
    serializer_class = VerdictSerializer
    filterset_class = filters.VerdictFilters
