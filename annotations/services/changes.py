"""The one place where changes are written to the log."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Model

from annotations.models import Change, Story, User
from annotations.services.inserting import append


def record_change(
    *,
    actor: User | None,
    action: str,
    obj: Model,
    story: Story | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Change:
    """Log what ``actor`` (None for the machine) did to the saved ``obj``, in the transaction
    that did it.

    ``before`` and ``after`` hold the fields that changed, as values that JSON can carry.
    """
    change = _change(actor, action, obj, story, before, after)
    change.save(force_insert=True)
    return change


def record_changes(
    *,
    actor: User | None,
    action: str,
    objects: Iterable[tuple[Model, Mapping[str, Any], Mapping[str, Any]]],
    story: Story | None = None,
    story_of: Callable[[Any], Story | None] | None = None,
) -> None:
    """Log one action on many objects, each given with its ``before`` and ``after``; ``story_of``
    tells an object's story where they are not all of one ``story``."""
    changes = [
        _change(actor, action, obj, story_of(obj) if story_of else story, before, after)
        for obj, before, after in objects
    ]
    append(Change, changes)


def _change(
    actor: User | None,
    action: str,
    obj: Model,
    story: Story | None,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
) -> Change:
    return Change(
        actor=actor,
        action=action,
        object_type=obj._meta.model_name or "",
        object_id=obj.pk,
        story=story,
        before=dict(before or {}),
        after=dict(after or {}),
    )
