"""Bringing stored rows up to what is wanted of them, writing only where they differ."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db.models import Model

from annotations.services.inserting import create, update

Row = TypeVar("Row", bound=Model)
Key = TypeVar("Key", bound=Hashable)
Columns = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reconciled(Generic[Key, Row]):
    """``rows`` are those wanted, in their order; ``gone`` are stored rows that no longer are,
    for the caller to withdraw or delete. ``before`` holds what changed columns held, by id."""

    rows: dict[Key, Row]
    created: list[Row] = field(default_factory=list)
    changed: list[Row] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    before: dict[int, Columns] = field(default_factory=dict)


def reconcile(
    model: type[Row],
    stored: Iterable[Row],
    wanted: Mapping[Key, Columns],
    *,
    key: Callable[[Row], Key],
    stamp: Columns | None = None,
    touch: Callable[[Row], None] = lambda row: None,
) -> Reconciled[Key, Row]:
    """Create and update rows so that those of the keys wanted hold the columns wanted.

    ``stamp`` columns are written with a row that is created or differs, and make none differ;
    ``touch`` is called on each row that differs, before it is written.
    """
    stamp = stamp or {}
    known = {key(row): row for row in stored}
    result: Reconciled[Key, Row] = Reconciled(rows={})
    for place, columns in wanted.items():
        row = known.pop(place, None)
        if row is None:
            row = model(**columns, **stamp)
            result.created.append(row)
        elif before := _assign(row, columns):
            _assign(row, stamp)
            touch(row)
            result.changed.append(row)
            result.before[row.pk] = before
        result.rows[place] = row
    result.gone.extend(known.values())
    create(model, result.created)
    save_all(result.changed)
    return result


def save_all(rows: Sequence[Model]) -> None:
    """Write all columns of the rows, which are of one model."""
    if rows:
        fields = [field.name for field in rows[0]._meta.concrete_fields if not field.primary_key]
        update(type(rows[0]), rows, fields)


def _assign(row: Model, columns: Columns) -> dict[str, Any]:
    """Set the columns; give what those that differed held before."""
    before = {
        name: getattr(row, name) for name, value in columns.items() if getattr(row, name) != value
    }
    for name in before:
        setattr(row, name, columns[name])
    return before
