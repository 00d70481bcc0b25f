"""From bytes or fields, as they come from outside, to a Document; what is wrong is named."""

import codecs
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from annotations.extraction.cleaning.document import Document, UnreadableDocument, with_headline
from annotations.extraction.cleaning.html import read_html
from annotations.extraction.cleaning.plain import read_plain
from annotations.services.errors import InputError

# Of one article: a text file, a page or a line of JSON. Longer is no article.
MAX_BYTES = 10 * 1024 * 1024

_MAGIC = {
    b"PK\x03\x04": "a ZIP archive (or an office document)",
    b"%PDF": "a PDF file",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a SQLite database",
}
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)=["']?\s*([\w.:-]+)""", re.I
)
_DECLARED_WITHIN = 2048
_KEYS = ("text", "html", "title", "source", "url", "published_at", "byline", "story")


class DocumentError(InputError):
    """A document that cannot be taken; ``field`` is "" where that is for the whole of it."""

    def __init__(self, reason: str, *, field: str = "") -> None:
        super().__init__(field, reason)

    def __str__(self) -> str:
        return f"{self.field}: {self.reason}" if self.field else self.reason


def text_document(raw: bytes, *, url: str = "") -> Document:
    """The article in a plain-text file. Raises DocumentError."""
    return _read(read_plain, decode(raw), url)


def page_document(raw: bytes, *, url: str = "", charset: str = "") -> Document:
    """The article in a web page; the page's own ``charset`` counts where none is given.

    Raises DocumentError.
    """
    return _read(read_html, decode(raw, charset or _declared_charset(raw)), url)


def fields_of_line(raw: bytes) -> dict[str, str]:
    """The known fields of one line of JSON, unknown ones left out. Raises DocumentError."""
    text = decode(raw)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(" at")
        raise DocumentError(f"not JSON: {reason} at column {error.colno}") from error
    except RecursionError as error:
        raise DocumentError("JSON that nests too deeply") from error
    except ValueError as error:
        raise DocumentError("JSON with a number of too many digits") from error
    if not isinstance(value, dict):
        raise DocumentError("is no JSON object")
    return _checked_fields(value)


def document_of_fields(fields: Mapping[str, str]) -> Document:
    """The article that ``fields`` describe: ``text`` or ``html``, and what else is known of it
    (``title``, ``source``, ``url``, ``published_at`` as ISO 8601, ``byline``). What the fields
    say goes before what the text says of itself.

    Raises DocumentError.
    """
    if bool(fields.get("text")) == bool(fields.get("html")):
        raise DocumentError("give either text or html", field="text")
    url = fields.get("url", "")
    if fields.get("html"):
        document = _read(read_html, fields["html"], url)
    else:
        document = _read(read_plain, fields["text"], url)
    title = fields.get("title", "").strip() or document.title
    return replace(
        document,
        text=with_headline(title, document.text),
        title=title,
        outlet=fields.get("source", "").strip() or document.outlet,
        byline=fields.get("byline", "").strip() or document.byline,
        published_at=moment(fields.get("published_at", "")) or document.published_at,
    )


def moment(written: str) -> datetime | None:
    """The aware moment an ISO 8601 date or time names; None for "". Raises DocumentError."""
    if not written:
        return None
    try:
        found = parse_datetime(written)
        if found is None and (day := parse_date(written)):
            found = datetime.combine(day, time())
    except ValueError:
        found = None
    if found is None:
        raise DocumentError(
            f"{written[:40]!r} is no date or time in ISO 8601", field="published_at"
        )
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def decode(raw: bytes, charset: str = "") -> str:
    """The text that ``raw`` encodes, by its byte order mark, else ``charset``, else UTF-8.

    Raises DocumentError naming the offset of the first byte that does not fit.
    """
    if not raw.strip():
        raise DocumentError("is empty")
    if kind := binary_kind(raw):
        raise DocumentError(f"is {kind}, not text")
    charset = "utf-16" if raw.startswith(_WIDE) else _known(charset)
    try:
        text = raw.decode(charset)
    except UnicodeDecodeError as error:
        name = "UTF-8" if charset == "utf-8-sig" else charset
        raise DocumentError(
            f"is not {name}: byte 0x{raw[error.start]:02x} at offset {error.start}"
        ) from error
    if "\0" in text:
        raise DocumentError(f"is not text: NUL at character {text.index(chr(0))}")
    return text


def binary_kind(raw: bytes) -> str:
    """What the first bytes of well-known binary files tell, in words; "" for anything else."""
    return next((kind for magic, kind in _MAGIC.items() if raw.startswith(magic)), "")


def _read(reader: Callable[..., Document], text: str, url: str) -> Document:
    try:
        document = reader(text, url=url)
    except UnreadableDocument as error:
        raise DocumentError(str(error)) from error
    if not document.text.strip():
        raise DocumentError("no article text was found in it")
    return document


def _checked_fields(value: dict[Any, Any]) -> dict[str, str]:
    fields = {key: value[key] for key in _KEYS if value.get(key) is not None}
    for key, content in fields.items():
        if not isinstance(content, str):
            raise DocumentError(f"must be a string, not {type(content).__name__}", field=key)
        try:
            content.encode()
        except UnicodeEncodeError as error:
            raise DocumentError(
                f"half of a surrogate pair at character {error.start}", field=key
            ) from error
        if "\0" in content:
            raise DocumentError(f"NUL at character {content.index(chr(0))}", field=key)
    return fields


def _declared_charset(raw: bytes) -> str:
    found = _DECLARED.search(raw, 0, _DECLARED_WITHIN)
    return found[1].decode("ascii", "replace") if found else ""


def _known(charset: str) -> str:
    """The charset where it is one that a page can declare, else UTF-8 (whose errors say what is
    wrong). A page without a byte order mark that declares UTF-16 is not in UTF-16."""
    try:
        b"x".decode(charset)
        name = codecs.lookup(charset).name
    except (LookupError, UnicodeError):
        return "utf-8-sig"
    return "utf-8-sig" if name == "utf-8" else name
