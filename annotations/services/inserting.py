"""Inserting and updating many rows at the cost of the database alone."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)
Adapter = Callable[[Any], Any]

# Fewer rows are inserted sooner than a copy has begun.
_WORTH_COPYING = 20
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
    rows = list(rows)
    if not rows:
        return
    quote = connection.ops.quote_name
    column_of = {field.name: str(field.column) for field in model._meta.concrete_fields}
    table = quote(model._meta.db_table)
    names = ", ".join(quote(column_of[name]) for name in columns)
    if connection.vendor == "postgresql" and len(rows) >= _WORTH_COPYING:
        _copy(f"COPY {table} ({names}) FROM STDIN", rows)
        return
    marks = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608


def insert_alike(
    model: type[models.Model],
    rows: Sequence[Mapping[str, Any]],
    *,
    alike: Mapping[str, Any],
) -> Sequence[int]:
    """Insert rows, given as the same few fields of each and the fields in which all are
    ``alike``, by their attribute names; the others have their defaults. Gives their ids.

    For models whose id is a number and whose columns have no defaults in the database; within a
    transaction. The rows are not made into objects.
    """
    if not rows:
        return []
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    own = [field for field in fields if field.attname in rows[0]]
    others = [field for field in fields if field.attname not in rows[0]]
    blank = model(**alike)
    common = [_stored(field)(field.pre_save(blank, add=True)) for field in others]
    values_of = itemgetter(*(field.attname for field in own))
    adapters = [(place, _stored(field)) for place, field in enumerate(own) if _adapted(field)]
    ids = _free_ids(model, len(rows))
    insert(
        model,
        [model._meta.pk.name, *(field.name for field in (*own, *others))],
        (
            (pk, *_all_adapted(values_of(row), adapters), *common)
            for pk, row in zip(ids, rows, strict=True)
        ),
    )
    return ids


def create(model: type[Row], rows: Sequence[Row]) -> None:
    """What ``bulk_create`` does, for models whose id is a number and whose columns have no
    defaults in the database; within a transaction."""
    if not rows:
        return
    for row, pk in zip(rows, _free_ids(model, len(rows)), strict=True):
        row.pk = pk
        row._state.adding = False
        row._state.db = connection.alias
    _insert_objects(model, rows, model._meta.concrete_fields)


def append(model: type[Row], rows: Sequence[Row]) -> None:
    """Insert rows whose ids nobody asks for; columns with defaults in the database have them."""
    fields = model._meta.concrete_fields
    own = [field for field in fields if not field.primary_key and not field.has_db_default()]
    _insert_objects(model, rows, own)


def update(model: type[Row], rows: Iterable[Row], names: Collection[str]) -> None:
    """What ``bulk_update`` does of the named fields, without an expression for each value."""
    fields = [field for field in model._meta.concrete_fields if field.name in names]
    forms = [(field.attname, _stored(field)) for field in fields]
    values = [[*(stored(getattr(row, name)) for name, stored in forms), row.pk] for row in rows]
    if not values:
        return
    quote = connection.ops.quote_name
    assigned = ", ".join(f"{quote(str(field.column))} = %s" for field in fields)
    table, key = quote(model._meta.db_table), quote(str(model._meta.pk.column))
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {table} SET {assigned} WHERE {key} = %s", values)  # noqa: S608


def _insert_objects(model: type[Row], rows: Sequence[Row], fields: Sequence[models.Field]) -> None:
    values = [_values_of(field) for field in fields]
    insert(model, [field.name for field in fields], [[of(row) for of in values] for row in rows])


def _copy(statement: str, rows: Iterable[Sequence[Any]]) -> None:
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(statement) as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _values_of(field: models.Field) -> Callable[[models.Model], Any]:
    """What gives a row's value of the field as the database takes it."""
    if not _adapted(field):
        return attrgetter(field.attname)
    stored = _stored(field)
    return lambda row: stored(field.pre_save(row, add=True))


def _adapted(field: models.Field) -> bool:
    return not isinstance(field, _AS_THEY_ARE)


def _stored(field: models.Field) -> Adapter:
    """What makes a value of the field into the one that the database takes."""
    if not _adapted(field):
        return lambda value: value
    if isinstance(field, models.JSONField) and not field.null:
        encoder = json.JSONEncoder if field.encoder is None else field.encoder
        return encoder().encode
    return lambda value: field.get_db_prep_save(value, connection)


def _all_adapted(values: tuple[Any, ...], adapters: Sequence[tuple[int, Adapter]]) -> list[Any]:
    adapted = list(values)
    for place, stored in adapters:
        adapted[place] = stored(adapted[place])
    return adapted


def _free_ids(model: type[models.Model], count: int) -> Sequence[int]:
    """Ids that the database gives to nobody else."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # Whoever writes keeps all others from writing until it is done.
            cursor.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = %s", [table])
            last = cursor.fetchone()[0] or 0
            return range(last + 1, last + 1 + count)
        cursor.execute(
            "SELECT nextval(name) FROM generate_series(1, %s),"
            " (SELECT pg_get_serial_sequence(%s, 'id')::regclass AS name OFFSET 0) AS sequence",
            [count, table],
        )
        return [pk for (pk,) in cursor.fetchall()]
