"""A story's guidelines."""

from rest_framework import serializers

from annotations.api.serializers.base import BodySerializer, IdField, UserRefSerializer
from annotations.models import Guideline


class GuidelineSerializer(serializers.ModelSerializer):
    """One version of the text that tells a story's reviewers how to rate."""

    story = serializers.IntegerField(source="story_id", read_only=True)
    published_by = UserRefSerializer(read_only=True)

    class Meta:
        model = Guideline
        fields = ["id", "story", "version", "text", "published_by", "published_at"]
        read_only_fields = fields


class GuidelineBody(BodySerializer):
    story = IdField()
    text = serializers.CharField()
