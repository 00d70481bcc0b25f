"""Publishing a story's guidelines."""

from django.db import transaction

from annotations.models import Guideline, Story, User
from annotations.selectors.guidelines import current_guideline
from annotations.services.changes import record_change
from annotations.services.contents import clean_text
from annotations.services.errors import InputError
from annotations.services.transitions import lock_story, require_editor


@transaction.atomic
def publish_guideline(
    *, story: Story, text: str, editor: User, expected_version: int | None = None
) -> Guideline:
    """Publish the next version; reviews record it from now on. The same text changes nothing.

    ``expected_version`` is the version in force as the editor saw it, 0 for none. Raises InputError
    for an empty text and where another version is in force, and RefusedError unless ``editor`` is
    one.
    """
    require_editor(editor, "publish guidelines")
    text = clean_text("text", text, required=True)
    story = lock_story(story.pk)
    current = current_guideline(story)
    if current is not None and current.text == text:
        return current
    version = current.version if current else 0
    if expected_version not in (None, version):
        raise InputError("text", f"Version {version} was published meanwhile; see what it says.")
    guideline = Guideline.objects.create(
        story=story,
        version=version + 1,
        text=text,
        published_by=editor,
    )
    record_change(
        actor=editor,
        action="guideline.published",
        obj=guideline,
        story=story,
        before={"version": version} if current else {},
        after={"version": guideline.version},
    )
    return guideline
