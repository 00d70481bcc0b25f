"""Stories as people name them on the command line."""

from django.core.management.base import CommandError

from annotations.models import Story


def story_named(name: str) -> Story:
    """The story of this slug, number or title. Raises CommandError."""
    stories = Story.objects.order_by("id")
    found = stories.filter(slug=name).first() or stories.filter(title__iexact=name).first()
    if found is None and name.isdecimal() and len(name) < 19:
        found = stories.filter(pk=name).first()
    if found is None:
        raise CommandError(f"There is no story {name!r}.", returncode=2)
    return found
