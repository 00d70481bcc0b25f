"""What a query or a form asks for beside the fields of a form."""

from django.http import QueryDict
from django.shortcuts import get_object_or_404

from annotations.models import Story


def text_asked(fields: QueryDict, name: str) -> str:
    """The field without space around it, and without null characters, which no database holds."""
    return fields.get(name, "").replace("\0", "").strip()


def story_asked(fields: QueryDict) -> Story | None:
    """The story whose slug the field ``story`` holds, None where it is empty. Raises Http404."""
    slug = text_asked(fields, "story")
    return get_object_or_404(Story, slug=slug) if slug else None
