"""Inserting many rows at the cost of the database alone."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)

# Python's values of these are the database's.
_AS_THEY_ARE = (
    models.CharField,
    models.TextField,
    models.IntegerField,
    models.FloatField,
    models.ForeignKey,
)


def insert(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows, given as the values of ``columns`` in the form that the database takes.

    They are not made into objects and their ids are not told, which for rows of two columns is
    most of the cost; the model's other columns have to have defaults in the database.
    """
    quote = connection.ops.quote_name
    column_of = {field.name: str(field.column) for field in model._meta.concrete_fields}
    names = ", ".join(quote(column_of[name]) for name in columns)
    marks = ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(rows))


def create(model: type[Row], rows: Sequence[Row]) -> None:
    """What ``bulk_create`` does, for models whose id is a number and whose columns have no
    defaults in the database; within a transaction."""
    if not rows:
        return
    for row, pk in zip(rows, _free_ids(model, len(rows)), strict=True):
        row.pk = pk
        row._state.adding = False
        row._state.db = connection.alias
    fields = model._meta.concrete_fields
    values = [_values_of(field) for field in fields]
    insert(model, [field.name for field in fields], [[of(row) for of in values] for row in rows])


def _values_of(field: models.Field) -> Callable[[models.Model], Any]:
    """What gives a row's value of the field as the database takes it."""
    if isinstance(field, _AS_THEY_ARE):
        return attrgetter(field.attname)
    return lambda row: field.get_db_prep_save(field.pre_save(row, add=True), connection)


def _free_ids(model: type[models.Model], count: int) -> Iterable[int]:
    """Ids that the database gives to nobody else."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # Whoever writes keeps all others from writing until it is done.
            cursor.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = %s", [table])
            last = cursor.fetchone()[0] or 0
            return range(last + 1, last + 1 + count)
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [table, count],
        )
        return [pk for (pk,) in cursor.fetchall()]
