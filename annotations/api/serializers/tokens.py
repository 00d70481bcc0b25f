"""Tokens: asked for with a password, listed without the token itself."""

from django.conf import settings
from rest_framework import serializers

from annotations.api.serializers.base import BodySerializer
from annotations.models import ApiToken, Role

MAX_DAYS = 365


class TokenSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="public_id", read_only=True)
    created_at = serializers.DateTimeField(source="created", read_only=True)
    expires_at = serializers.DateTimeField(source="expiry", read_only=True)

    class Meta:
        model = ApiToken
        fields = ["id", "name", "scope", "created_at", "expires_at", "last_used_at"]
        read_only_fields = fields


class TokenBody(BodySerializer):
    username = serializers.CharField(max_length=150)
    password = serializers.CharField(max_length=1000, trim_whitespace=False)
    name = serializers.CharField(max_length=100, help_text="What the token is for.")
    scope = serializers.ChoiceField(choices=ApiToken.Scope.choices, default=ApiToken.Scope.READ)
    days = serializers.IntegerField(
        min_value=1,
        max_value=MAX_DAYS,
        required=False,
        help_text="Until it expires; what the service is set to (90) where left out.",
    )

    def validate(self, attrs: dict) -> dict:
        return {"days": settings.API_TOKEN_DAYS} | attrs


class IssuedTokenSerializer(TokenSerializer):
    token = serializers.CharField(help_text="Shown this once.")

    class Meta(TokenSerializer.Meta):
        fields = [*TokenSerializer.Meta.fields, "token"]
        read_only_fields = fields


class AccountSerializer(serializers.Serializer):
    """Who calls, and what the credentials allow."""

    id = serializers.IntegerField()
    username = serializers.CharField()
    role = serializers.ChoiceField(choices=Role.choices)
    scope = serializers.ChoiceField(choices=ApiToken.Scope.choices)
