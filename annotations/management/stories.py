"""Stories as people name them on the command line."""

from django.core.management.base import CommandError

from annotations.models import Story

_NAMED = 20


def story_named(name: str) -> Story:
    """The story of this slug, number or title. Raises CommandError, which names some there are."""
    stories = Story.objects.order_by("id")
    found = stories.filter(slug=name).first() or stories.filter(title__iexact=name).first()
    if found is None and name.isdecimal() and len(name) < 19:
        found = stories.filter(pk=name).first()
    if found is None:
        known = ", ".join(stories.values_list("slug", flat=True)[:_NAMED])
        there_are = f"There are: {known}." if known else "There is none yet."
        raise CommandError(f"There is no story {name!r}. {there_are}", returncode=2)
    return found
