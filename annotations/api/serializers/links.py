"""Figure groups, links, and a story's figures side by side."""

from django.db.models import Q
from rest_framework import serializers

from annotations.api.serializers.base import BodySerializer
from annotations.api.serializers.claims import FigureSerializer
from annotations.api.serializers.corpus import SourceRefSerializer
from annotations.linking.types import OriginKind, Relation
from annotations.models import FigureGroup, FigureLink, GroupRelation, Origin
from annotations.selectors.figures import Cell
from annotations.selectors.mentions import Sum

RELATIONS = [item.value for item in Relation]


class OriginSerializer(serializers.ModelSerializer):
    kind = serializers.ChoiceField(choices=[item.value for item in OriginKind], read_only=True)

    class Meta:
        model = Origin
        fields = ["id", "kind", "label"]
        read_only_fields = fields


class FigureLinkSerializer(serializers.ModelSerializer):
    group = serializers.IntegerField(source="group_id", read_only=True)
    figure = serializers.IntegerField(source="figure_id", read_only=True)
    reasons = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = FigureLink
        fields = ["id", "group", "figure", "relation", "status", "reasons", "score"]
        read_only_fields = fields


class LinkDecisionBody(BodySerializer):
    same = serializers.BooleanField(
        help_text="Whether the figure states the same quantity as the others of its group."
    )


class LinkDecisionSerializer(serializers.Serializer):
    """What was decided; linking runs again afterwards and keeps to it."""

    figure = serializers.IntegerField()
    group = serializers.IntegerField()
    same = serializers.BooleanField()


class FigureGroupSerializer(serializers.ModelSerializer):
    """Figures that state the same quantity: [low, high] is the interval that all allow."""

    story = serializers.IntegerField(source="story_id", read_only=True)

    class Meta:
        model = FigureGroup
        fields = [
            "id",
            "story",
            "label",
            "unit",
            "counted",
            "event",
            "low",
            "high",
            "outlets",
            "independent_origins",
        ]
        read_only_fields = fields


class MemberSerializer(serializers.ModelSerializer):
    """A link with its figure and the figure's source."""

    figure = FigureSerializer(read_only=True)
    source = SourceRefSerializer(source="figure.article.source", read_only=True)
    reasons = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = FigureLink
        fields = ["id", "figure", "source", "relation", "status", "reasons", "score"]
        read_only_fields = fields


class GroupRelationSerializer(serializers.ModelSerializer):
    first = serializers.IntegerField(source="first_id", read_only=True)
    second = serializers.IntegerField(source="second_id", read_only=True)
    reasons = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = GroupRelation
        fields = ["first", "second", "relation", "reasons"]
        read_only_fields = fields


class SumSerializer(serializers.Serializer):
    """A total and its parts; ``total`` is null where the parts imply what no source states."""

    text = serializers.CharField(help_text="Such as 6 = 4 + 2, or 6 = 4 + 2 others.")
    rest = serializers.CharField(
        help_text="What the stated parts leave of the total, such as 2 others: derived, stated by "
        "no source. Empty where the parts make the total up."
    )
    total = serializers.IntegerField(source="total.pk", allow_null=True, default=None)
    parts = serializers.SerializerMethodField()
    article = serializers.IntegerField(source="article.pk", allow_null=True, default=None)
    scope = serializers.CharField()
    derived = serializers.BooleanField()
    reasons = serializers.ListField(child=serializers.CharField())

    def get_parts(self, row: Sum) -> list[int]:
        return [part.pk for part in row.parts]


class FigureGroupDetailSerializer(FigureGroupSerializer):
    origins = OriginSerializer(many=True, read_only=True)
    members = MemberSerializer(many=True, read_only=True, source="links")
    relations = serializers.SerializerMethodField()

    class Meta(FigureGroupSerializer.Meta):
        fields = [*FigureGroupSerializer.Meta.fields, "origins", "members", "relations"]
        read_only_fields = fields

    def get_relations(self, group: FigureGroup) -> list[dict]:
        rows = GroupRelation.objects.filter(Q(first=group) | Q(second=group))
        return list(GroupRelationSerializer(rows, many=True).data)

    get_relations.__annotations__["return"] = GroupRelationSerializer(many=True)


class MentionSerializer(serializers.Serializer):
    """A figure as its article states it."""

    figure = serializers.IntegerField(source="figure.pk")
    claim = serializers.IntegerField(source="figure.claim_id")
    article = serializers.IntegerField(source="figure.article_id")
    source = SourceRefSerializer()
    published_at = serializers.DateTimeField(source="figure.article.published_at", allow_null=True)
    text = serializers.CharField(source="figure.text")
    sentence = serializers.CharField()
    value = serializers.CharField(help_text="In words, such as ≥ 6.")
    relation = serializers.ChoiceField(choices=RELATIONS)
    status = serializers.ChoiceField(choices=FigureLink.Status.choices)
    reasons = serializers.ListField(child=serializers.CharField())
    score = serializers.FloatField()
    origins = OriginSerializer(many=True)


class ContrastSerializer(serializers.Serializer):
    """Another group on the same thing with a different quantity."""

    group = serializers.IntegerField(source="group.pk")
    relation = serializers.ChoiceField(choices=RELATIONS)
    value = serializers.CharField()
    reasons = serializers.ListField(child=serializers.CharField())
    sources = serializers.ListField(child=serializers.CharField())


class ElsewhereSerializer(serializers.Serializer):
    """The same figure in the other articles of its story."""

    group = serializers.IntegerField(source="group.pk", allow_null=True, default=None)
    mentions = MentionSerializer(many=True)
    contrasts = ContrastSerializer(many=True)
    sums = SumSerializer(many=True)


class CellSerializer(serializers.Serializer):
    """What one source states of a quantity; derived where it states only the parts."""

    source = serializers.IntegerField(source="source.pk")
    value = serializers.CharField()
    derived = serializers.BooleanField()
    relation = serializers.CharField(allow_blank=True)
    status = serializers.CharField(allow_blank=True)
    figures = serializers.SerializerMethodField()

    def get_figures(self, cell: Cell) -> list[int]:
        return [mention.figure.pk for mention in cell.mentions]


class RowSerializer(serializers.Serializer):
    group = serializers.IntegerField(source="group.pk")
    label = serializers.CharField()
    unit = serializers.CharField(allow_blank=True)
    low = serializers.FloatField(source="group.low", allow_null=True)
    high = serializers.FloatField(source="group.high", allow_null=True)
    value = serializers.CharField(help_text="The interval that all who state it allow.")
    outlets = serializers.IntegerField()
    origins = serializers.IntegerField(help_text="Independent origins behind the outlets.")
    cells = serializers.ListField(
        child=CellSerializer(allow_null=True),
        help_text="In the order of the sources; null where a source says nothing of it.",
    )
    contrasts = ContrastSerializer(many=True)
    sums = SumSerializer(many=True)


class MatrixSerializer(serializers.Serializer):
    """A story's quantities (rows) by its sources (columns)."""

    sources = SourceRefSerializer(many=True)
    rows = RowSerializer(many=True)
