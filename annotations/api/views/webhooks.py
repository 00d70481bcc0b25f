"""Webhook endpoints of the caller, and their deliveries."""

from http import HTTPStatus
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api import filters
from annotations.api.permissions import caller_of
from annotations.api.serializers import webhooks
from annotations.api.views.base import ReadViewSet, body_of, story_of
from annotations.models import WebhookDelivery, WebhookEndpoint
from annotations.services.deliveries import redeliver
from annotations.services.webhooks import (
    add_endpoint,
    change_endpoint,
    remove_endpoint,
    rotate_secret,
)

_UNTAGGED = ("list", "retrieve")


@extend_schema_view(list=extend_schema(summary="Your webhook endpoints"))
class WebhookViewSet(ReadViewSet):
    """Addresses that are sent what changes, signed as Standard Webhooks says.

    Messages arrive in the order of the change feed; one that is not taken is sent again for a
    day, and those behind it wait.
    """

    queryset = WebhookEndpoint.objects.none()
    serializer_class = webhooks.WebhookSerializer
    untagged = _UNTAGGED

    def get_queryset(self) -> QuerySet[WebhookEndpoint]:
        if getattr(self, "swagger_fake_view", False):
            return super().get_queryset()
        return WebhookEndpoint.objects.filter(
            owner=caller_of(self.request), removed_at__isnull=True
        )

    @extend_schema(
        request=webhooks.WebhookBody,
        responses={201: webhooks.WebhookSecretSerializer},
        summary="Add an endpoint",
    )
    def create(self, request: Request) -> Response:
        body = _with_story(body_of(webhooks.WebhookBody, request))
        endpoint = add_endpoint(owner=caller_of(request), **body)
        return Response(webhooks.WebhookSecretSerializer(endpoint).data, status=HTTPStatus.CREATED)

    @extend_schema(
        request=webhooks.WebhookChangesBody,
        responses=webhooks.WebhookSerializer,
        summary="Change an endpoint",
    )
    def partial_update(self, request: Request, pk: str) -> Response:
        body = _with_story(body_of(webhooks.WebhookChangesBody, request))
        endpoint = change_endpoint(endpoint=self.get_object(), **body)
        return Response(webhooks.WebhookSerializer(endpoint).data)

    @extend_schema(responses={204: None}, summary="Remove an endpoint")
    def destroy(self, request: Request, pk: str) -> Response:
        remove_endpoint(endpoint=self.get_object())
        return Response(status=HTTPStatus.NO_CONTENT)

    @extend_schema(
        request=None,
        responses=webhooks.WebhookSecretSerializer,
        summary="Get a new secret",
        description="For a day the secret before signs every message as well.",
    )
    @action(detail=True, methods=["post"], url_path="rotate-secret")
    def rotate_secret(self, request: Request, pk: str) -> Response:
        endpoint = rotate_secret(endpoint=self.get_object())
        return Response(webhooks.WebhookSecretSerializer(endpoint).data)


@extend_schema_view(list=extend_schema(summary="What was sent to your endpoints, or is to be"))
class DeliveryViewSet(ReadViewSet):
    """Messages to the caller's endpoints."""

    queryset = WebhookDelivery.objects.none()
    serializer_class = webhooks.DeliverySerializer
    filterset_class = filters.DeliveryFilters
    untagged = _UNTAGGED

    def get_queryset(self) -> QuerySet[WebhookDelivery]:
        if getattr(self, "swagger_fake_view", False):
            return super().get_queryset()
        return WebhookDelivery.objects.filter(
            endpoint__owner=caller_of(self.request), endpoint__removed_at__isnull=True
        )

    @extend_schema(
        request=None, responses=webhooks.DeliverySerializer, summary="Send a message again"
    )
    @action(detail=True, methods=["post"])
    def redeliver(self, request: Request, pk: str) -> Response:
        delivery = redeliver(delivery=self.get_object())
        return Response(webhooks.DeliverySerializer(delivery).data)


def _with_story(body: dict[str, Any]) -> dict[str, Any]:
    return body | {"story": story_of(body["story"])} if "story" in body else body
