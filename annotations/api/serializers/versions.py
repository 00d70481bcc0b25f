"""What a new version of an article changed."""

from rest_framework import serializers

from annotations.api.serializers.claims import CLAIM_KINDS
from annotations.models import Figure


class EditedFigureSerializer(serializers.ModelSerializer):
    class Meta:
        model = Figure
        fields = [
            "id",
            "start",
            "end",
            "text",
            "low",
            "high",
            "modifier",
            "unit",
            "counted",
            "event",
        ]
        read_only_fields = fields


class FigureEditSerializer(serializers.Serializer):
    """A figure before and after; null where it was added or taken away."""

    old = EditedFigureSerializer(allow_null=True)
    new = EditedFigureSerializer(allow_null=True)


class EditedClaimSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField()
    kind = serializers.ChoiceField(choices=CLAIM_KINDS)
    speaker = serializers.CharField()


class ClaimEditSerializer(serializers.Serializer):
    """A claim whose words changed, with the figures that did."""

    old = EditedClaimSerializer()
    new = EditedClaimSerializer()
    figures = FigureEditSerializer(many=True)


class ArticleEditsSerializer(serializers.Serializer):
    """What changed between an article's version and the one before."""

    old = serializers.IntegerField(source="old.pk", help_text="The article before.")
    new = serializers.IntegerField(source="new.pk", help_text="The article that took its place.")
    at = serializers.DateTimeField(help_text="When it was published, or else arrived.")
    kept = serializers.IntegerField(help_text="How many claims stand unchanged.")
    edited = ClaimEditSerializer(many=True)
    added = EditedClaimSerializer(many=True)
    removed = EditedClaimSerializer(many=True)
