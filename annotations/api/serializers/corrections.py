"""What people correct of claims and figures."""

from typing import Any

from rest_framework import serializers

from annotations.api.serializers.base import BodySerializer, IdField
from annotations.api.serializers.claims import CLAIM_KINDS
from annotations.extraction.types import Direction, Modifier, Standing
from annotations.models.claims import choices

_START = "Offset in the article's text, in code points."
_QUOTE = "The words of the span, to be sure of it."


class OffsetField(serializers.IntegerField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=2**31 - 1, **kwargs)


class _Span(BodySerializer):
    start = OffsetField(help_text=_START)
    end = OffsetField()
    quote = serializers.CharField(required=False, help_text=_QUOTE, trim_whitespace=False)


class _OtherSpan(BodySerializer):
    start = OffsetField(required=False, help_text=_START)
    end = OffsetField(required=False)
    quote = serializers.CharField(required=False, help_text=_QUOTE, trim_whitespace=False)


class NewClaimBody(_Span):
    article = IdField()
    kind = serializers.ChoiceField(choices=CLAIM_KINDS, required=False)
    speaker = serializers.CharField(max_length=300, required=False, allow_blank=True)


class ClaimCorrectionBody(_OtherSpan):
    kind = serializers.ChoiceField(choices=CLAIM_KINDS, required=False)
    speaker = serializers.CharField(max_length=300, required=False, allow_blank=True)


class SplitBody(BodySerializer):
    at = OffsetField(help_text="Where the second claim begins.")


class MergeBody(BodySerializer):
    claims = serializers.ListField(child=IdField(), min_length=2, max_length=50)


class _Meaning(serializers.Serializer):
    low = serializers.FloatField(required=False, allow_null=True)
    high = serializers.FloatField(required=False, allow_null=True)
    modifier = serializers.ChoiceField(choices=choices(Modifier), required=False)
    unit = serializers.CharField(max_length=60, required=False)
    counted = serializers.CharField(max_length=100, required=False, allow_blank=True)
    counted_text = serializers.CharField(max_length=300, required=False, allow_blank=True)
    event = serializers.CharField(max_length=60, required=False, allow_blank=True)
    direction = serializers.ChoiceField(
        choices=choices(Direction), required=False, allow_blank=True
    )
    standing = serializers.ChoiceField(choices=choices(Standing), required=False)
    place = serializers.CharField(max_length=200, required=False, allow_blank=True)
    time = serializers.CharField(max_length=200, required=False, allow_blank=True)
    actor = serializers.CharField(max_length=200, required=False, allow_blank=True)
    as_of = serializers.DateField(required=False, allow_null=True)


class NewFigureBody(_Meaning, _Span):
    claim = IdField()


class FigureCorrectionBody(_Meaning, _OtherSpan):
    pass


class PairDecisionBody(BodySerializer):
    other = IdField(help_text="Another figure of the story.")
    same = serializers.BooleanField()
