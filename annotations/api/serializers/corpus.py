"""Sources, stories and articles."""

from rest_framework import serializers

from annotations.api.serializers.base import BodySerializer, IdField
from annotations.models import Article, Source, Story
from annotations.services.reviewing import MOST_REVIEWS


class SourceSerializer(serializers.ModelSerializer):
    homepage = serializers.CharField(read_only=True, help_text="Empty where it is not known.")

    class Meta:
        model = Source
        fields = ["id", "name", "kind", "homepage", "created_at"]
        read_only_fields = fields


class SourceRefSerializer(serializers.ModelSerializer):
    class Meta:
        model = Source
        fields = ["id", "name"]
        read_only_fields = fields


class StorySerializer(serializers.ModelSerializer):
    class Meta:
        model = Story
        fields = ["id", "title", "slug", "reviews_needed", "created_at"]
        read_only_fields = fields


class StoryBody(BodySerializer):
    title = serializers.CharField(max_length=200)
    reviews_needed = serializers.IntegerField(min_value=1, max_value=MOST_REVIEWS, default=2)


class StorySettingsBody(BodySerializer):
    """What is left out stays as it is."""

    reviews_needed = serializers.IntegerField(
        min_value=1, max_value=MOST_REVIEWS, required=False, help_text="By each of its claims."
    )


class MoveBody(BodySerializer):
    story = IdField()


class ArticleSerializer(serializers.ModelSerializer):
    """An article without its text."""

    source = SourceRefSerializer(read_only=True)
    url = serializers.CharField(read_only=True, help_text="Empty where it is not known.")
    story = serializers.IntegerField(source="story_id", allow_null=True, read_only=True)
    supersedes = serializers.IntegerField(source="supersedes_id", allow_null=True, read_only=True)
    superseded_by = serializers.IntegerField(
        source="superseded_by.pk", allow_null=True, default=None, read_only=True
    )
    read = serializers.SerializerMethodField(help_text="Whether its claims have been extracted.")
    linked = serializers.SerializerMethodField(
        help_text="Whether its figures have been linked to those of other articles."
    )

    class Meta:
        model = Article
        fields = [
            "id",
            "source",
            "story",
            "url",
            "title",
            "byline",
            "credit",
            "published_at",
            "ingested_at",
            "text_sha256",
            "supersedes",
            "superseded_by",
            "read",
            "linked",
        ]
        read_only_fields = fields

    def get_read(self, article: Article) -> bool:
        return article.read_version != ""

    def get_linked(self, article: Article) -> bool:
        return article.linked_version != ""


class ArticleTextSerializer(ArticleSerializer):
    class Meta(ArticleSerializer.Meta):
        fields = [*ArticleSerializer.Meta.fields, "text"]
        read_only_fields = fields


class ArticleBody(BodySerializer):
    """Exactly one of ``text``, ``html`` and, to be fetched, ``url`` alone."""

    text = serializers.CharField(required=False, trim_whitespace=False)
    html = serializers.CharField(required=False, trim_whitespace=False)
    url = serializers.URLField(
        max_length=2000, required=False, default="", help_text="Fetched where no text is given."
    )
    title = serializers.CharField(max_length=500, required=False, default="", allow_blank=True)
    source = serializers.CharField(
        max_length=200,
        required=False,
        default="",
        help_text="The name of the source; read from the document where it is left out.",
    )
    story = IdField(required=False, allow_null=True, default=None)
    published_at = serializers.DateTimeField(required=False, allow_null=True, default=None)

    def validate(self, attrs: dict) -> dict:
        if "text" in attrs and "html" in attrs:
            raise serializers.ValidationError({"html": ["Give either text or html."]})
        if "text" not in attrs and "html" not in attrs and not attrs["url"]:
            raise serializers.ValidationError({"text": ["Give text, html or a url."]})
        return attrs


class IngestedSerializer(serializers.Serializer):
    outcome = serializers.ChoiceField(choices=["new", "known", "superseded"])
    article = ArticleSerializer()
