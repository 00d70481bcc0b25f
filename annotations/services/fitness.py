"""Whether a document can be an article: what is wrong with it, and what is cut."""

from dataclasses import replace
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from annotations.extraction.document import Document
from annotations.models import Article, Source
from annotations.services.documents import MAX_BYTES, DocumentError
from annotations.services.rows import column_lengths
from annotations.services.stories import fit_title

_web_address = URLValidator(schemes=["http", "https"])
_YEARS = range(1600, 2200)


def fit_document(document: Document, published_at: datetime | None) -> Document:
    """The document with its particulars as an article's columns hold them; ``published_at``
    counts where it states no date. Raises DocumentError."""
    _check(document)
    return replace(
        document,
        title=_cut(document.title, "title"),
        byline=_cut(document.byline, "byline"),
        credit=_cut(document.credit, "credit"),
        published_at=_published(document.published_at or published_at),
    )


def fit_source_name(name: str) -> str:
    """The publisher's name without needless space. Raises DocumentError."""
    name = " ".join(name.split())
    longest = column_lengths(Source)["name"]
    if not 0 < len(name) <= longest:
        raise DocumentError(
            f"the publisher's name has 1 to {longest} characters, not {len(name)}", field="source"
        )
    return name


def fit_story_title(title: str) -> str:
    """The story's title without needless space. Raises DocumentError."""
    try:
        return fit_title(title)
    except ValueError as error:
        raise DocumentError(str(error), field="story") from error


def _check(document: Document) -> None:
    text = document.text
    if not text.strip():
        raise DocumentError("is empty", field="text")
    if "\0" in text:
        raise DocumentError(f"NUL at character {text.index(chr(0))}", field="text")
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        raise DocumentError(
            f"half of a surrogate pair at character {error.start}", field="text"
        ) from error
    if size > MAX_BYTES:
        raise DocumentError(f"is {size:,} bytes; an article may have {MAX_BYTES:,}", field="text")
    if document.url:
        _check_url(document.url)


def _check_url(url: str) -> None:
    if len(url) > column_lengths(Article)["url"]:
        raise DocumentError("is too long", field="url")
    try:
        _web_address(url)
    except ValidationError as error:
        raise DocumentError(f"{url[:60]!r} is no web address", field="url") from error


def _cut(value: str, field: str) -> str:
    """The value as its column holds it; what is cut off stays in the article's text."""
    longest = column_lengths(Article)[field]
    value = " ".join(value.replace("\0", "").split())
    return value if len(value) <= longest else f"{value[: longest - 1]}…"


def _published(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    if moment.year not in _YEARS:
        raise DocumentError(f"the year {moment.year} is no news", field="published_at")
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
