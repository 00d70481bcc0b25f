"""What a review may rest on: the shapes of its evidence, each checked against what it names."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from annotations.models import Article, Figure, FigureGroup
from annotations.services.errors import InputError

MOST_ITEMS = 50
LONGEST_NOTE = 2_000
LONGEST_URL = 2_000

Item = Mapping[str, Any]


def clean_evidence(items: object) -> list[dict[str, Any]]:
    """The items as they are stored, each a mapping with a ``kind`` and an optional ``note``:

    - ``url``: a page ("url"), of which a copy is retrieved after submitting;
    - ``figure``: a figure ("figure", an id);
    - ``group``: a figure group ("group", an id), kept with its key and label, since a group lives
      only until its figures change;
    - ``quote``: a span of an article ("article", "start", "end"), kept with its words ("text").

    Raises InputError with the path of the first value that is wrong.
    """
    return [_clean(f"evidence.{index}", item) for index, item in enumerate(_listed(items))]


def typed_evidence(items: object) -> list[Any]:
    """The items of a draft as they are: only what no database holds is refused, by InputError."""
    typed = list(_listed(items))
    for index, item in enumerate(typed):
        if _holds_null(item):
            raise InputError(f"evidence.{index}", "The text holds a null character.")
    return typed


def _listed(items: object) -> Sequence[object]:
    if not isinstance(items, Sequence) or isinstance(items, str | bytes):
        raise InputError("evidence", "This must be a list.")
    if len(items) > MOST_ITEMS:
        raise InputError("evidence", f"At most {MOST_ITEMS} items are taken.")
    return items


def _holds_null(value: object) -> bool:
    match value:
        case str():
            return "\0" in value
        case Mapping():
            return any(map(_holds_null, (*value, *value.values())))
        case Sequence():
            return any(map(_holds_null, value))
    return False


def _clean(path: str, item: object) -> dict[str, Any]:
    if not isinstance(item, Mapping):
        raise InputError(path, "This must be an object.")
    kind = item.get("kind")
    shape = _SHAPES.get(kind) if isinstance(kind, str) else None
    if shape is None:
        raise InputError(f"{path}.kind", f"This must be one of {', '.join(_SHAPES)}.")
    names, clean = shape
    unknown = item.keys() - names - {"kind", "note"}
    if unknown:
        raise InputError(f"{path}.{min(unknown)}", f"Evidence of kind {kind} has no such field.")
    cleaned = {"kind": kind} | clean(path, item)
    if note := _text(path, item, "note", LONGEST_NOTE):
        cleaned["note"] = note
    return cleaned


def _url(path: str, item: Item) -> dict[str, Any]:
    url = _text(path, item, "url", LONGEST_URL)
    try:
        URLValidator(schemes=["http", "https"])(url)
    except ValidationError as error:
        raise InputError(f"{path}.url", "This is not the address of a web page.") from error
    return {"url": url}


def _figure(path: str, item: Item) -> dict[str, Any]:
    figure_id = _number(path, item, "figure")
    if not Figure.objects.filter(pk=figure_id).exists():
        raise InputError(f"{path}.figure", "There is no such figure.")
    return {"figure": figure_id}


def _group(path: str, item: Item) -> dict[str, Any]:
    group = FigureGroup.objects.filter(pk=_number(path, item, "group")).first()
    if group is None:
        raise InputError(f"{path}.group", "There is no such group.")
    return {"group": group.pk, "key": group.key, "label": group.label}


def _quote(path: str, item: Item) -> dict[str, Any]:
    article = Article.objects.filter(pk=_number(path, item, "article")).first()
    if article is None:
        raise InputError(f"{path}.article", "There is no such article.")
    start, end = _number(path, item, "start"), _number(path, item, "end")
    words = article.text[start:end]
    if end > len(article.text) or not words.strip():
        raise InputError(f"{path}.end", "The span holds no words of the article.")
    if item.get("text", words) != words:
        raise InputError(f"{path}.text", "These are not the words of the span.")
    return {"article": article.pk, "start": start, "end": end, "text": words}


_SHAPES: dict[str, tuple[set[str], Callable[[str, Item], dict[str, Any]]]] = {
    "url": ({"url"}, _url),
    "figure": ({"figure"}, _figure),
    "group": ({"group", "key", "label"}, _group),
    "quote": ({"article", "start", "end", "text"}, _quote),
}


def _number(path: str, item: Item, name: str) -> int:
    value = item.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**63:
        raise InputError(f"{path}.{name}", "This must be a whole number, zero or more.")
    return value


def _text(path: str, item: Item, name: str, longest: int) -> str:
    value = item.get(name, "")
    if not isinstance(value, str) or "\x00" in value:
        raise InputError(f"{path}.{name}", "This must be text.")
    if len(value) > longest:
        raise InputError(f"{path}.{name}", f"At most {longest} characters are taken.")
    return value.strip()
