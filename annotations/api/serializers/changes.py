"""The change feed."""

from rest_framework import serializers

from annotations.api.serializers.base import UserRefSerializer


class ChangeSerializer(serializers.Serializer):
    """Who did what to which object; ``actor`` is null for the machine."""

    id = serializers.IntegerField()
    at = serializers.DateTimeField()
    action = serializers.CharField(help_text="Such as verdict.signed.")
    kind = serializers.CharField(help_text="Of the object, such as verdict.")
    object = serializers.IntegerField(help_text="The object's id.")
    story = serializers.IntegerField(allow_null=True)
    actor = UserRefSerializer(allow_null=True)
    before = serializers.DictField()
    after = serializers.DictField()


class FeedSerializer(serializers.Serializer):
    results = ChangeSerializer(many=True)
    cursor = serializers.CharField(
        allow_null=True,
        help_text="To be given as after the next time; null while there is no change at all.",
    )
    more = serializers.BooleanField(help_text="Whether more changes wait already.")
