"""Webhook endpoints and what was sent to them."""

from rest_framework import serializers

from annotations.api.serializers.base import BodySerializer, IdField
from annotations.models import WebhookDelivery, WebhookEndpoint
from annotations.selectors.changes import KINDS


class WebhookSerializer(serializers.ModelSerializer):
    kinds = serializers.ListField(
        child=serializers.ChoiceField(choices=KINDS),
        read_only=True,
        help_text="The kinds of objects it is told of; all where empty.",
    )
    story = serializers.IntegerField(source="story_id", allow_null=True, read_only=True)

    class Meta:
        model = WebhookEndpoint
        fields = [
            "id",
            "url",
            "description",
            "kinds",
            "story",
            "active",
            "inactive_reason",
            "previous_secret_until",
            "created_at",
        ]
        read_only_fields = fields


class WebhookSecretSerializer(WebhookSerializer):
    secret = serializers.CharField(read_only=True, help_text="Shown this once.")

    class Meta(WebhookSerializer.Meta):
        fields = [*WebhookSerializer.Meta.fields, "secret"]
        read_only_fields = fields


class WebhookChangesBody(BodySerializer):
    url = serializers.URLField(max_length=2000, required=False)
    description = serializers.CharField(max_length=200, required=False, allow_blank=True)
    kinds = serializers.ListField(
        child=serializers.ChoiceField(choices=KINDS), required=False, max_length=len(KINDS)
    )
    story = IdField(required=False, allow_null=True)
    active = serializers.BooleanField(required=False)


class WebhookBody(BodySerializer):
    url = serializers.URLField(max_length=2000)
    description = serializers.CharField(max_length=200, required=False, allow_blank=True)
    kinds = serializers.ListField(
        child=serializers.ChoiceField(choices=KINDS), required=False, max_length=len(KINDS)
    )
    story = IdField(required=False, allow_null=True)


class DeliverySerializer(serializers.ModelSerializer):
    """One message; it is sent again until it is taken, or given up as dead after a day."""

    endpoint = serializers.IntegerField(source="endpoint_id", read_only=True)
    change = serializers.IntegerField(source="change_id", read_only=True)
    payload = serializers.DictField(read_only=True)

    class Meta:
        model = WebhookDelivery
        fields = [
            "id",
            "endpoint",
            "change",
            "message_id",
            "payload",
            "state",
            "attempts",
            "next_attempt_at",
            "last_status",
            "last_error",
            "created_at",
            "delivered_at",
        ]
        read_only_fields = fields
