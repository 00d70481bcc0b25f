"""Pages by key: each page starts after the last row of the one before, however deep it is."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import orjson
from django.core.exceptions import ValidationError
from django.db.models import F, Field, Model, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.problems import QueryError

if TYPE_CHECKING:  # It imports the settings that name this module.
    from rest_framework.generics import GenericAPIView

DEFAULT_SIZE = 50
MAX_SIZE = 200


class KeysetPagination(BasePagination):
    """``{"next": address or null, "results": [...]}``.

    A view names its ``orders``: fields, with a minus for descending; ties go by id in the same
    direction, and rows without a value are left out. Its ``ranges`` name the field that a filter
    bounds: such a list goes by that field, so that one index serves both. A page size over the
    most, an unknown order and a cursor of another order are errors.
    """

    def paginate_queryset(  # type: ignore[override]
        self, queryset: QuerySet, request: Request, view: "GenericAPIView"
    ) -> list[Any]:
        self.request = request
        self.order = _order(request, view)
        size = page_size(request)
        field = self.order.removeprefix("-")
        keys = [field] if field == "id" else [field, "id"]
        sign = "-" if self.order.startswith("-") else ""
        order = [sign + key for key in keys]
        found = queryset
        if queryset.model._meta.get_field(field).null:
            found = found.filter(**{f"{field}__isnull": False})
        if (cursor := request.query_params.get("cursor")) is not None:
            position = _position(queryset.model, keys, _decoded(cursor, self.order))
            found = _beyond(found, keys, sign, position)
        # What else a row is made of is joined to the rows of the page alone.
        page = found.select_related(None).order_by(*order).values("pk")[: size + 1]
        expand = getattr(view, "expand", lambda rows: rows)
        rows = list(expand(view.get_queryset().filter(pk__in=page)).order_by(*order))
        self.next = (
            cursor_at(self.order, _values(rows[size - 1], keys)) if len(rows) > size else None
        )
        return rows[:size]

    def get_paginated_response(self, data: Any) -> Response:
        return Response({"next": self._address(), "results": data})

    def _address(self) -> str | None:
        if self.next is None:
            return None
        query = self.request.query_params.copy()
        query["cursor"] = self.next
        return self.request.build_absolute_uri(f"{self.request.path}?{query.urlencode()}")

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "required": ["next", "results"],
            "properties": {
                "next": {
                    "type": ["string", "null"],
                    "format": "uri",
                    "description": "The next page; null on the last.",
                },
                "results": schema,
            },
        }

    def get_schema_operation_parameters(  # type: ignore[override]
        self, view: "GenericAPIView"
    ) -> list[dict[str, Any]]:
        orders = orders_of(view)
        return [
            _parameter("cursor", {"type": "string"}, "Where the page starts: see `next`."),
            _parameter(
                "order",
                {"type": "string", "enum": list(orders), "default": orders[0]},
                _order_help(view),
            ),
            _parameter(
                "page_size",
                {"type": "integer", "minimum": 1, "maximum": MAX_SIZE, "default": DEFAULT_SIZE},
                "The most rows of a page; a larger number is refused.",
            ),
        ]


def _beyond(
    queryset: QuerySet, keys: Sequence[str], sign: str, position: tuple[Any, ...]
) -> QuerySet:
    """The rows that come after ``position`` in the order of ``keys``."""
    if len(keys) == 1:
        return queryset.filter(**{f"{keys[0]}__{'lt' if sign else 'gt'}": position[0]})
    comparison = TupleLessThan if sign else TupleGreaterThan
    return queryset.filter(comparison(Tuple(*map(F, keys)), position))


def _order_help(view: "GenericAPIView") -> str:
    ranges = getattr(view, "ranges", {})
    fields = dict.fromkeys(ranges.values())
    bounds = [
        f" With {' or '.join(name for name in ranges if ranges[name] == field)} it is {field} or"
        f" -{field}."
        for field in fields
    ]
    return "The order of the rows; ties go by id." + "".join(bounds)


PARAMETERS = frozenset({"cursor", "order", "page_size"})


def orders_of(view: "GenericAPIView") -> tuple[str, ...]:
    return tuple(getattr(view, "orders", ("id", "-id")))


def page_size(request: Request) -> int:
    raw = request.query_params.get("page_size", str(DEFAULT_SIZE))
    if not (raw.isascii() and raw.isdigit() and 1 <= int(raw[:9]) <= MAX_SIZE and len(raw) < 9):
        raise QueryError({"page_size": [f"A whole number from 1 to {MAX_SIZE} is needed."]})
    return int(raw)


def _order(request: Request, view: "GenericAPIView") -> str:
    orders = _orders_within_range(request, view) or orders_of(view)
    order = request.query_params.get("order", orders[0])
    if order not in orders:
        raise QueryError({"order": [f"One of these is needed: {', '.join(orders)}."]})
    return order


def cursor_at(order: str, position: Sequence[Any]) -> str:
    """The cursor of what comes after the row whose order's field and id are ``position``."""
    return base64.urlsafe_b64encode(orjson.dumps([order, *position])).rstrip(b"=").decode()


def _orders_within_range(request: Request, view: "GenericAPIView") -> tuple[str, ...]:
    """The orders that fit the query's bounds; none where nothing is bounded."""
    ranges: Mapping[str, str] = getattr(view, "ranges", {})
    bounded = {field: name for name, field in ranges.items() if name in request.query_params}
    if len(bounded) > 1:
        names = " and ".join(sorted(bounded.values()))
        raise QueryError({name: [f"{names} do not go together."] for name in bounded.values()})
    return tuple(sign + field for field in bounded for sign in ("", "-"))


def _values(row: Model | Mapping[str, Any], keys: Sequence[str]) -> list[Any]:
    return [row[key] if isinstance(row, Mapping) else getattr(row, key) for key in keys]


def _decoded(cursor: str, order: str) -> list[Any]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        made_for, *values = orjson.loads(base64.urlsafe_b64decode(padded))
    except (binascii.Error, UnicodeEncodeError, ValueError, TypeError) as error:
        raise QueryError({"cursor": ["This is no cursor of ours."]}) from error
    if made_for != order:
        raise QueryError({"cursor": ["The cursor is of another order."]})
    return list(values)


def _field(model: type[Model], name: str) -> Field:
    field = model._meta.get_field(name)
    assert isinstance(field, Field)
    return field


def _position(model: type[Model], keys: Sequence[str], values: Sequence[Any]) -> tuple[Any, ...]:
    """The cursor's values as the fields' own types."""
    try:
        if len(values) != len(keys) or any(isinstance(value, list | dict) for value in values):
            raise ValueError
        position = tuple(
            _comparable(_field(model, key).to_python(value))
            for key, value in zip(keys, values, strict=True)
        )
        if not -(2**63) <= position[-1] < 2**63:
            raise ValueError
    except (ValidationError, ValueError, TypeError, OverflowError) as error:
        raise QueryError({"cursor": ["This is no cursor of ours."]}) from error
    return position


def _comparable(value: Any) -> Any:
    """The value as a database compares it. Raises ValueError or OverflowError where none can."""
    naive = isinstance(value, datetime) and value.tzinfo is None
    if value is None or naive or (isinstance(value, str) and "\0" in value):
        raise ValueError
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def _parameter(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": schema,
    }
