"""Claims and figures. Claims are rendered by ``rows.claims``; this is the shape they have."""

from rest_framework import serializers

from annotations.api.serializers.base import BodySerializer, IdField, UserRefSerializer
from annotations.api.serializers.corpus import SourceRefSerializer
from annotations.extraction.types import ClaimKind, Direction
from annotations.linking.types import Relation
from annotations.models import Claim, Figure, FigureLink, Rating
from annotations.models.claims import choices
from annotations.workflow import Action

CLAIM_KINDS = choices(ClaimKind)
FIGURE_FIELDS = [
    "id",
    "article",
    "claim",
    "start",
    "end",
    "text",
    "low",
    "high",
    "modifier",
    "unit",
    "counted",
    "counted_modifiers",
    "counted_text",
    "event",
    "direction",
    "standing",
    "place",
    "time",
    "actor",
    "as_of",
    "speaker",
]


class FigureSerializer(serializers.ModelSerializer):
    """A quantity: the interval [low, high], open where null, with its meaning."""

    article = serializers.IntegerField(source="article_id", read_only=True)
    claim = serializers.IntegerField(source="claim_id", read_only=True)
    direction = serializers.ChoiceField(
        choices=choices(Direction),
        allow_blank=True,
        help_text="Of a change; a level has none.",
    )
    counted_modifiers = serializers.ListField(child=serializers.CharField(), read_only=True)
    group = serializers.IntegerField(
        source="link.group_id", allow_null=True, default=None, read_only=True
    )
    relation = serializers.ChoiceField(
        choices=[item.value for item in Relation],
        source="link.relation",
        allow_null=True,
        default=None,
        read_only=True,
        help_text="To the group's leading figure.",
    )
    link_status = serializers.ChoiceField(
        choices=FigureLink.Status.choices,
        source="link.status",
        allow_null=True,
        default=None,
        read_only=True,
    )

    class Meta:
        model = Figure
        fields = [*FIGURE_FIELDS, "group", "relation", "link_status"]
        read_only_fields = fields


class ArticleRefSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    title = serializers.CharField()
    url = serializers.CharField()
    published_at = serializers.DateTimeField(allow_null=True)


class RatingSerializer(serializers.Serializer):
    """A review as far as a claim shows it, where the reader may see it."""

    id = serializers.IntegerField()
    reviewer = UserRefSerializer()
    rating = serializers.ChoiceField(choices=Rating.choices)
    submitted_at = serializers.DateTimeField()


class CurrentVerdictSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    rating = serializers.ChoiceField(choices=Rating.choices)
    ruling = serializers.CharField()
    unknown = serializers.CharField()
    signed_at = serializers.DateTimeField()
    stale_at = serializers.DateTimeField(allow_null=True)
    stale_reason = serializers.CharField()


class ClaimSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    article = ArticleRefSerializer()
    source = SourceRefSerializer()
    story = serializers.IntegerField(allow_null=True)
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField()
    kind = serializers.ChoiceField(choices=CLAIM_KINDS)
    speaker = serializers.CharField()
    score = serializers.FloatField(help_text="Check-worthiness, from 0 to 1.")
    state = serializers.ChoiceField(choices=Claim.State.choices)
    version = serializers.IntegerField(help_text="Grows with every change of state: for If-Match.")
    created_at = serializers.DateTimeField()
    changed_at = serializers.DateTimeField()
    figures = FigureSerializer(many=True)
    reviews = RatingSerializer(many=True, help_text="Those that the reader may see.")
    verdict = CurrentVerdictSerializer(allow_null=True)
    allowed_actions = serializers.ListField(
        child=serializers.ChoiceField(choices=[item.value for item in Action])
    )


class ClaimStatusSerializer(serializers.Serializer):
    claim = serializers.IntegerField()
    state = serializers.ChoiceField(choices=Claim.State.choices)
    version = serializers.IntegerField()
    changed_at = serializers.DateTimeField()
    rating = serializers.ChoiceField(
        choices=Rating.choices, allow_null=True, help_text="That of the current verdict."
    )
    verdict = serializers.IntegerField(allow_null=True)
    signed_at = serializers.DateTimeField(allow_null=True)
    stale_at = serializers.DateTimeField(allow_null=True)
    stale_reason = serializers.CharField(allow_null=True)


MAX_STATUSES = 500


class StatusesBody(BodySerializer):
    claims = serializers.ListField(child=IdField(), min_length=1, max_length=MAX_STATUSES)


class StatusesSerializer(serializers.Serializer):
    results = ClaimStatusSerializer(many=True)
    missing = serializers.ListField(
        child=serializers.IntegerField(), help_text="Ids that name no claim."
    )
