"""Publishing a story's guidelines."""

from django.db import transaction

from annotations.models import Guideline, Story, User
from annotations.selectors.guidelines import current_guideline
from annotations.services.changes import record_change
from annotations.services.contents import clean_text
from annotations.services.transitions import require_editor


@transaction.atomic
def publish_guideline(*, story: Story, text: str, editor: User) -> Guideline:
    """Publish the next version; reviews record it from now on. The same text changes nothing.

    Raises InputError for an empty text and RefusedError unless ``editor`` is one.
    """
    require_editor(editor, "publish guidelines")
    text = clean_text("text", text, required=True)
    story = Story.objects.select_for_update(no_key=True).get(pk=story.pk)
    current = current_guideline(story)
    if current is not None and current.text == text:
        return current
    guideline = Guideline.objects.create(
        story=story,
        version=current.version + 1 if current else 1,
        text=text,
        published_by=editor,
    )
    record_change(
        actor=editor,
        action="guideline.published",
        obj=guideline,
        story=story,
        before={"version": current.version} if current else {},
        after={"version": guideline.version},
    )
    return guideline
