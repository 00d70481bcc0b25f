"""Comments, drafts and agreement."""

from rest_framework import serializers

from annotations.api.serializers.base import BodySerializer, IdField, UserRefSerializer
from annotations.api.serializers.corpus import SourceRefSerializer
from annotations.api.serializers.reviews import EvidenceField
from annotations.models import Comment, Disagreement, Rating


class CommentSerializer(serializers.ModelSerializer):
    """What a person says of a claim; the words of a retracted comment are not shown."""

    claim = serializers.IntegerField(source="claim_id", read_only=True)
    parent = serializers.IntegerField(source="parent_id", allow_null=True, read_only=True)
    author = UserRefSerializer(read_only=True)
    body = serializers.SerializerMethodField()

    class Meta:
        model = Comment
        fields = ["id", "claim", "parent", "author", "body", "written_at", "retracted_at"]
        read_only_fields = fields

    def get_body(self, comment: Comment) -> str:
        return "" if comment.retracted_at else comment.body


class CommentMentionSerializer(CommentSerializer):
    """A comment that mentions you, with the words of the claim it speaks of."""

    claim_text = serializers.CharField(source="claim.text", read_only=True)
    article = serializers.IntegerField(source="claim.article_id", read_only=True)
    story = serializers.IntegerField(
        source="claim.article.story_id", allow_null=True, read_only=True
    )
    source = SourceRefSerializer(source="claim.article.source", read_only=True)

    class Meta(CommentSerializer.Meta):
        fields = [*CommentSerializer.Meta.fields, "claim_text", "article", "story", "source"]
        read_only_fields = fields


class NewCommentBody(BodySerializer):
    claim = IdField()
    body = serializers.CharField(help_text="@name mentions a person.")
    parent = IdField(required=False, allow_null=True, default=None)


class DraftBody(BodySerializer):
    rating = serializers.ChoiceField(choices=Rating.choices, required=False, allow_blank=True)
    rationale = serializers.CharField(required=False, allow_blank=True)
    confidence = serializers.IntegerField(min_value=1, max_value=5, required=False, allow_null=True)
    disagreement = serializers.ChoiceField(
        choices=Disagreement.choices, required=False, allow_blank=True
    )
    evidence = EvidenceField()


class DraftSerializer(serializers.Serializer):
    """What you have typed of a review so far; nobody else sees it."""

    claim = serializers.IntegerField(source="claim_id")
    rating = serializers.ChoiceField(choices=Rating.choices, allow_blank=True)
    rationale = serializers.CharField()
    confidence = serializers.IntegerField(allow_null=True)
    disagreement = serializers.ChoiceField(choices=Disagreement.choices, allow_blank=True)
    evidence = serializers.ListField(child=serializers.DictField())
    saved_at = serializers.DateTimeField()


class ScoreSerializer(serializers.Serializer):
    claims = serializers.IntegerField()
    percent = serializers.FloatField(allow_null=True)
    alpha = serializers.FloatField(allow_null=True, help_text="Krippendorff's, nominal.")


class PairScoreSerializer(serializers.Serializer):
    first = UserRefSerializer()
    second = UserRefSerializer()
    score = ScoreSerializer()


class WeekScoreSerializer(serializers.Serializer):
    starts = serializers.DateField()
    score = ScoreSerializer()


class ConfusionSerializer(serializers.Serializer):
    first = serializers.ChoiceField(choices=Rating.choices)
    second = serializers.ChoiceField(choices=Rating.choices)
    count = serializers.IntegerField()


class AgreementSerializer(serializers.Serializer):
    """How far reviewers agree on claims whose reviews are complete."""

    score = ScoreSerializer()
    pairs = PairScoreSerializer(many=True)
    weeks = WeekScoreSerializer(many=True)
    confusions = ConfusionSerializer(many=True)
    disagreements = serializers.SerializerMethodField()

    def get_disagreements(self, agreement: object) -> dict[str, int]:
        return dict(agreement.disagreements)  # type: ignore[attr-defined]
