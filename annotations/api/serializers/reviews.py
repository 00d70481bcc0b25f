"""Reviews, verdicts, leases and what is done to claims."""

from typing import Any

from rest_framework import serializers

from annotations.api.serializers.base import BodySerializer, IdField, UserRefSerializer
from annotations.api.serializers.claims import ClaimSerializer
from annotations.models import Disagreement, Lease, Rating, Review, Verdict
from annotations.services.evidence import MOST_ITEMS


class ReviewSerializer(serializers.ModelSerializer):
    claim = serializers.IntegerField(source="claim_id", read_only=True)
    reviewer = UserRefSerializer(read_only=True)
    disagreement = serializers.ChoiceField(choices=Disagreement.choices, allow_blank=True)
    evidence = serializers.ListField(child=serializers.DictField(), read_only=True)

    class Meta:
        model = Review
        fields = [
            "id",
            "claim",
            "reviewer",
            "rating",
            "rationale",
            "evidence",
            "confidence",
            "disagreement",
            "submitted_at",
            "superseded_at",
        ]
        read_only_fields = fields


class VerdictSerializer(serializers.ModelSerializer):
    claim = serializers.IntegerField(source="claim_id", read_only=True)
    signed_by = UserRefSerializer(read_only=True)
    evidence = serializers.DictField(
        read_only=True, help_text="What the verdict stood on when it was signed."
    )

    class Meta:
        model = Verdict
        fields = [
            "id",
            "claim",
            "rating",
            "ruling",
            "unknown",
            "evidence",
            "methodology",
            "signed_by",
            "signed_at",
            "superseded_at",
            "stale_at",
            "stale_reason",
        ]
        read_only_fields = fields


class EvidenceField(serializers.ListField):
    """Evidence as the service checks it: each item an object with its ``kind``."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            child=serializers.DictField(),
            required=False,
            max_length=MOST_ITEMS,
            help_text=(
                'Objects of the kinds {"kind": "url", "url"}, {"kind": "figure", "figure": id}, '
                '{"kind": "group", "group": id} and {"kind": "quote", "article": id, "start", '
                '"end"}, each with an optional "note".'
            ),
            **kwargs,
        )


class ReviewBody(BodySerializer):
    rating = serializers.ChoiceField(choices=Rating.choices)
    rationale = serializers.CharField(required=False, allow_blank=True)
    confidence = serializers.IntegerField(min_value=1, max_value=5, required=False, allow_null=True)
    disagreement = serializers.ChoiceField(
        choices=Disagreement.choices,
        required=False,
        allow_blank=True,
        help_text="Over what you differ from the article, where you do.",
    )
    evidence = EvidenceField()


class VerdictBody(BodySerializer):
    rating = serializers.ChoiceField(choices=Rating.choices)
    ruling = serializers.CharField(help_text="One paragraph for the reader.")
    unknown = serializers.CharField(required=False, allow_blank=True)


class CommentBody(BodySerializer):
    comment = serializers.CharField()


class ReasonBody(BodySerializer):
    reason = serializers.CharField()


class LeaseSerializer(serializers.ModelSerializer):
    claim = serializers.IntegerField(source="claim_id", read_only=True)

    class Meta:
        model = Lease
        fields = ["claim", "granted_at", "expires_at"]
        read_only_fields = fields


class QueueBody(BodySerializer):
    story = IdField(required=False, allow_null=True, default=None)


class QueueSerializer(serializers.Serializer):
    """What is left for the caller: ``available`` is false while others hold all of it."""

    left = serializers.IntegerField()
    available = serializers.BooleanField()
    next_lapse_at = serializers.DateTimeField(allow_null=True)


class HandedOutSerializer(serializers.Serializer):
    """The next claim under a lease, or null and what is left."""

    claim = ClaimSerializer(allow_null=True)
    lease = LeaseSerializer(allow_null=True)
    queue = QueueSerializer()
