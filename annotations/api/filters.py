"""The filters of the lists; each is backed by an index."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django_filters import rest_framework as filters
from django_filters.fields import IsoDateTimeField
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.utils import extend_schema_field
from rest_framework.request import Request

from annotations.api.problems import QueryError
from annotations.extraction.types import ClaimKind
from annotations.linking.types import Relation
from annotations.models import Article, Claim, FigureLink, Rating, Source, WebhookDelivery

if TYPE_CHECKING:  # It imports the settings that name this module.
    from rest_framework.views import APIView


@extend_schema_field({"type": "integer", "minimum": 1})
class IdFilter(filters.NumberFilter):
    """Rows that belong to the row with this id; no rows where there is none."""

    field_class = forms.IntegerField

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        super().__init__(field_name=field_name, min_value=1, max_value=2**63 - 1, **kwargs)


class TextFilter(filters.CharFilter):
    """Rows with exactly this text."""

    def __init__(self, field_name: str, max_length: int, **kwargs: Any) -> None:
        super().__init__(field_name=field_name, max_length=max_length, **kwargs)


class _MomentField(IsoDateTimeField):
    def clean(self, value: Any) -> datetime | None:
        found: datetime | None = super().clean(value)
        try:
            return found and found.astimezone(UTC)
        except OverflowError as error:
            raise ValidationError("Enter a date/time of the years 1 to 9999 in UTC.") from error


class MomentFilter(filters.IsoDateTimeFilter):
    """Rows from a moment on, or before it; without a zone it is in the service's."""

    field_class = _MomentField


class _FlagField(forms.Field):
    def to_python(self, value: Any) -> bool | None:
        if value in self.empty_values:
            return None
        if value.lower() not in {"true", "false"}:
            raise ValidationError("Enter true or false.")
        return bool(value.lower() == "true")


class FlagFilter(filters.BooleanFilter):
    """Rows for which something is so, or is not so."""

    field_class = _FlagField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra["widget"] = forms.TextInput


def _choices(enum: Any) -> list[tuple[str, str]]:
    return [(str(item.value), str(item.value)) for item in enum]


class StrictFilterBackend(DjangoFilterBackend):
    """Refuses a filter's bad value by name; an empty one, too, which would filter nothing."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: "APIView") -> QuerySet:
        filterset = self.get_filterset(request, queryset, view)
        if filterset is None:
            return queryset
        empty = [name for name in filterset.filters if request.query_params.get(name) == ""]
        if empty:
            raise QueryError({name: ["A value is needed."] for name in empty})
        if not filterset.is_valid():
            raise QueryError(filterset.errors)
        found: QuerySet = filterset.qs
        return found


class SourceFilters(filters.FilterSet):
    name = TextFilter("name", 200)
    kind = filters.ChoiceFilter(choices=Source.Kind.choices)


class StoryFilters(filters.FilterSet):
    slug = TextFilter("slug", 80)


class ArticleFilters(filters.FilterSet):
    story = IdFilter("story_id")
    source = IdFilter("source_id")
    url = TextFilter("url", 2000)
    published_after = MomentFilter(field_name="published_at", lookup_expr="gte")
    published_before = MomentFilter(field_name="published_at", lookup_expr="lt")

    class Meta:
        model = Article
        fields: list[str] = []


class ClaimFilters(filters.FilterSet):
    story = IdFilter("article__story_id")
    article = IdFilter("article_id")
    source = IdFilter("article__source_id")
    state = filters.ChoiceFilter(choices=Claim.State.choices)
    kind = filters.ChoiceFilter(choices=_choices(ClaimKind))
    min_score = filters.NumberFilter(
        field_name="score", lookup_expr="gte", min_value=0, max_value=1
    )
    changed_since = MomentFilter(field_name="changed_at", lookup_expr="gte")


class FigureFilters(filters.FilterSet):
    story = IdFilter("article__story_id")
    article = IdFilter("article_id")
    claim = IdFilter("claim_id")
    group = IdFilter("link__group_id")
    unit = TextFilter("unit", 60)
    event = TextFilter("event", 60)
    counted = TextFilter("counted", 100)


class FigureGroupFilters(filters.FilterSet):
    story = IdFilter("story_id")
    unit = TextFilter("unit", 60)
    event = TextFilter("event", 60)


class FigureLinkFilters(filters.FilterSet):
    story = IdFilter("group__story_id")
    group = IdFilter("group_id")
    figure = IdFilter("figure_id")
    status = filters.ChoiceFilter(choices=FigureLink.Status.choices)
    relation = filters.ChoiceFilter(choices=_choices(Relation))


class ReviewFilters(filters.FilterSet):
    story = IdFilter("claim__article__story_id")
    claim = IdFilter("claim_id")
    reviewer = IdFilter("reviewer_id")


class GuidelineFilters(filters.FilterSet):
    story = IdFilter("story_id")


class CommentFilters(filters.FilterSet):
    claim = IdFilter("claim_id")


class DeliveryFilters(filters.FilterSet):
    endpoint = IdFilter("endpoint_id")
    state = filters.ChoiceFilter(choices=WebhookDelivery.State.choices)


class VerdictFilters(filters.FilterSet):
    story = IdFilter("claim__article__story_id")
    claim = IdFilter("claim_id")
    rating = filters.ChoiceFilter(choices=Rating.choices)
    current = FlagFilter(
        field_name="superseded_at", lookup_expr="isnull", label="Only current verdicts, or only old"
    )
