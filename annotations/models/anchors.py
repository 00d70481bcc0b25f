"""The telling names and words of articles, by which articles of one event find each other."""

from django.db import models

from annotations.models.corpus import Article


class ArticleAnchor(models.Model):
    """One of an article's most telling names or words, in the form that linking compares."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="anchors")
    key = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "article"], name="article_anchor_once"),
        ]

    def __str__(self) -> str:
        return self.key
