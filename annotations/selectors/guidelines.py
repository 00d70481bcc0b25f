"""Reads of a story's guidelines."""

from django.db.models import QuerySet

from annotations.models import Guideline, Story


def current_guideline(story: Story | None) -> Guideline | None:
    """The version that reviews are made under now; None where the story has none."""
    if story is None:
        return None
    return Guideline.objects.filter(story=story).order_by("-version").first()


def guidelines_of(story: Story) -> QuerySet[Guideline]:
    """All versions with who published them, the one in force first."""
    return Guideline.objects.filter(story=story).select_related("published_by").order_by("-version")
