"""Tokens of the caller, and who the caller is."""

from datetime import timedelta
from http import HTTPStatus

from django.contrib.auth import authenticate
from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.mixins import ListModelMixin
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.authentication import BearerAuthentication
from annotations.api.permissions import WithinScope, caller_of, may_write
from annotations.api.serializers.tokens import (
    AccountSerializer,
    IssuedTokenSerializer,
    TokenBody,
    TokenSerializer,
)
from annotations.api.throttling import CallerThrottle, SignInThrottle
from annotations.api.views.base import ApiViewSet, body_of
from annotations.models import ApiToken
from annotations.services.tokens import issue_token, revoke_token


@extend_schema_view(list=extend_schema(summary="Your tokens that are good"))
class TokenViewSet(ListModelMixin, ApiViewSet):
    """Tokens for programs: kept as hashes, expiring, revocable."""

    queryset = ApiToken.objects.none()
    serializer_class = TokenSerializer
    pagination_class = None
    lookup_field = "public_id"
    lookup_url_kwarg = "id"
    lookup_value_regex = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    untagged = ("list",)

    def get_authenticators(self) -> list:
        # A stale token in the header must not keep anyone from getting a new one.
        method = self.request.method if self.request else ""
        return [] if method == "POST" else super().get_authenticators()

    def get_authenticate_header(self, request: Request) -> str:
        return str(BearerAuthentication().authenticate_header(request))

    def get_permissions(self) -> list:
        return [AllowAny()] if self.action == "create" else [WithinScope()]

    def get_throttles(self) -> list:
        return [SignInThrottle()] if self.action == "create" else [CallerThrottle()]

    def get_queryset(self) -> QuerySet[ApiToken]:
        if getattr(self, "swagger_fake_view", False):
            return super().get_queryset()
        mine: QuerySet[ApiToken] = ApiToken.objects.filter(
            user=caller_of(self.request), revoked_at__isnull=True, expiry__gt=timezone.now()
        )
        return mine

    @extend_schema(
        request=TokenBody,
        responses={201: IssuedTokenSerializer},
        summary="Get a token with user name and password",
        auth=[],
    )
    def create(self, request: Request) -> Response:
        body = body_of(TokenBody, request)
        user = authenticate(request._request, username=body["username"], password=body["password"])
        if user is None:
            raise AuthenticationFailed("User name and password do not fit.")
        row, token = issue_token(
            user=user,
            name=body["name"],
            scope=body["scope"],
            lifetime=timedelta(days=body["days"]),
        )
        row.token = token
        return Response(IssuedTokenSerializer(row).data, status=HTTPStatus.CREATED)

    @extend_schema(
        responses={204: None},
        summary="Revoke a token",
        parameters=[OpenApiParameter("id", OpenApiTypes.UUID, OpenApiParameter.PATH)],
    )
    def destroy(self, request: Request, id: str) -> Response:  # noqa: A002 - the address's word
        revoke_token(token=self.get_object(), actor=caller_of(request))
        return Response(status=HTTPStatus.NO_CONTENT)


class AccountViewSet(ApiViewSet):
    """The caller."""

    serializer_class = AccountSerializer
    pagination_class = None

    @extend_schema(responses=AccountSerializer, summary="Who calls")
    def retrieve(self, request: Request) -> Response:
        user = caller_of(request)
        scope = ApiToken.Scope.WRITE if may_write(request) else ApiToken.Scope.READ
        return Response(
            {"id": user.pk, "username": user.username, "role": user.role, "scope": scope}
        )
