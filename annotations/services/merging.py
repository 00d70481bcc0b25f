"""Bringing an article's claims or figures up to a reading, around what people did."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.utils import timezone

from annotations.extraction.version import ENGINE_VERSION
from annotations.models import Claim, Figure
from annotations.services.reconciling import Reconciled, reconcile, save_all

Row = TypeVar("Row", Claim, Figure)
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Merged(Generic[Row]):
    """``in_force`` are the rows that count now; ``withdrawn`` are those that did until now."""

    in_force: list[Row]
    withdrawn: list[Row]


def merge(
    model: type[Row],
    rows: Iterable[Row],
    wanted: Mapping[Key, Mapping[str, Any]],
    *,
    key: Callable[[Row], Key],
    kept: Collection[int],
) -> Merged[Row]:
    """Make the rows in force those that ``wanted`` describes by key, column by column.

    Rows that are as described are not written; others are changed, revived or withdrawn. Rows
    whose ids are ``kept`` are never touched, and nothing takes their place.
    """
    latest = _latest(rows, key)
    untouched = {place: row for place, row in latest.items() if row.pk in kept}
    merged: Reconciled[Key, Row] = reconcile(
        model,
        [row for place, row in latest.items() if place not in untouched],
        {
            place: {**columns, "withdrawn_at": None}
            for place, columns in wanted.items()
            if place not in untouched
        },
        key=key,
        stamp={"engine_version": ENGINE_VERSION},
        touch=_touch,
    )
    withdrawn = [row for row in merged.gone if row.withdrawn_at is None]
    for row in withdrawn:
        row.withdrawn_at = timezone.now()
        _touch(row)
    save_all(withdrawn)
    standing: list[Row] = [row for row in untouched.values() if row.withdrawn_at is None]
    in_force = list(merged.rows.values()) + standing
    return Merged(in_force=in_force, withdrawn=withdrawn)


def _latest(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, Row]:
    """The row of each key: the one in force, else the one withdrawn last."""
    found: dict[Key, Row] = {}
    for row in sorted(rows, key=lambda row: (row.withdrawn_at is None, row.pk)):
        found[key(row)] = row
    return found


def _touch(row: Claim | Figure) -> None:
    """What every change of a claim's row carries with it."""
    if isinstance(row, Claim):
        row.version += 1
        row.changed_at = timezone.now()
