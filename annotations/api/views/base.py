"""What all views have in common."""

from collections.abc import Collection
from typing import Any

from rest_framework import mixins
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.viewsets import GenericViewSet

from annotations.api.conditional import ConditionalReads
from annotations.api.pagination import PARAMETERS
from annotations.api.problems import LengthRequiredError, QueryError
from annotations.api.serializers.base import BodySerializer
from annotations.models import Story


class ApiViewSet(ConditionalReads, GenericViewSet):
    """Conditional reads, and query parameters that are known, and given once, or refused by name.

    ``query_parameters`` are an action's own, beside those of the list's filters and pages.
    """

    lookup_value_regex = r"\d{1,18}"
    query_parameters: dict[str, frozenset[str]] = {}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if "Transfer-Encoding" in request.headers and not request.META.get("CONTENT_LENGTH"):
            raise LengthRequiredError
        super().initial(request, *args, **kwargs)
        unknown = sorted(set(request.query_params) - self._known_parameters())
        if unknown:
            raise QueryError({name: ["There is no such parameter."] for name in unknown})
        repeated = [name for name, values in request.query_params.lists() if len(values) > 1]
        if repeated:
            raise QueryError({name: ["Give this once."] for name in repeated})

    def _known_parameters(self) -> frozenset[str]:
        known = self.query_parameters.get(self.action, frozenset())
        if self.action == "list":
            filterset = getattr(self, "filterset_class", None)
            known |= PARAMETERS | frozenset(filterset.base_filters if filterset else ())
        return known


class ReadViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, ApiViewSet):
    """Lists and single rows."""


def body_of(serializer: type[BodySerializer], request: Request) -> dict[str, Any]:
    """The request's body as ``serializer`` checks and converts it. Raises ValidationError."""
    checked = serializer(data=request.data)
    checked.is_valid(raise_exception=True)
    return dict(checked.validated_data)


def story_named(story_id: int) -> Story:
    """The story that a body names; ValidationError where there is none."""
    story = Story.objects.filter(pk=story_id).first()
    if story is None:
        raise ValidationError({"story": ["There is no such story."]})
    return story


def story_of(story_id: int | None) -> Story | None:
    """The same, where a body may name none."""
    return None if story_id is None else story_named(story_id)


def story_asked(request: Request) -> Story | None:
    """The story that the query's ``story`` names. Raises QueryError."""
    story_id = number_of(request, "story", 1, 10**18)
    story = Story.objects.filter(pk=story_id).first() if story_id else None
    if story_id and story is None:
        raise QueryError({"story": ["There is no such story."]})
    return story


def choice_of(request: Request, name: str, choices: Collection[str]) -> str | None:
    """The one of ``choices`` that a query parameter names. Raises QueryError."""
    chosen = request.query_params.get(name)
    if chosen is not None and chosen not in choices:
        raise QueryError({name: [f"One of these is needed: {', '.join(choices)}."]})
    return chosen


def number_of(request: Request, name: str, least: int, most: int) -> int | None:
    """The whole number that a query parameter holds. Raises QueryError."""
    raw = request.query_params.get(name)
    if raw is None:
        return None
    if not (raw.isascii() and raw.isdigit() and len(raw) < 20 and least <= int(raw) <= most):
        raise QueryError({name: [f"A whole number from {least} to {most} is needed."]})
    return int(raw)
